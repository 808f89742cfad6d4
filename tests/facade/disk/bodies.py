"""Bodies of any kind, as the API's schema lets them be: what hypothesis makes them from.

Bodies come from the schema, so that a member that is added to it is in the tests as well. What the schema does not say,
such as which names must exist, is said here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from typing import Any

from hypothesis import strategies as st

SCHEMAS: dict[str, Any] = json.loads(resources.files("comodit_client.schema").joinpath("comodit.json").read_text())[
    "components"
]["schemas"]
DRIVERS = ("AmazonEc2Driver", "LibvirtDriver", "PxeDriver", "OpenStackDriver")

#: What is hard for file systems comes more often than by chance.
HARD = st.sampled_from(
    [
        *(
            "..x",
            "../../x",
            "a/b",
            "CON",
            "con.txt",
            "A",
            "a",
            "é",
            "e\u0301",
            "x.",
            " x",
            "%41",
            "a:b",
            "*",
            "é" * 130,
        ),
        *(".git", ".GIT", "git~1", ".gitignore", "a\u200cb", "x\u202ey"),
    ]
)
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=8)
NAMES = HARD | st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8).filter(
    lambda name: name.strip() and name not in (".", "..")
)
FILE_NAMES = NAMES.filter(lambda name: "/" not in name)
KEYS = st.sampled_from(["zone", "token", "a.b"]) | st.from_regex(r"[a-z][a-z0-9_.]{0,6}", fullmatch=True)
PLAIN = st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False) | TEXT
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner | st.none(), max_size=2) | st.dictionaries(KEYS, inner, max_size=2),
    max_leaves=4,
)


def mostly(found: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Something; None now and then."""
    return st.integers(0, 3).flatmap(lambda number: found if number else st.none())


def some(names: st.SearchStrategy[str], found: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[Any]:
    """Something by names; nothing now and then."""
    return st.integers(0, 3).flatmap(
        lambda number: st.dictionaries(names, found, min_size=min(number, 1), max_size=most)
    )


def named(names: st.SearchStrategy[str], kind: str, most: int = 2, **more: st.SearchStrategy[Any]) -> Any:
    """Bodies of a kind, by their names."""
    return some(names, bodies(kind, **more), most).map(
        lambda found: [{**body, "name": name} for name, body in found.items()]
    )


@st.composite
def bodies(draw: st.DrawFn, kind: str, /, **fixed: st.SearchStrategy[Any]) -> dict[str, Any]:
    """A body of a kind, with some of the members that a client may set, and now and then one that nobody knows."""
    required, optional = members_of(kind, frozenset(fixed))
    chosen = required | draw(optional)
    found = {name: draw(fixed[name]) for name in fixed}
    found |= {name: draw(member(kind, name)) for name in sorted(chosen)}
    if draw(st.integers(0, 3)) == 3:
        found["x-unknown"] = draw(VALUES)
    return found


@cache
def members_of(kind: str, fixed: frozenset[str]) -> tuple[set[str], st.SearchStrategy[set[str]]]:
    """The members that each body of a kind has, and some of the others."""
    schema = SCHEMAS[kind]
    members = {name for name, part in schema["properties"].items() if not whole(part).get("readOnly")}
    required = set(schema.get("required", ())) - fixed - {"name"}
    required |= ALWAYS & members - fixed
    optional = sorted(members - required - fixed - {"name"} - LATER.get(kind, set()))
    return required, st.sets(st.sampled_from(optional), max_size=3) if optional else st.just(set())


def whole(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """A schema with what it refers to."""
    name = schema.get("$ref", "").rpartition("/")[2]
    return {**SCHEMAS[name], **schema} if name else schema


@cache
def member(kind: str, name: str) -> st.SearchStrategy[Any]:
    """What a member may be. Building a strategy costs more than drawing from it, so each is built once."""
    return SPECIAL[kind, name]() if (kind, name) in SPECIAL else by_type(SCHEMAS[kind]["properties"][name])


def by_type(schema: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    schema = whole(schema)
    if "anyOf" in schema:
        return st.one_of(*map(by_type, schema["anyOf"]))
    if "properties" in schema:
        name = schema["$ref"].rpartition("/")[2]
        more = {"name": NAMES} if "name" in SCHEMAS[name].get("required", ()) else {}
        return st.deferred(lambda: bodies(name, **more))
    types = schema.get("type", "any")
    return st.one_of([TYPES[found](schema) for found in ([types] if isinstance(types, str) else types)])


def texts(schema: Mapping[str, Any]) -> st.SearchStrategy[str]:
    return st.sampled_from(schema["enum"]) | NAMES if "enum" in schema else TEXT


TYPES: Mapping[str, Callable[[Mapping[str, Any]], st.SearchStrategy[Any]]] = {
    "any": lambda _: VALUES,
    "null": lambda _: st.none(),
    "string": texts,
    "boolean": lambda _: st.booleans(),
    "integer": lambda _: st.integers(-(2**40), 2**40),
    "array": lambda schema: st.lists(by_type(schema["items"]), max_size=2),
    "object": lambda schema: st.dictionaries(KEYS, by_type(schema["additionalProperties"]), max_size=2),
}

#: Members that are tried in each body that may have them, for much hangs on them.
ALWAYS = {"settings", "files", "packages", "parameters", "handlers"}
#: Members that refer to others, which are filled in when those are known.
LATER = {
    "HostGroup": {"hosts"},
    "Parameter": {"key", "schema", "value"},
    "Orchestration": {"orderedHostGroup", "applicationsOperations"},
    "Host": {"environment", "platform", "distribution", "applications"},
    "Step": {"webhook", "orchestration", "orderedHostGroups"},
    "ApplicationContext": {"application"},
    "PlatformContext": {"platform"},
    "DistributionContext": {"distribution"},
    "ApplicationResourceProperty": {"application", "packageName", "rpmModule", "key"},
}

SCHEMA_AND_VALUE = (
    st.fixed_dictionaries({"value": VALUES})
    | st.fixed_dictionaries({"schema": st.just({"type": "string", "secret": True}), "value": TEXT})
    | st.fixed_dictionaries({"schema": st.just({"type": "array", "items": {"secret": True}}), "value": st.lists(TEXT)})
    | st.fixed_dictionaries(
        {
            "schema": st.just({"type": "object", "properties": {"token": {"password": True}}}),
            "value": st.dictionaries(KEYS, TEXT, max_size=2),
        }
    )
    | st.just({"schema": {"type": "string", "secret": True}})
    | st.just({})
)
PLACES = st.sampled_from(["organizations/O/settings/zone", "organizations/O/environments/E/hosts/H/settings/token"])


def parameters() -> st.SearchStrategy[Any]:
    """Parameters, whose names and keys are unlike; a default fits its schema."""
    return st.lists(
        st.tuples(NAMES, KEYS, SCHEMA_AND_VALUE, bodies("Parameter")),
        max_size=2,
        unique_by=(lambda found: found[0], lambda found: found[1]),
    ).map(lambda found: [{**body, "name": name, "key": key, **value} for name, key, value, body in found])


def settings() -> st.SearchStrategy[Any]:
    """Settings of all sorts: plain ones, links, and properties of the host's machine."""
    sorts = st.fixed_dictionaries({"value": VALUES}) | st.fixed_dictionaries(
        {"link": PLACES | TEXT}, optional={"value": VALUES}
    )
    sorts |= st.fixed_dictionaries({"property": TEXT}, optional={"value": VALUES, "x-unknown": VALUES})
    return st.dictionaries(KEYS, sorts, max_size=2).map(
        lambda found: [{"key": key, **setting} for key, setting in found.items()]
    )


def header_like() -> st.SearchStrategy[Any]:
    values = st.text("abc -", max_size=5)
    return st.lists(bodies("WebhookParameter", name=st.sampled_from(["X-A", "X-B"]), value=values), max_size=2)


def views() -> st.SearchStrategy[Any]:
    return st.lists(
        bodies("Notifiable", actionType=texts(SCHEMAS["NotifiableAction"])),
        max_size=3,
        unique_by=lambda view: view["actionType"],
    )


#: What the schema alone does not say.
SPECIAL: Mapping[tuple[str, str], Callable[[], st.SearchStrategy[Any]]] = {
    **{(kind, "settings"): settings for kind in SCHEMAS},
    **{(kind, "parameters"): parameters for kind in ("Application", "Platform", "Distribution", "File")},
    ("Application", "files"): lambda: named(FILE_NAMES, "ApplicationFile"),
    ("Platform", "files"): lambda: named(FILE_NAMES, "File"),
    ("Distribution", "files"): lambda: named(FILE_NAMES, "File"),
    ("Platform", "driver"): lambda: bodies(
        "Driver", className=st.sampled_from(DRIVERS).map("com.guardis.cortex.server.driver.{}".format) | NAMES
    ),
    ("Action", "action"): lambda: NAMES,
    ("Action", "resource"): lambda: NAMES,
    ("Handler", "do"): lambda: st.lists(bodies("Action", action=NAMES, resource=NAMES), max_size=2),
    ("Job", "cron"): lambda: st.sampled_from(["0 0 * * *", "*/5 1 2 3 4"]),
    ("Job", "date"): lambda: st.sampled_from(["2020-01-02T03:04:05Z", "2040-01-02T03:04:05Z"]),
    ("Webhook", "method"): lambda: st.sampled_from(["GET", "DELETE"]),
    ("Webhook", "protocol"): lambda: st.sampled_from(["HTTP", "HTTPS"]),
    ("Webhook", "authenticationMethod"): lambda: st.sampled_from(["NO_AUTH", "BASIC_AUTH"]),
    ("Webhook", "serverName"): lambda: st.sampled_from(["example.net", "[::1]"]),
    ("Webhook", "port"): lambda: st.integers(1, 65535),
    ("Webhook", "path"): lambda: TEXT.map("/{}".format),
    ("Webhook", "headers"): header_like,
    ("WebhookProperty", "jsonPath"): lambda: st.sampled_from(["$.a", "$['a'][0]"]),
    ("Notification", "value"): lambda: st.just('{"webHookUrl": "https://example.net/x"}'),
    ("Notification", "notifiableViews"): views,
}
