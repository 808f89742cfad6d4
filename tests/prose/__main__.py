"""Lists words to avoid in all texts: `python -m tests.prose [PATH...]`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.prose.check import Rules, sources

ROOT = Path(__file__).resolve().parents[2]
WORDS = Path(__file__).with_name("words.toml")


def main(arguments: list[str], root: Path = ROOT, words: Path = WORDS) -> int:
    """Print the findings in the files whose paths begin with an argument; in all files without arguments.

    Without arguments it prints the exceptions that no text needs, too.
    """
    rules = Rules.read(words)
    prefixes = tuple(str((Path.cwd() / argument).resolve()) for argument in arguments)
    files = [path for path in sources(root) if not prefixes or str(path).startswith(prefixes)]
    found = [finding for path in files for finding in rules.findings(path, root)]
    if not prefixes:
        found += [f"{words.name}: no text needs the exception for {entry['word']!r}: {entry}" for entry in rules.unused]
    for finding in found:
        print(finding)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
