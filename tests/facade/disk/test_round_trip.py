"""What is exported, imported elsewhere and exported again is the same, but for what each server makes up."""

from __future__ import annotations

from .same import compared, rename


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
