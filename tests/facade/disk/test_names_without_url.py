"""Entities whose names cannot be part of a URL stop nothing: what can be read is exported, the rest is reported."""

from __future__ import annotations

import json

import pytest

from comodit_client.rest.exceptions import InvalidName

KINDS = (
    "applications",
    "distributions",
    "platforms",
    "jobs",
    "orchestrations",
    "hostgroups",
    "webhooks",
    "environments",
)
ODD = ("..", ".")


@pytest.fixture
def organization(server, client):
    """An organization in which an entity of each kind has a name that no URL holds."""
    for kind in (*KINDS, "notifications", "pipelines", "application_properties", "groups"):
        server.on("GET", f"/organizations/A/{kind}/", {"items": []})
    named = {"items": [{"name": name} for name in (*ODD, "", "ok")] + [{"x": 1}]}
    for kind in ("jobs", "environments", "applications", "notifications"):
        server.on("GET", f"/organizations/A/{kind}/", named)
    ok = "/organizations/A/environments/ok"
    for part in ("hosts/", "application_properties/", "groups/"):
        server.on("GET", f"{ok}/{part}", {"items": []})
    at = "/organizations/A/applications/ok"
    server.on("GET", at, {"name": "ok", "files": [{"name": ".."}, {"name": "a"}]})
    server.on("GET", f"{at}/files/", {"items": [{"name": ".."}, {"name": "a"}, {}]})
    server.on("GET", f"{at}/files/a/content", b"a")
    for part in ("rpmmodules/", "gits/"):
        server.on("GET", f"{at}/{part}", {"items": []})
    return client.organizations().new("A")


def test_all_else_is_exported(organization, make_export, run, read, tmp_path):
    export = make_export()
    run(export.export_organization(organization, tmp_path / "o"))
    written = read(tmp_path / "o")
    names = {name.rsplit("/", 1)[0] for name in written if name.endswith("definition.json")}
    for kind in ("jobs", "environments", "notifications"):
        assert {name for name in names if name.startswith(kind)} == {f"{kind}/{name}" for name in (".%2E", "%2E", "ok")}
    assert {name for name in written if name.startswith("applications/")} == {
        "applications/ok/definition.json",
        "applications/ok/files/a",
        "applications/ok/gits/",
        "applications/ok/rpmmodules/",
    }
    reported = {line.split(": ")[0] for line in export.left_out}
    assert {"environments/.%2E/hosts", "environments/%2E/hosts", "applications/.%2E", "applications/%2E"} <= reported
    assert {"jobs", "environments", "applications", "notifications", "applications/ok/files"} <= reported
    assert "applications/ok/files/.%2E" in reported
    assert not [line for line in export.left_out if "ok" in line.split(": ")[0] and "files" not in line]
    assert "jobs: the server lists an entity without a name" in export.left_out
    assert any("Invalid environment '..'" in line for line in export.left_out)


def test_what_was_exported_is_imported_but_for_what_has_no_url(
    organization, server, client, make_export, make_import, run, tmp_path
):
    run(make_export().export_organization(organization, tmp_path / "o"))
    (tmp_path / "o" / "definition.json").write_text(json.dumps({"name": "B"}))
    (tmp_path / "o" / "applications" / "ok" / "files" / ".%2E").write_text("no server lists it")
    for kind in ("organizations", *(f"organizations/B/{kind}" for kind in (*KINDS, "notifications"))):
        server.on("POST", f"/{kind}/", {})
    server.on("POST", "/organizations/B/applications/ok/files/a/content", {})
    server.forget()
    importer = make_import()
    run(importer.import_organization(client, tmp_path / "o"))
    posted = [line for line in server.lines if line.startswith("POST")]
    assert sorted(posted) == [
        "POST /organizations/",
        "POST /organizations/B/applications/",
        "POST /organizations/B/applications/ok/files/a/content",
        "POST /organizations/B/environments/",
        "POST /organizations/B/jobs/",
        "POST /organizations/B/notifications/",
    ]
    assert len(importer.left_out) == 3 * len(ODD) + 1
    assert all(line.startswith("Invalid ") for line in importer.left_out)


def test_an_entity_without_url_is_not_imported_alone(organization, make_import, run, tmp_path):
    (tmp_path / "definition.json").write_text(json.dumps({"name": ".."}))
    with pytest.raises(InvalidName, match=r"environment '\.\.'"):
        run(make_import().import_environment(organization, tmp_path))
