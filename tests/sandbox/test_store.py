"""The store: publish, list, push, purchase, pull (S133)."""

from __future__ import annotations

import re

import httpx
import pytest

from tests.sandbox.conftest import Api

FAMILIES = ["applications", "distributions"]
NAMES = {"applications": "Wordpress", "distributions": "Demo Distribution"}
FILES = {"applications": "wp-config.php", "distributions": "kickstart"}
UNKNOWN = "0" * 32
PNG = b"\x89PNG\r\n\x1a\n"

pytestmark = pytest.mark.parametrize("family", FAMILIES)


def source(api, family: str) -> str:
    return f"{api.O}/{family}/{NAMES[family]}"


def publish(api, family: str, **members):
    uuid = api("GET", source(api, family))["uuid"]
    return api("POST", f"/store/{family}/", {family.removesuffix("s"): uuid, **members})


def purchase(api, family: str, published: str, name: str = "Mine", **members):
    api("POST", "/organizations/", {"name": "Buyer"})
    body = {"published": published, "name": name, **members}
    return api("POST", f"/organizations/Buyer/purchased/{family}/", body)


def listed(api, family: str, **query) -> list[str]:
    return [entry["uuid"] for entry in api.items(f"/store/{family}/", **query)]


def test_an_entry_is_a_copy(api, family: str) -> None:
    path = source(api, family)
    before = api("PUT", path, {**api("GET", path), "license": "MIT", "price": "0.00", "url": "https://x.example"})
    assert before["canPush"] is before["canPull"] is False
    assert "publishedAs" not in before
    entry = publish(api, family)
    assert re.fullmatch("[0-9A-F]{32}", entry["uuid"])
    assert entry["uuid"] != before["uuid"]
    assert {name: entry[name] for name in ("name", "license", "price", "url", "version")} == {
        name: before[name] for name in ("name", "license", "price", "url", "version")
    }
    assert entry["authorized"] == []
    assert entry["publishingOrganization"] == {"companyName": "OOO"}
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000", entry["datePublished"])
    assert entry["dateUpdated"] == entry["datePublished"]
    assert entry["definition"]["files"] == before["files"]
    assert entry["definition"].get("settings") == before.get("settings")
    assert api("GET", f"/store/{family}/{entry['uuid']}") == entry
    assert api("GET", path)["publishedAs"] == entry["uuid"]
    assert "already" in api("POST", f"/store/{family}/", {family[:-1]: before["uuid"]}, status=409)["error"][0]


def test_definitions_that_cannot_be_published(api, family: str) -> None:
    api("POST", f"/store/{family}/", {family[:-1]: UNKNOWN}, status=404)
    api("POST", f"/store/{family}/", {}, status=400)
    api("POST", f"/store/{family}/", {family[:-1]: ""}, status=400)
    other = "distributions" if family == "applications" else "applications"
    uuid = api("GET", source(api, other))["uuid"]
    api("POST", f"/store/{family}/", {family[:-1]: uuid}, status=404)
    api("POST", f"/store/{family}/", {family[:-1]: uuid, "authorized": ["Nope"]}, status=404)


@pytest.mark.parametrize(("method", "below"), [("GET", ""), ("PUT", ""), ("DELETE", ""), ("PUT", "/organizations")])
def test_missing_entries(api, family: str, method: str, below: str) -> None:
    body = {"GET": None, "DELETE": None, "PUT": [] if below else {"uuid": UNKNOWN}}[method]
    assert UNKNOWN in api(method, f"/store/{family}/{UNKNOWN}{below}", body, status=404)["error"][0]


def test_pushing(api, family: str) -> None:
    entry = publish(api, family)
    path, at = source(api, family), f"/store/{family}/{entry['uuid']}"
    api("POST", f"{path}/parameters/", {"name": "more"})
    assert api("GET", path)["canPush"] is True
    assert api("GET", at) == entry, "the store has what was pushed last"
    api.sandbox.advance(60)
    pushed = api("PUT", at, {"uuid": entry["uuid"]})
    assert "more" in [parameter["name"] for parameter in pushed["definition"]["parameters"]]
    assert pushed["version"] == api("GET", path)["version"] > entry["version"]
    assert pushed["dateUpdated"] > pushed["datePublished"] == entry["datePublished"]
    assert api("GET", path)["canPush"] is False
    for change in ("content", "thumb"):
        if change == "thumb":
            api.upload(f"{path}/thumb", PNG)
        else:
            api.upload(f"{path}/files/{FILES[family]}/content", b"new")
        assert api("GET", path)["canPush"] is True
        api("PUT", at, {"uuid": entry["uuid"]})
    api("DELETE", path)
    assert "no longer exists" in api("PUT", at, {"uuid": entry["uuid"]}, status=409)["error"][0]
    assert api("GET", at)["name"] == NAMES[family], "it is still offered"
    api("DELETE", at)


def test_visibility_of_entries(api, family: str) -> None:
    for name in ("Friend", "Stranger"):
        api("POST", "/organizations/", {"name": name})
    uuid = publish(api, family, authorized=["Friend"])["uuid"]
    at = f"/store/{family}/{uuid}"
    assert listed(api, family) == []
    assert listed(api, family, filter="public", org_name="Friend") == []
    assert listed(api, family, org_name="Friend") == [uuid]
    assert listed(api, family, filter="private", org_name="Friend") == [uuid]
    assert listed(api, family, filter="private", org_name="OOO") == [uuid], "the publisher"
    assert listed(api, family, filter="private", org_name="Stranger") == []
    api("GET", at, status=404)
    api("GET", at, org_name="Stranger", status=404)
    assert api("GET", at, org_name="Friend", filter="public")["authorized"] == ["Friend"]
    changed = api("PUT", f"{at}/organizations", ["Stranger", "Stranger"])
    assert changed["authorized"] == ["Stranger"]
    api("GET", at, org_name="Friend", status=404)
    api("PUT", f"{at}/organizations", ["Nope"], status=400)
    api("PUT", f"{at}/organizations", {"authorized": []}, status=400)
    assert api("PUT", at, {"uuid": uuid})["authorized"] == ["Stranger"], "a push leaves them"
    assert api("PUT", at, {"uuid": uuid, "authorized": ["Friend"]})["authorized"] == ["Friend"]
    api("PUT", f"{at}/organizations", [])
    assert listed(api, family) == listed(api, family, filter="public") == [uuid]
    assert listed(api, family, filter="private", org_name="OOO") == []
    assert listed(api, family, filter="featured") == []
    api("GET", f"/store/{family}/", filter="private", status=400)
    api("GET", f"/store/{family}/", filter="cheap", status=400)
    api("GET", f"/store/{family}/", org_name="Nope", status=404)


def test_withdrawing(api, family: str) -> None:
    uuid = publish(api, family)["uuid"]
    bought = purchase(api, family, uuid)
    api("DELETE", f"/store/{family}/{uuid}")
    api("GET", f"/store/{family}/{uuid}", status=404)
    assert "publishedAs" not in api("GET", source(api, family))
    mine = api("GET", f"/organizations/Buyer/{family}/Mine")
    assert mine["purchasedAs"] == bought["uuid"], "what was purchased stays"
    assert mine["canPull"] is False
    api("PUT", f"/organizations/Buyer/purchased/{family}/{bought['uuid']}", {"uuid": bought["uuid"]}, status=404)
    again = publish(api, family)["uuid"]
    assert again != uuid
    api("DELETE", f"/store/{family}/")
    assert listed(api, family) == []


def test_a_purchase_copies_the_entry(api, family: str) -> None:
    path = source(api, family)
    api.upload(f"{path}/thumb", PNG)
    if family == "applications":
        api("POST", f"{path}/gits/", {"name": "site"})
    api("POST", f"{path}/lock")
    entry = publish(api, family)
    bought = purchase(api, family, entry["uuid"])
    assert bought["published"] == entry["uuid"]
    assert bought["name"] == "Mine"
    assert bought["purchasedVersion"] == entry["version"]
    assert bought["datePurchased"] == entry["datePublished"]
    at = f"/organizations/Buyer/purchased/{family}/"
    assert api.items(at) == [bought]
    assert api("GET", f"{at}{bought['uuid']}") == bought
    copy = f"/organizations/Buyer/{family}/Mine"
    mine = api("GET", copy)
    assert mine["organization"] == "Buyer"
    assert mine["purchasedAs"] == bought["uuid"]
    assert mine["locked"] is False
    assert mine["uuid"] != api("GET", path)["uuid"]
    assert [file["name"] for file in mine["files"]] == [FILES[family]]
    assert mine.get("settings") == api("GET", path).get("settings")
    content = f"files/{FILES[family]}/content"
    assert api("GET", f"{copy}/{content}") == api("GET", f"{path}/{content}")
    assert api("GET", f"{copy}/thumb") == PNG
    if family == "applications":
        assert [git["name"] for git in api.items(f"{copy}/gits/")] == ["site"]
    api("PUT", copy, {**mine, "name": "Renamed"})
    assert api("GET", f"{at}{bought['uuid']}")["name"] == "Renamed"


def test_entries_that_cannot_be_purchased(api, family: str) -> None:
    uuid = publish(api, family, authorized=["OOO"])["uuid"]
    at = f"{api.O}/purchased/{family}/"
    api("POST", at, {"published": UNKNOWN, "name": "Mine"}, status=404)
    api("POST", at, {"published": uuid}, status=400)
    api("POST", at, {"name": "Mine"}, status=400)
    api("POST", at, {"published": uuid, "name": NAMES[family]}, status=409)
    api("POST", "/organizations/", {"name": "Other"})
    api("POST", f"/organizations/Other/purchased/{family}/", {"published": uuid, "name": "Mine"}, status=404)
    assert api.items(at) == []
    for method, body in (("GET", None), ("PUT", {"uuid": UNKNOWN}), ("DELETE", None)):
        api(method, f"{at}{UNKNOWN}", body, status=404)


def test_pulling(api, family: str) -> None:
    path = source(api, family)
    entry = publish(api, family)
    bought = purchase(api, family, entry["uuid"])
    at, copy = f"/organizations/Buyer/purchased/{family}/{bought['uuid']}", f"/organizations/Buyer/{family}/Mine"
    before = api("GET", copy)
    assert before["canPull"] is False
    api("POST", f"{path}/parameters/", {"name": "more"})
    api.upload(f"{path}/files/{FILES[family]}/content", b"newer")
    if family == "distributions":
        api("POST", f"{path}/settings/", {"key": "added", "value": 1})
        api("PUT", f"{copy}/settings/cmdline", {"key": "cmdline", "value": "own"})
    assert api("GET", copy)["canPull"] is False, "it was not pushed yet"
    pushed = api("PUT", f"/store/{family}/{entry['uuid']}", {"uuid": entry["uuid"]})
    assert api("GET", copy)["canPull"] is True
    pulled = api("PUT", at, {"uuid": bought["uuid"]})
    assert pulled["purchasedVersion"] == pushed["version"]
    after = api("GET", copy)
    assert after["canPull"] is False
    assert (after["name"], after["uuid"]) == ("Mine", before["uuid"])
    assert after["version"] > before["version"]
    assert "more" in [parameter["name"] for parameter in after["parameters"]]
    assert api("GET", f"{copy}/files/{FILES[family]}/content") == b"newer"
    if family == "distributions":
        assert {item["key"]: item["value"] for item in after["settings"]} == {"cmdline": "own", "added": 1}
    api("POST", f"{copy}/lock")
    api("PUT", at, {"uuid": bought["uuid"]}, status=409)
    api("POST", f"{copy}/unlock")
    api("DELETE", copy)
    assert "no longer exists" in api("PUT", at, {"uuid": bought["uuid"]}, status=409)["error"][0]
    assert api("GET", at)["name"] == "Mine"


def test_a_purchase_over_an_existing_definition(api, family: str) -> None:
    entry = publish(api, family)
    first = purchase(api, family, entry["uuid"])
    at, copy = f"/organizations/Buyer/purchased/{family}/", f"/organizations/Buyer/{family}/Mine"
    api("DELETE", f"{copy}/parameters/")
    body = {"published": entry["uuid"], "name": "Mine"}
    api("POST", at, body, status=409)
    second = api("POST", at, {**body, "forceUpdate": True})
    assert [item["uuid"] for item in api.items(at)] == [second["uuid"]] != [first["uuid"]]
    assert len(api.items(f"{copy}/parameters/")) == len(entry["definition"]["parameters"])
    assert api("GET", copy)["purchasedAs"] == second["uuid"]
    api("POST", at, {**body, "name": "New", "forceUpdate": "true"})
    assert len(api.items(f"/organizations/Buyer/{family}/")) == 2


def test_deleting_a_purchase_leaves_the_copy(api, family: str) -> None:
    entry = publish(api, family)
    bought = purchase(api, family, entry["uuid"])
    at, copy = f"/organizations/Buyer/purchased/{family}/", f"/organizations/Buyer/{family}/Mine"
    api("DELETE", f"{at}{bought['uuid']}")
    assert "purchasedAs" not in api("GET", copy)
    api("POST", at, {"published": entry["uuid"], "name": "Other"})
    api("DELETE", copy)
    api("DELETE", at)
    assert api.items(at) == []
    assert [item["name"] for item in api.items(f"/organizations/Buyer/{family}/")] == ["Other"]


def test_a_clone_is_not_linked_to_the_store(api, family: str) -> None:
    publish(api, family)
    clone = api("PUT", f"{source(api, family)}/_clone", name="Clone")
    assert "publishedAs" not in clone
    api("POST", f"/store/{family}/", {family[:-1]: clone["uuid"]})
    assert len(listed(api, family)) == 2


def test_entries_survive_their_publisher(api, family: str) -> None:
    api("POST", "/organizations/", {"name": "Short"}, populate=True)
    uuid = api("GET", f"/organizations/Short/{family}/{NAMES[family]}")["uuid"]
    entry = api("POST", f"/store/{family}/", {family[:-1]: uuid})
    api("DELETE", "/organizations/Short")
    assert api("GET", f"/store/{family}/{entry['uuid']}")["publishingOrganization"] == {"companyName": ""}
    assert purchase(api, family, entry["uuid"])["name"] == "Mine"


def test_changing_entries_requires_rights_in_the_publisher(api, family: str) -> None:
    entry = publish(api, family)
    uuid, path = api("GET", source(api, family))["uuid"], f"/store/{family}/{entry['uuid']}"
    word = family.removesuffix("s")
    api.sandbox.add_user("bob", "b")
    with httpx.Client(base_url=api.sandbox.url, auth=("bob", "b")) as client:
        bob = Api(client, api.sandbox)
        for group in (None, "readonly"):
            if group:
                api("PUT", f"{api.O}/groups/{group}", {"name": group, "users": [{"username": "bob"}]})
            assert bob("GET", path)["uuid"] == entry["uuid"]
            bob("PUT", path, {"uuid": uuid}, status=403)
            bob("PUT", f"{path}/organizations", [], status=403)
            bob("POST", f"/store/{family}/", {word: uuid}, status=403)
            bob("DELETE", path, status=403)
            bob("DELETE", f"/store/{family}/")
            assert listed(api, family) == [entry["uuid"]]
        api("PUT", f"{api.O}/groups/auditors", {"name": "auditors", "users": [{"username": "bob"}]})
        assert bob("PUT", path, {"uuid": uuid})["uuid"] == entry["uuid"]
        bob("DELETE", f"/store/{family}/")
        assert listed(api, family) == []
        assert bob("POST", f"/store/{family}/", {word: uuid})["name"] == NAMES[family]


def test_entries_of_a_deleted_organization_cannot_be_changed(api, family: str) -> None:
    api("POST", "/organizations/", {"name": "Other"})
    made = api("POST", f"/organizations/Other/{family}/", {"name": "Theirs"})
    entry = api("POST", f"/store/{family}/", {family.removesuffix("s"): made["uuid"]})
    api("DELETE", "/organizations/Other")
    api("DELETE", f"/store/{family}/{entry['uuid']}", status=403)
    assert listed(api, family) == [entry["uuid"]]
