"""The tasks for one operation of an orchestration: a handler of an application, or an action on a service."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from comodit_client.ansible.names import handler_slug
from comodit_client.ansible.playbooks.host_sets import named_hosts
from comodit_client.ansible.texts import label
from comodit_client.ansible.yaml_text import literal
from comodit_client.disk import layout
from comodit_client.disk.payloads import list_member

if TYPE_CHECKING:
    from comodit_client.ansible.archive import Entity
    from comodit_client.ansible.playbooks.host_sets import Uses
    from comodit_client.ansible.project import Project
    from comodit_client.ansible.sources import Source

Task = dict[str, Any]
#: The state of a service after each action. Only STOP is known to exist.
_STATES: Mapping[str, str] = {"START": "started", "STOP": "stopped", "RESTART": "restarted", "RELOAD": "reloaded"}


def operation_tasks(project: Project, uses: Uses, operation: Source) -> Iterator[Task]:
    """Yield the tasks of an operation. Hosts without the application skip them.

    As in ComodIT, an operation that is impossible fails on hosts with the application, so that nothing after it runs.

    Args:
        project: The conversion.
        uses: The roles of the hosts.
        operation: The operation.

    Yields:
        The tasks.
    """
    name = operation.text("application")
    application = next((one for one in project.archive.of(layout.APPLICATION) if one.name == name), None)
    if application is None:
        reason = f"the folder has no application {name!r}"
        operation.lose("application", reason)
        yield _failure(name, reason, f"inventory_hostname in {_installed(project, name)!r}")
    elif operation.peek("handler"):
        yield from _handler(project, uses, application, operation)
    elif not operation.peek("serviceAction"):
        reason = "it names neither a handler nor a service"
        operation.lose("", reason)
        yield _failure(name, reason, _is_installed(project, application))
    else:
        yield _service(project, application, operation)


def _handler(project: Project, uses: Uses, application: Entity, operation: Source) -> Iterator[Task]:
    handler = operation.text("handler")
    if handler not in {str(one.get("name")) for one in list_member(application.source.document, "handlers")}:
        reason = f"application {application.name!r} has no handler {handler!r}"
        operation.lose("handler", reason)
        yield _failure(application.name, reason, _is_installed(project, application))
        return
    role = project.names.roles[application.name]
    sets = uses.variants(role)
    for hosts in sets:
        variables = dict(hosts.roles[0].variables)
        only = [f"inventory_hostname in {list(hosts.hosts)!r}"] if len(sets) > 1 else []
        yield _include(project, application, handler, variables, only)
    if not sets:
        yield _include(project, application, handler, {}, [])


def _include(project: Project, application: Entity, handler: str, variables: Task, only: list[str]) -> Task:
    return {
        "name": f"Run handler {label(handler)} of {label(application.name)}",
        "ansible.builtin.include_role": {
            "name": project.names.roles[application.name],
            "tasks_from": f"handler_{handler_slug(application, handler)}",
        },
        **({"vars": variables} if variables else {}),
        "when": [_is_installed(project, application), *only],
    }


def _service(project: Project, application: Entity, operation: Source) -> Task:
    action = operation.child("serviceAction")
    service = action.text("name") if action else ""
    kind = (action.text("action") if action else "") or "RESTART"
    if service not in {str(one.get("name")) for one in list_member(application.source.document, "services")}:
        reason = f"application {application.name!r} has no service {service!r}"
    elif kind.upper() not in _STATES:
        reason = f"the action {kind!r} on a service is unknown"
    else:
        return {
            "name": f"{kind.capitalize()} service {label(service)} of {label(application.name)}",
            "ansible.builtin.service": {"name": literal(service), "state": _STATES[kind.upper()]},
            "when": [_is_installed(project, application)],
        }
    operation.lose("serviceAction", reason)
    return _failure(application.name, reason, _is_installed(project, application))


def _failure(application: str, reason: str, condition: str) -> Task:
    return {
        "name": f"Report that the operation on {label(application)} is impossible",
        "ansible.builtin.fail": {"msg": f"This operation was not converted: {label(reason)}."},
        "when": [condition],
    }


def _is_installed(project: Project, application: Entity) -> str:
    return f"'{project.names.groups[layout.APPLICATION.name, application.name]}' in group_names"


def _installed(project: Project, application: str) -> list[str]:
    """Return the hosts with an application that has no group."""
    return [
        name
        for name, host in named_hosts(project)
        if any(one.name == application for one in host.of(layout.APPLICATION_CONTEXT))
    ]
