"""What is removed from the real schema is learned again from recorded traffic."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest
from attrs import evolve

from generator import bundle
from generator.config import read_config
from generator.drift import compared, with_api
from generator.exchanges import Exchange, read_exchanges
from generator.learn.evidence import Observations
from generator.learn.learned import learn
from generator.paths import CONFIG
from tests.generator.learn.removals import remove_parts

ROOT = Path(__file__).resolve().parents[3]
#: Recorded exchanges with a real server, where they lie beside the project.
VECTORS = ROOT.parent / "shared" / "wire" / "vectors"
CASSETTES = ROOT / "tests" / "scenarios" / "cassettes"


def exchanges() -> list[Exchange]:
    files = sorted(VECTORS.glob("*.jsonl")) or sorted(CASSETTES.glob("*api*.yaml"))
    return [exchange for file in files for exchange in read_exchanges(file)]


@pytest.mark.slow
def test_members_values_and_operations_are_learned_again(tmp_path) -> None:
    schema = tmp_path / "schema"
    shutil.copytree(ROOT / "schema", schema, ignore=shutil.ignore_patterns("examples"))  # they name removed parts
    assert len(remove_parts(schema, random.Random(5), 150)) == 150
    seen = exchanges()
    learned = learn(Observations(seen), evolve(read_config(CONFIG), schema=schema))
    # Two responses that are text have only a recorded example, which is not in the copy.
    assert [text for text in learned.problems if not text.endswith("or an entry to schema/examples")] == []
    assert len(learned.drafted) > 10
    patch = learned.folder.patch().encode()
    subprocess.run(["git", "apply", "-p1", "-"], input=patch, check=True, cwd=tmp_path)
    document = bundle.load(schema)
    left = [str(drift) for drift in compared(document, with_api(document, seen))]
    explained = [text for text in left if any(reason.startswith(text) for reason in learned.skipped)]
    assert left == explained
