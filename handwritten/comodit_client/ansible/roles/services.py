"""Services of machines."""

from __future__ import annotations

from comodit_client.ansible.roles.role import Role
from comodit_client.ansible.roles.state import State
from comodit_client.ansible.roles.steps import Steps, named, task
from comodit_client.ansible.yaml_text import literal


def services_of(role: Role, state: State) -> Steps:
    """Return the tasks for services. An installation restarts them, because their files are new (S72).

    Args:
        role: The role.
        state: What the role knows of earlier runs.

    Returns:
        Those that start them, and those that stop and disable them.
    """
    steps = Steps()
    for item in named(role.source.items("services")):
        name = item.text("name")
        enabled = item.text("enabled").lower()
        arguments = {
            "name": literal(name),
            "enabled": enabled == "true" if enabled else None,
            "state": f"{{{{ 'restarted' if {state.is_new} else 'started' }}}}",
        }
        steps.install.append(task(f"Start service {name}", "service", arguments))
        stopped = {"name": literal(name), "enabled": False, "state": "stopped"}
        steps.remove.append(task(f"Stop service {name}", "service", stopped))
    return steps
