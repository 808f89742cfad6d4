"""Secret settings: nothing that prints them tells their values, and what is changed in place is what is sent."""

from __future__ import annotations

import pytest

LOGIN = {"type": "object", "properties": {"login": {"type": "string"}, "phrase": {"type": "string", "secret": True}}}
SECRETS = {
    "the value": ("hush", {"secret": True}),
    "the value, as older schemas say it": ("hush", {"password": True}),
    "an object": ({"login": "ada", "phrase": "hush"}, {"secret": True}),
    "a member of an object": ({"login": "ada", "phrase": "hush"}, LOGIN),
    "an element": (["hush"], {"type": "array", "items": {"secret": True}}),
    "a member of an element": ([{"login": "ada", "phrase": "hush"}], {"type": "array", "items": LOGIN}),
    "the default": (None, {"secret": True, "default": "hush"}),
    "a choice": (None, {"secret": True, "enum": ["hush"]}),
}


@pytest.fixture
def settings(client):
    return client.organizations().new("A").settings()


@pytest.mark.parametrize(("value", "schema"), SECRETS.values(), ids=SECRETS.keys())
def test_what_is_secret_is_never_shown(settings, capsys, value, schema):
    setting = settings.wrap({"key": "k", "value": value, "schema": schema})
    setting.show()
    shown = capsys.readouterr().out
    assert "hush" not in shown + repr(setting) + str(setting) + f"{[setting]}"
    assert "********" in shown
    assert "k" in shown
    assert setting.value == value, "who asks for it gets it"


@pytest.mark.parametrize(
    ("value", "schema"),
    [
        ("loud", None),
        ("loud", {"secret": False}),
        (["loud"], {"secret": None}),
        ({"a": "loud"}, LOGIN),
        ("loud", "odd"),
    ],
)
def test_what_is_not_secret_is_shown(settings, capsys, value, schema):
    settings.wrap({"key": "k", "value": value, "schema": schema}).show()
    assert "loud" in capsys.readouterr().out


@pytest.mark.parametrize("schema", [{"items": "odd"}, {"properties": "odd"}, {"properties": {"a": "odd"}}])
@pytest.mark.parametrize("value", ["loud", ["loud"], {"a": "loud"}])
def test_an_odd_schema_hides_and_breaks_nothing(settings, capsys, value, schema):
    settings.wrap({"key": "k", "value": value, "schema": schema}).show()
    assert "loud" in capsys.readouterr().out


def test_a_value_that_is_changed_in_place_is_what_is_sent(settings, server, run):
    document = {"key": "k", "value": {"zones": ["a"]}, "schema": {"secret": True}, "new member": 1}
    server.on("GET", "/organizations/A/settings/k", document)
    server.on("PUT", "/organizations/A/settings/k", document)
    setting = run(settings.get("k"))
    setting.value["zones"].append("b")
    run(setting.update())
    assert server.last.json == {**document, "value": {"zones": ["a", "b"]}}


def test_the_settings_of_a_host_group_have_their_operations():
    from comodit_client import wire

    assert (
        wire.host_group_settings.get("A", "front é", "k").path
        == "/organizations/A/hostgroups/front%20%C3%A9/settings/k"
    )
    assert wire.host_group_settings.get_impact("A", "g", "k").path == "/organizations/A/hostgroups/g/settings/k/impact"
    listing = wire.host_group_application_properties.list("A", "g", key="k")
    assert (listing.path, listing.query) == ("/organizations/A/hostgroups/g/application_properties/", {"key": "k"})
