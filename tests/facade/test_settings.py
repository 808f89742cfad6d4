"""Settings of whatever owner: their kinds, one by one, many at once, and as a part of what is created."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.rest.exceptions import EntityNotFoundException, UnsupportedOperation

HOST = "/organizations/A/environments/E/hosts/h"
OWNERS = {
    "organization": (lambda c: c.organizations().new("A"), "/organizations/A"),
    "environment": (lambda c: c.environments("A").new("E"), "/organizations/A/environments/E"),
    "host": (lambda c: c.hosts("A", "E").new("h"), HOST),
    "host group": (lambda c: c.host_groups("A").new({"name": "G"}), "/organizations/A/hostgroups/G"),
    "platform": (lambda c: c.platforms("A").new("P"), "/organizations/A/platforms/P"),
    "distribution": (lambda c: c.distributions("A").new("D"), "/organizations/A/distributions/D"),
    "application context": (lambda c: c.hosts("A", "E").new("h").applications().new("W"), f"{HOST}/applications/W"),
    "platform context": (lambda c: c.hosts("A", "E").new("h").platform().new("P"), f"{HOST}/platform"),
    "distribution context": (lambda c: c.hosts("A", "E").new("h").distribution().new("D"), f"{HOST}/distribution"),
}
SIMPLE, LINK, PROPERTY = (
    {"key": "k", "value": 1},
    {"key": "k", "link": "organizations/A/settings/x", "value": 2},
    {"key": "k", "property": "publicIp"},
)


@pytest.fixture(params=OWNERS.values(), ids=OWNERS.keys())
def owner(request, client):
    """An owner of settings, and the path of its settings."""
    make, path = request.param
    return make(client), f"{path}/settings"


@pytest.fixture
def settings(client):
    return client.organizations().new("A").settings()


def test_settings_hang_on_every_owner(owner, server, run):
    thing, path = owner
    server.on("GET", f"{path}/", {"items": [SIMPLE, LINK, PROPERTY]})
    server.on("GET", f"{path}/k", SIMPLE)
    server.on("POST", f"{path}/", SIMPLE)
    server.on("PUT", f"{path}/k", SIMPLE)
    server.on("DELETE", f"{path}/k", httpx.Response(204))
    server.on("PUT", f"{path}/", httpx.Response(204))
    settings = thing.settings()
    assert f"/{settings.url}" == f"{path}/"
    assert len(run(settings.list())) == 3
    assert run(thing.get_setting("k")).value == 1
    run(settings.create("k", 1))
    run(settings.update("k", 2))
    run(settings.delete("k"))
    run(settings.change([settings.new_simple("k", 1)]))
    assert server.lines == [
        f"GET {path}/",
        f"GET {path}/k",
        f"POST {path}/",
        f"GET {path}/k",
        f"PUT {path}/k",
        f"DELETE {path}/k",
        f"PUT {path}/",
    ]


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        (SIMPLE, "SimpleSetting"),
        (LINK, "LinkSetting"),
        (PROPERTY, "PropertySetting"),
        ({"key": "k", "link": None, "property": ""}, "SimpleSetting"),
        ({"key": "k", "link": "", "property": "p"}, "PropertySetting"),
        ({"key": "k", "link": "l", "property": None}, "LinkSetting"),
        ({"key": "k", "link": "l", "property": "p"}, "SimpleSetting"),
        ({}, "SimpleSetting"),
        (None, "SimpleSetting"),
    ],
)
def test_a_setting_is_of_the_kind_that_its_members_say(settings, document, kind):
    assert type(settings.wrap(document)).__name__ == kind


def test_what_old_scripts_make_settings_of(settings):
    assert type(settings._new_simple({"key": "k"})).__name__ == "SimpleSetting"
    assert type(settings._new_link()).__name__ == "LinkSetting"
    assert type(settings._new_property({"key": "k"})).__name__ == "PropertySetting"


@pytest.mark.parametrize(
    ("create", "body"),
    [
        (lambda s: s.create("k", 1), SIMPLE),
        (lambda s: s.create_simple("k", {"deep": [None, True]}), {"key": "k", "value": {"deep": [None, True]}}),
        (lambda s: s.create_link("k", "organizations/A/settings/x", 2), LINK),
        (lambda s: s.create_link("k", "l"), {"key": "k", "link": "l", "value": None}),
        (lambda s: s.create_property("k", "publicIp"), PROPERTY),
    ],
)
def test_each_kind_is_created_with_its_members(settings, server, run, create, body):
    server.on("POST", "/organizations/A/settings/", body)
    made = run(create(settings))
    assert server.last.json == body
    assert made.get_json() == body
    assert made.collection is settings


def test_the_members_of_each_kind_have_their_names(settings):
    link, prop = settings.wrap(dict(LINK)), settings.wrap(dict(PROPERTY))
    assert (link.name, link.identifier, link.link, link.default, link.value) == ("k", "k", LINK["link"], 2, 2)
    link.default = [3]
    assert link.get_json()["value"] == [3]
    assert prop.property_f == "publicIp"
    prop.property_f = "publicDnsName"
    del prop.property_f
    assert prop.get_json() == {"key": "k"}
    simple = settings.wrap(dict(SIMPLE))
    del simple.value
    assert simple.get_json() == {"key": "k"}


def test_update_reads_and_sends_back_what_it_does_not_know(settings, server, run):
    server.on("GET", "/organizations/A/settings/k", {**SIMPLE, "own": 1, "schema": {"type": "integer"}})
    server.on("PUT", "/organizations/A/settings/k", {**SIMPLE, "value": 5})
    assert run(settings.update("k", 5)).value == 5
    assert server.lines == ["GET /organizations/A/settings/k", "PUT /organizations/A/settings/k"]
    assert server.last.json == {"key": "k", "value": 5, "own": 1, "schema": {"type": "integer"}}


def test_update_of_what_is_absent_raises(settings, server, run):
    with pytest.raises(EntityNotFoundException):
        run(settings.update("nothing", 5))
    assert len(server.asked) == 1


def test_a_setting_is_got_as_a_link_to_become_one(settings, server, run):
    server.on("GET", "/organizations/A/settings/k", PROPERTY)
    server.on("PUT", "/organizations/A/settings/k", LINK)
    link = run(settings.get_as_link("k"))
    assert type(link).__name__ == "LinkSetting"
    assert link.get_json() == {"key": "k"}
    assert server.lines == ["GET /organizations/A/settings/k"]
    link.link, link.default = "organizations/A/settings/x", 2
    run(link.update())
    assert server.last.json == {"key": "k", "link": "organizations/A/settings/x", "value": 2}


@pytest.mark.parametrize(("arguments", "sent"), [((), "false"), ((True,), "true"), ((False,), "false")])
def test_many_are_changed_by_one_request(settings, server, run, arguments, sent):
    server.on("PUT", "/organizations/A/settings/", httpx.Response(204))
    run(settings.change([settings.new_simple("a", 1), settings.new_link("b", "l"), dict(PROPERTY)], *arguments))
    assert server.lines == ["PUT /organizations/A/settings/"]
    assert server.last.json == {
        "newOrUpdatedSettings": [{"key": "a", "value": 1}, {"key": "b", "link": "l", "value": None}, PROPERTY]
    }
    assert server.last.query == {"no_delete": sent}


def test_settings_may_be_changed_from_any_iterable(settings, server, run):
    server.on("PUT", "/organizations/A/settings/", httpx.Response(204))
    run(settings.change(settings.new_simple(key, 1) for key in "ab"))
    run(settings.change([]))
    assert [len(request.json["newOrUpdatedSettings"]) for request in server.asked] == [2, 0]


def test_settings_are_added_to_what_create_sends(owner):
    thing, _ = owner
    before = {name: value for name, value in thing.get_json().items() if name != "settings"}
    thing.add_setting("a", 1)
    thing.add_simple_setting("b", None)
    thing.add_link_setting("c", "l", 2)
    thing.add_property_setting("d", "p")
    assert thing.get_json() == {
        **before,
        "settings": [
            {"key": "a", "value": 1},
            {"key": "b", "value": None},
            {"key": "c", "link": "l", "value": 2},
            {"key": "d", "property": "p"},
        ],
    }
    kinds = [type(setting).__name__ for setting in thing.settings_f]
    assert kinds == ["SimpleSetting", "SimpleSetting", "LinkSetting", "PropertySetting"]


def test_the_settings_in_an_entity_are_connected_and_written_through(owner, server, run):
    thing, path = owner
    thing.set_json({**thing.get_json(), "settings": [dict(SIMPLE)]})
    server.on("PUT", f"{path}/k", {"key": "k", "value": 5, "version": 1})
    server.on("DELETE", f"{path}/k", httpx.Response(204))
    (setting,) = thing.settings_f
    setting.value = 5
    assert thing.get_json()["settings"] == [{"key": "k", "value": 5}]
    run(setting.update())
    assert thing.get_json()["settings"] == [{"key": "k", "value": 5, "version": 1}]
    run(setting.delete())
    assert server.lines == [f"PUT {path}/k", f"DELETE {path}/k"]


def test_the_settings_in_an_entity_can_be_replaced_nulled_and_taken_out(client):
    host = client.hosts("A", "E").wrap({})
    host.settings_f = [SIMPLE, host.settings().new_link("b", "l")]
    assert host.get_json() == {"settings": [SIMPLE, {"key": "b", "link": "l", "value": None}]}
    host.settings_f = None
    assert host.get_json() == {"settings": None}
    assert list(host.settings_f) == []
    del host.settings_f
    assert host.get_json() == {}


def test_the_settings_of_an_entity_that_belongs_nowhere_can_be_read(colour):
    host = colour.module("host").Host(None, {"settings": [SIMPLE]})
    assert host.settings_f[0].value == 1
    with pytest.raises(UnsupportedOperation):
        _ = host.settings_f[0].url


def test_the_schema_of_a_setting_is_attached_when_it_is_written(settings):
    setting = settings.new_simple("k", 1)
    assert setting.schema.secret is None
    setting.schema.get_json()["secret"] = True
    assert setting.get_json() == {"key": "k", "value": 1, "schema": {"secret": True}}


def test_the_tree_of_settings_is_asked_for_with_what_is_wanted(client, server, run):
    path = "/organizations/A/tree/settings/"
    tree = {"organization": "A", "settings": [SIMPLE], "environments": [{"environment": "E", "hosts": [{"host": "h"}]}]}
    server.on("GET", path, tree)
    organization = client.organizations().new("A")
    found = run(organization.tree(True, False, "k"))
    assert server.lines == [f"GET {path}"]
    assert server.last.query == {"secret_only": "true", "no_secret": "false", "key": "k"}
    assert found.environments[0].hosts[0].host == "h"
    assert found.settings[0].value == 1
    run(organization.tree())
    assert server.last.query == {"secret_only": "false", "no_secret": "false"}


def test_the_impact_of_a_setting_is_told(client, server, run, capsys):
    server.on(
        "GET",
        f"{HOST}/settings/k/impact",
        {
            "settingHandlerContexts": [
                {
                    "application": "W",
                    "noAccessToAllResources": True,
                    "hosts": [{"name": "h"}],
                    "handlers": [{"do": [{"action": "restart"}]}],
                }
            ],
            "orchestrationHandlerExecution": [
                {"orchestration": {"name": "O", "applicationsOperations": [{"application": "W"}]}, "hosts": []}
            ],
            "otherResources": ["x"],
        },
    )
    impact = run(client.hosts("A", "E").new("h").impact("k"))
    (context,) = impact.setting_handler_contexts
    assert [context] == [*impact.settingHandlerContexts]
    assert context.no_access_to_all_resources is context.noAccessAllResources is True
    assert (context.application, context.hosts[0].name, context.handlers[0].do[0].action) == ("W", "h", "restart")
    (execution,) = impact.orchestration_handler_execution()
    assert execution.orchestration.name == "O"
    assert execution.orchestration.application_operations()[0].application == "W"
    assert [*impact.other_resources] == [*impact.otherResources] == ["x"]
    impact.show()
    assert "restart" in capsys.readouterr().out


def test_an_impact_that_the_api_does_not_tell_says_so(client, run, server):
    with pytest.raises(UnsupportedOperation, match="Platform"):
        client.platforms("A").new("P").impact("k")
    assert server.asked == []


def test_a_tree_that_the_api_does_not_have_says_so(client, run, server):
    with pytest.raises(UnsupportedOperation):
        client.platforms("A").new("P").tree()
    assert server.asked == []
