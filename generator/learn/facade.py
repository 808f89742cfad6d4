"""Finds the names that the classes of the async facade have: members of a view would hide behind them."""

from __future__ import annotations

import ast
from pathlib import Path


class FacadeNames:
    """The names of the methods and attributes of the facade's classes.

    Args:
        folder: The folder of the async facade.
    """

    def __init__(self, folder: Path) -> None:
        self._classes: dict[str, ast.ClassDef] = {}
        for file in sorted(folder.rglob("*.py")):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            self._classes |= {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}

    def beside(self, view: str) -> set[str]:
        """Return the names that the classes derived from a view add to it.

        Args:
            view: The name of the view.
        """
        found: set[str] = set()
        for node in self._classes.values():
            bases = [ast.unparse(base).partition("[")[0] for base in node.bases]
            if any(base.rpartition(".")[2] == view and "." in base for base in bases):
                found |= self._names(node, set())
        return found

    def _names(self, node: ast.ClassDef, seen: set[str]) -> set[str]:
        seen.add(node.name)
        found = {one.name for one in node.body if isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef))}
        found |= {ast.unparse(one.target) for one in node.body if isinstance(one, ast.AnnAssign)}
        found |= {ast.unparse(name) for one in node.body if isinstance(one, ast.Assign) for name in one.targets}
        for base in node.bases:
            name = ast.unparse(base).partition("[")[0].rpartition(".")[2]
            if name in self._classes and name not in seen:
                found |= self._names(self._classes[name], seen)
        return found
