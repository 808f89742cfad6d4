"""The syntax of Python 2, which fissix rewrites. It is the successor of lib2to3, which Python 3.13 does not have."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from comodit_client.upgrade.errors import UnreadableScript, UpgradeException
from comodit_client.upgrade.guide import advice
from comodit_client.upgrade.script import LINE_END, Advice

SECTION = "move-to-python-3"
FUTURE_DIVISION = re.compile(r"^from\s+__future__\s+import\s.*\bdivision\b", re.MULTILINE)
LOG_LINE = re.compile(r"Line (\d+): (.*)", re.DOTALL)


def to_python3(text: str, path: Path) -> tuple[str, list[Advice]]:
    """Rewrite a script that is not valid Python 3.

    Args:
        text: The script.
        path: Its path, for messages.

    Returns:
        The script in Python 3, and advice for what may have another meaning there.

    Raises:
        UnreadableScript: The script is not valid Python 2 either.
        UpgradeException: fissix is not installed, or cannot write its cache.
    """
    tool = _tool(path)
    ends = {*LINE_END.findall(text)}
    end = ends.pop() if len(ends) == 1 else "\n"
    # The tool needs a line end at the end.
    lines = text.replace(end, "\n")
    is_complete = lines.endswith("\n")
    tool.fixer_log.clear()
    try:
        result = str(tool.refactor_string(lines if is_complete else f"{lines}\n", str(path)))
        tree = ast.parse(result)
    except Exception as error:  # the exceptions of the tool have no common base
        raise UnreadableScript(f"{path}: is not valid Python 2 or 3: {_reason(error)}. Correct it by hand.") from error
    found = [_advice(str(line)) for line in tool.fixer_log]
    found += _differences(tree, has_division=bool(FUTURE_DIVISION.search(lines)))
    result = result if is_complete else result.removesuffix("\n")
    return result.replace("\n", end), found


def _differences(tree: ast.Module, has_division: bool) -> Iterator[Advice]:
    """Yield advice for what is valid in both versions, but has another meaning."""
    for node in ast.walk(tree):
        match node:
            case ast.BinOp(op=ast.Div()) | ast.AugAssign(op=ast.Div()) if not has_division:
                yield advice(
                    node.lineno, "Python 3 does not round the result of /. Write // between integers.", SECTION
                )  # fmt: skip
            case ast.Call(func=ast.Attribute(attr="encode" | "decode" as name, value=ast.Name() | ast.Attribute())):
                yield advice(
                    node.lineno, f"Text and bytes are different types in Python 3. Remove {name}() where the result is "
                    "used as text.", SECTION,
                )  # fmt: skip


def _reason(error: Exception) -> str:
    """Return the message of a parser, which may span several lines."""
    return " ".join(str(error).split())


def _advice(line: str) -> Advice:
    found = LOG_LINE.match(line)
    number, message = (int(found[1]), found[2]) if found else (1, line)
    return advice(number, f"This was not rewritten for Python 3: {' '.join(message.split())}.", SECTION)


@cache
def _refactoring() -> Any:
    refactor = import_module("fissix.refactor")
    return refactor.RefactoringTool(refactor.get_fixers_from_package("fissix.fixes"))


def _tool(path: Path) -> Any:
    try:
        return _refactoring()
    except ModuleNotFoundError as error:
        raise UpgradeException(
            f"{path}: is Python 2, and the package that rewrites it is missing. Install it: "
            "pip install 'comodit-client[upgrade]'."
        ) from error
    except OSError as error:
        raise UpgradeException(
            f"{path}: cannot be rewritten, because fissix cannot write its cache: {error}. Set XDG_CACHE_HOME to a "
            "writable folder."
        ) from error
