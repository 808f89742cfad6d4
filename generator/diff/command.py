"""The command `python -m generator diff`."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from generator.commands import Command
from generator.diff.change import Change
from generator.diff.compare import compare
from generator.diff.source import Unreadable, read


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("old", type=Path, metavar="OLD", help="the old document: a YAML or JSON file, or a folder")
    parser.add_argument("new", type=Path, metavar="NEW", help="the new document")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="the format of the report")
    parser.add_argument(
        "--strict",
        action="store_true",
        help="treat each schema as one of requests and responses, as check-breaking does",
    )


def _run(arguments: Namespace) -> int:
    try:
        changes = compare(read(arguments.old), read(arguments.new), arguments.strict)
    except Unreadable as error:
        print(error, file=sys.stderr)
        return 2
    if arguments.format == "json":
        print(json.dumps([change.as_json() for change in changes], indent=2, ensure_ascii=False))
    else:
        _print(changes)
    return 1 if any(change.breaking for change in changes) else 0


def _print(changes: list[Change]) -> None:
    for title, breaking in (("Breaking changes", True), ("Other changes", False)):
        lines = [change.line_of_report() for change in changes if change.breaking is breaking]
        if lines:
            print(f"{title}: {len(lines)}", *lines, sep="\n")
    if not changes:
        print("No changes.")


DIFF = Command("diff", "Compare two OpenAPI documents, and list the changes that break callers.", _add_arguments, _run)
