"""Contents and pictures, of a folder and of the server."""

from __future__ import annotations

import pytest

from comodit_client.rest.exceptions import EntityNotFoundException, UnusableFile

from .conftest import PNG

CONTENT = b"\xff\x00\r\n"


@pytest.fixture
def sync(colour):
    return colour.module("sync")


@pytest.fixture(params=["LocalFileProvider", "RemoteFileProvider"])
def provider(shop, sync, request, make_export, run, tmp_path):
    if request.param == "RemoteFileProvider":
        return sync.RemoteFileProvider(shop)
    run(make_export().export_application(shop, tmp_path / "Shop"))
    return sync.LocalFileProvider(str(tmp_path / "Shop"))


def test_what_is_there(provider, sync, run):
    assert isinstance(provider, sync.FileProvider)
    found = [run(provider.exists(name)) for name in ("a.conf", "empty", "never", "nowhere")]
    assert found == [True, True, False, False]
    assert run(provider.thumb_exists()) is True


def test_contents_are_bytes(provider, run):
    for opened, wanted in ((run(provider.open("a.conf")), CONTENT), (run(provider.open_thumb()), PNG)):
        assert opened.read() == wanted
        run(provider.close(opened))
        assert opened.closed


def test_what_is_not_there_cannot_be_opened(provider, run):
    with pytest.raises((UnusableFile, EntityNotFoundException)):
        run(provider.open("never"))


def test_a_platform_has_no_picture_and_a_job_no_files(organization, sync, run):
    provider = sync.RemoteFileProvider(run(organization.get_platform("Demo Platform")))
    assert run(provider.thumb_exists()) is False
    provider = sync.RemoteFileProvider(run(organization.jobs().create("Nightly")))
    assert run(provider.exists("a.conf")) is False


def test_an_application_without_a_picture(organization, sync, run):
    provider = sync.RemoteFileProvider(run(organization.get_application("Wordpress")))
    assert run(provider.thumb_exists()) is False
    with pytest.raises(EntityNotFoundException):
        run(provider.open_thumb())


def test_a_folder_leads_nowhere_else(sync, run, tmp_path):
    folder = tmp_path / "Shop"
    (folder / "files").mkdir(parents=True)
    provider = sync.LocalFileProvider(folder)
    (tmp_path / "secret").write_text("mine")
    assert run(provider.exists("../../secret")) is False
    (folder / "thumb").symlink_to(tmp_path / "secret")
    with pytest.raises(UnusableFile, match="symbolic link"):
        run(provider.thumb_exists())
    with pytest.raises(UnusableFile, match="does not exist"):
        run(provider.open("a.conf"))


def test_the_base_promises_only(sync, run):
    provider = sync.FileProvider()
    for call in (lambda: provider.exists("a"), provider.thumb_exists, lambda: provider.open("a"), provider.open_thumb):
        with pytest.raises(NotImplementedError):
            run(call())


def test_a_difference_is_made_as_it_always_was(sync):
    diff = sync.Diff("update", "description", "old", "new")
    assert (diff.type, diff.key, diff.old_value, diff.new_value) == ("update", "description", "old", "new")
    diff = sync.Diff(diff_type="set_thumb")
    assert (diff.type, diff.key, diff.old_value, diff.new_value) == ("set_thumb", None, None, None)
