"""The commands `python -m generator breaking` and `python -m generator additions`."""

from __future__ import annotations

import gc
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

from generator.commands import Command
from generator.config import read_config
from generator.diff.change import Change, once
from generator.diff.compare import compare
from generator.gate import allowed, base, document, python_api, surface
from generator.gate.allowed import CHANGELOG, FILE
from generator.gate.base import Base
from generator.gate.layout import Layout, layout

_NO_GIT = "check-breaking: skipped, because {root} is not a git repository. It has no earlier version to compare with."


def differences(root: Path, old: Path, layout: Layout, breaking: bool) -> list[Change]:
    """Compare two versions of the project.

    Args:
        root: The folder of the new version.
        old: The folder of the old version.
        layout: The places of the parts of both.
        breaking: Whether to return the breaking changes, or else what is new.
    """
    changes = compare(document.committed(old, layout), document.current(root, layout), strict=True)
    before, after = surface.load(old, layout), surface.load(root, layout)
    found = python_api.breaking(before, after) if breaking else python_api.additions(before, after)
    return once([change for change in changes if change.breaking is breaking] + found)


def findings(root: Path, breaks: list[Change], name: str, with_stale: bool = True) -> list[str]:
    """Return the lines of the report on the breaking changes. It is empty if all is in order.

    Args:
        root: The folder of the project, with `breaking.toml` and the changelog.
        breaks: The breaking changes.
        name: The name of the old version.
        with_stale: Whether to report entries of `breaking.toml` that match no break.
    """
    known = set(allowed.read(root).breaks)
    lines = [change.line_of_report(name) for change in breaks if change.identifier not in known]
    if lines:
        lines.append(f"Breaking changes since {name}: {len(lines)}. Undo them, or list each in {FILE} with its reason.")
    file = root / CHANGELOG
    changelog = file.read_text(encoding="utf-8") if file.exists() else ""
    for change in allowed.unannounced([change for change in breaks if change.identifier in known], changelog):
        words = ".".join(allowed.last_words(change))
        lines.append(
            f"{FILE} allows {change.identifier!r}, but {CHANGELOG} does not announce it:"
            f" add an entry with `{words}` to Changed or Removed below Unreleased"
        )
    for stale in sorted(known - {change.identifier for change in breaks}) if with_stale else ():
        lines.append(f"{FILE} allows {stale!r}, which is not a breaking change since {name}: remove the entry")
    return lines


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--base", metavar="REV", help="the revision to compare with (default: the last tag v*)")


def _changes(arguments: Namespace, breaking: bool) -> tuple[Base, list[Change]]:
    config = read_config(arguments.config)
    root, parts = config.root, layout(config)
    found = base.find(root, arguments.base, allowed.read(root).base)
    gc.disable()  # of some million objects, none is garbage before the command ends: a quarter of its time
    with tempfile.TemporaryDirectory() as folder:
        base.extract(root, found, (parts.schema, *parts.trees), Path(folder))
        return found, differences(root, Path(folder), parts, breaking)


def _breaking(arguments: Namespace) -> int:
    try:
        found, breaks = _changes(arguments, breaking=True)
    except base.NoRepository:
        print(_NO_GIT.format(root=arguments.config.parent))
        return 0
    lines = findings(arguments.config.parent, breaks, found.name, with_stale=arguments.base is None)
    print(*lines or [f"No breaking changes since {found.name} that are not allowed."], sep="\n")
    return 1 if lines else 0


def _additions(arguments: Namespace) -> int:
    try:
        found, changes = _changes(arguments, breaking=False)
    except base.NoRepository:
        print(_NO_GIT.format(root=arguments.config.parent))
        return 0
    print(
        f"Added or extended since {found.name}: {len(changes)}", *(each.line_of_report() for each in changes), sep="\n"
    )
    return 0


BREAKING = Command("breaking", "List the breaking changes since the last release.", _add_arguments, _breaking)
ADDITIONS = Command("additions", "List what is new since the last release.", _add_arguments, _additions)
