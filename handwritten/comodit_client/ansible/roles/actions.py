"""The handlers of an application: their triggers and actions (S112, S113)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from attrs import frozen

from comodit_client.ansible.roles.files import RoleFile
from comodit_client.ansible.roles.role import Role
from comodit_client.ansible.roles.steps import Task, task
from comodit_client.ansible.sources import Source
from comodit_client.ansible.texts import label
from comodit_client.ansible.yaml_text import literal

#: The actions that each kind of resource has.
_ACTIONS = {"file": ("update", "execute"), "service": ("restart", "reload")}
#: The states of the service module.
_STATES = {"restart": "restarted", "reload": "reloaded"}
#: The triggers that are not keys of settings.
INSTALL, UNINSTALL = "_install", "_uninstall"


@frozen
class Action:
    """An action on a resource.

    Attributes:
        verb: What it does: update, execute, restart or reload.
        kind: The kind of the resource: file or service.
        name: The name of the resource.
    """

    verb: str
    kind: str
    name: str

    @property
    def text(self) -> str:
        """The action as text, for the name of a task."""
        return label(f"{self.verb.capitalize()} {self.kind} {self.name}")


@frozen
class Handler:
    """A handler of an application.

    Attributes:
        source: Its definition.
        name: Its name; empty if it has none.
        triggers: Its triggers.
        actions: Its actions that the application has a resource for.
    """

    source: Source
    name: str
    triggers: tuple[str, ...]
    actions: tuple[Action, ...]

    def lose_trigger(self, trigger: str, reason: str) -> None:
        """Record that a trigger is not carried over.

        Args:
            trigger: The trigger.
            reason: The reason.
        """
        self.source.lose(f"on.{self.triggers.index(trigger)}", reason)


def handlers_of(role: Role, files: Sequence[RoleFile]) -> list[Handler]:
    """Return the handlers of an application.

    Args:
        role: The role.
        files: The files of the application.

    Returns:
        The handlers. Actions on resources that the application does not have are losses.
    """
    known = {("file", file.name) for file in files}
    known |= {("service", service.text("name")) for service in role.source.items("services")}
    return [_handler(source, known) for source in role.source.items("handlers")]


def actions_on(handlers: Iterable[Handler], trigger: str) -> list[Action]:
    """Return the actions of the handlers that a trigger fires.

    Args:
        handlers: The handlers.
        trigger: The trigger.

    Returns:
        The actions in order, each once.
    """
    found = [action for handler in handlers if trigger in handler.triggers for action in handler.actions]
    return list(dict.fromkeys(found))


def action_task(action: Action, files: Sequence[RoleFile]) -> Task:
    """Return the task for an action.

    Args:
        action: The action.
        files: The files of the application.

    Returns:
        The task.
    """
    if action.kind == "service":
        return task(action.text, "service", {"name": literal(action.name), "state": _STATES[action.verb]})
    file = next(file for file in files if file.name == action.name)
    if action.verb == "update":
        return file.task
    return task(action.text, "command", {"argv": [literal(file.path)]}, changed_when=True)


def _handler(source: Source, known: Collection[tuple[str, str]]) -> Handler:
    triggers = source.peek("on")
    if isinstance(triggers, list):
        source.get("on")
    else:
        source.explain("on", "it is not a list")
    actions = [action for item in source.items("do") if (action := _action(item, known))]
    return Handler(
        source,
        source.text("name"),
        tuple(map(str, triggers)) if isinstance(triggers, list) else (),
        tuple(actions),
    )


def _action(item: Source, known: Collection[tuple[str, str]]) -> Action | None:
    verb, resource = item.text("action"), item.text("resource")
    kind, _, name = resource.partition("://")
    if verb not in _ACTIONS.get(kind, ()):
        item.lose("", f"ComodIT has no action {verb!r} for {resource!r}")
    elif (kind, name) not in known:
        item.lose("", f"the application has no {kind} {name!r} that the role manages")
    else:
        return Action(verb, kind, name)
    return None
