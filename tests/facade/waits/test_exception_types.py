"""The exceptions that type checkers see are those that exist at run time."""

from __future__ import annotations

import ast
from pathlib import Path

from comodit_client.rest import exceptions


def test_type_checkers_see_the_exceptions_of_run_time(colour):
    module = colour.module("exceptions")
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    (condition,) = [node for node in tree.body if isinstance(node, ast.If)]
    shown = {node.name for node in condition.body if isinstance(node, ast.ClassDef)}
    for node in condition.body:
        if isinstance(node, ast.ImportFrom) and node.module == "comodit_client.rest.exceptions":
            shown |= {alias.asname for alias in node.names}
    assert shown == set(exceptions.__all__)
    for name in exceptions.__all__:
        assert getattr(module, name) is getattr(exceptions, name)
