"""Learns from exchanges with a small schema, in the tests of `python -m generator learn`."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import yaml
from attrs import evolve

from comodit_client.wire.drift import Drift
from generator import bundle
from generator.config import read_config
from generator.drift import compared
from generator.exchanges import Exchange
from generator.learn.evidence import Observations
from generator.learn.learned import Learned, learn
from generator.paths import CONFIG
from generator.runtime.drift_values import ABSENT

OWN = read_config(CONFIG)
PET = "/zoos/Berlin/pets/Knut"


def seen(response: Any = ABSENT, path: str = PET, method: str = "GET", status: int = 200, **more: Any) -> Exchange:
    return Exchange(method, path, status, response=response, content_type="application/json", **more)


def learned(folder: Path, *seen: Exchange, report: tuple[Drift, ...] = ()) -> Learned:
    """Learn, apply the patch as a user does, and check that nothing more is to be learned from the exchanges."""
    found = learn(Observations(seen, report), evolve(OWN, schema=folder))
    assert found.problems == [], found.problems
    patch = found.folder.patch()
    if patch:
        subprocess.run(["git", "apply", "-p1", "-"], input=patch.encode(), check=True, cwd=folder.parent)
    assert len(list(compared(bundle.load(folder), seen))) == (len(found.skipped) if seen else 0), found.skipped
    return found


def added(found: Learned) -> list[str]:
    """Return the lines that a patch adds, without their indentation."""
    lines = found.folder.patch().splitlines()
    return [line[1:].strip() for line in lines if line.startswith("+") and not line.startswith("+++")]


def content(folder: Path, file: str, *path: str) -> Any:
    value = yaml.safe_load((folder / file).read_text(encoding="utf-8"))
    for key in path:
        value = value[key]
    return value


def members(folder: Path, schema: str, file: str = "pets.yaml") -> dict[str, Any]:
    found: dict[str, Any] = content(folder, file, "components", "schemas", schema, "properties")
    return found
