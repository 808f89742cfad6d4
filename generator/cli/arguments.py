"""The arguments of a command."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.cli.model import Argument
from generator.cli.operations import Sent, parameters
from generator.errors import SchemaError

#: The argument of a command that uploads a file.
UPLOAD = "path"


def arguments(
    content: Mapping[str, Any], sent: Sent | None, operations: Mapping[str, Sent], local: Mapping[str, Any]
) -> tuple[Argument, ...]:
    """Return the arguments of a command.

    Args:
        content: The description of the command.
        sent: The operation that it sends; None if there is none.
        operations: All operations, by their ids.
        local: The arguments that are not parameters of an operation.

    Raises:
        SchemaError: An argument is unknown.
    """
    required = content.get("arguments")
    if required is None:
        required = [] if sent is None else parameters(sent.path)
        if sent is not None and sent.kind == "upload" and content.get("run") is None:
            required = [*required, UPLOAD]
    optional, repeated = content.get("optional", []), content.get("repeated")
    names = [*required, *optional, *([repeated] if repeated else [])]
    strange = [name for name in content.get("completes", {}) if name not in names]
    found, findings = [], [f"completes: it has no argument {name}: correct the name" for name in strange]
    for position, name in enumerate(names):
        try:
            found.append(
                _argument(
                    name,
                    names[:position],
                    position < len(required),
                    name == repeated,
                    sent,
                    operations,
                    local,
                    content.get("completes", {}).get(name, ""),
                )
            )
        except SchemaError as error:
            findings += error.findings
    if findings:
        raise SchemaError(findings)
    return tuple(found)


def _argument(
    name: str,
    before: list[str],
    required: bool,
    repeated: bool,
    sent: Sent | None,
    operations: Mapping[str, Sent],
    local: Mapping[str, Any],
    chosen: str,
) -> Argument:
    completes, label = _completion(name, before, sent, operations, chosen)
    if sent is not None:
        for parameter in sent.operation.path_parameters:
            if parameter.wire == name:
                return Argument(name, parameter.description, required, repeated, "", "", completes, label, in_path=True)
        for parameter in sent.operation.query:
            if parameter.wire == name:
                keyword = parameter.name if parameter.required else ""
                return Argument(name, parameter.description, required, repeated, name, keyword)
    if name in local:
        given = local[name]
        completes = given.get("completes", completes)
        label = operations[completes].label if completes in operations else label
        return Argument(name, given["description"], required, repeated, "", "", completes, label)
    for operation in operations.values():
        for parameter in operation.operation.path_parameters:
            if parameter.wire == name:
                return Argument(name, parameter.description, required, repeated, "", "", completes, label)
    raise SchemaError(
        [f"the argument {name} is unknown: use a parameter of the operation, or describe it in index.yaml"]
    )


def _completion(
    name: str, before: list[str], sent: Sent | None, operations: Mapping[str, Sent], chosen: str
) -> tuple[str, str]:
    """Return the list operation whose items the argument names, and the member with the name."""
    if chosen:
        if chosen not in operations or operations[chosen].kind != "list":
            raise SchemaError([f"completes: {name}: {chosen} does not list anything: name a list operation"])
        return chosen, operations[chosen].label
    members = {operation.path for operation in operations.values() if operation.operation.method == "GET"}
    found = [
        # The list in the command's own path, or else the one with most of the names before.
        (_leads_to(item, sent), len(parameters(one.path)), identity, one.label)
        for identity, one in operations.items()
        if one.kind == "list"
        and (item := f"{one.path}{{{name}}}") in members
        and set(parameters(one.path)) <= set(before)
    ]
    *_, identity, label = max(found, default=(False, 0, "", ""))
    return identity, label


def _leads_to(item: str, sent: Sent | None) -> bool:
    return sent is not None and sent.path.startswith(item)
