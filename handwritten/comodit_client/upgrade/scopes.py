"""What a script binds to its names, to the attributes of `self`, and to the results of its functions."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import TypeAlias

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
Scope: TypeAlias = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
#: A name or an attribute, and where it is; the result of a function has an empty name.
Key: TypeAlias = tuple[Scope, str]
#: An expression, a function or class of the script, or whether an import or another source is the library.
Binding: TypeAlias = ast.expr | Function | ast.ClassDef | bool

RESULT = ""
#: The packages whose values the upgrade knows.
PACKAGES = ("comodit_client.api", "comodit_client.aio")
#: The expressions of collections that may get more items.
COLLECTIONS = (ast.List, ast.ListComp, ast.Set, ast.SetComp)
#: The methods that put a value into a collection.
ADDING = {"add", "append", "appendleft", "extend", "insert"}


def is_library(module: str) -> bool:
    """Return whether a module is part of one of the APIs."""
    return any(f"{module}.".startswith(f"{package}.") for package in PACKAGES)


class Scopes(ast.NodeVisitor):
    """The scopes of a script.

    Args:
        tree: The syntax tree of the script.

    Attributes:
        bindings: All sources of each name, attribute of `self` and result.
        classes: The classes that the script defines.
    """

    def __init__(self, tree: ast.Module) -> None:
        self.bindings: dict[Key, list[Binding]] = {}
        self.classes: list[ast.ClassDef] = []
        self._parents: dict[Scope, Scope | None] = {tree: None}
        self._where: dict[ast.AST, Scope] = {}
        self._elsewhere: dict[Key, Key] = {}
        self._uses: list[ast.Name] = []
        self._calls: dict[ast.expr, ast.Call] = {}
        self._scope: Scope = tree
        self._tree = tree
        self.visit(tree)
        self._bind_items()
        self._bind_parameters()

    def key(self, node: ast.Name) -> Key:
        """Return the key of a name where it is used."""
        start: Scope | None = self._where.get(node, self._tree)
        scope = start
        while scope is not None:
            key = self._elsewhere.get((scope, node.id), (scope, node.id))
            if key in self.bindings and (scope is start or not isinstance(scope, ast.ClassDef)):
                return key
            scope = self._parents[scope]
        return self._tree, node.id

    def member(self, node: ast.Attribute) -> Key | None:
        """Return the key of an attribute of `self`, if the class of the method binds it."""
        home = self._home(node)
        return (home, f".{node.attr}") if home and (home, f".{node.attr}") in self.bindings else None

    def result(self, node: ast.Call) -> Key | None:
        """Return the key of the result, if a function or a method of the script is called."""
        function: Binding | None = None
        if isinstance(node.func, ast.Name):
            found = self.bindings.get(self.key(node.func), [])
            function = found[0] if len(found) == 1 else None
        elif isinstance(node.func, ast.Attribute) and (home := self._home(node.func)):
            named = [line for line in home.body if isinstance(line, Function) and line.name == node.func.attr]
            function = named[0] if len(named) == 1 else None
        return (function, RESULT) if isinstance(function, Function) else None

    def _home(self, node: ast.Attribute) -> ast.ClassDef | None:
        """Return the class, if the attribute is one of `self` in a method."""
        scope: Scope | None = self._where.get(node.value)
        while isinstance(node.value, ast.Name) and isinstance(scope, Function):
            parent = self._parents[scope]
            parameters = [*scope.args.posonlyargs, *scope.args.args]
            if isinstance(parent, ast.ClassDef) and parameters and parameters[0].arg == node.value.id:
                return parent
            scope = parent
        return None

    def _bind_name(self, name: str, source: Binding) -> None:
        key = (self._scope, name)
        self.bindings.setdefault(self._elsewhere.get(key, key), []).append(source)
        if isinstance(self._scope, ast.ClassDef):
            self.bindings.setdefault((self._scope, f".{name}"), []).append(source)

    def _bind(self, target: ast.expr, source: Binding) -> None:
        match target:
            case ast.Name():
                self._bind_name(target.id, source)
            case ast.Attribute():
                self._where[target.value] = self._scope
                if home := self._home(target):
                    self.bindings.setdefault((home, f".{target.attr}"), []).append(source)
            case ast.Starred():
                self._bind(target.value, source)
            case ast.Tuple() | ast.List():
                parts: list[Binding] = [source] * len(target.elts)
                if isinstance(source, ast.Tuple | ast.List) and len(source.elts) == len(parts):
                    parts = [*source.elts]
                for element, part in zip(target.elts, parts, strict=True):
                    self._bind(element, part)

    def _bind_items(self) -> None:
        """Bind what is put into a list or a set to its name."""
        for function, call in self._calls.items():
            if not (isinstance(function, ast.Attribute) and function.attr in ADDING and call.args):
                continue
            if isinstance(function.value, ast.Name):
                key: Key | None = self.key(function.value)
            else:
                key = self.member(function.value) if isinstance(function.value, ast.Attribute) else None
            if key and any(isinstance(source, COLLECTIONS) for source in self.bindings.get(key, [])):
                self.bindings[key].append(call.args[-1])

    def _bind_parameters(self) -> None:
        """Bind the arguments of all calls to the parameters of functions that are only called."""
        for function, parent in list(self._parents.items()):
            if not isinstance(function, Function):
                continue
            is_plain = not function.decorator_list and not isinstance(parent, ast.ClassDef)
            uses = [use for use in self._uses if use.id == function.name and self._is_use(use, function)]
            calls = [self._calls[use] for use in uses if use in self._calls]
            for position, parameter in enumerate([*function.args.posonlyargs, *function.args.args]):
                found = self.bindings.setdefault((function, parameter.arg), [])
                if parameter.annotation is not None:
                    found.append(parameter.annotation)
                elif is_plain and calls and len(calls) == len(uses):
                    found += [_argument(call, position, parameter.arg) for call in calls]
                else:
                    found.append(False)
            others = (*function.args.kwonlyargs, function.args.vararg, function.args.kwarg)
            for other in filter(None, others):
                self.bindings.setdefault((function, other.arg), []).append(other.annotation or False)

    def _is_use(self, use: ast.Name, function: Function) -> bool:
        return self.bindings.get(self.key(use)) == [function]

    def visit(self, node: ast.AST) -> None:
        """Note the scope of a node before its parts are visited."""
        self._where[node] = self._scope
        super().visit(node)

    def _visit_within(self, scope: Scope, parts: Iterable[ast.AST]) -> None:
        self._parents[scope] = outside = self._scope
        self._scope = scope
        for part in parts:
            self.visit(part)
        self._scope = outside

    def visit_FunctionDef(self, node: Function) -> None:
        """Bind the name and the result. Parameters are bound when all calls are known."""
        self._bind_name(node.name, node)
        for part in (*node.decorator_list, node.args, *filter(None, [node.returns])):
            self.visit(part)
        defaults = [*node.args.posonlyargs, *node.args.args][-len(node.args.defaults) :]
        for parameter, default in zip(defaults, node.args.defaults, strict=False):
            self.bindings.setdefault((node, parameter.arg), []).append(default)
        self.bindings[node, RESULT] = [False] if node.decorator_list else []
        self._visit_within(node, node.body)

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815

    def visit_Lambda(self, node: ast.Lambda) -> None:
        """Bind the parameters to something unknown."""
        self.visit(node.args)
        for parameter in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs):
            self.bindings.setdefault((node, parameter.arg), []).append(False)
        self._visit_within(node, [node.body])

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Bind the name."""
        self._bind_name(node.name, node)
        self.classes.append(node)
        for part in (*node.decorator_list, *node.bases, *node.keywords):
            self.visit(part)
        self._visit_within(node, node.body)

    def visit_Return(self, node: ast.Return) -> None:
        """Bind the result of the function."""
        if node.value is not None and isinstance(self._scope, Function):
            self.bindings[self._scope, RESULT].append(node.value)
        self.generic_visit(node)

    def visit_Yield(self, node: ast.Yield | ast.YieldFrom) -> None:
        """Bind the result of the function to something unknown."""
        if isinstance(self._scope, Function):
            self.bindings[self._scope, RESULT].append(False)
        self.generic_visit(node)

    visit_YieldFrom = visit_Yield  # noqa: N815

    def visit_Import(self, node: ast.Import) -> None:
        """Bind the imported modules."""
        for alias in node.names:
            self._bind_name(alias.asname or alias.name.partition(".")[0], is_library(alias.name))

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Bind the imported names."""
        for alias in node.names:
            module = f"{node.module}.{alias.name}"  # the name may be a module: from comodit_client import api
            self._bind_name(alias.asname or alias.name, not node.level and is_library(module))

    def visit_Assign(self, node: ast.Assign) -> None:
        """Bind the targets."""
        for target in node.targets:
            self._bind(target, node.value)
        self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign | ast.AugAssign | ast.NamedExpr) -> None:
        """Bind the target, if a value is assigned."""
        if node.value is not None:
            self._bind(node.target, node.value)
        self.generic_visit(node)

    visit_AugAssign = visit_AnnAssign  # noqa: N815
    visit_NamedExpr = visit_AnnAssign  # noqa: N815

    def visit_For(self, node: ast.For | ast.AsyncFor | ast.comprehension) -> None:
        """Bind the target to the collection, whose items have its level."""
        self._bind(node.target, node.iter)
        self.generic_visit(node)

    visit_AsyncFor = visit_For  # noqa: N815
    visit_comprehension = visit_For

    def visit_withitem(self, node: ast.withitem) -> None:
        """Bind the target: the objects of the library return themselves."""
        if node.optional_vars is not None:
            self._bind(node.optional_vars, node.context_expr)
        self.generic_visit(node)

    def visit_ExceptHandler(self, node: ast.ExceptHandler | ast.MatchAs | ast.MatchStar) -> None:
        """Bind the name to something unknown."""
        if node.name:
            self._bind_name(node.name, False)
        self.generic_visit(node)

    visit_MatchAs = visit_ExceptHandler  # noqa: N815
    visit_MatchStar = visit_ExceptHandler  # noqa: N815

    def visit_Global(self, node: ast.Global) -> None:
        """Let the names be those of the module."""
        for name in node.names:
            self._elsewhere[self._scope, name] = (self._tree, name)

    def visit_Nonlocal(self, node: ast.Nonlocal) -> None:
        """Let the names be those of the function around this one."""
        for name in node.names:
            self._elsewhere[self._scope, name] = (self._parents[self._scope] or self._tree, name)

    def visit_Call(self, node: ast.Call) -> None:
        """Remember the call."""
        self._calls[node.func] = node
        self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> None:
        """Remember the use of the name."""
        if isinstance(node.ctx, ast.Load):
            self._uses.append(node)


def _argument(call: ast.Call, position: int, name: str) -> Binding:
    """Return what a call passes for a parameter; None, which stands for the default, if it passes nothing."""
    if any(isinstance(each, ast.Starred) for each in call.args) or any(each.arg is None for each in call.keywords):
        return False
    named = [each.value for each in call.keywords if each.arg == name]
    return (call.args[position:] or named or [ast.Constant(None)])[0]
