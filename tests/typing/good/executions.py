"""What type checkers and editors see of orchestrations, pipelines and the rest that the server does by itself."""

from typing import assert_type

from comodit_client.api import Client
from comodit_client.api.exceptions import ExecutionFailed
from comodit_client.api.orchestration import Orchestration, OrchestrationCollection
from comodit_client.api.orchestration_context import HostQueue, OrchestrationContext
from comodit_client.api.pipeline_context import PipelineContext, StageContext, StepContext
from comodit_client.api.stage import Stage
from comodit_client.api.step import Step
from comodit_client.api.webhook import WebhookProperty, WebhookResult
from comodit_client.rest.failed_part import FailedPart
from comodit_client.wire.jobs import JobAction, Operation
from comodit_client.wire.orchestration_contexts import ExecutionStatus
from comodit_client.wire.orchestrations import OrderedHostGroup

client = Client("https://my.comodit.com/api", "UUU", "PPP")
org = client.get_organization("O")

assert_type(org.orchestrations(), OrchestrationCollection)
orchestration = org.orchestrations().new("o")
assert_type(orchestration, Orchestration)
assert_type(orchestration.ordered_hostgroups[0], OrderedHostGroup)
orchestration.application_operations = [{"application": "A", "handler": "h"}]
orchestration.ordered_hostgroups = [{"position": 0}]

execution = orchestration.run()
assert_type(execution, OrchestrationContext)
assert_type(execution.uuid, str)
assert_type(execution.status, ExecutionStatus | str | None)
assert_type(execution.host_queues[0], HostQueue)
assert_type(execution.pause(), OrchestrationContext)
assert_type(client.get_host("O", "E", "h").run_orchestration("o"), OrchestrationContext)
try:
    execution.wait_finished(60)
except ExecutionFailed as error:
    assert_type(error.failed, list[FailedPart])

pipeline = org.pipelines().create("p")
assert_type(pipeline.run(), PipelineContext)
assert_type(pipeline.get_context("u").stages[0], StageContext)
assert_type(pipeline.get_context("u").stages[0].steps[0], StepContext)
assert_type(pipeline.stages.new("s"), Stage)
assert_type(pipeline.stages.new("s").steps.new("t"), Step)
assert_type(client.orchestrationContext("O", "o", "u"), OrchestrationContext)

assert_type(org.webhooks().new("w").properties[0], WebhookProperty)
assert_type(org.webhooks().new("w").run(), WebhookResult)
assert_type(org.jobs().new("j").action, JobAction | str | None)
assert_type(org.jobs().new("j").operation, Operation)
