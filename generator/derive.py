"""Derives the blocking facade from the async one: unasync's token rules, and what they leave out."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import tokenize_rt  # what unasync itself reads with
import unasync

from generator.errors import SchemaError

#: The names that differ between the colours; unasync itself knows the protocol methods and the iterator types.
NAMES = {
    "aio": "api",
    "aclose": "close",
    "colour_async": "colour_sync",
    "Asynchronous": "Blocking",
    "asynchronous": "blocking",
}
HEADER = (
    "# Made by `python -m generator` from handwritten/comodit_client/aio/{name}.\n"
    "# Do not edit: change that, then run `make generate`.\n"
)


class Rule(unasync.Rule):  # type: ignore[misc]  # unasync has no types
    """Unasync's rule for one text, with docstrings and comments, and without its Async -> Sync prefix."""

    def __init__(self) -> None:
        super().__init__("aio", "api", NAMES)

    def text(self, source: str) -> str:
        """Rewrite a source.

        Args:
            source: Python source of the async colour.

        Returns:
            The same in the blocking colour.
        """
        source = re.sub(r"\bAwaitable\[((?:[^\[\]]|\[(?:[^\[\]]|\[[^\[\]]*\])*\])*)\]", r"\1", source)
        tokens = tokenize_rt.src_to_tokens(source)
        derived = tokenize_rt.tokens_to_src(self._unasync_tokens([_worded(token) for token in tokens]))
        return str(derived)


def derive(folder: Path) -> dict[str, str]:
    """Derive the blocking facade.

    Args:
        folder: The folder of the async facade.

    Returns:
        The text of each file, by its path within the package.

    Raises:
        SchemaError: Something asynchronous is left in the result.
    """
    rule = Rule()
    files: dict[str, str] = {}
    findings: list[str] = []
    for file in sorted(folder.rglob("*.py")):
        name = file.relative_to(folder).as_posix()
        text = rule.text(file.read_text(encoding="utf-8"))
        findings += [f"{name}:{line}: something asynchronous is left" for line in _left_over(text)]
        files[name] = HEADER.format(name=name) + text
    if findings:
        raise SchemaError(findings)
    return files


def _worded(token: tokenize_rt.Token) -> tokenize_rt.Token:
    # unasync looks at a string only when the whole of it is one name: docstrings and comments are ours.
    if token.name not in ("STRING", "COMMENT"):
        return token
    text = re.sub(r"\basync (for|with|def)\b", r"\1", token.src)
    text = re.sub(r"\bawait \(([^()]*\([^()]*\)[^()]*)\)", r"\1", text)
    text = re.sub(r"\bawait ", "", text)
    for name, other in NAMES.items():
        text = re.sub(rf"\b{name}\b", other, text)
    return token._replace(src=text)


def _left_over(text: str) -> list[int]:
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith, ast.Await)) or (
            isinstance(node, ast.comprehension) and node.is_async
        ):
            found.append(getattr(node, "lineno", 0))
        elif isinstance(node, ast.Name) and node.id == "Awaitable":
            found.append(node.lineno)
    return found
