# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.dicts.parameters import ParameterDict
    from comodit_client.wire.files import Delimiter, File
    from comodit_client.wire.parameters import Parameter


class FileListDict(TypedDict, total=False):
    """The JSON object of `FileList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[FileDict] | None


class FileListMembers(TypedDict, total=False):
    """The keywords of `FileList`."""

    items: Iterable[File | FileDict] | None
    extra: Mapping[str, Any]


class FileDict(TypedDict, total=False):
    """The JSON object of `File`. It may have other members too."""

    name: str | None
    delimiter: DelimiterDict | None
    uuid: str | None
    version: int | None
    parameters: list[ParameterDict] | None


class FileMembers(TypedDict, total=False):
    """The keywords of `File`."""

    name: str | None
    delimiter: Delimiter | DelimiterDict | None
    parameters: Iterable[Parameter | ParameterDict] | None
    extra: Mapping[str, Any]


class FileOptions(TypedDict, total=False):
    """The keywords to create `File` with, besides the named arguments."""

    delimiter: Delimiter | DelimiterDict | None
    parameters: Iterable[Parameter | ParameterDict] | None
    extra: Mapping[str, Any]


class DelimiterDict(TypedDict, total=False):
    """The JSON object of `Delimiter`. It may have other members too."""

    start: str | None
    end: str | None


class DelimiterMembers(TypedDict, total=False):
    """The keywords of `Delimiter`."""

    start: str | None
    end: str | None
    extra: Mapping[str, Any]
