"""No secret can be reached from an exception, and nothing that a server sends acts on a terminal or a log."""

from __future__ import annotations

import base64
import io
import json
import pickle
import traceback
import warnings

import httpx
import pytest

from comodit_client.rest.exceptions import ApiException, PythonApiException, TransportError
from comodit_client.rest.failed_part import FailedPart
from comodit_client.wire.errors import escaped
from comodit_client.wire.request import Request, identity

PASSWORD = "hush-password"
SECRETS = ("hush", base64.b64encode(f"UUU:{PASSWORD}".encode()).decode())
BODY = {"name": "x", "password": "hush-body", "settings": [{"key": "api-token", "value": "hush-value"}]}
SEND = Request("x.post", "POST", "/x", "object", identity, query={"access_key": "hush-query"}, body=BODY)


def reachable(start):
    """All objects that can be reached from an exception by its attributes, arguments, causes and contexts."""
    seen, left = {}, [start]
    while left:
        one = left.pop()
        if id(one) in seen:
            continue
        seen[id(one)] = one
        yield one
        if isinstance(one, BaseException):
            left += [*one.args, one.__cause__, one.__context__, *getattr(one, "__notes__", ())]
        if isinstance(one, dict):
            left += [*one.keys(), *one.values()]
        if isinstance(one, (list, tuple, set, frozenset)):
            left += one
        if isinstance(one, type) or callable(one):
            continue
        left += vars(one).values() if hasattr(one, "__dict__") else ()
        slots = [name for kind in type(one).__mro__ for name in getattr(kind, "__slots__", ())]
        left += [getattr(one, name) for name in slots if isinstance(name, str) and hasattr(one, name)]
        if isinstance(one, UnicodeError):
            left.append(getattr(one, "object", None))


def leaks(error):
    texts = [one.decode("latin-1") if isinstance(one, bytes) else str(one) for one in reachable(error)]
    texts += [repr(one) for one in reachable(error)]
    frames = [frame for one in reachable(error) if isinstance(one, BaseException) for frame in _locals(one)]
    return [text[:200] for text in [*texts, *frames] if any(secret in text for secret in SECRETS)]


def _locals(error):
    """What a report of an error shows of the frames of this library's requests."""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        yield from (repr(value) for value in frame.f_locals.values() if isinstance(value, Request))


def secret_of(request):
    """The password or token that a request was sent with."""
    kind, _, basic = request.headers.get("Authorization", "").partition(" ")
    if kind == "Basic":
        return base64.b64decode(basic).decode().partition(":")[2]
    return next(request.headers[name] for name in request.headers if name.startswith("x-comodit"))


def quoting(status, **headers):
    """A careless server: it quotes all that was sent."""

    def answer(request):
        sent = dict(request.headers.items())
        secret = secret_of(request)
        text = json.dumps({"error": [f"no: {sent}", secret], "sent": sent, "body": request.content.decode()})
        found = {name.replace("_", "-"): f"{value}{secret}" for name, value in headers.items()}
        return httpx.Response(status, text=text, headers={"X-Request-Id": f"for {secret}", **found})

    return answer


def chained(request):
    try:
        try:
            raise OSError(111, "refused")
        except OSError as error:
            raise httpx.ReadError(f"boom {secret_of(request)}", request=request) from error
    except httpx.ReadError as error:
        raise httpx.ConnectError("boom", request=request) from error


def failing(kind):
    def answer(request):
        raise kind(f"illegal line: {secret_of(request)}", request=request)

    return answer


FAILURES = {
    "an error that quotes": quoting(400),
    "a conflict": quoting(409),
    "a server's error": quoting(500),
    "a redirect": quoting(302, Location="http://u:hush@elsewhere.test/?token="),
    "a page": lambda request: httpx.Response(200, text=f"<p>{dict(request.headers)} {request.content.decode()}"),
    "cut JSON": lambda request: httpx.Response(200, text=json.dumps({"a": dict(request.headers)})[:-1]),
    "bytes": lambda request: httpx.Response(200, content=b"\xff" + str(request.headers.raw).encode()),
    "another shape": lambda request: httpx.Response(200, json=[dict(request.headers)]),
    "a type that quotes": lambda request: httpx.Response(
        200, content=b"<p>", headers={"Content-Type": f"text/html; x={secret_of(request)}"}
    ),
    "damaged compression": lambda _: httpx.Response(200, headers={"Content-Encoding": "gzip"}, content=b"no"),
    **{
        kind.__name__: failing(kind)
        for kind in (httpx.ConnectError, httpx.ReadError, httpx.ReadTimeout, httpx.ConnectTimeout, httpx.PoolTimeout)
    },
    "a protocol error": failing(httpx.RemoteProtocolError),
    "a local protocol error": failing(httpx.LocalProtocolError),
    "a chain": chained,
    "text that cannot be encoded": UnicodeEncodeError("utf-8", PASSWORD, 0, 1, "surrogates not allowed"),
}
CREDENTIALS = {
    "password": {"username": "UUU", "password": PASSWORD},
    "key": {"token": "hush-key"},
    "login": {"username": "UUU", "password": PASSWORD, "mfa": lambda: "hush-code"},
}


@pytest.mark.parametrize("given", CREDENTIALS.values(), ids=CREDENTIALS.keys())
@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES.keys())
def test_no_secret_can_be_reached(make_client, server, run, given, failure):
    def answer(request):
        if isinstance(failure, BaseException):
            raise failure
        return failure(request)

    server.on("POST", "/x", answer)
    server.on("GET", "/account/_verify", {"jwtToken": "hush-jwt"})
    with pytest.raises(PythonApiException) as raised:
        run(make_client(**given).run(SEND))
    assert leaks(raised.value) == []
    assert leaks(pickle.loads(pickle.dumps(raised.value))) == []
    server.on("GET", "/account/_verify", answer)
    with pytest.raises(PythonApiException) as raised:
        run(make_client(**given).run(SEND))
    assert leaks(raised.value) == []


def test_the_cause_still_says_what_happened(make_client, server, run):
    server.on("GET", "/x", chained)
    with pytest.raises(TransportError) as raised:
        run(make_client().run(Request("x.get", "GET", "/x", "value", identity)))
    cause = raised.value.__cause__
    assert isinstance(cause, httpx.ConnectError)
    assert (cause.request.method, str(cause.request.url)) == ("GET", "http://comodit.test/api/x")
    assert "authorization" not in cause.request.headers
    assert cause.__cause__.__cause__.errno == 111


@pytest.mark.parametrize("password", ["e", "no", "12", "p"])
def test_a_short_secret_does_not_mask_words(make_client, server, run, password):
    server.on("GET", "/x", (400, {"error": ["the pen is no 12th pencil"]}))
    with pytest.raises(ApiException) as raised:
        run(make_client(username="U", password=password).run(Request("x.get", "GET", "/x", "value", identity)))
    assert raised.value.message == "the pen is no 12th pencil"


@pytest.mark.parametrize(("secret", "shown"), [("p", '"***"'), ("ab", '"***"'), (12, "***"), ("0", '"***"')])
def test_a_short_secret_is_masked_where_it_is_a_member(make_client, server, run, secret, shown):
    server.on("POST", "/x", lambda request: httpx.Response(400, content=request.content))
    with pytest.raises(ApiException) as raised:
        run(make_client().run(Request("x", "POST", "/x", "value", identity, body={"password": secret, "n": "papaya"})))
    assert raised.value.body == f'{{"password": {shown}, "n": "papaya"}}'


UNSAFE = "a\x00b\x1b[2Jc\x07d\ne\rf\x7fg\x85h\x9bi\u202ej\u2066k\u2028l\ufeffm\ud800n"
SAFE = r"a\x00b\x1b[2Jc\x07d\ne\rf\x7fg\x85h\x9bi\u202ej\u2066k\u2028l\ufeffm\ud800n"


@pytest.mark.parametrize("status", [400, 404, 409, 500])
def test_what_acts_on_a_terminal_is_escaped(make_client, server, run, status):
    headers = {"X-Request-Id": "1\x1b[2J"}
    content = json.dumps({"error": [UNSAFE, "née 名前 🙂"]}).encode()
    server.on("GET", "/x", httpx.Response(status, content=content, headers=headers))
    with pytest.raises(ApiException) as raised:
        run(make_client().run(Request("x.get", "GET", "/x", "value", identity)))
    error = raised.value
    assert error.errors == [SAFE, "née 名前 🙂"]
    assert error.message == f"{SAFE}, née 名前 🙂"
    assert f"{SAFE}, née 名前 🙂" in str(error)
    assert error.request_id == r"1\x1b[2J"
    for text in (str(error), repr(error), error.body, error.request_id):
        assert escaped(text, keep="\n\t") == text


def test_the_lines_of_a_body_are_kept(make_client, server, run):
    server.on("GET", "/x", httpx.Response(502, content=b"<p>\n\tbad\x1b[0m\r\n</p>"))
    with pytest.raises(ApiException) as raised:
        run(make_client().run(Request("x.get", "GET", "/x", "value", identity)))
    assert raised.value.body == "<p>\n\tbad\\x1b[0m\\r\n</p>"
    assert "\n" not in str(raised.value)


def test_a_wait_quotes_no_control_characters(make_client, server, run, clock):
    tasks = [{"status": "ERROR", "description": UNSAFE, "error": UNSAFE}]
    page = json.dumps({"items": [{"orderNum": 1, "description": UNSAFE, "tasks": tasks}]}).encode()
    server.on("GET", "/organizations/A/environments/E/hosts/h/changes/", page)
    with pytest.raises(PythonApiException) as raised:
        run(make_client().hosts("A", "E").new("h").wait_for_pending_changes())
    assert str(raised.value).count(SAFE) == 3
    assert str(FailedPart(host=UNSAFE, error=UNSAFE)) == f"{SAFE}: {SAFE}"
    assert str(FailedPart(stage=UNSAFE)) == f"stage {SAFE}"


def test_show_prints_no_control_characters(make_client, server, run, capsys):
    organization = {"name": "A", "description": UNSAFE, "environments": [UNSAFE]}
    server.on("GET", "/organizations/A", json.dumps(organization).encode())
    run(make_client().get_organization("A")).show()
    shown = capsys.readouterr().out
    assert f"Description: {SAFE}" in shown
    assert shown.count("[2J") == 2
    assert all(escaped(line) == line for line in shown.splitlines())


def test_a_warning_quotes_no_control_characters(make_client, server, run):
    server.on("GET", "/organizations/%1B/environments/", {"items": [], "total": 5})
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        run(make_client().environments("\x1b").list())
    assert r"organizations/\x1b/environments/" in str(caught[0].message)


def test_the_parts_of_a_request_that_may_be_secret_are_not_shown():
    request = Request(
        "x", "POST", "/x", "value", identity, query={"token": "hush"}, headers={"A": "hush"}, body=io.BytesIO(b"hush")
    )
    assert "hush" not in repr(request)
    assert "hush" not in str(request)
