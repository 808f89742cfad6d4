# Made by `python -m generator` from handwritten/comodit_client/aio/orchestration_handler.py.
# Do not edit: change that, then run `make generate`.
"""Handlers that start an orchestration when a setting changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Unpack

from comodit_client.api.capabilities import EditableCollection
from comodit_client.api.editable import RenamableEntity
from comodit_client.rest.strings import as_str_tuple
from comodit_client.wire import orchestration_handlers as views

if TYPE_CHECKING:
    from comodit_client.api.collection import Collection
    from comodit_client.wire.dicts.orchestration_handlers import OrchestrationHandlerMembers


class OrchestrationHandler(views.OrchestrationHandler, RenamableEntity):
    """A handler that starts its orchestration when one of its settings changes."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: Collection[Any] | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[OrchestrationHandlerMembers],
        ) -> None: ...

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

    def new(self, json_data: dict[str, Any]) -> OrchestrationHandler:
        """Build a handler without sending it.

        Args:
            json_data: The JSON object: `name`, and `triggers` unless they are added later.

        Returns:
            The handler, ready for `create`.
        """
        return self.wrap(json_data)

    def create(self, name: str, triggers: Iterable[str] = ()) -> OrchestrationHandler:
        """Create a handler.

        Args:
            name: The name, unique in the orchestration.
            triggers: The keys of the settings that start the orchestration.

        Returns:
            The handler.

        Raises:
            BadRequest: The handler has no trigger.
            Conflict: The name is already in use.
        """
        handler = self.new({"name": name, "triggers": [*as_str_tuple(triggers)]})
        handler.create()
        return handler
