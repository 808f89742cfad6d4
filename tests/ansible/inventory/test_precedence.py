"""Every setting has the value that the sandbox computes, on each host and for each of its roles."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comodit_client.ansible.inventory import build
from comodit_client.ansible.project import Links, Options, Project
from tests.ansible.inventory.organizations import Emulated, HostSpec, Simulated, Spec

KEYS = ("alpha", "beta", "gamma-1")
PROPERTIES: tuple[str, ...] = ("publicIp", "a \"quoted\" 'key'")
CONTEXTS = ("applications/One", "applications/Two", "platform/Cloud", "distribution/Linux")
OWNERS = (
    "",
    "environments/Prod/",
    "environments/Prod/hosts/h1/",
    "environments/Prod/hosts/h2/",
    "environments/Prod/hosts/h1/applications/One/",
    "environments/Prod/hosts/h2/platform/",
    "hostgroups/a/",
    "platforms/Cloud/",
)
VALUES = st.none() | st.sampled_from([0, 1, True, 1.5, "", "1", "{{ x }}", "a\n'\"\\", [1, "{{"], {"a": ["}}"]}])
PATHS = st.builds(
    "organizations/Acme/{}settings/{}".format, st.sampled_from([*OWNERS, "missing/x/"]), st.sampled_from(KEYS)
)
KINDS = (
    st.fixed_dictionaries({"value": VALUES})
    | st.fixed_dictionaries({"value": VALUES, "link": PATHS | st.just("organizations/Other/settings/alpha")})
    | st.fixed_dictionaries({"value": VALUES, "property": st.sampled_from(PROPERTIES)})
)
SETTINGS = st.dictionaries(st.sampled_from(KEYS), KINDS, max_size=2).map(
    lambda found: [{"key": key, **setting} for key, setting in found.items()]
)
PARAMETERS = st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=2).map(
    lambda found: [{"name": key, "key": key, "value": value} for key, value in found.items()]
)


@st.composite
def hosts(draw: st.DrawFn, name: str) -> HostSpec:
    contexts = {path: draw(SETTINGS) for path in CONTEXTS if draw(st.booleans())}
    properties = draw(st.none() | st.dictionaries(st.sampled_from(PROPERTIES), st.sampled_from(["1", "{{ y }}"])))
    groups = draw(st.lists(st.sampled_from(["a", "b"]), unique=True))
    return HostSpec(name, draw(SETTINGS), contexts, properties, groups)


@st.composite
def organizations(draw: st.DrawFn) -> Spec:
    one, two = ({"name": name, "parameters": draw(PARAMETERS)} for name in ("One", "Two"))
    two["files"] = [{"name": "conf"}]
    single = {
        kind: {name: {"parameters": draw(PARAMETERS), "settings": draw(SETTINGS)}}
        for kind, name in (("platforms", "Cloud"), ("distributions", "Linux"))
    }
    return Spec(
        draw(SETTINGS),
        {"Prod": (draw(SETTINGS), [draw(hosts("h1")), draw(hosts("h2"))])},
        {"a": draw(SETTINGS), "b": draw(SETTINGS)},
        {"applications": {"One": one, "Two": two}, **single},
        {"Two": {"conf": draw(st.sampled_from([b"", b"${alpha}", b"${beta} alpha"]))}},
    )


@pytest.mark.parametrize("links", ["resolve", "reference"])
@given(spec=organizations())
def test_values_are_those_of_the_sandbox(links: Links, spec: Spec) -> None:
    project = Project.of(spec.archive(), Options(links=links))
    emulated, simulated = Emulated(project, build(project)), Simulated(spec)
    for host in spec.environments["Prod"][1]:
        for context in host.contexts:
            for key in used(spec, host, context) & project.keys.values.keys():
                expected = simulated.value("Prod", host.name, context, key)
                role, default = role_of(context), default_of(spec, simulated, host, context, key)
                found = emulated.value(host.name, role, key, default)
                assert json.dumps(found) == json.dumps(expected), (host.name, context, key)


def used(spec: Spec, host: HostSpec, context: str) -> set[str]:
    """The keys that a context sets, or that its definition declares or uses."""
    definition = definition_of(spec, context)
    keys = {one["key"] for one in (*host.contexts[context], *definition.get("parameters", ()))}
    text = b"".join(spec.files.get(context.partition("/")[2], {}).values()).decode()
    return keys | {key for key in KEYS if key in text}


def definition_of(spec: Spec, context: str) -> Any:
    kind, _, name = context.partition("/")
    return spec.definitions["applications" if kind == "applications" else f"{kind}s"][name]


def role_of(context: str) -> str:
    kind, _, name = context.partition("/")
    return name.lower() if kind == "applications" else f"{kind}_{name.lower()}"


def default_of(spec: Spec, simulated: Simulated, host: HostSpec, context: str, key: str) -> Any:
    """The default of a role: that of a parameter, or the value that a platform or distribution itself sets."""
    definition = definition_of(spec, context)
    setting = next((one for one in definition.get("settings", ()) if one["key"] == key), None)
    if setting is not None:
        place = simulated.places["Prod", host.name]
        return simulated.resolver._value(setting, place.host, place.organization)[0]
    return next((one["value"] for one in definition.get("parameters", ()) if one["key"] == key), None)
