"""What a report needs to go on: the action, the options, and the hosts."""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from comodit_client.aio._fleet.action import Action
from comodit_client.aio._fleet.changes import Configure, Install, RunHandler
from comodit_client.aio._fleet.machines import Delete, Provision, Start, Stop, Wait
from comodit_client.aio._fleet.options import Options
from comodit_client.aio._fleet.task import Status, Task
from comodit_client.aio.host import Host, HostCollection
from comodit_client.rest import _async_io
from comodit_client.rest.exceptions import InvalidArgument, InvalidName, WrongType

if TYPE_CHECKING:
    from comodit_client.aio.client import Client

#: An iterable of hosts, or the hosts of an environment.
Hosts: TypeAlias = "AsyncIterable[Host] | Iterable[Host]"

#: The actions without settings, from the arguments in a file.
_ACTIONS: Mapping[str, Callable[..., Action]] = {
    kind.NAME: kind for kind in (Provision, Start, Stop, Delete, Wait, Install, Configure, RunHandler)
}


@attrs.frozen
class Plan:
    """What a run does.

    Args:
        action: The action.
        options: The options.
        tasks: All hosts, in the given order.
        missing_keys: The keys of settings whose values are not known, because a file has no values.
    """

    action: Action
    options: Options
    tasks: list[Task]
    missing_keys: tuple[str, ...] = ()

    def changed(self, changed: dict[str, Any]) -> Plan:
        """Return a plan for another run.

        Args:
            changed: The options to change. `settings` replaces the values of the settings.

        Raises:
            WrongType: An option does not exist.
            InvalidArgument: An option is invalid, or the values of the settings are missing.
        """
        options = dict(changed)
        action = self._action(options)
        unknown = options.keys() - attrs.fields_dict(Options).keys()
        if unknown:
            names = ", ".join(attrs.fields_dict(Options))
            raise WrongType(f"Cannot retry with {min(unknown)!r}: that option does not exist. The options are {names}.")
        new = attrs.evolve(self.options, **options)
        return Plan(action_for(action, new), new, [_again(task) for task in self.tasks])

    def _action(self, options: dict[str, Any]) -> Action:
        if "settings" not in options:
            if self.missing_keys:
                raise InvalidArgument(
                    f"Cannot retry: the file has no values of the settings {', '.join(self.missing_keys)}, because "
                    "they may be secrets. Pass settings= with the values to retry()."
                )
            return self.action
        if not isinstance(self.action, (Install, Configure)):
            raise WrongType(f"Cannot retry with settings: {self.action.NAME} has none.")
        return attrs.evolve(self.action, settings=checked_settings(options.pop("settings")))


def action_for(action: Action, options: Options) -> Action:
    """Return an action that fits the options.

    Args:
        action: The action.
        options: The options.
    """
    return Delete(options.wait) if isinstance(action, Delete) else action


def saved_action(name: str, arguments: Mapping[str, Any]) -> tuple[Action, tuple[str, ...]]:
    """Return the action of a file, and the keys of its settings, whose values the file does not have.

    Args:
        name: The name of the action.
        arguments: The arguments.

    Raises:
        KeyError: The action does not exist.
        TypeError: An argument is missing or unknown.
    """
    keys = tuple(map(str, arguments.get("settings", ())))
    known = {**arguments, "settings": {}} if "settings" in arguments else arguments
    return _ACTIONS[name](**known), keys


def _again(task: Task) -> Task:
    if task.status == Status.DONE:
        return task
    return attrs.evolve(task, status=Status.NOT_ATTEMPTED, started=None, problems=0, is_busy=False)


async def tasks_of(hosts: Hosts) -> list[Task]:
    """Return the hosts of a run. Each host is in it once.

    Args:
        hosts: The hosts.

    Raises:
        WrongType: It is not an iterable, or one of its items is not a host.
        NoCollection: A host is part of another response.
        InvalidName: A host has no name.
    """
    tasks: list[Task] = []
    # The tasks of an environment share its collection, so that comparisons of it are cheap.
    seen: dict[tuple[Client, tuple[str, ...]], tuple[HostCollection, set[str]]] = {}
    for host in await _collected(hosts):
        found = _checked_host(host)
        where = found.client, found.collection.where
        collection, names = seen.setdefault(where, (found.collection, set()))
        if found.name not in names:
            names.add(found.name)
            tasks.append(Task(collection.new(found.name)))
    return tasks


async def _collected(hosts: Hosts) -> list[Host]:
    if isinstance(hosts, HostCollection):
        return await hosts.list_complete()
    return await _async_io.items_of(hosts)


def _checked_host(host: object) -> Host:
    if not isinstance(host, Host):
        raise WrongType(
            f"Cannot use a value of type {type(host).__name__} as a host: pass hosts, such as those of client.hosts()."
        )
    if not host.name:
        raise InvalidName("host", host.name)
    return host


def new_task(client: Client, names: tuple[str, ...]) -> Task:
    """Return the task for the names of a host.

    Args:
        client: The client.
        names: The names of the organization, the environment and the host.
    """
    organization, environment, name = names
    return Task(client.hosts(organization, environment).new(name))


def checked_settings(settings: object) -> dict[str, Any]:
    """Return settings that can be sent.

    Args:
        settings: The values by key.

    Raises:
        WrongType: It is not a mapping.
        InvalidArgument: A value is not a JSON value.
        InvalidName: A key is not a text.
    """
    import json

    from comodit_client.wire.view import unwrapped

    if not isinstance(settings, Mapping):
        raise WrongType(f"Cannot use settings of type {type(settings).__name__}: pass a dict of values by key.")
    found: dict[str, Any] = {checked_name("setting", key): unwrapped(value) for key, value in settings.items()}
    try:
        json.dumps(found, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidArgument(f"Cannot use settings: {error}. Use JSON values only.") from error
    return found


def checked_name(what: str, name: object) -> str:
    """Return a name that is not empty.

    Args:
        what: What has the name.
        name: The name.

    Raises:
        InvalidName: It is empty, or not a text.
    """
    if not isinstance(name, str) or not name:
        raise InvalidName(what, name)
    return name
