"""An operation that is renamed in the schema is a type error in the facade module that needs it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
#: An operation of each kind of user: a collection, a singleton, collections of several owners, parts of entities.
RENAMED = {
    ("flavors", "get"): "flavor.py",
    ("hosts", "clear"): "host.py",
    ("instances", "delete"): "instance.py",
    ("compliance", "get"): "_host/compliance_paths.py",
    ("changes", "list"): "change.py",
    ("organization_settings", "change"): "organization.py",
    ("host_settings", "get_impact"): "_host/level.py",
    ("environments", "get_settings_tree"): "environment.py",
    ("environment_groups", "update"): "environment.py",
    ("host_audit_logs", "list"): "_host/level.py",
    ("platform_files", "get_content"): "platform.py",
    ("application_files", "set_content"): "application_file.py",
    ("application_parameters", "create"): "application.py",
    ("distributions", "get_thumbnail"): "distribution.py",
    ("host_group_package_properties", "get_impact"): "host_group.py",
    ("purchased_applications", "create"): "_organization/definitions.py",
    ("orchestration_contexts", "pause"): "orchestration_context.py",
    ("published_distributions", "update"): "store.py",
}


@pytest.mark.slow
def test_each_is_reported_where_it_is_used(tmp_path: Path) -> None:
    shadows = []
    for module, name in RENAMED:
        original = ROOT / "generated/comodit_client/wire" / f"{module}.py"
        before, after = original.read_text(encoding="utf-8").split("class Operations(Scope):")
        renamed, count = re.subn(rf"    def {name}\(", f"    def {name}_renamed(", after)
        assert count == 1, (module, name)
        (tmp_path / f"{module}.py").write_text(f"{before}class Operations(Scope):{renamed}", encoding="utf-8")
        shadows += ["--shadow-file", str(original), str(tmp_path / f"{module}.py")]
    command = [sys.executable, "-m", "mypy", "--cache-dir", str(tmp_path / "cache"), *shadows]
    ended = subprocess.run(
        [*command, "handwritten/comodit_client/aio"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    found = {line.partition(":")[0].partition("/aio/")[2] for line in ended.stdout.splitlines() if "error:" in line}
    assert found == set(RENAMED.values()), ended.stdout
