"""What an import does with what exists: nothing is lost that was not meant, and nothing is in the way that was."""

from __future__ import annotations

import json

import pytest

from comodit_client.rest.exceptions import Forbidden, ImportException, ServerError

from .conftest import PNG

AT = "/organizations/A"
SHOP = f"{AT}/applications/Shop"
HOST = f"{AT}/environments/E/hosts/web"


def put(folder, **members):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "definition.json").write_text(json.dumps({"name": folder.name, **members}))
    return folder


def written(server):
    return [line for line in server.lines if not line.startswith("GET")]


@pytest.fixture
def org(client):
    return client.organizations().new("A")


@pytest.fixture
def folder(tmp_path):
    """An application with two files that have contents, a parameter, a picture, a module."""
    parameters = [{"name": "Port", "key": "port", "value": "80"}]
    folder = put(tmp_path / "Shop", files=[{"name": "a"}, {"name": "b"}], parameters=parameters)
    (folder / "files").mkdir()
    for name in "ab":
        (folder / "files" / name).write_bytes(name.encode())
    (folder / "thumb").write_bytes(PNG)
    put(folder / "rpmmodules" / "nodejs")
    return folder


@pytest.fixture
def there(server):
    """The server has the application, one of the files and the parameter, and more; everything can be changed."""
    server.on("GET", SHOP, {"name": "Shop"})
    server.on("GET", f"{SHOP}/files/a", {"name": "a"})
    server.on("GET", f"{SHOP}/parameters/Port", {"name": "Port"})
    server.on("GET", f"{SHOP}/files/", {"items": [{"name": "a"}, {"name": "old"}]})
    server.on("GET", f"{SHOP}/parameters/", {"items": [{"name": "Port"}, {"name": "Old"}]})
    server.on("GET", f"{SHOP}/rpmmodules/", {"items": [{"name": "nodejs"}, {"name": "ruby"}]})
    for part in ("files/", "parameters/", "rpmmodules/", "files/a/content", "files/b/content", "thumb"):
        server.on("POST", f"{SHOP}/{part}", {})
    for part in ("", "/files/a", "/parameters/Port"):
        server.on("PUT", f"{SHOP}{part}", {})
    for part in ("files/old", "parameters/Old", "rpmmodules/ruby"):
        server.on("DELETE", f"{SHOP}/{part}", {})
    return server


WHOLE_UPDATE = [
    f"PUT {SHOP}/files/a",
    f"POST {SHOP}/files/",
    f"PUT {SHOP}/parameters/Port",
    f"PUT {SHOP}",
    f"POST {SHOP}/files/a/content",
    f"POST {SHOP}/files/b/content",
    f"POST {SHOP}/thumb",
    f"POST {SHOP}/rpmmodules/",
]
DELETIONS = [f"DELETE {SHOP}/{part}" for part in ("rpmmodules/ruby", "parameters/Old", "files/old")]


@pytest.mark.parametrize("queued", [False, True])
@pytest.mark.parametrize("delete", [False, True])
def test_an_update_is_whole_and_deletes_last_and_only_what_the_folder_lacks(
    make_import, there, org, run, folder, queued, delete
):
    importer = make_import(parallel=1, update_existing=True, delete_missing=delete, queue_actions=queued)
    run(importer.import_application(org, folder))
    if queued:
        assert written(there) == []
        assert importer.no_conflict()
        run(importer.execute_queue())
    assert written(there) == WHOLE_UPDATE + (DELETIONS if delete else [])
    assert len(importer.report.done) == len(written(there))


def test_an_update_of_what_is_not_there_creates_it(make_import, server, org, run, folder):
    for path in (f"{AT}/applications/", *(f"{SHOP}/{part}" for part in ("files/a/content", "files/b/content"))):
        server.on("POST", path, {})
    for part in ("thumb", "rpmmodules/"):
        server.on("POST", f"{SHOP}/{part}", {})
    run(make_import(update_existing=True, delete_missing=True).import_application(org, folder))
    assert len(written(server)) == 5
    assert written(server)[0] == f"POST {AT}/applications/"


def test_a_failure_of_an_update_deletes_nothing(make_import, there, org, run, folder):
    there.on("PUT", SHOP, (403, {"error": ["locked"]}))
    with pytest.raises(ImportException, match="locked"):
        run(make_import(update_existing=True, delete_missing=True).import_application(org, folder))
    assert not [line for line in there.lines if line.startswith("DELETE")]


def test_a_conflict_is_told_before_what_is_missing_is_made(make_import, there, org, run, folder):
    with pytest.raises(ImportException, match="Nothing was imported because of a conflict"):
        run(make_import().import_application(org, folder))
    assert written(there) == []


@pytest.mark.parametrize("queued", [False, True])
def test_leaving_conflicts_makes_what_is_missing_with_its_contents(make_import, there, org, run, folder, queued):
    there.on("GET", f"{SHOP}/files/a/content", b"theirs")
    there.on("GET", f"{SHOP}/thumb", PNG)
    importer = make_import(parallel=1, skip_conflict=True, queue_actions=queued)
    run(importer.import_application(org, folder))
    if queued:
        run(importer.execute_queue())
    assert written(there) == [f"POST {SHOP}/files/", f"POST {SHOP}/files/b/content", f"POST {SHOP}/rpmmodules/"]
    assert len(importer.report.skipped) == 5


def test_a_queue_that_was_executed_does_nothing_when_executed_again(make_import, there, org, run, folder):
    importer = make_import(update_existing=True, queue_actions=True)
    run(importer.import_application(org, folder))
    done = run(importer.execute_queue()).done
    there.forget()
    assert run(importer.execute_queue()).done == ()
    assert there.lines == []
    run(importer.import_application(org, folder))
    assert len(run(importer.execute_queue()).done) == len(done)


@pytest.mark.parametrize("status", [401, 413, 500])
def test_an_upload_that_is_refused_is_a_failure(make_import, there, org, run, folder, status):
    there.on("POST", f"{SHOP}/files/a/content", (status, {"error": ["not taken"]}))
    with pytest.raises(ImportException, match=r"Upload file 'a'.*not taken") as caught:
        run(make_import(parallel=1, update_existing=True).import_application(org, folder))
    assert f"POST {SHOP}/files/b/content" not in there.lines
    assert len(caught.value.report.not_attempted) == 3


def test_a_look_up_that_is_refused_is_raised_and_nothing_is_written(make_import, there, org, run, folder):
    there.on("GET", SHOP, (403, {"error": ["not yours"]}))
    with pytest.raises(Forbidden, match="not yours"):
        run(make_import(update_existing=True).import_application(org, folder))
    assert written(there) == []


def test_an_instance_is_made_only_when_there_is_none_for_sure(make_import, server, org, run, tmp_path):
    folder = put(tmp_path / "web", state="READY", applications=[])
    (folder / "instance.json").write_text('{"properties": [{"key": "id", "value": "x"}]}')
    environment = org.environments().new("E")
    server.on("POST", f"{AT}/environments/E/hosts/", {})
    server.on("POST", f"{HOST}/instance/properties", {})
    server.on("GET", f"{HOST}/instance/", (500, {"error": ["broken"]}))
    with pytest.raises(ServerError, match="broken"):
        run(make_import(with_instances=True).import_host(environment, folder))
    assert written(server) == []
    server.on("GET", f"{HOST}/instance/", (404, {"error": ["none"]}))
    run(make_import(with_instances=True).import_host(environment, folder))
    assert written(server) == [f"POST {AT}/environments/E/hosts/", f"POST {HOST}/instance/properties"]


def test_what_a_host_needs_comes_before_it(make_import, server, org, run, tmp_path):
    top = put(tmp_path / "A")
    names = {"distribution": "Linux", "platform": "Cloud", "applications": ["Shop"]}
    host = put(top / "environments" / "E" / "hosts" / "web", **names)
    (host / "applications").mkdir()
    for file, member, name in (
        ("platform", "platform", "Cloud"),
        ("distribution", "distribution", "Linux"),
        ("applications/Shop", "application", "Shop"),
    ):
        (host / f"{file}.json").write_text(json.dumps({member: name}))
    for place in ("applications/Shop", "distributions/Linux", "platforms/Cloud"):
        put(top / place)
        server.on("POST", f"{AT}/{place.partition('/')[0]}/", {})
    for path in (
        f"{AT}/environments/E/hosts/",
        *(f"{HOST}/{part}/" for part in ("applications", "platform", "distribution")),
    ):
        server.on("POST", path, {})
    importer = make_import()
    run(importer.import_full_host(org, org.environments().new("E"), host))
    assert [text.split()[1] for text in importer.report.done] == [
        "application",
        "distribution",
        "platform",
        "host",
        "application",
        "platform",
        "distribution",
    ]


def test_what_two_queued_imports_need_is_made_once(make_import, server, org, run, tmp_path):
    for name in ("Shop", "Blog"):
        put(tmp_path / "applications" / name)
    importer = make_import(queue_actions=True)
    for names in (["Shop"], ["Blog", "Shop"]):
        run(importer.import_application_if_not_exist(org, tmp_path / "applications", names))
    assert [action.res_object.name for action in importer.actions] == ["Shop", "Blog"]


def test_the_report_is_that_of_the_last_import(make_import, there, org, run, folder):
    importer = make_import(skip_conflict=True)
    run(importer.import_application(org, folder))
    assert importer.report.done
    there.on("GET", SHOP, (403, {"error": ["not yours"]}))
    with pytest.raises(Forbidden):
        run(importer.import_application(org, folder))
    assert importer.report is None


def test_no_backup_goes_through_a_link(make_import, there, org, run, folder, tmp_path):
    (tmp_path / "b" / "applications").mkdir(parents=True)
    (tmp_path / "b" / "applications" / "Shop").symlink_to(tmp_path / "elsewhere")
    there.on("GET", f"{SHOP}/gits/", {"items": []})
    run(make_import(update_existing=True, backup=tmp_path / "b").import_application(org, folder))
    assert not (tmp_path / "elsewhere").exists()
    assert (tmp_path / "b" / "applications" / "Shop-2" / "definition.json").exists()


@pytest.mark.parametrize("kind", ["job", "orchestration"])
def test_what_takes_one_of_a_kind_has_a_name_in_the_singular_too(make_import, server, org, run, tmp_path, kind):
    server.on("POST", f"{AT}/{kind}s/", {})
    run(getattr(make_import(), f"import_{kind}")(org, put(tmp_path / "one")))
    assert written(server) == [f"POST {AT}/{kind}s/"]
