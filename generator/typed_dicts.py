"""The TypedDicts of the wire layer: the JSON objects, and the keywords of constructors and of `create`."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Mapping

from attrs import frozen

from generator.model import Member, Module, ViewClass

#: The package of the TypedDicts within the wire layer.
TYPED_DICTS = "dicts"
#: The ends of the names of TypedDicts, after the name of the view.
SUFFIXES = ("Dict", "Members", "Options")
EXTRA = ("extra", "Mapping[str, Any]")


@frozen
class TypedDictClass:
    """A TypedDict.

    Args:
        name: Its name.
        description: The docstring.
        items: The keys, each with the annotation of its value.
    """

    name: str
    description: str
    items: list[tuple[str, str]]

    @property
    def as_class(self) -> bool:
        """True if it can be a class: each key is a name, and no annotation uses such a name for something else."""
        used = {name for _, text in self.items for name in re.findall(r"\w+", text)}
        return all(
            key.isidentifier() and not keyword.iskeyword(key) and not key.startswith("__") and key not in used
            for key, _ in self.items
        )


def typed_dicts(
    module: Module, creatable: Iterable[str], arguments: Mapping[str, tuple[str, ...]]
) -> list[TypedDictClass]:
    """Return the TypedDicts for the views of a module.

    Args:
        module: The module.
        creatable: The names of the views that the body of an operation `create` may be.
        arguments: The keywords that are arguments of `create`, and so not among its options: `create_arguments` of the
            configuration.

    Returns:
        The TypedDicts.
    """
    found: list[TypedDictClass] = []
    for view in module.views:
        found += _of_view(view)
        if view.name in creatable:
            found.append(_options(view, arguments.get(view.name, arguments.get("*", ()))))
    return found


def creatable(modules: Iterable[Module]) -> set[str]:
    """Return the names of the views that the body of an operation `create` may be.

    Args:
        modules: All modules.

    Returns:
        The names.
    """
    bodies = [one.body for module in modules for one in module.operations if one.name == "create"]
    return {body.name for body in bodies if body is not None and body.name is not None and body.shape == "view"}


def imports(module: Module) -> dict[str, list[str]]:
    """Return the names that the annotations of the TypedDicts use from the modules of the wire layer, by module.

    Args:
        module: The module.

    Returns:
        The names of views and enumerations.
    """
    found: dict[str, set[str]] = {}
    for member in _members(module):
        if member.kind.module is not None and member.kind.name is not None:
            found.setdefault(member.kind.module, set()).add(member.kind.name)
    return {name: sorted(names) for name, names in sorted(found.items())}


def siblings(module: Module) -> dict[str, list[str]]:
    """Return the TypedDicts that the annotations use from other modules, by module.

    Args:
        module: The module.

    Returns:
        The names of TypedDicts.
    """
    found: dict[str, set[str]] = {}
    for member in _members(module):
        if member.kind.module not in (None, module.name) and member.kind.shape in ("view", "views"):
            found.setdefault(str(member.kind.module), set()).add(member.kind.typed_dict)
    return {name: sorted(names) for name, names in sorted(found.items())}


def _members(module: Module) -> list[Member]:
    return [member for view in module.views for member in view.members]


def _of_view(view: ViewClass) -> list[TypedDictClass]:
    return [
        TypedDictClass(
            f"{view.name}Dict",
            f"The JSON object of `{view.name}`. It may have other members too.",
            [(member.wire, member.holds) for member in view.members],
        ),
        TypedDictClass(f"{view.name}Members", f"The keywords of `{view.name}`.", [*_keywords(view), EXTRA]),
    ]


def _options(view: ViewClass, arguments: tuple[str, ...]) -> TypedDictClass:
    options = [item for item in _keywords(view) if item[0] not in arguments]
    text = f"The keywords to create `{view.name}` with, besides the named arguments."
    return TypedDictClass(f"{view.name}Options", text, [*options, EXTRA])


def _keywords(view: ViewClass) -> list[tuple[str, str]]:
    return [(member.keyword, member.accepts) for member in view.members if not member.read_only]
