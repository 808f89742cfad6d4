"""The constructs of templates, and what they become."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ansible.templates.rendering import Keys, converted, in_jinja, in_sandbox

VALUES: dict[str, Any] = {
    "name": "web",
    "port": 8080,
    "rate": 0.5,
    "debug": True,
    "hosts": ["a", "b"],
    "nodes": [{"name": "n1", "up": True}, {"name": None}],
    "db": {"host": "h", "items": [1]},
    "ntp.server": "pool",
    "odd-key": "odd",
    "_host": {"name": "web-1"},
    "title": "it's",
}
OPTIONAL = frozenset({"title", "user"})


class HostKeys(Keys):
    """Keys whose caller knows that each host has a name."""

    def is_defined(self, key: str) -> bool:
        return key == "_host.name" or super().is_defined(key)

    def kinds(self, key: str) -> frozenset[type]:
        return frozenset({str}) if key == "_host.name" else super().kinds(key)


KEYS = HostKeys(VALUES, OPTIONAL)
URL = "".join(
    f" | replace({old}, {new})"
    for old, new in (
        ("'/'", "'%2F'"),
        ("'%21'", "'!'"),
        ("'%27'", '"\'"'),
        ("'%28'", "'('"),
        ("'%29'", "')'"),
        ("'%2A'", "'*'"),
    )
)


def check(template: str, expected: str) -> None:
    result = converted(template, KEYS)
    assert result.text == expected
    assert not result.problems
    for values in (VALUES, VALUES | {"title": None, "user": "me"}):
        present = {key: value for key, value in values.items() if value is not None}
        assert in_jinja(result.text, present, KEYS) == in_sandbox(template, present)


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("${name}", "{{ name }}"),
        ("${ port } ${port?c}", "{{ port }} {{ port }}"),
        ("${debug?c}", "{{ debug | lower }}"),
        ("${rate}", "{{ (rate | to_json).removesuffix('.0') }}"),
        ("${hosts[0]}", "{{ hosts[0] | default('${hosts[0]}') }}"),
        ("${title}", "{{ title | default('${title}') }}"),
        ("${title!'none'}", "{{ title | default('none') }}"),
        ("${title!}", "{{ title | default('') }}"),
        ("${title!name}", "{{ title | default(name) }}"),
        ('${(title)!"it\'s"}', '{{ title | default("it\'s") }}'),
        ("${ntp.server}", "{{ ntp_server }}"),
        ("${odd-key}", "{{ odd_key }}"),
        ("${_host.name}", "{{ _host.name }}"),
        ("${HOME} $HOME", "${HOME} $HOME"),
        ("${name?url}", f"{{{{ name | urlencode{URL} }}}}"),
        ("${hosts?size}", "{{ hosts | length }}"),
        ("${(port == 80)?c}", "{{ (port == 80) | lower }}"),
    ],
)
def test_interpolations(template: str, expected: str) -> None:
    check(f"x {template} y", f"x {expected} y")


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("debug", "debug"),
        ("!debug", "not debug"),
        ("title??", "title is defined"),
        ("!title??", "not title is defined"),
        ("title?? && title == 'x'", "title is defined and title == 'x'"),
        ("title?has_content", "title | default(none) not in ['', [], {}, none]"),
        ("name?has_content", "name not in ['', [], {}]"),
        ("port gte 80 && (debug || port = 1)", "port >= 80 and (debug or port == 1)"),
        ("(port > 80)", "port > 80"),
        ("(title == 'x')!false", "((title == 'x') if title is defined else false)"),
        ("db['items']??", "db.get('items') is not none"),
        ("nope??", "nope is defined"),
        ("name == 'a\\\\b'", r"name == 'a\\b'"),
    ],
)
def test_conditions(condition: str, expected: str) -> None:
    check(f"<#if {condition}>a<#else>b</#if>.", f"{{% if {expected} %}}a{{% else %}}b{{% endif %}}.")


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("<#if debug>\nx\n  </#if>\ny\n", "{% if debug %}\nx\n{% endif %}\ny\n"),
        ("a<#if debug>\nb</#if>\nc", "a{% if debug +%}\nb{% endif +%}\nc"),
        ("<#if debug>\nx\n</#if>\n", "{% if debug %}\nx\n{% endif %}"),
        ("a\n<#-- why #} -->\nb", "a\n{# why # } #}\nb"),
        ("<#noparse>${name} {{ x }}</#noparse>", "${name} {{ '{{' }} x }}"),
        ("a {{ b }} {% c %} {# d #}", "a {{ '{{' }} b }} {{ '{%' }} c %} {{ '{#' }} d #}"),
        ("{${name}}", "{{ '{' }}{{ name }}}"),
        ("#jinja2: x\n", "{{ '#' }}jinja2: x\n"),
        ("a\r\n${name}\r\n", "a{{ '\\r' }}\n{{ name }}{{ '\\r' }}\n"),
        ("${port}\n", "{{ port }}{{ '\\n' }}"),
        ("a ${port}\n", "a {{ port }}{{ '\\n' }}"),
        (
            "<#list hosts as host>\nserver ${host}<#if host_has_next>,</#if> ${host_index}\n</#list>\n",
            "{% for host in hosts %}\nserver {{ host }}{% if not loop.last %},{% endif %} {{ loop.index0 }}\n"
            "{% endfor %}",
        ),
        (
            "<#list hosts as a><#list hosts as b>${a_index}${a?has_next?c}</#list></#list>.",
            "{% for a in hosts %}{% set a_index = loop.index0 %}{% set a_has_next = not loop.last %}"
            "{% for b in hosts %}{{ a_index }}{{ a_has_next | lower }}{% endfor %}{% endfor %}.",
        ),
        ("<#list hosts as name>${name}</#list>${name}", "{% for name_ in hosts %}{{ name_ }}{% endfor %}{{ name }}"),
        (
            "<#list nodes as node>${node.name} </#list>",
            "{% for node in nodes %}"
            "{{ (node.name if node.name is string else (node.name | to_json).removesuffix('.0'))"
            " if node.name | default(none) is not none else '${node.name}' }} {% endfor %}",
        ),
    ],
)
def test_layout(template: str, expected: str) -> None:
    check(template, expected)


@pytest.mark.parametrize(
    ("template", "text", "problem"),
    [
        (
            "a\n<#assign x=1>${name}",
            "a\n{# ComodIT: not converted: the directive <#assign> is not converted #}<#assign x=1>{{ name }}",
            "line 2: the directive <#assign> is not converted",
        ),
        (
            "${name?upper_case}",
            "{# ComodIT: not converted: the built-in ?upper_case is not converted #}${name?upper_case}",
            "line 1: the built-in ?upper_case is not converted",
        ),
        (
            "<#if debug>\n\n<#if !>\n${name}\n</#if>\n</#if>\n",
            "{% if debug %}\n\n{# ComodIT: not converted: the expression '!' is invalid at its end #}<#if !>\n${name}\n"
            "</#if>\n{% endif %}",
            "line 3: the expression '!' is invalid at its end",
        ),
        (
            "<#list hosts>{{</#list>",
            "{# ComodIT: not converted: <#list hosts> must have the form <#list items as item>, "
            "or contain <#items as item> #}"
            "<#list hosts>{{ '{{' }}</#list>",
            "line 1: <#list hosts> must have the form <#list items as item>, or contain <#items as item>",
        ),
        (
            "${name}\n<#if debug>x",
            "{# ComodIT: not converted: <#if debug> is not closed by </#if> #}${name}\n<#if debug>x",
            "line 2: <#if debug> is not closed by </#if>",
        ),
        (
            "x\n</#if>",
            "{# ComodIT: not converted: </#if> closes no block #}x\n</#if>",
            "line 2: </#if> closes no block",
        ),
    ],
)
def test_what_is_not_converted_is_left(template: str, text: str, problem: str) -> None:
    result = converted(template, KEYS)
    assert (result.text, result.problems) == (text, (problem,))
    comment = text[text.index("{#") : text.index("#}") + 2]
    assert comment not in in_jinja(result.text, VALUES, KEYS)


def test_a_piece_with_an_error_is_printed_as_it_is() -> None:
    assert in_jinja(converted("{<#foo {{>%}", KEYS).text, {}, KEYS) == "{<#foo {{>%}"


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("${" + "(" * 5000 + "}", "line 1: an expression is nested too deeply"),
        ("<#if " + "!" * 60 + "debug>x</#if>", "line 1: an expression is nested more than 50 levels deep"),
        ("${" + "(" * 20 + "db" + "!db)" * 20 + "}", "line 1: the expression is too long in Jinja2"),
        ("<#list hosts as h>" * 16 + "</#list>" * 16, "line 1: more than 15 loops are nested"),
        ("<#if debug>" * 60 + "</#if>" * 60, "line 1: the template is nested too deeply"),
    ],
)
def test_what_jinja_cannot_compile_is_left(template: str, reason: str) -> None:
    result = converted(template, Keys(VALUES, OPTIONAL | {"db"}, typed=False))
    assert [problem[: len(reason)] for problem in result.problems] == [reason]
    assert in_jinja(result.text, VALUES | {"hosts": ["a"]}, KEYS) in template


@pytest.mark.parametrize("template", ["<#list hosts as h>" * 15 + "</#list>" * 15, "${" + "!" * 49 + "debug}"])
def test_what_jinja_can_just_compile_is_converted(template: str) -> None:
    assert not converted(template, KEYS).problems
    assert in_jinja(converted(template, KEYS).text, VALUES | {"hosts": ["a"]}, KEYS) in ("", "false")


def test_variables() -> None:
    template = "<#list hosts as host>${host} ${_host.name}</#list><#if user??>${ntp.server} ${HOME} ${db.host}</#if>"
    assert converted(template, KEYS).variables == {"hosts", "_host.name", "user", "ntp.server", "db"}
    assert converted("${_host} ${_host.name}", KEYS).variables == {"_host", "_host.name"}


def test_the_longest_key_wins_on_each_host() -> None:
    keys = Keys({"db": {"host": "member"}, "db.host": "key"}, {"db.host"})
    result = converted("${db.host}", keys)
    assert in_jinja(result.text, {"db": {"host": "member"}}, keys) == "member"
    assert in_jinja(result.text, {"db": {"host": "member"}, "db.host": "key"}, keys) == "key"
    assert result.variables == {"db", "db.host"}
