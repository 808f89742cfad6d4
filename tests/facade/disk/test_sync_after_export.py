"""A folder that was exported and never synced: times and versions show which side changed."""

from __future__ import annotations

import json
import os
import shutil

import pytest

from comodit_client.disk import apply
from comodit_client.rest.exceptions import SyncException

# Each test compares a whole organization several times, for most of a second.
pytestmark = pytest.mark.slow

WORDPRESS = "applications/Wordpress"
DEFINITION = f"{WORDPRESS}/definition.json"
CONTENT = f"{WORDPRESS}/files/wp-config.php"
PLATFORM = "platforms/Demo Platform"
WEB = "environments/Default/hosts/web"


@pytest.fixture
def engine(colour):
    return lambda folder, **options: colour.module("sync").SyncEngine(folder, **options)


@pytest.fixture
def folder(organization, begin, make_export, run, tmp_path):
    """The organization of everything, exported."""
    folder = tmp_path / "o"
    begin("exported", lambda: run(make_export().export_organization(organization, folder)), folder)
    return folder


@pytest.fixture
def application(organization, run):
    return run(organization.get_application("Wordpress"))


def edit(file, **members):
    document = json.loads(file.read_text())
    file.write_text(json.dumps({**document, **members}, indent=4))


def told(diffs):
    return [(diff.type, diff.key, diff.side) for diff in diffs]


def copied(folder):
    """A copy that does not keep times, as `git clone` makes it."""
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy, copy_function=shutil.copyfile)
    for path in (copy, *copy.rglob("*")):  # a coarse clock may give one time to all of them
        os.utime(path, ns=(0, 1_700_000_000_123_456_789))
    return copy


def test_all_that_an_export_writes_has_one_time(folder):
    times = {path.lstat().st_mtime_ns for path in (folder, *folder.rglob("*"))}
    assert len(times) == 1
    assert times.pop() % 2_000_000_000 == 0


def test_what_changed_on_the_server_is_pulled(organization, application, folder, engine, run):
    application.description = "New words"
    run(application.update())
    run(application.files().wrap({"name": "wp-config.php"}).set_content(b"theirs"))
    run(run(organization.pipelines().get("Release")).delete())
    run(organization.jobs().create("Nightly"))
    diffs = run(engine(folder).pull(organization))
    assert {diff.side for diff in diffs} == {"server"}
    assert [diff.key for diff in diffs][:3] == [DEFINITION, CONTENT, "jobs/Nightly/definition.json"]
    assert json.loads((folder / DEFINITION).read_text())["description"] == "New words"
    assert (folder / CONTENT).read_bytes() == b"theirs"
    assert not (folder / "pipelines").exists()
    assert run(engine(folder).status(organization)) == []


def test_what_changed_in_the_folder_is_pushed(organization, application, folder, engine, run):
    (folder / CONTENT).write_bytes(b"mine")
    edit(folder / DEFINITION, description="Mine")
    edit(folder / "hostgroups/Fronts/definition.json", settings=[{"key": "zone", "value": "eu"}])
    assert {diff.side for diff in run(engine(folder).push(organization))} == {"folder"}
    run(application.refresh())
    assert application.description == "Mine"
    assert run(application.files().wrap({"name": "wp-config.php"}).read_bytes()) == b"mine"
    assert run(run(organization.get_host_group("Fronts")).settings().get("zone")).value == "eu"
    assert run(engine(folder).status(organization)) == []


def test_each_side_keeps_what_the_other_did_not_touch(organization, application, folder, engine, run):
    (folder / CONTENT).write_bytes(b"mine")
    platform = run(organization.get_platform("Demo Platform"))
    platform.description = "Theirs"
    run(platform.update())
    assert told(run(engine(folder).pull(organization))) == [
        ("update", CONTENT, "folder"),
        ("update", f"{PLATFORM}/definition.json", "server"),
    ]
    assert (folder / CONTENT).read_bytes() == b"mine"
    application.description = "Theirs"
    run(application.update())  # it is noted by now that the content was the server's when it was edited
    run(engine(folder).push(organization))
    assert run(application.files().wrap({"name": "wp-config.php"}).read_bytes()) == b"mine"
    run(application.refresh())
    assert application.description == "Theirs"
    run(engine(folder).pull(organization))
    assert run(engine(folder).status(organization)) == []


@pytest.mark.parametrize("method", ["pull", "push"])
def test_what_was_edited_on_both_sides_is_a_conflict(organization, application, folder, engine, run, read, method):
    (folder / CONTENT).write_bytes(b"mine")
    run(application.files().wrap({"name": "wp-config.php"}).set_content(b"theirs"))
    edit(folder / f"{PLATFORM}/definition.json", description="Mine")
    platform = run(organization.get_platform("Demo Platform"))
    run(platform.settings().create("zone", "eu"))
    before = read(folder)
    with pytest.raises(SyncException) as caught:
        run(getattr(engine(folder), method)(organization))
    assert caught.value.conflicts == [CONTENT, f"{PLATFORM}/definition.json"]
    assert read(folder) == before
    assert run(application.files().wrap({"name": "wp-config.php"}).read_bytes()) == b"theirs"


@pytest.mark.parametrize("kind", ["settings", "parameters", "files"])
def test_a_part_on_the_server_is_a_change_of_its_owner(organization, folder, engine, run, kind):
    platform = run(organization.get_platform("Demo Platform"))
    edit(folder / f"{PLATFORM}/definition.json", description="Mine")
    assert {diff.side for diff in run(engine(folder).status(organization))} == {"folder"}
    create = getattr(platform, kind)().create
    run(create("zone") if kind == "files" else create("zone", "zone"))
    assert {diff.side for diff in run(engine(folder).status(organization))} == {"both"}


def test_a_copy_that_keeps_no_times_counts_as_edited(organization, application, folder, engine, run):
    copy = copied(folder)
    assert run(engine(copy).status(organization)) == []
    run(application.files().wrap({"name": "wp-config.php"}).set_content(b"theirs"))
    run(organization.jobs().create("Nightly"))
    assert told(run(engine(copy).status(organization))) == [
        ("update", CONTENT, "both"),
        ("create", "jobs/Nightly/definition.json", "server"),
    ]
    copy.joinpath(CONTENT).write_bytes(b"theirs")
    edit(copy / DEFINITION, description="Mine")  # the version is that of before
    assert told(run(engine(copy).status(organization)))[:1] == [("update", DEFINITION, "both")]


def test_times_that_tell_nothing(application, make_export, engine, run, tmp_path):
    """A file alone with its time, or as many with one as with another."""
    folder = tmp_path / "w"
    run(make_export().export_application(application, folder))
    run(application.files().wrap({"name": "wp-config.php"}).set_content(b"theirs"))
    assert told(run(engine(folder).status(application))) == [("update", "files/wp-config.php", "server")]
    paths = [folder, *folder.rglob("*")]
    for number, path in enumerate(paths):
        os.utime(path, (0, 1_000 + 2 * number))
    assert told(run(engine(folder).status(application))) == [("update", "files/wp-config.php", "both")]
    content = folder / "files/wp-config.php"
    ordered = [content, *(path for path in paths if path != content)]
    for number, path in enumerate(ordered):
        os.utime(path, (0, 1_000 if number < 2 else 2_000 if number < 4 else 1_000 + 2 * number))
    assert told(run(engine(folder).status(application))) == [("update", "files/wp-config.php", "both")]
    os.utime(ordered[2], (0, 1_000))
    assert told(run(engine(folder).status(application))) == [("update", "files/wp-config.php", "server")]


def test_an_entity_of_one_file_is_known_too(organization, make_export, engine, run, tmp_path):
    """The times of folders count as well, so that the only file of an entity is not alone."""
    environment = run(organization.environments().create("Bare"))
    folder = tmp_path / "e"
    run(make_export().export_environment(environment, folder))
    environment.description = "Theirs"
    run(environment.update())
    assert told(run(engine(folder).pull(environment))) == [("update", "definition.json", "server")]


def test_an_entity_that_is_gone_on_one_side(organization, application, folder, engine, run):
    run(run(organization.pipelines().get("Release")).delete())
    run(run(application.gits().get("src")).delete())
    (folder / "jobs" / "Nightly").mkdir(parents=True)
    (folder / "jobs/Nightly/definition.json").write_text('{"name": "Nightly"}')
    shutil.rmtree(folder / f"{WEB}/applications")
    shutil.rmtree(folder / "webhooks", ignore_errors=True)
    diffs = run(engine(folder).status(organization))
    gone = "pipelines/Release"
    assert told(diffs) == [
        ("delete", f"{WORDPRESS}/gits/src/definition.json", "server"),
        ("delete", f"{WEB}/applications/Wordpress.json", "folder"),
        ("create", "jobs/Nightly/definition.json", "folder"),
        ("delete", f"{gone}/definition.json", "server"),
        ("delete", f"{gone}/stages/first/definition.json", "server"),
        ("delete", f"{gone}/stages/first/steps/only/definition.json", "server"),
    ]
    edit(folder / f"{WEB}/definition.json", applications=[])
    run(engine(folder).push(organization))
    assert run(run(organization.get_environment("Default")).get_host("web")).application_names == []
    run(engine(folder).pull(organization))
    assert run(engine(folder).status(organization)) == []
    assert run(organization.jobs().exists("Nightly"))


def test_a_host_that_was_removed_from_the_folder_goes(organization, make_export, engine, run, tmp_path):
    hosts = run(organization.get_environment("Default")).hosts()
    run(hosts.create("db", "", "Demo Platform", "Demo Distribution"))
    run(make_export().export_organization(organization, tmp_path / "o"))
    shutil.rmtree(tmp_path / "o/environments/Default/hosts/db")
    diffs = run(engine(tmp_path / "o").push(organization))
    assert {(diff.type, diff.side) for diff in diffs} == {("delete", "folder")}
    assert [host.name for host in run(hosts.list())] == ["web"]


def test_a_host_that_is_new_on_the_server_comes(organization, folder, engine, run):
    run(run(organization.get_environment("Default")).hosts().create("db", "", "Demo Platform", "Demo Distribution"))
    assert run(engine(folder).push(organization)) != []
    assert {diff.side for diff in run(engine(folder).pull(organization))} == {"server"}
    assert (folder / "environments/Default/hosts/db/platform.json").is_file()
    assert run(engine(folder).status(organization)) == []


def test_what_was_deleted_on_the_server_and_edited_in_the_folder_is_a_conflict(organization, folder, engine, run, read):
    step = folder / "pipelines/Release/stages/first/steps/only/definition.json"
    edit(step, description="Mine")
    run(run(organization.pipelines().get("Release")).delete())
    with pytest.raises(SyncException) as caught:
        run(engine(folder).pull(organization))
    assert len(caught.value.conflicts) == 3
    run(engine(folder, on_conflict="folder").push(organization))
    pipeline = run(organization.pipelines().get("Release"))
    (stage,) = run(pipeline.stages.list())
    assert [step.description for step in run(stage.steps.list())] == ["Mine"]
    assert run(engine(folder).status(organization)) == []


def test_what_was_deleted_in_the_folder_and_changed_on_the_server_is_a_conflict(organization, folder, engine, run):
    shutil.rmtree(folder / "pipelines")
    run(engine(folder).pull(organization))  # not known to be deleted: it comes back
    assert (folder / "pipelines/Release/stages/first/steps/only/definition.json").is_file()
    shutil.rmtree(folder / "pipelines")
    (stage,) = run(run(organization.pipelines().get("Release")).stages.list())
    run(stage.steps.new("more").create())
    with pytest.raises(SyncException) as caught:
        run(engine(folder).push(organization))
    assert len(caught.value.conflicts) == 4
    run(engine(folder, on_conflict="server").pull(organization))
    assert (folder / "pipelines/Release/stages/first/steps/more/definition.json").is_file()


def test_the_version_of_a_file_counts_before_that_of_its_owner(organization, make_export, engine, run, tmp_path):
    platform = run(organization.get_platform("Demo Platform"))
    boot = platform.files().wrap({"name": "boot"})
    run(boot.create())
    run(boot.set_content(b"old"))
    run(platform.refresh())
    folder = tmp_path / "p"
    run(make_export().export_platform(platform, folder))
    (folder / "files/boot").write_bytes(b"mine")
    platform.description = "Theirs"
    run(platform.update())
    assert told(run(engine(folder).status(platform))) == [
        ("update", "definition.json", "server"),
        ("update", "files/boot", "folder"),
    ]
    run(boot.set_content(b"theirs"))
    assert told(run(engine(folder).status(platform)))[1:] == [("update", "files/boot", "both")]


def test_a_content_that_was_edited_and_its_file_deleted_on_the_server(organization, application, folder, engine, run):
    """It is not sent to a file that is not there, nor removed."""
    (folder / CONTENT).write_bytes(b"mine")
    application.set_json({**application.get_json(), "handlers": []})
    run(application.update())
    run(application.files().wrap({"name": "wp-config.php"}).delete())
    assert told(run(engine(folder).status(organization))) == [
        ("update", DEFINITION, "server"),
        ("create", CONTENT, "both"),
    ]


def test_a_content_that_was_renamed_with_its_file(organization, application, folder, engine, run):
    (folder / CONTENT).rename(folder / WORDPRESS / "files/new.php")  # it keeps its time
    (file,) = json.loads((folder / DEFINITION).read_text())["files"]
    content = (folder / WORDPRESS / "files/new.php").read_bytes()
    edit(folder / DEFINITION, files=[{**file, "name": "new.php"}], handlers=[])
    assert {diff.side for diff in run(engine(folder).push(organization))} == {"folder"}
    assert [file.name for file in run(application.files().list())] == ["new.php"]
    assert run(run(application.get_file("new.php")).read_bytes()) == content
    assert run(engine(folder).status(organization)) == []


def test_a_content_that_the_folder_lacks_comes_back(organization, application, folder, engine, run):
    before = (folder / CONTENT).read_bytes()
    for _ in range(2):  # without a note, and with one
        (folder / CONTENT).unlink()
        assert told(run(engine(folder).push(organization))) == [("create", CONTENT, "server")]
        run(engine(folder).pull(organization))
        assert (folder / CONTENT).read_bytes() == before


def test_settings_of_a_context_tell_by_their_versions(organization, folder, engine, run):
    """A context has no version of its own, but its settings have."""
    file = folder / f"{WEB}/applications/Wordpress.json"
    settings = [
        {**setting, "value": "d@e.f"} if setting["key"] == "wp_admin_email" else setting
        for setting in json.loads(file.read_text())["settings"]
    ]
    edit(file, settings=[*settings, {"key": "mine", "value": 1}])
    assert told(run(engine(folder).status(organization))) == [
        ("update", f"{WEB}/applications/Wordpress.json", "folder")
    ]
    context = run(run(run(organization.get_environment("Default")).get_host("web")).get_application("Wordpress"))
    setting = run(context.settings().get("wp_admin_email"))
    setting.value = "x@y.z"
    run(setting.update())
    assert told(run(engine(folder).status(organization))) == [("update", f"{WEB}/applications/Wordpress.json", "both")]


def test_another_export_makes_what_was_noted_void(organization, application, folder, make_export, engine, run):
    run(engine(folder).pull(organization))
    assert (folder / ".comodit-sync.json").is_file()
    application.description = "Once"
    run(application.update())
    run(make_export(force=True).export_organization(organization, folder))
    assert not (folder / ".comodit-sync.json").exists()
    application.description = "Twice"
    run(application.update())
    assert told(run(engine(folder).pull(organization))) == [("update", DEFINITION, "server")]


def test_what_is_not_synced_is_told(organization, folder, engine, run):
    found = engine(folder)
    run(found.status(organization))
    assert found.left_out == []
    edit(folder / f"{WEB}/instance.json", state="STOPPED")
    shutil.rmtree(folder / "groups/admin")
    (folder / WORDPRESS / "files/forgotten.conf").write_bytes(b"")
    assert run(found.status(organization)) == []
    assert found.left_out == [
        f"{WORDPRESS}/files/forgotten.conf: the definition lists no such file",
        f"{WEB}/instance.json: a host instance belongs to one server only",
        "groups/admin/definition.json: a group belongs to one server only",
    ]


def test_a_pull_that_the_disk_stopped_is_gone_on_with(organization, make_export, engine, run, tmp_path, monkeypatch):
    """What a new definition names and was not written yet does not count as removed from the folder."""
    environment = run(organization.get_environment("Default"))
    folder, saved, write = tmp_path / "e", tmp_path / "saved", apply._write
    run(make_export(complete=True).export_environment(environment, folder))
    shutil.copytree(folder, saved)
    host = run(environment.hosts().create("db", "", "Demo Platform", "Demo Distribution"))
    run(host.install("Wordpress", {"wp_admin_password": "hush", "wp_admin_email": "a@b.c"}))
    for last in range(4):
        shutil.rmtree(folder)
        shutil.copytree(saved, folder)
        written = []

        def limited(source, target, written=written, last=last):
            if len(written) == last:
                raise OSError(28, "No space left on device", str(target))
            written.append(target)
            write(source, target)

        with monkeypatch.context() as patch:
            patch.setattr(apply, "_write", limited)
            with pytest.raises(SyncException, match="pull again"):
                run(engine(folder).pull(environment))
        assert {diff.side for diff in run(engine(folder).status(environment))} == {"server"}
        run(engine(folder).pull(environment))
        assert (folder / "hosts/db/applications/Wordpress.json").is_file()
        assert run(engine(folder).status(environment)) == []


def test_a_removal_that_the_disk_stopped_leaves_nothing_that_looks_like_something_else(
    organization, folder, engine, run, tmp_path, monkeypatch
):
    """A stage in the folder of a pipeline whose definition is gone would be taken for a pipeline."""
    shutil.copytree(folder, tmp_path / "saved")
    run(run(organization.pipelines().get("Release")).delete())
    remove = apply._remove
    for last in range(3):
        shutil.rmtree(folder)
        shutil.copytree(tmp_path / "saved", folder)
        removed = []

        def limited(folder, file, removed=removed, last=last):
            if len(removed) == last:
                raise PermissionError(13, "Permission denied", str(file))
            removed.append(file)
            remove(folder, file)

        with monkeypatch.context() as patch:
            patch.setattr(apply, "_remove", limited)
            with pytest.raises(SyncException, match="pull again"):
                run(engine(folder).pull(organization))
        assert {(diff.type, diff.side) for diff in run(engine(folder).status(organization))} == {("delete", "server")}
        run(engine(folder).pull(organization))
        assert not (folder / "pipelines").exists()
