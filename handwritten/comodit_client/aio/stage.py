"""Stages of pipelines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from comodit_client.aio._shared.described import DescribedCollection
from comodit_client.aio.editable import RenamableEntity
from comodit_client.wire import stages as views

if TYPE_CHECKING:
    from comodit_client.aio.step import StepCollection
    from comodit_client.wire.dicts.stages import StageMembers, StageOptions


class Stage(views.Stage, RenamableEntity):
    """A part of a pipeline. It consists of ordered steps."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: StageCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[StageMembers],
        ) -> None: ...

        @property
        def collection(self) -> StageCollection: ...

    @property
    def steps(self) -> StepCollection:
        """The steps. Sends no request."""
        organization, pipeline = self._owners(2)
        return self.client.steps(organization, pipeline, self.identifier)


class StageCollection(DescribedCollection[Stage]):
    """The stages of a pipeline."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> Stage:
        return Stage(self, json_data)

    def new(self, name: str, description: str | None = "", **members: Unpack[StageOptions]) -> Stage:
        return self.build({"name": name, "description": description}, members)

    async def create(self, name: str, description: str | None = "", **members: Unpack[StageOptions]) -> Stage:
        stage = self.new(name, description, **members)
        await stage.create()
        return stage
