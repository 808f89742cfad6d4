"""Handlers of applications that lead nowhere: unknown actions, resources that do not exist, unknown triggers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from comodit_client.sandbox.near_names import suggestion

if TYPE_CHECKING:
    from comodit_client.sandbox.state.world import World

#: The actions of real exports (S113), and one that the schema names.
_ACTIONS: Final = ("update", "execute", "restart", "reload")
#: The schemes of resources (S112), each with the list of the application that has them.
_LISTS: Final = {"file": "files", "service": "services"}


def check_handlers(world: World, application: Mapping[str, Any]) -> None:
    """Warn of handlers of an application that lead nowhere.

    A trigger may be the key of a setting without a parameter (S96), so it is never rejected.

    Args:
        world: The sandbox.
        application: The application as it is stored.

    Raises:
        ApiError: An action or its resource is unknown, in strict mode.
    """
    handlers = list(enumerate(application["handlers"]))
    world.parity.warn_of(text for index, handler in handlers for text in _actions(application, index, handler))
    world.parity.mention(text for index, handler in handlers for text in _triggers(application, index, handler))


def _actions(application: Mapping[str, Any], index: int, handler: Mapping[str, Any]) -> Iterator[str]:
    for place, action in enumerate(handler["do"]):
        where = f"handlers[{index}].do[{place}]"
        if action["action"] not in _ACTIONS:
            hint = suggestion(action["action"], list(_ACTIONS))
            yield f"{where}: the action '{action['action']}' is unknown; use {', '.join(_ACTIONS)}{hint}"
        yield from _resource(application, where, action["resource"])


def _resource(application: Mapping[str, Any], where: str, resource: str) -> Iterator[str]:
    scheme, _, name = resource.partition("://")
    if scheme not in _LISTS:
        schemes = " or ".join(f"{scheme}://NAME" for scheme in _LISTS)
        yield f"{where}: the resource '{resource}' is of an unknown kind; use {schemes}"
        return
    names = [item["name"] for item in application.get(_LISTS[scheme], [])]
    if name not in names:
        yield f"{where}: the application has no {scheme} '{name}'{suggestion(name, names)}"


def _triggers(application: Mapping[str, Any], index: int, handler: Mapping[str, Any]) -> Iterator[str]:
    known = {parameter["key"] for parameter in application.get("parameters", [])}
    known |= {action["key"] for action in application.get("actions", []) if "key" in action}
    known |= {"_install", "_uninstall"}
    files = {f"file://{file['name']}" for file in application.get("files", [])}
    for trigger in handler["on"]:
        if trigger not in known | files:
            hint = suggestion(trigger, sorted(known))
            yield f"handlers[{index}].on: no parameter of the application has the key '{trigger}'{hint}"
