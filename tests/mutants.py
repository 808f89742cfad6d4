"""Plants faults in rest/, disk/ and config/ and counts those that the tests find: `make mutants`.

cosmic-ray makes the mutants, one at a time, in a copy of the checkout. A full run takes hours; a sample is drawn at
random with a seed, so that it can be repeated.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from cosmic_ray.work_db import use_db
from cosmic_ray.work_item import TestOutcome, WorkerOutcome, WorkResult

ROOT = Path(__file__).parent.parent
CODE = Path("handwritten/comodit_client")
#: The tests of each package, so that a mutant takes seconds.
TESTS = {
    "config": "tests/rest/test_config.py tests/rest/test_options.py",
    "rest": "tests/rest --ignore tests/rest/disk",
    "disk": "tests/rest/disk tests/facade/disk",
}
#: Nearly each | is in an annotation (`str | None`), which nothing evaluates: no test can see such a mutant.
UNSEEN = "BinaryOperator_BitOr_"
CONFIG = """[cosmic-ray]
module-path = {modules}
timeout = 300.0
test-command = "{python} -m pytest -x -q -m 'not slow' --no-header --tb=no -p no:cacheprovider {tests}"
[cosmic-ray.distributor]
name = "local"
"""


class Run:
    """The mutants of one package.

    Args:
        copy: The copy of the checkout.
        package: The name of the package.
        only: Parts of the paths of the modules to mutate; empty for all.
    """

    def __init__(self, copy: Path, package: str, only: list[str]) -> None:
        self.copy = copy
        self.package = package
        self.session = copy / f"{package}.sqlite"
        self.config = copy / f"{package}.toml"
        paths = [str(path.relative_to(copy)) for path in sorted((copy / CODE / package).rglob("*.py"))]
        self.modules = [path for path in paths if not only or any(part in path for part in only)]

    def plan(self) -> None:
        self.config.write_text(
            CONFIG.format(modules=self.modules, python=sys.executable, tests=TESTS[self.package]), encoding="utf-8"
        )
        self.call("init", "--force")

    def skip_all_but(self, kept: set[str]) -> None:
        skipped = WorkResult(worker_outcome=WorkerOutcome.SKIPPED)
        with use_db(str(self.session)) as work:
            every = {item.job_id for item in work.work_items}
            work.set_multiple_results(every - kept, skipped)

    def jobs(self) -> list[str]:
        with use_db(str(self.session)) as work:
            items = sorted(work.work_items, key=lambda item: str(item.mutations[0]))  # ids differ from run to run
            return [item.job_id for item in items if UNSEEN not in item.mutations[0].operator_name]

    def call(self, *command: str) -> None:
        path = os.pathsep.join(str(self.copy / folder) for folder in ("generated", "handwritten"))
        subprocess.run(
            [sys.executable, "-m", "cosmic_ray.cli", *command, str(self.config), str(self.session)],
            cwd=self.copy,
            env={**os.environ, "PYTHONPATH": path, "CI": "1"},
            check=True,
        )

    def score(self) -> tuple[int, int]:
        """Print the mutants that survived; return how many were found, and how many there were."""
        found = total = 0
        with use_db(str(self.session)) as work:
            items = {item.job_id: item.mutations[0] for item in work.work_items}
            for job, result in work.results:
                if result.worker_outcome == WorkerOutcome.SKIPPED:
                    continue
                total += 1
                found += result.test_outcome != TestOutcome.SURVIVED
                if result.test_outcome == TestOutcome.SURVIVED:
                    mutation = items[job]
                    print(f"survived: {mutation.module_path}:{mutation.start_pos[0]} {mutation.operator_name}")
        return found, total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, help="the number of mutants to try; all when not given")
    parser.add_argument("--seed", type=int, default=1, help="makes the sample repeatable")
    parser.add_argument("--only", nargs="*", default=[], help="parts of the paths of the modules to mutate")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".venv*", ".git", ".*_cache", "__pycache__"))
        runs = [run for run in (Run(copy, package, options.only) for package in TESTS) if run.modules]
        for run in runs:
            run.plan()
        jobs = [job for run in runs for job in run.jobs()]
        size = len(jobs) if options.sample is None else min(options.sample, len(jobs))
        kept = set(random.Random(options.seed).sample(jobs, size))
        found = total = 0
        for run in runs:
            run.skip_all_but(kept)
            run.call("exec")
            caught, tried = run.score()
            print(f"{run.package}: {caught} of {tried} mutants were found")
            found, total = found + caught, total + tried
        print(f"all: {found} of {total} mutants were found ({found / max(total, 1):.0%}); {len(jobs)} exist")


if __name__ == "__main__":
    main()
