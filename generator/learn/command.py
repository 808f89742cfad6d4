"""The command `learn`: it drafts the edits of schema/ that recorded exchanges or a drift report ask for."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from generator.commands import Command
from generator.config import read_config
from generator.errors import SchemaError


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, help="a cassette (.yaml), a HAR file (.har), recorded exchanges (.jsonl) or a drift report"
    )
    target = parser.add_mutually_exclusive_group()
    target.add_argument("--output", type=Path, metavar="FILE", help="write the patch to a file instead of stdout")
    target.add_argument("--apply", action="store_true", help="edit the files of schema/ instead of printing a patch")


def _run(arguments: Namespace) -> int:
    from generator.learn.evidence import Observations
    from generator.learn.learned import learn

    learned = learn(Observations.read(arguments.file), read_config(arguments.config))
    for line in [*learned.drafted, *(f"skipped: {text}" for text in learned.skipped)]:
        print(line, file=sys.stderr)
    patch = learned.folder.patch()
    if arguments.apply:
        learned.folder.apply()
    elif arguments.output is not None:
        _write(arguments.output, patch)
    else:
        sys.stdout.buffer.write(patch.encode("utf-8"))
    if learned.problems:
        raise SchemaError(["The draft cannot be generated. Correct it:", *learned.problems])
    return 0


def _write(file: Path, patch: str) -> None:
    try:
        file.write_bytes(patch.encode("utf-8"))
    except OSError as error:
        raise SchemaError([f"{file}: cannot write the patch: {error.strerror}"]) from error


COMMAND = Command(
    "learn", "Draft the edits of schema/ for what a cassette, a HAR file or a drift report shows.", _add_arguments, _run
)
