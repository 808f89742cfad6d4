"""Which members of a body are secret, those of the objects in it included."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.model import Module, ViewClass


def with_secrets(modules: Iterable[Module]) -> list[Module]:
    """Note with each operation what of its body no message may quote.

    Args:
        modules: The modules.

    Returns:
        The same, with the names in the operations.
    """
    modules = list(modules)
    views = {view.name: view for module in modules for view in module.views}
    return [
        replace(
            module,
            operations=[
                replace(operation, secret=_secret_in(views, operation.body.name)) if operation.body else operation
                for operation in module.operations
            ],
        )
        for module in modules
    ]


def _secret_in(views: dict[str, ViewClass], name: str | None) -> list[str]:
    found: set[str] = set()
    seen: set[str | None] = {None}
    waiting = [name]
    while waiting:
        name = waiting.pop()
        if name in seen or name not in views:
            continue
        seen.add(name)
        found |= {member.wire for member in views[name].members if member.secret}
        waiting += [member.kind.name for member in views[name].members]
    return sorted(found)
