"""The operands of expressions that need more than a token: built-ins, and texts with interpolations."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Never

from comodit_client.freemarker.compound import Joined
from comodit_client.freemarker.errors import TemplateError, Unsupported
from comodit_client.freemarker.nodes import BuiltIn, Constant, Default, Exists, Expression, Name, Node, Nothing
from comodit_client.freemarker.strings import split_interpolations
from comodit_client.freemarker.vocabulary import BUILT_INS, LOOP_BUILT_INS, OLD_BUILT_INS, REPLACEMENTS

if TYPE_CHECKING:
    from comodit_client.freemarker.expressions import ExpressionParser
    from comodit_client.freemarker.reader import Reader


def name_of(word: str) -> str:
    r"""Return the name of a variable: `odd\-key` stands for odd-key."""
    return re.sub(r"\\(.)", r"\1", word)


def joined(word: str, parse: Callable[[str], Expression]) -> Node:
    """Return the node of a text in quotes.

    Args:
        word: The text with its quotes.
        parse: The parser of the expressions in it.

    Raises:
        TemplateError: The text is invalid.
    """
    parts = [
        parse(text).root if is_expression else Constant(text) for text, is_expression in split_interpolations(word)
    ]
    if len(parts) == 1 and isinstance(parts[0], Constant) and isinstance(parts[0].value, str):
        return parts[0]
    return Joined(tuple(parts))


def parse_built_in(operand: Node, parser: ExpressionParser) -> Node:
    """Read a built-in after its question mark.

    Args:
        operand: The value before it.
        parser: The parser of the expression.

    Raises:
        TemplateError: It is not supported, or has the wrong number of arguments.
    """
    reader = parser.reader
    name = reader.expect_name()
    arity = BUILT_INS.get(name) or LOOP_BUILT_INS.get(name) or OLD_BUILT_INS.get(name)
    if arity is None:
        raise _unsupported(name, reader)
    if name in LOOP_BUILT_INS and not (isinstance(operand, Name) and len(operand.parts) == 1):
        raise TemplateError(f"the built-in ?{name} in '{reader.source}' needs a loop variable")
    arguments: tuple[Node, ...] = ()
    if arity[1] and reader.take("("):
        arguments = parser.list_of(")")
    elif name == "string" and reader.take("."):
        arguments = (Constant(reader.expect_name()),)
    elif name == "string" and reader.take("["):
        arguments = (parser.node(),)
        reader.expect("]")
    if not arity[0] <= len(arguments) <= arity[1]:
        raise TemplateError(
            f"the built-in ?{name} in '{reader.source}' has {len(arguments)} arguments, which is "
            f"{'more' if len(arguments) > arity[1] else 'less'} than it takes"
        )
    return _old(name, operand, arguments) if name in OLD_BUILT_INS else BuiltIn(name, operand, arguments)


def _old(name: str, operand: Node, arguments: tuple[Node, ...]) -> Node:
    if name == "exists":
        return Exists(operand)
    result = operand
    for default in arguments or (Constant(Nothing()),):
        result = Default(result, default)
    return result


def _unsupported(name: str, reader: Reader) -> TemplateError:
    snake = re.sub(r"[A-Z]", lambda match: f"_{match[0].lower()}", name)
    hint = f"write ?{snake}" if snake in BUILT_INS else REPLACEMENTS.get(name)
    return Unsupported(f"the built-in ?{name} in '{reader.source}'{f' ({hint})' if hint else ''} is not supported")


def reject_special(reader: Reader) -> Never:
    """Raise the error of an expression that begins with a dot.

    Raises:
        TemplateError: Always.
    """
    if reader.kind(1) != "name":
        raise reader.error()
    reader.advance()
    raise Unsupported(f"the special variable .{reader.word()} is not supported")
