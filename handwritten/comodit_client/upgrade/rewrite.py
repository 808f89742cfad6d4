"""The upgrade of one script."""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass
from pathlib import Path

from comodit_client.upgrade.advise import Advisor
from comodit_client.upgrade.calls import Calls
from comodit_client.upgrade.errors import UnreadableScript
from comodit_client.upgrade.imports import imports_library, rewrite_imports
from comodit_client.upgrade.python2 import to_python3
from comodit_client.upgrade.script import Advice, Edit, Positions, edited
from comodit_client.upgrade.values import Values

#: An import of the library in a script that cannot be parsed.
IMPORT = re.compile(r"(?:^|\r)[ \t]*(?:from|import)[ \t]+comodit_client\b", re.MULTILINE)


@dataclass(frozen=True)
class Upgraded:
    """The result for a script.

    Attributes:
        text: The new text.
        advice: What was not rewritten, with the lines of the old text.
        advice_after: The same with the lines of the new text.
    """

    text: str
    advice: list[Advice]
    advice_after: list[Advice]


def upgrade(text: str, path: Path, timeout: int | None = None) -> Upgraded | None:
    """Upgrade a script.

    Args:
        text: The script.
        path: Its path, for messages.
        timeout: The timeout in seconds to add to waits that have none; None to add none.

    Returns:
        The result; None if the script does not import the library.

    Raises:
        UpgradeException: The script is not valid Python, or cannot be rewritten.
    """
    if "comodit_client" not in text:
        return None
    found: list[Advice] = []
    tree = _parsed(text, path)
    if tree is None:
        if not IMPORT.search(text):
            return None
        text, found = to_python3(text, path)
        tree = ast.parse(text)
    if not imports_library(tree):
        return None
    try:
        return _upgraded(text, tree, path, timeout, found)
    except RecursionError as error:
        raise UnreadableScript(f"{path}: is nested too deeply to be read. Upgrade it by hand.") from error


def _upgraded(text: str, tree: ast.Module, path: Path, timeout: int | None, found: list[Advice]) -> Upgraded:
    positions, values = Positions(text), Values(tree)
    results = [
        *rewrite_imports(tree, positions),
        *Calls(values, positions, timeout).rewrite(tree),
        *Advisor(values).advise(tree),
    ]
    edits = {each for each in results if isinstance(each, Edit)}
    result = edited(text, edits)
    _check(result, path)
    found += [each for each in results if isinstance(each, Advice)]
    found = sorted({*found}, key=lambda each: (each.line, each.message))
    return Upgraded(result, found, [positions.moved(each, edits) for each in found])


def _parsed(text: str, path: Path) -> ast.Module | None:
    """Return the syntax tree of Python 3; None if the text is not Python 3."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # those about the script are for its author
        try:
            return ast.parse(text)
        except SyntaxError:
            return None
        except (ValueError, RecursionError, MemoryError) as error:
            raise UnreadableScript(f"{path}: cannot be parsed: {error}. Correct it by hand.") from error


def _check(text: str, path: Path) -> None:
    if _parsed(text, path) is None:
        raise UnreadableScript(f"{path}: the result would not be valid Python 3. Upgrade it by hand, and report this.")
