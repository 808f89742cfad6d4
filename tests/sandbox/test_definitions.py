"""Applications, platforms and distributions, and files rendered from them."""

from __future__ import annotations

import re

import httpx
import pytest

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.simulation.drivers import check_settings

DRIVERS = "com.guardis.cortex.server.driver."


def test_an_exported_application_can_be_created_elsewhere(api) -> None:
    """S103, S104, S114 to S116."""
    sent = {
        "name": "Wiki",
        "organization": "elsewhere",
        "uuid": "0" * 32,
        "version": 12,
        "packages": [{"name": "nginx"}],
        "services": [{"name": "nginx", "enabled": "true"}, {"name": "cron", "enabled": None}],
        "files": [
            {"name": "a", "path": "/a", "mode": "644", "template": {}},
            {"name": "b", "template": {"name": "b", "delimiter": {"start": "##", "end": "##"}}},
        ],
        "parameters": [{"name": "Port", "key": "port", "value": 80}, {"name": "bare"}],
        "handlers": [{"do": [{"action": "restart", "resource": "service://nginx"}], "on": ["port"], "name": None}],
        "license": None,
        "price": "0.00",
        "canPull": True,
        "commands": [],
    }
    made = api("POST", f"{api.O}/applications/", sent)
    assert made["organization"] == "OOO"
    assert re.fullmatch("[0-9A-F]{32}", made["uuid"])
    assert made["version"] == 0
    assert made["services"] == [{"name": "nginx", "enabled": True}, {"name": "cron"}]
    assert made["handlers"] == [{"do": [{"action": "restart", "resource": "service://nginx"}], "on": ["port"]}]
    assert [file["template"]["name"] for file in made["files"]] == ["a", "b"]
    assert [file["template"]["delimiter"]["start"] for file in made["files"]] == ["${", "##"]
    assert [(parameter["key"], parameter["version"]) for parameter in made["parameters"]] == [("port", 1), ("bare", 1)]
    assert "value" not in made["parameters"][1]
    assert made["repositories"] == made["users"] == made["groups"] == made["directories"] == []
    assert "license" not in made
    assert made["price"] == "0.00"
    assert made["canPull"] is made["canPush"] is made["locked"] is False
    assert api("GET", f"{api.O}/applications/Wiki") == made
    api("POST", f"{api.O}/applications/", sent, status=409)


@pytest.mark.parametrize(
    "members",
    [
        {"packages": "nginx"},
        {"packages": [{}]},
        {"services": [{"name": "x", "enabled": "maybe"}]},
        {"files": ["a"]},
        {"files": [{"name": "a"}, {"name": "a"}]},
        {"files": [{"name": "a", "template": {"delimiter": 5}}]},
        {"parameters": [{"name": "a"}, {"name": "a"}]},
        {"parameters": [{"name": "a", "key": "_a"}]},
        {"handlers": [{"do": [{"action": "update"}]}]},
        {"handlers": [{"do": [{"resource": "file://x"}]}]},
        {"handlers": [{"on": "port"}]},
        {"handlers": [None]},
    ],
)
def test_invalid_applications(api, members) -> None:
    api("POST", f"{api.O}/applications/", {"name": "Wiki", **members}, status=400)
    assert len(api.items(f"{api.O}/applications/")) == 1


def test_unusual_but_valid_handlers(api) -> None:
    """Settings can be changed regardless of the triggers of handlers."""
    handlers = [{"on": ["", "port"]}, {"do": [{"action": "x", "resource": "nothing"}], "on": ["port"]}, {}]
    api("POST", f"{api.O}/applications/", {"name": "Odd", "handlers": handlers})
    host = api.ready_host(applications=["Odd"])
    api("POST", f"{host}/settings/", {"key": "port", "value": 1})
    assert api.tasks(host) == [["x nothing "]]


@pytest.mark.parametrize(
    ("kind", "context", "member"),
    [
        ("applications", "applications", "application"),
        ("platforms", "platform", "platform"),
        ("distributions", "distribution", "distribution"),
    ],
)
def test_the_collection_of_each_family(api, kind: str, context: str, member: str) -> None:
    path = f"{api.O}/{kind}/"
    made = api("POST", path, {"name": "X", "files": [{"name": "f"}], "parameters": [{"name": "p"}]})
    assert made["description"] == ""
    body = {"name": "X", "description": "d", "files": [], "parameters": [], "settings": [{"key": "k"}], "locked": True}
    changed = api("PUT", f"{path}X", body)
    assert changed == {**made, "description": "d", "version": 1}, "files and parameters have their own collections"
    api.host("web", platform=None, distribution=None)
    api("POST", f"{api.E}/hosts/web/{context}/", {member: "X"})
    assert "web" in api("DELETE", f"{path}X", status=409)["error"][0]
    api("DELETE", path, status=409)
    api("POST", path, {"name": "Taken"})
    api("PUT", f"{path}X/", {"name": "Taken"}, status=409)
    api("PUT", f"{path}X/", {"name": "Y"})
    host = api("GET", f"{api.E}/hosts/web")
    assert host[context] == (["Y"] if kind == "applications" else "Y"), "hosts follow the new name"
    api("DELETE", f"{api.E}/hosts/web")
    api("DELETE", f"{path}Y")
    api("GET", f"{path}Y", status=404)
    api("DELETE", path)
    assert api.items(path) == []


def test_packages_are_added_by_put(api) -> None:
    """S117."""
    application = api("GET", f"{api.O}/applications/Wordpress")
    longer = [*application["packages"], {"name": "mariadb"}]
    assert api("PUT", f"{api.O}/applications/Wordpress", {**application, "packages": longer})["packages"] == longer
    host = api.ready_host()
    api("POST", f"{host}/applications/", {"application": "Wordpress"})
    assert "add package mariadb" in api.tasks(host)[0]


def test_drivers_of_platforms(api) -> None:
    """S122, S123, S125."""
    driver = {"className": f"{DRIVERS}LibvirtDriver"}
    path = f"{api.O}/platforms/"
    error = api("POST", path, {"name": "Lab", "driver": driver}, test=True, status=400)
    assert "libvirt.connectUrl" in error["error"][0]
    settings = [{"key": "libvirt.connectUrl", "value": "qemu:///system"}]
    own = [{"name": "Memory", "key": "vm_memory", "value": 4096}]
    body = {"name": "Lab", "driver": driver, "settings": settings, "parameters": own}
    lab = api("POST", path, body, test="true", default="true")
    assert lab["driver"] == {**driver, "name": "Libvirt"}
    found = {parameter["key"]: (parameter.get("value"), parameter["version"]) for parameter in lab["parameters"]}
    assert found["vm_memory"] == (4096, 1), "the user's value wins"
    assert found["vm_capacity"] == (3072, 0)
    assert found["vm_mac"] == (None, 0)
    assert [setting["key"] for setting in lab["settings"]] == ["libvirt.connectUrl"]
    assert api("POST", path, {"name": "Plain", "driver": driver})["parameters"] == []
    unknown = {"className": "org.example.Driver", "name": "Own"}
    assert api("POST", path, {"name": "New", "driver": unknown}, test=True, default=True)["driver"] == unknown
    api("POST", path, {"name": "None"}, test=True, default=True)


def test_every_missing_setting_of_a_driver_is_reported() -> None:
    with pytest.raises(ApiError) as caught:
        check_settings({"className": f"{DRIVERS}CloudStackDriver"}, [{"key": "cloudstack.api"}])
    assert len(caught.value.texts) == 3


def test_flavors_of_distributions(api) -> None:
    path = f"{api.O}/distributions/"
    api("POST", path, {"name": "D"}, flavor="Nope", status=400)
    body = {"name": "D", "settings": [{"key": "cmdline", "value": "own"}]}
    made = api("POST", path, body, flavor="Debian 12")
    assert {parameter["key"] for parameter in made["parameters"]} == {"kernel", "initrd", "cmdline"}
    values = {setting["key"]: setting["value"] for setting in made["settings"]}
    assert values["cmdline"] == "own"
    assert values.keys() == {"kernel", "initrd", "cmdline"}


FILES = [("applications/Wordpress", "wp-config.php"), ("distribution", "kickstart"), ("platform", "user_data")]


@pytest.mark.parametrize(("context", "file"), FILES)
def test_rendered_files(api, context: str, file: str) -> None:
    host = api.host(applications=["Wordpress"])
    response = api.client.get(f"{host}/{context}/files/{file}")
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert "web" in response.text, "the host's name"
    api("GET", f"{host}/{context}/files/nope", status=404)
    api("DELETE", f"{host}/{context}")
    api("GET", f"{host}/{context}/files/{file}", status=404)


def test_values_in_rendered_files(api) -> None:
    host = api.host(applications=["Wordpress"])
    path = f"{host}/applications/Wordpress/files/wp-config.php"
    assert b"'ADMIN_PASSWORD', '${wp_admin_password}'" in api("GET", path), "S99: undefined is not empty"
    assert b"'ADMIN_EMAIL', 'admin@sandbox.example'" in api("GET", path)
    api("POST", f"{api.E}/settings/", {"key": "wp_admin_password", "value": "\\1 é"})
    assert "'ADMIN_PASSWORD', '\\1 é'".encode() in api("GET", path)
    api("POST", f"{host}/settings/", {"key": "wp_admin_email", "value": ["a", True]})
    assert "a list is written as text" in api("GET", path, status=400)["error"][0]


def test_sources_of_a_distributions_file(api) -> None:
    """S89: parameters, settings of the distribution, organization, environment, host, context, in ascending order."""
    host = api.host()
    owners = [f"{api.O}/distributions/Demo Distribution", api.O, api.E, host, f"{host}/distribution"]
    assert b"timezone UTC\n" in api("GET", f"{host}/distribution/files/kickstart")
    for number, owner in enumerate(owners):
        api("POST", f"{owner}/settings/", {"key": "timezone", "value": f"T{number}"})
        assert f"timezone T{number}\n".encode() in api("GET", f"{host}/distribution/files/kickstart")


def test_a_file_without_content(api) -> None:
    api("POST", f"{api.O}/applications/", {"name": "Wiki", "files": [{"name": "f"}]})
    host = api.host(applications=["Wiki"])
    assert "content" in api("GET", f"{host}/applications/Wiki/files/f", status=404)["error"][0]
    api("GET", f"{host}/applications/Wiki/files/f/link", status=404)


@pytest.mark.parametrize(("context", "file"), FILES)
@pytest.mark.parametrize("short", ["True", "False", None])
def test_links_can_be_used_once_without_credentials(api, context: str, file: str, short: str | None) -> None:
    host = api.host(applications=["Wordpress"])
    query = {"short": short} if short else {}
    link = api("GET", f"{host}/{context}/files/{file}/link", **query)
    assert link.keys() == {"url"}
    assert link["url"].startswith(api.sandbox.base_url)
    assert (len(link["url"]) < len(api.sandbox.base_url) + 15) is (short == "True")
    response = httpx.get(link["url"])
    assert response.status_code == 200
    assert response.content == api("GET", f"{host}/{context}/files/{file}")
    assert httpx.get(link["url"]).status_code == 404
    assert httpx.get(f"{api.sandbox.base_url}/files/nope").json()["error"]


def test_a_link_to_a_deleted_file(api) -> None:
    host = api.host(applications=["Wordpress"])
    path = f"{host}/applications/Wordpress"
    first = api("GET", f"{path}/files/wp-config.php/link")["url"]
    second = api("GET", f"{path}/files/wp-config.php/link")["url"]
    assert first != second
    api("DELETE", path)
    assert httpx.get(first).status_code == 404
    api("DELETE", host)
    assert httpx.get(second).status_code == 404


def test_directives_and_variables_of_the_server(api) -> None:
    """S106 to S108."""
    templates = {
        "${_host.name} ${_host_name} ${_org.name} ${_env.name}": b"web web OOO Default",
        "<#list _applications.packages as name>${name} </#list>": b"httpd php wordpress ",
        "<#if ec2.zone??>${ec2.zone}<#else>any</#if>": b"any",
        "${wp_admin_email!'none'} ${wp_admin_password!'none'}": b"admin@sandbox.example none",
        "${_application.name} ${_path}": b"Wordpress /etc/wordpress/wp-config.php",
    }
    host = api.host(applications=["Wordpress"])
    content, file = f"{api.O}/applications/Wordpress/files/wp-config.php/content", "files/wp-config.php"
    for template, rendered in templates.items():
        api.upload(content, template.encode())
        assert api("GET", f"{host}/applications/Wordpress/{file}") == rendered
    api.upload(content, b"<#if x>")
    error = api("GET", f"{host}/applications/Wordpress/{file}", status=400)["error"][0]
    assert error.startswith("File wp-config.php cannot be rendered for host web: <#if x>")
    api("GET", f"{host}/applications/Wordpress/{file}/link", status=400)
