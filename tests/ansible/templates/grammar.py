"""Random templates of the supported grammar, and random settings for them."""

from __future__ import annotations

from random import Random
from typing import Any

from attrs import frozen

KEYS = ["a", "b", "c", "a.b", "a.b.c", "x", "d-e", "items", "x_index", "items.b"]
MEMBERS = ["b", "c", "name", "items", "keys", "_x"]
PIECES = [
    *("t", "é", "'", '"', "\\", "$", "#jinja2:", "-", "+"),
    *("{{", "{", "{%", "{#", "#}", "%}", "}}"),
    *("\n", "\n\n", " ", "\r\n", "a\n", "\r"),
]
SPACES = ["", "", "", "\n", "\n", "  ", "\r\n", "  \n"]
DELIMITERS = [("${", "}"), ("##", "##"), ("[[", "]]"), ("@{", "}"), ("{{", "}}")]
CONSTANTS = ["'b'", "''", '"q"', "'t '", "0", "1", "2.0", "007", "true", "false", r"'\''", r"'\\n'"]
BUILT_INS = ["c", "size", "url", "has_content"]
OPERATORS = ["==", "!=", "lt", "lte", "=", "gt"]
TEXTS = [*PIECES, "", "b", "a/b ü", "x y"]


@frozen
class Grammar:
    """Writes templates.

    Attributes:
        random: The source of choices.
        start: The start delimiter.
        end: The end delimiter.
        variables: The loop variables at the place.
    """

    random: Random
    start: str
    end: str
    variables: tuple[str, ...] = ()

    def template(self, depth: int = 0) -> str:
        return "".join(self._piece(depth) for _ in range(self.random.randint(0, 4)))

    def name(self) -> str:
        own = [variable + suffix for variable in self.variables for suffix in ("", "", "", "_index", "_has_next")]
        return self.random.choice([*(key for key in KEYS if "-" not in key), "nope", *own, *own])

    def condition(self) -> str:
        name, kind = self.name(), self.random.randrange(6)
        if kind < 4:
            return [f"{name}??", f"{name}?has_content", f"({name} == 1)!true", f"({self.expression(2)})??"][kind]
        return self.expression(1)

    def expression(self, depth: int = 0) -> str:
        kind = self.random.randrange(15 if depth < 3 else 4)
        if kind < 4:
            return self.random.choice([self.name(), self.name(), self.random.choice(CONSTANTS)])
        left = self.expression(depth + 1) if self.random.random() < 0.5 else self.name()
        if kind < 8:
            right = self.expression(depth + 1)
            pick = self.random.choice
            return pick(
                [
                    f"{left} {pick(OPERATORS)} {right}",
                    f"{left} {pick(['&&', '||'])} {right}",
                    f"({left})!{right}",
                    f"{self.name()}!{pick([right, ''])}",
                    f"{left}[{right}]",
                ]
            )
        return [
            f"{left}.{self.random.choice(MEMBERS)}",
            f"({left})",
            f"{left}??",
            f"({left})??",
            f"({left})?{self.random.choice(BUILT_INS)}",
            f"{left}?{self.random.choice(BUILT_INS)}",
            f"!{left}",
        ][kind - 8]

    def _piece(self, depth: int) -> str:
        pick = self.random.choice
        kind = self.random.randrange(10 if depth < 3 else 5)
        if kind < 3:
            return pick(PIECES)
        if kind < 5:
            inside = pick([self.expression(), self.name(), f" {self.name()} ", "d-e"])
            return f"{self.start}{inside}{self.end}"
        space, last = pick(SPACES), pick(SPACES)
        if kind == 5:
            return f"<#-- {pick(PIECES)} -->{space}"
        if kind == 6:
            return f"<#noparse>{self.template(depth + 1)}</#noparse>{space}"
        if kind == 7:
            return f"{space}<#if {self.condition()}>{space}{self.template(depth + 1)}{space}</#if>{last}"
        if kind == 8:
            parts = [f"{pick(SPACES)}{self.template(depth + 1)}{pick(SPACES)}" for _ in range(3)]
            return (
                f"<#if {self.condition()}>{parts[0]}<#elseif {self.condition()}>{parts[1]}<#else>{parts[2]}</#if>{last}"
            )
        variable = pick(["x", "y", "b", "loop", "a"])
        items = pick([self.name(), f"({self.expression()})"])
        inner = Grammar(self.random, self.start, self.end, (*self.variables, variable))
        return f"{pick(SPACES)}<#list {items} as {variable}>{space}{inner.template(depth + 1)}{space}</#list>{last}"


def value(random: Random, depth: int = 0) -> Any:
    """Return a value of a setting."""
    kind = random.randrange(9 if depth < 2 else 5)
    if kind < 5:
        return random.choice(
            [None, True, False, random.randint(-2, 3), random.choice([0.5, 2.0, 1234.5]), random.choice(TEXTS)]
        )
    if kind < 7:
        return [value(random, depth + 1) for _ in range(random.randint(0, 3))]
    return {name: value(random, depth + 1) for name in random.sample(MEMBERS, random.randint(0, 4))}


def host_settings(random: Random) -> dict[str, Any]:
    """Return the settings of a host."""
    return {key: value(random) for key in random.sample(KEYS, random.randint(0, len(KEYS)))}
