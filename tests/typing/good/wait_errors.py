"""Waits and their failures as users write them, read by the type checkers only."""

from typing import assert_type

from comodit_client.api import Client
from comodit_client.api.background_operation import BackgroundOperation
from comodit_client.api.change import Change
from comodit_client.api.compliance import ComplianceError
from comodit_client.api.contexts import ApplicationContext, HandlerRun
from comodit_client.api.diagnosis import Diagnosis
from comodit_client.api.exceptions import ChangeFailed, ExecutionFailed, HostFailed, WaitTimeout
from comodit_client.api.host import Host, HostCollection
from comodit_client.api.instance import Instance
from comodit_client.api.orchestration_context import OrchestrationContext
from comodit_client.api.pipeline_context import PipelineContext
from comodit_client.rest.failed_part import FailedPart
from comodit_client.wire.changes import Task


def finish(operation: BackgroundOperation) -> None:
    operation.wait(timeout=60, progress=lambda result: print(result.state, result.reached))
    assert_type(operation.state, str | None)
    assert_type(operation.error, str | None)


def deploy(client: Client) -> None:
    host = client.hosts("O", "E").create("h")
    instance = host.provision()
    assert_type(instance.wait(timeout=60), Instance)
    context = host.install("Web")
    assert_type(context.wait(timeout=60), ApplicationContext)
    key = context.run_handler("Restart")
    assert_type(key.wait(timeout=60), HandlerRun)
    execution = host.run_orchestration("roll out")
    assert_type(execution.wait(timeout=60), OrchestrationContext)
    pipeline = client.pipelines("O").new("deploy").run()
    assert_type(pipeline.wait(timeout=60), PipelineContext)
    for operation in (instance, context, key, execution, pipeline):
        finish(operation)


def watch(host: Host, hosts: HostCollection) -> None:
    host.wait_for_state("READY", failures="ERROR", progress=lambda result: print(result.state or ""))
    host.wait_for_state(host.State.READY, failures=[host.State.ERROR, "DEFINED"])
    host.wait_for_pending_changes(progress=lambda result: print(", ".join(result.state)))
    hosts.wait_for_state("READY", progress=lambda result: print(result.state.get("h")))
    host.get_instance().wait_for_property("ip.eth0", progress=lambda result: print(len(result.state)))


def explain(host: Host) -> None:
    try:
        host.wait_for_state("READY")
    except HostFailed as error:
        assert_type(error.tasks, list[Task])
        assert_type(error.compliance_errors, list[ComplianceError])
        assert_type(error.instance_state, str | None)
        assert_type(error.diagnosis, Diagnosis | None)
        assert_type(error.diagnoses, dict[str, Diagnosis])
        assert_type(error.entity, Host | HostCollection)
        assert_type(error.last, str | dict[str, str | None] | None)
    except ChangeFailed as error:
        assert_type(error.tasks, list[Task])
        assert_type(error.changes, list[Change])
        assert_type(error.entity, Host)
    except ExecutionFailed as error:
        assert_type(error.failed, list[FailedPart])
        assert_type(error.entity, OrchestrationContext | PipelineContext)
        assert_type(error.last, str | None)
    except WaitTimeout as error:
        assert_type(error.last, str | list[str] | dict[str, str | None] | None)
        assert_type(error.entity, Host | HostCollection | Instance | OrchestrationContext | PipelineContext)
    assert_type(host.diagnose(), Diagnosis)
