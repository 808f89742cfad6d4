"""Derives the blocking API from the async one with unasync's token rules and our own for docstrings and comments."""

from __future__ import annotations

import ast
import re

import tokenize_rt  # the tokenizer that unasync uses
import unasync

from generator.config import Config, Facade
from generator.errors import SchemaError

#: The names that differ between any two APIs. unasync itself knows the protocol methods and the iterator types.
NAMES = {
    "aclose": "close",
    "Asynchronous": "Blocking",
    "asynchronous": "blocking",
    "async": "blocking",  # in prose only: the keyword has been removed by then
}
#: The words that must not be left in the blocking API, in code, docstrings or comments.
LEFT_OVER = re.compile(
    r"\b(async\w*|Async\w*|await\w*|Await\w*|Coroutine|anyio|aiter|anext|aclosing"
    r"|__a(?:enter|exit|iter|next|wait)__)\b"
)


class Rule(unasync.Rule):  # type: ignore[misc]  # unasync has no types
    """unasync's rule, extended to docstrings and comments, and without its Async -> Sync prefix.

    Args:
        facade: The async API.
    """

    def __init__(self, facade: Facade) -> None:
        names = {facade.name: facade.blocking, **NAMES, **facade.names}
        super().__init__(facade.name, facade.blocking, names)
        self._names = re.compile(rf"\b({'|'.join(map(re.escape, self.token_replacements))})\b")

    def text(self, source: str) -> str:
        """Convert a source text.

        Args:
            source: Python source of the async API.

        Returns:
            The source of the blocking API.
        """
        source = re.sub(r"(?:\b\w+\.)*\bAwaitable\[((?:[^\[\]]|\[(?:[^\[\]]|\[[^\[\]]*\])*\])*)\]", r"\1", source)
        tokens = [self._convert_prose(token) for token in tokenize_rt.src_to_tokens(source)]
        return str(tokenize_rt.tokens_to_src(self._unasync_tokens(tokens)))

    def _convert_prose(self, token: tokenize_rt.Token) -> tokenize_rt.Token:
        # unasync only replaces a string that is one name as a whole; docstrings and comments are converted here.
        if token.name not in ("STRING", "FSTRING_MIDDLE", "COMMENT"):
            return token
        text = re.sub(r"\b([Aa])n (?=async)", r"\1 ", token.src)  # an async call, a blocking call
        text = re.sub(r"\basync (for|with|def)\b", r"\1", text)
        text = re.sub(r"\bawait \(([^()]*\([^()]*\)[^()]*)\)", r"\1", text)
        # Only before a call: in prose the word cannot simply be dropped, so it is reported as left over.
        text = re.sub(r"\bawait (?=[\w.]+[(\[])", "", text)
        text = self._names.sub(lambda found: str(self.token_replacements[found[0]]), text)
        return token._replace(src=text)

    def _unasync_name(self, name: str) -> str:
        return str(self.token_replacements.get(name, name))


def derive(facade: Facade, config: Config) -> dict[str, str]:
    """Derive the blocking API.

    Args:
        facade: The async API.
        config: The configuration.

    Returns:
        The text of each file, by its path within the package.

    Raises:
        SchemaError: Something asynchronous is left in the result, or the result is not valid Python.
    """
    rule = Rule(facade)
    files: dict[str, str] = {}
    findings: list[str] = []
    for file in sorted(facade.folder.rglob("*.py")):
        name = file.relative_to(facade.folder).as_posix()
        text = rule.text(file.read_text(encoding="utf-8"))
        findings += [f"{facade.name}/{name}:{finding}" for finding in _left_over(text) or _broken(text)]
        files[name] = config.head(f"{facade.source}/{name}") + text
    if findings:
        raise SchemaError(findings)
    return files


def _left_over(text: str) -> list[str]:
    return [
        f"{number}: {found[0]!r} has no counterpart in the blocking API: reword it"
        for number, line in enumerate(text.splitlines(), 1)
        for found in LEFT_OVER.finditer(line)
        if found[0] != "Awaitable" or " import " not in line  # ruff removes the unused import
    ]


def _broken(text: str) -> list[str]:
    try:
        ast.parse(text)
    except SyntaxError as error:
        # unasync drops the token after `await`, assuming a space.
        return [f"{error.lineno}: the derived code is not valid Python: put a space after `await`"]
    return []
