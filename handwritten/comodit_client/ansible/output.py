"""The files of a conversion, in memory until all are complete."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import define, field

from comodit_client.ansible.yaml_text import dump
from comodit_client.disk.place import Place
from comodit_client.rest.exceptions import ExportException


@define(eq=False)
class Output:
    """Files by their paths. A path is written once.

    Attributes:
        files: The contents: text, or a local file to copy.
        private: The paths that only the current user may read.
    """

    files: dict[str, str | Place] = field(factory=dict, repr=False)
    private: set[str] = field(factory=set)
    _folded: set[str] = field(factory=set, init=False, repr=False)

    def add(self, path: str, content: str | Place, private: bool = False) -> None:
        """Add a file.

        Args:
            path: Its path in the folder, with slashes.
            content: Its text, or a local file to copy.
            private: Whether only the current user may read it.

        Raises:
            ExportException: The path is taken, also by a path that differs only in case.
        """
        if path.casefold() in self._folded:
            raise ExportException(f"Cannot convert: two entities need the file {path!r}. Give one of them another name")
        self._folded.add(path.casefold())
        self.files[path] = content
        if private:
            self.private.add(path)

    def add_yaml(self, path: str, document: Any, comment: str = "", private: bool = False) -> None:
        """Add a YAML file.

        Args:
            path: Its path in the folder, with slashes.
            document: The document.
            comment: Lines to write above it as a comment.
            private: Whether only the current user may read it.

        Raises:
            ExportException: The path is taken.
        """
        self.add(path, dump(document, comment), private)

    def text(self, path: str) -> str:
        """Return the content of a file as text.

        Args:
            path: Its path.

        Returns:
            The text.

        Raises:
            KeyError: The output has no such file, or it is a copy.
        """
        content = self.files[path]
        if not isinstance(content, str):
            raise KeyError(path)
        return content

    def __iter__(self) -> Iterator[str]:
        """Iterate over the paths, sorted."""
        return iter(sorted(self.files))
