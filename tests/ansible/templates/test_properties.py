"""Properties of the conversion: whatever the sandbox renders, the converted template renders to the same text."""

from __future__ import annotations

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from comodit_client.freemarker.errors import TemplateError

from tests.ansible.templates.rendering import Keys, converted, in_jinja, in_sandbox, scenarios

EXAMPLES = int(os.environ.get("TEMPLATE_EXAMPLES", "300"))
KEYS = ["a", "b", "c", "a.b", "a.b.c", "x", "d-e", "items", "x_index"]
MEMBERS = ["b", "c", "name", "items", "keys", "_x"]
TEXTS = ["", "t", "{{", "{", "{%", "#}", "%}", "}}", "\n", "\n\n", " ", "\r\n", "é", "'", '"', "\\", "#jinja2:", "$", "a\n"]

plain = st.one_of(
    st.none(), st.booleans(), st.integers(-2, 3), st.sampled_from([0.5, 2.0, 1e30]), st.sampled_from([*TEXTS, "b", "a/b ü"])
)
values = st.recursive(
    plain,
    lambda inside: st.one_of(st.lists(inside, max_size=3), st.dictionaries(st.sampled_from(MEMBERS), inside, max_size=3)),
    max_leaves=6,
)
settings_of_a_host = st.dictionaries(st.sampled_from(KEYS), values, max_size=7)


def names(variables: tuple[str, ...]) -> st.SearchStrategy[str]:
    known = [key for key in KEYS if "-" not in key]
    own = [variable + suffix for variable in variables for suffix in ("", "", "", "_index", "_has_next")]
    return st.sampled_from([*known, "nope", *own])


@st.composite
def expressions(draw: st.DrawFn, variables: tuple[str, ...], depth: int = 0) -> str:
    name = draw(names(variables))
    if depth > 3:
        return name
    inside = expressions(variables, depth + 1)
    return draw(
        st.one_of(
            st.just(name),
            st.just(name),
            st.sampled_from(["'b'", "''", '"q"', "0", "1", "2.0", "true", "false", r"'\''"]),
            st.builds("{}.{}".format, st.just(name), st.sampled_from(MEMBERS)),
            st.builds("{}[{}]".format, st.just(name), inside),
            st.builds("({})".format, inside),
            st.builds("({})!{}".format, inside, inside),
            st.builds("{}!{}".format, st.just(name), st.one_of(inside, st.just(""))),
            st.builds("{}??".format, st.just(name)),
            st.builds("({})??".format, inside),
            st.builds("({})?{}".format, inside, st.sampled_from(["c", "size", "url", "has_content"])),
            st.builds("{}?{}".format, st.just(name), st.sampled_from(["c", "size", "url", "has_content"])),
            st.builds("{} {} {}".format, inside, st.sampled_from(["==", "!=", "lt", "lte", "="]), inside),
            st.builds("!{}".format, inside),
            st.builds("{} {} {}".format, inside, st.sampled_from(["&&", "||"]), inside),
        )
    )


@st.composite
def conditions(draw: st.DrawFn, variables: tuple[str, ...]) -> str:
    name = draw(names(variables))
    return draw(
        st.one_of(
            st.just(f"{name}??"),
            st.just(f"{name}?has_content"),
            st.just(f"({name} == 1)!true"),
            expressions(variables, 2).map("({})??".format),
            expressions(variables, 1),
        )
    )


@st.composite
def templates(draw: st.DrawFn, start: str, end: str, variables: tuple[str, ...] = (), depth: int = 0) -> str:
    text = st.sampled_from(TEXTS)
    interpolation = st.one_of(expressions(variables), names(variables), st.just("d-e")).map(lambda e: f"{start}{e}{end}")
    options = [text, text, interpolation, interpolation]
    if depth < 3:
        inside = templates(start, end, variables, depth + 1)
        space = st.sampled_from(["", "", "\n", "  ", "\r\n", "  \n"])
        variable = draw(st.sampled_from(["x", "y", "b"]))
        body = templates(start, end, (*variables, variable), depth + 1)
        options += [
            st.builds("<#if {}>{}{}{}</#if>{}".format, conditions(variables), space, inside, space, space),
            st.builds(
                "<#if {}>{}{}<#elseif {}>{}{}<#else>{}{}</#if>{}".format,
                *(conditions(variables), space, inside, conditions(variables), space, inside, space, inside, space),
            ),
            st.builds(
                "<#list {} as {}>{}{}{}</#list>{}".format,
                *(st.one_of(names(variables), expressions(variables).map("({})".format)), st.just(variable)),
                *(space, body, space, space),
            ),
            st.builds("<#-- {} -->{}".format, text, space),
            st.builds("<#noparse>{}</#noparse>".format, st.one_of(text, inside)),
        ]
    return "".join(draw(st.lists(st.one_of(options), max_size=5)))


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, str, str, dict[str, Any], frozenset[str]]:
    start, end = draw(st.sampled_from([("${", "}"), ("##", "##"), ("[[", "]]"), ("@{", "}"), ("{{", "}}")]))
    found = draw(settings_of_a_host)
    optional = draw(st.frozensets(st.sampled_from([*found, "c"])))
    return draw(templates(start, end)), start, end, found, optional


COUNTED = {"rendered": 0, "not": 0}


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(cases(), st.booleans())
def test_what_the_sandbox_renders_is_rendered_alike(case: Any, typed: bool) -> None:
    template, start, end, found, optional = case
    keys = Keys(found, optional, typed)
    result = converted(template, keys, start, end)
    rendered = 0
    for host in scenarios(found, optional):
        try:
            expected = in_sandbox(template, host, start, end)
        except TemplateError:
            continue
        rendered += 1
        assert in_jinja(result.text, host, keys) == expected, result.text
    COUNTED["rendered" if rendered else "not"] += 1
    assume(rendered)
