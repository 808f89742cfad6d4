"""A folder that a killed export left under its temporary name is put back by everything that reads it."""

from __future__ import annotations

import pytest

from comodit_client.rest.exceptions import ExportException

from .conftest import PNG

LEFT = ".o.0123456789abcdef.old"


@pytest.fixture
def folder(organization, make_export, run, tmp_path):
    """The organization of everything, exported. Its folder is not in place."""
    run(make_export(with_secrets=True).export_organization(organization, tmp_path / "o"))
    (tmp_path / "o" / "applications" / "Wordpress" / "thumb").write_bytes(PNG)
    (tmp_path / "o").rename(tmp_path / LEFT)
    return tmp_path / "o"


def test_an_export_does(folder, organization, make_export, run):
    with pytest.raises(ExportException, match="already exists"):
        run(make_export().export_organization(organization, folder))
    assert (folder / "definition.json").is_file()


@pytest.mark.parametrize(
    ("method", "place", "owners"),
    [
        ("import_organization", "", 0),
        ("import_application", "applications/Wordpress", 1),
        ("import_webhook", "webhooks/none", 1),
        ("import_environment", "environments/Default", 1),
        ("import_host", "environments/Default/hosts/web", 2),
        ("import_full_env", "environments/Default", 1),
        ("import_full_host", "environments/Default/hosts/web", 3),
        ("import_platform_if_not_exist", "platforms", 1),
    ],
)
def test_an_import_does(folder, organization, make_import, run, method, place, owners):
    importer = make_import(queue_actions=True)
    environment = organization.environments().new("Default")
    given = [[organization.client], [organization], [environment], [organization, environment]][owners]
    names = ["Demo Platform"] if method.endswith("exist") else []
    try:
        run(getattr(importer, method)(*given, folder / place, *names))
    except ValueError:  # there is no such webhook
        assert method == "import_webhook"
    assert (folder / "definition.json").is_file()
    assert not folder.with_name(LEFT).exists()


def test_a_sync_does(folder, organization, colour, run):
    engine = colour.module("sync").SyncEngine(folder, with_secrets=True)
    folder.rename(folder.with_name(LEFT))
    diffs = run(engine.status(organization))
    assert [(diff.key, diff.side) for diff in diffs] == [("applications/Wordpress/thumb", "folder")]


def test_a_file_provider_does(folder, colour, run):
    provider = colour.module("sync").LocalFileProvider(folder / "applications" / "Wordpress")
    assert run(provider.thumb_exists())
