# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The objects of files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.view import View

if TYPE_CHECKING:
    from comodit_client.wire.dicts.files import (
        DelimiterDict,
        DelimiterMembers,
        FileDict,
        FileListDict,
        FileListMembers,
        FileMembers,
    )
    from comodit_client.wire.dicts.parameters import ParameterDict
    from comodit_client.wire.parameters import Parameter


class FileList(View):
    """A list response: one page of File objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: FileListDict | None = None, **members: Unpack[FileListMembers]) -> None: ...

    @property
    def count(self) -> int | str | None:
        """Number of items on this page."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Position of the first item among all items."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Number of items on all pages."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[File, File | FileDict]:
        """The items; may be absent if there are none."""
        return self._views("items", File)

    @items.setter
    def items(self, value: Iterable[File | FileDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class File(View):
    """A FreeMarker template, alone or as part of a file of an application."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "delimiter": "delimiter",
        "uuid": "uuid",
        "version": "version",
        "parameters": "parameters_f",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "delimiter": "delimiter",
        "parameters": "parameters",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: FileDict | None = None, **members: Unpack[FileMembers]) -> None: ...

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
        """Delimiters of variables in the template. Default: a dollar sign and braces."""
        return self._nested("delimiter", Delimiter)

    @delimiter.setter
    def delimiter(self, value: Delimiter | DelimiterDict | None) -> None:
        self._set_nested("delimiter", value)

    @delimiter.deleter
    def delimiter(self) -> None:
        self._data.pop("delimiter", None)

    @property
    def uuid(self) -> str | None:
        """Unique identifier, 32 upper-case hexadecimal digits."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Revision counter; the server increments it on each change."""
        return self._data.get("version")

    @property
    def parameters_f(self) -> ViewList[Parameter, Parameter | ParameterDict]:
        """Parameters of the settings that the template expects; found in old templates only."""
        from comodit_client.wire.parameters import Parameter

        return self._views("parameters", Parameter)

    @parameters_f.setter
    def parameters_f(self, value: Iterable[Parameter | ParameterDict] | None) -> None:
        self._set_views("parameters", value)

    @parameters_f.deleter
    def parameters_f(self) -> None:
        self._data.pop("parameters", None)


class Delimiter(View):
    """Delimiters of a variable in a template."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "start": "start",
        "end": "end",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "start": "start",
        "end": "end",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: DelimiterDict | None = None, **members: Unpack[DelimiterMembers]) -> None: ...

    @property
    def start(self) -> str | None:
        """Opening delimiter, usually "${"."""
        return self._data.get("start")

    @start.setter
    def start(self, value: str | None) -> None:
        self._data["start"] = value

    @start.deleter
    def start(self) -> None:
        self._data.pop("start", None)

    @property
    def end(self) -> str | None:
        """Closing delimiter, usually "}"."""
        return self._data.get("end")

    @end.setter
    def end(self, value: str | None) -> None:
        self._data["end"] = value

    @end.deleter
    def end(self) -> None:
        self._data.pop("end", None)
