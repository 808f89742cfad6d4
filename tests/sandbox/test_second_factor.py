"""Users with a second factor (S31): a password and a one-time code give a token."""

from __future__ import annotations

import hmac
from base64 import b32encode

import httpx
import pytest

from comodit_client.sandbox import ApiError, ManualClock, Sandbox
from comodit_client.sandbox.state.one_time_codes import is_valid_code, one_time_code

#: The secret of the test vectors in RFC 6238.
SECRET = b32encode(b"12345678901234567890").decode()
VECTORS = {59: "287082", 1111111109: "081804", 1111111111: "050471", 1234567890: "005924", 2000000000: "279037"}


def code(sandbox_time: float) -> str:
    """Return the code at a time, computed independently of the sandbox."""
    digest = hmac.digest(b"12345678901234567890", int(sandbox_time // 30).to_bytes(8, "big"), "sha1")
    offset = digest[19] & 0xF
    return str((int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFFFFFF) % 1000000).zfill(6)


@pytest.mark.parametrize(("moment", "expected"), VECTORS.items())
def test_the_vectors_of_the_standard(moment: int, expected: str) -> None:
    assert one_time_code(SECRET, moment // 30) == expected == code(moment)
    assert is_valid_code(SECRET, expected, moment)


def test_clocks_may_differ_by_one_step() -> None:
    now = 1_700_000_010.0
    accepted = [step for step in range(-5, 6) if is_valid_code(SECRET, code(now + 30 * step), now)]
    assert accepted == [-1, 0, 1]


@pytest.fixture
def ann(sandbox: Sandbox) -> Sandbox:
    sandbox.add_user("ann", "p", mfa_secret=SECRET)
    return sandbox


def get(sandbox: Sandbox, path: str, **headers: str) -> httpx.Response:
    named = {f"X-ComodIT-{name}": value for name, value in headers.items()}
    return httpx.get(f"{sandbox.url}{path}", auth=None if "JwtToken" in headers else ("ann", "p"), headers=named)


def now(sandbox: Sandbox) -> float:
    found: float = sandbox._control.world.now()
    return found


@pytest.mark.parametrize("path", ["/account/_verify", "/organizations/", "/users/ann"])
@pytest.mark.parametrize("wrong", ["", "000000", "12345", "1234567", "abcdef", "\u0661\u0662\u0663\u0664\u0665\u0666"])
def test_no_code_or_a_wrong_one_is_rejected(ann: Sandbox, path: str, wrong: str) -> None:
    headers = {"X-ComodIT-TotpToken": wrong.encode()} if wrong else {}
    response = httpx.get(f"{ann.url}{path}", auth=("ann", "p"), headers=headers)
    assert response.status_code == 401
    assert "one-time code" in response.json()["error"][0]


def test_a_code_gives_a_token_for_later_requests(ann: Sandbox) -> None:
    response = get(ann, "/account/_verify", TotpToken=code(now(ann)))
    token = response.json()["jwtToken"]
    assert get(ann, "/users/ann", JwtToken=token).json()["username"] == "ann"
    assert get(ann, "/account/_verify", JwtToken=token).status_code == 200
    ann.advance(3600)
    assert get(ann, "/users/ann", JwtToken=token).status_code == 401


def test_an_old_code_is_rejected(ann: Sandbox) -> None:
    old = code(now(ann))
    assert get(ann, "/account/_verify", TotpToken=old).status_code == 200
    ann.advance(90)
    assert get(ann, "/account/_verify", TotpToken=old).status_code == 401


def test_a_code_does_not_replace_the_password(ann: Sandbox) -> None:
    headers = {"X-ComodIT-TotpToken": code(now(ann))}
    assert httpx.get(f"{ann.url}/account/_verify", auth=("ann", "wrong"), headers=headers).status_code == 401


def test_the_code_of_another_user(ann: Sandbox) -> None:
    ann.add_user("bob", "p", mfa_secret=b32encode(b"another secret").decode())
    headers = {"X-ComodIT-TotpToken": code(now(ann))}
    assert httpx.get(f"{ann.url}/account/_verify", auth=("bob", "p"), headers=headers).status_code == 401


def test_application_keys_of_the_user_need_no_code(ann: Sandbox) -> None:
    token = get(ann, "/account/_verify", TotpToken=code(now(ann))).json()["jwtToken"]
    with httpx.Client(base_url=ann.url, headers={"X-ComodIT-JwtToken": token}) as client:
        client.post("/organizations/", json={"name": "Anns"})
        key = client.post("/organizations/Anns/applicationkeys/", json={"name": "k", "method": "BASIC_AUTH"}).json()
    auth = (key["accessKey"], key["secretKey"])
    assert httpx.get(f"{ann.url}/organizations/Anns", auth=auth).status_code == 200


def test_the_secret_is_never_returned(ann: Sandbox) -> None:
    created = ann.add_user("eve", "p", mfa_secret=SECRET)
    shown = httpx.get(f"{ann.url}/users/", auth=("UUU", "PPP")).text
    assert SECRET not in f"{created}{shown}"


@pytest.mark.parametrize("secret", [SECRET.lower(), " ".join(SECRET), f"{SECRET}===="])
def test_spellings_of_a_secret(sandbox: Sandbox, secret: str) -> None:
    sandbox.add_user("ann", "p", mfa_secret=secret)
    assert get(sandbox, "/account/_verify", TotpToken=code(now(sandbox))).status_code == 200


@pytest.mark.parametrize("secret", ["", "1", "not base32!", "A", 5, []])
def test_invalid_secrets(sandbox: Sandbox, secret: object) -> None:
    body = {"username": "ann", "password": "p", "mfa_secret": secret}
    assert httpx.post(f"{sandbox.base_url}/sandbox/user", json=body).status_code == 400
    with pytest.raises(ApiError, match="base32"):
        Sandbox(mfa_secret=secret)


def test_the_first_user() -> None:
    with Sandbox(mfa_secret=SECRET, clock=ManualClock(59)) as sandbox:
        url = f"{sandbox.url}/account/_verify"
        assert httpx.get(url, auth=("UUU", "PPP")).status_code == 401
        headers = {"X-ComodIT-TotpToken": VECTORS[59]}
        assert httpx.get(url, auth=("UUU", "PPP"), headers=headers).status_code == 200
        sandbox.add_user("bob", "p")
        assert httpx.get(url, auth=("bob", "p")).status_code == 200
