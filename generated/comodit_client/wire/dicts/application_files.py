# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for application files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.application_files import ApplicationFile
    from comodit_client.wire.dicts.files import FileDict
    from comodit_client.wire.files import File


class ApplicationFileListDict(TypedDict, total=False):
    """The JSON object of `ApplicationFileList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[ApplicationFileDict] | None


class ApplicationFileListMembers(TypedDict, total=False):
    """The keywords of `ApplicationFileList`."""

    items: Iterable[ApplicationFile | ApplicationFileDict] | None
    extra: Mapping[str, Any]


class ApplicationFileDict(TypedDict, total=False):
    """The JSON object of `ApplicationFile`. It may have other members too."""

    name: str
    path: str | None
    owner: str | None
    group: str | None
    mode: str | None
    template: FileDict | None


class ApplicationFileMembers(TypedDict, total=False):
    """The keywords of `ApplicationFile`."""

    name: str
    path: str | None
    owner: str | None
    group: str | None
    mode: str | None
    template: File | FileDict | None
    extra: Mapping[str, Any]


class ApplicationFileOptions(TypedDict, total=False):
    """The keywords to create `ApplicationFile` with, besides the named arguments."""

    template: File | FileDict | None
    extra: Mapping[str, Any]
