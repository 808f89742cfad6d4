"""The behaviours of the sandbox that rest on evidence, on a conclusion, or on nothing."""

from __future__ import annotations

from typing import Final, Literal

from attrs import frozen

#: How well a behaviour of the real server is known.
Confidence = Literal["seen", "inferred", "invented"]


@frozen
class Behaviour:
    """A behaviour of the sandbox.

    Attributes:
        id: The name: a tag of the schema, or a subject, and a word after a dot.
        text: What the sandbox does.
        confidence: "seen" if a fact states it, "inferred" if it follows from facts, "invented" if nothing shows it.
        facts: The numbers of the facts behind it.
        question: The number of the open question that it settles on its own, or "".
        switch: The option of the sandbox that changes it, or "".
    """

    id: str
    text: str
    confidence: Confidence
    facts: tuple[str, ...] = ()
    question: str = ""
    switch: str = ""


def seen(name: str, text: str, *facts: str, question: str = "") -> Behaviour:
    """Return a behaviour that facts state."""
    return Behaviour(name, text, "seen", facts, question)


def inferred(name: str, text: str, *facts: str, question: str = "") -> Behaviour:
    """Return a behaviour that follows from facts, or from how clients use the server."""
    return Behaviour(name, text, "inferred", facts, question)


def invented(name: str, text: str, question: str, *, switch: str = "", facts: tuple[str, ...] = ()) -> Behaviour:
    """Return a behaviour that nothing shows; the question says what is unknown."""
    return Behaviour(name, text, "invented", facts, question, switch)


#: The prefixes of behaviours that concern several resources.
COMMON: Final = ("bodies", "changes-of-hosts", "credentials", "errors", "lists", "rights", "settings", "templates")
