"""The template engine: the supported subset of FreeMarker, and errors for the rest (S99 to S109)."""

from __future__ import annotations

import pytest

from comodit_client.freemarker.errors import TemplateError
from comodit_client.sandbox.templating.scopes import MISSING
from comodit_client.sandbox.templating.templates import is_template, render_template

VALUES = {
    "name": "web",
    "port": 8080,
    "debug": True,
    "quiet": False,
    "empty": "",
    "nothing": None,
    "hosts": ["a", "b", "c"],
    "users": [{"name": "ann", "keys": ["k1", "k2"]}, {"name": "bob"}],
    "db": {"host": "db-1", "pool": {"size": 5}},
    "ec2.zone": "eu-1",
    "odd-key": "odd",
}


def filled(template: str, start: str = "${", end: str = "}", **values: object) -> str:
    known = VALUES | values
    return render_template(template, start, end, lambda name: known.get(name, MISSING))


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("name", "web"),
        (" name ", "web"),
        ("port", "8080"),
        ("hosts[1]", "b"),
        ("db.host", "db-1"),
        ("db.pool.size", "5"),
        ("db['host']", "db-1"),
        ("users[0].keys[1]", "k2"),
        ("users[hosts?size!0]!'none'", "none"),
        ("ec2.zone", "eu-1"),
        ("odd-key", "odd"),
        ("nope!'x'", "x"),
        ('nope!"}"', "}"),
        ("nope!", ""),
        ("nope!name", "web"),
        ("nope!other!'last'", "last"),
        ("empty!'x'", ""),
        ("nothing!'x'", "x"),
        ("db.nope!'x'", "x"),
        ("(db.nope.deeper)!'x'", "x"),
        ("nope??", "false"),
        ("name??", "true"),
        ("nothing??", "false"),
        ("(db.nope.deeper)??", "false"),
        ("!quiet", "true"),
        ("!nope??", "true"),
        ("port == 8080", "true"),
        ("port = 8080.0", "true"),
        ("name != 'web'", "false"),
        ("port > 80 && port <= 8080", "true"),
        ("port lt 80 || port gte 9000", "false"),
        ("(port lt 80 || debug) && !quiet", "true"),
        ("quiet && nope", "false"),
        ("'a b/é'?url", "a%20b%2F%C3%A9"),
        ("hosts?size", "3"),
        ("hosts?has_content", "true"),
        ("nope?has_content", "false"),
        ("debug?c", "true"),
        (r"'it\'s'", "it's"),
    ],
)
def test_expressions(expression: str, value: str) -> None:
    text = f"({expression})?c" if value in ("true", "false") and not expression.endswith("?c") else expression
    assert filled(f"<{'${'}{text}{'}'}>") == f"<{value}>"


@pytest.mark.parametrize("expression", ["nope", "nope.name", "db.nope", "hosts[7]", "nope?url", "nothing", "nope == 1"])
def test_undefined_interpolations_are_left_as_they_are(expression: str) -> None:
    """S99: undefined differs from empty."""
    template = f"a ${{{expression}}} b"
    assert filled(template) == template


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("HOME:-/root", "at ':'"),
        ("name + debug", "a boolean is written as text"),
        ("debug", "?string('yes', 'no')"),
        ("hosts", "use ?join"),
        ("name * 2", "calculates with a text"),
        ("1 / 0", "divided by zero"),
        ("(port", "at its end"),
        ("port)", "at ')'"),
        ("port name", "at 'name'"),
        ("db.", "at its end"),
        ("name?upperCase", "write ?upper_case"),
        ("name?eval", "run code"),
        ("name.substring(1)", "method"),
        (".now", ".now"),
        ("port == 'x'", "different kinds"),
        ("db lt db", "no order"),
        ("name.length", "'length'"),
        ("port?size", "of the wrong type"),
        ("!name", "not a boolean"),
        ("nope && debug", "undefined"),
        ("(" * 100_000, "nested"),
    ],
)
def test_invalid_expressions(expression: str, text: str) -> None:
    with pytest.raises(TemplateError) as caught:
        filled(f"${{{expression}}}")
    assert text in str(caught.value)


def test_other_delimiters() -> None:
    """S100."""
    assert filled("export HOME=${HOME:-x} NAME=##name## #", "##", "##") == "export HOME=${HOME:-x} NAME=web #"
    assert filled("[[name]] [[ 'a]' ]]", "[[", "]]") == "web a]"
    assert filled("######\n## ", "##", "##") == "######\n## "


@pytest.mark.parametrize("text", ["", "plain", "$ {name}", "it's $", "a}b", "<# if>", "<#1>", "<p>", "# {name}"])
def test_text_is_left_as_it_is(text: str) -> None:
    assert filled(text) == text


def test_conditions() -> None:
    template = "<#if port == 80>a<#elseif nope??>b<#elseif (port > 8000)>c<#else>d</#if>"
    assert filled(template) == "c"
    assert filled(template, port=80) == "a"
    assert filled(template, port=81, nope=1) == "b"
    assert filled(template, port=81) == "d"
    assert filled("<#if quiet>x</#if>") == ""
    assert filled("<#if debug><#if quiet>a<#else>${name}</#if></#if>") == "web"
    assert filled("<#if name != '>'>x</#if>") == "x"


def test_lists() -> None:
    assert filled("<#list hosts as host>${host_index}=${host}<#if host_has_next>, </#if></#list>") == "0=a, 1=b, 2=c"
    nested = "<#list users as user>${user.name}:<#list user.keys![] as key>${key} </#list></#list>"
    assert filled(nested) == "ann:k1 k2 bob:"
    assert filled("<#list hosts as host></#list>${host!'gone'}") == "gone"


def test_lines_with_only_a_directive_are_removed() -> None:
    template = (
        "begin\n  <#list hosts as host>\nserver ${host}\n  </#list>\n<#-- a\ncomment -->\nend <#if debug>x</#if>\n"
    )
    assert filled(template) == "begin\n  server a\nserver b\nserver c\nend x\n"


def test_text_that_is_not_parsed() -> None:
    assert filled("<#noparse>${name} <#if></#noparse>${name}") == "${name} <#if>web"
    assert filled("<#-- ${nope?x} <#if> -->${name}") == "web"


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("<#macro m>", "<#macro> (write its content where it is used)"),
        ("<#include 'x'>", "<#include>"),
        ("<@m/>", "macro"),
        ("</@m>", "closes no block"),
        ("#{port}", "write ${...}"),
        ("<#break>", "must be in a <#list>"),
        ("${}", "is invalid at its end"),
        ("${name", "has no end"),
        ("it's ${'", "has no end"),
        ("<#--", "has no end"),
        ("<#if debug", "has no end"),
        ("<#if quiet>${port port}</#if>", "is invalid at 'port'"),
        ("<#if debug>x", "<#if debug> is not closed"),
        ("<#if debug>x</#list>", "<#if debug> is not closed"),
        ("<#if debug>x<#else>y<#else>z</#if>", "<#if debug> is not closed"),
        ("<#list hosts as host>x", "<#list hosts as host> is not closed"),
        ("<#list hosts>x</#list>", "must have the form"),
        ("x</#if>", "</#if> closes no block"),
        ("<#else>", "<#else> closes no block"),
        ("<#if name>x</#if>", "'web' is not a boolean"),
        ("<#if nope>x</#if>", "a condition is undefined"),
        ("<#if>x</#if>", "is invalid at its end"),
        ("<#list name as x></#list>", "'name' is not a list"),
        ("<#list nope as x></#list>", "'nope' is undefined"),
        ("<#if debug>" * 5000, "nested too deeply"),
    ],
)
def test_invalid_templates(template: str, text: str) -> None:
    with pytest.raises(TemplateError) as caught:
        filled(template)
    assert text in str(caught.value)


def test_numbers_are_grouped_on_request() -> None:
    def grouped(template: str) -> str:
        return render_template(template, "${", "}", lambda name: VALUES.get(name, MISSING), grouped_numbers=True)

    assert grouped("${port} ${port?c} ${1234.5678} ${'p' + port}") == "8,080 8080 1,234.568 p8,080"
    assert filled("${port} ${1234.5678}") == "8080 1234.5678"


@pytest.mark.parametrize("size", [1, 2, 3, 100])
@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        (b"", False),
        (b"plain", False),
        (b"# ${", True),
        ("é ${name} é".encode(), True),
        ("é $ {é}".encode(), False),
        (b"a<#if x>", True),
        (b"a</#if>", True),
        (b"a</ #if> < #if x>", False),
        (b"${name} \xff", False),
        ("${name} é".encode()[:-1], False),
    ],
)
def test_a_template_is_recognized_in_any_pieces(content: bytes, size: int, is_one: bool) -> None:
    pieces = [content[start : start + size] for start in range(0, len(content), size)]
    assert is_template(pieces, "${") == is_one


@pytest.mark.parametrize("start", ["<", "[[[[", "\ud800"])
def test_templates_with_other_delimiters(start: str) -> None:
    assert not is_template([b"${name}", b"[[[", b"x"], start)
    assert is_template([b"[[", b"[[", b"<"], start) == (start != "\ud800")
