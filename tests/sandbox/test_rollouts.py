"""The effects of a changed application on hosts that have it installed."""

from __future__ import annotations

import pytest

RESTART = {"action": "restart", "resource": "service://nginx"}
WIKI = {
    "name": "Wiki",
    "repositories": [{"name": "epel", "location": "http://mirror.example"}],
    "groups": [{"name": "wiki", "gid": "640"}],
    "users": [{"name": "wiki", "uid": "640"}],
    "directories": [{"name": "data", "path": "/srv/wiki"}],
    "packages": [{"name": "nginx"}, {"name": "wiki"}],
    "services": [{"name": "nginx", "enabled": True}],
    "files": [{"name": "wiki.conf", "path": "/etc/wiki.conf"}, {"name": "motd"}],
    "parameters": [{"name": "Title", "key": "title", "value": "Wiki"}],
    "handlers": [
        {"do": [{"action": "update", "resource": "file://wiki.conf"}, RESTART], "on": ["title"]},
        {"do": [{"action": "reload", "resource": "service://nginx"}], "on": ["file://wiki.conf"]},
    ],
}
TITLE = ["update file wiki.conf", "restart service nginx"]


@pytest.fixture
def wiki(api) -> str:
    api("POST", f"{api.O}/applications/", WIKI)
    return f"{api.O}/applications/Wiki"


@pytest.fixture
def host(api, wiki: str) -> str:
    return api.ready_host(applications=["Wiki"])


def put(api, wiki: str, **members: object) -> None:
    api("PUT", wiki, {**api("GET", wiki), **members})


def test_all_kinds_of_resources_are_installed_and_removed(api, wiki: str) -> None:
    """S45, S72: installed in a workable order, and removed in the reverse order."""
    api("POST", f"{wiki}/rpmmodules/", {"name": "nodejs", "stream": "18"})
    api("POST", f"{wiki}/gits/", {"name": "skins", "endpoint": "https://git.example/skins"})
    host = api.ready_host()
    api("POST", f"{host}/applications/", {"application": "Wiki"})
    resources = ["RPM module nodejs", "group wiki", "user wiki", "directory data", "package nginx", "package wiki"]
    installed = [f"add {name}" for name in ("repository epel", *resources, "git skins")]
    assert api.tasks(host) == [[*installed, "write file wiki.conf", "write file motd", "restart service nginx"]]
    api("DELETE", f"{host}/applications/Wiki")
    (tasks,) = api.tasks(host)
    assert tasks[:4] == ["stop service nginx", "remove file wiki.conf", "remove file motd", "remove git skins"]
    assert tasks[-3:] == ["remove group wiki", "remove RPM module nodejs", "remove repository epel"]
    assert len(tasks) == 11


@pytest.mark.parametrize(
    ("members", "tasks"),
    [
        ({"packages": [{"name": "nginx"}, {"name": "wiki"}, {"name": "php"}]}, ["add package php"]),
        ({"packages": [{"name": "wiki", "release": "2"}]}, ["remove package nginx", "update package wiki"]),
        (
            {"services": [{"name": "cron"}, {"name": "nginx", "enabled": False}]},
            ["restart service cron", "update service nginx"],
        ),
        ({"services": []}, ["stop service nginx"]),
        ({"repositories": [{"name": "epel", "location": "http://other.example"}]}, ["update repository epel"]),
        (
            {"users": [], "groups": [], "directories": [{"name": "logs"}]},
            ["remove directory data", "remove user wiki", "remove group wiki", "add directory logs"],
        ),
    ],
)
def test_a_changed_definition(api, wiki: str, host: str, members: dict[str, object], tasks: list[str]) -> None:
    """S117."""
    put(api, wiki, **members)
    (change,) = api.pending(host)
    assert change["description"] == "Update Wiki"
    assert api.state(host) == "UPDATING"
    assert api.tasks(host) == [tasks]


@pytest.mark.parametrize("members", [{}, {"description": "other"}, {"handlers": []}, {"files": [], "parameters": []}])
def test_changes_without_effect_on_machines_queue_nothing(
    api, wiki: str, host: str, members: dict[str, object]
) -> None:
    put(api, wiki, **members)
    assert api.tasks(host) == []


def test_a_new_handler_runs_at_the_next_change(api, wiki: str, host: str) -> None:
    put(api, wiki, handlers=[{"do": [RESTART], "on": ["title", "port"]}])
    assert api.tasks(host) == []
    api("POST", f"{host}/settings/", {"key": "port", "value": 1})
    assert api.tasks(host) == [["restart service nginx"]]


def test_only_hosts_with_the_application_change(api, wiki: str, host: str) -> None:
    without, defined = api.ready_host("without"), api.host("defined", applications=["Wiki"])
    second = api.ready_host("second", applications=["Wiki", "Wordpress"])
    put(api, wiki, packages=[])
    removed = ["remove package wiki", "remove package nginx"]
    found = [api.tasks(path) for path in (host, second, without, defined)]
    assert [[sorted(tasks) for tasks in changes] for changes in found] == [[sorted(removed)], [sorted(removed)], [], []]


def test_hosts_follow_a_renamed_application(api, wiki: str, host: str) -> None:
    put(api, wiki, name="Other", packages=WIKI["packages"][:1])
    (change,) = api.pending(host)
    assert change["description"] == "Update Other"
    assert api.tasks(host) == [["remove package wiki"]]
    put(api, f"{api.O}/applications/Other", packages=[])
    assert api.tasks(host) == [["remove package nginx"]]


def test_the_content_of_a_file(api, wiki: str, host: str) -> None:
    api.upload(f"{wiki}/files/motd/content", b"hello")
    assert api.tasks(host) == [["update file motd"]]
    api.upload(f"{wiki}/files/motd/content", b"hello")
    assert api.tasks(host) == [], "the same again"
    api.upload(f"{wiki}/files/wiki.conf/content", b"title = ${title}")
    assert api.tasks(host) == [["update file wiki.conf", "reload service nginx"]], "a handler waits for it"
    assert api("GET", f"{host}/instance/files", path="/etc/wiki.conf") == b"title = Wiki"


def test_the_entry_of_a_file(api, wiki: str, host: str) -> None:
    api("PUT", f"{wiki}/files/motd", {"name": "motd", "mode": "600"})
    api("PUT", f"{wiki}/files/motd", {"name": "motd", "mode": "600"})
    api("POST", f"{wiki}/files/", {"name": "new"})
    api("PUT", f"{wiki}/files/new", {"name": "newer"})
    api("DELETE", f"{wiki}/files/wiki.conf")
    assert api.tasks(host) == [
        ["update file motd"],
        ["write file new"],
        ["remove file new", "write file newer"],
        ["remove file wiki.conf", "reload service nginx"],
    ]


def test_modules_and_repositories_of_source(api, wiki: str, host: str) -> None:
    for collection, body in (("rpmmodules", {"name": "nodejs"}), ("gits", {"name": "skins"})):
        api("POST", f"{wiki}/{collection}/", body)
        api("PUT", f"{wiki}/{collection}/{body['name']}", {**body, "note": "x"})
        api("DELETE", f"{wiki}/{collection}/")
    expected = [f"{verb} {name}" for name in ("RPM module nodejs", "git skins") for verb in ("add", "update", "remove")]
    assert api.tasks(host) == [[task] for task in expected]


def test_a_new_default_of_a_parameter(api, wiki: str, host: str) -> None:
    """S88: the lowest level."""
    parameter = api("GET", f"{wiki}/parameters/Title")
    parameter = api("PUT", f"{wiki}/parameters/Title", {**parameter, "value": "Other"})
    assert api.tasks(host) == [TITLE]
    parameter = api("PUT", f"{wiki}/parameters/Title", {**parameter, "description": "no other value", "value": "Other"})
    assert api.tasks(host) == []
    parameter = api(
        "PUT", f"{wiki}/parameters/Title", {**parameter, "value": "Third"}, trigger_application_handler="false"
    )
    assert api.tasks(host) == []
    api("POST", f"{api.E}/settings/", {"key": "title", "value": "hides it"})
    assert api.tasks(host) == [TITLE]
    api("DELETE", f"{wiki}/parameters/Title")
    assert api.tasks(host) == []


def test_a_locked_application_queues_nothing(api, wiki: str, host: str) -> None:
    api("POST", f"{wiki}/lock")
    api("PUT", wiki, {**WIKI, "packages": []}, status=409)
    assert api.tasks(host) == []


def test_an_application_with_packages_only(api) -> None:
    api("POST", f"{api.O}/applications/", {"name": "Tool", "packages": [{"name": "git"}]})
    host = api.ready_host()
    api("POST", f"{host}/applications/", {"application": "Tool"})
    assert api.tasks(host) == [["add package git"]]


@pytest.mark.parametrize(
    ("path", "query", "task"),
    [
        ("packages/wiki/_install", {}, "install package wiki"),
        ("packages/wiki/_install", {"release": "1.2-3"}, "install package wiki 1.2-3"),
        ("packages/wiki/_update", {"release": "1.2-3"}, "update package wiki 1.2-3"),
        ("gits/skins/_install", {}, "update git skins"),
        ("gits/skins/_install", {"branch": "next"}, "update git skins next"),
    ],
)
def test_live_packages_and_gits(api, wiki: str, host: str, path: str, query: dict[str, str], task: str) -> None:
    api("POST", f"{wiki}/gits/", {"name": "skins"})
    api.tasks(host)
    assert api("PUT", f"{host}/applications/Wiki/{path}", status=202, **query) is None
    assert api.tasks(host) == [[task]]
    kind, _, verb = path.split("/")
    assert "nope" in api("PUT", f"{host}/applications/Wiki/{kind}/nope/{verb}", status=404)["error"][0]
