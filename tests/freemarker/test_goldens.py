"""The template engine writes what the real FreeMarker writes, byte for byte."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from comodit_client.freemarker.errors import TemplateError
from comodit_client.freemarker.vocabulary import BUILT_INS, DIRECTIVES, LOOP_BUILT_INS, OLD_BUILT_INS
from comodit_client.sandbox.templating import built_ins
from comodit_client.sandbox.templating.scopes import MISSING
from comodit_client.sandbox.templating.templates import render_template
from tests.freemarker.goldens.cases import CASES, MODEL

FOLDER = Path(__file__).parent / "goldens"
GOLDENS: list[dict[str, Any]] = json.loads((FOLDER / "goldens.json").read_text(encoding="utf-8"))
#: What the engine accepts and the sandbox does not, with the sandbox's message.
REJECTED: dict[str, str] = json.loads((FOLDER / "rejected.json").read_text(encoding="utf-8"))
#: Templates that the sandbox renders and the engine rejects, with the output and the reason.
DIFFERENCES = {
    "${nope.name!'x'}": ("x", "nope.name may be the key of a setting, so it is a name, and not a member of nothing"),
    "${nope.x?has_content?c}": ("false", "nope.x may be the key of a setting"),
    "${name-x}": ("${name-x}", "both operands are read before their types are checked, and x is undefined"),
    "<#list gaps as x>${x}</#list>": ("x${x}y", "an undefined value stays as it is written"),
}


def rendered(template: str, grouped: bool) -> str | None:
    try:
        return render_template(template, "${", "}", lambda name: MODEL.get(name, MISSING), grouped)
    except TemplateError:
        return None


def stays(golden: dict[str, Any]) -> bool:
    """Return whether the engine rejects an undefined value, which the sandbox leaves as it is written (S99)."""
    return golden["output"] is None and golden["error"].startswith("InvalidReferenceException")


@pytest.mark.parametrize("grouped", [False, True], ids=["plain", "grouped"])
def test_the_output_is_that_of_the_engine(grouped: bool) -> None:
    wrong = []
    for golden in GOLDENS:
        template = golden["template"]
        wanted = golden.get("grouped", golden["output"]) if grouped else golden["output"]
        found = rendered(template, grouped)
        if template in DIFFERENCES:
            assert (wanted, found) == (None, DIFFERENCES[template][0])
        elif template not in REJECTED and found != wanted and not (stays(golden) and found == template):
            wrong.append((template, wanted, found))
    assert not wrong


def test_what_only_the_sandbox_rejects_is_listed_with_its_message() -> None:
    found = {}
    for golden in GOLDENS:
        try:
            render_template(golden["template"], "${", "}", lambda name: MODEL.get(name, MISSING))
        except TemplateError as error:
            if golden["output"] is not None:
                found[golden["template"]] = str(error)
    assert found == REJECTED


def test_the_goldens_are_those_of_the_cases() -> None:
    assert [golden["template"] for golden in GOLDENS] == CASES
    assert len(CASES) > 1000


@pytest.mark.parametrize("name", sorted(BUILT_INS | LOOP_BUILT_INS | OLD_BUILT_INS))
def test_each_built_in_has_a_golden(name: str) -> None:
    assert any(
        golden["output"] is not None and golden["template"] not in REJECTED and _uses(golden["template"], name)
        for golden in GOLDENS
    )


def _uses(template: str, name: str) -> bool:
    return any(part.startswith(name) and not part[len(name) :][:1].isidentifier() for part in template.split("?")[1:])


@pytest.mark.parametrize("name", sorted(DIRECTIVES))
def test_each_directive_has_a_golden(name: str) -> None:
    marks = [f"<#{name}{end}" for end in " >/\n"]
    assert any(golden["output"] is not None and any(mark in golden["template"] for mark in marks) for golden in GOLDENS)


def test_each_built_in_of_the_parser_is_implemented() -> None:
    assert set(built_ins.BUILT_INS) | {"then", "switch"} == set(BUILT_INS)


def test_the_real_engine_is_stricter_only_where_it_is_documented() -> None:
    """An error of the engine is never output of the sandbox, except an undefined value."""
    lenient = {
        golden["template"]
        for golden in GOLDENS
        if golden["output"] is None and not stays(golden) and rendered(golden["template"], grouped=False) is not None
    }
    assert lenient <= set(DIFFERENCES)
