"""The syntax tree of templates."""

from __future__ import annotations

from attrs import frozen

from comodit_client.freemarker.nodes import Expression
from comodit_client.freemarker.scanning import Tag


@frozen
class Text:
    """Text that is written as it is. Lines with only a tag are not in it.

    Attributes:
        content: The text.
    """

    content: str


@frozen
class Comment:
    """A comment.

    Attributes:
        tag: The comment; its arguments are the text in it.
    """

    tag: Tag


@frozen
class Interpolation:
    """An interpolation. It is not parsed, since it may be the key of a setting instead of an expression.

    Attributes:
        source: The interpolation with its delimiters.
        inside: The text between them, without white space around it.
        start: The place in the template.
    """

    source: str
    inside: str
    start: int


@frozen
class Branch:
    """A branch of a condition.

    Attributes:
        tag: The tag before the branch.
        condition: The condition, or None after `else`.
        body: The pieces of the branch.
    """

    tag: Tag
    condition: Expression | None
    body: tuple[Piece, ...]


@frozen
class If:
    """A condition with its branches.

    Attributes:
        branches: The branches; the first whose condition is true is written.
        closing: The closing tag.
    """

    branches: tuple[Branch, ...]
    closing: Tag


@frozen
class Loop:
    """A loop: `<#list hosts as host>`.

    Attributes:
        tag: The tag before the body.
        source: The text of the list's expression.
        items: The list.
        variable: The name of the loop variable.
        body: The pieces that are written for each element.
        closing: The closing tag.
    """

    tag: Tag
    source: str
    items: Expression
    variable: str
    body: tuple[Piece, ...]
    closing: Tag


@frozen
class Invalid:
    """A piece with an error. Only a tolerant parser returns it.

    Attributes:
        start: The place in the template.
        end: The place after it.
        reason: The error.
    """

    start: int
    end: int
    reason: str


#: A piece of a template.
Piece = Text | Comment | Interpolation | If | Loop | Invalid
