"""Second factors: logging in once, with a code from wherever it comes, and again when the server forgets."""

from __future__ import annotations

import asyncio
import json
import threading
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from comodit_client import wire
from comodit_client.aio import Client as AioClient
from comodit_client.api import Client as ApiClient
from comodit_client.rest.credentials import CodeIfRequired
from comodit_client.rest.exceptions import (
    Forbidden,
    InvalidResponse,
    MissingCredentials,
    ServerError,
    TransportError,
    Unauthorized,
)
from comodit_client.rest.options import RetryPolicy

ROOT = "http://comodit.test/api"
VERIFY = ("GET", "/account/_verify")
PATH = "/organizations/A"
READ = wire.organizations.get("A")
LATE = (401, {"error": ["Expired"]})


class Service:
    """A service that logs in for a code and takes only the token that it gave last."""

    def __init__(self, server, codes=("111111",), token="jwt.1"):
        self.server = server
        self.codes = list(codes)
        self.token = token
        self.count = 1
        self.logins = []
        for method, path in (("GET", PATH), ("PUT", PATH), ("POST", "/organizations/"), ("DELETE", PATH)):
            server.on(method, path, self.guarded)
        server.on(*VERIFY, self.verify)

    def verify(self, request):
        self.logins.append(request.headers)
        if request.headers["X-ComodIT-TotpToken"] not in self.codes:
            return 401, {"error": ["Invalid code"]}
        self.codes.remove(request.headers["X-ComodIT-TotpToken"])
        self.count += 1
        self.token = f"jwt.{self.count}"
        return {"jwtToken": self.token}

    def guarded(self, request):
        return {"name": "A"} if request.headers.get("X-ComodIT-JwtToken") == self.token else LATE


@pytest.fixture
def service(server):
    return Service(server)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("COMODIT_JWT_TOKEN_FILE", str(tmp_path))
    return tmp_path


def keep(folder, token, username="UUU"):
    (folder / ".comodit.jwt").write_text(json.dumps({f"{username} {ROOT}": token}))


def given(*codes):
    rest = list(codes)
    return lambda: rest.pop(0)


def test_the_first_request_logs_in_and_the_token_is_used_from_then_on(make_client, service, server, run):
    client = make_client(mfa="111111")
    assert server.asked == []
    for _ in range(3):
        run(client.run(READ))
    assert server.lines == ["GET /account/_verify"] + [f"GET {PATH}"] * 3
    login, *others = (request.headers for request in server.asked)
    assert login["Authorization"] == "Basic VVVVOlBQUA=="
    assert login["X-ComodIT-TotpToken"] == "111111"
    assert "X-ComodIT-JwtToken" not in login
    for headers in others:
        assert headers["X-ComodIT-JwtToken"] == "jwt.2"
        assert "Authorization" not in headers
        assert "X-ComodIT-TotpToken" not in headers


@pytest.mark.parametrize(
    "request_",
    [
        READ,
        wire.organizations.update("A", {"name": "A"}),
        wire.organizations.create({"name": "A"}),
        wire.organizations.delete("A"),
    ],
    ids=["get", "put", "post", "delete"],
)
def test_a_token_that_the_server_forgot_is_renewed_and_the_same_is_sent_again(
    make_client, service, server, run, folder, request_
):
    keep(folder, "jwt.old")
    run(make_client(mfa="111111").run(request_))
    line = f"{request_.method} {request_.path}"
    assert server.lines == [line, "GET /account/_verify", line]
    assert server.asked[0].content == server.asked[2].content
    assert server.asked[0].headers["X-ComodIT-JwtToken"] == "jwt.old"


def test_a_kept_login_is_used_without_asking_for_a_code(make_client, service, server, run, folder):
    keep(folder, "jwt.1")
    run(make_client(mfa=given()).run(READ))
    assert server.lines == [f"GET {PATH}"]


def test_without_a_second_factor_a_kept_login_gives_way_to_the_password(make_client, server, run, folder):
    keep(folder, "jwt.old")
    server.on("GET", PATH, lambda request: {"name": "A"} if "Authorization" in request.headers else LATE)
    client = make_client()
    for _ in range(2):
        run(client.run(READ))
    assert [("Authorization" in asked.headers, "X-ComodIT-JwtToken" in asked.headers) for asked in server.asked] == [
        (False, True),
        (True, False),
        (True, False),
    ]


def test_an_old_login_goes_to_the_first_server_and_user_that_ask_for_it(make_client, service, server, run, folder):
    (folder / ".comodit.jwt").write_text("jwt.1")
    run(make_client().run(READ))
    assert server.last.headers["X-ComodIT-JwtToken"] == "jwt.1"
    assert json.loads((folder / ".comodit.jwt").read_text()) == {f"UUU {ROOT}": "jwt.1"}
    server.forget()
    server.on("GET", PATH, {"name": "A"})
    for endpoint, username in ((ROOT, "bob"), ("http://evil.test/api", "UUU")):
        run(make_client(endpoint, username, "PPP").run(READ))
    assert ["X-ComodIT-JwtToken" in asked.headers for asked in server.asked] == [False, False]


def test_an_old_login_is_not_sent_by_a_client_that_can_log_in(make_client, server, run, folder):
    (folder / ".comodit.jwt").write_text("jwt.1")
    server.on("GET", PATH, {"name": "A"})
    client = make_client(mfa=given())
    for _ in range(2):
        run(client.run(READ))
    assert server.lines == [f"GET {PATH}"] * 2
    assert [asked.headers.get("Authorization") for asked in server.asked] == ["Basic VVVVOlBQUA=="] * 2
    assert "jwt.1" not in str([asked.headers for asked in server.asked])
    assert (folder / ".comodit.jwt").read_text() == "jwt.1"


def test_a_code_replaces_an_old_login_when_the_password_is_not_enough(make_client, service, server, run, folder):
    (folder / ".comodit.jwt").write_text("jwt.1")
    client = make_client(mfa=given("111111"))
    for _ in range(2):
        run(client.run(READ))
    assert server.lines == [f"GET {PATH}", "GET /account/_verify", f"GET {PATH}", f"GET {PATH}"]
    sent = [asked.headers.get("X-ComodIT-JwtToken") for asked in server.asked]
    assert sent == [None, None, "jwt.2", "jwt.2"]
    assert json.loads((folder / ".comodit.jwt").read_text()) == {f"UUU {ROOT}": "jwt.2"}


def test_a_wrong_password_beside_an_old_login_is_an_error(make_client, server, run, folder):
    (folder / ".comodit.jwt").write_text("jwt.1")
    for path in (PATH, VERIFY[1]):
        server.on("GET", path, LATE)
    with pytest.raises(Unauthorized):
        run(make_client(mfa="111111").run(READ))
    assert server.lines == [f"GET {PATH}", "GET /account/_verify"]


def test_threads_beside_an_old_login_log_in_once(server, folder):
    service = Service(server, codes=["111111"])
    (folder / ".comodit.jwt").write_text("jwt.1")
    with (
        ApiClient(ROOT, "U", "P", mfa=lambda: "111111", transport=httpx.MockTransport(server)) as client,
        ThreadPoolExecutor(8) as threads,
    ):
        assert list(threads.map(lambda _: client.run(READ).name, range(8))) == ["A"] * 8
    assert len(service.logins) == 1


def test_an_application_key_wins_and_nothing_logs_in(make_client, server, run, folder):
    keep(folder, "jwt.1")
    server.on("GET", PATH, {"name": "A"})
    run(make_client(ROOT, "UUU", "PPP", "TTT", mfa=given()).run(READ))
    assert server.lines == [f"GET {PATH}"]
    assert server.last.headers["X-ComodIT-AppKey"] == "TTT"
    assert "X-ComodIT-JwtToken" not in server.last.headers


def test_a_function_is_asked_again_after_a_wrong_code(make_client, service, server, run):
    run(make_client(mfa=given("999999", "111111")).run(READ))
    assert [headers["X-ComodIT-TotpToken"] for headers in service.logins] == ["999999", "111111"]


def test_after_three_wrong_codes_it_is_given_up(make_client, service, server, run):
    with pytest.raises(Unauthorized, match="Invalid code"):
        run(make_client(mfa=lambda: "999999").run(READ))
    assert server.lines == ["GET /account/_verify"] * 3


def test_a_wrong_code_that_is_text_is_tried_once(make_client, service, server, run):
    client = make_client(mfa="999999")
    with pytest.raises(Unauthorized, match="Invalid code"):
        run(client.run(READ))
    with pytest.raises(MissingCredentials, match="function that returns one"):
        run(client.run(READ))
    assert server.lines == ["GET /account/_verify"]


def test_a_code_that_is_text_renews_once(make_client, service, run):
    client = make_client(mfa="111111")
    run(client.run(READ))
    service.token = "gone"
    with pytest.raises(Unauthorized, match="Expired"):
        run(client.run(READ))


def test_a_token_that_is_refused_at_once_does_not_log_in_for_ever(make_client, server, run):
    server.on("GET", PATH, LATE)
    server.on(*VERIFY, {"jwtToken": "jwt.x"})
    with pytest.raises(Unauthorized, match="Expired"):
        run(make_client(mfa=lambda: "111111").run(READ))
    assert server.lines.count("GET /account/_verify") <= 2
    assert len(server.asked) == 4


@pytest.mark.parametrize(("status", "kind"), [(403, Forbidden), (500, ServerError)])
def test_another_refusal_renews_nothing(make_client, server, run, folder, status, kind):
    keep(folder, "jwt.1")
    server.on("GET", PATH, (status, {"error": ["no"]}))
    with pytest.raises(kind):
        run(make_client(mfa=given()).run(READ))
    assert server.lines == [f"GET {PATH}"]


@pytest.mark.parametrize("answer", [{}, {"jwtToken": ""}, {"jwtToken": 7}, {"jwtToken": "a\nb"}, b"<html>"])
def test_a_login_without_a_token_is_told_and_keeps_nothing(make_client, server, run, folder, answer):
    server.on(*VERIFY, answer)
    with pytest.raises(InvalidResponse):
        run(make_client(mfa="111111").run(READ))
    assert list(folder.iterdir()) == []


def test_a_login_that_fails_otherwise_is_told(make_client, server, run, folder):
    server.on(*VERIFY, (500, {"error": ["Internal error"]}))
    with pytest.raises(ServerError, match="Internal error") as raised:
        run(make_client(mfa="111111").run(READ))
    assert raised.value.url == f"{ROOT}/account/_verify"
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("code", ["", "12\n34", "é", None, 123456])
def test_a_code_that_cannot_be_sent_is_not_sent(make_client, server, run, code):
    with pytest.raises(MissingCredentials):
        run(make_client(mfa=lambda: code).run(READ))
    assert server.asked == []


def test_a_code_that_never_got_there_is_still_good(make_client, service, server, run):
    server.on(*VERIFY, httpx.ConnectError("down"), service.verify)
    run(make_client(mfa="111111").run(READ))
    assert server.lines == ["GET /account/_verify", "GET /account/_verify", f"GET {PATH}"]


@pytest.mark.parametrize("request_", [READ, wire.organizations.create({"name": "A"})], ids=["read", "create"])
@pytest.mark.parametrize("code", ["111111", lambda: "111111"], ids=["text", "function"])
@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_login_that_the_server_cannot_do_now_is_tried_again_with_the_code(
    make_client, service, server, run, pauses, status, code, request_
):
    server.on(*VERIFY, (status, {}), (status, {}), service.verify)
    run(make_client(mfa=code).run(request_))
    assert [asked.path for asked in server.asked] == [VERIFY[1]] * 3 + [request_.path]
    assert len(pauses) == 2


def test_a_login_that_the_server_cannot_do_at_all_is_told(make_client, service, server, run):
    server.on(*VERIFY, (503, {}))
    with pytest.raises(ServerError, match="_verify"):
        run(make_client(mfa="111111").run(READ))
    assert len(server.asked) == 3


def test_a_login_that_is_lost_does_not_repeat_what_changes_something(make_client, service, server, run):
    server.on(*VERIFY, httpx.ReadError("boom"))
    with pytest.raises(TransportError):
        run(make_client(mfa="111111").run(wire.organizations.create({"name": "A"})))
    assert server.lines == ["GET /account/_verify"]


def test_a_redirection_does_not_log_in_again(make_client, service, server, run):
    server.on("GET", PATH, httpx.Response(302, headers={"Location": f"{ROOT}/organizations/B"}))
    server.on("GET", "/organizations/B", service.guarded)
    run(make_client(mfa="111111").run(READ))
    assert server.lines == ["GET /account/_verify", f"GET {PATH}", "GET /organizations/B"]


def test_nobody_is_asked_on_the_terminal(make_client, service, run, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda *_: pytest.fail("asked on the terminal"))
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(Unauthorized):
        run(make_client(mfa="999999").run(READ))


def test_threads_that_meet_an_expired_token_log_in_once(server, folder):
    service = Service(server, codes=["111111"])
    keep(folder, "jwt.old", "U")
    gate = threading.Barrier(8)
    inner = server.answers["GET", PATH][0]

    def together(request):
        if request.headers.get("X-ComodIT-JwtToken") == "jwt.old":
            gate.wait(timeout=10)  # all of them are refused
        return inner(request)

    server.on("GET", PATH, together)
    with (
        ApiClient(ROOT, "U", "P", mfa=lambda: "111111", transport=httpx.MockTransport(server)) as client,
        ThreadPoolExecutor(8) as threads,
    ):
        found = list(threads.map(lambda _: client.run(READ).name, range(8)))
    assert found == ["A"] * 8
    assert len(service.logins) == 1


def test_tasks_without_a_token_log_in_once(server):
    service = Service(server, codes=["111111"])

    async def ask():
        async with AioClient(ROOT, "U", "P", mfa=lambda: "111111", transport=httpx.MockTransport(answer)) as client:
            return await asyncio.gather(*(client.run(READ) for _ in range(8)))

    async def answer(request):
        await asyncio.sleep(0)
        return server(request)

    assert [organization.name for organization in asyncio.run(ask())] == ["A"] * 8
    assert len(service.logins) == 1


def test_copies_of_a_client_share_the_login(make_client, service, run):
    client = make_client(mfa="111111")
    other = client.with_options(retries=RetryPolicy(attempts=1))
    run(other.run(READ))
    run(client.run(READ))
    assert len(service.logins) == 1


def test_a_login_is_kept_for_the_next_client(make_client, service, server, run, folder):
    run(make_client(mfa="111111").run(READ))
    assert json.loads((folder / ".comodit.jwt").read_text()) == {f"UUU {ROOT}": "jwt.2"}
    server.forget()
    run(make_client().run(READ))
    assert server.lines == [f"GET {PATH}"]


def test_a_login_that_cannot_be_kept_is_good_all_the_same(make_client, service, run, tmp_path):
    client = make_client(mfa="111111", keep_login=tmp_path / "no" / "folder")
    with pytest.warns(UserWarning, match="cannot be kept"):
        assert run(client.run(READ)).name == "A"


def test_nothing_is_kept_that_was_not_asked_for(make_client, service, run, tmp_path, monkeypatch):
    monkeypatch.delenv("COMODIT_JWT_TOKEN_FILE", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    run(make_client(mfa="111111").run(READ))
    assert list(tmp_path.iterdir()) == []


def test_a_code_that_may_be_needed_is_asked_for_after_the_password_was_rejected(make_client, service, server, run):
    client = make_client(mfa=CodeIfRequired(given("111111")))
    for _ in range(2):
        run(client.run(READ))
    assert server.lines == [f"GET {PATH}", "GET /account/_verify", f"GET {PATH}", f"GET {PATH}"]


def test_a_code_that_is_not_needed_is_not_asked_for(make_client, server, run):
    server.on("GET", PATH, {"name": "A"})
    run(make_client(mfa=CodeIfRequired(given())).run(READ))
    assert server.lines == [f"GET {PATH}"]


def test_a_kept_login_that_expired_asks_for_a_code_at_once(make_client, service, server, run, folder):
    keep(folder, "jwt.old")
    run(make_client(mfa=CodeIfRequired(given("111111"))).run(READ))
    assert server.lines == [f"GET {PATH}", "GET /account/_verify", f"GET {PATH}"]


def test_the_token_of_an_old_file_is_used_before_a_code_is_asked_for(make_client, service, server, run, folder):
    (folder / ".comodit.jwt").write_text(service.token)
    run(make_client(mfa=CodeIfRequired(given())).run(READ))
    assert server.lines == [f"GET {PATH}"]
