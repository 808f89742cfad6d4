"""Compares the working tree with another revision; exit status 1 when a task became slower.

Both revisions run the same tasks, those of the working tree, in processes of their own: in the order A B B A, so that
neither always comes first. A task is slower if the median of its ratios exceeds 1.05, and their lower quartile 1: then
it took longer in at least three of four pairs, which is outside the spread.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import attrs

from benchmarks import report
from benchmarks.loopback import plain_server
from benchmarks.measure import Ratio, outcome

HOME = Path(__file__).parents[1]
#: The folders to import from.
TREES = ("generated", "handwritten")
TASKS = Path(__file__).with_name("tasks.py")
ROUNDS = 10
#: A task that takes so many times as long is slower.
BOUND = 1.05
Times = dict[str, float]


@attrs.frozen
class Revision:
    """A checkout to measure.

    Args:
        folder: Its folder.
        root: The API root of the server.
    """

    folder: Path
    root: str

    def times(self) -> Times:
        """Run all tasks in a new process and return their times."""
        trees = (str(self.folder / name) for name in TREES)
        environment = {"PYTHONPATH": os.pathsep.join(trees), "PYTHONDONTWRITEBYTECODE": ""}
        command = [sys.executable, "-P", str(TASKS), self.root]
        done = subprocess.run(command, env=os.environ | environment, stdout=subprocess.PIPE, check=True)
        found: Times = json.loads(done.stdout)
        return found


def main(arguments: list[str] | None = None) -> int:
    """Compare with a revision.

    Args:
        arguments: The arguments of the command; None for those of the process.

    Returns:
        The exit status.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks.revisions", description=__doc__)
    parser.add_argument("base", metavar="BASE", help="the revision to compare with")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="the number of pairs (default: %(default)s)")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the outcome to this file as well")
    options = parser.parse_args(arguments)
    ratios = measured(options.base, options.rounds)
    print(report.header())
    for ratio in ratios:
        print(report.line(ratio), "  slower" if is_slower(ratio) else "")
    if options.json:
        options.json.write_text(json.dumps(report.document(ratios, {}), indent=2) + "\n")
    return int(any(map(is_slower, ratios)))


def measured(base: str, rounds: int) -> list[Ratio]:
    """Measure the working tree and another revision.

    Args:
        base: The name of the other revision, as git knows it.
        rounds: The number of pairs.

    Returns:
        The comparison of each task.
    """
    with tempfile.TemporaryDirectory() as temporary, plain_server() as root:
        ours, other = Path(temporary) / "ours", Path(temporary) / "base"
        copy(ours)
        with checkout(base, other):
            return compared(pairs(Revision(ours, root), Revision(other, root), rounds))


def copy(folder: Path) -> None:
    """Copy the working tree, so that both revisions are in one file system, and you may edit it at the same time.

    Args:
        folder: The folder to create.
    """
    for name in TREES:
        shutil.copytree(HOME / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))


@contextmanager
def checkout(revision: str, folder: Path) -> Iterator[None]:
    """Check out a revision for some time. Generated code is committed, so it is complete.

    Args:
        revision: The name of the revision, as git knows it.
        folder: The folder to create.
    """
    _git("worktree", "add", "--quiet", "--detach", str(folder), revision)
    try:
        yield
    finally:
        _git("worktree", "remove", "--force", str(folder))


def pairs(ours: Revision, base: Revision, rounds: int) -> list[tuple[Times, Times]]:
    """Measure two revisions in turn.

    Args:
        ours: The working tree.
        base: The revision to compare with.
        rounds: The number of pairs.
    """
    ours.times()  # compiles
    base.times()
    found = []
    for number in range(rounds):
        if number % 2:
            mine, other = ours.times(), base.times()
        else:
            other, mine = base.times(), ours.times()
        found.append((mine, other))
    return found


def compared(found: list[tuple[Times, Times]]) -> list[Ratio]:
    """Summarize the times, task by task.

    Args:
        found: The times of both revisions, pair by pair.
    """
    return [outcome(task, [(mine[task], other[task]) for mine, other in found], BOUND) for task in found[0][0]]


def is_slower(ratio: Ratio) -> bool:
    """Return whether a task became slower by more than the bound, and not by chance.

    Args:
        ratio: The comparison.
    """
    return ratio.is_exceeded and (ratio.lower is None or ratio.lower > 1)


def _git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=HOME, check=True)


if __name__ == "__main__":
    sys.exit(main())
