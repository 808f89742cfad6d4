"""Archives without hosts: sample hosts have the definitions, with the same values on both sides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from comodit_client.ansible.judge import Verdict
from comodit_client.ansible.judge.samples import sample_value, sample_values

from . import made

Judge = Callable[..., Verdict]
SHOP = {name.removeprefix("applications/Shop/"): file for name, file in made.ARCHIVE.items() if "s/Shop/" in name}
ROLE: dict[str, str | bytes] = {name: file for name, file in made.OUTPUT.items() if name.startswith("roles/shop")}
ROLE["roles/shop/templates/shop.conf.j2"] = made.TEMPLATE.replace("{{ port }}", "{{ port_ }}").replace(
    "{{ greeting }}", "{{ greeting | default('${greeting}') }}"
)
ROLE["roles/shop/templates/names.j2"] = str(ROLE["roles/shop/templates/names.j2"]).replace(
    "_org.secret_key", "_org.secret_key | default('[[_org.secret_key]]')"
)
ROLE["roles/shop/defaults/main.yml"] = "port_: 8080\ndebug: false\ndomains: [a.example]\n"


def test_an_application_alone_is_compared_with_defaults_and_with_values(judge: Judge) -> None:
    verdict = judge(SHOP, ROLE)
    assert verdict.differing == verdict.unrendered == ()
    assert verdict.equal == 6
    assert verdict.notes == ("2 sample hosts have the definitions that no host uses.",)


@pytest.mark.parametrize(
    ("old", "new", "samples"),
    [
        ("{{ password | default('${password}') }}", "${password}", {"values"}),
        ("{{ unknown | default('${unknown}') }}", "${unknown}", {"values"}),
        ("{{ ntp_server | default('${ntp.server}') }}", "{{ ntp_server | default('') }}", {"defaults"}),
        ("{{ domain }}", "{{ domain | to_json }}", {"defaults", "values"}),
        ("{% if debug %}", "{% if not debug %}", {"defaults", "values"}),
    ],
)
def test_a_mistake_is_found_on_the_sample_that_shows_it(judge: Judge, old: str, new: str, samples: set[str]) -> None:
    path = "roles/shop/templates/shop.conf.j2"
    assert old in str(ROLE[path])
    verdict = judge(SHOP, {**ROLE, path: str(ROLE[path]).replace(old, new)})
    assert {one.host for one in verdict.differing} == {f"sample/{one} of applications/Shop" for one in samples}


def test_definitions_of_an_organization_that_no_host_uses_have_samples(judge: Judge) -> None:
    linux = made.ARCHIVE["distributions/Linux/definition.json"]
    archive = {
        **made.ARCHIVE,
        "distributions/Other/definition.json": {**linux, "name": "Other"},
        "distributions/Other/files/kick%3Astart": "ntp ${ntp.server} ${zone} ${_org.secret_key} ${_host.name}\n",
    }
    template = "ntp {{ ntp_server }} {{ zone }} {{ _org.secret_key }} {{ _host.name }}\n"
    role = {
        name.replace("_linux", "_other"): str(file).replace("{name: Linux}", "{name: Other}")
        for name, file in made.OUTPUT.items()
        if name.startswith("roles/distribution_linux")
    }
    role["roles/distribution_other/templates/kick%3Astart.j2"] = template
    verdict = judge(archive, {**made.OUTPUT, **role})
    assert verdict.differing == ()
    assert verdict.equal == 9
    # A variable of the organization that the file uses shows on the samples as well.
    missing = dict(made.OUTPUT) | role
    missing["inventory/group_vars/all/vars.yml"] = str(missing["inventory/group_vars/all/vars.yml"]).replace(
        "ntp_server: ntp.acme", "ntp_server: ntp.example"
    )
    found = {one.host for one in judge(archive, missing).differing if one.owner == "distributions/Other"}
    assert found == {"sample/defaults of distributions/Other"}


def test_samples_have_names_of_their_own(judge: Judge) -> None:
    archive = {
        **{f"Shop/{name}": file for name, file in SHOP.items()},
        "sample/definition.json": {"name": "sample", "hosts": [], "organization": "Acme"},
    }
    verdict = judge(archive, ROLE)
    assert verdict.differing == ()
    assert verdict.equal == 6


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ({"value": True}, False),
        ({"value": 8080}, 8081),
        ({"value": 1.5}, 2.5),
        ({"value": [1]}, [2, 2]),
        ({"value": []}, []),
        ({"value": {"a": 1, "b": False}}, {"a": 2, "b": True}),
        ({"schema": {"type": "integer"}}, 7),
        ({"schema": {"type": "number"}}, 7.5),
        ({"schema": {"type": "boolean"}}, True),
        ({"schema": {"type": "array", "items": {"type": "integer"}}}, [7, 7]),
        ({"schema": {"type": "object", "properties": {"n": {"type": "boolean"}}}}, {"n": True}),
        ({"schema": {"enum": ["a", "b", "c"]}, "value": "c"}, "b"),
        ({"schema": {"enum": ["a"]}, "value": "a"}, "a"),
        ({"schema": {"type": "array", "items": {"enum": ["x", "y"]}}}, ["y", "y"]),
    ],
)
def test_the_value_of_a_parameter_has_its_type(parameter: dict[str, Any], value: Any) -> None:
    found = sample_value(parameter)
    assert (found, type(found)) == (value, type(value))


def test_texts_have_characters_that_are_easily_damaged() -> None:
    for parameter in ({"value": "x"}, {}, {"schema": {"type": "string"}}):
        assert set("\"'{}<>&\\%é") <= set(sample_value(parameter))


def test_names_in_a_template_get_values_of_the_types_that_they_need() -> None:
    template = (
        "${plain} ${a.b}<#if on && !off>x</#if><#if size gt 3>y</#if><#if mode == 'on'>z</#if>"
        "<#list rows as row>${row.name} ${row_index}<#list row.tags as tag>${tag}</#list></#list>"
        "<#list words as word>${word}</#list>${_host.name}"
    )
    file = {"name": "f", "delimiter": {"start": "${", "end": "}"}}
    values = sample_values({"files": [file]}, {"f": template})
    assert set(values) == {"plain", "a.b", "on", "off", "size", "mode", "rows", "words"}
    assert values["on"] is values["off"] is True
    assert values["size"] == 7
    assert isinstance(values["mode"], str)
    assert [set(row) for row in values["rows"]] == [{"name", "tags"}, {"name", "tags"}]
    assert isinstance(values["words"][0], str)


def test_a_template_says_more_than_a_vague_parameter() -> None:
    file = {"name": "f", "template": {"delimiter": {"start": "${", "end": "}"}}}
    parameters = [{"key": "rows", "schema": {"type": "array"}}, {"key": "typed", "schema": {"type": "integer"}}]
    text = "<#list rows as row>${row.name}</#list>${typed}"
    values = sample_values({"files": [file], "parameters": parameters}, {"f": text})
    assert set(values["rows"][0]) == {"name"}
    assert values["typed"] == 7


def test_members_of_a_declared_value_are_not_settings() -> None:
    file = {"name": "f", "template": {"delimiter": {"start": "${", "end": "}"}}}
    parameters = [{"key": "site", "value": {"name": 1}}, {"key": "a.b", "value": {"c": 1}}]
    values = sample_values({"files": [file], "parameters": parameters}, {"f": "${site.name}${a.b.c}${a.d}"})
    assert set(values) == {"site", "a.b", "a.d"}
