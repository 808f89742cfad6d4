"""Properties of the conversion: what the sandbox renders, the converted template renders to the same text."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from comodit_client.freemarker.errors import TemplateError
from tests.ansible.templates.grammar import DELIMITERS, Grammar, host_settings
from tests.ansible.templates.rendering import Keys, converted, hosts, in_jinja, in_sandbox

EXAMPLES = 300


@settings(max_examples=EXAMPLES)
@given(st.randoms(use_true_random=True), st.sampled_from(DELIMITERS), st.booleans())
def test_what_the_sandbox_renders_is_rendered_alike(random: Random, delimiters: tuple[str, str], typed: bool) -> None:
    values = host_settings(random)
    optional = frozenset(key for key in [*values, "c"] if random.random() < 0.3)
    template = Grammar(random, *delimiters).template(1)
    keys = Keys(values, optional, typed)
    result = converted(template, keys, *delimiters)
    for host in hosts(values, optional):
        try:
            expected = in_sandbox(template, host, *delimiters)
        except TemplateError:
            continue
        assert in_jinja(result.text, host, keys) == expected, (template, result.text)


def test_enough_random_templates_are_rendered() -> None:
    """Otherwise the property would say little."""
    rendered = 0
    for seed in range(EXAMPLES):
        random = Random(seed)
        values = host_settings(random)
        try:
            in_sandbox(Grammar(random, "${", "}").template(1), values)
        except TemplateError:
            continue
        rendered += 1
    assert rendered > EXAMPLES // 3


@given(st.text(st.characters(codec="utf-8", exclude_characters="{<$\r")))
def test_text_without_anything_special_is_unchanged(text: str) -> None:
    result = converted(text, Keys({}))
    assert (result.text, result.variables, result.problems) == (text, frozenset(), ())


@given(st.text(st.sampled_from("{}%#\r\n-+ a'\"\\")))
def test_marks_of_jinja_are_text(text: str) -> None:
    keys = Keys({})
    assert in_jinja(converted(text, keys).text, {}, keys) == text
