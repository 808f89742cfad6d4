"""Changes of settings and of files that run handlers: tasks that notify Ansible's handlers."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from comodit_client.ansible.roles.actions import INSTALL, UNINSTALL, Action, Handler, action_task
from comodit_client.ansible.roles.files import RoleFile
from comodit_client.ansible.roles.role import Role
from comodit_client.ansible.roles.state import State
from comodit_client.ansible.roles.steps import Task, task
from comodit_client.ansible.texts import label

_OF_A_FILE = "file://"


class Notifications:
    """The handlers that tasks of a role notify.

    Args:
        role: The role.
        handlers: The handlers of the application.
        files: The files of the application.
        state: What the role knows of earlier runs.
    """

    def __init__(self, role: Role, handlers: Sequence[Handler], files: Sequence[RoleFile], state: State) -> None:
        self._role = role
        self._files = files
        self._state = state
        self._by_file: dict[str, list[Action]] = {file.name: [] for file in files}
        self._by_key: dict[str, list[Action]] = {}
        self._names: dict[Action, str] = {}
        for handler in handlers:
            actions = [action for action in handler.actions if action.verb != "update"]
            for trigger in handler.triggers:
                self._add(handler, trigger, actions)

    def files(self) -> tuple[RoleFile, ...]:
        """Return the files, with tasks that notify handlers.

        Returns:
            The files, in the same order.
        """
        found = []
        for file in self._files:
            names = [self._name(action) for action in dict.fromkeys(self._by_file[file.name])]
            found.append(evolve(file, task={**file.task, "notify": names} if names else file.task))
        return tuple(found)

    def recordings(self) -> list[Task]:
        """Return tasks that record the values of settings that no template uses, to notice when they change.

        Returns:
            The tasks, which notify handlers.
        """
        return [self._recording(key, actions) for key, actions in self._by_key.items()]

    def handlers(self) -> list[Task]:
        """Return Ansible's handlers. They do not run after an installation, which has its own actions.

        Returns:
            The handlers, one for each action.
        """
        return [
            {**action_task(action, self._files), "name": name, "when": f"not {self._state.is_new}"}
            for action, name in self._names.items()
        ]

    def _add(self, handler: Handler, trigger: str, actions: Sequence[Action]) -> None:
        if trigger in (INSTALL, UNINSTALL) or not actions:
            return
        if trigger.startswith("_"):
            handler.lose_trigger(trigger, f"ComodIT has no trigger {trigger!r}")
        elif trigger.startswith(_OF_A_FILE):
            name = trigger.removeprefix(_OF_A_FILE)
            if name in self._by_file:
                self._note(self._by_file[name], actions)
            else:
                handler.lose_trigger(trigger, f"the application has no file {name!r} that the role manages")
        else:
            self._add_key(handler, trigger, actions)

    def _add_key(self, handler: Handler, key: str, actions: Sequence[Action]) -> None:
        users = [file for file in self._files if any(f"{used}.".startswith(f"{key}.") for used in file.keys)]
        for file in users:
            self._note(self._by_file[file.name], actions)
        if not users and key in self._role.project.names.variables:
            self._note(self._by_key.setdefault(key, []), actions)
        elif not users:
            handler.lose_trigger(key, f"a change of {key!r} runs nothing: no setting, parameter or template has it")

    def _note(self, found: list[Action], actions: Sequence[Action]) -> None:
        found += actions
        for action in actions:
            self._name(action)

    def _name(self, action: Action) -> str:
        """Return the name of the handler for an action. Handlers of all roles share one list."""
        if action not in self._names:
            name = f"{action.text} of {label(self._role.entity.name)}"
            while name in self._names.values():
                name += " again"
            self._names[action] = name
        return self._names[action]

    def _recording(self, key: str, actions: Sequence[Action]) -> Task:
        variable = self._role.project.names.variables[key]
        value = f"{{{{ ({variable} | to_json | hash('sha256')) if {variable} is defined else '' }}}}"
        arguments = {"content": value, "dest": f"{{{{ {self._state.folder} }}}}/value_{variable}", "mode": "0600"}
        names = [self._name(action) for action in dict.fromkeys(actions)]
        return task(f"Record the value of {key}", "copy", arguments, notify=names)
