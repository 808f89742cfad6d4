# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Handlers that start an orchestration when a setting changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.wire.lazy import BoundList, ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.orchestration_handlers import (
        OrchestrationHandlerDict,
        OrchestrationHandlerListDict,
        OrchestrationHandlerListMembers,
        OrchestrationHandlerMembers,
    )
    from comodit_client.wire.iterables import Values


class OrchestrationHandlerList(View):
    """A list response: one page of OrchestrationHandler objects."""

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
            self,
            json_data: OrchestrationHandlerListDict | None = None,
            **members: Unpack[OrchestrationHandlerListMembers],
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
    def items(self) -> ViewList[OrchestrationHandler, OrchestrationHandler | OrchestrationHandlerDict]:
        """The items; may be absent if there are none."""
        return self._views("items", OrchestrationHandler)

    @items.setter
    def items(self, value: Iterable[OrchestrationHandler | OrchestrationHandlerDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class OrchestrationHandler(View):
    """A handler that starts its orchestration when one of the listed settings changes."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "name": "name",
        "organization": "organization",
        "triggers": "triggers",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "organization": "organization",
        "triggers": "triggers",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: OrchestrationHandlerDict | None = None, **members: Unpack[OrchestrationHandlerMembers]
        ) -> None: ...

    @property
    def uuid(self) -> str | None:
        """Unique identifier; it never changes."""
        return self._data.get("uuid")

    @property
    def name(self) -> str:
        """Name, unique in the orchestration."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def organization(self) -> str | None:
        """Name of the organization."""
        return self._data.get("organization")

    @organization.setter
    def organization(self, value: str | None) -> None:
        self._data["organization"] = value

    @organization.deleter
    def organization(self) -> None:
        self._data.pop("organization", None)

    @property
    def triggers(self) -> BoundList[str]:
        """Keys of the settings that start the orchestration."""
        return self._values("triggers")

    @triggers.setter
    def triggers(self, value: Values[str] | None) -> None:
        self._set_values("triggers", value)

    @triggers.deleter
    def triggers(self) -> None:
        self._data.pop("triggers", None)


def list(
    organization: str,
    orchestration: str,
) -> Request[OrchestrationHandlerList]:
    """List the handlers of the orchestration.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.

    Returns:
        The request. Its response is an OrchestrationHandlerList: the handlers.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, organization.
    """
    return Request(
        "orchestration_handlers.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/orchestrations/{segment('orchestration', orchestration)}/handlers/",
        "object",
        OrchestrationHandlerList,
    )


def create(
    organization: str,
    orchestration: str,
    body: OrchestrationHandler | Mapping[str, Any],
) -> Request[OrchestrationHandler]:
    """Create a handler.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        body: The request body.

    Returns:
        The request. Its response is an OrchestrationHandler: the created handler.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S4, organization.
    """
    return Request(
        "orchestration_handlers.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/orchestrations/{segment('orchestration', orchestration)}/handlers/",
        "object",
        OrchestrationHandler,
        body=unwrapped(body),
    )


def get(
    organization: str,
    orchestration: str,
    handler: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[OrchestrationHandler]:
    """Get the handler.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        handler: Name of the handler in its application.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is an OrchestrationHandler: the handler.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S1, organization.
    """
    return Request(
        "orchestration_handlers.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/orchestrations/{segment('orchestration', orchestration)}/handlers/{segment('handler', handler)}",
        "object",
        OrchestrationHandler,
        query=drop_none(
            {
                "secret_only": secret_only,
                "no_secret": no_secret,
                "obfuscate": obfuscate,
            }
        ),
    )


def update(
    organization: str,
    orchestration: str,
    handler: str,
    body: OrchestrationHandler | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[OrchestrationHandler]:
    """Update the handler.

    A new name in the body renames the handler.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        handler: Name of the handler in its application.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is an OrchestrationHandler: the updated handler.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S5, organization.
    """
    return Request(
        "orchestration_handlers.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/orchestrations/{segment('orchestration', orchestration)}/handlers/{segment('handler', handler)}",
        "object",
        OrchestrationHandler,
        query=drop_none(
            {
                "force": force,
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
        body=unwrapped(body),
    )


def delete(
    organization: str,
    orchestration: str,
    handler: str,
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Delete the handler.

    Args:
        organization: Name of the organization.
        orchestration: Name of the orchestration.
        handler: Name of the handler in its application.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    return Request(
        "orchestration_handlers.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/orchestrations/{segment('orchestration', orchestration)}/handlers/{segment('handler', handler)}",
        "nothing",
        identity,
        query=drop_none(
            {
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_orchestration", "_organization")

    URL: ClassVar[str] = "organizations/{}/orchestrations/{}/handlers/"

    def __init__(self, organization: str, orchestration: str) -> None:
        self._organization = organization
        self._orchestration = orchestration

    def list(self) -> Request[OrchestrationHandlerList]:
        """List the handlers of the orchestration."""
        return list(self._organization, self._orchestration)

    def create(self, body: OrchestrationHandler | Mapping[str, Any]) -> Request[OrchestrationHandler]:
        """Create a handler."""
        return create(self._organization, self._orchestration, body)

    def get(
        self,
        handler: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[OrchestrationHandler]:
        """Get the handler."""
        return get(
            self._organization,
            self._orchestration,
            handler,
            secret_only=secret_only,
            no_secret=no_secret,
            obfuscate=obfuscate,
        )

    def update(
        self,
        handler: str,
        body: OrchestrationHandler | Mapping[str, Any],
        *,
        force: bool | None = None,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[OrchestrationHandler]:
        """Update the handler."""
        return update(
            self._organization,
            self._orchestration,
            handler,
            body,
            force=force,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def delete(
        self,
        handler: str,
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[None]:
        """Delete the handler."""
        return delete(
            self._organization,
            self._orchestration,
            handler,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )
