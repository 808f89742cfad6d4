"""The default values of parameters, as defaults of a role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from comodit_client.ansible.roles.role import Role
from comodit_client.ansible.sources import Source
from comodit_client.ansible.texts import comment
from comodit_client.ansible.yaml_text import dump, literal


@frozen
class Parameter:
    """A parameter of an application, a platform or a distribution.

    Attributes:
        source: Its definition.
        key: The key of the setting.
        variable: The variable of the key.
        name: Its display name.
        description: Its description.
        secret: Whether its values are secret.
    """

    source: Source
    key: str
    variable: str
    name: str
    description: str
    secret: bool

    @property
    def text(self) -> str:
        """The name and the description."""
        parts = [self.name if self.name != self.key else "", self.description]
        return ": ".join(part for part in parts if part)


@frozen
class Default:
    """The default of a variable.

    Attributes:
        key: The key of the setting.
        variable: The variable.
        value: The value to write, which may refer to a secret.
        text: What the variable is.
    """

    key: str
    variable: str
    value: Any
    text: str


def parameters_of(role: Role) -> list[Parameter]:
    """Return the parameters of a role's definition.

    Args:
        role: The role.

    Returns:
        Those with a key.
    """
    found = []
    for source in role.source.items("parameters"):
        key = source.text("key")
        if not key:
            source.lose("", "it has no key")
            continue
        found.append(
            Parameter(
                source,
                key,
                role.project.names.variables[key],
                source.text("name"),
                source.text("description"),
                key in role.project.keys.secret,
            )
        )
    return found


def defaults_of(role: Role, parameters: list[Parameter]) -> dict[str, Default]:
    """Return the defaults of parameters.

    Args:
        role: The role.
        parameters: The parameters.

    Returns:
        The defaults by key. A parameter without a value has none, and a secret has none if secrets are left out.
    """
    found: dict[str, Default] = {}
    sources: dict[str, Source] = {}
    for parameter in parameters:
        source = parameter.source
        if source.get("value") is not None:
            value = literal(source.peek("value"))
            if parameter.secret:
                value = role.keep_secret(parameter.variable, source.peek("value"), source, "value")
            if parameter.key in sources:
                sources[parameter.key].lose("value", "a later parameter has the same key, and its value is used")
            sources[parameter.key] = source
            if value is not None:
                found[parameter.key] = Default(parameter.key, parameter.variable, value, parameter.text)
    return found


def add_defaults(role: Role, defaults: dict[str, Default]) -> None:
    """Add the defaults of a role, with what the variables are as comments.

    Args:
        role: The role, with all of its options.
        defaults: The defaults of keys.

    Raises:
        ExportException: Another role has the same name.
    """
    entries = list(_entries(role, defaults))
    if entries:
        role.add("defaults/main.yml", "---\n" + "\n".join(entries))


def _entries(role: Role, defaults: dict[str, Default]) -> Iterator[str]:
    for default in defaults.values():
        yield comment(default.text) + dump({default.variable: default.value}).removeprefix("---\n")
    for option in role.options:
        if option.default is not None:
            yield comment(option.description) + dump({option.name: option.default}).removeprefix("---\n")
