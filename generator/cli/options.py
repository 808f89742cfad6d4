"""The options of a command that its operation or its description gives it."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

from generator.cli.model import Option
from generator.cli.operations import Sent
from generator.errors import SchemaError
from generator.model import Parameter

#: The end of the key of an option that was made for a parameter.
MADE = "-parameter"


def options_of(
    content: Mapping[str, Any], sent: Sent | None, options: Mapping[str, Option], taken: Set[str]
) -> tuple[tuple[str, ...], dict[str, Option]]:
    """Return the options that a command has besides those of its traits.

    Args:
        content: The description of the command.
        sent: The operation that it sends; None if there is none.
        options: The options that are described, by their keys.
        taken: The query parameters that its arguments or fixed values send.

    Returns:
        The keys of the options, and new options for the query parameters that no option sends.

    Raises:
        SchemaError: An option is unknown.
    """
    wanted = content.get("options", [])
    unknown = [name for name in wanted if name not in options]
    if unknown:
        raise SchemaError([f"the option {name} is unknown: describe it in index.yaml" for name in unknown])
    left = {one.wire: one for one in (sent.operation.query if sent else ()) if one.wire not in taken}
    free = left.keys() - {wire for name in wanted for wire in options[name].sends}
    keys = [name for name, option in options.items() if name in wanted or _sends_only(option, free)]
    covered = {wire for name in keys for wire in options[name].sends}
    made = [_of_parameter(parameter) for wire, parameter in left.items() if wire not in covered]
    return (*(option.name for option in made), *keys), {option.name: option for option in made}


def _sends_only(option: Option, parameters: Set[str]) -> bool:
    unlisted = not option.listed and not option.name.endswith(MADE)
    return unlisted and bool(option.sends) and option.sends <= parameters


def _of_parameter(parameter: Parameter) -> Option:
    flag = f"--{parameter.wire.replace('_', '-')}"
    name = f"{parameter.wire}{MADE}"
    if parameter.text.startswith("bool"):
        return Option(name, (flag,), parameter.description, query={parameter.wire: True})
    return Option(name, (flag,), parameter.description, value=parameter.wire.upper(), parameter=parameter.wire)
