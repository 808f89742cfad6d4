# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Stages of a pipeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.stages import StageDict, StageListDict, StageListMembers, StageMembers


class StageList(View):
    """A list response: one page of Stage objects."""

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

        def __init__(self, json_data: StageListDict | None = None, **members: Unpack[StageListMembers]) -> None: ...

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
    def items(self) -> ViewList[Stage, Stage | StageDict]:
        """The items; may be absent if there are none."""
        return self._views("items", Stage)

    @items.setter
    def items(self, value: Iterable[Stage | StageDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Stage(View):
    """A part of a pipeline: a sequence of steps."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "name": "name",
        "description": "description",
        "pipeline": "pipeline",
        "order": "order",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "order": "order",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: StageDict | None = None, **members: Unpack[StageMembers]) -> None: ...

    @property
    def uuid(self) -> str | None:
        """Unique identifier; it never changes."""
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
        """Description."""
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
        """Position of the stage in the pipeline, from 0. A new stage presumably comes last."""
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

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.

    Returns:
        The request. Its response is a StageList: the stages.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, organization.
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

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        body: The request body.

    Returns:
        The request. Its response is a Stage: the created stage.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S4, organization.
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

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        stage: Name of the stage in its pipeline.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is a Stage: the stage.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S1, organization, core.
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

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        stage: Name of the stage in its pipeline.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is a Stage: the updated stage.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S5, organization.
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

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        stage: Name of the stage in its pipeline.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
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


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_organization", "_pipeline")

    URL: ClassVar[str] = "organizations/{}/pipelines/{}/stages/"

    def __init__(self, organization: str, pipeline: str) -> None:
        self._organization = organization
        self._pipeline = pipeline

    def list(self) -> Request[StageList]:
        """List the stages of the pipeline."""
        return list(self._organization, self._pipeline)

    def create(self, body: Stage | Mapping[str, Any]) -> Request[Stage]:
        """Create a stage."""
        return create(self._organization, self._pipeline, body)

    def get(
        self,
        stage: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[Stage]:
        """Get the stage."""
        return get(
            self._organization, self._pipeline, stage, secret_only=secret_only, no_secret=no_secret, obfuscate=obfuscate
        )

    def update(
        self,
        stage: str,
        body: Stage | Mapping[str, Any],
        *,
        force: bool | None = None,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[Stage]:
        """Update the stage."""
        return update(
            self._organization,
            self._pipeline,
            stage,
            body,
            force=force,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def delete(
        self,
        stage: str,
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[None]:
        """Delete the stage."""
        return delete(
            self._organization,
            self._pipeline,
            stage,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )
