# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The objects of files."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from comodit_client.wire.late import ViewList
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.parameters import Parameter


class ApplicationFile(View):
    """A file that an application puts on the machine."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "path": "file_path",
        "owner": "owner",
        "group": "group",
        "mode": "mode",
        "template": "template",
    }

    @property
    def name(self) -> str:
        """Name, unique in the application, by which handlers know the file; it may hold spaces."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def file_path(self) -> str | None:
        """Absolute path on the machine."""
        return self._data.get("path")

    @file_path.setter
    def file_path(self, value: str | None) -> None:
        self._data["path"] = value

    @file_path.deleter
    def file_path(self) -> None:
        self._data.pop("path", None)

    @property
    def owner(self) -> str | None:
        """Name of the user who owns the file."""
        return self._data.get("owner")

    @owner.setter
    def owner(self, value: str | None) -> None:
        self._data["owner"] = value

    @owner.deleter
    def owner(self) -> None:
        self._data.pop("owner", None)

    @property
    def group(self) -> str | None:
        """Name of the group that owns the file."""
        return self._data.get("group")

    @group.setter
    def group(self, value: str | None) -> None:
        self._data["group"] = value

    @group.deleter
    def group(self) -> None:
        self._data.pop("group", None)

    @property
    def mode(self) -> str | None:
        """Rights, three or four octal digits as text, e.g. "644"."""
        return self._data.get("mode")

    @mode.setter
    def mode(self, value: str | None) -> None:
        self._data["mode"] = value

    @mode.deleter
    def mode(self) -> None:
        self._data.pop("mode", None)

    @property
    def template(self) -> File:
        """How the content of the file is rendered."""
        return self._nested("template", File)

    @template.setter
    def template(self, value: File | Mapping[str, Any] | None) -> None:
        self._data["template"] = unwrapped(value)

    @template.deleter
    def template(self) -> None:
        self._data.pop("template", None)


class File(View):
    """A FreeMarker template, of its own or within a file of an application."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "delimiter": "delimiter",
        "uuid": "uuid",
        "parameters": "parameters_f",
    }

    @property
    def name(self) -> str | None:
        """Name, unique in its owner."""
        return self._data.get("name")

    @name.setter
    def name(self, value: str | None) -> None:
        self._data["name"] = value

    @name.deleter
    def name(self) -> None:
        self._data.pop("name", None)

    @property
    def delimiter(self) -> Delimiter:
        """Marks around the variables of the template; dollar and braces when left out."""
        return self._nested("delimiter", Delimiter)

    @delimiter.setter
    def delimiter(self, value: Delimiter | Mapping[str, Any] | None) -> None:
        self._data["delimiter"] = unwrapped(value)

    @delimiter.deleter
    def delimiter(self) -> None:
        self._data.pop("delimiter", None)

    @property
    def uuid(self) -> str | None:
        """Unique identifier, 32 upper-case hexadecimal digits."""
        return self._data.get("uuid")

    @property
    def parameters_f(self) -> ViewList[Parameter]:
        """Settings that the template expects; found in old templates only."""
        from comodit_client.wire.parameters import Parameter

        return self._views("parameters", Parameter)

    @parameters_f.setter
    def parameters_f(self, value: Iterable[Parameter | Mapping[str, Any]] | None) -> None:
        self._data["parameters"] = None if value is None else unwrapped(builtins.list(value))

    @parameters_f.deleter
    def parameters_f(self) -> None:
        self._data.pop("parameters", None)


class Delimiter(View):
    """Marks around a variable in a template."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "start": "start",
        "end": "end",
    }

    @property
    def start(self) -> str | None:
        """Mark before a variable, usually "${"."""
        return self._data.get("start")

    @start.setter
    def start(self, value: str | None) -> None:
        self._data["start"] = value

    @start.deleter
    def start(self) -> None:
        self._data.pop("start", None)

    @property
    def end(self) -> str | None:
        """Mark after a variable, usually "}"."""
        return self._data.get("end")

    @end.setter
    def end(self, value: str | None) -> None:
        self._data["end"] = value

    @end.deleter
    def end(self) -> None:
        self._data.pop("end", None)
