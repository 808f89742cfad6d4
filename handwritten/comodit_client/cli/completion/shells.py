"""What each shell's script sends and reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from comodit_client.cli.completion.candidates import FILE, WORD, Candidates, candidates
from comodit_client.cli.completion.lines import split

#: Separates the words that zsh and fish send.
SEPARATOR = "\x1f"


def _bash(text: str, breaks: str) -> list[str]:
    """Return the kind, and the quoted candidates that match: bash itself neither quotes nor filters them."""
    line = split(text, breaks)
    if line.is_file:
        return [FILE]
    found = candidates(line.words[1:], line.current)
    words = [found.prefix + value for value, _ in found.items]
    return [found.kind, *(line.replacement(word) for word in words if word.startswith(line.current))]


def _zsh(text: str, _: str) -> list[str]:
    """Return the kind, the prefix of the word, and the candidates; those that are words with their descriptions."""
    found = _of_words(text)
    if found.kind == WORD:
        return [found.kind, found.prefix, *(f"{value}:{about}" for value, about in found.items)]
    return [found.kind, found.prefix, *(value for value, _ in found.items)]


def _fish(text: str, _: str) -> list[str]:
    """Return the kind, the prefix of the word, and the candidates with that prefix and their descriptions."""
    found = _of_words(text)
    items = [f"{found.prefix}{value}" + (f"\t{about}" if about else "") for value, about in found.items]
    return [found.kind, found.prefix, *items]


def _of_words(text: str) -> Candidates:
    *words, current = text.split(SEPARATOR)
    return candidates(words, current)


ANSWERS: Mapping[str, Callable[[str, str], list[str]]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
