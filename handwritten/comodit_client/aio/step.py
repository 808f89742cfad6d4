"""Steps of a pipeline's stages."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.aio._shared.described import DescribedCollection
from comodit_client.aio._shared.ordered_host_groups import HasOrderedHostGroups, in_order
from comodit_client.aio.editable import RenamableEntity
from comodit_client.wire import steps as views

if TYPE_CHECKING:
    from comodit_client.wire.dicts.steps import StepMembers, StepOptions


class Step(HasOrderedHostGroups, views.Step, RenamableEntity):
    """A part of a stage. It runs an orchestration on host groups, or calls a webhook."""

    __slots__ = ()

    HOST_GROUPS: ClassVar[tuple[str, str]] = ("orderedHostGroups", "orderedHostGroup")

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: StepCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[StepMembers],
        ) -> None: ...

        @property
        def collection(self) -> StepCollection: ...

    def show_lines(self, indent: int) -> builtins.list[str]:
        """Return the lines that `show` prints.

        Args:
            indent: The number of spaces before each line.
        """
        return views.Step.from_json(in_order(self._data, *self.HOST_GROUPS)).show_lines(indent)


class StepCollection(DescribedCollection[Step]):
    """The steps of a stage."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> Step:
        return Step(self, json_data)

    def new(self, name: str, description: str | None = "", **members: Unpack[StepOptions]) -> Step:
        return self.build({"name": name, "description": description}, members)

    async def create(self, name: str, description: str | None = "", **members: Unpack[StepOptions]) -> Step:
        step = self.new(name, description, **members)
        await step.create()
        return step
