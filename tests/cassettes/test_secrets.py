"""No secret reaches a cassette, wherever it is planted; and the cassette replays."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from comodit_client.api import Client
from comodit_client.cassettes import Cassette
from comodit_client.cassettes.masking import mask_interactions
from tests.cassettes.conftest import PLANTED, Service, planted

PASSWORD = planted("password")
LOGIN = f"UUU:{PASSWORD}".encode()


def use_the_client(url: str) -> list[Any]:
    """Send secrets in all the ways that the client has, and return what came back."""
    with Client(url, "UUU", PASSWORD, mfa=f"{PLANTED}-code") as client:
        org = client.get_organization("OOO")
        org.settings().create("db_pin", planted("pin"))
        org.settings().create("password_of_mail", planted("named"))
        org.settings().create("list_of_tokens", [planted("listed"), 471147])
        found = [org.settings().get("db_pin").version, org.settings().get("account").value["user"]]
        org.notifications().get("mail")
        org.webhooks().get("deploy")
        platform = org.get_platform("P")
        platform.get_file("f").set_content(f"token={planted('pin')}\n".encode())
        return [*found, org.name]


def use_httpx(url: str) -> list[Any]:
    """Send secrets in the ways that the client does not have."""
    login = f"user:{PLANTED}-userinfo@"
    with httpx.Client(cookies={"session": f"{PLANTED}-cookie"}) as client:
        query = {"X-ComodIT-AppKey": planted("query"), "access_token": f"{PLANTED}-access", "secret_only": "true"}
        named = client.get(url.replace("://", f"://{login}") + "/login", params=query).json()
        form = client.put(f"{url}/form", data={"password": planted("form"), "user": "UUU"})
        key = "-----BEGIN RSA PRIVATE KEY-----\n" + PLANTED + "\n-----END RSA PRIVATE KEY-----"
        client.put(f"{url}/key", content=key)
        client.put(f"{url}/token", content=f"eyJhbGciOiJIUzI1NiJ9.{PLANTED}.{PLANTED}")
        client.put(f"{url}/quoted", json={"message": f"{PASSWORD} is wrong, and so is {LOGIN!r}", "number": 471147})
        client.get(
            f"{url}/echo/{quote(planted('query'), safe='')}", headers={"Proxy-Authorization": f"X {PLANTED}-proxy"}
        )
        rendered, binary = client.get(f"{url}/rendered").text, client.get(f"{url}/binary").content
        return [named["url"] == url, "user=UUU" in form.text, rendered[:6], binary[:2], binary[-1:]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cassettes" / "all.yaml"


def run(path: Path, url: str | None) -> list[Any]:
    cassette = Cassette(path, url)
    with cassette.open():
        result = use_the_client(cassette.url) + use_httpx(cassette.url)
        cassette.succeeded = True
    cassette.check()
    return result


def test_no_planted_secret_is_in_the_cassette_and_it_replays_offline(path: Path, service: Service) -> None:
    recorded = run(path, service.url)
    text = path.read_text(encoding="utf-8")
    content = text.encode() + base64.b64decode(text.partition("!!binary |")[2].split("\n\n")[0].partition("headers")[0])
    assert PLANTED.encode() not in content
    for secret in (PASSWORD, planted("pin"), f"{PLANTED}-jwt"):
        assert base64.b64encode(secret.encode()).decode() not in text
    assert base64.b64encode(LOGIN).decode() not in text
    assert "471147" not in text
    assert "session" not in text
    assert service.url not in text
    assert str(service.server_address[1]) not in text
    service.shutdown()
    assert run(path, None) == recorded


def test_what_is_not_secret_is_kept(path: Path, service: Service) -> None:
    run(path, service.url)
    text = path.read_text(encoding="utf-8")
    for kept in (
        '"user":"visible"',
        '"version":1',
        "secret_only=true",
        "user=UUU",
        "hooks.example.com/x",
        "request-of-***",
    ):
        assert kept in text


def interaction(uri: str, body: str, response: str = "", headers: dict[str, list[str]] | None = None) -> dict[str, Any]:
    request = {"method": "POST", "uri": uri, "headers": headers or {}, "body": body}
    status = {"code": 200, "message": "OK"}
    return {"request": request, "response": {"status": status, "headers": {}, "body": {"string": response}}}


def masked_body(body: str, *others: str, uri: str = "http://server/api/x") -> str:
    masked = mask_interactions([interaction(uri, text) for text in (body, *others)], "http://server/api")
    result: str = masked[0]["request"]["body"]
    return result


@pytest.mark.parametrize(
    ("body", "masked"),
    [
        ('{"password":"abc"}', '{"password":"***"}'),
        ('{"password":null,"secret":true}', '{"password":null,"secret":true}'),
        ('{"password":"x","other":"xx"}', '{"password":"***","other":"xx"}'),
        ('{"settings":{"api_key":12}}', '{"settings":{"api_key":"***"}}'),
        ('[{"key":"k","schema":{"secret":true},"value":"abc"},{"name":"k","k":7}]', None),
        ('{"key":"k","schema":{"password":true,"default":"abc","enum":["abc"]}}', None),
        ('{"value":[{"a":"abc"}],"schema":{"items":{"properties":{"a":{"secret":true}}}}}', None),
        ('{"credentials":{"id":"abc","flag":true}}', '{"credentials":{"id":"***","flag":true}}'),
    ],
)
def test_secrets_are_known_by_names_and_schemas(body: str, masked: str | None) -> None:
    result = masked_body(body)
    assert "abc" not in result
    assert ":7}" not in result
    assert masked in (None, result)


def test_a_setting_that_turns_out_to_be_secret_is_masked_from_the_beginning() -> None:
    schema = '{"key":"pin","value":"other","schema":{"secret":true}}'
    assert masked_body('{"key":"pin","value":1}', schema) == '{"key":"pin","value":"***"}'
    assert masked_body('{"pin":1,"name":2}', schema) == '{"pin":"***","name":2}'


def test_a_secret_setting_with_the_name_of_a_member_does_not_mask_that_member() -> None:
    assert masked_body('{"name":"web"}', '{"key":"name","value":"x","schema":{"secret":true}}') == '{"name":"web"}'


def test_the_schema_of_the_path_counts() -> None:
    assert masked_body('{"value":"abc"}') == '{"value":"abc"}'
    assert masked_body('{"value":"abc"}', uri="http://server/api/organizations/O/notifications/n") == '{"value":"***"}'


def test_the_longest_secret_goes_first() -> None:
    assert masked_body('["abcdef","abc"]', '{"token":["abc","abcdef"]}') == '["***","***"]'


@pytest.mark.parametrize("value", ["true", "None", "ab"])
def test_what_may_be_any_word_is_masked_in_its_place_only(value: str) -> None:
    assert masked_body(f'{{"a":"{value}","token":"{value}"}}') == f'{{"a":"{value}","token":"***"}}'


@pytest.mark.parametrize(
    "endpoint", ["https://api.example.com", "https://u:pl4nt@api.example.com", "https://api.example.com/api"]
)
def test_the_server_is_replaced_in_urls_and_no_other(endpoint: str) -> None:
    urls = '["https://api.example.com:8080/a","https://api.example.com.evil","https://api.example.com/api/a"]'
    (masked,) = mask_interactions([interaction(f"{endpoint}/x", urls)], endpoint)
    assert masked["request"]["uri"].startswith("http://comodit.invalid/api/x")
    assert masked["request"]["body"].startswith(
        '["https://api.example.com:8080/a","https://api.example.com.evil","http://comodit'
    )
    assert "pl4nt" not in str(masked)
