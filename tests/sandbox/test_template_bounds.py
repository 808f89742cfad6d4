"""The bounds of the template engine: no template takes quadratic time to read, or endless work to render."""

from __future__ import annotations

import pytest

from comodit_client.freemarker import whitespace
from comodit_client.freemarker.errors import TemplateError
from comodit_client.freemarker.scanning import split_template
from comodit_client.sandbox.templating.scopes import MISSING
from comodit_client.sandbox.templating.templates import render_template

N = 200_000
#: Enough for any budget to run out.
MANY = 50_000
VALUES = {"items": [1] * 100, "text": "x" * 1_000_000, "nested": [["a" * 50] * 100] * 1000, "yes": True}


def filled(template: str, start: str = "${", end: str = "}") -> str:
    return render_template(template, start, end, lambda name: VALUES.get(name, MISSING))


def loops(depth: int, body: str) -> str:
    return "<#list items as i>" * depth + body + "</#list>" * depth


@pytest.mark.parametrize(
    "template",
    [
        "${" * N,
        "${ " + "'\"" * N,
        ("${'" + '"') * N,
        "<#--" * N,
        "<#if " * N,
        "<#if (" * N,
        '<#if ("' * N,
        "</#if " * N,
        ("</#if" + " " * 50) * N,
        "<#if\n" * N,
    ],
    ids=range(10),
)
def test_text_that_begins_like_a_template_is_read_in_linear_time(template: str) -> None:
    with pytest.raises(TemplateError):
        filled(template)


@pytest.mark.parametrize(
    "piece", ["<#-- --> ", "<#if yes> </#if>", "a<#t>", "a<#nt>", " <#rt>", "<#assign x=1> ", "<#lt>\n"]
)
def test_white_space_is_stripped_in_linear_time(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line with many tags is not read again for each of them."""
    reads = 0
    keeps = whitespace._Leaf._keeps

    def counted(leaf: object, text: str) -> bool:
        nonlocal reads
        reads += 1
        return keeps(leaf, text)

    monkeypatch.setattr(whitespace._Leaf, "_keeps", counted)
    content = piece * 2000
    whitespace.strip_white_space(content, list(split_template(content, "${", "}")))
    assert reads <= 3 * 2 * 2000


@pytest.mark.parametrize(("start", "end"), [("##", "##"), ("[[", "]]"), ("${", ""), ("x", "}")])
def test_delimiters_without_an_end_are_read_in_linear_time(start: str, end: str) -> None:
    template = start * 2 * N
    assert filled(template, start, end) == template


@pytest.mark.parametrize(
    ("template", "text"),
    [
        (loops(6, "x"), "steps"),
        (loops(6, ""), "steps"),
        (loops(50, "x"), "nested too deeply"),
        (loops(4, "${nope}"), "steps"),
        (loops(4, "<#if nested == nested></#if>"), "steps"),
        (loops(4, "<#if text == text></#if>"), "steps"),
        (loops(4, "<#if text?url == 'x'></#if>"), "steps"),
        (loops(4, f"<#if {' && '.join(['(yes && yes)'] * 200)}></#if>"), "steps"),
        (loops(2, "${text}"), "characters"),
        ("<#if yes></#if>" * MANY, "steps"),
        ("${yes}" * MANY, "steps"),
        ("".join(f"${{v{number}}}" for number in range(MANY)), "steps"),
        (f"${{a{'.b' * MANY}}}", "parts"),
        (f"${{yes{' || yes' * MANY}}}", "nested too deeply"),
        (f"${{{'!' * MANY}yes}}", "nested too deeply"),
        (f"${{items{'[0]' * MANY}}}", "nested too deeply"),
        (f"${{items{'!items' * MANY}}}", "nested too deeply"),
        ("<#if yes>" * MANY + "</#if>" * MANY, "steps"),
        (f"<#list items{' ' * MANY}x></#list>", "must have the form"),
        (f"${{{'9' * 5000}}}", "too large"),
        (f"${{{'9' * 400}.5}}", "too large"),
        ("<#list 1..999999999 as i></#list>", "steps"),
        ("<#assign x='ab'><#list 1..99 as i><#assign x = x + x></#list>", "steps"),
        ("<#assign x=[1]><#list 1..99 as i><#assign x = x + x></#list>", "steps"),
        ("<#assign x='ab'><#list 1..99 as i><#assign x>${x}${x}</#assign></#list>", "steps"),
        ("<#assign x='ab'><#list 1..99 as i><#assign x = '${x}${x}'></#list>", "steps"),
        ("<#assign x='ab'><#list 1..99 as i><#assign x = x?replace('a', x)></#list>", "steps"),
        ("<#assign x=9><#list 1..99 as i><#assign x = x * x></#list>", "digits"),
        ("${'a'?left_pad(999999999)}", "steps"),
        ("${[1]?chunk(999999999, 0)?size}", "steps"),
        ("${items?join(text)}", "steps"),
        (loops(4, "<#assign y = items?sort>"), "steps"),
        ("${'1'?number?string('0." + "0" * 5000 + "')}", "too many places"),
        ("${text * 1000000}", "calculates with a text"),
    ],
    ids=range(34),
)
def test_a_template_that_takes_too_much_work_is_rejected(template: str, text: str) -> None:
    with pytest.raises(TemplateError) as caught:
        filled(template)
    assert text in str(caught.value)


def test_what_real_templates_need_is_far_from_the_bounds() -> None:
    assert filled(loops(2, "${i},")).count("1,") == 10_000
    assert filled(f"{'x' * 10_000_000}${{yes?c}}").endswith("xtrue")
    assert filled("${123456789012345678901234567890}") == "123456789012345678901234567890"


def test_an_expensive_file_of_a_host_is_an_error_of_the_request(api) -> None:
    path = f"{api.host(applications=['Wordpress'])}/applications/Wordpress/files/wp-config.php"
    api("POST", f"{api.O}/settings", {"key": "items", "value": [1] * 100})
    api.upload(f"{api.O}/applications/Wordpress/files/wp-config.php/content", loops(6, "x").encode())
    assert "steps" in api("GET", path, status=400)["error"][0]
    assert "steps" in api("GET", f"{path}/link", status=400)["error"][0]


def test_a_message_about_a_template_is_short(api) -> None:
    path = f"{api.host(applications=['Wordpress'])}/applications/Wordpress/files/wp-config.php"
    api.upload(f"{api.O}/applications/Wordpress/files/wp-config.php/content", b"${" + b"~" * 100_000 + b"}")
    assert len(api("GET", path, status=400)["error"][0]) < 1000


def test_text_that_is_no_unicode_is_rendered_with_question_marks(api) -> None:
    path = f"{api.host(applications=['Wordpress'])}/applications/Wordpress/files/wp-config.php"
    response = api.client.post(
        f"{api.O}/settings",
        content=rb'{"key": "half", "value": "\ud800"}',
        headers={"Content-Type": "application/json"},
    )
    assert response.status_code == 200
    api.upload(f"{api.O}/applications/Wordpress/files/wp-config.php/content", b"${half} ${half?url}")
    assert api("GET", path) == b"? %3F"
