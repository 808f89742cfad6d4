"""Operations on whole definitions: locks, clones and thumbnails; images of platforms."""

from __future__ import annotations

import pytest

LOCKED = ["applications", "distributions"]
FAMILIES = [*LOCKED, "platforms"]
NAMES = {"applications": "Wordpress", "distributions": "Demo Distribution", "platforms": "Demo Platform"}
PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


def path_of(api, family: str) -> str:
    return f"{api.O}/{family}/{NAMES[family]}"


@pytest.mark.parametrize("family", LOCKED)
def test_a_locked_definition_rejects_changes(api, family: str) -> None:
    path = path_of(api, family)
    file = api.items(f"{path}/files/")[0]
    assert api("POST", f"{path}/lock") is None
    locked = api("GET", path)
    assert locked["locked"] is True
    rejected = [
        ("PUT", "", locked),
        ("DELETE", "", None),
        ("POST", "/files/", {"name": "new"}),
        ("PUT", f"/files/{file['name']}", file),
        ("DELETE", "/files/", None),
        ("POST", "/parameters/", {"name": "new"}),
    ]
    if family == "distributions":
        rejected += [
            ("POST", "/settings/", {"key": "new"}),
            ("PUT", "/settings/", {"newOrUpdatedSettings": []}),
            ("DELETE", "/settings/cmdline", None),
        ]
    for method, below, body in rejected:
        query = {"no_delete": False} if below == "/settings/" and method == "PUT" else {}
        assert "locked" in api(method, path + below, body, status=409, **query)["error"][0]
    api.upload(f"{path}/files/{file['name']}/content", b"x", status=409)
    api.upload(f"{path}/thumb", PNG, status=409)
    api("DELETE", f"{api.O}/{family}/", status=409)
    assert api("GET", path) == locked
    api("POST", f"{path}/lock")
    assert api("POST", f"{path}/unlock") is None
    assert api("PUT", path, locked)["locked"] is False, "a client cannot lock by PUT"


def test_platforms_have_no_lock(api) -> None:
    assert "locked" not in api("GET", path_of(api, "platforms"))
    api("POST", f"{path_of(api, 'platforms')}/lock", status=404)


@pytest.mark.parametrize("family", FAMILIES)
def test_clones(api, family: str) -> None:
    """S121."""
    path = path_of(api, family)
    if family == "applications":
        api("POST", f"{path}/rpmmodules/", {"name": "php", "stream": "8"})
        api("POST", f"{path}/gits/", {"name": "site"})
    if family != "platforms":
        api.upload(f"{path}/thumb", PNG)
        api("POST", f"{path}/lock")
    source = api("GET", path)
    clone = api("PUT", f"{path}/_clone", name="Copy of it")
    assert clone["name"] == "Copy of it"
    assert clone["version"] == 0
    assert clone["uuid"] != source["uuid"]
    if family != "platforms":
        assert clone["locked"] is False
        assert api("GET", f"{api.O}/{family}/Copy of it/thumb") == PNG
    assert names_and_identifiers(clone)[0] == names_and_identifiers(source)[0]
    assert names_and_identifiers(clone)[1].isdisjoint(names_and_identifiers(source)[1])
    assert clone.get("settings") == source.get("settings")
    copy = f"{api.O}/{family}/Copy of it"
    name = source["files"][0]["name"]
    content = api("GET", f"{path}/files/{name}/content")
    api.upload(f"{copy}/files/{name}/content", b"other")
    assert api("GET", f"{path}/files/{name}/content") == content, "they no longer share a content"
    if family == "applications":
        assert [item["stream"] for item in api.items(f"{copy}/rpmmodules/")] == ["8"]
        assert [item["name"] for item in api.items(f"{copy}/gits/")] == ["site"]
    api("PUT", f"{path}/_clone", name="Copy of it", status=409)
    api("PUT", f"{path}/_clone", name="", status=400)
    api("PUT", f"{path}/_clone", status=400)
    api("PUT", f"{api.O}/{family}/Nope/_clone", name="Z", status=404)


def names_and_identifiers(definition) -> tuple[list[str], set[str]]:
    parts = [*definition["files"], *definition["parameters"]]
    templates = [part["template"] for part in parts if "template" in part]
    return [part["name"] for part in parts], {part["uuid"] for part in [*parts, *templates] if "uuid" in part}


def test_a_clone_of_a_platform_works_alike(api) -> None:
    api("PUT", f"{path_of(api, 'platforms')}/_clone", name="Other")
    host = api.host(platform="Other")
    api("POST", f"{host}/instance/", {})
    api.sandbox.advance(10)
    assert api.state(host) == "READY"


@pytest.mark.parametrize("family", LOCKED)
def test_thumbnails(api, family: str) -> None:
    path = f"{path_of(api, family)}/thumb"
    api("GET", path, status=404)
    for picture in (PNG, b"GIF89a...", b"\xff\xd8\xff\xe0...", b"", b"<svg/>", b"\x89PNG", b"text" * 100):
        api.upload(path, picture)
        assert (api("GET", path) or b"") == picture
    api.upload(f"{api.O}/{family}/Nope/thumb", PNG, status=404)


def test_images_of_a_platform(api) -> None:
    path = path_of(api, "platforms")
    assert api.items(f"{path}/images") == []
    host = api.ready_host()
    for _ in range(2):
        api("PUT", f"{host}/instance/_create_image", {"name": "golden"})
    first, second = api.items(f"{path}/images")
    assert first["name"] == second["name"] == "golden"
    assert first["id"] != second["id"]
    assert [parameter["schema"]["type"] for parameter in api.items(f"{path}/driver/image_parameters")] == ["string"]


def test_drivers_without_images(api) -> None:
    driver = {"className": "com.guardis.cortex.server.driver.PxeDriver"}
    api("POST", f"{api.O}/platforms/", {"name": "Lab", "driver": driver})
    api("GET", f"{api.O}/platforms/Lab/images", status=409)
    api("GET", f"{api.O}/platforms/Lab/driver/image_parameters", status=409)
    host = api.ready_host(platform="Lab")
    api("PUT", f"{host}/instance/_create_image", {"name": "golden", "createDistribution": True}, status=409)
    api("GET", f"{api.O}/distributions/golden", status=404)


def test_settings_increment_the_version_of_their_definition(api) -> None:
    """S16: a change of settings increments the version."""
    for family in ("platforms", "distributions"):
        path = path_of(api, family)
        api("POST", f"{path}/settings/", {"key": "k", "value": 1})
        api("PUT", f"{path}/settings/k", {"key": "k", "value": 2})
        api("DELETE", f"{path}/settings/k")
        assert api("GET", path)["version"] == 3
