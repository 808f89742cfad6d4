"""The command `python -m comodit_client.upgrade`."""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from comodit_client.upgrade.rewrite import Upgraded, upgrade
from comodit_client.upgrade.script import Script, read
from comodit_client.wire.errors import PythonApiException

OK, WOULD_CHANGE, FAILED = 0, 1, 2
DESCRIPTION = """
Rewrite scripts of the original client. Prints a diff, and changes nothing without --write. What cannot be rewritten is
listed as FILE:LINE: advice.
"""
STATUSES = """
exit status: 0 when all scripts were read and written, 1 with --check when a script would change, 2 when the arguments
are wrong or a script cannot be read, rewritten or written; the other scripts are still processed
"""
#: Folders with code of others.
SKIPPED = {"__pycache__", "node_modules", "site-packages"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Upgrade scripts.

    Args:
        arguments: The command line without the command's name. Default: the arguments of the process.

    Returns:
        The exit status.
    """
    options = parser().parse_args(arguments)
    changed = places = 0
    status = OK
    for path in dict.fromkeys(_scripts(options.paths)):
        try:
            script = read(path)
            result = upgrade(script.text, path, options.timeout)
            if result is None:
                continue
            is_changed = result.text != script.text
            if is_changed and options.write:
                script.write(result.text)
            elif is_changed:
                _show(script, result)
        except PythonApiException as error:
            status = FAILED
            _say(error.message)
        else:
            changed += is_changed
            places += len(result.advice)
            for advice in result.advice_after if options.write else result.advice:
                _say(f"{path}:{advice.line}: {advice.message}")
    _say(f"Scripts {'changed' if options.write else 'to change'}: {changed}. Places to review: {places}.")
    return status or (WOULD_CHANGE if options.check and changed else OK)


def _scripts(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files; of a folder those of Python, without those of environments, packages and hidden folders."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, files in os.walk(path):
            is_environment = "pyvenv.cfg" in files
            folders[:] = (
                ()
                if is_environment
                else sorted(name for name in folders if name not in SKIPPED and not name.startswith("."))
            )
            if not is_environment:
                yield from (Path(folder, name) for name in sorted(files) if name.endswith(".py"))


def _show(script: Script, result: Upgraded) -> None:
    before, after = _lines(script.text), _lines(result.text)
    name = str(script.path)
    for line in difflib.unified_diff(before, after, name, name):
        sys.stdout.write(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
    sys.stdout.flush()


def _lines(text: str) -> list[str]:
    """Return the lines as tools for diffs see them, which know one line end."""
    return [f"{line}\n" for line in text.split("\n")[:-1]] + ([last] if (last := text.rpartition("\n")[2]) else [])


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def _seconds(text: str) -> int:
    seconds = int(text)
    if seconds <= 0:
        raise argparse.ArgumentTypeError("pass a number of seconds greater than 0")
    return seconds


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = argparse.ArgumentParser(prog="python -m comodit_client.upgrade", description=DESCRIPTION, epilog=STATUSES)
    made.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a script, or a folder of scripts")
    mode = made.add_mutually_exclusive_group()
    mode.add_argument("--write", action="store_true", help="replace the scripts")
    mode.add_argument("--check", action="store_true", help="exit with 1 if a script would change")
    made.add_argument(
        "--timeout", type=_seconds, metavar="SECONDS", help="add this timeout to waits without one, such as 1800"
    )
    return made


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # the reader of the diff has ended
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)
