"""The methods of a client for orchestrations, pipelines, jobs, webhooks and notification channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.aio._client.base import BaseClient

if TYPE_CHECKING:
    from comodit_client.aio.job import JobCollection
    from comodit_client.aio.notification import Notification, NotificationCollection
    from comodit_client.aio.orchestration import Orchestration, OrchestrationCollection
    from comodit_client.aio.orchestration_context import OrchestrationContext, OrchestrationContextCollection
    from comodit_client.aio.orchestration_handler import OrchestrationHandlerCollection
    from comodit_client.aio.pipeline import Pipeline, PipelineCollection
    from comodit_client.aio.pipeline_context import PipelineContext, PipelineContextCollection
    from comodit_client.aio.stage import Stage, StageCollection
    from comodit_client.aio.step import StepCollection
    from comodit_client.aio.webhook import Webhook, WebhookCollection


class Automation(BaseClient):
    """Mixin of a client: navigation to orchestrations, pipelines, jobs, webhooks and notification channels."""

    def orchestrations(self, org_name: str) -> OrchestrationCollection:
        """Return the orchestrations of an organization. Sends no request.

        Args:
            org_name: The organization's name.
        """
        from comodit_client.aio.orchestration import OrchestrationCollection

        return OrchestrationCollection(self._as_client, (org_name,))

    async def orchestration(self, org_name: str, name: str) -> Orchestration:
        """Get an orchestration.

        Args:
            org_name: The organization's name.
            name: The orchestration's name.

        Returns:
            The orchestration.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return await self.orchestrations(org_name).get(name)

    def orchestration_contexts(self, org_name: str, orch_name: str) -> OrchestrationContextCollection:
        """Return the executions of an orchestration. Sends no request.

        Args:
            org_name: The organization's name.
            orch_name: The orchestration's name.
        """
        from comodit_client.aio.orchestration_context import OrchestrationContextCollection

        return OrchestrationContextCollection(self._as_client, (org_name, orch_name))

    async def orchestration_context(self, org_name: str, orch_name: str, context_id: str) -> OrchestrationContext:
        """Get an execution of an orchestration.

        Args:
            org_name: The organization's name.
            orch_name: The orchestration's name.
            context_id: The execution's uuid.

        Returns:
            The execution.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return await self.orchestration_contexts(org_name, orch_name).get(context_id)

    def orchestration_handlers(
        self, org_name: str, orchestration_name: str = "", *, env_name: str = ""
    ) -> OrchestrationHandlerCollection:
        """Return the handlers that start an orchestration when a setting changes. Sends no request.

        Args:
            org_name: The organization's name.
            orchestration_name: The orchestration's name.
            env_name: The orchestration's name, as the original client spells this argument.
        """
        from comodit_client.aio.orchestration_handler import OrchestrationHandlerCollection

        return OrchestrationHandlerCollection(self._as_client, (org_name, orchestration_name or env_name))

    def pipelines(self, org_name: str) -> PipelineCollection:
        """Return the pipelines of an organization. Sends no request.

        Args:
            org_name: The organization's name.
        """
        from comodit_client.aio.pipeline import PipelineCollection

        return PipelineCollection(self._as_client, (org_name,))

    async def pipeline(self, org_name: str, name: str) -> Pipeline:
        """Get a pipeline.

        Args:
            org_name: The organization's name.
            name: The pipeline's name.

        Returns:
            The pipeline.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return await self.pipelines(org_name).get(name)

    def pipeline_contexts(self, org_name: str, name: str) -> PipelineContextCollection:
        """Return the executions of a pipeline. Sends no request.

        Args:
            org_name: The organization's name.
            name: The pipeline's name.
        """
        from comodit_client.aio.pipeline_context import PipelineContextCollection

        return PipelineContextCollection(self._as_client, (org_name, name))

    async def pipeline_context(self, org_name: str, name: str, context_id: str) -> PipelineContext:
        """Get an execution of a pipeline.

        Args:
            org_name: The organization's name.
            name: The pipeline's name.
            context_id: The execution's uuid.

        Returns:
            The execution.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return await self.pipeline_contexts(org_name, name).get(context_id)

    def stages(self, org_name: str, pipeline_name: str) -> StageCollection:
        """Return the stages of a pipeline. Sends no request.

        Args:
            org_name: The organization's name.
            pipeline_name: The pipeline's name.
        """
        from comodit_client.aio.stage import StageCollection

        return StageCollection(self._as_client, (org_name, pipeline_name))

    async def stage(self, org_name: str, pipeline_name: str, stage_name: str) -> Stage:
        """Get a stage of a pipeline.

        Args:
            org_name: The organization's name.
            pipeline_name: The pipeline's name.
            stage_name: The stage's name.

        Returns:
            The stage.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return await self.stages(org_name, pipeline_name).get(stage_name)

    def steps(self, org_name: str, pipeline_name: str, stage_name: str) -> StepCollection:
        """Return the steps of a stage. Sends no request.

        Args:
            org_name: The organization's name.
            pipeline_name: The pipeline's name.
            stage_name: The stage's name.
        """
        from comodit_client.aio.step import StepCollection

        return StepCollection(self._as_client, (org_name, pipeline_name, stage_name))

    def webhooks(self, org_name: str) -> WebhookCollection:
        """Return the webhooks of an organization. Sends no request.

        Args:
            org_name: The organization's name.
        """
        from comodit_client.aio.webhook import WebhookCollection

        return WebhookCollection(self._as_client, (org_name,))

    async def webhook(self, org_name: str, name: str) -> Webhook:
        """Get a webhook.

        Args:
            org_name: The organization's name.
            name: The webhook's name.

        Returns:
            The webhook.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return await self.webhooks(org_name).get(name)

    def notifications(self, org_name: str) -> NotificationCollection:
        """Return the notification channels of an organization. Sends no request.

        Args:
            org_name: The organization's name.
        """
        from comodit_client.aio.notification import NotificationCollection

        return NotificationCollection(self._as_client, (org_name,))

    async def notification(self, org_name: str, name: str) -> Notification:
        """Get a notification channel.

        Args:
            org_name: The organization's name.
            name: The channel's name.

        Returns:
            The channel.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return await self.notifications(org_name).get(name)

    def jobs(self, org_name: str) -> JobCollection:
        """Return the jobs of an organization. Sends no request.

        Args:
            org_name: The organization's name.
        """
        from comodit_client.aio.job import JobCollection

        return JobCollection(self._as_client, (org_name,))

    # The names of the original client.
    orchestrationContexts = orchestration_contexts  # noqa: N815
    orchestrationContext = orchestration_context  # noqa: N815
    pipelineContexts = pipeline_contexts  # noqa: N815
    pipelineContext = pipeline_context  # noqa: N815
