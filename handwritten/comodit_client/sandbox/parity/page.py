"""The parity page: what is known of each operation and behaviour of the sandbox."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from comodit_client.sandbox.parity.behaviours import COMMON, Behaviour
from comodit_client.sandbox.parity.catalogue import BEHAVIOURS
from comodit_client.sandbox.parity.operations import KnownOperation, known_operations
from comodit_client.sandbox.parity.questions import QUESTIONS

_INTRODUCTION: Final = """\
# Parity with the real server

Read how well each operation and behaviour of the sandbox is known of the real server.

This page is generated from the schema and from the catalogue of behaviours: run
`python -m comodit_client.sandbox.parity --output docs/reference/parity.md`. Numbers such as S47 refer to the
[facts about the server](server-facts.md). Numbers such as Q7 refer to the [open questions](#open-questions).
[See what is known of the real server](../how-to/sandbox-strict.md) shows how to use it in a test.

An operation has one of three levels of confidence:

- **Seen**: the schema cites at least one fact that was seen, and does not mark the operation as inferred.
- **Inferred**: the schema marks it as inferred, or cites only inferred facts, or only areas of the original client.
- **Invented**: the schema cites nothing.

A behaviour is seen if a fact states it, inferred if it follows from facts or from how clients use the server, and
invented if nothing shows it. In strict mode, the sandbox returns 501 instead of an invented behaviour.
"""
_LEVELS: Final = ("seen", "inferred", "invented")


def parity_page(document: Mapping[str, Any]) -> str:
    """Return the page as Markdown.

    Args:
        document: The schema.
    """
    operations = known_operations(document)
    parts = [_INTRODUCTION, *_counts(operations), *_questions(), *_several(), *_resources(operations)]
    return "\n".join(parts)


def _counts(operations: Iterable[KnownOperation]) -> Iterator[str]:
    of_operations = Counter(operation.confidence for operation in operations)
    of_behaviours = Counter(behaviour.confidence for behaviour in BEHAVIOURS.values())
    yield "## Counts\n"
    yield _row("", *(level.capitalize() for level in _LEVELS), "Total")
    yield _row(*["---"] * 5)
    for name, counter in (("Operations", of_operations), ("Behaviours", of_behaviours)):
        yield _row(name, *(str(counter[level]) for level in _LEVELS), str(counter.total()))


def _questions() -> Iterator[str]:
    yield "\n## Open questions\n"
    yield _row("Number", "What is unknown", "What the sandbox does", "Option")
    yield _row(*["---"] * 4)
    for number, text in QUESTIONS.items():
        found = [behaviour for behaviour in BEHAVIOURS.values() if behaviour.question == number]
        answers = " ".join(f"{behaviour.text} ({behaviour.confidence})" for behaviour in found)
        switches = ", ".join(dict.fromkeys(f"`{behaviour.switch}`" for behaviour in found if behaviour.switch))
        yield _row(number, f"{text[0].upper()}{text[1:]}", answers, switches)


def _several() -> Iterator[str]:
    yield "\n## Behaviours of several resources\n"
    yield from _behaviours(COMMON)


def _resources(operations: Iterable[KnownOperation]) -> Iterator[str]:
    yield "\n## Operations and behaviours by resource"
    for tag, members in groupby(operations, key=lambda operation: operation.tag):
        yield f"\n### {tag.replace('_', ' ').capitalize()}\n"
        yield _row("Operation", "Confidence", "Facts", "Original client")
        yield _row(*["---"] * 4)
        for member in members:
            yield _row(f"`{member.id}`", member.confidence, ", ".join(member.facts), ", ".join(member.areas))
        behaviours = list(_behaviours([tag]))
        if behaviours:
            yield "\n" + "\n".join(behaviours)
    yield ""


def _behaviours(subjects: Iterable[str]) -> Iterator[str]:
    wanted = set(subjects)
    found = [behaviour for name, behaviour in BEHAVIOURS.items() if name.partition(".")[0] in wanted]
    if found:
        yield _row("Behaviour", "Confidence", "Facts", "Question", "What the sandbox does")
        yield _row(*["---"] * 5)
    yield from map(_behaviour_row, found)


def _behaviour_row(behaviour: Behaviour) -> str:
    facts = ", ".join(behaviour.facts)
    return _row(f"`{behaviour.id}`", behaviour.confidence, facts, behaviour.question, behaviour.text)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
