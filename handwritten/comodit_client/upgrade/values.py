"""Which values of a script come from the library: a name does if everything that is ever bound to it does.

A level is found for each name, attribute of `self`, and result of a function, by joining those of all its sources until
none changes. Anything that is not understood is UNKNOWN, so that a script is rewritten only where the values are known.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from enum import IntEnum

from comodit_client.upgrade.scopes import Binding, Key, Scopes

#: Functions that return their arguments, or a collection of them.
PASSING = {"enumerate", "iter", "list", "next", "reversed", "set", "sorted", "tuple", "zip"}


class Level(IntEnum):
    """What is known about a value. The level of several values is the highest of them."""

    #: Nothing, such as None or an empty list.
    NEUTRAL = 0
    #: It comes from the library, or is a collection of such values.
    KNOWN = 1
    #: It may be anything.
    UNKNOWN = 2


class Values:
    """The values of a script.

    Args:
        tree: The syntax tree of the script.
    """

    def __init__(self, tree: ast.Module) -> None:
        self._scopes = Scopes(tree)
        self._levels: dict[Key, Level] = {}
        while self._refine():
            pass

    def is_known(self, node: ast.expr) -> bool:
        """Return whether a value comes from the library.

        Args:
            node: The expression.
        """
        return self._level(node) is Level.KNOWN

    def sources(self, node: ast.Name) -> list[ast.expr]:
        """Return all expressions that are bound to a name; none if it is bound to anything else, too.

        Args:
            node: The name.
        """
        bindings = self._scopes.bindings.get(self._scopes.key(node), [])
        expressions = [binding for binding in bindings if isinstance(binding, ast.expr)]
        return expressions if len(expressions) == len(bindings) else []

    def is_bound(self, node: ast.Name) -> bool:
        """Return whether the script itself binds a name.

        Args:
            node: The name.
        """
        return self._scopes.key(node) in self._scopes.bindings

    def subclasses(self) -> list[ast.ClassDef]:
        """Return the classes of the script that derive from one of the library."""
        return [node for node in self._scopes.classes if any(map(self.is_known, node.bases))]

    def _refine(self) -> bool:
        changed = False
        for key, bindings in self._scopes.bindings.items():
            level = max((self._bound(binding) for binding in bindings), default=Level.NEUTRAL)
            if level != self._levels.get(key, Level.NEUTRAL):
                self._levels[key] = level
                changed = True
        return changed

    def _bound(self, binding: Binding) -> Level:
        if isinstance(binding, ast.expr):
            return self._level(binding)
        if isinstance(binding, bool):
            return Level.KNOWN if binding else Level.UNKNOWN
        return Level.UNKNOWN  # a function or a class of the script: what it returns has a key of its own

    def _join(self, nodes: Iterable[ast.expr]) -> Level:
        return max(map(self._level, nodes), default=Level.NEUTRAL)

    def _level(self, node: ast.expr) -> Level:
        match node:
            case ast.Name() if self.is_bound(node):
                return self._levels.get(self._scopes.key(node), Level.NEUTRAL)
            case ast.Attribute():
                member = self._scopes.member(node)
                return self._levels.get(member, Level.NEUTRAL) if member else self._level(node.value)
            case ast.Call():
                return self._called(node)
            case ast.Constant(value=None):
                return Level.NEUTRAL
        parts = _parts(node)
        return Level.UNKNOWN if parts is None else self._join(parts)

    def _called(self, node: ast.Call) -> Level:
        result = self._scopes.result(node)
        if result is not None:
            return self._levels.get(result, Level.NEUTRAL)
        if isinstance(node.func, ast.Name):
            if node.func.id in PASSING and not self.is_bound(node.func):
                return self._join(node.args)
            return self._level(node.func)
        return self._level(node.func) if isinstance(node.func, ast.Attribute) else Level.UNKNOWN


def _parts(node: ast.expr) -> Sequence[ast.expr] | None:
    """Return the expressions whose values an expression consists of; None if it makes a value of its own."""
    match node:
        case ast.Subscript() | ast.Await() | ast.NamedExpr() | ast.Starred() | ast.DictComp():
            return [node.value]
        case ast.IfExp():
            return [node.body, node.orelse]
        case ast.BoolOp() | ast.Dict():
            return node.values
        case ast.List() | ast.Tuple() | ast.Set():
            return node.elts
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
            return [node.elt]
    return None
