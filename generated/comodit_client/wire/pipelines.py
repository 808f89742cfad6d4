# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Sequences of stages, each a sequence of steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.pipeline_contexts import PipelineContext

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/pipelines/"


class PipelineList(View):
    """A list answer: a page of Pipeline objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }

    @property
    def count(self) -> int | str | None:
        """Items in this answer."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Place of the first item among all."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Items overall."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[Pipeline]:
        """The items; may be absent when there is none."""
        return self._views("items", Pipeline)

    @items.setter
    def items(self, value: Iterable[Pipeline | Mapping[str, Any]] | None) -> None:
        self._set_list("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Pipeline(View):
    """A sequence of stages; their steps run orchestrations or call webhooks."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "version": "version",
        "name": "name",
        "description": "description",
        "organization": "organization",
    }

    @property
    def uuid(self) -> str | None:
        """Identifier that never changes."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Number that the server raises on each change."""
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
        """Free text."""
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

    Facts: S2, organization.

    Args:
        organization: Name of the organization.

    Returns:
        The request; its answer is a PipelineList: the pipelines.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S4, organization.

    Args:
        organization: Name of the organization.
        body: What to send.

    Returns:
        The request; its answer is a Pipeline: the pipeline as created.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S1, organization, core.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        secret_only: Whether to give secret settings only.
        no_secret: Whether to leave secret settings out.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request; its answer is a Pipeline: the pipeline.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S5, organization.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        body: What to send.
        force: Whether to force the update; what the server then leaves unchecked is not known.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is a Pipeline: the pipeline as updated.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: organization.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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
    """Clone the pipeline under another name.

    Facts: organization.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        name: Name of the clone.

    Returns:
        The request; its answer is a Pipeline: the clone.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    It goes on in the background: the answer is the execution as it begins.

    Facts: organization.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.

    Returns:
        The request; its answer is a PipelineContext: the execution as it begins.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.pipeline_contexts import PipelineContext

    return Request(
        "pipelines.run",
        "PUT",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/_run",
        "object",
        PipelineContext,
    )
