# Made by `python -m generator` from handwritten/comodit_client/aio/application_file.py.
# Do not edit: change that, then run `make generate`.
"""Files that an application installs on machines: path, owner, permissions and template."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, Unpack, overload

from comodit_client.api.capabilities import Clearable, EditableCollection
from comodit_client.api.entity import Entity
from comodit_client.api.files import File, FileEntity
from comodit_client.rest.deprecated import deprecated, renamed
from comodit_client.wire import application_files as views
from comodit_client.wire.files import File as FileView
from comodit_client.wire.lazy import LazyDict, ViewList
from comodit_client.wire.request import drop_none

if TYPE_CHECKING:
    from comodit_client.wire.dicts.application_files import (
        ApplicationFileDict,
        ApplicationFileMembers,
        ApplicationFileOptions,
    )
    from comodit_client.wire.dicts.files import FileDict


class ApplicationFile(views.ApplicationFile, FileEntity):
    """A file that an application installs on machines."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: ApplicationFileCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[ApplicationFileMembers],
        ) -> None: ...

        @property
        def collection(self) -> ApplicationFileCollection: ...

    @property
    def _contents(self) -> views.Operations:
        return self._home_as(ApplicationFileCollection).operations

    @property
    def template(self) -> File:
        """The template of the content: the delimiters of its variables."""
        value = self._data.get("template")
        return File(None, value if isinstance(value, dict) else LazyDict(self._data, "template"))

    @template.setter
    def template(self, value: FileView | FileDict | None) -> None:
        self._set_nested("template", value)

    @template.deleter
    def template(self) -> None:
        self._data.pop("template", None)


class ApplicationFileCollection(EditableCollection[ApplicationFile], Clearable[ApplicationFile]):
    """The files of an application."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> ApplicationFile:
        return ApplicationFile(self, json_data)

    @overload
    def new(
        self,
        name: str,
        path: str,
        owner: str | None = "root",
        group: str | None = "root",
        mode: str | None = "644",
        **members: Unpack[ApplicationFileOptions],
    ) -> ApplicationFile: ...

    @overload
    @deprecated("Use path= instead of file_path=.")
    def new(
        self,
        *,
        name: str,
        file_path: str,
        owner: str | None = "root",
        group: str | None = "root",
        mode: str | None = "644",
    ) -> ApplicationFile: ...

    @renamed(file_path="path")
    def new(
        self,
        name: str,
        path: str,
        owner: str | None = "root",
        group: str | None = "root",
        mode: str | None = "644",
        **members: Unpack[ApplicationFileOptions],
    ) -> ApplicationFile:
        """Build a file without sending it.

        Args:
            name: The name, which handlers refer to.
            path: The absolute path on the machine.
            owner: The name of the user who owns the file.
            group: The name of the group that owns the file.
            mode: The permissions, as octal digits in a string.
            members: Other members, as keywords of `ApplicationFile`.

        Returns:
            The file, ready for `create`.
        """
        described = {"name": name, "path": path, "owner": owner, "group": group, "mode": mode}
        return self.build({**drop_none(described), "template": {"name": name}}, members)

    @overload
    def create(
        self,
        name: str,
        path: str,
        owner: str | None = "root",
        group: str | None = "root",
        mode: str | None = "644",
        **members: Unpack[ApplicationFileOptions],
    ) -> ApplicationFile: ...

    @overload
    @deprecated("Use path= instead of file_path=.")
    def create(
        self,
        *,
        name: str,
        file_path: str,
        owner: str | None = "root",
        group: str | None = "root",
        mode: str | None = "644",
    ) -> ApplicationFile: ...

    @renamed(file_path="path")
    def create(
        self,
        name: str,
        path: str,
        owner: str | None = "root",
        group: str | None = "root",
        mode: str | None = "644",
        **members: Unpack[ApplicationFileOptions],
    ) -> ApplicationFile:
        """Create a file. Upload its content with `set_content`.

        Args:
            name: The name, unique in the application, which handlers refer to.
            path: The absolute path on the machine.
            owner: The name of the user who owns the file.
            group: The name of the group that owns the file.
            mode: The permissions, as octal digits in a string.
            members: Other members, as keywords of `ApplicationFile`.

        Returns:
            The file.

        Raises:
            Conflict: The application already uses that name.
        """
        file = self.new(name, path, owner, group, mode, **members)
        file.create()
        return file


class HasApplicationFiles(Entity):
    """Mixin of `Application`: its files."""

    __slots__ = ()

    def files(self) -> ApplicationFileCollection:
        """Return the files. Sends no request."""
        return ApplicationFileCollection(self.client, self._names)

    def get_file(self, name: str) -> ApplicationFile:
        """Get a file.

        Args:
            name: The name, not the path on the machine.

        Returns:
            The file, without its content.

        Raises:
            EntityNotFoundException: The application has no module with that name.
        """
        return self.files().get(name)

    @property
    def files_f(self) -> ViewList[ApplicationFile, views.ApplicationFile | ApplicationFileDict]:
        """The files in the application's JSON object. The server reads them only when the application is created."""
        return self._views("files", partial(ApplicationFile, None if self._collection is None else self.files()))

    @files_f.setter
    def files_f(self, value: Iterable[views.ApplicationFile | ApplicationFileDict] | None) -> None:
        self._set_views("files", value)

    @files_f.deleter
    def files_f(self) -> None:
        self._data.pop("files", None)

    def add_file(self, app_file: views.ApplicationFile) -> None:
        """Add a file for `create` to send.

        Args:
            app_file: The file.
        """
        self.files_f.append(app_file)
