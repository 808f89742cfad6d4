"""Finds the secret members of request bodies, including those of nested objects."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from generator.model import Module, ViewClass


def with_secrets(modules: Iterable[Module]) -> list[Module]:
    """Add to each operation the members of its body that messages must not quote.

    Args:
        modules: The modules.

    Returns:
        The modules, with the names of the secret members in their operations.
    """
    modules = list(modules)
    views = {view.name: view for module in modules for view in module.views}
    return [
        evolve(
            module,
            operations=[
                evolve(operation, secret=_secret_in(views, operation.body.name)) if operation.body else operation
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
