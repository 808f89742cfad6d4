"""What exports, imports, syncs and plans share: the entities that they name, their progress, and rows of reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from comodit_client.api import Client
    from comodit_client.cli.call import Call
    from comodit_client.rest.report import Report

#: The kinds of entities, by the words of commands.
KINDS = {
    "organizations": "organization",
    "environments": "environment",
    "hosts": "host",
    "applications": "application",
    "distributions": "distribution",
    "platforms": "platform",
    "jobs": "job",
    "orchestrations": "orchestration",
    "pipelines": "pipeline",
    "hostgroups": "host_group",
    "webhooks": "webhook",
    "notifications": "notification",
}
COLUMNS = [("status", "status", ""), ("action", "action", "")]


def kind_of(call: Call) -> str:
    """Return the kind of entity that a command is for: that of the word beside its verb.

    Args:
        call: The command.
    """
    return next(KINDS[word] for word in call.words if word in KINDS)


def entity_of(client: Client, call: Call) -> Any:
    """Read the entity that a command names.

    Args:
        client: The client.
        call: The command.
    """
    kind = kind_of(call)
    name = call.argument(kind)
    if kind == "organization":
        return client.get_organization(name)
    if kind == "host":
        return client.get_host(call.argument("organization"), call.argument("environment"), name)
    collection = getattr(client, f"{kind}s")(call.argument("organization"))
    return collection.get(name)


def rows(status: str, actions: Any) -> list[dict[str, str]]:
    """Return rows of a report.

    Args:
        status: What became of the actions.
        actions: The actions, or their summaries.
    """
    return [
        {"status": status, "action": action if isinstance(action, str) else action.get_summary()} for action in actions
    ]


def outcome(report: Report) -> list[dict[str, str]]:
    """Return the rows of what became of all actions.

    Args:
        report: The report.
    """
    return [
        *rows("done", report.done),
        *rows("skipped", report.skipped),
        *rows("failed", [report.failed] if report.failed else []),
        *rows("failed", report.also_failed),
        *rows("not attempted", report.not_attempted),
    ]
