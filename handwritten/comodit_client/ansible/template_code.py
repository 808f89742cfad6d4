"""Pieces of Jinja2 expressions, with what is known about their values.

A value that is undefined in FreeMarker is either undefined or none in Jinja2.
"""

from __future__ import annotations

from enum import IntEnum
from types import NoneType

from attrs import evolve, frozen

#: Characters that a text in quotes needs as escapes.
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_FIRST_PRINTABLE = 32


#: The types that Jinja2 and FreeMarker print alike.
PLAIN = frozenset({str, int})


class Level(IntEnum):
    """How strongly an expression binds: one of a lower level needs parentheses in one of a higher level."""

    IF = 0
    OR = 1
    AND = 2
    NOT = 3
    COMPARISON = 4
    TEST = 5
    FILTER = 6
    OPERAND = 7


@frozen
class Code:
    """A Jinja2 expression.

    Attributes:
        text: The expression.
        level: How strongly it binds.
        kinds: The types that its value may have; empty if unknown.
        undefined: Whether it may be undefined.
        null: Whether it may be none.
        guard: A condition without which FreeMarker reports an undefined value, or None if it never does.
        harmless: Whether the expression is undefined or none, and not an error, if the guard is false.
        path: The key of the value, with members and elements; empty if it has none.
        choice: The test whether the value is there, and the value if it is, where both are shorter than the text.
    """

    text: str
    level: Level = Level.OPERAND
    kinds: frozenset[type] = frozenset()
    undefined: bool = False
    null: bool = False
    guard: Code | None = None
    harmless: bool = True
    path: str = ""
    choice: tuple[Code, Code] | None = None

    @property
    def may_be_missing(self) -> bool:
        """Whether the value may be undefined or none."""
        return self.undefined or self.null

    def at(self, level: Level) -> str:
        """Return the text, in parentheses if it binds less than the level."""
        return self.text if self.level >= level else f"({self.text})"


TRUE = Code("true", kinds=frozenset({bool}))
NONE = Code("none", kinds=frozenset({NoneType}), null=True)


def quoted(text: str) -> Code:
    """Return a text in quotes."""
    quote = '"' if "'" in text and '"' not in text else "'"
    escapes = _ESCAPES | {quote: f"\\{quote}"}
    escaped = "".join(
        escapes.get(char) or (f"\\x{ord(char):02x}" if ord(char) < _FIRST_PRINTABLE else char) for char in text
    )
    return Code(f"{quote}{escaped}{quote}", kinds=frozenset({str}))


def condition(text: str, level: Level, guard: Code | None = None) -> Code:
    """Return an expression whose value is a boolean."""
    return Code(text, level, frozenset({bool}), guard=guard, harmless=guard is None)


def exists(code: Code) -> Code:
    """Return the test whether a value is there."""
    if code.choice:
        return code.choice[0]
    return _tested(code, "is defined", "is not none") if code.may_be_missing else TRUE


def present(code: Code) -> Code:
    """Return a value at a place where it is there."""
    value = code.choice[1] if code.choice else code
    return evolve(value, undefined=False, null=False, kinds=value.kinds - {NoneType})


def missing(code: Code) -> Code:
    """Return the test whether a value is missing that may be."""
    return _tested(code, "is undefined", "is none")


def _tested(code: Code, if_undefined: str, if_null: str) -> Code:
    operand = code.at(Level.FILTER)
    if not code.null:
        return condition(f"{operand} {if_undefined}", Level.TEST)
    # Ansible reports an undefined value that any other test than "defined" reads.
    return condition(f"{operand}{' | default(none)' if code.undefined else ''} {if_null}", Level.TEST)


def negate(code: Code) -> Code:
    """Return the negation of a condition."""
    return condition(f"not {code.at(Level.NOT)}", Level.NOT)


def all_of(*conditions: Code | None) -> Code | None:
    """Return the conjunction of conditions, or None if it always holds."""
    parts = list({part.text: part for part in conditions if part is not None and part != TRUE}.values())
    if len(parts) <= 1:
        return parts[0] if parts else None
    return condition(" and ".join(part.at(Level.AND) for part in parts), Level.AND)


def any_of(one: Code, other: Code | None) -> Code | None:
    """Return the disjunction of conditions, or None if it always holds."""
    if other is None or TRUE in (one, other):
        return None
    return condition(f"{one.at(Level.OR)} or {other.at(Level.OR)}", Level.OR)


def choose(test: Code | None, then: Code, otherwise: Code) -> Code:
    """Return one of two values.

    Args:
        test: The condition, or None if it always holds.
        then: The value if it holds.
        otherwise: The value if it does not.
    """
    if test is None or test == TRUE:
        return then
    guard = all_of(any_of(negate(test), then.guard), any_of(test, otherwise.guard))
    return Code(
        f"{then.at(Level.FILTER)} if {test.at(Level.OR)} else {otherwise.text}",
        Level.IF,
        kinds=then.kinds | otherwise.kinds if then.kinds and otherwise.kinds else frozenset(),
        undefined=then.undefined or otherwise.undefined,
        null=then.null or otherwise.null,
        guard=guard,
        harmless=(then.harmless and otherwise.harmless) or guard is None,
    )


def existing_or(code: Code, otherwise: Code) -> Code:
    """Return a value, or another one if it is missing."""
    known = present(code)
    if not code.may_be_missing:
        return known
    if code.null or otherwise.may_be_missing or otherwise.guard or otherwise.level < Level.FILTER:
        return choose(exists(code), known, otherwise)
    kinds = known.kinds | otherwise.kinds if known.kinds else known.kinds
    return evolve(
        known, text=f"{code.at(Level.FILTER)} | default({otherwise.text})", level=Level.FILTER, kinds=kinds, path=""
    )


def shown(code: Code, kinds: frozenset[type]) -> Code:
    """Return the text of a value: a text as it is, a number without a fraction of zero, anything else as JSON.

    Args:
        code: The value.
        kinds: The types that it may have; empty if unknown.
    """
    if kinds and kinds <= PLAIN:
        return code
    as_json = Code(f"{code.at(Level.FILTER)} | to_json", Level.FILTER)
    if not kinds or float in kinds:
        as_json = Code(f"({as_json.text}).removesuffix('.0')")
    if kinds and str not in kinds:
        return as_json
    is_text = condition(f"{code.at(Level.FILTER)} is string", Level.TEST)
    return choose(is_text, code, as_json)
