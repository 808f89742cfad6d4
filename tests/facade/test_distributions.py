"""Distributions and flavors: what a distribution is made of, its lock, its picture, copies of it."""

from __future__ import annotations

import io
from copy import deepcopy

import httpx
import pytest

from comodit_client.rest.exceptions import (
    Conflict,
    EntityNotFoundException,
    Forbidden,
    ServerError,
    UnsupportedOperation,
    UnusableFile,
)
from tests.conftest import echo

DISTRIBUTIONS = "/organizations/A/distributions"
PATH = f"{DISTRIBUTIONS}/CentOS%207"
DOCUMENT = {
    "name": "CentOS 7",
    "description": "By network",
    "locked": False,
    "url": "https://centos.example.net",
    "settings": [{"key": "kernel", "value": "/vmlinuz"}],
    "files": [{"name": "kickstart"}],
    "parameters": [{"name": "Zone", "key": "timezone", "value": "UTC"}],
    "canPull": True,
    "edition": {"arch": ["x86_64", None]},
}
FLAVOR = {
    "name": "CentOS 7",
    "uuid": "0B06",
    "description": "Red",
    "parameters": [
        {"name": "Kernel", "key": "kernel", "value": "http://mirror.example.net/vmlinuz"},
        {"name": "cmdline", "value": None},
    ],
}
FLAVOR_PATH = "/flavors/CentOS%207"
PNG = b"\x89PNG\r\n\x1a\n\x00\xff"


@pytest.fixture
def distribution(client):
    return client.distributions("A").wrap(deepcopy(DOCUMENT))


def test_reaching_a_distribution_and_what_hangs_on_it_asks_nothing(client, server):
    organization = client.organizations().new("A")
    assert organization.distributions().url == client.distributions("A").url == "organizations/A/distributions/"
    distribution = client.distributions("A").new("CentOS 7")
    assert distribution.get_json() == {"name": "CentOS 7", "description": ""}
    assert distribution.files().url == "organizations/A/distributions/CentOS 7/files/"
    assert distribution.parameters().url == "organizations/A/distributions/CentOS 7/parameters/"
    assert distribution.settings().url == "organizations/A/distributions/CentOS 7/settings/"
    assert server.asked == []


def test_a_distribution_is_got_by_either_way_and_goes_back_whole(client, server, run):
    server.on("GET", PATH, DOCUMENT)
    server.on("PUT", PATH, echo)
    organization = client.organizations().new("A")
    for get in (lambda: client.get_distribution("A", "CentOS 7"), lambda: organization.get_distribution("CentOS 7")):
        found = run(get())
        assert (found.url_f, found.locked, found.can_pull) == ("https://centos.example.net", False, True)
        found.license, found.price = "GPL", "0.00"
        run(found.update())
        assert server.last.json == {**DOCUMENT, "license": "GPL", "price": "0.00"}
    assert server.lines == [f"GET {PATH}", f"PUT {PATH}"] * 2


def test_a_missing_distribution_is_told_and_its_deletion_is_silent(client, server, run):
    with pytest.raises(EntityNotFoundException):
        run(client.get_distribution("A", "CentOS 7"))
    run(client.distributions("A").delete("CentOS 7"))
    assert server.lines == [f"GET {PATH}", f"DELETE {PATH}"]


def test_without_a_flavor_one_request_is_enough(client, server, run):
    server.on("POST", f"{DISTRIBUTIONS}/", echo)
    made = run(client.distributions("A").create("CentOS 7", "By network"))
    assert server.lines == [f"POST {DISTRIBUTIONS}/"]
    assert server.last.json == {"name": "CentOS 7", "description": "By network"}
    assert list(made.settings_f) == []


def test_the_parameters_of_a_flavor_become_settings(client, server, run):
    server.on("GET", FLAVOR_PATH, FLAVOR)
    server.on("POST", f"{DISTRIBUTIONS}/", echo)
    made = run(client.distributions("A").create("Mine", flavor_name="CentOS 7"))
    assert server.lines == [f"GET {FLAVOR_PATH}", f"POST {DISTRIBUTIONS}/"]
    assert server.last.json == {
        "name": "Mine",
        "description": "",
        "settings": [
            {"key": "kernel", "value": "http://mirror.example.net/vmlinuz"},
            {"key": "cmdline", "value": None},
        ],
    }
    assert [setting.key for setting in made.settings_f] == ["kernel", "cmdline"]


def test_given_settings_override_those_of_a_flavor(client, server, run):
    server.on("GET", FLAVOR_PATH, FLAVOR)
    server.on("POST", f"{DISTRIBUTIONS}/", echo)
    kernel = {"key": "kernel", "value": "vmlinuz"}
    run(client.distributions("A").create("Mine", flavor_name="CentOS 7", settings=[kernel]))
    assert server.last.json["settings"] == [kernel, {"key": "cmdline", "value": None}]


def test_settings_of_a_flavor_come_after_those_that_are_there(distribution, server, run):
    server.on("GET", FLAVOR_PATH, FLAVOR)
    run(distribution.setup_default_settings(None))
    assert server.asked == []
    run(distribution.setup_default_settings("CentOS 7"))
    assert [setting.key for setting in distribution.settings_f] == ["kernel", "kernel", "cmdline"]
    assert server.lines == [f"GET {FLAVOR_PATH}"]


def test_a_flavor_that_is_missing_leaves_nothing_behind(client, server, run):
    with pytest.raises(EntityNotFoundException):
        run(client.distributions("A").create("Mine", flavor_name="CentOS 7"))
    assert server.lines == [f"GET {FLAVOR_PATH}"]


def test_flavors_are_read(client, colour, server, run):
    server.on("GET", "/flavors/", {"items": [FLAVOR, {"name": "Bare", "parameters": None}]})
    server.on("GET", FLAVOR_PATH, FLAVOR)
    flavors = colour.each(client.flavors())
    assert [(flavor.name, len(flavor.parameters_f)) for flavor in flavors] == [("CentOS 7", 2), ("Bare", 0)]
    flavor = run(client.get_flavor("CentOS 7"))
    assert (flavor.uuid, flavor.description) == ("0B06", "Red")
    assert [(parameter.name, parameter.value) for parameter in flavor.parameters_f] == [
        ("Kernel", "http://mirror.example.net/vmlinuz"),
        ("cmdline", None),
    ]
    assert server.lines == ["GET /flavors/", f"GET {FLAVOR_PATH}"]


def test_flavors_are_not_made_nor_changed(client, server, run):
    flavors = client.flavors()
    flavor = flavors.wrap({"name": "CentOS 7"})
    for act in (flavor.update, flavor.delete, flavor.create, flavors.clear):
        with pytest.raises(UnsupportedOperation):
            run(act())
    assert server.asked == []


def test_a_clone_is_a_distribution_of_its_own(distribution, server, run):
    server.on("PUT", f"{PATH}/_clone", {"name": "Mine"})
    copy = run(distribution.clone("Mine"))
    assert server.last.query == {"name": "Mine"}
    assert server.last.content == b""
    assert type(copy) is type(distribution)
    assert copy.files().url == "organizations/A/distributions/Mine/files/"
    assert server.lines == [f"PUT {PATH}/_clone"]


@pytest.mark.parametrize("status", [200, 202, 204])
def test_a_distribution_is_locked_and_unlocked(distribution, server, run, status):
    for verb in ("lock", "unlock"):
        server.on("POST", f"{PATH}/{verb}", httpx.Response(status))
        assert run(getattr(distribution, verb)()) is None
    assert server.lines == [f"POST {PATH}/lock", f"POST {PATH}/unlock"]
    assert distribution.locked is False


def test_what_a_lock_forbids_comes_through(distribution, server, run):
    server.on("PUT", PATH, (409, {"error": ["Distribution CentOS 7 is locked"]}))
    server.on("POST", f"{PATH}/lock", (403, {"error": ["Only an administrator may lock"]}))
    with pytest.raises(Conflict, match="is locked"):
        run(distribution.update())
    with pytest.raises(Forbidden, match="Only an administrator"):
        run(distribution.lock())


def test_a_picture_is_sent_and_read(distribution, server, run, tmp_path):
    server.on("POST", f"{PATH}/thumb", httpx.Response(204))
    server.on("GET", f"{PATH}/thumb", PNG)
    path = tmp_path / "Gänseblümchen.png"
    path.write_bytes(PNG)
    for given in (path, str(path), PNG, io.BytesIO(PNG)):
        assert run(distribution.set_thumbnail_content(given)) is None
        head, _, content = server.last.content.partition(b"\r\n\r\n")
        assert b'name="file"' in head
        assert content.startswith(PNG)
    assert run(distribution.read_thumbnail_content()) == PNG
    assert run(distribution.get_thumbnail_content()).read() == PNG


@pytest.mark.parametrize("content", [b"", b"<svg/>", b"\x89PN", b"RIFF....WEBP"])
def test_a_picture_of_any_type_is_sent_as_it_is(distribution, server, run, content):
    server.on("POST", f"{PATH}/thumb", httpx.Response(204))
    run(distribution.set_thumbnail_content(content))
    assert server.last.content.partition(b"\r\n\r\n")[2].startswith(content + b"\r\n--")


@pytest.mark.parametrize("content", ["missing.png", "folder"])
def test_a_picture_that_cannot_be_read_raises_and_nothing_is_sent(
    distribution, server, run, tmp_path, monkeypatch, content
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(UnusableFile):
        run(distribution.set_thumbnail_content(content))
    assert server.asked == []


def test_a_picture_that_is_not_taken_is_told(distribution, server, run):
    server.on("POST", f"{PATH}/thumb", (500, {"error": ["No room left"]}))
    with pytest.raises(ServerError, match="No room left"):
        run(distribution.set_thumbnail_content(PNG))
    with pytest.raises(EntityNotFoundException):
        run(distribution.read_thumbnail_content())
