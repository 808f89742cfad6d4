"""Hosts: what is installed on them, what is rendered for them, what is done to them."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.rest.exceptions import (
    BadRequest,
    Conflict,
    EntityNotFoundException,
    InvalidText,
    PythonApiException,
)

HOST = "/organizations/A/environments/E/hosts/h"
EMPTY = httpx.Response(202)


@pytest.fixture
def host(client):
    return client.hosts("A", "E").new("h")


def test_install_posts_the_application_with_its_settings(host, server, run):
    server.on("POST", f"{HOST}/applications/", {"application": "Wordpress"})
    context = run(host.install("Wordpress", {"wp_admin_password": "x", "list": [1, None]}))
    assert (type(context).__name__, context.name) == ("ApplicationContext", "Wordpress")
    assert server.lines == [f"POST {HOST}/applications/"]
    assert server.last.json == {
        "application": "Wordpress",
        "settings": [{"key": "wp_admin_password", "value": "x"}, {"key": "list", "value": [1, None]}],
    }


@pytest.mark.parametrize("settings", [(), ({},), (None,)])
def test_install_without_settings_sends_none(host, server, run, settings):
    server.on("POST", f"{HOST}/applications/", EMPTY)
    run(host.install("Wordpress", *settings))
    assert server.last.json == {"application": "Wordpress"}


def test_install_does_not_change_what_it_is_given(host, server, run):
    server.on("POST", f"{HOST}/applications/", EMPTY)
    settings = {"k": {"deep": 1}}
    run(host.install("Wordpress", settings))
    assert settings == {"k": {"deep": 1}}


def test_install_that_is_refused_raises(host, server, run):
    server.on("POST", f"{HOST}/applications/", (409, {"error": ["installed already"]}))
    with pytest.raises(Conflict, match="installed already"):
        run(host.install("Wordpress"))


def test_uninstall_deletes_the_context_and_is_silent_when_there_is_none(host, server, run):
    assert run(host.uninstall("Nothing")) is None
    server.on("DELETE", f"{HOST}/applications/Wordpress", EMPTY)
    run(host.uninstall("Wordpress"))
    assert server.lines == [f"DELETE {HOST}/applications/Nothing", f"DELETE {HOST}/applications/Wordpress"]


def test_provision_makes_the_instance(host, server, run):
    server.on("POST", f"{HOST}/instance/", EMPTY)
    instance = run(host.provision())
    assert type(instance).__name__ == "Instance"
    assert server.lines == [f"POST {HOST}/instance/"]
    assert instance.get_json() == {}


def test_get_instance_of_a_host_that_has_none_raises(host, run):
    with pytest.raises(EntityNotFoundException):
        run(host.get_instance())


def test_a_clone_is_a_host_of_the_same_environment(host, server, run):
    server.on("PUT", f"{HOST}/_clone", {"name": "h (1)", "state": "DEFINED"})
    clone = run(host.clone())
    assert (clone.name, clone.state) == ("h (1)", "DEFINED")
    assert clone.collection is host.collection


def test_applications_are_added_to_what_create_sends(host):
    host.add_application("Wiki")
    host.add_application("Blog")
    assert host.get_json()["applications"] == ["Wiki", "Blog"]


def test_the_states_have_names(colour):
    states = colour.module("host").Host.State
    assert [states.DEFINED, states.PROVISIONING, states.READY, states.UPDATING, states.ERROR] == [
        "DEFINED",
        "PROVISIONING",
        "READY",
        "UPDATING",
        "ERROR",
    ]


def test_moving_a_host_is_updating_its_environment(host, server, run):
    server.on("PUT", HOST, {"name": "h", "environment": "F"})
    host.environment = "F"
    run(host.update())
    assert server.last.json["environment"] == "F"


def test_the_contexts_are_read(host, server, run):
    server.on("GET", f"{HOST}/applications/Wiki", {"application": "Wiki", "position": 1})
    server.on("GET", f"{HOST}/platform/", {"platform": "P"})
    server.on("GET", f"{HOST}/distribution/", {"distribution": "D"})
    context = run(host.get_application("Wiki"))
    assert (context.application, context.name, context.label) == ("Wiki", "Wiki", "Wiki")
    assert run(host.get_platform()).platform == "P"
    assert run(host.get_distribution()).distribution == "D"


def test_a_handler_is_run_and_tells_the_key_of_its_change(host, server, run):
    path = f"{HOST}/applications/Wiki/handler/back%20up/_run"
    server.on("PUT", path, b"4711-key")
    context = host.applications().new("Wiki")
    assert run(context.run_handler("back up")) == "4711-key"
    assert server.lines == [f"PUT {path}"]


def test_the_origin_of_a_setting_is_told(host, server, run):
    path = f"{HOST}/applications/Wiki/origin-settings/k"
    server.on("GET", path, {"key": "k", "value": 1, "from": "organization"})
    context = host.applications().new("Wiki")
    origin = run(context.setting_origin("k"))
    assert (origin.origin, origin.key, origin.value) == ("organization", "k", 1)
    run(context.setting_origin("k", {"x": True}))
    assert server.last.query == {"x": "true"}


def test_a_context_prints_as_its_host_and_its_name(host):
    assert repr(host.applications().new("Wiki")) == "ApplicationContext('A/E/h/Wiki')"
    assert repr(host.applications().wrap({"application": "Wiki", "enabled": True})) == (
        "ApplicationContext('A/E/h/Wiki', enabled=True)"
    )
    assert repr(host.platform().new("Demo")) == "PlatformContext('A/E/h/Demo')"
    assert repr(host.distribution().new("Demo", {"key": "hush"})) == "DistributionContext('A/E/h/Demo')"
    assert repr(host.platform().wrap()) == "PlatformContext('A/E/h')"


RENDERED = [
    (lambda host, **how: host.render_app_file("Wiki", "a/b.conf", **how), f"{HOST}/applications/Wiki/files/a%2Fb.conf"),
    (lambda host, **how: host.render_dist_file("ks", **how), f"{HOST}/distribution/files/ks"),
    (lambda host, **how: host.render_plat_file("x", **how), f"{HOST}/platform/files/x"),
]


@pytest.mark.parametrize(("ask", "path"), RENDERED)
@pytest.mark.parametrize(("content", "text"), [(b"key = \xc3\xa9", "key = é"), (b"a\xffb", "ab"), (b"", "")])
def test_rendered_files_are_text(host, server, run, ask, path, content, text):
    server.on("GET", path, content)
    assert run(ask(host)) == text
    assert server.lines == [f"GET {path}"]


@pytest.mark.parametrize(("ask", "path"), RENDERED)
def test_the_caller_chooses_what_happens_to_bytes_that_are_no_text(host, server, run, ask, path):
    server.on("GET", path, b"a\xffb")
    assert run(ask(host, errors="replace")) == "a\ufffdb"
    with pytest.raises(InvalidText, match="invalid start byte at byte 1"):
        run(ask(host, errors="strict"))
    server.forget()
    with pytest.raises(InvalidText, match="Invalid errors='nonsense'"):
        run(ask(host, errors="nonsense"))
    assert server.asked == []


@pytest.mark.parametrize(("ask", "path"), RENDERED)
def test_a_file_that_cannot_be_rendered_is_told_as_the_server_says_it(host, server, run, ask, path):
    server.on("GET", path, (400, {"error": ["File x cannot be rendered: <#if a> has no end"]}))
    with pytest.raises(BadRequest, match="<#if a> has no end"):
        run(ask(host))
    server.on("GET", path, (404, {"error": ["File x has no content yet"]}))
    with pytest.raises(EntityNotFoundException, match="has no content yet"):
        run(ask(host))


LINKS = [
    (lambda host, *short: host.get_app_link("Wiki", "f", *short), f"{HOST}/applications/Wiki/files/f/link"),
    (lambda host, *short: host.get_dist_link("f", *short), f"{HOST}/distribution/files/f/link"),
    (lambda host, *short: host.get_plat_link("f", *short), f"{HOST}/platform/files/f/link"),
]


@pytest.mark.parametrize(("ask", "path"), LINKS)
def test_links_to_rendered_files_are_asked_for(host, server, run, ask, path):
    server.on("GET", path, {"url": "https://my.comodit.com/x"})
    assert run(ask(host)) == "https://my.comodit.com/x"
    assert server.last.query == {"short": "false"}
    run(ask(host, True))
    assert server.last.query == {"short": "true"}


@pytest.mark.parametrize("answer", [{}, {"url": None}, {"url": ""}])
def test_a_link_that_the_answer_lacks_is_told(host, server, run, answer):
    server.on("GET", f"{HOST}/platform/files/f/link", answer)
    with pytest.raises(PythonApiException, match="has no URL"):
        run(host.get_plat_link("f"))


LIVE = {
    "live_update_file": (("Wiki", "f"), f"{HOST}/applications/Wiki/files/f/_update"),
    "live_restart_service": (("Wiki", "s"), f"{HOST}/applications/Wiki/services/s/_restart"),
    "live_update_service": (("Wiki", "s"), f"{HOST}/applications/Wiki/services/s/_update"),
    "live_enable_service": (("Wiki", "s"), f"{HOST}/applications/Wiki/services/s/_enable"),
    "live_disable_service": (("Wiki", "s"), f"{HOST}/applications/Wiki/services/s/_disable"),
}


@pytest.mark.parametrize(("verb", "arguments", "path"), [(verb, *found) for verb, found in LIVE.items()], ids=LIVE)
def test_live_actions_are_one_put_without_body(host, server, run, verb, arguments, path):
    server.on("PUT", path, EMPTY)
    assert run(getattr(host, verb)(*arguments)) is None
    assert server.lines == [f"PUT {path}"]
    assert server.last.content == b""


def test_an_environment_is_cloned(client, server, run):
    path = "/organizations/A/environments/E/_clone"
    server.on("PUT", path, {"name": "F"})
    environment = client.environments("A").new("E")
    assert run(environment.clone("F")).name == "F"
    assert server.last.query == {"name": "F"}
    server.on("PUT", path, EMPTY)
    clone = run(environment.clone("G"))
    assert (clone.name, clone.url) == ("G", "organizations/A/environments/G/")


def test_an_organization_has_keys(client, server, run):
    organization = client.organizations().wrap({"name": "A", "access": {"accessKey": "a", "secretKey": "s"}})
    assert (organization.access_key, organization.secret_key) == ("a", "s")
    assert client.organizations().new("A").access_key is None
    server.on("GET", "/organizations/A/access", {"accessKey": "a", "secretKey": "t"})
    assert run(organization.get_access()).secret_key == "t"
    server.on("POST", "/organizations/A/access", EMPTY)
    assert run(organization.reset_secret()) is None
