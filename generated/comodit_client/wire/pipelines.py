# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Sequences of stages, each a sequence of steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.pipelines import PipelineDict, PipelineListDict, PipelineListMembers, PipelineMembers
    from comodit_client.wire.pipeline_contexts import PipelineContext


class PipelineList(View):
    """A list response: one page of Pipeline objects."""

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
            self, json_data: PipelineListDict | None = None, **members: Unpack[PipelineListMembers]
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
    def items(self) -> ViewList[Pipeline, Pipeline | PipelineDict]:
        """The items; may be absent if there are none."""
        return self._views("items", Pipeline)

    @items.setter
    def items(self, value: Iterable[Pipeline | PipelineDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Pipeline(View):
    """A sequence of stages. Their steps run orchestrations or call webhooks."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "version": "version",
        "name": "name",
        "description": "description",
        "organization": "organization",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "organization": "organization",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: PipelineDict | None = None, **members: Unpack[PipelineMembers]) -> None: ...

    @property
    def uuid(self) -> str | None:
        """Unique identifier; it never changes."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Revision counter; the server increments it on each change."""
        return self._data.get("version")

    @property
    def name(self) -> str:
        """Name, unique in the organization."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def description(self) -> str | None:
        """Description."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

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


def list(
    organization: str,
) -> Request[PipelineList]:
    """List the pipelines of the organization.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response is a PipelineList: the pipelines.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, organization.
    """
    return Request(
        "pipelines.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/pipelines/",
        "object",
        PipelineList,
    )


def create(
    organization: str,
    body: Pipeline | Mapping[str, Any],
) -> Request[Pipeline]:
    """Create a pipeline.

    Args:
        organization: Name of the organization.
        body: The request body.

    Returns:
        The request. Its response is a Pipeline: the created pipeline.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S4, organization.
    """
    return Request(
        "pipelines.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/pipelines/",
        "object",
        Pipeline,
        body=unwrapped(body),
    )


def get(
    organization: str,
    pipeline: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[Pipeline]:
    """Get the pipeline.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is a Pipeline: the pipeline.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S1, organization, core.
    """
    return Request(
        "pipelines.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}",
        "object",
        Pipeline,
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
    pipeline: str,
    body: Pipeline | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Pipeline]:
    """Update the pipeline.

    A new name in the body renames the pipeline.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is a Pipeline: the updated pipeline.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S5, organization.
    """
    return Request(
        "pipelines.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}",
        "object",
        Pipeline,
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
    pipeline: str,
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Delete the pipeline.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    return Request(
        "pipelines.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}",
        "nothing",
        identity,
        query=drop_none(
            {
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
    )


def clone(
    organization: str,
    pipeline: str,
    *,
    name: str,
) -> Request[Pipeline]:
    """Clone the pipeline under a new name.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        name: Name of the clone.

    Returns:
        The request. Its response is a Pipeline: the clone.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    return Request(
        "pipelines.clone",
        "PUT",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/_clone",
        "object",
        Pipeline,
        query=drop_none(
            {
                "name": name,
            }
        ),
    )


def run(
    organization: str,
    pipeline: str,
) -> Request[PipelineContext]:
    """Run the pipeline.

    The execution continues in the background; the response describes its start.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.

    Returns:
        The request. Its response is a PipelineContext: the execution that was started.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    from comodit_client.wire.pipeline_contexts import PipelineContext

    return Request(
        "pipelines.run",
        "PUT",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/_run",
        "object",
        PipelineContext,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_organization",)

    URL: ClassVar[str] = "organizations/{}/pipelines/"

    def __init__(self, organization: str) -> None:
        self._organization = organization

    def list(self) -> Request[PipelineList]:
        """List the pipelines of the organization."""
        return list(self._organization)

    def create(self, body: Pipeline | Mapping[str, Any]) -> Request[Pipeline]:
        """Create a pipeline."""
        return create(self._organization, body)

    def get(
        self,
        pipeline: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[Pipeline]:
        """Get the pipeline."""
        return get(self._organization, pipeline, secret_only=secret_only, no_secret=no_secret, obfuscate=obfuscate)

    def update(
        self,
        pipeline: str,
        body: Pipeline | Mapping[str, Any],
        *,
        force: bool | None = None,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[Pipeline]:
        """Update the pipeline."""
        return update(
            self._organization,
            pipeline,
            body,
            force=force,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def delete(
        self,
        pipeline: str,
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[None]:
        """Delete the pipeline."""
        return delete(
            self._organization,
            pipeline,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def clone(self, pipeline: str, *, name: str) -> Request[Pipeline]:
        """Clone the pipeline under a new name."""
        return clone(self._organization, pipeline, name=name)

    def run(self, pipeline: str) -> Request[PipelineContext]:
        """Run the pipeline."""
        return run(self._organization, pipeline)
