"""Planted secrets are found in nothing that prints: no text, repr, traceback, log or pickle."""

from __future__ import annotations

import base64
import html
import inspect
import json
import logging
import pickle
import traceback

import httpx
import pytest

from comodit_client import wire
from comodit_client.rest.exceptions import InvalidEndpoint, PythonApiException
from comodit_client.wire.request import Request, identity

ROOT = "http://comodit.test/api"
READ = wire.organizations.get("A")
PASSWORD = 'hush"é/pw'
WAYS = {
    "password": {"credentials": ("UUU", PASSWORD)},
    "application key": {"credentials": (None, None, "hush-key")},
    "second factor": {"credentials": ("UUU", PASSWORD), "options": {"mfa": lambda: "hush-code"}},
    "in the endpoint": {"endpoint": "http://joe:hush-url@comodit.test/api", "credentials": ("UUU", PASSWORD)},
}


def sent_with(request):
    """All that a careless server may quote: the headers, and the password that they hold."""
    basic = request.headers.get("Authorization", " ").partition(" ")[2]
    return {**dict(request.headers), "url": str(request.url), "password": base64.b64decode(basic).decode()}


def echo(request):
    sent = sent_with(request)
    return 400, {"error": [f"bad request: {value}" for value in sent.values()], "sent": sent}


OUTCOMES = {
    "an answer that quotes all": echo,
    "a page that quotes all": lambda request: httpx.Response(
        500, text=json.dumps(sent_with(request), ensure_ascii=False)
    ),
    "a good answer that is none": lambda request: httpx.Response(200, text=f"<p>{dict(request.headers)}"),
    "a redirection": lambda request: httpx.Response(
        307, headers={"Location": "http://joe:hush@elsewhere.test/?t=" + request.headers.get("X-ComodIT-AppKey", "")}
    ),
    "a fault": httpx.ReadError("boom"),
}


def anything_of(error):
    parts = [str(error), repr(error), str(vars(error)), "".join(traceback.format_exception(error))]
    return " ".join([*parts, str(vars(pickle.loads(pickle.dumps(error))))])


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("login_too", [False, True])
def test_nothing_that_prints_tells_a_secret(make_client, server, run, caplog, way, outcome, login_too):
    caplog.set_level(logging.DEBUG)
    server.on("GET", "/organizations/A", OUTCOMES[outcome])
    server.on("GET", "/account/_verify", OUTCOMES[outcome] if login_too else {"jwtToken": "hush-jwt"})
    given = WAYS[way]
    client = make_client(given.get("endpoint", ROOT), *given["credentials"], **given.get("options", {}))
    with pytest.raises(PythonApiException) as raised:
        run(client.run(READ))
    assert server.asked
    told = [anything_of(raised.value), caplog.text, repr(client), repr(client.session), repr(vars(client)), str(READ)]
    text = " ".join(told)
    assert "comodit.test/api" in text
    for secret in ("hush", json.dumps(PASSWORD)[1:-1], "VVVVOm"):  # VVVVOm…: user name and password as they are sent
        assert secret not in text
    if outcome == "an answer that quotes all":
        assert "***" in raised.value.message


def test_the_log_tells_each_attempt_and_no_query(make_client, server, run, caplog):
    caplog.set_level(logging.DEBUG, "comodit_client")
    server.on("GET", "/organizations/A", httpx.ReadError("boom"), (503, {}), {"name": "A"})
    run(make_client().run(READ.with_query({"secret": "hush"})))
    lines = [record.getMessage() for record in caplog.records if record.name == "comodit_client"]
    assert {record.levelname for record in caplog.records if record.name == "comodit_client"} == {"DEBUG"}
    beginnings = ["ReadError in ", "retry in 0.0 s", "503 in ", "retry in 0.0 s", "200 in "]
    assert [
        line.removeprefix("GET /organizations/A: ")[: len(told)] for line, told in zip(lines, beginnings, strict=True)
    ] == (beginnings)
    assert [line[-11:] for line in lines[::2]] == ["(attempt 1)", "(attempt 2)", "(attempt 3)"]
    assert "hush" not in " ".join(lines)


def test_the_library_says_nothing_that_nobody_asked_for(capfd, make_client, server, run):
    server.on("GET", "/organizations/A", (503, {}))
    with pytest.raises(PythonApiException):
        run(make_client().run(READ))
    assert capfd.readouterr() == ("", "")
    assert any(isinstance(handler, logging.NullHandler) for handler in logging.getLogger("comodit_client").handlers)


@pytest.mark.parametrize("proxy", ["ftp://u:hush@proxy", "http://u:hush:x@proxy:no", "u:hush@proxy"])
def test_a_proxy_that_cannot_be_used_is_told_without_its_password(colour, proxy):
    with pytest.raises(InvalidEndpoint, match="Cannot use the proxy of the argument proxy: ") as raised:
        colour.module("client").Client(ROOT, "U", "P", proxy=proxy)
    assert "hush" not in anything_of(raised.value)


SETTING = {"key": "greeting", "value": "hush", "schema": {"secret": True}}
#: Bodies with a secret, by what makes it one.
BODIES = {
    "the schema of the API": (wire.users.create, {"username": "joe", "password": "hush"}),
    "the schema of the API, in a part": (
        wire.webhooks.create,
        {"name": "w", "headers": [{"name": "X", "value": "hush"}]},
    ),
    "the schema of a value": (wire.organization_settings.create, SETTING),
    "the schema of a part of a value": (
        wire.organization_settings.create,
        {
            "key": "mail",
            "value": {"user": "joe", "pin": ["hush"]},
            "schema": {"properties": {"pin": {"items": {"password": True}}}},
        },
    ),
    "the key of a setting": (wire.organization_settings.create, {"key": "wp_admin_password", "value": "hush"}),
    "a number": (wire.organization_settings.create, {"key": "api-token", "value": 867530988}),
    "one of many settings": (
        wire.organization_settings.change,
        {"newOrUpdatedSettings": [SETTING, {"key": "city", "value": "Paris"}]},
    ),
    "a default": (
        wire.application_parameters.create,
        {"name": "Admin", "key": "admin", "value": "hush", "schema": {"secret": True, "default": "hush"}},
    ),
    "a line of a key": (wire.organization_settings.create, {"key": "ssh_key", "value": 'hush "quoted"\n<hush>/ü'}),
}


@pytest.mark.parametrize("which", BODIES)
@pytest.mark.parametrize("as_page", [False, True])
def test_a_refusal_that_quotes_the_body_tells_no_secret_of_it(make_client, server, run, caplog, which, as_page):
    caplog.set_level(logging.DEBUG)
    operation, body = BODIES[which]
    options = {"no_delete": False} if operation is wire.organization_settings.change else {}
    request = operation(*_places(operation), body, **options)

    def quoting(sent):
        value = json.loads(sent.content)
        if as_page:
            return httpx.Response(400, text=f"<p>no: {html.escape(json.dumps(value, ensure_ascii=False))}</p>")
        return 400, {"error": [f"no: {json.dumps(value)}", *_texts(value)], "sent": value}

    server.on(request.method, request.path, quoting)
    with pytest.raises(PythonApiException) as raised:
        run(make_client().run(request))
    text = anything_of(raised.value) + caplog.text + repr(request)
    assert "hush" not in text
    assert "867530988" not in text
    assert "***" in raised.value.message + (raised.value.body or "")
    told = {"one of many settings": "Paris", "the schema of a part of a value": "joe"}.get(which, "no: ")
    assert told in text


def _places(operation):
    """An `A` for each argument before the body."""
    return ["A"] * list(inspect.signature(operation).parameters).index("body")


def _texts(value):
    if isinstance(value, (dict, list)):
        return [text for item in (value.values() if isinstance(value, dict) else value) for text in _texts(item)]
    return [str(value)]


@pytest.mark.parametrize("order", [1, -1])
def test_a_secret_that_contains_another_is_masked_as_a_whole(make_client, server, run, order):
    body = dict([("password", "hush"), ("secret", "hush-tail"), ("token", "head-hush-tail")][::order])
    server.on("POST", "/x", lambda sent: (400, {"error": [f"no: {sent.content.decode()}"]}))
    with pytest.raises(PythonApiException) as raised:
        run(make_client().run(Request("x.post", "POST", "/x", "nothing", identity, body=body)))
    text = anything_of(raised.value)
    assert not [part for part in ("hush", "tail", "head") if part in text]
