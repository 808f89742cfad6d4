"""Redirections are followed for reading, at the same origin, and not for ever."""

from __future__ import annotations

import httpx
import pytest

from comodit_client import wire
from comodit_client.rest.exceptions import ApiException

ROOT = "http://comodit.test/api"
PATH = "/organizations/A"
READ = wire.organizations.get("A")


def to(target, status=302):
    return httpx.Response(status, headers={"Location": target})


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("target", [f"{ROOT}/organizations/B", "/api/organizations/B", "B"])
def test_reading_goes_where_it_is_sent(make_client, server, run, status, target):
    server.on("GET", PATH, to(target, status))
    server.on("GET", "/organizations/B", {"name": "B"})
    assert run(make_client().run(READ)).name == "B"
    assert [asked.headers["Authorization"] for asked in server.asked] == ["Basic VVVVOlBQUA=="] * 2


def test_the_usual_port_is_the_same_origin(make_client, server, run):
    server.on("GET", PATH, to("http://comodit.test:80/api/organizations/B"))
    server.on("GET", "/organizations/B", {"name": "B"})
    assert run(make_client().run(READ)).name == "B"


@pytest.mark.parametrize(
    "target",
    [
        "http://elsewhere.test/api/organizations/A",
        "https://comodit.test/api/organizations/A",
        "http://comodit.test:81/api/organizations/A",
        "http://sub.comodit.test/api/organizations/A",
        "//elsewhere.test/x",
    ],
)
def test_nothing_goes_to_another_origin(make_client, server, run, target):
    server.on("GET", PATH, to(target))
    with pytest.raises(ApiException, match="does not receive the credentials") as raised:
        run(make_client().run(READ))
    assert (raised.value.code, server.lines) == (302, [f"GET {PATH}"])


@pytest.mark.parametrize(
    "request_",
    [
        wire.organizations.update("A", {"name": "A"}),
        wire.organizations.delete("A"),
        wire.organizations.create({"name": "A"}),
    ],
    ids=["put", "delete", "post"],
)
@pytest.mark.parametrize("status", [301, 303, 307])
def test_only_reading_is_sent_on(make_client, server, run, request_, status):
    server.on(request_.method, request_.path, to(f"{ROOT}/organizations/B", status))
    with pytest.raises(ApiException):
        run(make_client().run(request_))
    assert len(server.asked) == 1


def test_a_circle_ends(make_client, server, run):
    server.on("GET", PATH, to(ROOT + PATH))
    with pytest.raises(ApiException) as raised:
        run(make_client().run(READ))
    assert (raised.value.code, len(server.asked)) == (302, 6)


@pytest.mark.parametrize("target", ["http://[", "ftp://comodit.test/x", "", "http://a:b:c/"])
def test_nonsense_is_told_as_ours(make_client, server, run, target):
    from comodit_client.rest.exceptions import PythonApiException

    server.on("GET", PATH, to(target))
    with pytest.raises(PythonApiException):
        run(make_client().run(READ))
    assert set(server.lines) == {f"GET {PATH}"}
