"""Application keys: credentials of an organization for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from comodit_client.aio.capabilities import Clearable, EditableCollection
from comodit_client.aio.editable import RenamableEntity
from comodit_client.wire import application_keys as views
from comodit_client.wire.application_keys import ApplicationKeyMethod
from comodit_client.wire.request import drop_none

if TYPE_CHECKING:
    from datetime import datetime

    from comodit_client.wire.dicts.application_keys import ApplicationKeyMembers, ApplicationKeyOptions
    from comodit_client.wire.groups import GroupName


class ApplicationKey(views.ApplicationKey, RenamableEntity):
    """A token or a pair of keys, with the rights of one group of the organization."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: ApplicationKeyCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[ApplicationKeyMembers],
        ) -> None: ...

        @property
        def collection(self) -> ApplicationKeyCollection: ...

    async def reset(self) -> ApplicationKey:
        """Create a new secret for the key. The old secret becomes invalid.

        Returns:
            The key with its new secret. This object does not change.

        Raises:
            EntityNotFoundException: The organization has no such key.
            Forbidden: The user may not reset the key.
        """
        (organization,) = self._owners(1)
        response = await self.client.run(views.reset(organization, self.identifier))
        return ApplicationKey(self.collection, response.get_json())


class ApplicationKeyCollection(EditableCollection[ApplicationKey], Clearable[ApplicationKey]):
    """The application keys of an organization."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> ApplicationKey:
        return ApplicationKey(self, json_data)

    def new(
        self,
        name: str,
        description: str | None = "",
        group: GroupName | str | None = None,
        expiration_date: str | datetime | None = None,
        method: ApplicationKeyMethod = "TOKEN",
        **members: Unpack[ApplicationKeyOptions],
    ) -> ApplicationKey:
        """Build an application key without sending it.

        Args:
            name: The name.
            description: Free text.
            group: The group of the organization whose rights the key gets, such as `users`.
            expiration_date: When the key expires: a datetime with a time zone, or text such as
                `2031-01-05T10:00:00.000+0000`.
            method: `TOKEN` for one secret, `BASIC_AUTH` for a pair of keys.
            members: Other members, as keywords of `ApplicationKey`.

        Returns:
            The key, ready for `create`.

        Raises:
            InvalidArgument: The datetime has no time zone.
        """
        described = {
            "name": name,
            "description": description,
            "group": group,
            "method": method,
        }
        key = self.build(drop_none(described), members)
        if expiration_date is not None:
            key.expiration_date = expiration_date
        return key

    async def create(
        self,
        name: str,
        description: str | None = "",
        group: GroupName | str | None = None,
        expiration_date: str | datetime | None = None,
        method: ApplicationKeyMethod = "TOKEN",
        **members: Unpack[ApplicationKeyOptions],
    ) -> ApplicationKey:
        """Create an application key. The server generates its secret.

        Args:
            name: The name, unique among the application keys of the organization.
            description: Free text.
            group: The group of the organization whose rights the key gets, such as `users`.
            expiration_date: When the key expires: a datetime with a time zone, or text such as
                `2031-01-05T10:00:00.000+0000`.
            method: `TOKEN` for one secret, `BASIC_AUTH` for a pair of keys.
            members: Other members, as keywords of `ApplicationKey`.

        Returns:
            The key, with its secret: `token`, or `access_key` and `secret_key`.

        Raises:
            Conflict: The name is already in use.
            InvalidArgument: The datetime has no time zone.
        """
        key = self.new(name, description, group, expiration_date, method, **members)
        await key.create()
        return key
