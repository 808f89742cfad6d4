"""The catalogue of behaviours, the code that notes them, and the pages about them agree."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import comodit_client.sandbox
from comodit_client.sandbox.parity.__main__ import main
from comodit_client.sandbox.parity.behaviours import COMMON
from comodit_client.sandbox.parity.catalogue import BEHAVIOURS
from comodit_client.sandbox.parity.facts import INFERRED, OPEN
from comodit_client.sandbox.parity.operations import known_operations
from comodit_client.sandbox.parity.page import parity_page
from comodit_client.sandbox.parity.questions import QUESTIONS
from comodit_client.sandbox.schema import load_schema

ROOT = Path(__file__).parents[3]
SANDBOX = Path(comodit_client.sandbox.__file__).parent
FACTS = (ROOT / "docs" / "reference" / "server-facts.md").read_text(encoding="utf-8")
ID = re.compile(r"[a-z_-]+\.[a-z-]+")
#: The functions that take the name of a behaviour.
TAKING = {"note", "conflict", "ensure_unused", "ApiError"}


def noted() -> Iterator[str]:
    """Yield the names of behaviours in the code of the sandbox."""
    for path in SANDBOX.rglob("*.py"):
        if path.parent.name != "parity":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                yield from named(node)


def named(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call):
        function = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if function in TAKING:
            arguments = [*node.args, *(keyword.value for keyword in node.keywords)]
            yield from (found for argument in arguments for found in constants(argument))
    elif isinstance(node, ast.FunctionDef) and node.name == "behaviours_of":
        yield from constants(node)


def constants(node: ast.AST) -> Iterator[str]:
    """Yield the texts in an expression that have the form of a name; an f-string has none."""
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and ID.fullmatch(part.value):
            yield part.value


def test_all_behaviours_are_noted_and_all_notes_are_behaviours() -> None:
    assert sorted(set(noted())) == sorted(BEHAVIOURS)


def test_behaviours_refer_to_what_exists() -> None:
    facts = set(re.findall(r"\*\*(S\d+)\*\*", FACTS)) | {"S142"}
    tags = {operation.tag for operation in known_operations(load_schema())} | set(COMMON)
    options = (ROOT / "docs" / "how-to" / "the-sandbox.md").read_text(encoding="utf-8")
    for name, behaviour in BEHAVIOURS.items():
        assert ID.fullmatch(name)
        assert name.partition(".")[0] in tags
        assert set(behaviour.facts) <= facts, name
        assert behaviour.question in ("", *QUESTIONS)
        assert not behaviour.switch or f"| `{behaviour.switch}` |" in options


def test_the_confidence_decides_what_a_behaviour_has() -> None:
    for name, behaviour in BEHAVIOURS.items():
        if behaviour.confidence == "seen":
            assert set(behaviour.facts) - INFERRED - OPEN, f"{name} has no fact that was seen"
        elif behaviour.confidence == "inferred":
            assert behaviour.facts, f"{name} has no fact to infer it from"
        else:
            assert behaviour.question, f"{name} has no question"


def test_each_question_has_a_behaviour_and_listed_with_the_facts() -> None:
    assert {behaviour.question for behaviour in BEHAVIOURS.values()} - {""} == set(QUESTIONS)
    assert list(QUESTIONS) == [f"Q{number}" for number in range(1, len(QUESTIONS) + 1)]
    listed = re.findall(r"^- \*\*(Q\d+)\*\* (.+?)\.(?=\n(?:- |\Z)|\Z)", FACTS, re.MULTILINE | re.DOTALL)
    texts = {number: " ".join(text.split()) for number, text in listed}
    assert texts == {number: text[0].upper() + text[1:] for number, text in QUESTIONS.items()}


def test_the_confidence_of_the_facts_is_that_of_their_page() -> None:
    def marked(word: str) -> set[str]:
        return set(re.findall(rf"\*\*(S\d+)\*\* \({word}\)", FACTS))

    assert marked("inferred") == INFERRED
    assert marked("open") == OPEN


def test_the_page_is_the_one_that_the_command_writes(tmp_path: Path, capsys) -> None:
    assert main(["--output", str(tmp_path / "page.md")]) == 0
    written = (tmp_path / "page.md").read_bytes()
    assert written == (ROOT / "docs" / "reference" / "parity.md").read_bytes(), (
        "run python -m comodit_client.sandbox.parity --output docs/reference/parity.md"
    )
    assert main([]) == 0
    assert capsys.readouterr().out.encode() == written


def test_an_operation_is_as_well_known_as_its_best_fact() -> None:
    def confidence(**members: object) -> str:
        operation = {"operationId": "hosts.get", "tags": ["hosts"], **members}
        (known,) = known_operations({"paths": {"/hosts": {"get": operation}}})
        return known.confidence

    assert confidence(**{"x-source": ["S1", "S8", "core"]}) == "seen"
    assert confidence(**{"x-source": ["S1"], "x-confidence": "inferred"}) == "inferred"
    assert confidence(**{"x-source": ["S8", "S144"]}) == "inferred"
    assert confidence(**{"x-source": ["core"]}) == "inferred"
    assert confidence(**{"x-source": []}) == "invented"


def test_the_page_has_each_operation_and_each_behaviour_once() -> None:
    document = load_schema()
    page = parity_page(document)
    rows = Counter(re.findall(r"^\| `([\w.-]+)` \|", page, re.MULTILINE))
    assert rows == Counter(operation.id for operation in known_operations(document)) + Counter(list(BEHAVIOURS))
