"""Advice for what works differently, and depends on what the script wants."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from comodit_client.upgrade.guide import advice
from comodit_client.upgrade.script import Advice
from comodit_client.upgrade.values import Values

CREATE, MISSING, PRIVATE = "create-the-client", "handle-missing-entities", "stop-using-private-members"
NAMES, NETWORK, PYTHON = "stop-encoding-names", "handle-network-errors", "move-to-python-3"
#: What Python 3 does not have, and what it has instead.
BUILTINS = {
    "basestring": "str", "long": "int", "raw_input": "input", "unichr": "chr", "unicode": "str", "xrange": "range",
}  # fmt: skip
METHODS = {"has_key": "in", "iteritems": "items", "iterkeys": "keys", "itervalues": "values"}
MODULES = {
    "ConfigParser": "configparser", "Queue": "queue", "StringIO": "io", "cPickle": "pickle", "httplib": "http.client",
    "urllib2": "urllib.request", "urlparse": "urllib.parse",
}  # fmt: skip
#: The place of `mfa` among the arguments of a client.
MFA_POSITION = 5


@dataclass(frozen=True)
class Advisor:
    """Finds what the upgrade does not rewrite.

    Args:
        values: Which of the values of the script come from the library.
    """

    values: Values

    def advise(self, tree: ast.Module) -> Iterator[Advice]:
        """Return the advice for a script.

        Args:
            tree: The syntax tree of the script.

        Yields:
            Advice.
        """
        # A script that tries several ways knows of the difference.
        tried = {id(part) for node in ast.walk(tree) if isinstance(node, ast.Try) for part in ast.walk(node)}
        texts = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            match node:
                case ast.ExceptHandler() if node.type and "SystemExit" in _names(node.type):
                    yield advice(
                        node.lineno, "The library never ends the process. Catch EntityNotFoundException for a missing "
                        "entity.", MISSING,
                    )  # fmt: skip
                case ast.Call():
                    yield from self._call(node)
                case ast.Attribute():
                    yield from self._attribute(node)
                case ast.Constant(value=str(text)) if _is_old_path(text) and id(node) not in texts:
                    yield advice(
                        node.lineno, "No configuration is read from the working directory. Use ~/.comoditrc, or pass "
                        "the path to Config().", CREATE,
                    )  # fmt: skip
                case ast.Import() | ast.ImportFrom():
                    yield from self._import(node)
            if id(node) not in tried:
                yield from self._python2(node)
        for subclass in self.values.subclasses():
            yield advice(
                subclass.lineno, f"The class {subclass.name} derives from a class of the library, whose private "
                "methods are different. Override public methods only.", PRIVATE,
            )  # fmt: skip

    def _call(self, node: ast.Call) -> Iterator[Advice]:
        keywords = {keyword.arg: keyword.value for keyword in node.keywords}
        if "return_error_code" in keywords:
            yield advice(
                node.lineno, "return_error_code has no effect: a missing entity always raises EntityNotFoundException. "
                "Remove the argument.", MISSING,
            )  # fmt: skip
        if isinstance(node.func, ast.Name | ast.Attribute) and _names(node.func)[-1:] == ["Client"]:
            code = keywords.get("mfa", next(iter(node.args[MFA_POSITION:]), None))
            if self.values.is_known(node.func) and code is not None and not isinstance(code, ast.Lambda):
                yield advice(
                    node.lineno, "The library never asks for a code. Pass a function that returns one, such as "
                    "mfa=lambda: input('Code: ').", CREATE,
                )  # fmt: skip
        if isinstance(node.func, ast.Attribute) and self.values.is_known(node.func.value):
            inner = (each for value in (*node.args, *keywords.values()) for each in ast.walk(value))
            calls = (each for each in inner if isinstance(each, ast.Call))
            if any(_names(call.func)[-1:] in (["quote"], ["quote_plus"]) for call in calls):
                yield advice(node.lineno, "The library encodes names. Pass the name itself, without quote().", NAMES)

    def _attribute(self, node: ast.Attribute) -> Iterator[Advice]:
        is_private = node.attr.startswith("_") and not node.attr.endswith("__") and node.attr != "_new"
        if is_private and self.values.is_known(node.value):
            yield advice(node.lineno, f"{node.attr} is private and may not exist. Use a public member.", PRIVATE)

    def _import(self, node: ast.Import | ast.ImportFrom) -> Iterator[Advice]:
        if "pycurl" in _imported(node):
            yield advice(
                node.lineno, "The library does not use pycurl. Catch TransportError instead of pycurl.error.", NETWORK
            )

    def _python2(self, node: ast.AST) -> Iterator[Advice]:
        found: dict[str, str] = {}
        match node:
            case ast.Name(id=name) if name in BUILTINS and not self.values.is_bound(node):
                found = {name: BUILTINS[name]}
            case ast.Attribute(attr=name) if name in METHODS:
                found = {name: METHODS[name]}
            case ast.Import() | ast.ImportFrom():
                found = {name: MODULES[name] for name in _imported(node) if name in MODULES}
        for old, new in found.items():
            yield advice(getattr(node, "lineno", 1), f"Python 3 has no {old}. Use {new}.", PYTHON)


def _is_old_path(text: str) -> bool:
    return "conf/comodit-client.conf" in text and not text.startswith("/")


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [] if node.level else [str(node.module).partition(".")[0]]
    return [alias.name.partition(".")[0] for alias in node.names]


def _names(node: ast.expr) -> list[str]:
    """Return the names in an expression in their order, such as a tuple of exceptions or a dotted name."""
    if isinstance(node, ast.Tuple):
        return [name for element in node.elts for name in _names(element)]
    if isinstance(node, ast.Attribute):
        return [*_names(node.value), node.attr]
    return [node.id] if isinstance(node, ast.Name) else []
