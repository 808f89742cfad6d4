"""A folder with YAML files becomes a folder in the format of an export."""

from __future__ import annotations

import json
import sys

import pytest

from comodit_client.disk.desired import desired
from comodit_client.rest.exceptions import UnusableFile

ORGANIZATION = "kind: organization\nname: OOO\n---\n"
ENVIRONMENT = ORGANIZATION + "kind: environment\nname: Default\n---\n"
HOST = ENVIRONMENT + "kind: host\nname: web-1\nenvironment: Default\n"


def put(folder, name, text):
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def made(folder, variables=None):
    """Return the files that a folder becomes: JSON as values, others as text."""
    with desired(folder, variables) as found:
        assert found != folder
        return {
            path.relative_to(found).as_posix(): json.loads(path.read_text())
            if path.suffix == ".json"
            else path.read_text()
            for path in sorted(found.rglob("*"))
            if path.is_file()
        }


def failure(folder, variables=None):
    with pytest.raises(UnusableFile) as error, desired(folder, variables):
        pass
    return str(error.value)


def test_a_folder_without_yaml_is_used_as_it_is(tmp_path):
    put(tmp_path, "definition.json", "{")
    put(tmp_path, "applications/App/definition.json", "{}")
    put(tmp_path, "applications/App/files/values.yaml", "a: [")
    put(tmp_path, ".github/workflow.yaml", "a: [")
    with desired(tmp_path) as found:
        assert found == tmp_path


def test_hidden_files_and_names_with_a_dot(tmp_path):
    put(tmp_path, "definition.json", '{"name": "OOO"}')
    put(tmp_path, "jobs/.a/definition.yaml", "name: .a")
    put(tmp_path, ".a/definition.yaml", "a: [")
    put(tmp_path, ".x.yaml", "a: [")
    (tmp_path / "jobs/.#x.yaml").symlink_to("missing")  # the lock of an editor
    assert made(tmp_path) == {"definition.json": {"name": "OOO"}, "jobs/.a/definition.json": {"name": ".a"}}


def test_the_temporary_folder_is_removed(tmp_path):
    put(tmp_path, "all.yaml", ORGANIZATION)
    with desired(str(tmp_path)) as found:
        assert found.name == tmp_path.name
        assert found.parent.stat().st_mode & 0o077 == 0
    assert not found.parent.exists()


@pytest.mark.parametrize("suffix", ["yaml", "yml"])
def test_yaml_stands_in_place_of_json(tmp_path, suffix):
    host = "environments/Default/hosts/web-1"
    put(tmp_path, f"definition.{suffix}", "name: OOO\nsettings: {a: 1}")
    put(tmp_path, "environments/Default/definition.json", '{"name": "Default"}')
    put(tmp_path, f"{host}/definition.{suffix}", "name: web-1\nplatform: P\napplications: [App]")
    put(tmp_path, f"{host}/platform.{suffix}", "platform: P\nsettings:\n  size: big")
    put(tmp_path, f"{host}/applications/App.{suffix}", "application: App")
    put(tmp_path, f"applications/App/definition.{suffix}", "name: App\nfiles: [{name: conf, content: a}, {name: b}]")
    put(tmp_path, "applications/App/files/b", "bb")
    put(tmp_path, "README.md", "not copied")
    assert made(tmp_path) == {
        "definition.json": {"name": "OOO", "settings": [{"key": "a", "value": 1}]},
        "environments/Default/definition.json": {"name": "Default"},
        f"{host}/definition.json": {"name": "web-1", "platform": "P", "applications": ["App"]},
        f"{host}/platform.json": {"platform": "P", "settings": [{"key": "size", "value": "big"}]},
        f"{host}/applications/App.json": {"application": "App"},
        "applications/App/definition.json": {"name": "App", "files": [{"name": "conf"}, {"name": "b"}]},
        "applications/App/files/conf": "a",
        "applications/App/files/b": "bb",
    }


def test_a_folder_of_a_part_of_an_organization(tmp_path):
    put(tmp_path, "definition.yaml", "name: App\norganization: OOO")
    assert made(tmp_path) == {"definition.json": {"name": "App", "organization": "OOO"}}
    put(tmp_path, "more.yaml", "kind: job\nname: J")
    assert "part of an organization" in failure(tmp_path)


PLACES = [
    ("kind: application\nname: X", "applications/X/definition.json"),
    ("kind: distribution\nname: X", "distributions/X/definition.json"),
    ("kind: platform\nname: X", "platforms/X/definition.json"),
    ("kind: job\nname: X", "jobs/X/definition.json"),
    ("kind: orchestration\nname: X", "orchestrations/X/definition.json"),
    ("kind: hostgroup\nname: X", "hostgroups/X/definition.json"),
    ("kind: webhook\nname: X", "webhooks/X/definition.json"),
    ("kind: notification\nname: X", "notifications/X/definition.json"),
    ("kind: pipeline\nname: X", "pipelines/X/definition.json"),
    ("kind: group\nname: X", "groups/X/definition.json"),
    ("kind: group\nname: X\nenvironment: Default", "environments/Default/groups/X/definition.json"),
    (
        "kind: group\nname: X\nenvironment: Default\nhost: web-1",
        "environments/Default/hosts/web-1/groups/X/definition.json",
    ),
    ("kind: stage\nname: X\npipeline: Pipe", "pipelines/Pipe/stages/X/definition.json"),
    ("kind: step\nname: X\npipeline: Pipe\nstage: S", "pipelines/Pipe/stages/S/steps/X/definition.json"),
    ("kind: orchestration handler\nname: X\norchestration: O", "orchestrations/O/handlers/X/definition.json"),
    ("kind: rpmmodule\nname: X\napplication: App", "applications/App/rpmmodules/X/definition.json"),
    ("kind: git\nname: X\napplication: App", "applications/App/gits/X/definition.json"),
    (
        "kind: platform context\nplatform: X\nenvironment: Default\nhost: web-1",
        "environments/Default/hosts/web-1/platform.json",
    ),
    (
        "kind: distribution context\ndistribution: X\nenvironment: Default\nhost: web-1",
        "environments/Default/hosts/web-1/distribution.json",
    ),
    (
        "kind: application context\napplication: X\nenvironment: Default\nhost: web-1",
        "environments/Default/hosts/web-1/applications/X.json",
    ),
    (
        "kind: resource property\napplication: App\npackageName: P\nkey: X\nhostGroup: HG",
        "hostgroups/HG/application_properties/App/packages/P/X/definition.json",
    ),
    (
        "kind: resource property\napplication: App\nrpmModule: M\nkey: X",
        "application_properties/App/rpmmodules/M/X/definition.json",
    ),
]
OWNERS = """
---
{kind: pipeline, name: Pipe}
---
{kind: stage, name: S, pipeline: Pipe}
---
{kind: orchestration, name: O}
---
{kind: application, name: App}
---
{kind: hostgroup, name: HG}
"""


@pytest.mark.parametrize(("text", "path"), PLACES, ids=[path for _, path in PLACES])
def test_the_place_of_each_kind(tmp_path, text, path):
    put(tmp_path, "x.yaml", text)  # before its owners
    put(tmp_path, "zz/owners.yml", HOST + OWNERS)
    found = made(tmp_path)
    assert found[path].keys().isdisjoint({"kind", "environment", "host", "pipeline", "stage", "orchestration"})
    assert "X" in found[path].values()


def test_free_documents_beside_json(tmp_path):
    put(tmp_path, "definition.json", '{"name": "OOO"}')
    put(tmp_path, "environments/Default/definition.json", '{"name": "Default"}')
    put(tmp_path, "environments/Default/hosts/a/definition.json", '{"name": "a", "applications": ["Old"]}')
    put(tmp_path, "hosts.yaml", "{kind: host, name: b, environment: Default}")
    put(
        tmp_path,
        "contexts.yaml",
        "{kind: application context, environment: Default, host: a, application: App}\n---\n"
        "{kind: platform context, environment: Default, host: a, platform: P}",
    )
    found = made(tmp_path)
    assert found["environments/Default/hosts/a/definition.json"] == {"name": "a", "applications": ["Old", "App"]}
    assert found["environments/Default/hosts/a/applications/App.json"] == {"application": "App"}
    assert found["environments/Default/hosts/a/platform.json"] == {"platform": "P"}
    assert found["environments/Default/hosts/b/definition.json"] == {"name": "b"}


def test_a_host_without_a_list_of_applications_keeps_its_own(tmp_path):
    put(
        tmp_path,
        "x.yaml",
        HOST + "---\n{kind: application context, environment: Default, host: web-1, application: App}",
    )
    assert made(tmp_path)["environments/Default/hosts/web-1/definition.json"] == {"name": "web-1"}


def test_contents_and_pictures(tmp_path):
    put(tmp_path, "x.yaml", ORGANIZATION)
    put(
        tmp_path,
        "apps/shop.yaml",
        "kind: application\nname: Shop\nthumbnail: ../pictures/shop.png\n"
        "files:\n- {name: a, content: '${var.x} $${var.x}'}\n- {name: b/c, source: files/web/b.conf}\n- {name: d}",
    )
    put(tmp_path, "apps/files/web/b.conf", "port ${var.port}")
    put(tmp_path, "pictures/shop.png", "PNG")
    found = made(tmp_path)
    assert found["applications/Shop/files/a"] == "${var.x} $${var.x}"
    assert found["applications/Shop/files/b%2Fc"] == "port ${var.port}"
    assert found["applications/Shop/thumb"] == "PNG"
    assert found["applications/Shop/definition.json"] == {
        "name": "Shop",
        "files": [{"name": "a"}, {"name": "b/c"}, {"name": "d"}],
    }


def test_an_application_named_like_the_folder_of_contents(tmp_path):
    put(tmp_path, "definition.yaml", "name: OOO")
    put(tmp_path, "applications/files/definition.yaml", "name: files\nfiles: [{name: x.yaml}]")
    put(tmp_path, "applications/files/files/x.yaml", "a: [")
    found = made(tmp_path)
    assert found["applications/files/definition.json"]["name"] == "files"
    assert found["applications/files/files/x.yaml"] == "a: ["


APPLICATION = ORGANIZATION + "kind: application\nname: A\n"
MISTAKES = {
    "name: x": "line 1: the document has no kind",
    "kind: hots\nname: x": "kind 'hots' is unknown. Use one of: application, application context",
    "kind: [x]": "is unknown",
    "{kind: job, name: J}": "the organization is not defined",
    ORGANIZATION + "kind: job": "line 4: the job has no name",
    ORGANIZATION + "kind: job\nname: 5": "name is not a text",
    ORGANIZATION + "kind: host\nname: x": "the host has no environment, which says where it belongs",
    ORGANIZATION + "kind: step\nname: x": "the step has no pipeline and no stage",
    ORGANIZATION + "kind: group\nname: x\nhost: y": "the group has no environment",
    ORGANIZATION + "kind: resource property\nname: x": "no application and no packageName and no key",
    ORGANIZATION + "{kind: resource property, application: A, packageName: P, key: K, environment: E, hostGroup: H}": (
        "cannot have environment and hostGroup at once"
    ),
    ORGANIZATION + "{kind: host, name: x, environment: E}": "host 'x' belongs to environment 'E', which is not defined",
    ORGANIZATION + "kind: host\nname: x\nenvironment: 5": "environment is not a text",
    ORGANIZATION + ORGANIZATION: "organization is also defined in line 1",
    APPLICATION + "---\n" + "{kind: application, name: A}": "application 'A' is also defined in line 4",
    ORGANIZATION + "kind: job\nname: A\nthumbnail: a": "a job has no thumbnail",
    ORGANIZATION + "kind: job\nname: A\nfiles: [{name: x, content: y}]": "a job has no files with contents",
    APPLICATION + "files: [{content: y}]": "a file with a content has no name",
    APPLICATION + "files: [{name: x, content: 5}]": "content of the file 'x' is not text",
    APPLICATION + "files: [{name: x, content: y, source: z}]": "'x' has two contents",
    APPLICATION + "files: [{name: x, content: y}, {name: x, content: z}]": "'x' has two contents",
    APPLICATION + "files: [{name: x, source: 5}]": "the path of a file is not a text",
    APPLICATION + "files: [{name: x, source: missing}]": "No such file",
    APPLICATION + "files: [{name: x, source: ../x}]": "leads out of the folder",
    APPLICATION + "files: [{name: x, source: a/../../x}]": "leads out of the folder",
    APPLICATION + "files: [{name: x, source: /etc/hostname}]": "leads out of the folder",
    APPLICATION + "thumbnail: link": "symbolic link",
}


@pytest.mark.parametrize("text", MISTAKES, ids=list(map(str, range(len(MISTAKES)))))
def test_mistakes(tmp_path, text):
    (tmp_path / "outside").write_text("secret")
    folder = tmp_path / "folder"
    put(folder, "x.yaml", text)
    (folder / ".hidden").mkdir()
    if "link" in text:
        (folder / "link").symlink_to(tmp_path / "outside")
    said = failure(folder)
    assert MISTAKES[text] in said


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("definition.json", "definition.yaml"),
        ("definition.yaml", "definition.yml"),
        ("jobs/A/definition.json", "jobs/A/definition.yaml"),
    ],
)
def test_a_definition_twice_in_one_place(tmp_path, first, second):
    for name in {"definition.json", first, second}:
        put(tmp_path, name, '{"name": "A"}')
    assert "is defined twice" in failure(tmp_path)


def test_a_free_document_for_what_has_a_folder(tmp_path):
    put(tmp_path, "definition.json", '{"name": "OOO"}')
    put(tmp_path, "jobs/x/definition.json", '{"name": "A"}')
    file = put(tmp_path, "a.yaml", "kind: job\nname: A")
    assert "job 'A' is defined twice" in failure(tmp_path)
    file.write_text("kind: organization\nname: OOO")
    assert "the entity is defined twice" in failure(tmp_path)


def test_a_folder_without_an_organization(tmp_path):
    put(tmp_path, "jobs/A/definition.yaml", "name: A")
    assert "no definition of its own" in failure(tmp_path)


def test_folders_that_are_none(tmp_path):
    assert "No such file" in failure(tmp_path / "missing")


def test_links_in_the_folder(tmp_path):
    put(tmp_path, "other.yaml", ORGANIZATION)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "x.yaml").symlink_to(tmp_path / "other.yaml")
    assert "symbolic link" in failure(folder)


def test_contents_that_exist_already(tmp_path):
    put(tmp_path, "definition.yaml", "name: App\nfiles: [{name: a, content: x}]\nthumbnail: thumb")
    put(tmp_path, "files/a", "y")
    assert "two contents" in failure(tmp_path)
    (tmp_path / "files/a").unlink()
    put(tmp_path, "thumb", "PNG")
    assert "'thumb' is there already" in failure(tmp_path)


def test_without_pyyaml(tmp_path, monkeypatch):
    put(tmp_path, "x.yaml", ORGANIZATION)
    monkeypatch.setitem(sys.modules, "yaml", None)
    assert "pip install 'comodit-client[cli]'" in failure(tmp_path)
