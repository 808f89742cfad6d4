"""Handlers that start an orchestration when a setting changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Unpack, overload

from comodit_client.aio.capabilities import EditableCollection
from comodit_client.aio.editable import RenamableEntity
from comodit_client.rest.deprecated import deprecated, renamed
from comodit_client.rest.strings import as_str_tuple
from comodit_client.wire import orchestration_handlers as views

if TYPE_CHECKING:
    from comodit_client.wire.dicts.orchestration_handlers import (
        OrchestrationHandlerMembers,
        OrchestrationHandlerOptions,
    )


class OrchestrationHandler(views.OrchestrationHandler, RenamableEntity):
    """A handler that starts its orchestration when one of its settings changes."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: OrchestrationHandlerCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[OrchestrationHandlerMembers],
        ) -> None: ...

        @property
        def collection(self) -> OrchestrationHandlerCollection: ...

    def add_trigger(self, trigger: str) -> None:
        """Add a setting that starts the orchestration, for `create` or `update` to send.

        Args:
            trigger: The setting's key.
        """
        self.triggers.append(trigger)


class OrchestrationHandlerCollection(EditableCollection[OrchestrationHandler]):
    """The handlers of an orchestration."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> OrchestrationHandler:
        return OrchestrationHandler(self, json_data)

    @overload
    def new(
        self, name: str, triggers: Iterable[str] = (), **members: Unpack[OrchestrationHandlerOptions]
    ) -> OrchestrationHandler: ...

    @overload
    def new(self, json_data: dict[str, Any], /) -> OrchestrationHandler: ...

    @overload
    @deprecated("Use name= instead of json_data=.")
    def new(self, *, json_data: dict[str, Any]) -> OrchestrationHandler: ...

    @renamed(json_data="name")
    def new(self, name: str | dict[str, Any], triggers: Iterable[str] = (), **members: Any) -> OrchestrationHandler:
        """Build a handler without sending it.

        Args:
            name: The name, or the JSON object: `name`, and `triggers` unless they are added later.
            triggers: The keys of the settings that start the orchestration.
            members: Other members, as keywords of `OrchestrationHandler`.

        Returns:
            The handler, ready for `create`.
        """
        described = {"name": name, "triggers": [*as_str_tuple(triggers)]} if isinstance(name, str) else name
        return self.build(described, members)

    async def create(
        self, name: str, triggers: Iterable[str] = (), **members: Unpack[OrchestrationHandlerOptions]
    ) -> OrchestrationHandler:
        """Create a handler.

        Args:
            name: The name, unique in the orchestration.
            triggers: The keys of the settings that start the orchestration.
            members: Other members, as keywords of `OrchestrationHandler`.

        Returns:
            The handler.

        Raises:
            BadRequest: The handler has no trigger.
            Conflict: The name is already in use.
        """
        handler = self.new(name, triggers, **members)
        await handler.create()
        return handler
