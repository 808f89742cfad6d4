"""The syntax tree of templates."""

from __future__ import annotations

from attrs import frozen

from comodit_client.freemarker.nodes import Expression
from comodit_client.freemarker.scanning import Tag


@frozen
class Text:
    """Text that is written as it is. White space that is not written is not in it.

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
        variables: The names of the loop variables: one, two for the members of an object, or none if the body
            contains `Items`.
        body: The pieces that are written for each element.
        otherwise: The pieces that are written if the list is empty.
        closing: The closing tag.
    """

    tag: Tag
    source: str
    items: Expression
    variables: tuple[str, ...]
    body: tuple[Piece, ...]
    otherwise: tuple[Piece, ...]
    closing: Tag


@frozen
class Items:
    """The repeated part of a loop: `<#items as host>`.

    Attributes:
        tag: The tag before the body.
        variables: The names of the loop variables.
        body: The pieces that are written for each element.
        closing: The closing tag.
    """

    tag: Tag
    variables: tuple[str, ...]
    body: tuple[Piece, ...]
    closing: Tag


@frozen
class Body:
    """A block without conditions: `sep`, `compress`, or an `assign` that stores text.

    Attributes:
        tag: The tag before the body.
        name: The name of the directive.
        variable: The name of the variable that is assigned.
        body: The pieces.
        closing: The closing tag, or the one that ends the block around it.
    """

    tag: Tag
    name: str
    variable: str
    body: tuple[Piece, ...]
    closing: Tag


@frozen
class Switch:
    """A choice: `<#switch name>`.

    Attributes:
        tag: The tag before the cases.
        value: The value that is compared.
        cases: The cases; the condition of `default` is None.
        closing: The closing tag.
    """

    tag: Tag
    value: Expression
    cases: tuple[Branch, ...]
    closing: Tag


@frozen
class Assignment:
    """An assignment of a value: `<#assign port = 80>`.

    Attributes:
        tag: The tag.
        variable: The name of the variable.
        value: The value.
    """

    tag: Tag
    variable: str
    value: Expression


@frozen
class Jump:
    """A `break` or `continue`.

    Attributes:
        tag: The tag.
    """

    tag: Tag


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


#: A piece that contains others.
Block = If | Loop | Items | Body | Switch
#: A piece of a template.
Piece = Text | Comment | Interpolation | Block | Assignment | Jump | Invalid
