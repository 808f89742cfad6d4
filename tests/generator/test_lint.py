"""`make schema` fails for each problem of the OpenAPI document that is not a listed exception."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from generator.paths import ROOT

GENERATED = ROOT / "generated" / "comodit_client"
SCHEMA = ROOT / "schema"

CONFIGURATION = SCHEMA / "lint" / "redocly.yaml"


@pytest.mark.slow
def test_planted_problems_fail_the_lint(tmp_path: Path) -> None:
    document = yaml.load((GENERATED / "schema" / "comodit.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    paths = document["paths"]
    del paths["/flavors/"]["get"]["summary"]
    paths["/flavors/"]["get"]["operationId"] = "flavors.get"
    document["components"]["schemas"]["Unused"] = {"type": "object", "description": "Nothing uses it."}
    responses = paths["/organizations/"]["get"]["responses"]
    for status in [status for status in responses if status.startswith("4")]:
        del responses[status]
    paths["/organizations/{organization}"]["get"]["responses"]["200"]["content"] = {
        "application/json": {"schema": {"$ref": "#/components/schemas/Lost"}}
    }
    planted = tmp_path / "planted.yaml"
    planted.write_text(yaml.dump(document, Dumper=yaml.CSafeDumper), encoding="utf-8")
    environment = {
        name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")
    }
    done = subprocess.run(
        ["make", "schema", f"BUNDLE={planted}"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    found = set(re.findall(r" error +([A-Za-z0-9-]+)", done.stdout + done.stderr))
    assert done.returncode != 0
    assert found == {
        "operation-summary",
        "operation-operationId-unique",
        "no-unused-components",
        "operation-4xx-response",
        "no-unresolved-refs",
    }


def test_each_exception_has_its_reason() -> None:
    lines = CONFIGURATION.read_text(encoding="utf-8").splitlines()
    configuration = yaml.safe_load("\n".join(lines))
    assert configuration.keys() == {"extends", "rules"}
    assert configuration["extends"] == ["recommended-strict"]  # warnings are errors
    for rule, severity in configuration["rules"].items():
        place = lines.index(f"  {rule}: off")
        assert severity is False  # YAML 1.1 reads "off" so
        assert lines[place - 1].startswith("  # "), rule
