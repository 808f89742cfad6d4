# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Stages of a pipeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Final

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.view import NULL, View, unwrapped

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/pipelines/{}/stages/"


class StageList(View):
    """A list answer: a page of Stage objects."""

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
    def items(self) -> ViewList[Stage]:
        """The items; may be absent when there is none."""
        return self._views("items", Stage)

    @items.setter
    def items(self, value: Iterable[Stage | Mapping[str, Any]] | None) -> None:
        self._set_list("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Stage(View):
    """A part of a pipeline, made of steps that are carried out in their order."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "name": "name",
        "description": "description",
        "pipeline": "pipeline",
        "order": "order",
    }

    @property
    def uuid(self) -> str | None:
        """Identifier that never changes."""
        return self._data.get("uuid")

    @property
    def name(self) -> str:
        """Name, unique in the pipeline."""
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
    def pipeline(self) -> str | None:
        """Name of the pipeline."""
        return self._data.get("pipeline")

    @property
    def order(self) -> int | None:
        """Place of the stage in the pipeline, from 0; a new one presumably comes last."""
        return self._data.get("order")

    @order.setter
    def order(self, value: int | None) -> None:
        self._data["order"] = value

    @order.deleter
    def order(self) -> None:
        self._data.pop("order", None)


def list(
    organization: str,
    pipeline: str,
) -> Request[StageList]:
    """List the stages of the pipeline.

    Facts: S2, organization.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.

    Returns:
        The request; its answer is a StageList: the stages.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "stages.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/stages/",
        "object",
        StageList,
    )


def create(
    organization: str,
    pipeline: str,
    body: Stage | Mapping[str, Any],
) -> Request[Stage]:
    """Create a stage.

    Facts: S4, organization.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        body: What to send.

    Returns:
        The request; its answer is a Stage: the stage as created.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "stages.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/stages/",
        "object",
        Stage,
        body=unwrapped(body),
    )


def get(
    organization: str,
    pipeline: str,
    stage: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[Stage]:
    """Get the stage.

    Facts: S1, organization, core.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        stage: Name of the stage in its pipeline.
        secret_only: Whether to give secret settings only.
        no_secret: Whether to leave secret settings out.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request; its answer is a Stage: the stage.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "stages.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/stages/{segment('stage', stage)}",
        "object",
        Stage,
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
    stage: str,
    body: Stage | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Stage]:
    """Update the stage.

    A new name in the body renames the stage.

    Facts: S5, organization.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        stage: Name of the stage in its pipeline.
        body: What to send.
        force: Whether to force the update; what the server then leaves unchecked is not known.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is a Stage: the stage as updated.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "stages.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/stages/{segment('stage', stage)}",
        "object",
        Stage,
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
    stage: str,
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Delete the stage.

    Facts: organization.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        stage: Name of the stage in its pipeline.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "stages.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/stages/{segment('stage', stage)}",
        "nothing",
        identity,
        query=drop_none(
            {
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
    )
