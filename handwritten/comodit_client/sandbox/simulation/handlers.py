"""The handlers of applications: their triggers and their tasks."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from comodit_client.sandbox.simulation import resources

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document


def triggered_by(application: Document, triggers: Collection[str]) -> list[Document]:
    """Return the handlers of an application that any of the triggers fires (S112)."""
    return [handler for handler in application.get("handlers", []) if not set(triggers).isdisjoint(handler["on"])]


def setting_triggers(application: Document) -> set[str]:
    """Return the keys of settings that trigger handlers of an application."""
    triggers = {trigger for handler in application.get("handlers", []) for trigger in handler["on"]}
    return {trigger for trigger in triggers if not trigger.startswith("_")}


def tasks_of(handlers: Iterable[Document]) -> list[str]:
    """Return the tasks of handlers, in order and without duplicates."""
    tasks = [f"{action['action']} {_words(action['resource'])}" for handler in handlers for action in handler["do"]]
    return list(dict.fromkeys(tasks))


def install_tasks(application: Document) -> list[str]:
    """Return the tasks of an installation (S72): those of the resources, then those of the handlers on _install."""
    tasks = resources.install_tasks(application)
    written = {f"update file {file['name']}" for file in application.get("files", [])}
    fired = tasks_of(triggered_by(application, ["_install"]))
    return tasks + [task for task in fired if task not in written and task not in tasks]


def uninstall_tasks(application: Document, with_handlers: bool) -> list[str]:
    """Return the tasks of a removal: those of the handlers on _uninstall, if wanted, then those of the resources."""
    fired = tasks_of(triggered_by(application, ["_uninstall"] if with_handlers else []))
    return fired + resources.uninstall_tasks(application)


def _words(resource: str) -> str:
    """Return file://NAME or service://NAME in the form of task descriptions."""
    kind, _, name = resource.partition("://")
    return f"{kind} {name}"
