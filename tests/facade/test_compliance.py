"""Compliance errors of a host."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.rest.exceptions import EntityNotFoundException, Forbidden, InvalidName

BASE = "/organizations/A/environments/E/hosts/h/compliance"
STATES = {
    "serviceResource": ("services", "ServiceState", {"running": False, "enabled": True}),
    "fileResource": (
        "files",
        "FileState",
        {"present": True, "path": "/etc/x", "owner": "o", "group": "g", "mode": "644", "creationTime": "1"},
    ),
    "packageResource": ("packages", "PackageState", {"installed": False}),
    "userResource": (
        "users",
        "UserState",
        {"present": True, "name": "n", "uid": "7", "dir": "/home/n", "groups": ["w"]},
    ),
    "groupResource": ("groups", "GroupState", {"present": True, "name": "n", "gid": "7"}),
    "repoResource": ("repos", "RepositoryState", {"present": False, "name": "n", "location": "http://x"}),
}
PYTHON = {"creationTime": "creation_time", "dir": "home_dir"}


def document(kind="serviceResource", name="nginx", application="Web", current=None, expected=None):
    return {
        "application": application,
        "type": kind,
        "name": name,
        "currentState": current or {"running": False},
        "expectedState": expected or {"running": True},
    }


@pytest.fixture
def host(client):
    return client.hosts("A", "E").new("h")


@pytest.fixture
def errors(host):
    return host.compliance()


@pytest.mark.parametrize(("kind", "found"), STATES.items(), ids=STATES.keys())
def test_each_type_has_its_state(errors, colour, capsys, kind, found):
    folder, state, members = found
    error = errors.wrap(document(kind, current=members, expected={**members, "novel": 1}))
    assert (error.resource_type, error.type_collection) == (kind, folder)
    assert error.identifier == f"applications/Web/{folder}/nginx"
    for got in (error.current_state, error.expected_state):
        assert type(got) is getattr(colour.module("compliance"), state)
        assert {member: getattr(got, PYTHON.get(member, member)) for member in members} == members
    assert error.expected_state.get_json()["novel"] == 1
    error.show()
    shown = capsys.readouterr().out
    assert shown.index("Name: nginx") < shown.index("Current state:") < shown.index("Expected state:")
    assert "{" not in shown


def test_a_type_that_nobody_knows_is_no_obstacle(errors, server, run, capsys):
    unknown = document("gitResource", "site", current={"commit": "a"}, expected={"commit": "b"})
    server.on("GET", f"{BASE}/", {"items": [unknown, document()]})
    error, service = run(errors.list())
    assert error.type_collection == "gitResource"
    assert error.identifier == error.label == "applications/Web/gitResource/site"
    assert error.current_state.get_json() == {"commit": "a"}
    assert error.expected_state.get_json() == {"commit": "b"}
    assert service.current_state.running is False
    error.show()
    shown = capsys.readouterr().out
    assert "type: gitResource" in shown
    assert shown.index("commit: a") < shown.index("commit: b")


def test_members_may_be_absent(errors, server, run, capsys):
    error = errors.wrap({"application": "Web", "type": "fileResource", "currentState": None})
    assert (error.res_name, error.name, error.identifier) == (None, "", "")
    assert error.current_state.present is error.expected_state.mode is None
    assert error.get_json() == {"application": "Web", "type": "fileResource", "currentState": None}
    error.show()
    assert "Application: Web" in capsys.readouterr().out
    with pytest.raises(InvalidName):
        run(error.delete())
    assert server.asked == [], "this would have deleted all"


def test_one_is_got_and_deleted(host, server, run):
    server.on("GET", f"{BASE}/applications/Web/services/nginx", document())
    server.on("DELETE", f"{BASE}/applications/Web/services/nginx", httpx.Response(204))
    error = run(host.get_compliance_error("applications/Web/services/nginx"))
    assert (error.application, error.name, error.res_name) == ("Web", "nginx", "nginx")
    run(error.refresh())
    run(error.delete())
    run(host.compliance().delete("applications/Web/services/nginx"))
    assert [line.split()[0] for line in server.lines] == ["GET", "GET", "DELETE", "DELETE"]


@pytest.mark.parametrize(
    ("application", "kind", "name", "path"),
    [
        ("Web", "repoResource", "a/b c", "Web/repos/a%2Fb%20c"),
        ("Web/1", "fileResource", "x.conf", "Web%2F1/files/x.conf"),
        ("Web", "fileResource", "users/x", "Web/files/users%2Fx"),
        ("Web", "gitResource", "a/b", "Web/gitResource/a%2Fb"),
    ],
)
def test_names_with_slashes_stay_names(errors, server, run, application, kind, name, path):
    found = document(kind, name, application)
    server.on("GET", f"{BASE}/applications/{path}", found)
    assert run(errors.get(errors.wrap(found).identifier)).get_json() == found


@pytest.mark.parametrize("identifier", ["", "nginx", "applications/Web/services", "apps/Web/services/nginx", None, 3])
def test_what_identifies_nothing_is_refused(errors, server, run, identifier):
    with pytest.raises(InvalidName, match="applications/APPLICATION/COLLECTION/NAME"):
        run(errors.get(identifier))
    with pytest.raises(InvalidName):
        run(errors.delete(identifier))
    assert server.asked == []


@pytest.mark.parametrize("identifier", ["applications//files/x", "applications/Web/files/", "applications/../files/x"])
def test_a_part_that_is_no_name_is_refused(errors, server, run, identifier):
    with pytest.raises(InvalidName):
        run(errors.delete(identifier))
    assert server.asked == []


def test_what_is_not_there_is_compliant(errors, server, run):
    place = "applications/Web/services/nginx"
    with pytest.raises(EntityNotFoundException):
        run(errors.get(place))
    assert run(errors.exists(place)) is False
    run(errors.delete(place))
    assert server.lines == [f"GET {BASE}/{place}"] * 2 + [f"DELETE {BASE}/{place}"]


def test_all_are_deleted_at_once(errors, server, run):
    server.on("DELETE", f"{BASE}/", httpx.Response(204))
    run(errors.clear())
    assert server.lines == [f"DELETE {BASE}/"]


def test_a_rebuild_is_asked_for(errors, server, run):
    server.on("PUT", f"{BASE}/_rebuild", httpx.Response(202))
    assert run(errors.rebuild()) is None
    assert server.lines == [f"PUT {BASE}/_rebuild"]


def test_a_refused_rebuild_is_told(errors, server, run):
    server.on("PUT", f"{BASE}/_rebuild", (403, {"error": ["readers only look"]}))
    with pytest.raises(Forbidden, match="readers only look"):
        run(errors.rebuild())
