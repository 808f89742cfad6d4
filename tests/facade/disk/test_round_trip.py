"""What is exported, imported elsewhere and exported again is the same, but for what each server makes up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

#: What each server makes up; a host that comes without its machine has another state.
MADE_UP = {"uuid", "version", "versionStamp", "organization", "access", "id", "state"}


def plain(value: Any) -> Any:
    """A JSON value without what each server makes up."""
    if isinstance(value, dict):
        return {member: plain(item) for member, item in value.items() if member not in MADE_UP}
    return [plain(item) for item in value] if isinstance(value, list) else value


def compared(written: dict[str, bytes]) -> dict[str, Any]:
    """What is compared of a tree: JSON as text, for the order of members counts."""
    return {
        name: json.dumps(plain(json.loads(text)), indent=1) if name.endswith(".json") else text
        for name, text in written.items()
        if not name.endswith("instance.json")
    }


def rename(folder: Path, name: str) -> None:
    definition = folder / "definition.json"
    definition.write_text(json.dumps({**json.loads(definition.read_text()), "name": name}))


def test_an_organization_of_everything(organization, sandbox_client, make_export, make_import, run, read, tmp_path):
    export = make_export(with_secrets=True)
    run(export.export_organization(organization, tmp_path / "one"))
    rename(tmp_path / "one", "Copy")
    importer = make_import()
    run(importer.import_organization(sandbox_client, tmp_path / "one"))
    assert importer.report.failed == ""
    run(export.export_organization(run(sandbox_client.get_organization("Copy")), tmp_path / "two"))
    one, two = compared(read(tmp_path / "one")), compared(read(tmp_path / "two"))
    assert one.keys() == two.keys()
    for name in one:
        assert one[name] == two[name], name
