"""What responses contain: a right is needed for what is returned as for what is done."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest

from tests.sandbox.conftest import Api

MASK = "********"
SECRET = "not-to-be-seen"
KEYS = f"{Api.O}/applicationkeys/"


@pytest.fixture
def user(api) -> Iterator[Callable[..., Api]]:
    """Return a function that creates a user in groups of owners and returns the API for it."""
    with ExitStack() as stack:

        def make(name: str, **groups: str) -> Api:
            api.sandbox.add_user(name, "p")
            owners = {"organization": Api.O, "environment": Api.E, "host": f"{Api.E}/hosts/web"}
            for owner, group in groups.items():
                path = f"{owners[owner]}/groups/{group.replace(' ', '%20')}"
                users = [*api("GET", path)["users"], {"username": name}]
                api("PUT", path, {"name": group, "users": users})
            client = stack.enter_context(httpx.Client(base_url=api.sandbox.url, auth=(name, "p")))
            return Api(client, api.sandbox)

        yield make


# ---- application keys


@pytest.mark.parametrize("group", ["readonly", "auditors", "users"])
def test_keys_show_their_secrets_to_admins_only(api, user, group: str) -> None:
    bob, admin = user("bob", organization=group), user("ada", organization="admin")
    token = api("POST", KEYS, {"name": "t", "group": "admin"})["token"]
    basic = api("POST", KEYS, {"name": "b", "group": "users", "method": "BASIC_AUTH"})
    assert [key.get("token", key.get("secretKey")) for key in bob.items(KEYS)] == [MASK, MASK]
    assert bob("GET", f"{KEYS}t")["token"] == MASK
    assert bob("GET", f"{KEYS}b")["secretKey"] == MASK
    assert admin("GET", f"{KEYS}t")["token"] == token
    for path in ("groups/", "groups/admin", "groups/users", "groups/tree"):
        text = json.dumps(bob("GET", f"{Api.O}/{path}"))
        assert token not in text
        assert basic["secretKey"] not in text
    assert token in json.dumps(admin("GET", f"{Api.O}/groups/admin"))


def test_a_key_has_no_access_to_its_creator(api) -> None:
    key = api("POST", KEYS, {"name": "k", "group": "admin"})
    for headers, auth in (({"X-ComodIT-AppKey": key["token"]}, None),):
        with httpx.Client(base_url=api.sandbox.url, headers=headers, auth=auth) as client:
            for path in ("/users/", "/users/UUU", "/users/UUU/hosts", "/users/nobody"):
                assert client.get(path).status_code == 403
            body = {"username": "UUU", "password": "mine"}
            assert client.put("/users/UUU", json=body).status_code == 403
            assert client.post("/users/", json=body).status_code == 403
            assert client.delete("/users/UUU").status_code == 403


def test_hosts_of_a_user_are_those_that_the_caller_may_read(api, user) -> None:
    bob = user("bob")
    api("POST", "/organizations/", {"name": "Other"}, populate=True)
    for name in ("OOO", "Other"):
        hosts = f"/organizations/{name}/environments/Default/hosts/"
        api("POST", hosts, {"name": f"of-{name}", "settings": [{"key": "k", "value": f"value-{name}"}]})
    api("POST", "/users/", {"username": "boss", "password": "p", "role": "ADMIN"})
    api("PUT", f"{Api.O}/groups/users", {"name": "users", "users": [{"username": "bob"}, {"username": "boss"}]})
    api("PUT", "/organizations/Other/groups/users", {"name": "users", "users": [{"username": "bob"}]})
    assert [host["name"] for host in bob.items("/users/bob/hosts")] == ["of-OOO", "of-Other"]
    with httpx.Client(base_url=api.sandbox.url, auth=("boss", "p")) as boss:
        response = boss.get("/users/bob/hosts")
    assert [host["name"] for host in response.json()["items"]] == ["of-OOO"]
    assert "value-Other" not in response.text


# ---- secrets


@pytest.fixture
def secrets(api) -> dict[str, str]:
    """Plant secrets; return the paths of resources by the member that is secret."""
    wordpress = f"{Api.O}/applications/Wordpress"
    document = api("GET", wordpress)
    api("PUT", wordpress, {**document, "users": [{"name": "u", "password": SECRET}]})
    api("POST", f"{wordpress}/gits/", {"name": "g", "token": SECRET})
    parameter = {"name": "p", "key": "p", "schema": {"secret": True}, "value": SECRET}
    api("POST", f"{wordpress}/parameters/", parameter)
    headers = [{"name": "A", "value": SECRET, "secret": True}, {"name": "B", "value": "open", "secret": False}]
    api("POST", f"{Api.O}/webhooks/", {"name": "w", "token": SECRET, "headers": headers})
    value = json.dumps({"webHookUrl": f"http://127.0.0.1/{SECRET}"})
    api("POST", f"{Api.O}/notifications/", {"name": "n", "channel": "Slack", "value": value})
    host = api.ready_host(applications=["Wordpress"])
    for owner in (Api.O, Api.E, host, f"{host}/applications/Wordpress"):
        api("POST", f"{owner}/settings/", {"key": "p", "value": SECRET})
    return {
        "password": wordpress,
        "token": f"{wordpress}/gits/g",
        "value": f"{wordpress}/parameters/p",
        "webhook": f"{Api.O}/webhooks/w",
        "channel": f"{Api.O}/notifications/n",
        "setting": f"{Api.O}/settings/p",
        "host": host,
    }


def collection_of(path: str) -> str:
    return path.rpartition("/")[0] + "/"


@pytest.mark.parametrize("group", ["readonly", "auditors"])
def test_secrets_are_masked(api, user, secrets: dict[str, str], group: str) -> None:
    bob, eve = user("bob", organization=group), user("eve", organization="users")
    for path in secrets.values():
        for shown in (path, collection_of(path)):
            assert SECRET in json.dumps(eve("GET", shown)), shown
            assert SECRET not in json.dumps(bob("GET", shown)), shown
    webhook = bob("GET", secrets["webhook"])
    assert [webhook["token"], *(header["value"] for header in webhook["headers"])] == [MASK, MASK, "open"]
    assert SECRET not in json.dumps(bob("GET", f"{Api.O}/tree/settings/"))
    assert SECRET not in json.dumps(bob.items(f"{Api.O}/hosts/"))


def test_the_keys_of_an_organization(api, user) -> None:
    keys = api("GET", f"{Api.O}/access")
    auditor, reader, writer = (user(group, organization=group) for group in ("auditors", "readonly", "users"))
    assert writer("GET", f"{Api.O}/access") == writer("GET", Api.O)["access"] == keys
    assert auditor("GET", f"{Api.O}/access") == auditor("GET", Api.O)["access"] == {**keys, "secretKey": MASK}
    assert auditor("POST", f"{Api.O}/access")["secretKey"] == MASK
    reader("GET", f"{Api.O}/access", status=403)
    assert "access" not in reader("GET", Api.O)


@pytest.mark.parametrize("group", ["readonly", "auditors", "users"])
def test_a_template_shows_the_keys_of_an_organization_to_its_users_only(api, user, group: str) -> None:
    keys, host = api("GET", f"{Api.O}/access"), api.host(applications=["Wordpress"])
    bob, of_host = user("bob", organization=group), user("eve", host="users")
    content = b"${_org.access_key} ${_org.secret_key}"
    api.upload(f"{Api.O}/applications/Wordpress/files/wp-config.php/content", content)
    file = f"{host}/applications/Wordpress/files/wp-config.php"
    everything = f"{keys['accessKey']} {keys['secretKey']}".encode()
    assert bob("GET", file) == (everything if group == "users" else b"******** ********")
    assert of_host("GET", file) == b"******** ********"
    assert httpx.get(of_host("GET", f"{file}/link")["url"]).content == b"******** ********"
    assert httpx.get(api("GET", f"{file}/link")["url"]).content == everything


def test_the_screen_of_a_machine_is_for_those_who_may_change_it(api, user) -> None:
    host = api.ready_host()
    token = api("GET", f"{host}/instance/vnc")["token"]
    user("bob", organization="readonly")("GET", f"{host}/instance/vnc", status=403)
    assert user("eve", organization="auditors")("GET", f"{host}/instance/vnc")["token"] == token


def test_a_masked_secret_is_not_stored(api, user, secrets: dict[str, str]) -> None:
    bob = user("bob", organization="auditors")
    for name in ("password", "token", "webhook", "channel"):
        shown = bob("GET", secrets[name])
        (text,) = bob("PUT", secrets[name], shown, status=400)["error"]
        assert "masked" in text
        assert SECRET in json.dumps(api("GET", secrets[name]))
    changed = bob("PUT", secrets["webhook"], {**bob("GET", secrets["webhook"]), "token": "new", "headers": []})
    assert changed["token"] == MASK
    assert api("GET", secrets["webhook"])["token"] == "new"
    bob("PUT", Api.O, bob("GET", Api.O))


@pytest.mark.parametrize("shown", [{"schema": {"secret": False}}, {"schema": {}}, {"key": "q", "name": "q"}])
def test_an_auditor_does_not_make_a_secret_public(api, user, secrets: dict[str, str], shown: dict[str, Any]) -> None:
    bob, path = user("bob", organization="auditors"), secrets["value"]
    parameter = {"name": "p", "key": "p", "schema": {"secret": True}, "value": "x", **shown}
    bob("PUT", path, parameter, status=403)
    bob("DELETE", path, status=403)
    bob("DELETE", collection_of(path), status=403)
    bob("PUT", path, {**parameter, "key": "p", "name": "p", "schema": {"secret": True, "type": "string"}})
    # An application that comes first by name does not decide either.
    bob("POST", f"{Api.O}/applications/", {"name": "A", "parameters": [{"name": "p", "key": "p", "schema": {}}]})
    assert bob("GET", f"{Api.O}/settings/p")["value"] == MASK
    assert [item["key"] for item in bob.items(f"{Api.O}/settings/", no_secret=True)] == []
    user("eve", organization="users")("DELETE", path)
    assert bob("GET", f"{Api.O}/settings/p")["value"] == SECRET


# ---- the store


def test_an_entry_contains_no_secrets(api, user, secrets: dict[str, str]) -> None:
    bob = user("bob")
    distribution = {
        "name": "D",
        "parameters": [{"name": "p", "key": "p", "schema": {"secret": True}, "value": SECRET}],
        "settings": [{"key": "p", "value": SECRET}, {"key": "open", "value": 1}],
    }
    api("POST", f"{Api.O}/distributions/", distribution)
    for word, name in (("application", "Wordpress"), ("distribution", "D")):
        uuid = api("GET", f"{Api.O}/{word}s/{name}")["uuid"]
        entry = api("POST", f"/store/{word}s/", {word: uuid})
        for own in (api, bob):
            for path in ("", entry["uuid"]):
                assert SECRET not in json.dumps(own("GET", f"/store/{word}s/{path}"))
        bob("POST", "/organizations/", {"name": word})
        bob("POST", f"/organizations/{word}/purchased/{word}s/", {"published": entry["uuid"], "name": "copy"})
        assert SECRET not in json.dumps(bob("GET", f"/organizations/{word}/{word}s/copy"))
    settings = bob.items("/organizations/distribution/distributions/copy/settings/")
    assert [setting["key"] for setting in settings] == ["open"]


@pytest.mark.parametrize("word", ["application", "distribution"])
def test_private_entries(api, user, word: str) -> None:
    bob = user("bob")
    for name in ("Vic", "Other"):
        api("POST", "/organizations/", {"name": name})
    definition = api("GET", f"{Api.O}/{word}s/{'Wordpress' if word == 'application' else 'Demo%20Distribution'}")
    entry = api("POST", f"/store/{word}s/", {word: definition["uuid"], "authorized": ["Vic", "Other"]})["uuid"]
    path = f"/store/{word}s/"
    for organization in ("Vic", "Other", "OOO"):
        for shown in (path, f"{path}{entry}"):
            bob("GET", shown, org_name=organization, status=403)
        bob("GET", path, org_name=organization, filter="private", status=403)
    assert bob.items(path) == []
    bob("GET", f"{path}{entry}", status=404)
    bob("POST", "/organizations/", {"name": "Bobs"})
    bob("GET", f"{path}{entry}", org_name="Bobs", status=404)
    bob("POST", f"/organizations/Bobs/purchased/{word}s/", {"published": entry, "name": "x"}, status=404)
    api("PUT", "/organizations/Vic/groups/readonly", {"name": "readonly", "users": [{"username": "bob"}]})
    assert bob("GET", f"{path}{entry}", org_name="Vic")["authorized"] == ["Vic"]
    assert api("GET", f"{path}{entry}", org_name="OOO")["authorized"] == ["Vic", "Other"]


def test_a_new_organization_with_an_old_name_is_not_authorized(api, user) -> None:
    bob = user("bob")
    api("POST", "/organizations/", {"name": "Vic"})
    uuid = api("GET", f"{Api.O}/applications/Wordpress")["uuid"]
    entry = api("POST", "/store/applications/", {"application": uuid, "authorized": ["Vic"]})["uuid"]
    api("DELETE", "/organizations/Vic")
    bob("POST", "/organizations/", {"name": "Vic"})
    bob("GET", f"/store/applications/{entry}", org_name="Vic", status=404)
    bob("GET", f"/store/applications/{entry}", status=404)
