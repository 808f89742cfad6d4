"""What comes of an import does not depend on how many requests are under way at a time."""

from __future__ import annotations

import json
import shutil

import pytest

from .same import compared, rename


def test_the_actions_do_not_depend_on_it(organization, make_export, make_import, sandbox_client, run, tmp_path):
    run(make_export(with_secrets=True).export_organization(organization, tmp_path / "o"))
    seen = []
    for options in (
        {"skip_conflict": True},
        {"update_existing": True},
        {"update_existing": True, "delete_missing": True},
    ):
        for parallel in (1, 8):
            importer = make_import(queue_actions=True, with_instances=True, parallel=parallel, **options)
            run(importer.import_organization(sandbox_client, tmp_path / "o"))
            seen.append(([repr(action) for action in importer.actions], importer.left_out))
    assert seen[::2] == seen[1::2]
    assert len(seen[0][0]) > 20


@pytest.mark.slow
def test_the_result_on_the_server_does_not_depend_on_it(
    organization, make_export, make_import, sandbox_client, run, read, tmp_path
):
    fill(organization, run)
    folder, results = tmp_path / "o", {}
    run(make_export(with_secrets=True).export_organization(organization, folder))
    for changed in (False, True):
        if changed:
            change(folder)
        for parallel in (1, 8):
            name = f"Copy{parallel}"
            rename(folder, name)
            importer = make_import(parallel=parallel, update_existing=changed, delete_missing=changed)
            run(importer.import_organization(sandbox_client, folder))
            copy = run(sandbox_client.get_organization(name))
            target = tmp_path / f"{name}-{changed}"
            run(make_export(with_secrets=True).export_organization(copy, target))
            written = {file: str(text).replace(name, "Copy") for file, text in compared(read(target)).items()}
            results[parallel, changed] = written, orders(copy, run)
        assert results[1, changed] == results[8, changed]
    assert results[1, False] != results[1, True]


def fill(organization, run):
    """More of everything that a list keeps in order."""
    for number in range(6):
        application = organization.applications().new(f"app{9 - number}")
        application.set_json({"name": application.name, "files": [{"name": f"f{file}"} for file in range(4)]})
        run(application.create())
        for file in range(4):
            run(application.files().wrap({"name": f"f{file}"}).set_content(f"{number}{file}".encode()))
    environment = run(organization.environments().create("Prod"))
    for number in range(4):
        host = run(environment.hosts().create(f"h{9 - number}", "", "Demo Platform", "Demo Distribution"))
        for app in range(3):
            run(host.install(f"app{4 + (number + app) % 6}"))


def change(folder):
    """Something of what an update does: parts that are new, changed and gone."""
    for number in range(4, 10):
        place = folder / "applications" / f"app{number}"
        document = json.loads((place / "definition.json").read_text())
        files = [*document["files"][1:], {"name": "y"}, {"name": "x"}]
        (place / "definition.json").write_text(json.dumps({**document, "description": "changed", "files": files}))
        (place / "files" / "x").write_bytes(f"x{number}".encode())
    hosts = folder / "environments" / "Prod" / "hosts"
    shutil.rmtree(hosts / "h7")
    for name in ("new-b", "new-a"):
        (hosts / name).mkdir()
        (hosts / name / "definition.json").write_text(json.dumps({"name": name}))


def orders(organization, run):
    """The names of lists, in the server's order."""
    environment = run(organization.get_environment("Prod"))
    return {
        "applications": [app.name for app in run(organization.applications().list())],
        "environments": [found.name for found in run(organization.environments().list())],
        "hosts": [host.name for host in run(environment.hosts().list())],
        "contexts": [
            [context.application for context in run(host.applications().list())]
            for host in run(environment.hosts().list())
        ],
    }
