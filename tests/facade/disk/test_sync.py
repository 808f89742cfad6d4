"""A folder and the server are brought together: nothing that was changed on either side is lost."""

from __future__ import annotations

import json

import pytest

from comodit_client.rest.exceptions import ImportException, SyncException, UnusableFile

# Each test compares a whole organization several times, for most of a second.
pytestmark = pytest.mark.slow

WORDPRESS = "applications/Wordpress"
DEFINITION = f"{WORDPRESS}/definition.json"
CONTENT = f"{WORDPRESS}/files/wp-config.php"


@pytest.fixture
def engine(colour):
    return lambda folder, **options: colour.module("sync").SyncEngine(folder, **options)


@pytest.fixture
def folder(organization, begin, make_export, run, tmp_path, engine):
    """The organization of everything, exported and pulled once."""
    folder = tmp_path / "o"

    def make():
        run(make_export().export_organization(organization, folder))
        assert run(engine(folder).pull(organization)) == []

    begin("pulled", make, folder)
    return folder


@pytest.fixture
def application(organization, run):
    return run(organization.get_application("Wordpress"))


def edit(file, **members):
    document = json.loads(file.read_text())
    file.write_text(json.dumps({**document, **members}, indent=4))


def told(diffs):
    return [(diff.type, diff.key, diff.side) for diff in diffs]


def test_a_folder_that_was_just_exported_is_the_same(organization, folder, engine, run, read):
    before = read(folder)
    for method in ("status", "pull", "push"):
        assert run(getattr(engine(folder), method)(organization)) == []
    assert read(folder) == before


def test_what_changed_on_the_server_is_pulled(organization, application, folder, engine, run, read):
    before = read(folder)
    application.description = "New words"
    run(application.update())
    run(application.files().wrap({"name": "wp-config.php"}).set_content(b"\xff\x00"))
    run(organization.jobs().create("Nightly"))
    run(run(organization.pipelines().get("Release")).delete())
    diffs = run(engine(folder).status(organization))
    gone = "pipelines/Release"
    assert told(diffs) == [
        ("update", DEFINITION, "server"),
        ("update", CONTENT, "server"),
        ("create", "jobs/Nightly/definition.json", "server"),
        ("delete", f"{gone}/definition.json", "server"),
        ("delete", f"{gone}/stages/first/definition.json", "server"),
        ("delete", f"{gone}/stages/first/steps/only/definition.json", "server"),
    ]
    assert read(folder) == before
    assert run(engine(folder).pull(organization)) == diffs
    after = read(folder)
    assert json.loads(after[DEFINITION])["description"] == "New words"
    assert after[CONTENT] == b"\xff\x00"
    assert not [name for name in after if name.startswith("pipelines")]
    assert run(engine(folder).status(organization)) == []


def test_what_changed_in_the_folder_is_pushed_and_no_more(organization, application, folder, engine, run):
    (folder / CONTENT).write_bytes(b"\x00\xff")
    edit(folder / DEFINITION, description="New words")
    edit(folder / "hostgroups/Fronts/definition.json", settings=[{"key": "zone", "value": "eu"}])
    diffs = run(engine(folder).push(organization, dry_run=True))
    assert {diff.side for diff in diffs} == {"folder"}
    assert len(diffs) == 3
    assert run(engine(folder).push(organization)) == diffs
    run(application.refresh())
    assert application.description == "New words"
    assert run(application.files().wrap({"name": "wp-config.php"}).read_bytes()) == b"\x00\xff"
    assert run(run(organization.get_host_group("Fronts")).settings().get("zone")).value == "eu"
    assert run(engine(folder).status(organization)) == []


def test_an_entity_comes_and_goes_with_its_folder(organization, folder, engine, run):
    (folder / "jobs" / "Nightly").mkdir(parents=True)
    (folder / "jobs/Nightly/definition.json").write_text('{"name": "Nightly", "unknown": [1]}')
    for file in sorted((folder / "pipelines").rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    (folder / "environments/Default/hosts/web/applications/Wordpress.json").unlink()
    edit(folder / "environments/Default/hosts/web/definition.json", applications=[])
    run(engine(folder).push(organization))
    assert run(organization.jobs().get("Nightly")).get_json()["unknown"] == [1]
    assert run(organization.pipelines().list()) == []
    assert run(run(organization.get_environment("Default")).get_host("web")).application_names == []
    assert run(engine(folder).status(organization)) == []


def test_parts_of_a_definition_come_and_go_with_it(organization, application, folder, engine, run):
    document = json.loads((folder / DEFINITION).read_text())
    (file,) = document["files"]
    parameters = document["parameters"]
    edit(
        folder / DEFINITION,
        files=[{**file, "mode": "600"}, {"name": "more"}],
        parameters=[*parameters[:1], {"name": "More", "key": "more", "value": 1}],
    )
    (folder / WORDPRESS / "files/more").write_bytes(b"content")
    run(engine(folder).push(organization))
    assert {file.name for file in run(application.files().list())} == {"wp-config.php", "more"}
    assert run(application.get_file("wp-config.php")).mode == "600"
    assert run(run(application.get_file("wp-config.php")).read_bytes()) == (folder / CONTENT).read_bytes()
    assert run(run(application.get_file("more")).read_bytes()) == b"content"
    names = {parameter.name for parameter in run(application.parameters().list())}
    assert names == {parameter["name"] for parameter in parameters[:1]} | {"More"}
    assert run(engine(folder).status(organization)) == []


def test_each_side_keeps_what_the_other_did_not_touch(organization, application, folder, engine, run):
    edit(folder / DEFINITION, description="Mine")
    run(organization.jobs().create("Nightly"))
    run(application.files().wrap({"name": "wp-config.php"}).set_content(b"theirs"))
    run(engine(folder).push(organization))
    assert run(organization.jobs().exists("Nightly"))
    assert run(application.files().wrap({"name": "wp-config.php"}).read_bytes()) == b"theirs"
    run(engine(folder).pull(organization))
    assert json.loads((folder / DEFINITION).read_text())["description"] == "Mine"
    assert (folder / CONTENT).read_bytes() == b"theirs"
    assert run(engine(folder).status(organization)) == []


@pytest.mark.parametrize("method", ["pull", "push"])
def test_a_conflict_stops_all_of_it(organization, application, folder, engine, run, read, method):
    before_there = application.description
    edit(folder / DEFINITION, description="Mine")
    (folder / CONTENT).write_bytes(b"mine")
    application.description = "Theirs"
    run(application.update())
    before = read(folder)
    with pytest.raises(SyncException, match="Nothing was changed because of conflicts") as caught:
        run(getattr(engine(folder), method)(organization))
    assert caught.value.conflicts == [DEFINITION]
    assert read(folder) == before
    run(application.refresh())
    assert application.description == "Theirs" != before_there


@pytest.mark.parametrize("winner", ["folder", "server"])
def test_a_conflict_is_decided_by_an_option(organization, application, folder, engine, run, winner):
    edit(folder / DEFINITION, description="Mine")
    application.description = "Theirs"
    run(application.update())
    for method in ("pull", "push"):
        run(getattr(engine(folder, on_conflict=winner), method)(organization))
    run(application.refresh())
    wanted = "Mine" if winner == "folder" else "Theirs"
    assert application.description == wanted
    assert json.loads((folder / DEFINITION).read_text())["description"] == wanted
    assert run(engine(folder).status(organization)) == []


def test_a_person_can_read_what_differs(organization, application, folder, engine, run):
    edit(folder / DEFINITION, description="Mine")
    (folder / CONTENT).write_bytes(b"\xff\x00")
    run(organization.settings().create("zone", "eu"))
    shown = "\n".join(map(str, run(engine(folder).status(organization))))
    assert f"update {DEFINITION} (changed in the folder)" in shown
    assert '\n  -  "description": "' in shown
    assert '\n  +  "description": "Mine",' in shown
    assert "bytes on the server, 2 bytes in the folder" in shown
    assert "update definition.json (changed on the server)" in shown
    assert '\n  -      "key": "zone",' in shown


def test_secrets_are_compared_where_asked_and_never_shown(organization, make_export, engine, run, tmp_path):
    folder = tmp_path / "o"
    run(make_export(with_secrets=True).export_organization(organization, folder))
    run(engine(folder, with_secrets=True).pull(organization))
    context = folder / "environments/Default/hosts/web/applications/Wordpress.json"
    text = context.read_text()
    assert "hush" in text
    context.write_text(text.replace("hush", "other"))
    (diff,) = run(engine(folder, with_secrets=True).status(organization))
    assert str(diff).splitlines()[1:] == ["  only secrets or invisible characters differ"]
    run(engine(folder, with_secrets=True).push(organization))
    host = run(run(organization.get_environment("Default")).get_host("web"))
    assert run(run(host.get_application("Wordpress")).settings().get("wp_admin_password")).value == "other"
    assert context.stat().st_mode & 0o077 == 0


def test_a_push_keeps_secrets_that_the_folder_leaves_out(organization, folder, engine, run):
    edit(folder / "notifications/Ops/definition.json", description="seen by all")
    git = folder / WORDPRESS / "gits/src/definition.json"
    application = run(organization.get_application("Wordpress"))
    source = run(application.gits().get("src"))
    source.token = "t0p"
    run(source.update())
    run(engine(folder).pull(organization))
    edit(git, branch="next")
    run(engine(folder).push(organization))
    assert run(application.gits().get("src")).get_json()["token"] == "t0p"
    assert "hush" in json.dumps(run(organization.notifications().get("Ops")).get_json())


def test_an_application_has_a_folder_of_its_own(application, make_export, engine, run, tmp_path):
    run(make_export().export_application(application, tmp_path / "w"))
    run(engine(tmp_path / "w").pull(application))
    edit(tmp_path / "w/definition.json", description="Mine")
    assert told(run(engine(tmp_path / "w").push(application))) == [("update", "definition.json", "folder")]
    run(application.refresh())
    assert application.description == "Mine"


def test_what_cannot_be_brought_together_is_told(organization, application, folder, engine, run, tmp_path):
    with pytest.raises(SyncException, match="does not exist"):
        engine(tmp_path / "absent")
    (tmp_path / "empty").mkdir()
    with pytest.raises(SyncException, match="does not contain an entity definition"):
        engine(tmp_path / "empty")
    with pytest.raises(SyncException, match="on_conflict"):
        engine(folder, on_conflict="mine")
    with pytest.raises(SyncException, match="Cannot sync a Group"):
        run(engine(folder).status(run(organization.groups().get("admin"))))
    with pytest.raises(SyncException, match="does not exist on the server"):
        run(engine(folder).status(organization.client.organizations().new("Other")))
    edit(folder / "definition.json", name="Other")
    with pytest.raises(SyncException, match="holds organization"):
        run(engine(folder, on_conflict="folder").push(organization))


def test_links_and_what_is_in_the_way_are_refused(organization, application, folder, engine, run, tmp_path):
    run(organization.jobs().create("Nightly"))
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder / "jobs").symlink_to(outside)
    with pytest.raises(UnusableFile, match="symbolic link"):
        run(engine(folder).pull(organization))
    (folder / "jobs").unlink()
    (folder / "jobs").write_text("mine")
    with pytest.raises(SyncException, match="is not a folder"):
        run(engine(folder).pull(organization))
    assert list(outside.iterdir()) == []
    assert (folder / "jobs").read_text() == "mine"


def test_a_link_beside_a_file_leads_nowhere(organization, application, folder, engine, run, tmp_path):
    (tmp_path / "victim").write_text("mine")
    run(application.files().wrap({"name": "wp-config.php"}).set_content(b"theirs"))
    (folder / WORDPRESS / "files/.wp-config.php.comodit-new").symlink_to(tmp_path / "victim")
    run(engine(folder).pull(organization))
    assert (tmp_path / "victim").read_text() == "mine"
    assert (folder / CONTENT).read_bytes() == b"theirs"


def test_a_note_that_was_tampered_with_is_refused(organization, folder, engine, run):
    (folder / ".comodit-sync.json").write_text('{"definition.json": 5}')
    with pytest.raises(UnusableFile, match="is not what a sync wrote"):
        run(engine(folder).status(organization))


def test_what_is_missing_is_told_before_anything_is_pushed(organization, application, folder, engine, run):
    host = folder / "environments/Default/hosts/new"
    host.mkdir()
    (host / "definition.json").write_text('{"name": "new", "platform": "Nowhere"}')
    (host / "platform.json").write_text('{"platform": "Nowhere"}')
    edit(folder / DEFINITION, description="Mine")
    with pytest.raises(ImportException, match="platforms/Nowhere does not exist"):
        run(engine(folder).push(organization))
    run(application.refresh())
    assert application.description != "Mine"


def test_progress_tells_what_is_read_and_what_is_sent(organization, folder, engine, run):
    (folder / CONTENT).write_bytes(b"\x00\xff")
    counts = []
    run(engine(folder, progress=counts.append).push(organization))
    assert all(1 <= count.done <= count.total for count in counts)
    read, sent = (
        next(n for n, count in enumerate(counts) if word in count.item) for word in ("organization", "Upload")
    )
    assert read < sent
    assert counts[-1].done == counts[-1].total
