"""Jobs: actions that the server runs once or periodically."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack, overload

from comodit_client.aio._client.operations import Params
from comodit_client.aio._shared.described import DescribedCollection
from comodit_client.aio.capabilities import Clearable
from comodit_client.aio.editable import RenamableEntity
from comodit_client.rest.deprecated import deprecated, renamed
from comodit_client.wire import jobs as views
from comodit_client.wire.jobs import Argument, Operation

if TYPE_CHECKING:
    from comodit_client.wire.dicts.jobs import JobMembers, JobOptions

__all__ = ["Argument", "Job", "JobCollection", "Operation"]


class Job(views.Job, RenamableEntity):
    """An action that the server runs once at a date, or periodically by a cron expression."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: JobCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[JobMembers],
        ) -> None: ...

        @property
        def collection(self) -> JobCollection: ...

    @overload
    async def run(self, params: Params = None, *, wait: bool | None = None) -> None: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    async def run(self, *, parameters: Params, wait: bool | None = None) -> None: ...

    @renamed(parameters="params")
    async def run(self, params: Params = None, *, wait: bool | None = None) -> None:
        """Run the job now.

        Args:
            params: Extra members of the query.
            wait: If True, the server presumably responds only when the job is done.

        Raises:
            ApiException: The job is disabled.
        """
        (organization,) = self._owners(1)
        await self.client.run(views.run(organization, self.identifier, wait=wait).with_query(params))


class JobCollection(DescribedCollection[Job], Clearable[Job]):
    """The jobs of an organization."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> Job:
        return Job(self, json_data)

    def new(self, name: str, description: str | None = "", **members: Unpack[JobOptions]) -> Job:
        return self.build({"name": name, "description": description}, members)

    async def create(self, name: str, description: str | None = "", **members: Unpack[JobOptions]) -> Job:
        job = self.new(name, description, **members)
        await job.create()
        return job
