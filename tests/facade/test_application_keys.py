"""Application keys: made by the server, found by their names, and never shown."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from comodit_client.rest.exceptions import Conflict, EntityNotFoundException, Forbidden, InvalidArgument

PATH = "/organizations/A/applicationkeys"
TOKEN = {"name": "ci key", "method": "TOKEN", "token": "tok-aaaa", "group": "users", "accessKey": None, "own": [1]}
PAIR = {"name": "robot", "method": "BASIC_AUTH", "token": None, "accessKey": "AK-1", "secretKey": "SK-1"}


@pytest.fixture
def key(client, server, run):
    server.on("GET", f"{PATH}/ci%20key", dict(TOKEN))
    found = run(client.get_application_key("A", "ci key"))
    server.forget()
    return found


def test_reaching_them_asks_nothing(client, server):
    keys = client.organizations().new("A").application_keys()
    assert keys.url == client.application_keys("A").url == "organizations/A/applicationkeys/"
    assert server.asked == []


def test_they_are_found_by_their_names(client, server, run):
    server.on("GET", f"{PATH}/robot", PAIR)
    key = run(client.organizations().new("A").get_application_key("robot"))
    assert (key.token, key.access_key, key.secret_key) == (None, "AK-1", "SK-1")
    assert (key.name, key.identifier, key.method) == ("robot", "robot", "BASIC_AUTH")
    with pytest.raises(EntityNotFoundException):
        run(client.get_application_key("A", "tok-aaaa"))


def test_a_key_is_made_and_its_secret_comes_with_the_answer(client, server, run):
    server.on("POST", f"{PATH}/", TOKEN)
    key = run(client.application_keys("A").create("ci key", "", "users", "2031-01-05T10:00:00.000+0000"))
    assert server.last.json == {
        "name": "ci key",
        "description": "",
        "group": "users",
        "expirationDate": "2031-01-05T10:00:00.000+0000",
        "method": "TOKEN",
    }
    assert key.token == "tok-aaaa"


def test_a_key_expires_at_a_datetime(client, server, run):
    server.on("POST", f"{PATH}/", {**TOKEN, "expirationDate": "2031-01-05T08:00:00.000+0000"})
    end = datetime(2031, 1, 5, 10, tzinfo=timezone(timedelta(hours=2)))
    key = run(client.application_keys("A").create("ci key", expiration_date=end))
    assert server.last.json["expirationDate"] == "2031-01-05T10:00:00.000+0200"
    assert (key.expires_at, key.expiration_date) == (end, "2031-01-05T08:00:00.000+0000")


def test_a_datetime_without_a_time_zone_is_not_sent(client, server, run):
    with pytest.raises(InvalidArgument, match="it has no time zone"):
        run(client.application_keys("A").create("ci key", expiration_date=datetime(2031, 1, 5)))
    assert server.asked == []


def test_what_is_not_given_is_not_sent(client):
    key = client.application_keys("A").new("robot", group="users", method="BASIC_AUTH")
    assert key.get_json() == {"name": "robot", "description": "", "group": "users", "method": "BASIC_AUTH"}


def test_a_name_that_is_taken_is_told(client, server, run):
    server.on("POST", f"{PATH}/", (409, {"error": ["Application key already exists"]}))
    with pytest.raises(Conflict, match="Application key already exists"):
        run(client.application_keys("A").create("ci key"))


def test_a_reset_gives_another_key_and_leaves_the_first_as_it_is(key, server, run):
    server.on("PUT", f"{PATH}/ci%20key/_reset", {**TOKEN, "token": "tok-bbbb"})
    fresh = run(key.reset())
    assert server.last.content == b""
    assert (key.token, fresh.token) == ("tok-aaaa", "tok-bbbb")
    assert fresh.url == key.url


def test_a_reset_that_is_refused_is_told(key, server, run):
    server.on("PUT", f"{PATH}/ci%20key/_reset", (403, {"error": ["Access is denied"]}))
    with pytest.raises(Forbidden, match="Access is denied"):
        run(key.reset())


def test_a_rename_leaves_the_key_as_it_is_when_it_is_refused(key, server, run):
    server.on("PUT", f"{PATH}/ci%20key", (409, {"error": ["taken"]}), {**TOKEN, "name": "ci 2"})
    with pytest.raises(Conflict):
        run(key.rename("ci 2"))
    assert key.name == "ci key"
    run(key.rename("ci 2"))
    assert server.last.json == {**TOKEN, "name": "ci 2"}
    assert key.url == "organizations/A/applicationkeys/ci 2/"


def test_secrets_are_not_shown(client, key, capsys):
    pair = client.application_keys("A").wrap(dict(PAIR))
    for shown in (key, pair):
        shown.show()
    printed = capsys.readouterr().out + repr(key) + repr(pair) + repr([key, pair])
    assert "tok-aaaa" not in printed
    assert "SK-1" not in printed
    assert "AK-1" in printed
