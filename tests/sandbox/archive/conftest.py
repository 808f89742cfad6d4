"""A sandbox with something of everything, its export, and a sandbox that serves the export."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from comodit_client.api import Client, Export
from comodit_client.sandbox import Sandbox
from tests.sandbox.world import AUTH, World


def tree(folder: Path) -> dict[str, bytes | None]:
    """Return the bytes of the files in a folder by their paths; None for folders."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")
    }


def export(sandbox: Sandbox, folder: Path, name: str = "OOO", secrets: bool = True) -> Path:
    """Export an organization of a sandbox."""
    with Client(sandbox.url, *AUTH) as client:
        Export(with_secrets=secrets).export_organization(client.get_organization(name), folder)
    return folder


def write(folder: Path, document: Any, **contents: str) -> Path:
    """Write an entity by hand."""
    folder.mkdir(parents=True)
    (folder / "definition.json").write_text(json.dumps(document), encoding="utf-8")
    for name, content in contents.items():
        (folder / "files").mkdir(exist_ok=True)
        (folder / "files" / name).write_text(content, encoding="utf-8")
    return folder


def rewrite(file: Path, **members: Any) -> None:
    """Change members of a JSON object; those that are None go."""
    document = json.loads(file.read_text(encoding="utf-8")) | members
    kept = {name: value for name, value in document.items() if value is not None}
    file.write_text(json.dumps(kept), encoding="utf-8")


def connect(sandbox: Sandbox) -> httpx.Client:
    return httpx.Client(base_url=sandbox.url, auth=AUTH, timeout=60)


@pytest.fixture(scope="session")
def source() -> Iterator[World]:
    with Sandbox(provision_time=0, change_time=0) as running:
        world = World(running)
        with connect(running) as client:
            for path in ("groups/readonly", "environments/Default/hosts/web/groups/users"):
                group = {"name": path.rpartition("/")[2], "users": [{"username": "bob"}]}
                client.put(f"/organizations/OOO/{path}", json=group).raise_for_status()
        yield world
        world.close()


@pytest.fixture(scope="session")
def folder(source: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The export of the source, with secrets."""
    return export(source.sandbox, tmp_path_factory.mktemp("archive") / "OOO")


@pytest.fixture(scope="session")
def viewer(folder: Path) -> Iterator[Sandbox]:
    """A sandbox that serves the export. It is read-only, so the tests can share it."""
    with Sandbox(archive=folder) as running:
        yield running


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    """A copy of the export, which a test may change."""
    return shutil.copytree(folder, tmp_path / "copy")


@pytest.fixture
def serve() -> Iterator[Callable[..., Sandbox]]:
    """Start a sandbox with an archive; it ends with the test."""
    running: list[Sandbox] = []

    def start(archive: object, **options: object) -> Sandbox:
        sandbox = Sandbox(archive=archive, **options)  # type: ignore[arg-type]
        sandbox.start()
        running.append(sandbox)
        return sandbox

    yield start
    for sandbox in running:
        sandbox.close()
