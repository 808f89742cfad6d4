"""The parts of definitions: files with contents, parameters, RPM modules, git repositories."""

from __future__ import annotations

import re

import pytest

FAMILIES = ["applications", "platforms", "distributions"]
PARTS = [
    *((family, "files") for family in FAMILIES),
    *((family, "parameters") for family in FAMILIES),
    ("applications", "rpmmodules"),
    ("applications", "gits"),
]
ODD = "a b é %.cfg"


def made(api, family: str) -> str:
    """Create an empty definition; return its path."""
    api("POST", f"{api.O}/{family}/", {"name": "X"})
    return f"{api.O}/{family}/X"


@pytest.mark.parametrize(("family", "kind"), PARTS)
def test_the_collection_of_each_kind(api, family: str, kind: str) -> None:
    owner = made(api, family)
    path = f"{owner}/{kind}/"
    assert api.items(path) == []
    api("GET", f"{path}one", status=404)
    first = api("POST", path, {"name": "one", "extra": [1], "nothing": None})
    assert first["name"] == "one"
    assert first["extra"] == [1], "members that nobody knows are kept"
    assert "nothing" not in first
    second = api("POST", path, {"name": ODD})
    api("POST", path, {"name": "one"}, status=409)
    api("POST", path, {}, status=400)
    api("POST", path, {"name": ""}, status=400)
    assert api.items(path) == [first, second]
    assert api("GET", f"{path}one") == first
    api("PUT", f"{path}one", {"name": ODD}, status=409)
    changed = api("PUT", f"{path}one/", {**first, "name": "two", "extra": 2})
    assert changed["extra"] == 2
    assert changed.get("uuid") == first.get("uuid")
    api("GET", f"{path}one", status=404)
    api("PUT", f"{path}one", {"name": "one"}, status=404)
    api("DELETE", f"{path}one", status=404)
    assert api.items(path) == [changed, second], "the place in the list stays"
    api("DELETE", f"{path}two")
    assert api.items(path) == [second]
    api("DELETE", path)
    assert api.items(path) == []
    for verb in ("GET", "DELETE"):
        api(verb, f"{api.O}/{family}/Nope/{kind}/", status=404)


@pytest.mark.parametrize(("family", "kind"), PARTS)
def test_a_changed_part_increments_the_version_of_its_definition(api, family: str, kind: str) -> None:
    """S16."""
    owner = made(api, family)
    path = f"{owner}/{kind}/"
    part = api("POST", path, {"name": "one"})
    after = api("PUT", f"{path}one", part)
    if kind != "files" or family != "applications":
        assert (part["version"], after["version"]) == ((1, 2) if kind == "parameters" else (0, 1))
        assert re.fullmatch("[0-9A-F]{32}", after["uuid"])
    api("DELETE", f"{path}one")
    definition = api("GET", owner)
    assert definition["version"] == 3
    api("PUT", f"{path}one", part, status=404)
    assert api("GET", owner) == definition, "what was refused changed nothing"


@pytest.mark.parametrize(("family", "kind"), PARTS)
def test_definitions_contain_files_and_parameters(api, family: str, kind: str) -> None:
    """RPM modules and git repositories are not included: they are exported on their own."""
    owner = made(api, family)
    part = api("POST", f"{owner}/{kind}/", {"name": "one"})
    document = api("GET", owner)
    assert document.get(kind) == ([part] if kind in ("files", "parameters") else None)
    api("PUT", owner, {**document, kind: []})
    assert api.items(f"{owner}/{kind}/") == [part], "S111: they are not written with the definition"


@pytest.mark.parametrize("family", FAMILIES)
def test_contents_of_files(api, family: str) -> None:
    """S101."""
    owner = made(api, family)
    path = f"{owner}/files/"
    api("POST", path, {"name": ODD})
    api("GET", f"{path}{ODD}/content", status=404)
    content = bytes(range(256)) * 9000
    api.upload(f"{path}{ODD}/content", content)
    assert api("GET", f"{path}{ODD}/content") == content
    response = api.client.post(f"{path}{ODD}/content", content=b"{bare", headers={"Content-Type": "application/json"})
    assert response.status_code == 200
    assert api("GET", f"{path}{ODD}/content") == b"{bare"
    assert api("GET", owner)["version"] == 3
    api("PUT", f"{path}{ODD}", {"name": "plain"})
    assert api("GET", f"{path}plain/content") == b"{bare", "it follows the new name"
    api.upload(f"{path}{ODD}/content", b"", status=404)
    api.upload(f"{path}plain/content", b"")
    assert api.client.get(f"{path}plain/content").content == b""
    api("DELETE", f"{path}plain")
    api("POST", path, {"name": "plain"})
    api("GET", f"{path}plain/content", status=404)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("name", ["a/b", "/etc/passwd", "..", ".", "a\0b"])
def test_invalid_file_names(api, family: str, name: str) -> None:
    owner = made(api, family)
    text = api("POST", f"{owner}/files/", {"name": name}, status=400)["error"][0]
    assert "is not a valid file name" in text
    api("POST", f"{api.O}/{family}/", {"name": "Y", "files": [{"name": name}]}, status=400)
    api("POST", f"{owner}/files/", {"name": "a..b"})
    api("PUT", f"{owner}/files/a..b", {"name": name}, status=400)


def test_files_of_applications_nest_their_template(api) -> None:
    """S100, S102, S104."""
    path = f"{made(api, 'applications')}/files/"
    file = api("POST", path, {"name": "conf", "path": "/etc/x", "mode": "644", "owner": "root", "group": "root"})
    assert file["template"]["name"] == "conf"
    assert file["template"]["delimiter"] == {"start": "${", "end": "}"}
    file["template"]["delimiter"] = {"start": "##", "end": "##"}
    changed = api("PUT", f"{path}conf", {**file, "mode": "600"})
    assert changed == {**file, "mode": "600"}
    api("POST", path, {"name": "other", "template": {"delimiter": 5}}, status=400)


def test_files_of_platforms_are_templates(api) -> None:
    path = f"{made(api, 'platforms')}/files/"
    file = api("POST", path, {"name": "boot", "delimiter": {"start": "<"}})
    assert file["delimiter"] == {"start": "<", "end": "}"}
    assert file["version"] == 0
    definition = api("GET", path.removesuffix("files/"))
    api.upload(f"{path}boot/content", b"x")
    assert api("GET", f"{path}boot")["version"] == 1, "S16: a content is a change of its file"
    assert api("GET", path.removesuffix("files/"))["version"] == definition["version"] + 1


def test_a_binary_file_is_not_rendered(api) -> None:
    api.upload(f"{api.O}/applications/Wordpress/files/wp-config.php/content", b"\xff${_host.name}")
    host = api.host(applications=["Wordpress"])
    assert api("GET", f"{host}/applications/Wordpress/files/wp-config.php") == b"\xff${_host.name}"


@pytest.mark.parametrize("family", FAMILIES)
def test_parameters(api, family: str) -> None:
    """S95, S97, S98."""
    path = f"{made(api, family)}/parameters/"
    port = {"name": "Port", "key": "port", "description": "d", "schema": {"type": "integer"}, "value": 80}
    made_one = api("POST", path, port)
    assert {name: made_one[name] for name in port} == port
    assert api("POST", path, {"name": "bare", "value": None})["key"] == "bare"
    api("POST", path, {"name": "x", "key": "_x"}, status=400)
    text = api("PUT", f"{path}Port", {**port, "value": "eighty"}, status=400)["error"][0]
    assert "port" in text
    assert "integer" in text
    assert api("GET", f"{path}Port")["value"] == 80
    assert "value" not in api("PUT", f"{path}Port", {**port, "value": None})


def test_an_invalid_default_makes_the_definition_invalid(api) -> None:
    bad = {"name": "p", "schema": {"type": "boolean"}, "value": "perhaps"}
    for family in FAMILIES:
        api("POST", f"{api.O}/{family}/", {"name": "X", "parameters": [bad]}, status=400)
        api("GET", f"{api.O}/{family}/X", status=404)


def test_rpm_modules_and_git_repositories(api) -> None:
    owner = made(api, "applications")
    module = {"name": "nodejs", "stream": "18", "profile": "common", "enabled": "true"}
    assert api("POST", f"{owner}/rpmmodules/", module)["enabled"] is True
    api("POST", f"{owner}/rpmmodules/", {"name": "other", "enabled": "perhaps"}, status=400)
    git = {"name": "site", "endpoint": "https://git.sandbox.example/site", "token": "t", "branch": "main"}
    assert api("POST", f"{owner}/gits/", {**git, "keyName": None}).items() >= git.items()
