"""Pipelines: stages with steps that run orchestrations and call webhooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from comodit_client.aio._shared.described import DescribedCollection
from comodit_client.aio.editable import RenamableEntity
from comodit_client.wire import pipelines as views

if TYPE_CHECKING:
    from comodit_client.aio.pipeline_context import PipelineContext, PipelineContextCollection
    from comodit_client.aio.stage import StageCollection
    from comodit_client.wire.dicts.pipelines import PipelineMembers, PipelineOptions


class Pipeline(views.Pipeline, RenamableEntity):
    """A sequence of stages, which are sequences of steps."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: PipelineCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[PipelineMembers],
        ) -> None: ...

        @property
        def collection(self) -> PipelineCollection: ...

    @property
    def stages(self) -> StageCollection:
        """The stages. Sends no request."""
        (organization,) = self._owners(1)
        return self.client.stages(organization, self.identifier)

    def contexts(self) -> PipelineContextCollection:
        """Return the executions of the pipeline. Sends no request."""
        return self.client.pipeline_contexts(*self._names)

    async def get_context(self, id: str) -> PipelineContext:  # noqa: A002 - the original client's name
        """Get an execution.

        Args:
            id: The execution's uuid.

        Returns:
            The execution.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return await self.contexts().get(id)

    async def clone(self, clone_name: str) -> Pipeline:
        """Copy the pipeline.

        Args:
            clone_name: The name of the copy.

        Returns:
            The copy.

        Raises:
            Conflict: The name is already in use.
        """
        copy = await self.client.session.run_or_none(views.clone(*self._names, name=clone_name))
        return Pipeline(self.collection, {"name": clone_name} if copy is None else copy.get_json())

    async def run(self) -> PipelineContext:
        """Run the pipeline.

        The server continues in the background; use `wait` of the execution to wait for it.

        Returns:
            The execution.

        Raises:
            ApiException: The pipeline has no stage, or it is already running.
        """
        return self.contexts().wrap((await self.client.run(views.run(*self._names))).get_json())


class PipelineCollection(DescribedCollection[Pipeline]):
    """The pipelines of an organization."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> Pipeline:
        return Pipeline(self, json_data)

    def new(self, name: str, description: str | None = "", **members: Unpack[PipelineOptions]) -> Pipeline:
        return self.build({"name": name, "description": description}, members)

    async def create(self, name: str, description: str | None = "", **members: Unpack[PipelineOptions]) -> Pipeline:
        pipeline = self.new(name, description, **members)
        await pipeline.create()
        return pipeline
