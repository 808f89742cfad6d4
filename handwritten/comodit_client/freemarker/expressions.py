"""The expressions of templates.

Supported are text, numbers and booleans; names, members and elements; `!default` and `??`; comparisons, `!`, `&&`,
`||`; and some built-ins. Anything else raises an error: a guess would hide from a test an error of the real server.
"""

from __future__ import annotations

import re

from comodit_client.freemarker.errors import TemplateError, Unsupported
from comodit_client.freemarker.nodes import (
    And,
    BuiltIn,
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
    Optional,
    Or,
)
from comodit_client.freemarker.tokens import parse_number, shorten, tokenize

#: The supported built-ins.
BUILT_INS = frozenset({"c", "has_content", "size", "url"})
#: The operators of comparisons, with their standard spelling.
_OPERATORS = {
    **{"==": "==", "=": "==", "!=": "!="},
    **{"<": "<", "lt": "<", "<=": "<=", "lte": "<=", ">": ">", "gt": ">", ">=": ">=", "gte": ">="},
}
#: The parts of a name with dots; each of its beginnings may be a key.
_MAX_NAMES = 100
_CONSTANTS = {"true": True, "false": False}
_NOTHING = Constant("")


def parse_expression(source: str) -> Expression:
    """Parse an expression.

    Args:
        source: The text of the expression.

    Raises:
        TemplateError: The expression is invalid or not supported.
    """
    return _Parser(source).parse()


class _Parser:
    """A recursive-descent parser with one method for each level of precedence."""

    def __init__(self, source: str) -> None:
        self._source = source.strip()
        self._tokens = tokenize(self._source)
        self._next = 0

    def parse(self) -> Expression:
        result = self._disjunction()
        if self._kind():
            raise self._syntax_error()
        return Expression(self._source, result, len(self._tokens))

    def _disjunction(self) -> Node:
        result = self._conjunction()
        while self._take("||"):
            result = Or(result, self._conjunction())
        return result

    def _conjunction(self) -> Node:
        result = self._comparison()
        while self._take("&&"):
            result = And(result, self._comparison())
        return result

    def _comparison(self) -> Node:
        left = self._negation()
        if self._kind() in ("sign", "name") and self._word() in _OPERATORS:
            operator = _OPERATORS[self._advance()]
            return Comparison(operator, left, self._negation())
        return left

    def _negation(self) -> Node:
        return Not(self._negation()) if self._take("!") else self._postfix()

    def _postfix(self) -> Node:
        result = self._operand()
        while True:
            if self._take("."):
                result = Member(result, self._expected_name())
            elif self._take("["):
                result = Element(result, self._disjunction())
                self._expect("]")
            elif self._take("??"):
                result = Exists(result)
            elif self._take("?"):
                result = BuiltIn(self._expected_built_in(), result)
            elif self._take("!"):
                result = Default(result, self._postfix() if self._at_operand() else _NOTHING)
            else:
                return result

    def _operand(self) -> Node:
        kind = self._kind()
        if kind == "sign" and self._take("("):
            inside = self._disjunction()
            self._expect(")")
            return Optional(inside)
        if kind not in ("text", "number", "name"):
            raise self._syntax_error()
        word = self._advance()
        if kind == "text":
            return Constant(re.sub(r"\\(.)", r"\1", word[1:-1]))
        if kind == "number":
            return Constant(parse_number(word))
        return Constant(_CONSTANTS[word]) if word in _CONSTANTS else self._variable(word)

    def _variable(self, name: str) -> Node:
        """Read a name with its members, since keys of settings may contain dots."""
        names = [name]
        while self._word() == "." and self._kind(1) == "name":
            self._next += 1
            names.append(self._advance())
        if len(names) > _MAX_NAMES:
            raise TemplateError(f"the name {shorten('.'.join(names))} has more than {_MAX_NAMES} parts")
        return Name(tuple(names))

    def _at_operand(self) -> bool:
        if self._kind() == "sign":
            return self._word() == "("
        return self._kind() is not None and self._word() not in _OPERATORS

    def _expected_name(self) -> str:
        if self._kind() != "name":
            raise self._syntax_error()
        return self._advance()

    def _expected_built_in(self) -> str:
        name = self._expected_name()
        if name not in BUILT_INS:
            raise Unsupported(f"the built-in ?{name} in '{self._source}' is not supported")
        return name

    def _kind(self, ahead: int = 0) -> str | None:
        place = self._next + ahead
        return self._tokens[place][0] if place < len(self._tokens) else None

    def _word(self) -> str | None:
        return self._tokens[self._next][1] if self._next < len(self._tokens) else None

    def _advance(self) -> str:
        self._next += 1
        return self._tokens[self._next - 1][1]

    def _take(self, sign: str) -> bool:
        found = self._kind() == "sign" and self._word() == sign
        self._next += found
        return found

    def _expect(self, sign: str) -> None:
        if not self._take(sign):
            raise self._syntax_error()

    def _syntax_error(self) -> TemplateError:
        where = f"at '{self._word()}'" if self._kind() else "at its end"
        return TemplateError(f"the expression '{self._source}' is invalid {where}")
