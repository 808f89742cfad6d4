"""Authentication."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.sandbox import ManualClock, Sandbox


def status(sandbox: Sandbox, path: str = "/flavors/", **request: object) -> int:
    return httpx.get(f"{sandbox.url}{path}", **request).status_code


@pytest.mark.parametrize(
    "request_",
    [
        {},
        {"auth": ("UUU", "wrong")},
        {"auth": ("wrong", "PPP")},
        {"auth": ("UUU", "")},
        {"auth": ("", "")},
        {"headers": {"Authorization": "Basic"}},
        {"headers": {"Authorization": "Basic !!!"}},
        {"headers": {"Authorization": "Basic /w=="}},
        {"headers": {"Authorization": "Bearer VVVVOlBQUA=="}},
        {"headers": {"X-ComodIT-AppKey": "wrong"}},
        {"headers": {"X-ComodIT-AppKey": ""}},
        {"headers": {"X-ComodIT-JwtToken": "a.b.c"}},
        {"headers": {"X-ComodIT-JwtToken": ""}},
        {"headers": {"X-ComodIT-AppKey": "wrong"}, "auth": ("UUU", "PPP")},
    ],
)
@pytest.mark.parametrize("path", ["/flavors/", "/nothing"])
def test_wrong_or_missing_credentials_are_rejected(sandbox, request_, path: str) -> None:
    response = httpx.get(f"{sandbox.url}{path}", **request_)
    assert response.status_code == 401
    assert response.json()["error"]
    assert response.headers["WWW-Authenticate"].startswith("Basic")


def test_basic_credentials(sandbox) -> None:
    assert status(sandbox, auth=("UUU", "PPP")) == 200
    assert status(sandbox, headers={"Authorization": "bAsIc VVVVOlBQUA=="}) == 200


def test_application_key(sandbox) -> None:
    assert status(sandbox, headers={"x-comodit-appkey": "app-key"}) == 200


def test_token_from_verification(sandbox) -> None:
    given = httpx.get(f"{sandbox.url}/account/_verify", auth=("UUU", "PPP"), headers={"X-ComodIT-TotpToken": "123456"})
    token = given.json()["jwtToken"]
    headers = {"X-ComodIT-JwtToken": token}
    assert status(sandbox, headers=headers) == 200
    assert status(sandbox, "/account/_verify", headers=headers) == 200
    head, claims, signature = token.split(".")
    assert status(sandbox, headers={"X-ComodIT-JwtToken": f"{head}.{claims}x.{signature}"}) == 401
    sandbox.advance(3599)
    assert status(sandbox, headers=headers) == 200
    sandbox.advance(1)
    assert status(sandbox, headers=headers) == 401


def test_other_credentials_and_no_key() -> None:
    with Sandbox(user="rené", password="pässword:with:colons", clock=ManualClock()) as sandbox:
        basic = httpx.BasicAuth("rené".encode(), "pässword:with:colons".encode())
        assert status(sandbox, auth=basic) == 200
        assert status(sandbox, auth=("rené", "pässword")) == 401
        assert status(sandbox, headers={"X-ComodIT-AppKey": ""}) == 401
        assert status(sandbox, headers={"X-ComodIT-AppKey": "None"}) == 401
