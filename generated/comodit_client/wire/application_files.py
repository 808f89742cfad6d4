# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Files that an application installs on machines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, Upload, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.application_files import (
        ApplicationFileDict,
        ApplicationFileListDict,
        ApplicationFileListMembers,
        ApplicationFileMembers,
    )
    from comodit_client.wire.dicts.files import FileDict
    from comodit_client.wire.files import File


class ApplicationFileList(View):
    """A list response: one page of ApplicationFile objects."""

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

        def __init__(
            self, json_data: ApplicationFileListDict | None = None, **members: Unpack[ApplicationFileListMembers]
        ) -> None: ...

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
    def items(self) -> ViewList[ApplicationFile, ApplicationFile | ApplicationFileDict]:
        """The items; may be absent if there are none."""
        return self._views("items", ApplicationFile)

    @items.setter
    def items(self, value: Iterable[ApplicationFile | ApplicationFileDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class ApplicationFile(View):
    """A file that an application installs on the machine."""

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
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "path": "path",
        "owner": "owner",
        "group": "group",
        "mode": "mode",
        "template": "template",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: ApplicationFileDict | None = None, **members: Unpack[ApplicationFileMembers]
        ) -> None: ...

    @property
    def name(self) -> str:
        """Name of the file, unique in the application. Handlers refer to it; it may contain spaces."""
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
        """Name of the user that owns the file."""
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
        """Permissions, three or four octal digits as text, e.g. "644"."""
        return self._data.get("mode")

    @mode.setter
    def mode(self, value: str | None) -> None:
        self._data["mode"] = value

    @mode.deleter
    def mode(self) -> None:
        self._data.pop("mode", None)

    @property
    def template(self) -> File:
        """Template delimiters for rendering the content."""
        from comodit_client.wire.files import File

        return self._nested("template", File)

    @template.setter
    def template(self, value: File | FileDict | None) -> None:
        self._set_nested("template", value)

    @template.deleter
    def template(self) -> None:
        self._data.pop("template", None)


def list(
    organization: str,
    application: str,
) -> Request[ApplicationFileList]:
    """List the files of the application.

    Args:
        organization: Name of the organization.
        application: Name of the application.

    Returns:
        The request. Its response is an ApplicationFileList: the files.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, S101, recipes.
    """
    return Request(
        "application_files.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/files/",
        "object",
        ApplicationFileList,
    )


def create(
    organization: str,
    application: str,
    body: ApplicationFile | Mapping[str, Any],
) -> Request[ApplicationFile]:
    """Create a file of the application.

    Upload its content afterwards.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        body: The request body.

    Returns:
        The request. Its response is an ApplicationFile: the created file.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S4, S101, S102, recipes.
    """
    return Request(
        "application_files.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/files/",
        "object",
        ApplicationFile,
        body=unwrapped(body),
    )


def clear(
    organization: str,
    application: str,
) -> Request[None]:
    """Delete all files of the application.

    The original client has this method for every collection; the server may not support it.

    Args:
        organization: Name of the organization.
        application: Name of the application.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes. Inferred.
    """
    return Request(
        "application_files.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/files/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    application: str,
    file: str,
) -> Request[ApplicationFile]:
    """Get a file of the application.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        file: Name of the file in its application, platform or distribution (not its path on the machine).

    Returns:
        The request. Its response is an ApplicationFile: the file.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S101, recipes.
    """
    return Request(
        "application_files.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/files/{segment('file', file)}",
        "object",
        ApplicationFile,
    )


def update(
    organization: str,
    application: str,
    file: str,
    body: ApplicationFile | Mapping[str, Any],
) -> Request[ApplicationFile]:
    """Update a file of the application.

    A new name in the body renames the file.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        file: Name of the file in its application, platform or distribution (not its path on the machine).
        body: The request body.

    Returns:
        The request. Its response is an ApplicationFile: the updated file.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S101, recipes.
    """
    return Request(
        "application_files.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/files/{segment('file', file)}",
        "object",
        ApplicationFile,
        body=unwrapped(body),
    )


def delete(
    organization: str,
    application: str,
    file: str,
) -> Request[None]:
    """Delete a file of the application.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        file: Name of the file in its application, platform or distribution (not its path on the machine).

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S101, recipes.
    """
    return Request(
        "application_files.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/files/{segment('file', file)}",
        "nothing",
        identity,
    )


def get_content(
    organization: str,
    application: str,
    file: str,
) -> Request[bytes]:
    """Get the content of a file of the application, not rendered.

    The server returns 404 if no content was uploaded.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        file: Name of the file in its application, platform or distribution (not its path on the machine).

    Returns:
        The request. Its response is bytes: the content as uploaded.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S101, recipes.
    """
    return Request(
        "application_files.get_content",
        "GET",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/files/{segment('file', file)}/content",
        "bytes",
        identity,
        timeout_class="long",
    )


def set_content(
    organization: str,
    application: str,
    file: str,
    upload: Upload,
) -> Request[None]:
    """Set the content of a file of the application.

    The name of the uploaded file is ignored.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        file: Name of the file in its application, platform or distribution (not its path on the machine).
        upload: The content.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S101, S103, recipes.
    """
    return Request(
        "application_files.set_content",
        "POST",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/files/{segment('file', file)}/content",
        "nothing",
        identity,
        parts={"file": upload},
        timeout_class="long",
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_application", "_organization")

    URL: ClassVar[str] = "organizations/{}/applications/{}/files/"

    def __init__(self, organization: str, application: str) -> None:
        self._organization = organization
        self._application = application

    def list(self) -> Request[ApplicationFileList]:
        """List the files of the application."""
        return list(self._organization, self._application)

    def create(self, body: ApplicationFile | Mapping[str, Any]) -> Request[ApplicationFile]:
        """Create a file of the application."""
        return create(self._organization, self._application, body)

    def clear(self) -> Request[None]:
        """Delete all files of the application."""
        return clear(self._organization, self._application)

    def get(self, file: str) -> Request[ApplicationFile]:
        """Get a file of the application."""
        return get(self._organization, self._application, file)

    def update(self, file: str, body: ApplicationFile | Mapping[str, Any]) -> Request[ApplicationFile]:
        """Update a file of the application."""
        return update(self._organization, self._application, file, body)

    def delete(self, file: str) -> Request[None]:
        """Delete a file of the application."""
        return delete(self._organization, self._application, file)

    def get_content(self, file: str) -> Request[bytes]:
        """Get the content of a file of the application, not rendered."""
        return get_content(self._organization, self._application, file)

    def set_content(self, file: str, upload: Upload) -> Request[None]:
        """Set the content of a file of the application."""
        return set_content(self._organization, self._application, file, upload)
