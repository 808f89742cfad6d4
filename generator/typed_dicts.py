"""The TypedDicts of the wire layer: the JSON objects, and the keywords of constructors and of `create`."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable

from attrs import frozen

from generator.model import Member, Module, ViewClass

#: The package of the TypedDicts within the wire layer.
TYPED_DICTS = "dicts"
#: The ends of the names of TypedDicts, after the name of the view.
SUFFIXES = ("Dict", "Members", "Options")
#: The keywords that are arguments of `create` in most collections, so that they are not among its options.
ARGUMENTS = ("name", "description")
#: The same for the other collections, by the name of the view.
OTHER_ARGUMENTS: dict[str, tuple[str, ...]] = {
    "ApplicationContext": ("application", "settings"),
    "ApplicationFile": ("name", "path", "owner", "group", "mode"),
    "ApplicationKey": ("name", "description", "group", "expiration_date", "method"),
    "ApplicationResourceProperty": ("key", "application", "package_name", "rpm_module", "value"),
    "DistributionContext": ("distribution", "settings"),
    "File": ("name",),
    "Git": ("name", "endpoint", "branch", "authentication_method", "username", "token", "key_name"),
    "Host": ("name", "description", "platform", "distribution", "applications"),
    "HostGroup": ("name",),
    "Notification": ("channel", "value", "name"),
    "OrchestrationHandler": ("name", "triggers"),
    "Organization": ("name",),
    "Parameter": ("name", "key", "description"),
    "PlatformContext": ("platform", "settings"),
    "PublishedApplication": ("application",),
    "PublishedDistribution": ("distribution",),
    "PurchasedEntity": ("published", "name"),
    "RpmModule": ("name", "stream", "profile", "enabled"),
    "Setting": ("key", "value"),
    "User": ("username", "email", "password", "role"),
}
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


def typed_dicts(module: Module, creatable: Iterable[str]) -> list[TypedDictClass]:
    """Return the TypedDicts for the views of a module.

    Args:
        module: The module.
        creatable: The names of the views that the body of an operation `create` may be.

    Returns:
        The TypedDicts.
    """
    return [found for view in module.views for found in _of_view(view, view.name in creatable)]


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


def _of_view(view: ViewClass, is_creatable: bool) -> list[TypedDictClass]:
    keywords = [(member.keyword, member.accepts) for member in view.members if not member.read_only]
    found = [
        TypedDictClass(
            f"{view.name}Dict",
            f"The JSON object of `{view.name}`. It may have other members too.",
            [(member.wire, member.holds) for member in view.members],
        ),
        TypedDictClass(f"{view.name}Members", f"The keywords of `{view.name}`.", [*keywords, EXTRA]),
    ]
    if is_creatable:
        arguments = OTHER_ARGUMENTS.get(view.name, ARGUMENTS)
        options = [item for item in keywords if item[0] not in arguments]
        text = f"The keywords to create `{view.name}` with, besides the named arguments."
        found.append(TypedDictClass(f"{view.name}Options", text, [*options, EXTRA]))
    return found
