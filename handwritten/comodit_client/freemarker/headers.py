"""The arguments of directives."""

from __future__ import annotations

from attrs import frozen

from comodit_client.freemarker.errors import TemplateError, Unsupported
from comodit_client.freemarker.expressions import ExpressionParser
from comodit_client.freemarker.nodes import Arithmetic, Constant, Expression, Name, Node
from comodit_client.freemarker.operands import name_of
from comodit_client.freemarker.reader import Reader
from comodit_client.freemarker.scanning import Tag
from comodit_client.freemarker.strings import decode
from comodit_client.freemarker.tree import Assignment
from comodit_client.freemarker.whitespace import captures

_ONE = Constant(1)


@frozen
class ListHeader:
    """The arguments of a list.

    Attributes:
        source: The text of the expression.
        items: The list.
        variables: The names of the loop variables; none if `items` inside has them.
    """

    source: str
    items: Expression
    variables: tuple[str, ...]


def list_header(tag: Tag) -> ListHeader:
    """Parse `<#list items as item>`.

    Raises:
        TemplateError: The arguments have another form.
    """
    reader = Reader(tag.rest)
    node = ExpressionParser(reader).node()
    source = tag.rest[: reader.place]
    variables = loop_variables(tag, reader) if reader.kind() else ()
    return ListHeader(source, Expression(source, node, reader.size), variables)


def items_header(tag: Tag) -> tuple[str, ...]:
    """Parse `<#items as item>` and return the names of the loop variables.

    Raises:
        TemplateError: The arguments have another form.
    """
    return loop_variables(tag, Reader(tag.rest))


def loop_variables(tag: Tag, reader: Reader) -> tuple[str, ...]:
    """Parse `as item` or `as key, value`.

    Raises:
        TemplateError: The arguments have another form.
    """
    names: list[str] = []
    if reader.take("as"):
        while reader.kind() == "name" and len(names) < 2:
            names.append(name_of(reader.advance()))
            if not reader.take(","):
                break
    if not names or reader.kind():
        form = "<#items as item>" if tag.name == "items" else "<#list items as item> or <#list object as key, value>"
        raise TemplateError(f"<#{tag.name} {tag.rest}> must have the form {form}")
    return tuple(names)


def captured_name(tag: Tag) -> str:
    """Return the variable of `<#assign name>`, whose value is the text up to the closing tag."""
    return _variable(Reader(tag.rest))


def assignments(tag: Tag) -> tuple[Assignment, ...]:
    """Parse `<#assign name = value>`, which may contain several assignments.

    Raises:
        TemplateError: The arguments have another form.
    """
    assert not captures(tag), "a block has no value in its tag"
    reader = Reader(tag.rest)
    parser = ExpressionParser(reader)
    found = []
    while reader.kind():
        if reader.peek("in"):
            raise Unsupported("a namespace of <#assign> is not supported")
        variable = _variable(reader)
        node = _value(variable, parser)
        found.append(Assignment(tag, variable, Expression(tag.rest, node, reader.size)))
        reader.take(",")
    if not found:
        raise TemplateError("<#assign> must have the form <#assign name = value>")
    return tuple(found)


def _value(variable: str, parser: ExpressionParser) -> Node:
    reader = parser.reader
    if reader.take("="):
        return parser.node()
    operator = reader.expect("+", "-", "*", "/", "%")
    if operator in "+-" and reader.take(operator):
        return Arithmetic(operator, Name((variable,)), _ONE)
    reader.expect("=")
    return Arithmetic(operator, Name((variable,)), parser.node())


def _variable(reader: Reader) -> str:
    if reader.kind() == "text":
        return decode(reader.advance())
    return name_of(reader.expect_name())
