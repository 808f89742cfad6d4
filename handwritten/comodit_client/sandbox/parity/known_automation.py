"""Behaviours of jobs, orchestrations, pipelines, messages and logs."""

from __future__ import annotations

from typing import Final

from comodit_client.sandbox.parity.behaviours import Behaviour, inferred, invented, seen

AUTOMATION_BEHAVIOURS: Final[tuple[Behaviour, ...]] = (
    inferred("jobs.run", "A job deletes its host when it runs.", "S142"),
    invented("jobs.with-instance", "A job deletes a host and its machine.", "Q23"),
    invented("jobs.action", "An action other than DELETE_HOST returns 409.", "Q23"),
    invented("jobs.disabled", "A disabled job does not run: 409.", "Q23"),
    inferred("orchestrations.run", "An execution works on one host after the other.", "S9"),
    invented("orchestrations.active", "An orchestration runs only once at a time: 409.", "Q25"),
    invented("orchestration_contexts.control", "Executions pause, resume, end and restart between steps.", "Q25"),
    inferred("pipelines.run", "An execution works on one step after the other.", "S9"),
    invented("pipelines.incomplete", "A pipeline with nothing to run returns 409.", "Q26"),
    invented("pipeline_contexts.control", "Executions pause, resume, end and restart between steps.", "Q26"),
    invented("webhooks.run", "A call returns the status and the values of the reply, or 424.", "Q27"),
    invented("notifications.unnamed", "A channel without a name is named after its kind.", "Q9", facts=("S141",)),
    invented("notifications.run", "A test message has a fixed text.", "Q28"),
    invented("organization_other_logs.texts", "The entries of logs have texts of the sandbox.", "Q22"),
    seen("alerts.list", "Alerts of a machine have the members that agents send.", "S136"),
)
