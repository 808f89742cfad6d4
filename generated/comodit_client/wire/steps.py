# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Steps of a stage. Each runs an orchestration or calls a webhook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.orchestrations import OrderedHostGroupDict
    from comodit_client.wire.dicts.steps import StepDict, StepListDict, StepListMembers, StepMembers
    from comodit_client.wire.orchestrations import OrderedHostGroup


class StepList(View):
    """A list response: one page of Step objects."""

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

        def __init__(self, json_data: StepListDict | None = None, **members: Unpack[StepListMembers]) -> None: ...

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
    def items(self) -> ViewList[Step, Step | StepDict]:
        """The items; may be absent if there are none."""
        return self._views("items", Step)

    @items.setter
    def items(self, value: Iterable[Step | StepDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Step(View):
    """A part of a stage. It runs an orchestration on host groups, or calls a webhook."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "name": "name",
        "description": "description",
        "stage": "stage",
        "order": "order",
        "webhook": "webhook",
        "orchestration": "orchestration",
        "orderedHostGroups": "ordered_hostgroups",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "order": "order",
        "webhook": "webhook",
        "orchestration": "orchestration",
        "ordered_host_groups": "orderedHostGroups",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: StepDict | None = None, **members: Unpack[StepMembers]) -> None: ...

    @property
    def uuid(self) -> str | None:
        """Unique identifier; it never changes."""
        return self._data.get("uuid")

    @property
    def name(self) -> str:
        """Name, unique in the stage."""
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
    def stage(self) -> str | None:
        """Name of the stage."""
        return self._data.get("stage")

    @property
    def order(self) -> int | None:
        """Position of the step in the stage, from 0. A new step presumably comes last."""
        return self._data.get("order")

    @order.setter
    def order(self, value: int | None) -> None:
        self._data["order"] = value

    @order.deleter
    def order(self) -> None:
        self._data.pop("order", None)

    @property
    def webhook(self) -> str | None:
        """Name of the webhook to call; null if it runs an orchestration."""
        return self._data.get("webhook")

    @webhook.setter
    def webhook(self, value: str | None) -> None:
        self._data["webhook"] = value

    @webhook.deleter
    def webhook(self) -> None:
        self._data.pop("webhook", None)

    @property
    def orchestration(self) -> str | None:
        """Name of the orchestration to run; null if it calls a webhook."""
        return self._data.get("orchestration")

    @orchestration.setter
    def orchestration(self, value: str | None) -> None:
        self._data["orchestration"] = value

    @orchestration.deleter
    def orchestration(self) -> None:
        self._data.pop("orchestration", None)

    @property
    def ordered_hostgroups(self) -> ViewList[OrderedHostGroup, OrderedHostGroup | OrderedHostGroupDict]:
        """Host groups that the orchestration runs on."""
        from comodit_client.wire.orchestrations import OrderedHostGroup

        return self._views("orderedHostGroups", OrderedHostGroup)


def list(
    organization: str,
    pipeline: str,
    stage: str,
) -> Request[StepList]:
    """List the steps of the stage.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        stage: Name of the stage in its pipeline.

    Returns:
        The request. Its response is a StepList: the steps.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, organization.
    """
    return Request(
        "steps.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/stages/{segment('stage', stage)}/steps/",
        "object",
        StepList,
    )


def create(
    organization: str,
    pipeline: str,
    stage: str,
    body: Step | Mapping[str, Any],
) -> Request[Step]:
    """Create a step.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        stage: Name of the stage in its pipeline.
        body: The request body.

    Returns:
        The request. Its response is a Step: the created step.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S4, organization.
    """
    return Request(
        "steps.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/stages/{segment('stage', stage)}/steps/",
        "object",
        Step,
        body=unwrapped(body),
    )


def get(
    organization: str,
    pipeline: str,
    stage: str,
    step: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[Step]:
    """Get the step.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        stage: Name of the stage in its pipeline.
        step: Name of the step in its stage.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is a Step: the step.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S1, organization.
    """
    return Request(
        "steps.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/stages/{segment('stage', stage)}/steps/{segment('step', step)}",
        "object",
        Step,
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
    step: str,
    body: Step | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Step]:
    """Update the step.

    A new name in the body renames the step.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        stage: Name of the stage in its pipeline.
        step: Name of the step in its stage.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is a Step: the updated step.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S5, organization.
    """
    return Request(
        "steps.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/stages/{segment('stage', stage)}/steps/{segment('step', step)}",
        "object",
        Step,
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
    step: str,
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Delete the step.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        stage: Name of the stage in its pipeline.
        step: Name of the step in its stage.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    return Request(
        "steps.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/pipelines/{segment('pipeline', pipeline)}/stages/{segment('stage', stage)}/steps/{segment('step', step)}",
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

    __slots__ = ("_organization", "_pipeline", "_stage")

    URL: ClassVar[str] = "organizations/{}/pipelines/{}/stages/{}/steps/"

    def __init__(self, organization: str, pipeline: str, stage: str) -> None:
        self._organization = organization
        self._pipeline = pipeline
        self._stage = stage

    def list(self) -> Request[StepList]:
        """List the steps of the stage."""
        return list(self._organization, self._pipeline, self._stage)

    def create(self, body: Step | Mapping[str, Any]) -> Request[Step]:
        """Create a step."""
        return create(self._organization, self._pipeline, self._stage, body)

    def get(
        self,
        step: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[Step]:
        """Get the step."""
        return get(
            self._organization,
            self._pipeline,
            self._stage,
            step,
            secret_only=secret_only,
            no_secret=no_secret,
            obfuscate=obfuscate,
        )

    def update(
        self,
        step: str,
        body: Step | Mapping[str, Any],
        *,
        force: bool | None = None,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[Step]:
        """Update the step."""
        return update(
            self._organization,
            self._pipeline,
            self._stage,
            step,
            body,
            force=force,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def delete(
        self,
        step: str,
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[None]:
        """Delete the step."""
        return delete(
            self._organization,
            self._pipeline,
            self._stage,
            step,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )
