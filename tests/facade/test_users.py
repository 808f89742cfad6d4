"""Users of the service, and hosts from lists that span environments."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.rest.exceptions import Conflict, EntityNotFoundException, Forbidden, UnsupportedOperation

JO = {"username": "jo", "fullname": "Jo Doe", "email": "jo@example.org", "role": "USER"}
HOSTS = [
    {"name": "h", "organization": "A", "environment": "E/1", "state": "READY"},
    {"name": "h", "organization": "B", "environment": "F"},
    {"name": "lost"},
]


@pytest.fixture
def users(client):
    return client.users()


def test_one_is_created_and_its_password_goes_out_once(users, server, run):
    server.on("POST", "/users/", JO)
    user = run(users.create("jo", "jo@example.org", "PPP", "Jo Doe"))
    assert server.last.json == {**JO, "password": "PPP"}
    assert user.get_json() == JO
    assert (user.identifier, user.full_name, user.role, user.password) == ("jo", "Jo Doe", "USER", None)


def test_what_is_not_given_is_not_sent(users):
    assert users.new("jo", "jo@example.org", role="ADMIN").get_json() == {
        "username": "jo",
        "email": "jo@example.org",
        "role": "ADMIN",
    }


def test_a_password_is_not_shown(users, capsys):
    user = users.new("jo", "jo@example.org", "PPP")
    user.show()
    shown = capsys.readouterr().out + repr(user)
    assert "jo@example.org" in shown
    assert "PPP" not in shown


def test_one_is_got_changed_and_deleted(client, server, run):
    server.on("GET", "/users/jo%2F1", {**JO, "username": "jo/1"})
    server.on("PUT", "/users/jo%2F1", lambda request: httpx.Response(200, content=request.content))
    server.on("DELETE", "/users/jo%2F1", httpx.Response(204))
    user = run(client.get_user("jo/1"))
    user.role = "ADMIN"
    run(user.update())
    assert server.last.json == {**JO, "username": "jo/1", "role": "ADMIN"}
    run(user.delete())
    assert server.lines == ["GET /users/jo%2F1", "PUT /users/jo%2F1", "DELETE /users/jo%2F1"]


def test_a_name_cannot_be_changed(users, server, run):
    with pytest.raises(UnsupportedOperation, match="name"):
        run(users.new("jo", "jo@example.org").rename("al"))
    assert server.asked == []


@pytest.mark.parametrize(("status", "kind"), [(403, Forbidden), (409, Conflict)])
def test_a_refusal_is_told_without_the_password(users, server, run, status, kind):
    server.on("POST", "/users/", (status, {"error": ["not by you"]}))
    with pytest.raises(kind, match="not by you") as caught:
        run(users.create("jo", "jo@example.org", "PPP"))
    assert "PPP" not in str(caught.value)


def test_one_that_is_not_there(users, server, run):
    with pytest.raises(EntityNotFoundException):
        run(users.get("jo"))
    with pytest.raises(EntityNotFoundException):
        run(users.new("jo", "jo@example.org").reachable_hosts())
    assert server.lines == ["GET /users/jo", "GET /users/jo/hosts"]


@pytest.mark.parametrize(
    ("path", "ask"),
    [
        ("/users/jo/hosts", lambda c: c.users().new("jo", "").reachable_hosts()),
        ("/organizations/A/hosts", lambda c: c.organizations().new("A").all_hosts()),
    ],
)
class TestHostsOfManyEnvironments:
    def test_each_is_where_it_belongs(self, client, server, run, path, ask):
        server.on("GET", path, {"items": HOSTS})
        first, second, lost = run(ask(client))
        assert [host.get_json() for host in (first, second, lost)] == HOSTS
        server.on("GET", "/organizations/A/environments/E%2F1/hosts/h", {"name": "h", "state": "UPDATING"})
        server.on("DELETE", "/organizations/B/environments/F/hosts/h", httpx.Response(204))
        run(first.refresh())
        run(second.delete())
        assert first.state == "UPDATING"
        assert len(server.asked) == 3

    def test_one_that_does_not_tell_where_it_is_can_only_be_read(self, client, server, run, path, ask):
        server.on("GET", path, {"items": HOSTS[2:]})
        (lost,) = run(ask(client))
        assert lost.name == "lost"
        with pytest.raises(UnsupportedOperation, match="Host"):
            run(lost.refresh())

    @pytest.mark.parametrize("answer", [{"items": []}, {"items": None}, {"count": 0}])
    def test_there_may_be_none(self, client, server, run, path, ask, answer):
        server.on("GET", path, answer)
        assert run(ask(client)) == []

    def test_a_refusal_is_told(self, client, server, run, path, ask):
        server.on("GET", path, (403, {"error": ["not for you"]}))
        with pytest.raises(Forbidden, match="not for you"):
            run(ask(client))
