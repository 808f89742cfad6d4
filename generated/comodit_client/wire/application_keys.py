# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Credentials of an organization for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from datetime import datetime

    from comodit_client.wire.dicts.application_keys import (
        ApplicationKeyDict,
        ApplicationKeyListDict,
        ApplicationKeyListMembers,
        ApplicationKeyMembers,
    )

#: TOKEN: a single secret, sent in its own header. BASIC_AUTH: a key pair, sent as user name and password.
ApplicationKeyMethod: TypeAlias = Literal["TOKEN", "BASIC_AUTH"]


class ApplicationKeyList(View):
    """A list response: one page of ApplicationKey objects."""

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
            self, json_data: ApplicationKeyListDict | None = None, **members: Unpack[ApplicationKeyListMembers]
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
    def items(self) -> ViewList[ApplicationKey, ApplicationKey | ApplicationKeyDict]:
        """The items; may be absent if there are none."""
        return self._views("items", ApplicationKey)

    @items.setter
    def items(self, value: Iterable[ApplicationKey | ApplicationKeyDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class ApplicationKey(View):
    """A credential of an organization with the rights of one of its groups: a token, or a key pair."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "version": "version",
        "organization": "organization",
        "name": "name",
        "description": "description",
        "method": "method",
        "token": "token",
        "accessKey": "access_key",
        "secretKey": "secret_key",
        "created": "created",
        "expirationDate": "expiration_date",
        "group": "group",
        "creator": "creator",
    }
    SECRETS: ClassVar[frozenset[str]] = frozenset(
        {
            "token",
            "secretKey",
        }
    )
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "method": "method",
        "expiration_date": "expirationDate",
        "group": "group",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: ApplicationKeyDict | None = None, **members: Unpack[ApplicationKeyMembers]
        ) -> None: ...

    @property
    def uuid(self) -> str | None:
        """Unique identifier."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Revision counter; the server increments it on each change."""
        return self._data.get("version")

    @property
    def organization(self) -> str | None:
        """Name of the organization that owns the key."""
        return self._data.get("organization")

    @property
    def name(self) -> str:
        """Name, unique among the application keys of the organization."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def description(self) -> str | None:
        """Description of the key."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

    @property
    def method(self) -> ApplicationKeyMethod | str | None:
        """Type of the credential."""
        return self._data.get("method")

    @method.setter
    def method(self, value: ApplicationKeyMethod | str | None) -> None:
        self._data["method"] = value

    @method.deleter
    def method(self) -> None:
        self._data.pop("method", None)

    @property
    def token(self) -> str | None:
        """Token to send in the header X-ComodIT-AppKey, secret; null with BASIC_AUTH."""
        return self._data.get("token")

    @property
    def access_key(self) -> str | None:
        """Access key to send as the user name; null with TOKEN."""
        return self._data.get("accessKey")

    @property
    def secret_key(self) -> str | None:
        """Secret key to send as the password, secret; null with TOKEN."""
        return self._data.get("secretKey")

    @property
    def created(self) -> str | None:
        """Time of creation, e.g. 2023-01-05T10:00:00.000+0000."""
        return self._data.get("created")

    @property
    def created_at(self) -> datetime | None:
        """The date in `created`, with its time zone; None if there is none.

        Raises:
            InvalidDate: The text is not a date with a time zone. `created` returns it as it is.
        """
        return self._date("created")

    @property
    def expiration_date(self) -> str | None:
        """Time of expiry, e.g. 2024-01-05T10:00:00.000+0000."""
        return self._data.get("expirationDate")

    @expiration_date.setter
    def expiration_date(self, value: str | datetime | None) -> None:
        self._set_date("expirationDate", value)

    @expiration_date.deleter
    def expiration_date(self) -> None:
        self._data.pop("expirationDate", None)

    @property
    def expires_at(self) -> datetime | None:
        """The date in `expiration_date`, with its time zone; None if there is none.

        Raises:
            InvalidDate: The text is not a date with a time zone. `expiration_date` returns it as it is.
        """
        return self._date("expirationDate")

    @property
    def group(self) -> str | None:
        """Name of the organization's group whose rights the key has."""
        return self._data.get("group")

    @group.setter
    def group(self, value: str | None) -> None:
        self._data["group"] = value

    @group.deleter
    def group(self) -> None:
        self._data.pop("group", None)

    @property
    def creator(self) -> str | None:
        """Name of the user who created the key."""
        return self._data.get("creator")


def list(
    organization: str,
) -> Request[ApplicationKeyList]:
    """List the application keys of the organization.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response is an ApplicationKeyList: the application keys.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, recipes.
    """
    return Request(
        "application_keys.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/applicationkeys/",
        "object",
        ApplicationKeyList,
    )


def create(
    organization: str,
    body: ApplicationKey | Mapping[str, Any],
) -> Request[ApplicationKey]:
    """Create an application key of the organization.

    The response contains the secret.

    Args:
        organization: Name of the organization.
        body: The request body.

    Returns:
        The request. Its response is an ApplicationKey: the created application key.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S4, S30, recipes.
    """
    return Request(
        "application_keys.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/applicationkeys/",
        "object",
        ApplicationKey,
        body=unwrapped(body),
        secret=(
            "secretKey",
            "token",
        ),
    )


def clear(
    organization: str,
) -> Request[None]:
    """Delete all application keys of the organization.

    The original client has this method for every collection; the server may not support it.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes. Inferred.
    """
    return Request(
        "application_keys.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/applicationkeys/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    application_key: str,
) -> Request[ApplicationKey]:
    """Get an application key of the organization.

    Args:
        organization: Name of the organization.
        application_key: Name of the application key (not its token).

    Returns:
        The request. Its response is an ApplicationKey: the application key.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S1, S30, recipes.
    """
    return Request(
        "application_keys.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/applicationkeys/{segment('application_key', application_key)}",
        "object",
        ApplicationKey,
    )


def update(
    organization: str,
    application_key: str,
    body: ApplicationKey | Mapping[str, Any],
) -> Request[ApplicationKey]:
    """Update an application key of the organization.

    A new name in the body renames the application key.

    Args:
        organization: Name of the organization.
        application_key: Name of the application key (not its token).
        body: The request body.

    Returns:
        The request. Its response is an ApplicationKey: the updated application key.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S5, recipes.
    """
    return Request(
        "application_keys.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/applicationkeys/{segment('application_key', application_key)}",
        "object",
        ApplicationKey,
        body=unwrapped(body),
        secret=(
            "secretKey",
            "token",
        ),
    )


def delete(
    organization: str,
    application_key: str,
) -> Request[None]:
    """Delete an application key of the organization.

    Args:
        organization: Name of the organization.
        application_key: Name of the application key (not its token).

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S8, S30, recipes.
    """
    return Request(
        "application_keys.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/applicationkeys/{segment('application_key', application_key)}",
        "nothing",
        identity,
    )


def reset(
    organization: str,
    application_key: str,
) -> Request[ApplicationKey]:
    """Generate a new secret for an application key.

    The previous token or secret key becomes invalid.

    Args:
        organization: Name of the organization.
        application_key: Name of the application key (not its token).

    Returns:
        The request. Its response is an ApplicationKey: the application key with its new secret.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes.
    """
    return Request(
        "application_keys.reset",
        "PUT",
        f"/organizations/{segment('organization', organization)}/applicationkeys/{segment('application_key', application_key)}/_reset",
        "object",
        ApplicationKey,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_organization",)

    URL: ClassVar[str] = "organizations/{}/applicationkeys/"

    def __init__(self, organization: str) -> None:
        self._organization = organization

    def list(self) -> Request[ApplicationKeyList]:
        """List the application keys of the organization."""
        return list(self._organization)

    def create(self, body: ApplicationKey | Mapping[str, Any]) -> Request[ApplicationKey]:
        """Create an application key of the organization."""
        return create(self._organization, body)

    def clear(self) -> Request[None]:
        """Delete all application keys of the organization."""
        return clear(self._organization)

    def get(self, application_key: str) -> Request[ApplicationKey]:
        """Get an application key of the organization."""
        return get(self._organization, application_key)

    def update(self, application_key: str, body: ApplicationKey | Mapping[str, Any]) -> Request[ApplicationKey]:
        """Update an application key of the organization."""
        return update(self._organization, application_key, body)

    def delete(self, application_key: str) -> Request[None]:
        """Delete an application key of the organization."""
        return delete(self._organization, application_key)

    def reset(self, application_key: str) -> Request[ApplicationKey]:
        """Generate a new secret for an application key."""
        return reset(self._organization, application_key)
