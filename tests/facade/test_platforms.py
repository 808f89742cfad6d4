"""Platforms: their driver, their images, what they are created from, copies of them."""

from __future__ import annotations

from copy import deepcopy

import httpx
import pytest

from comodit_client.rest.exceptions import BadRequest, Conflict, EntityNotFoundException, UnsupportedOperation
from tests.conftest import echo

PLATFORMS = "/organizations/A/platforms"
EC2 = "com.guardis.cortex.server.driver.AmazonEc2Driver"
PATH = f"{PLATFORMS}/My%20cloud"
DOCUMENT = {
    "name": "My cloud",
    "description": "Racks",
    "version": 3,
    "driver": {"className": EC2, "name": "EC2", "region": {"zones": ["a"]}},
    "settings": [{"key": "ec2.zone", "value": "eu"}],
    "files": [{"name": "user_data", "delimiter": {"start": "${", "end": "}"}}],
    "parameters": [{"name": "Size", "key": "ec2.instanceType", "value": "t1.micro", "schema": {"type": "string"}}],
    "billing": {"owner": None},
}


@pytest.fixture
def platform(client):
    return client.platforms("A").wrap(deepcopy(DOCUMENT))


def test_reaching_a_platform_and_what_hangs_on_it_asks_nothing(client, server):
    organization = client.organizations().new("A")
    assert organization.platforms().url == client.platforms("A").url == "organizations/A/platforms/"
    platform = client.platforms("A").new("My cloud")
    assert platform.url == "organizations/A/platforms/My cloud/"
    assert platform.files().url == f"{platform.url}files/"
    assert platform.parameters().url == f"{platform.url}parameters/"
    assert platform.settings().url == f"{platform.url}settings/"
    assert server.asked == []


def test_a_platform_is_got_by_either_way_and_reads_as_its_parts(client, server, run):
    server.on("GET", PATH, DOCUMENT)
    for found in (
        run(client.get_platform("A", "My cloud")),
        run(client.organizations().new("A").get_platform("My cloud")),
    ):
        assert (found.name, found.description, found.version) == ("My cloud", "Racks", 3)
        assert (found.driver.class_name, found.driver.name) == (EC2, "EC2")
        assert [setting.value for setting in found.settings_f] == ["eu"]
        assert [file.delimiter.start for file in found.files_f] == ["${"]
        assert [parameter.key for parameter in found.parameters_f] == ["ec2.instanceType"]
    assert server.lines == [f"GET {PATH}"] * 2


def test_platforms_are_listed(client, colour, server):
    server.on("GET", f"{PLATFORMS}/", {"count": 2, "items": [DOCUMENT, {"name": "Bare"}]})
    found = colour.each(client.platforms("A"))
    assert [platform.name for platform in found] == ["My cloud", "Bare"]
    assert found[1].driver.get_json() == {}
    assert [*found[1].files_f, *found[1].parameters_f, *found[1].settings_f] == []
    assert server.lines == [f"GET {PLATFORMS}/"]


def test_a_missing_platform_is_told_and_its_deletion_is_silent(client, server, run):
    with pytest.raises(EntityNotFoundException):
        run(client.get_platform("A", "My cloud"))
    run(client.platforms("A").delete("My cloud"))
    assert server.lines == [f"GET {PATH}", f"DELETE {PATH}"]


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        ((), {"default": "true", "test": "true"}),
        ((False, False), {"default": "false", "test": "false"}),
    ],
)
def test_the_driver_is_told_whether_to_add_and_to_check(client, server, run, arguments, query):
    server.on("POST", f"{PLATFORMS}/", DOCUMENT)
    made = run(client.platforms("A").create("My cloud", "Racks", EC2, *arguments))
    assert server.last.json == {"name": "My cloud", "description": "Racks", "driver": {"className": EC2}}
    assert server.last.query == query
    assert made.driver.name == "EC2"


def test_nothing_is_said_of_a_driver_that_is_not_given(client):
    platform = client.platforms("A").new("Bare")
    assert platform.get_json() == {"name": "Bare", "description": ""}
    platform.driver.class_name = EC2
    assert platform.get_json()["driver"] == {"className": EC2}


def test_a_driver_is_given_whole(client, colour):
    driver = colour.module("platform").Driver({"className": EC2})
    platform = client.platforms("A").new("Bare")
    platform.driver = driver
    assert platform.get_json()["driver"] == {"className": EC2}
    platform.driver = {"className": "Other"}
    assert platform.driver.class_name == "Other"
    del platform.driver
    assert "driver" not in platform.get_json()


def test_files_parameters_and_settings_go_along_at_creation(client, server, run):
    server.on("POST", f"{PLATFORMS}/", echo)
    platform = client.platforms("A").new("Bare", None, EC2)
    platform.add_file(platform.files().new("user_data"))
    platform.add_parameter(platform.parameters().new("Size", "size", "MB", 1024))
    platform.add_setting("ec2.zone", {"name": "eu"})
    platform.files_f = [*platform.files_f, {"name": "boot"}]
    run(platform.create())
    assert server.last.query == {}
    assert server.last.json == {
        "name": "Bare",
        "description": None,
        "driver": {"className": EC2},
        "files": [{"name": "user_data"}, {"name": "boot"}],
        "parameters": [{"name": "Size", "key": "size", "description": "MB", "value": 1024}],
        "settings": [{"key": "ec2.zone", "value": {"name": "eu"}}],
    }


def test_what_the_driver_misses_comes_through(client, server, run):
    server.on("POST", f"{PLATFORMS}/", (400, {"error": ["The driver needs the setting libvirt.connectUrl"]}))
    with pytest.raises(BadRequest, match=r"libvirt\.connectUrl"):
        run(client.platforms("A").create("Bare", "", "LibvirtDriver"))


def test_a_platform_goes_back_whole(client, server, run):
    server.on("GET", PATH, DOCUMENT)
    server.on("PUT", PATH, echo)
    platform = run(client.get_platform("A", "My cloud"))
    platform.driver.class_name = "Other"
    platform.description = "Colder racks"
    run(platform.update())
    assert server.last.json == {
        **DOCUMENT,
        "description": "Colder racks",
        "driver": {**DOCUMENT["driver"], "className": "Other"},
    }


def test_a_clone_is_a_platform_of_its_own(platform, server, run):
    server.on("PUT", f"{PATH}/_clone", {"name": "Copy / 2"})
    copy = run(platform.clone("Copy / 2"))
    assert server.lines == [f"PUT {PATH}/_clone"]
    assert server.last.query == {"name": "Copy / 2"}
    assert server.last.content == b""
    assert type(copy) is type(platform)
    assert copy.url == "organizations/A/platforms/Copy / 2/"
    assert platform.name == "My cloud"


def test_a_name_that_is_taken_is_told(platform, server, run):
    server.on("PUT", f"{PATH}/_clone", (409, {"error": ["Platform Copy exists already"]}))
    with pytest.raises(Conflict, match="exists already"):
        run(platform.clone("Copy"))


def test_images_are_listed(platform, server, run):
    server.on("GET", f"{PATH}/images", {"items": [{"id": "ami-1", "name": "Debian", "arch": "arm64"}, {"id": "ami-2"}]})
    images = run(platform.list_images())
    assert type(images) is list
    assert [(image.image_id, image.name) for image in images] == [("ami-1", "Debian"), ("ami-2", None)]
    assert images[0].get_json()["arch"] == "arm64"
    assert server.lines == [f"GET {PATH}/images"]


@pytest.mark.parametrize("answer", [{}, {"items": None}, {"count": 0, "items": []}])
def test_a_platform_may_have_no_images_yet(platform, server, run, answer):
    server.on("GET", f"{PATH}/images", answer)
    server.on("GET", f"{PATH}/driver/image_parameters", answer)
    assert run(platform.list_images()) == []
    assert run(platform.image_parameters()) == []


def test_image_parameters_have_no_url(platform, server, run):
    path = f"{PATH}/driver/image_parameters"
    server.on("GET", path, {"items": [{"name": "Bucket", "key": "bucket", "schema": {"type": "string"}}]})
    (parameter,) = run(platform.image_parameters())
    assert (parameter.name, parameter.key, parameter.schema.schema_type) == ("Bucket", "bucket", "string")
    with pytest.raises(UnsupportedOperation, match="no URL"):
        run(parameter.update())
    assert server.lines == [f"GET {path}"]


def test_a_driver_that_knows_no_images_is_told(platform, server, run):
    for path, ask in (("images", platform.list_images), ("driver/image_parameters", platform.image_parameters)):
        server.on("GET", f"{PATH}/{path}", (409, {"error": ["The driver knows no images"]}))
        with pytest.raises(Conflict, match="knows no images"):
            run(ask())


def test_an_image_is_described_for_an_instance(client, colour, server, run):
    image = colour.module("platform").Image()
    image.name, image.create_distribution = "golden", True
    image.settings.append({"key": "bucket", "value": "b-1"})
    path = "/organizations/A/environments/E/hosts/h/instance/_create_image"
    server.on("PUT", path, httpx.Response(202))
    run(client.hosts("A", "E").new("h").instance().new().create_image(image))
    assert server.lines == [f"PUT {path}"]
    assert server.last.json == {
        "name": "golden",
        "createDistribution": True,
        "settings": [{"key": "bucket", "value": "b-1"}],
    }


def test_an_image_is_printed(colour, capsys):
    colour.module("platform").Image({"id": "ami-1", "name": "golden"}).show()
    assert "ami-1" in capsys.readouterr().out


def test_the_settings_of_a_platform_have_their_own_paths(platform, server, run):
    path = f"{PATH}/settings"
    server.on("GET", f"{path}/ec2.zone", {"key": "ec2.zone", "value": "eu", "mine": 1})
    server.on("POST", f"{path}/", echo)
    server.on("PUT", f"{path}/ec2.zone", echo)
    setting = run(platform.get_setting("ec2.zone"))
    setting.value = "us"
    run(setting.update())
    assert server.last.json == {"key": "ec2.zone", "value": "us", "mine": 1}
    run(platform.settings().create("token", "t"))
    assert server.last.json == {"key": "token", "value": "t"}
    assert server.lines == [f"GET {path}/ec2.zone", f"PUT {path}/ec2.zone", f"POST {path}/"]
