"""What hangs on an application with a URL of its own: RPM modules and git repositories; and both on a live host."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.rest.exceptions import EntityNotFoundException, InvalidName
from tests.conftest import echo

APP = "/organizations/A/applications/Web"
HOST = "/organizations/A/environments/E/hosts/h/applications/Web"
SECRET = "tok-0001"
GIT = {"name": "src", "endpoint": "https://git.example.net/web.git", "token": SECRET, "keyName": None, "depth": 1}


@pytest.fixture
def app(client):
    return client.applications("A").new("Web")


def test_reaching_them_asks_nothing(app, client, server):
    assert app.gits().url == client.gits("A", "Web").url == "organizations/A/applications/Web/gits/"
    assert app.rpm_modules().url == client.rpm_modules("A", "Web").url == "organizations/A/applications/Web/rpmmodules/"
    assert server.asked == []


def test_an_rpm_module_from_first_to_last(app, client, server, run):
    server.on("POST", f"{APP}/rpmmodules/", echo)
    server.on("GET", f"{APP}/rpmmodules/nodejs", {"name": "nodejs", "stream": "18"})
    server.on("PUT", f"{APP}/rpmmodules/nodejs", echo)
    server.on("DELETE", f"{APP}/rpmmodules/nodejs", httpx.Response(204))
    made = run(app.rpm_modules().create("nodejs", "18", enabled=False))
    assert server.last.json == {"name": "nodejs", "stream": "18", "enabled": False}
    assert (made.name, made.stream, made.profile, made.enabled) == ("nodejs", "18", None, False)
    module = run(client.rpm_module("A", "Web", "nodejs"))
    module.stream = "20"
    run(module.update())
    assert server.last.json == {"name": "nodejs", "stream": "20"}
    run(module.delete())
    assert server.lines == [
        f"POST {APP}/rpmmodules/",
        f"GET {APP}/rpmmodules/nodejs",
        f"PUT {APP}/rpmmodules/nodejs",
        f"DELETE {APP}/rpmmodules/nodejs",
    ]


def test_a_missing_module_is_told_and_its_deletion_is_silent(app, server, run):
    with pytest.raises(EntityNotFoundException):
        run(app.get_rpm_modules("ruby"))
    run(app.rpm_modules().delete("ruby"))
    assert server.lines == [f"GET {APP}/rpmmodules/ruby", f"DELETE {APP}/rpmmodules/ruby"]


def test_a_git_repository_is_described_by_what_is_given(app, server, run):
    server.on("POST", f"{APP}/gits/", echo)
    run(app.gits().create("src", "https://git.example.net/web.git", "main", username="deploy", token=SECRET))
    assert server.last.json == {
        "name": "src",
        "endpoint": "https://git.example.net/web.git",
        "branch": "main",
        "authenticationMethod": "HTTPS",
        "username": "deploy",
        "token": SECRET,
    }
    git = app.gits().new("src", "git@git.example.net:web.git", authentication_method="SSH", key_name="id_web")
    assert git.get_json() == {
        "name": "src",
        "endpoint": "git@git.example.net:web.git",
        "authenticationMethod": "SSH",
        "keyName": "id_web",
    }


def test_a_git_repository_goes_back_whole(app, server, run):
    server.on("GET", f"{APP}/gits/src", GIT)
    server.on("PUT", f"{APP}/gits/src", echo)
    git = run(app.gits().get("src"))
    git.branch = "release/2.x"
    run(git.update())
    assert server.last.json == {**GIT, "branch": "release/2.x"}


def test_the_token_of_a_git_repository_is_not_shown(app, capsys):
    git = app.gits().wrap(dict(GIT))
    git.show()
    assert SECRET not in capsys.readouterr().out + repr(git)
    assert git.token == SECRET


@pytest.mark.parametrize(
    ("act", "path", "query"),
    [
        (lambda h: h.live_install_package("Web", "php"), "packages/php/_install", {}),
        (lambda h: h.live_install_package("Web", "php", None), "packages/php/_install", {}),
        (lambda h: h.live_install_package("Web", "php", ""), "packages/php/_install", {}),
        (lambda h: h.live_install_package("Web", "php", "8-1.el9"), "packages/php/_install", {"release": "8-1.el9"}),
        (lambda h: h.update_package("Web", "php", None), "packages/php/_update", {}),
        (lambda h: h.update_package("Web", "g++/x", "8"), "packages/g%2B%2B%2Fx/_update", {"release": "8"}),
        (lambda h: h.update_git("Web", "src", None), "gits/src/_install", {}),
        (lambda h: h.update_git("Web", "src", "a/b&c"), "gits/src/_install", {"branch": "a/b&c"}),
    ],
)
def test_packages_and_git_repositories_of_a_live_host(client, server, run, act, path, query):
    server.on("PUT", f"{HOST}/{path}", httpx.Response(202))
    assert run(act(client.hosts("A", "E").new("h"))) is None
    assert server.lines == [f"PUT {HOST}/{path}"]
    assert server.last.query == query
    assert server.last.content == b""


@pytest.mark.parametrize(
    "act",
    [
        lambda h: h.live_install_package("Web", ""),
        lambda h: h.update_package("", "php"),
        lambda h: h.update_git("Web", ".."),
    ],
)
def test_what_is_no_name_is_refused_and_nothing_is_sent(client, server, run, act):
    with pytest.raises(InvalidName):
        run(act(client.hosts("A", "E").new("h")))
    assert server.asked == []


def test_operations_of_orchestrations(colour):
    new = colour.module("application_operation")
    operation = new.ApplicationOperation({"position": 1, "handler": "Restart", "serviceAction": None})
    assert operation.service_action.get_json() == {}
    operation.service_action.name = "httpd"
    operation.service_action.action = "STOP"
    assert operation.get_json()["serviceAction"] == {"name": "httpd", "action": "STOP"}
    assert isinstance(operation.service_action, new.ServiceAction)
