"""Writes the methods of a resource's operations, which are bound to the names of the owner."""

from __future__ import annotations

from generator.model import Operation, Parameter


def bound_signature(operation: Operation, owners: list[Parameter], body: str) -> str:
    """Return the parameters of a bound operation.

    Args:
        operation: The operation.
        owners: The path parameters that the object already has.
        body: The annotation of the body; empty if there is none.

    Returns:
        The text between the parentheses.
    """
    parameters = ["self", *map(path_parameter, operation.path_parameters[len(owners) :])]
    if body:
        parameters.append(f"body: {body}")
    if operation.upload is not None:
        parameters.append(f"{operation.upload.name}: Upload")
    keywords = sorted(operation.query + operation.headers, key=lambda parameter: not parameter.required)
    if keywords:
        parameters.append("*")
    parameters += [f"{one.name}: {one.text}{'' if one.required else ' | None = None'}" for one in keywords]
    return ", ".join(parameters)


def bound_arguments(operation: Operation, owners: list[Parameter]) -> str:
    """Return the arguments that a bound operation passes to the function.

    Args:
        operation: The operation.
        owners: The path parameters that the object already has.

    Returns:
        The text between the parentheses.
    """
    count = len(owners)
    arguments = [f"self._{owner.name}" for owner in operation.path_parameters[:count]]
    arguments += [parameter.name for parameter in operation.path_parameters[count:]]
    if operation.body is not None:
        arguments.append("body")
    if operation.upload is not None:
        arguments.append(operation.upload.name)
    arguments += [f"{parameter.name}={parameter.name}" for parameter in operation.query + operation.headers]
    return ", ".join(arguments)


def path_parameter(parameter: Parameter) -> str:
    """Return a path parameter with its annotation.

    Args:
        parameter: The parameter.
    """
    return f"{parameter.name}: str{' | int' if parameter.text == 'int' else ''}"
