"""The files of a schema folder while they are edited, and the patch that the edits make."""

from __future__ import annotations

import difflib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.fragments import Document
from generator.json_schema import modeline
from generator.learn.yaml_text import YamlText
from generator.learn.yaml_values import as_block
from generator.places import Place


class SchemaFolder:
    """The files of a schema folder. Edits are kept in memory.

    Args:
        folder: The folder.

    Attributes:
        folder: The folder.
        files: The files by their names.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._before = {file.name: _read(file) for file in sorted(folder.glob("*.yaml"))}
        self.files = {name: YamlText(text) for name, text in self._before.items()}

    def add_file(self, name: str, content: Document) -> None:
        """Add a fragment.

        Args:
            name: The file's name.
            content: Its content.
        """
        self.files[name] = YamlText(f"{modeline(name)}\n{as_block(content, 0)}")

    def include(self, path: Path) -> YamlText:
        """Return another file of the folder, to edit it.

        Args:
            path: Its path below the folder.
        """
        name = path.as_posix()
        if name not in self.files:
            self._before[name] = _read(self.folder / path)
            self.files[name] = YamlText(self._before[name])
        return self.files[name]

    def write_out(self, document: Document, file: str, path: Place) -> None:
        """Replace `x-list-of` by the members that it stands for, if a path leads into such a schema.

        Args:
            document: The bundle.
            file: The file's name.
            path: The path in the file.
        """
        schema = self.files[file].value(path[:3])
        if path[:2] == ("components", "schemas") and isinstance(schema, dict) and "x-list-of" in schema:
            name = str(path[2])
            full = document["components"]["schemas"][name]
            content = {key: value for key, value in full.items() if key not in ("x-source", "x-module")}
            self.files[file].replace_entry(path[:2], name, name, content)

    def add_schemas(self, file: str, named: dict[str, Document]) -> None:
        """Add named schemas to a fragment.

        Args:
            file: The file's name.
            named: The schemas by their names.
        """
        text = self.files[file]
        for name, schema in named.items():
            text.add_below(("components", "schemas"), name, schema)

    @contextmanager
    def copied(self) -> Iterator[Path]:
        """Write the edited files to a temporary folder.

        Yields:
            The folder.
        """
        with tempfile.TemporaryDirectory() as name:
            for file, text in self.files.items():
                _write(Path(name, file), text.text)
            if (self.folder / "examples").is_dir():
                shutil.copytree(self.folder / "examples", Path(name, "examples"))
            yield Path(name)

    def apply(self) -> None:
        """Write the edited files."""
        for name in self.changed():
            _write(self.folder / name, self.files[name].text)

    def changed(self) -> list[str]:
        """Return the names of the files that have edits."""
        return [name for name in sorted(self.files) if self.files[name].text != self._before.get(name)]

    def patch(self) -> str:
        """Return the edits as a unified diff, with paths as `git apply` and `patch -p1` expect them."""
        lines: list[str] = []
        for name in self.changed():
            path = f"{self.folder.name}/{name}"
            before = f"a/{path}" if name in self._before else "/dev/null"
            old, new = _lines(self._before.get(name, "")), _lines(self.files[name].text)
            lines += difflib.unified_diff(old, new, before, f"b/{path}")
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [last for last in [text.rpartition("\n")[2]] if last]


def _read(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text.encode("utf-8"))
