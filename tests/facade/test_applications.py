"""Applications: their lists are changed in place, and what nobody here knows is kept and sent back."""

from __future__ import annotations

from copy import deepcopy
from urllib.parse import quote

import httpx
import pytest

from comodit_client.rest.exceptions import Conflict, Forbidden

PATH = "/organizations/A/applications/Web"
DOCUMENT = {
    "zebra": {"stripes": [1, 2]},
    "name": "Web",
    "packages": [{"name": "httpd", "pinned": True}],
    "services": [{"name": "httpd", "enabled": "true"}],
    "repositories": [{"name": "stable", "location": "http://old.example.net/", "components": []}],
    "users": [{"name": "web", "password": "hush", "uid": -1, "groups": ["adm"]}],
    "groups": [{"name": "web", "gid": "640"}],
    "handlers": [
        {"do": [{"action": "polish", "resource": "robot://arm", "speed": 2}], "on": ["_install"], "when": "noon"},
        {"name": "Restart", "do": [{"action": "restart", "resource": "service://httpd"}], "on": ["port"]},
    ],
    "directories": [{"name": "logs", "path": "/var/log/web/", "mode": "755"}],
    "compatibility": [{"type": "centos", "version": "7"}],
    "commands": [{"what": "ever"}],
    "license": None,
}


@pytest.fixture
def app(client, server, run):
    server.on("GET", PATH, deepcopy(DOCUMENT))
    server.on("PUT", PATH, lambda request: httpx.Response(200, content=request.content))
    found = run(client.get_application("A", "Web"))
    server.forget()
    return found


@pytest.fixture
def parts(colour):
    return colour.module("application")


def test_what_nobody_knows_is_kept_and_sent_back(app, server, run):
    for handler in app.handlers:
        assert [action.resource for action in handler.actions]
    app.description = "new"
    run(app.update())
    assert server.last.json == {**DOCUMENT, "description": "new"}
    assert list(server.last.json) == [*DOCUMENT, "description"]


def test_an_unknown_kind_of_resource_reads_as_it_is(app):
    (action,) = app.handlers[0].actions
    assert (action.type, action.resource) == ("polish", "robot://arm")
    assert action.get_json()["speed"] == 2


def test_lists_changed_in_place_are_what_update_sends(app, parts, server, run):
    app.packages.append(parts.Package({"name": "php"}))
    app.repositories[0].location = "http://new.example.net/"
    app.services[0].enabled = False
    app.handlers[1].triggers.append("host_name")
    app.handlers[1].actions[0].type = "reload"
    app.users[0].add_group("wheel")
    del app.compatibility[0]
    del app.directories
    run(app.update())
    sent = server.last.json
    assert sent["packages"] == [{"name": "httpd", "pinned": True}, {"name": "php"}]
    assert sent["repositories"] == [{"name": "stable", "location": "http://new.example.net/", "components": []}]
    assert sent["services"] == [{"name": "httpd", "enabled": False}]
    assert sent["handlers"][0] == DOCUMENT["handlers"][0]
    assert sent["handlers"][1] == {
        "name": "Restart",
        "do": [{"action": "reload", "resource": "service://httpd"}],
        "on": ["port", "host_name"],
    }
    assert sent["users"][0]["groups"] == ["adm", "wheel"]
    assert sent["compatibility"] == []
    assert "directories" not in sent


def test_lists_stay_attached_when_an_answer_comes(app, server, run):
    packages = app.packages
    server.on("PUT", PATH, {"name": "Web", "packages": [{"name": "nginx"}]})
    run(app.update())
    packages.append({"name": "php"})
    assert [package.name for package in app.packages] == ["nginx", "php"]


def test_an_application_is_put_together_here_and_sent_at_once(client, parts, server, run):
    server.on("POST", "/organizations/A/applications/", {"name": "Web", "version": 1})
    app = client.applications("A").new("Web", None)
    app.packages = [parts.Package({"name": "httpd"})]
    app.users = ({"name": "web"},)
    app.handlers = []
    app.add_package(parts.Package({"name": "php"}))
    app.add_service(parts.Service({"name": "httpd"}))
    app.add_repository(parts.Repository({"name": "stable"}))
    app.add_compatibility_rule(parts.CompatibilityRule({"type": "debian"}))
    handler = parts.Handler()
    app.add_handler(handler)
    handler.name = "Restart"
    handler.add_trigger("port")
    handler.add_action(parts.Action({"action": "restart", "resource": "service://httpd"}))
    app.groups = None
    run(app.create())
    assert server.last.json == {
        "name": "Web",
        "description": None,
        "packages": [{"name": "httpd"}, {"name": "php"}],
        "users": [{"name": "web"}],
        "handlers": [{"name": "Restart", "on": ["port"], "do": [{"action": "restart", "resource": "service://httpd"}]}],
        "services": [{"name": "httpd"}],
        "repositories": [{"name": "stable"}],
        "compatibility": [{"type": "debian"}],
        "groups": None,
    }
    assert app.get_json() == {"name": "Web", "version": 1}


@pytest.mark.parametrize("member", ["packages", "users", "handlers"])
def test_a_list_is_given_taken_away_and_absent(client, member):
    app = client.applications("A").new("Web")
    assert list(getattr(app, member)) == []
    assert member not in app.get_json()
    setattr(app, member, None)
    assert list(getattr(app, member)) == []
    delattr(app, member)
    delattr(app, member)
    assert member not in app.get_json()
    getattr(app, member).append({"name": "x"})
    assert app.get_json()[member] == [{"name": "x"}]


def test_elements_are_of_the_classes_that_scripts_import(app, parts):
    for member, kind in {
        "packages": parts.Package,
        "services": parts.Service,
        "repositories": parts.Repository,
        "users": parts.User,
        "groups": parts.Group,
        "handlers": parts.Handler,
        "directories": parts.Directory,
        "compatibility": parts.CompatibilityRule,
    }.items():
        (first, *_) = getattr(app, member)
        assert isinstance(first, kind)
        assert isinstance(first, parts.ApplicationResource)
    assert parts.User is parts.ApplicationUser
    assert parts.Group is parts.ApplicationGroup


def test_identifiers_of_packages_may_be_called_as_they_once_had_to_be(app, parts):
    package = app.packages[0]
    assert package.identifier == package.identifier() == "httpd"
    assert type(package.identifier()) is str
    assert parts.Package().identifier == ""
    assert [handler.identifier for handler in app.handlers] == [None, "Restart"]


def test_handlers_by_name(app, server, capsys):
    (found,) = app.get_handlers("Restart")
    assert found == app.handlers[1]
    assert app.get_handlers("Nothing") == []
    app.show_action("Nothing")
    assert capsys.readouterr().out == ""
    app.show_action("Restart")
    printed = capsys.readouterr().out
    assert "service://httpd" in printed
    assert "robot" not in printed
    assert server.asked == []


def test_passwords_of_users_are_not_shown(app, capsys):
    app.show()
    printed = capsys.readouterr().out
    assert "hush" not in printed
    assert "httpd" in printed
    assert "hush" not in repr(app.users)


def test_a_clone_is_another_application(app, server, run):
    server.on("PUT", f"{PATH}/_clone", {"name": "Web 50% é/2", "version": 1})
    clone = run(app.clone("Web 50% é/2"))
    assert server.last.query == {"name": "Web 50% é/2"}
    assert server.last.content == b""
    assert (clone.name, app.name) == ("Web 50% é/2", "Web")
    assert clone.url == "organizations/A/applications/Web 50% é/2/"


def test_a_clone_needs_a_free_name(app, server, run):
    server.on("PUT", f"{PATH}/_clone", (409, {"error": ["Application already exists"]}))
    with pytest.raises(Conflict, match="Application already exists"):
        run(app.clone("Web"))


@pytest.mark.parametrize("status", [200, 202, 204])
def test_locks_are_any_success(app, server, run, status):
    for verb in ("lock", "unlock"):
        server.on("POST", f"{PATH}/{verb}", httpx.Response(status))
        assert run(getattr(app, verb)()) is None
    assert server.lines == [f"POST {PATH}/lock", f"POST {PATH}/unlock"]


def test_a_lock_that_is_refused_is_told(app, server, run):
    server.on("POST", f"{PATH}/unlock", (403, {"error": ["Access is denied"]}))
    with pytest.raises(Forbidden, match="Access is denied"):
        run(app.unlock())


@pytest.mark.parametrize("name", ["a/b", "100%", "what?", "no#1", "DB Master", "a%2Fb"])
def test_odd_names_reach_what_they_name(client, server, run, name):
    path = f"/organizations/A/applications/{quote(name, safe='')}"
    server.on("GET", path, {"name": name})
    server.on("PUT", path, {"name": name})
    server.on("POST", f"{path}/lock", httpx.Response(200))
    server.on("GET", f"{path}/gits/{quote(name, safe='')}", {"name": name})
    server.on("GET", f"{path}/rpmmodules/{quote(name, safe='')}", {"name": name})
    app = run(client.get_application("A", name))
    run(app.update())
    run(app.lock())
    assert run(app.gits().get(name)).name == name
    assert run(app.get_rpm_modules(name)).url == f"organizations/A/applications/{name}/rpmmodules/{name}/"
    assert [line.split()[1].removeprefix(path) for line in server.lines] == [
        "",
        "",
        "/lock",
        f"/gits/{quote(name, safe='')}",
        f"/rpmmodules/{quote(name, safe='')}",
    ]
