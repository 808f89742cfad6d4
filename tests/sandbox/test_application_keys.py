"""Application keys (S30) and their rights."""

from __future__ import annotations

import re

import httpx
import pytest

PATH = "/organizations/OOO/applicationkeys/"
PNG = b"\x89PNG\r\n\x1a\n"


def status_with_key(api, key, method: str = "GET", path: str = "/organizations/OOO", **request) -> int:
    """Send a request with a key; return the status."""
    if key["method"] == "TOKEN":
        request["headers"] = {"X-ComodIT-AppKey": key["token"]}
    else:
        request["auth"] = (key["accessKey"], key["secretKey"])
    return httpx.request(method, f"{api.sandbox.url}{path}", **request).status_code


@pytest.mark.parametrize("method", ["TOKEN", "BASIC_AUTH"])
def test_the_collection(api, method: str) -> None:
    assert api.items(PATH) == []
    sent = {"name": "ci", "description": "d", "group": "users", "method": method, "creator": "me", "token": "mine"}
    key = api("POST", PATH, sent)
    assert key["organization"] == "OOO"
    assert key["creator"] == "UUU"
    assert re.fullmatch(r".{19}\.\d{3}\+0000", key["created"])
    secrets = {"token"} if method == "TOKEN" else {"accessKey", "secretKey"}
    assert key.keys() & {"token", "accessKey", "secretKey"} == secrets
    assert key.get("token") != "mine"
    assert api.items(PATH) == [key]
    assert api("GET", f"{PATH}ci") == key
    api("POST", PATH, sent, status=409)
    changed = api("PUT", f"{PATH}ci", {**key, "name": "cd", "group": "admin"})
    assert changed == {**key, "name": "cd", "group": "admin", "version": 1}, "the secret stays"
    api("GET", f"{PATH}ci", status=404)
    assert status_with_key(api, key) == 200
    api("DELETE", f"{PATH}cd")
    api("DELETE", f"{PATH}cd", status=404)
    assert status_with_key(api, key) == 401, "it is revoked"
    other = api("POST", PATH, {"name": "other"})
    assert (other["group"], other["method"]) == ("users", "TOKEN")
    api("DELETE", PATH)
    assert api.items(PATH) == []
    assert status_with_key(api, other) == 401


@pytest.mark.parametrize("method", ["TOKEN", "BASIC_AUTH"])
def test_reset_replaces_the_secret(api, method: str) -> None:
    old = api("POST", PATH, {"name": "ci", "method": method})
    new = api("PUT", f"{PATH}ci/_reset")
    assert new["uuid"] == old["uuid"]
    assert status_with_key(api, old) == 401
    assert status_with_key(api, new) == 200
    api("PUT", f"{PATH}nope/_reset", status=404)


def test_a_new_method_replaces_the_secret(api) -> None:
    old = api("POST", PATH, {"name": "ci"})
    new = api("PUT", f"{PATH}ci", {**old, "method": "BASIC_AUTH"})
    assert "token" not in new
    assert status_with_key(api, old) == 401
    assert status_with_key(api, new) == 200
    assert status_with_key(api, {**new, "secretKey": "wrong"}) == 401


def test_a_key_expires(api) -> None:
    key = api("POST", PATH, {"name": "ci", "expirationDate": None})
    assert "expirationDate" not in key
    end = api("PUT", f"{PATH}ci", {**key, "expirationDate": key["created"]})
    assert end["expirationDate"] == key["created"]
    assert status_with_key(api, key) == 401
    api("PUT", f"{PATH}ci", {**end, "expirationDate": "2099-04-04T15:37:30.612+0200"})
    assert status_with_key(api, key) == 200


@pytest.mark.parametrize(
    "members", [{"method": "MAGIC"}, {"group": "nope"}, {"expirationDate": "soon"}, {"name": ""}, {"group": 5}]
)
def test_invalid_keys(api, members) -> None:
    api("POST", PATH, {"name": "ci", **members}, status=400)
    assert api.items(PATH) == []
    api("POST", PATH, {"name": "ci"})
    api("PUT", f"{PATH}ci", {"name": "ci", **members}, status=400)


def test_rights_of_the_groups(api) -> None:
    """S27, and the description of readonly."""
    reader, user, admin = (api("POST", PATH, {"name": name, "group": name}) for name in ("readonly", "users", "admin"))
    hosts, keys = "/organizations/OOO/environments/Default/hosts/", PATH
    for key, to_hosts, to_keys in ((reader, 403, 403), (user, 200, 403), (admin, 200, 200)):
        name = key["name"]
        assert status_with_key(api, key, path=hosts) == 200
        assert status_with_key(api, key, "POST", hosts, json={"name": name}) == to_hosts
        assert status_with_key(api, key, "POST", keys, json={"name": f"{name}-2"}) == to_keys
        picture = {"file": PNG}
        assert (
            status_with_key(api, key, "POST", "/organizations/OOO/applications/Wordpress/thumb", files=picture)
            == to_hosts
        )
    assert [host["name"] for host in api.items(hosts)] == ["users", "admin"]


def test_a_key_is_valid_for_its_organization_only(api) -> None:
    api("POST", "/organizations/", {"name": "Other"}, populate=True)
    key = api("POST", PATH, {"name": "ci", "group": "admin"})
    headers = {"X-ComodIT-AppKey": key["token"]}
    seen = httpx.get(f"{api.sandbox.url}/organizations/", headers=headers).json()["items"]
    assert [organization["name"] for organization in seen] == ["OOO"]
    assert status_with_key(api, key, path="/organizations/Other") == 403
    assert status_with_key(api, key, "DELETE", "/organizations/Other") == 403
    assert status_with_key(api, key, "POST", "/organizations/", json={"name": "New"}) == 403
    assert status_with_key(api, key, "DELETE", "/organizations/") == 403
    assert status_with_key(api, key, path="/flavors/") == 200
    assert status_with_key(api, key, path="/organizations/Nope") == 404
    assert status_with_key(api, key, path="/account/_verify") == 403, "a token would have a user's rights"
    assert len(api.items("/organizations/")) == 2


def test_a_key_in_the_store(api) -> None:
    api("POST", "/organizations/", {"name": "Other"}, populate=True)
    uuids = [api("GET", f"/organizations/{name}/applications/Wordpress")["uuid"] for name in ("OOO", "Other")]
    theirs = api("POST", "/store/applications/", {"application": uuids[1], "authorized": ["Other"]})["uuid"]
    key = api("POST", PATH, {"name": "ci"})
    at = f"/store/applications/{theirs}"
    assert status_with_key(api, key, "DELETE", at) == 403
    assert status_with_key(api, key, "PUT", at, json={"uuid": theirs}) == 403
    assert status_with_key(api, key, "PUT", f"{at}/organizations", json=[]) == 403
    assert status_with_key(api, key, path=f"{at}?org_name=Other") == 403
    api("DELETE", at)
    assert status_with_key(api, key, "POST", "/store/applications/", json={"application": uuids[1]}) == 403
    assert status_with_key(api, key, "POST", "/store/applications/", json={"application": uuids[0]}) == 200
    theirs = api("POST", "/store/applications/", {"application": uuids[1]})["uuid"]
    assert status_with_key(api, key, "DELETE", "/store/applications/") == 204
    assert [entry["uuid"] for entry in api.items("/store/applications/")] == [theirs]
