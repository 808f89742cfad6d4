"""List the words to avoid in docs, docstrings, messages and the schema's descriptions."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
CONFIG = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
WORDS: dict[str, str] = CONFIG["words"]
ALLOWED: list[dict[str, str]] = CONFIG.get("allow", [])
PATTERN = re.compile(rf"\b({'|'.join(sorted(map(re.escape, WORDS), key=len, reverse=True))})\b", re.IGNORECASE)
#: What is code, not prose.
CODE = re.compile(r"``.*?``|`[^`]*`")
Line = tuple[int, str]


def sources(root: Path) -> Iterator[Path]:
    """Return the files whose text people read."""
    yield from sorted(root.glob("*.md"))
    for folder, pattern in (("docs", "*.md"), ("handwritten", "*.py"), ("generator", "*.py"), ("schema", "*.yaml")):
        yield from sorted((root / folder).rglob(pattern))


def lines(path: Path) -> Iterator[Line]:
    """Return the lines of prose in a file, each with its number."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        yield from _python(text)
    elif path.suffix == ".yaml":
        yield from _schema(yaml.compose(text))
    else:
        yield from _markdown(text)


def findings(path: Path, root: Path) -> list[str]:
    """Return what to change in a file, one finding a line."""
    name = path.relative_to(root).as_posix()
    return [
        f"{name}:{number}: {found[0]!r}: write {WORDS[found[0].lower()]!r}"
        for number, line in lines(path)
        for found in PATTERN.finditer(CODE.sub("", line))
        if not _is_allowed(name, found[0].lower(), line)
    ]


def _is_allowed(name: str, word: str, line: str) -> bool:
    return any(word == entry["word"] and name == entry.get("in", name) and entry["text"] in line for entry in ALLOWED)


def _markdown(text: str) -> Iterator[Line]:
    is_code = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith(("```", "<!--")):
            is_code = not is_code
        elif not is_code:
            yield number, line
        if is_code and line.rstrip().endswith("-->"):
            is_code = False


def _python(text: str) -> Iterator[Line]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
            for offset, line in enumerate(node.value.splitlines()):
                yield node.lineno + offset, line


def _schema(node: Any) -> Iterator[Line]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value in ("description", "summary") and isinstance(value, yaml.ScalarNode):
                for offset, line in enumerate(value.value.splitlines()):
                    yield value.start_mark.line + 1 + offset, line
            else:
                yield from _schema(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _schema(item)


def main(arguments: list[str]) -> int:
    """Print the findings in the files whose paths begin with an argument; in all files without arguments."""
    prefixes = tuple(str((Path.cwd() / argument).resolve()) for argument in arguments)
    files = [path for path in sources(ROOT) if not prefixes or str(path).startswith(prefixes)]
    found = [finding for path in files for finding in findings(path, ROOT)]
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
