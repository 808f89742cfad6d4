"""The nodes of expressions that are made of several values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from comodit_client.freemarker.nodes import Node


@frozen
class Joined:
    """A text with interpolations: `"${name}.conf"`.

    Attributes:
        operands: The parts of the text.
    """

    operands: tuple[Node, ...]


@frozen
class Sequence:
    """A list of values: `['a', 'b']`.

    Attributes:
        operands: The values.
    """

    operands: tuple[Node, ...]


@frozen
class Hash:
    """An object: `{'host': name, 'port': 80}`.

    Attributes:
        operands: The names and the values in turn.
    """

    operands: tuple[Node, ...]


@frozen
class Range:
    """A range of numbers: `1..3`, `0..<n`, `0..*n`, `1..`.

    Attributes:
        operator: The operator: .., ..< or ..*.
        operands: The first number, and the last number or the length unless the range has no end.
    """

    operator: str
    operands: tuple[Node, ...]
