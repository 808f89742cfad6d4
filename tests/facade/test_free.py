"""Navigation, attributes, printing and comparing cost no request."""

from __future__ import annotations

import inspect

import pytest

from comodit_client.wire.view import View


def below(client):
    """Return an entity or collection of every kind, reached without a request."""
    organization = client.organizations().new("A")
    environment = organization.environments().new("E")
    host = environment.hosts().new("h", "", "P", "D", ["Wiki"])
    instance = host.instance().new()
    application, platform = host.applications().new("Wiki", {"k": 1}), host.platform().new("P")
    distribution = host.distribution().new("D")
    setting = organization.settings().new_simple("k", {"a": 1})
    orchestration, pipeline = organization.orchestrations().new("o"), organization.pipelines().new("p")
    stage = pipeline.stages.new("s")
    return [
        client,
        client.organizations(),
        organization,
        organization.settings(),
        setting,
        organization.settings().new_link("k", "organizations/A/settings/x"),
        organization.settings().new_property("k", "publicIp"),
        organization.applications(),
        organization.applications().new("Wiki"),
        organization.applications().new("Wiki").files(),
        organization.applications().new("Wiki").files().new("a.conf", "/etc/a.conf"),
        organization.applications().new("Wiki").parameters(),
        organization.applications().new("Wiki").parameters().new("Port", "port"),
        organization.applications().new("Wiki").gits(),
        organization.applications().new("Wiki").gits().new("src", "https://git.example.net/wiki.git"),
        organization.applications().new("Wiki").rpm_modules(),
        organization.applications().new("Wiki").rpm_modules().new("nodejs"),
        organization.application_keys(),
        organization.application_keys().new("robot"),
        organization.platforms(),
        organization.platforms().new("P"),
        organization.distributions(),
        organization.distributions().new("D"),
        environment,
        environment.settings(),
        environment.hosts(),
        host,
        host.settings(),
        host.changes(),
        host.changes().wrap({"orderNum": 1, "tasks": [{"status": "ERROR"}]}),
        host.applications(),
        application,
        application.settings(),
        host.platform(),
        platform,
        platform.settings(),
        host.distribution(),
        distribution,
        distribution.settings(),
        host.instance(),
        instance,
        instance.alerts(),
        instance.alerts().wrap({"timestamp": 1}),
        client.flavors(),
        client.flavors().wrap({"name": "F"}),
        client.environments("A"),
        client.hosts("A", "E"),
        client.applications("A"),
        client.platforms("A"),
        client.distributions("A"),
        organization.orchestrations(),
        orchestration,
        orchestration.contexts(),
        orchestration.contexts().new({"uuid": "u"}),
        orchestration.handlers(),
        orchestration.handlers().new({"name": "h"}),
        organization.pipelines(),
        pipeline,
        pipeline.contexts(),
        pipeline.contexts().new({"uuid": "u"}),
        pipeline.stages,
        stage,
        stage.steps,
        stage.steps.new("t"),
        organization.webhooks(),
        organization.webhooks().new("w"),
        organization.notifications(),
        organization.notifications().new("Slack", "{}", "n"),
        organization.jobs(),
        organization.jobs().new("j"),
        host.get_orchestrations(),
    ]


def attributes(thing):
    """Return the names of a thing's attributes."""
    return [
        name
        for name in dir(thing)
        if not name.startswith("__") and not inspect.ismethod(inspect.getattr_static(thing, name))
    ]


def test_reaching_reading_printing_and_comparing_ask_nothing(client, server):
    reached = below(client)
    for thing in reached:
        for name in attributes(thing):
            getattr(thing, name, None)  # a slot may be unset
        assert repr(thing).startswith(type(thing).__name__)
        assert thing == thing
        assert thing != 1
        assert bool(thing) is True
        assert thing in {thing}
        if isinstance(thing, View):
            thing.show()
            thing.get_real_json()
            list(thing.settings_f if hasattr(thing, "settings_f") else [])
    assert server.asked == []


def test_reading_all_that_can_be_read_changes_nothing(client):
    for thing in below(client):
        if isinstance(thing, View):
            before = thing.get_real_json()
            for name in attributes(thing):
                getattr(thing, name, None)
            assert thing.get_real_json() == before


def test_making_a_client_asks_nothing(make_client, server):
    make_client()
    assert server.asked == []


def test_the_vnc_of_an_instance_asks_when_it_is_used(client, server, run):
    path = "/organizations/A/environments/E/hosts/h/instance/vnc"
    server.on("GET", path, {"hostname": "v", "port": "5900", "token": "t"})
    instance = client.hosts("A", "E").new("h").instance().new()
    vnc = instance.vnc
    assert server.asked == []
    assert run(vnc).port == "5900"
    assert run(instance.get_vnc()).hostname == "v"
    assert server.lines == [f"GET {path}"] * 2


@pytest.mark.parametrize(
    ("ask", "path"),
    [
        (lambda c: c.get_organization("A"), "/organizations/A"),
        (lambda c: c.get_environment("A", "E"), "/organizations/A/environments/E"),
        (lambda c: c.get_host("A", "E", "h"), "/organizations/A/environments/E/hosts/h"),
        (lambda c: c.get_application("A", "x"), "/organizations/A/applications/x"),
        (lambda c: c.get_application_key("A", "x"), "/organizations/A/applicationkeys/x"),
        (lambda c: c.rpm_module("A", "W", "x"), "/organizations/A/applications/W/rpmmodules/x"),
        (lambda c: c.get_platform("A", "x"), "/organizations/A/platforms/x"),
        (lambda c: c.get_distribution("A", "x"), "/organizations/A/distributions/x"),
        (lambda c: c.get_flavor("x"), "/flavors/x"),
        (lambda c: c.orchestration("A", "x"), "/organizations/A/orchestrations/x"),
        (lambda c: c.orchestration_context("A", "o", "x"), "/organizations/A/orchestrations/o/contexts/x"),
        (lambda c: c.pipeline("A", "x"), "/organizations/A/pipelines/x"),
        (lambda c: c.pipeline_context("A", "p", "x"), "/organizations/A/pipelines/p/contexts/x"),
        (lambda c: c.stage("A", "p", "x"), "/organizations/A/pipelines/p/stages/x"),
        (lambda c: c.webhook("A", "x"), "/organizations/A/webhooks/x"),
        (lambda c: c.notification("A", "x"), "/organizations/A/notifications/x"),
        (lambda c: c.organizations().new("A").get_environment("x"), "/organizations/A/environments/x"),
        (lambda c: c.organizations().new("A").get_application("x"), "/organizations/A/applications/x"),
        (lambda c: c.organizations().new("A").get_platform("x"), "/organizations/A/platforms/x"),
        (lambda c: c.organizations().new("A").get_distribution("x"), "/organizations/A/distributions/x"),
        (lambda c: c.organizations().new("A").get_setting("x"), "/organizations/A/settings/x"),
        (lambda c: c.environments("A").new("E").get_host("x"), "/organizations/A/environments/E/hosts/x"),
    ],
)
def test_getting_costs_one_request(client, server, run, ask, path):
    server.on("GET", path, {"name": "x", "key": "x"})
    run(ask(client))
    assert server.lines == [f"GET {path}"]
