"""The role of an application."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import evolve, frozen

from comodit_client.ansible.archive import Entity
from comodit_client.ansible.names import handler_slug
from comodit_client.ansible.project import Project
from comodit_client.ansible.role_keys import RoleKeys
from comodit_client.ansible.roles.accounts import groups_of, users_of
from comodit_client.ansible.roles.actions import (
    INSTALL,
    UNINSTALL,
    Action,
    Handler,
    action_task,
    actions_on,
    handlers_of,
)
from comodit_client.ansible.roles.argument_specs import argument_specs
from comodit_client.ansible.roles.files import RoleFile, directories_of, file_steps, files_of
from comodit_client.ansible.roles.gits import gits_of
from comodit_client.ansible.roles.meta import meta_of
from comodit_client.ansible.roles.notifications import Notifications
from comodit_client.ansible.roles.parameters import Default, add_defaults, defaults_of, parameters_of
from comodit_client.ansible.roles.readme import readme_of
from comodit_client.ansible.roles.role import Role, role_of
from comodit_client.ansible.roles.services import services_of
from comodit_client.ansible.roles.software import packages_of, repositories_of, rpm_modules_of
from comodit_client.ansible.roles.state import State
from comodit_client.ansible.roles.steps import Steps, Task, task
from comodit_client.ansible.yaml_text import literal


def add_application(project: Project, entity: Entity) -> None:
    """Add the role of an application.

    Args:
        project: The conversion.
        entity: The application.

    Raises:
        ExportException: The role cannot be written.
    """
    role = Role(project, entity, role_of(project, entity))
    role.source.explain("actions", "named handlers replaced them, and only handlers are converted")
    role.source.explain("commands", "their format is unknown")
    parameters = parameters_of(role)
    defaults = defaults_of(role, parameters)
    files = files_of(role, role_keys(role, defaults))
    application = _Application.of(role, files)
    role.add_tasks("tasks/main.yml", application.install())
    role.add_tasks("tasks/uninstall.yml", application.uninstall())
    for handler in application.handlers:
        if handler.name:
            _add_handler(role, handler.name, application)
    role.add_tasks("handlers/main.yml", application.notifications.handlers())
    variables = {"_application": {"name": literal(role.source.get("name"))}}
    role.add_yaml("vars/main.yml", variables | application.variables)
    add_defaults(role, defaults)
    role.add_yaml("meta/argument_specs.yml", argument_specs(role, parameters, defaults))
    role.add_yaml("meta/main.yml", meta_of(role))
    role.add("README.md", readme_of(role, parameters, application.handlers))


def role_keys(role: Role, defaults: dict[str, Default]) -> RoleKeys:
    """Return the keys as the templates of a role see them.

    Args:
        role: The role.
        defaults: The defaults that are written.

    Returns:
        The keys.
    """
    keys = RoleKeys.of(role.project.keys, role.project.names.variables, role.entity)
    return evolve(keys, defaults=frozenset(defaults))


@frozen
class _Application:
    """The tasks of an application.

    Attributes:
        files: Its files.
        handlers: Its handlers.
        notifications: The handlers that its tasks notify.
        steps: Its resources by kind, in the order of an installation.
        state: What the role knows of earlier runs.
        variables: The variables for that; none if it needs none.
    """

    files: tuple[RoleFile, ...]
    handlers: list[Handler]
    notifications: Notifications
    steps: list[Steps]
    state: State
    variables: dict[str, str]

    @classmethod
    def of(cls, role: Role, files: tuple[RoleFile, ...]) -> _Application:
        state = State.of(role)
        handlers = handlers_of(role, files)
        notifications = Notifications(role, handlers, files, state)
        steps = [
            repositories_of(role),
            rpm_modules_of(role),
            groups_of(role),
            users_of(role),
            directories_of(role),
            packages_of(role),
            gits_of(role, files),
            file_steps(notifications.files()),
            services_of(role, state),
        ]
        needed = steps[-1].install or _on_installation(handlers) or notifications.handlers()
        return cls(files, handlers, notifications, steps, state, state.declare(role) if needed else {})

    def install(self) -> list[Task]:
        tasks = [one for steps in self.steps for one in steps.install]
        if not self.variables:
            return tasks
        actions = _on_installation(self.handlers)
        block = _block("Run the actions of the installation", self._tasks(actions), self.state.is_new)
        return [self.state.read(), *tasks, *block, *self.state.write(self.notifications.recordings())]

    def uninstall(self) -> list[Task]:
        actions = self._tasks(actions_on(self.handlers, UNINSTALL))
        tasks = [one for steps in reversed(self.steps) for one in reversed(steps.remove)]
        return [*actions, *tasks, *([self.state.remove()] if self.variables else [])]

    def named(self, name: str) -> list[Task]:
        actions = [action for handler in self.handlers if handler.name == name for action in handler.actions]
        nothing = task("Do nothing, because no action of the handler was converted", "meta", {})
        return self._tasks(list(dict.fromkeys(actions))) or [{**nothing, "ansible.builtin.meta": "noop"}]

    def _tasks(self, actions: Sequence[Action]) -> list[Task]:
        return [action_task(action, self.files) for action in actions]


def _on_installation(handlers: Sequence[Handler]) -> list[Action]:
    """Return the actions after an installation, which itself writes the files and restarts the services."""
    return [action for action in actions_on(handlers, INSTALL) if action.verb not in ("update", "restart")]


def _block(name: str, tasks: list[Task], when: str) -> list[dict[str, Any]]:
    return [{"name": name, "when": when, "block": tasks}] if tasks else []


def _add_handler(role: Role, name: str, application: _Application) -> None:
    """Add the tasks of a named handler. Handlers of the same name share them."""
    path = f"tasks/handler_{handler_slug(role.entity, name)}.yml"
    if f"roles/{role.name}/{path}" not in role.project.output.files:
        role.add_tasks(path, application.named(name))
