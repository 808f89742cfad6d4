# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Steps of a stage: an orchestration, or a webhook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.orchestrations import OrderedHostGroup

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/pipelines/{}/stages/{}/steps/"


class StepList(View):
    """A list answer: a page of Step objects."""

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
    def items(self) -> ViewList[Step]:
        """The items; may be absent when there is none."""
        return self._views("items", Step)

    @items.setter
    def items(self, value: Iterable[Step | Mapping[str, Any]] | None) -> None:
        self._set_list("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Step(View):
    """A part of a stage that runs an orchestration on given host groups, or calls a webhook."""

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

    @property
    def uuid(self) -> str | None:
        """Identifier that never changes."""
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
        """Free text."""
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
        """Place of the step in the stage, from 0; a new one presumably comes last."""
        return self._data.get("order")

    @order.setter
    def order(self, value: int | None) -> None:
        self._data["order"] = value

    @order.deleter
    def order(self) -> None:
        self._data.pop("order", None)

    @property
    def webhook(self) -> str | None:
        """Name of the webhook to call; null when an orchestration is run."""
        return self._data.get("webhook")

    @webhook.setter
    def webhook(self, value: str | None) -> None:
        self._data["webhook"] = value

    @webhook.deleter
    def webhook(self) -> None:
        self._data.pop("webhook", None)

    @property
    def orchestration(self) -> str | None:
        """Name of the orchestration to run; null when a webhook is called."""
        return self._data.get("orchestration")

    @orchestration.setter
    def orchestration(self, value: str | None) -> None:
        self._data["orchestration"] = value

    @orchestration.deleter
    def orchestration(self) -> None:
        self._data.pop("orchestration", None)

    @property
    def ordered_hostgroups(self) -> ViewList[OrderedHostGroup]:
        """Host groups on whose hosts the orchestration runs."""
        from comodit_client.wire.orchestrations import OrderedHostGroup

        return self._views("orderedHostGroups", OrderedHostGroup)


def list(
    organization: str,
    pipeline: str,
    stage: str,
) -> Request[StepList]:
    """List the steps of the stage.

    Facts: S2, organization.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        stage: Name of the stage in its pipeline.

    Returns:
        The request; its answer is a StepList: the steps.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S4, organization.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        stage: Name of the stage in its pipeline.
        body: What to send.

    Returns:
        The request; its answer is a Step: the step as created.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S1, organization.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        stage: Name of the stage in its pipeline.
        step: Name of the step in its stage.
        secret_only: Whether to give secret settings only.
        no_secret: Whether to leave secret settings out.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request; its answer is a Step: the step.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: S5, organization.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        stage: Name of the stage in its pipeline.
        step: Name of the step in its stage.
        body: What to send.
        force: Whether to force the update; what the server then leaves unchecked is not known.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is a Step: the step as updated.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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

    Facts: organization.

    Args:
        organization: Name of the organization.
        pipeline: Name of the pipeline.
        stage: Name of the stage in its pipeline.
        step: Name of the step in its stage.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
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
