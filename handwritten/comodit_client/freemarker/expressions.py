"""The parser of expressions.

Anything that is not supported raises an error: a guess would hide from a test an error of the real server.
"""

from __future__ import annotations

from comodit_client.freemarker.compound import Hash, Range, Sequence
from comodit_client.freemarker.errors import TemplateError, Unsupported
from comodit_client.freemarker.nodes import (
    And,
    Arithmetic,
    Comparison,
    Constant,
    Default,
    Element,
    Exists,
    Expression,
    Member,
    Name,
    Node,
    Not,
    Nothing,
    Optional,
    Or,
    Signed,
)
from comodit_client.freemarker.operands import joined, name_of, parse_built_in, reject_special
from comodit_client.freemarker.reader import Reader
from comodit_client.freemarker.tokens import parse_number, shorten

_EQUALITY = {"==": "==", "=": "==", "!=": "!="}
_ORDER = {"<": "<", "lt": "<", "<=": "<=", "lte": "<=", ">": ">", "gt": ">", ">=": ">=", "gte": ">="}
_RANGES = {"..": "..", "..<": "..<", "..!": "..<", "..*": "..*"}
#: Names that are no variables.
_KEYWORDS = {*("lt", "lte", "gt", "gte"), *("as", "in", "using")}
#: The parts of a name with dots; each of its beginnings may be a key.
_MAX_NAMES = 100
_CONSTANTS = {"true": True, "false": False}
_NOTHING = Constant(Nothing())
#: The signs that begin an operand, and those before one.
_BEGINNINGS = ("(", "[", "{")
_PREFIXES = ("!", "-", "+")


def parse_expression(source: str) -> Expression:
    """Parse an expression.

    Args:
        source: The text of the expression.

    Raises:
        TemplateError: The expression is invalid or not supported.
    """
    if source.startswith("#{"):
        raise Unsupported(f"the interpolation {source}}} (write ${{...}}) is not supported")
    parser = ExpressionParser(Reader(source.strip()))
    result = parser.node()
    parser.reader.expect_end()
    return Expression(source.strip(), result, parser.reader.size)


class ExpressionParser:
    """A recursive-descent parser with one method for each level of precedence.

    Args:
        reader: The tokens. What follows the expression is left.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def node(self) -> Node:
        """Read an expression."""
        result = self._conjunction()
        while self.reader.take("||", "|"):
            result = Or(result, self._conjunction())
        return result

    def list_of(self, closing: str) -> tuple[Node, ...]:
        """Read expressions with commas between them, up to a closing sign."""
        found: list[Node] = []
        while not self.reader.take(closing):
            if found:
                self.reader.expect(",")
            found.append(self.node())
        return tuple(found)

    def _conjunction(self) -> Node:
        result = self._equality()
        while self.reader.take("&&", "&"):
            result = And(result, self._equality())
        return result

    def _equality(self) -> Node:
        left = self._order()
        if word := self.reader.take(*_EQUALITY):
            return Comparison(_EQUALITY[word], left, self._order())
        return left

    def _order(self) -> Node:
        left = self._range()
        if word := self.reader.take(*_ORDER):
            return Comparison(_ORDER[word], left, self._range())
        return left

    def _range(self) -> Node:
        first = self._sum()
        word = self.reader.take(*_RANGES)
        if not word:
            return first
        if word == ".." and not self._at_operand():
            return Range(word, (first,))
        return Range(_RANGES[word], (first, self._sum()))

    def _sum(self) -> Node:
        result = self._product()
        while word := self.reader.take("+", "-"):
            result = Arithmetic(word, result, self._product())
        return result

    def _product(self) -> Node:
        result = self._unary()
        while word := self.reader.take("*", "/", "%"):
            result = Arithmetic(word, result, self._unary())
        return result

    def _unary(self) -> Node:
        if self.reader.take("!"):
            return Not(self._unary())
        if sign := self.reader.take("+", "-"):
            return Signed(sign, self._postfix())
        return self._postfix()

    def _postfix(self) -> Node:
        reader, result = self.reader, self._operand()
        while True:
            if reader.take("."):
                result = Member(result, reader.expect_name())
            elif reader.take("["):
                result = Element(result, self.node())
                reader.expect("]")
            elif reader.take("??"):
                result = Exists(result)
            elif reader.take("?"):
                result = parse_built_in(result, self)
            elif reader.take("!"):
                # As in FreeMarker, the default is all that follows: name!'a' + 'b' is name!('a' + 'b').
                result = Default(result, self.node() if self._at_operand() else _NOTHING)
            elif reader.peek("("):
                raise Unsupported(f"the call of a method in '{reader.source}' is not supported")
            else:
                return result

    def _operand(self) -> Node:
        reader = self.reader
        if reader.take("("):
            inside = self.node()
            reader.expect(")")
            return Optional(inside)
        if reader.take("["):
            return Sequence(self.list_of("]"))
        if reader.take("{"):
            return self._hash()
        if reader.peek("."):
            reject_special(reader)
        kind = reader.kind()
        if kind not in ("raw", "text", "number", "name") or reader.word() in _KEYWORDS:
            raise reader.error()
        word = reader.advance()
        if kind == "raw":
            return Constant(word[2:-1])
        if kind == "text":
            return joined(word, parse_expression)
        if kind == "number":
            return Constant(parse_number(word))
        return Constant(_CONSTANTS[word]) if word in _CONSTANTS else self._variable(word)

    def _hash(self) -> Node:
        found: list[Node] = []
        while not self.reader.take("}"):
            if found:
                self.reader.expect(",")
            found.append(self._sum())
            self.reader.expect(":", ",")
            found.append(self.node())
        return Hash(tuple(found))

    def _variable(self, name: str) -> Node:
        """Read a name with its members, since keys of settings may contain dots."""
        names = [name_of(name)]
        while self.reader.peek(".") and self.reader.kind(1) == "name":
            self.reader.advance()
            names.append(name_of(self.reader.advance()))
        if len(names) > _MAX_NAMES:
            raise TemplateError(f"the name {shorten('.'.join(names))} has more than {_MAX_NAMES} parts")
        return Name(tuple(names))

    def _at_operand(self) -> bool:
        ahead = 0
        while self.reader.kind(ahead) == "sign" and self.reader.word(ahead) in _PREFIXES:
            ahead += 1
        if self.reader.kind(ahead) == "sign":
            return self.reader.word(ahead) in _BEGINNINGS
        return self.reader.kind(ahead) is not None and self.reader.word(ahead) not in _KEYWORDS
