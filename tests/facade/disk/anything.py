"""Organizations of any kind, with all that an export writes: what hypothesis makes them from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from .bodies import KEYS, NAMES, TEXT, VALUES, bodies, mostly, named, some

#: Those who may be in groups; each server knows them.
USERS = ("kim", "Léa", "x/y")
GROUPS = ("admin", "users", "readonly", "auditors", "no access")
PICTURE = b"\x89PNG\r\n\x1a\n"


@st.composite
def organizations(draw: st.DrawFn) -> dict[str, Any]:
    """An organization: for each kind what is sent, in the order in which it is made."""
    applications = draw(named(NAMES, "Application").flatmap(lambda found: st.tuples(*map(with_parts, found))).map(list))
    definitions = {
        kind: draw(named(NAMES, schema, most=1).flatmap(lambda found: st.tuples(*map(with_contents, found))).map(list))
        for kind, schema in (("distributions", "Distribution"), ("platforms", "Platform"))
    }
    names = {kind: [made["body"]["name"] for made in found] for kind, found in definitions.items()}
    names["applications"] = [made["body"]["name"] for made in applications]
    resources_of = [
        {"application": made["body"]["name"], member: resource["name"]}
        for made in applications
        for member, found in (("packageName", made["body"].get("packages", ())), ("rpmModule", made["rpm_modules"]))
        for resource in found
    ]
    owner = {"properties": properties(resources_of), "members": members()}
    environments = draw(
        some(
            NAMES,
            st.fixed_dictionaries({"body": bodies("Environment"), "hosts": some(NAMES, hosts(names, owner)), **owner}),
        )
    )
    places = [
        {"environment": environment, "host": host}
        for environment, made in environments.items()
        for host in made["hosts"]
    ]
    host_groups = draw(named(NAMES, "HostGroup", hosts=lists_of(places, position=st.integers(0, 9))))
    ordered = lists_of([{"hostGroup": {"name": group["name"]}} for group in host_groups], position=st.integers(0, 9))
    operations = lists_of([{"application": name} for name in names["applications"]], position=st.integers(0, 9))
    orchestrations = draw(
        named(NAMES, "Orchestration", most=1, orderedHostGroup=ordered, applicationsOperations=operations)
    )
    webhooks = draw(named(NAMES, "Webhook", most=1))
    runs = st.just({})
    for kind, found in (("webhook", webhooks), ("orchestration", orchestrations)):
        if found:
            runs |= st.sampled_from([{kind: one["name"]} for one in found])
    steps = named(NAMES, "Step", orderedHostGroups=ordered)
    stages = named(NAMES, "Stage").flatmap(
        lambda found: st.fixed_dictionaries(
            {one["name"]: st.tuples(st.just(one), st.tuples(steps, runs)) for one in found}
        )
    )
    return {
        "body": draw(bodies("Organization")),
        "applications": applications,
        **definitions,
        "environments": environments,
        "host_groups": [(group, draw(owner["properties"])) for group in host_groups],
        "orchestrations": [
            (made, draw(named(NAMES, "OrchestrationHandler", most=1, triggers=st.lists(KEYS, max_size=2))))
            for made in orchestrations
        ],
        "webhooks": webhooks,
        "jobs": draw(named(NAMES, "Job", most=1)),
        "notifications": draw(named(NAMES, "Notification", most=1)),
        "pipelines": [(made, draw(stages)) for made in draw(named(NAMES, "Pipeline", most=1))],
        "properties": draw(owner["properties"]),
        "members": draw(owner["members"]),
    }


def with_contents(body: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """What hangs on an application, a distribution or a platform."""
    contents = {file["name"]: mostly(st.binary(max_size=20)) for file in body.get("files", ())}
    return st.fixed_dictionaries(
        {
            "body": st.just(body),
            "contents": st.fixed_dictionaries(contents),
            "picture": mostly(st.binary(max_size=9).map(PICTURE.__add__)),
            "locked": st.booleans(),
        }
    )


def with_parts(body: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """What hangs on an application."""
    parts = st.fixed_dictionaries({"rpm_modules": named(NAMES, "RpmModule"), "gits": named(NAMES, "Git", most=1)})
    return st.tuples(with_contents(body), parts).map(lambda both: both[0] | both[1])


def hosts(names: Mapping[str, list[str]], owner: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    """Hosts with their contexts, and with machines."""
    singles = {
        single: (st.none() | bodies(kind, **{single: st.sampled_from(found)})) if found else st.none()
        for single, kind, found in (
            ("platform", "PlatformContext", names["platforms"]),
            ("distribution", "DistributionContext", names["distributions"]),
        )
    }
    applications = (
        st.lists(st.sampled_from(names["applications"]), unique=True) if names["applications"] else st.just([])
    )
    contexts = applications.flatmap(
        lambda found: st.tuples(*(bodies("ApplicationContext", application=st.just(name)) for name in found))
    )
    told = st.dictionaries(st.sampled_from(["hostname", "publicIp"]) | KEYS, TEXT, max_size=2)
    # Properties that do not tell the address make another instance on each server: it makes one up.
    machine = told.map(
        lambda found: [{"key": key, "value": value} for key, value in {"ip.eth0": "10.9.8.7", **found}.items()]
    )
    return st.fixed_dictionaries(
        {
            "body": bodies("Host"),
            "contexts": contexts,
            "uninstalled": st.integers(0, 3),
            **singles,
            "machine": mostly(st.just("provisioned") | machine),
            **owner,
        }
    )


def lists_of(found: list[dict[str, Any]], **more: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Some of what was found, with more members, in any order."""
    if not found:
        return st.just([])
    more = st.fixed_dictionaries({}, optional={**more, "x-unknown": VALUES})
    return st.lists(st.tuples(st.sampled_from(found), more).map(lambda both: both[0] | both[1]), max_size=2)


def properties(found: list[dict[str, Any]]) -> st.SearchStrategy[Any]:
    """What an owner sets for packages and RPM modules of applications."""
    if not found:
        return st.just([])
    one = st.tuples(st.sampled_from(found), NAMES, bodies("ApplicationResourceProperty"))
    return st.lists(one, max_size=1).map(
        lambda all_of_them: [{**body, **resource, "key": key} for resource, key, body in all_of_them]
    )


def members() -> st.SearchStrategy[Any]:
    """Groups with something of their own: a description, users."""
    return st.dictionaries(
        st.sampled_from(GROUPS),
        st.fixed_dictionaries(
            {"users": st.lists(st.sampled_from(USERS), unique=True), "description": st.none() | TEXT}
        ),
        max_size=1,
    )
