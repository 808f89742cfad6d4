"""A new operation with a command: one edit in each of two files, and the generator writes everything else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.json_schema import modeline
from generator.paths import ROOT

# Each test generates a client and starts its command.
pytestmark = pytest.mark.slow

TOY = ROOT / "tests" / "generator" / "toy"
INDEX = """
name: shelf
summary: Keep photos in albums.
groups: [albums]
options:
  "yes": {flags: [-y, --yes], for: [confirm], description: Do not ask.}
  file: {flags: [-f, --file], value: FILE, for: [input], description: The document., completes: file}
  dry-run: {flags: [--dry-run], for: [writes], description: Send nothing.}
  quiet: {flags: [-q], for: [all, plain], description: Print less.}
arguments:
  path: {description: Path of the image., completes: file}
without_command:
  albums.share: It needs a header.
  photos.tag: Its body is a list.
"""
ALBUMS = """
summary: Albums of the user
commands:
  list: albums.list
  show: albums.get
  add: albums.create
  update: albums.update
  delete: albums.delete
groups:
  photos:
    summary: Photos of an album
    commands:
      list: photos.list
      add: photos.upload
      download: {operation: photos.download, optional: [path]}
"""
OPERATION = """
  /albums/{album}/archive:
    post:
      operationId: albums.archive
      summary: Archive an album.
      x-source: [manual]
      parameters:
        - name: compress
          in: query
          description: Whether to compress the photos.
          schema: {type: boolean}
          example: true
      responses:
        '200':
          description: The archived album.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Album'}
components:
"""


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "generator", "--config", "toy/generator.toml", *arguments]
    done = subprocess.run(
        command, cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The client of another service, with a command line."""
    folder = tmp_path_factory.mktemp("shelf")
    shutil.copytree(TOY, folder / "toy", ignore=shutil.ignore_patterns("generated", "__pycache__"))
    with (folder / "toy" / "generator.toml").open("a") as file:
        file.write('\n[command_line]\nfolder = "schema/cli"\npackage = "_table"\npages = "pages"\nmanual = "man"\n')
    cli = folder / "toy" / "schema" / "cli"
    cli.mkdir()
    for name, content in (("index", INDEX), ("albums", ALBUMS)):
        (cli / f"{name}.yaml").write_text(f"{modeline(f'cli/{name}.yaml')}{content}")
    assert run(folder) == (0, "")
    return folder / "toy"


def table(folder: Path, module: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    exec((folder / "generated" / "shelf_client" / "_table" / f"{module}.py").read_text(), found)
    return found[name]


def test_another_service_has_a_command_line(folder: Path) -> None:
    assert table(folder, "__init__", "INDEX")["groups"] == {"albums": "Albums of the user"}
    group = table(folder, "albums", "GROUP")
    assert group["commands"]["list"]["result"] == "Album"
    assert group["groups"]["photos"]["commands"]["add"]["traits"] == ["upload", "writes", "all"]
    assert "name:\n" in table(folder, "templates", "TEMPLATES")["Album"]
    assert sorted(file.name for file in (folder / "man").iterdir()) == ["shelf-albums.1", "shelf.1"]
    assert "comodit" not in (folder / "pages" / "index.md").read_text().lower()


def test_a_new_command_is_one_edit_and_a_generation(folder: Path) -> None:
    albums, commands = folder / "schema" / "albums.yaml", folder / "schema" / "cli" / "albums.yaml"
    albums.write_text(albums.read_text().replace("\ncomponents:\n", OPERATION, 1))
    status, text = run(folder.parent)
    assert status == 1
    assert text == (
        "cli/index.yaml: the operation albums.archive has no command: add one, or list it under without_command\n"
    )
    commands.write_text(commands.read_text().replace("  show: ", "  archive: albums.archive\n  show: ", 1))
    assert run(folder.parent) == (0, "")
    assert table(folder, "albums", "GROUP")["commands"]["archive"] == {
        "summary": "Archive an album.",
        "operation": "albums.archive",
        "arguments": ["album"],
        "traits": ["action", "writes", "all"],
        "options": ["compress-parameter"],
        "result": "Album",
    }
    page = (folder / "pages" / "albums.md").read_text()
    assert "## albums archive\n\n```text\nshelf albums archive [OPTIONS] ALBUM\n```\n\nArchive an album.\n" in page
    assert "| `--compress` | Whether to compress the photos. |" in page
    assert '.SS "albums archive"\n' in (folder / "man" / "shelf-albums.1").read_text()
    assert run(folder.parent, "--check") == (0, "")


def test_a_page_that_was_changed_by_hand_is_noticed(folder: Path) -> None:
    for name in ("pages/albums.md", "man/shelf.1"):
        with (folder / name).open("a") as file:
            file.write("More.\n")
    assert run(folder.parent, "--check") == (1, "pages: differs: albums.md\nman: differs: shelf.1\n")
