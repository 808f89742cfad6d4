"""Groups of organizations, environments and hosts, and the trees of them."""

from __future__ import annotations

import pytest

from comodit_client.rest.exceptions import (
    BadRequest,
    EntityNotFoundException,
    Forbidden,
    InvalidName,
    UnsupportedOperation,
)
from tests.conftest import echo

OWNERS = {
    "organization": (lambda c: c.organizations().new("A"), "/organizations/A"),
    "environment": (lambda c: c.environments("A").new("E/1"), "/organizations/A/environments/E%2F1"),
    "host": (lambda c: c.hosts("A", "E").new("h"), "/organizations/A/environments/E/hosts/h"),
}
JO = {"username": "jo", "fullname": "Jo Doe", "email": "jo@example.org"}
KEY = {"name": "ci", "group": "admin", "token": "SSS", "novel": 1}
ADMIN = {"name": "admin", "organization": "A", "users": [JO], "applicationKeys": [KEY], "novel": 1}


@pytest.fixture(params=OWNERS.values(), ids=OWNERS.keys())
def owner(request, client):
    """An owner of groups, and its path."""
    make, path = request.param
    return make(client), path


@pytest.fixture
def group(client):
    return client.organizations().new("A").groups().wrap({"name": "admin", "users": [dict(JO)]})


def test_every_owner_has_groups(owner, server, run):
    thing, path = owner
    server.on("GET", f"{path}/groups/", {"items": [ADMIN, {"name": "no access"}]})
    server.on("GET", f"{path}/groups/admin", ADMIN)
    server.on("GET", f"{path}/groups/no%20access", {"name": "no access"})
    server.on("PUT", f"{path}/groups/admin", echo)
    assert [group.name for group in run(thing.groups().list())] == ["admin", "no access"]
    assert list(run(thing.get_group("no access")).users) == []
    admin = run(thing.groups().get("admin"))
    assert [user.full_name for user in admin.users] == ["Jo Doe"]
    assert [key.name for key in admin.application_keys] == ["ci"]
    admin.add_user("al")
    run(admin.update())
    assert server.last.json == {**ADMIN, "users": [JO, {"username": "al"}]}
    assert server.lines == [
        f"GET {path}/groups/",
        f"GET {path}/groups/no%20access",
        f"GET {path}/groups/admin",
        f"PUT {path}/groups/admin",
    ]


class TestMembers:
    def test_who_is_in_it_is_not_added_again(self, group):
        group.add_user("jo")
        assert group.get_json()["users"] == [JO]

    def test_who_is_taken_out_need_not_be_in_it(self, group):
        group.remove_user("al")
        assert group.get_json()["users"] == [JO]
        group.remove_user("jo")
        assert group.get_json()["users"] == []

    @pytest.mark.parametrize("members", [{}, {"users": None}, {"users": []}])
    def test_there_may_be_no_list_of_them(self, group, members):
        group.set_json({"name": "admin", **members})
        group.remove_user("jo")
        group.add_user("al")
        assert group.get_json()["users"] == [{"username": "al"}]

    def test_all_go_and_keys_stay(self, group):
        group.set_json({"name": "admin", "users": [JO], "applicationKeys": [KEY]})
        group.clear_users()
        assert group.get_json() == {"name": "admin", "users": [], "applicationKeys": [KEY]}


class TestRefusals:
    @pytest.mark.parametrize(("status", "kind"), [(400, BadRequest), (403, Forbidden), (404, EntityNotFoundException)])
    def test_a_refused_update_loses_nothing(self, group, server, run, status, kind):
        server.on("PUT", "/organizations/A/groups/admin", (status, {"error": ["no, not al"]}))
        group.add_user("al")
        with pytest.raises(kind, match="no, not al"):
            run(group.update())
        assert [user.username for user in group.users] == ["jo", "al"]

    def test_groups_are_neither_made_nor_deleted(self, group, server, run):
        for call in (group.create, group.delete):
            with pytest.raises(UnsupportedOperation):
                run(call())
        assert server.asked == []


def test_a_group_shows_no_secret(group, capsys):
    group.set_json({**ADMIN, "users": [{**JO, "password": "PPP"}]})
    group.show()
    shown = capsys.readouterr().out
    assert "jo@example.org" in shown
    assert "PPP" not in shown
    assert "SSS" not in shown


HOST_TREE = {"host": "h", "groupViews": [{"name": "readonly", "users": [JO]}]}
ENVIRONMENT_TREE = {"environment": "E", "groupViews": [ADMIN], "hostGroupViews": [HOST_TREE]}
TREE = {"organization": "A", "groupViews": [ADMIN], "environmentGroupViews": [ENVIRONMENT_TREE]}


class TestTrees:
    def test_that_of_an_organization_leads_down_to_hosts(self, client, server, run):
        server.on("GET", "/organizations/A/groups/tree", TREE)
        tree = run(client.organizations().new("A").groups_tree())
        (environment,) = tree.environment_groups
        (host,) = environment.host_groups
        assert (tree.organization, environment.environment, host.host) == ("A", "E", "h")
        assert [branch.groups[0].name for branch in (tree, environment, host)] == ["admin", "admin", "readonly"]
        assert host.groups[0].users[0].username == "jo"

    def test_that_of_an_environment_begins_there(self, client, server, run):
        server.on("GET", "/organizations/A/environments/E/groups/tree", ENVIRONMENT_TREE)
        tree = run(client.environments("A").new("E").groups_tree())
        assert (type(tree).__name__, tree.environment) == ("GroupEnvironmentTree", "E")
        assert [branch.host for branch in tree.host_groups] == ["h"]

    def test_that_of_an_environment_may_begin_at_the_organization(self, client, server, run):
        server.on("GET", "/organizations/A/environments/E/groups/tree", TREE)
        tree = run(client.environments("A").new("E").groups_tree())
        assert (type(tree).__name__, tree.organization) == ("GroupOrganizationTree", "A")
        assert [branch.environment for branch in tree.environment_groups] == ["E"]

    def test_that_of_a_host_is_its_own(self, client, server, run):
        server.on("GET", "/organizations/A/environments/E/hosts/h/groups/tree", HOST_TREE)
        tree = run(client.hosts("A", "E").new("h").groups_tree())
        assert (type(tree).__name__, tree.host, tree.groups[0].name) == ("GroupHostTree", "h", "readonly")

    def test_the_old_names_work(self, owner, server, run):
        thing, path = owner
        server.on("GET", f"{path}/groups/tree", TREE)
        assert run(thing.groupsTree()).get_json() == TREE

    def test_the_old_names_of_branches_lead_to_the_same(self, colour):
        tree = colour.module("group").GroupOrganizationTree(TREE)
        assert list(tree.environmentGroups) == list(tree.environment_groups) != []
        (environment,) = tree.environmentGroups
        assert list(environment.hostGroups) == list(environment.host_groups) != []

    @pytest.mark.parametrize("document", [{}, {"groupViews": None, "environmentGroupViews": None}])
    def test_branches_may_be_absent(self, client, server, run, document, capsys):
        server.on("GET", "/organizations/A/groups/tree", document)
        tree = run(client.organizations().new("A").groups_tree())
        assert list(tree.groups) == list(tree.environment_groups) == []
        tree.show()
        assert capsys.readouterr().out.count(": null\n") == len(document)
        assert tree.get_json() == document, "reading changes nothing"

    def test_they_are_shown_with_all_branches(self, colour, capsys):
        colour.module("group").GroupOrganizationTree(TREE).show()
        shown = capsys.readouterr().out
        assert shown.index("Organization: A") < shown.index("Environment: E") < shown.index("Host: h")
        assert "SSS" not in shown

    def test_that_of_an_owner_that_is_not_there(self, owner, run):
        thing, path = owner
        with pytest.raises(EntityNotFoundException, match=f"{path}/groups/tree"):
            run(thing.groups_tree())

    @pytest.mark.parametrize(
        ("kind", "url", "path"),
        [
            ("GroupOrganizationTreeCollection", "organizations/A/groups", "/organizations/A/groups/tree"),
            (
                "GroupEnvironmentTreeCollection",
                "organizations/A B/environments/E/groups/",
                "/organizations/A%20B/environments/E/groups/tree",
            ),
            (
                "GroupOrganizationTreeCollection",
                "organizations/A/environments/E/hosts/h/groups",
                "/organizations/A/environments/E/hosts/h/groups/tree",
            ),
        ],
    )
    def test_old_scripts_reach_them_by_the_url_of_the_groups(self, colour, client, server, run, kind, url, path):
        server.on("GET", path, {"groupViews": [ADMIN]})
        tree = run(getattr(colour.module("group"), kind)(client, url).get("/tree"))
        assert type(tree).__name__ == kind.removesuffix("Collection")
        assert [group.name for group in tree.groups] == ["admin"]

    @pytest.mark.parametrize("url", ["", "organizations/A", "organizations//groups", "platforms/P/groups"])
    def test_another_url_is_refused(self, colour, client, server, run, url):
        with pytest.raises(InvalidName):
            run(colour.module("group").GroupOrganizationTreeCollection(client, url).get())
        assert server.asked == []
