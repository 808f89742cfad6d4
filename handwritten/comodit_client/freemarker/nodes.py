"""The syntax tree of expressions.

Each node lists its operands, so that a tree of any depth can be processed without recursion.
"""

from __future__ import annotations

from attrs import frozen

from comodit_client.freemarker.compound import Hash, Joined, Range, Sequence


class Nothing(str):
    """The value of `name!` if the name is undefined: an empty text that is an empty list and object as well."""

    __slots__ = ()


@frozen
class Constant:
    """A text, number or boolean.

    Attributes:
        value: The value.
    """

    value: str | float

    @property
    def operands(self) -> tuple[Node, ...]:
        """The operands of the node."""
        return ()


@frozen
class Name:
    """A variable, or a member of one: the keys of settings may contain dots.

    Attributes:
        parts: The parts between the dots.
    """

    parts: tuple[str, ...]

    @property
    def operands(self) -> tuple[Node, ...]:
        """The operands of the node."""
        return ()


@frozen
class Member:
    """A member of a value that is not a name: `hosts[0].name`.

    Attributes:
        owner: The value.
        name: The name of the member.
    """

    owner: Node
    name: str

    @property
    def operands(self) -> tuple[Node, ...]:
        """The operands of the node."""
        return (self.owner,)


@frozen
class Element:
    """An element of a list, or a member of an object: `hosts[0]`, `db['host']`.

    Attributes:
        owner: The list or object.
        index: The index or the name.
    """

    owner: Node
    index: Node

    @property
    def operands(self) -> tuple[Node, ...]:
        """The operands of the node."""
        return (self.owner, self.index)


@frozen
class BuiltIn:
    """A built-in: `name?url`, `name?left_pad(8, '0')`.

    Attributes:
        name: The name of the built-in, one of `vocabulary.BUILT_INS` or `vocabulary.LOOP_BUILT_INS`.
        operand: The value that it is applied to.
        arguments: The arguments in parentheses.
    """

    name: str
    operand: Node
    arguments: tuple[Node, ...] = ()

    @property
    def operands(self) -> tuple[Node, ...]:
        """The operands of the node."""
        return (self.operand, *self.arguments)


@frozen
class Exists:
    """A test for existence: `name??`.

    Attributes:
        operand: The tested value.
    """

    operand: Node

    @property
    def operands(self) -> tuple[Node, ...]:
        """The operands of the node."""
        return (self.operand,)


@frozen
class Default:
    """A value with a default: `name!'web'`, or `name!` for the empty text.

    Attributes:
        operand: The value.
        default: The value to use if that is undefined.
    """

    operand: Node
    default: Node

    @property
    def operands(self) -> tuple[Node, ...]:
        """The operands of the node."""
        return (self.operand, self.default)


@frozen
class Optional:
    """An expression in parentheses, in which any step may be undefined for `!` and `??`.

    Attributes:
        inside: The expression in the parentheses.
    """

    inside: Node

    @property
    def operands(self) -> tuple[Node, ...]:
        """The operands of the node."""
        return (self.inside,)


@frozen
class Comparison:
    """A comparison: `port > 80`.

    Attributes:
        operator: The operator: ==, !=, <, <=, > or >=.
        left: The first operand.
        right: The second operand.
    """

    operator: str
    left: Node
    right: Node

    @property
    def operands(self) -> tuple[Node, ...]:
        """The operands of the node."""
        return (self.left, self.right)


@frozen
class Not:
    """A negation: `!debug`.

    Attributes:
        operand: The negated condition.
    """

    operand: Node

    @property
    def operands(self) -> tuple[Node, ...]:
        """The operands of the node."""
        return (self.operand,)


@frozen
class And:
    """A conjunction: `debug && quiet`.

    Attributes:
        left: The first condition.
        right: The second condition, which is evaluated only if the first is true.
    """

    left: Node
    right: Node

    @property
    def operands(self) -> tuple[Node, ...]:
        """The operands of the node."""
        return (self.left, self.right)


@frozen
class Or:
    """A disjunction: `debug || quiet`.

    Attributes:
        left: The first condition.
        right: The second condition, which is evaluated only if the first is false.
    """

    left: Node
    right: Node

    @property
    def operands(self) -> tuple[Node, ...]:
        """The operands of the node."""
        return (self.left, self.right)


@frozen
class Arithmetic:
    """An operation on numbers, or a concatenation: `port + 1`, `name + '.conf'`.

    Attributes:
        operator: The operator: +, -, *, / or %.
        left: The first operand.
        right: The second operand.
    """

    operator: str
    left: Node
    right: Node

    @property
    def operands(self) -> tuple[Node, ...]:
        """The operands of the node."""
        return (self.left, self.right)


@frozen
class Signed:
    """A number with a sign: `-port`.

    Attributes:
        sign: The sign: + or -.
        operand: The number.
    """

    sign: str
    operand: Node

    @property
    def operands(self) -> tuple[Node, ...]:
        """The operands of the node."""
        return (self.operand,)


#: A node of an expression with one or two operands.
_Simple = Member | Element | Exists | Default | Optional | Comparison | Not | And | Or | Arithmetic | Signed
#: A node of an expression.
Node = Constant | Name | BuiltIn | Joined | Sequence | Hash | Range | _Simple


@frozen
class Expression:
    """A parsed expression.

    Attributes:
        source: The text, for messages.
        root: The outermost node.
        size: The number of tokens.
    """

    source: str
    root: Node
    size: int
