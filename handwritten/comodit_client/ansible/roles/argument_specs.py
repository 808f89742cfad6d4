"""The specification of a role's variables, by which Ansible checks values before the role runs.

A value that ComodIT accepts must pass, so a schema counts only if all known values of the key match it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from comodit_client.ansible.inventory import is_passed
from comodit_client.ansible.roles.parameters import Default, Parameter
from comodit_client.ansible.roles.role import Role
from comodit_client.ansible.roles.steps import drop
from comodit_client.ansible.sources import Source
from comodit_client.ansible.texts import one_line
from comodit_client.ansible.yaml_text import literal

_TYPES = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "array": "list",
    "object": "dict",
}
#: The texts that Ansible takes for booleans.
_BOOLEANS = {"y", "yes", "on", "1", "true", "t", "1.0", "n", "no", "off", "0", "false", "f", "0.0"}
#: Members of a schema that only a user interface needs.
_OF_THE_INTERFACE = ("advanced", "index", "multiline")


def argument_specs(role: Role, parameters: Iterable[Parameter], defaults: Mapping[str, Default]) -> dict[str, Any]:
    """Return the specification of a role's variables.

    Args:
        role: The role, with all of its options.
        parameters: The parameters of its definition.
        defaults: The defaults by key.

    Returns:
        The document of `meta/argument_specs.yml`; empty if the role has no variables.
    """
    options: dict[str, Any] = {}
    last = {parameter.key: parameter for parameter in parameters}
    for parameter in parameters:
        if parameter is not last[parameter.key]:
            drop(parameter.source, "schema", "a later parameter has the same key, and its schema is used")
            continue
        option = _parameter(role, parameter, parameter.key in defaults)
        if _may_be_missing(role, parameter):
            drop(parameter.source, "schema", "some hosts may have no value, and Ansible cannot check a missing value")
        else:
            options[parameter.variable] = option
    for own in role.options:
        kind = "bool" if isinstance(own.default, bool) else "str"
        options[own.name] = _option({"type": kind}, [own.description], own.secret)
    if not options:
        return {}
    summary = one_line(role.source.text("description")) or f"Set up {one_line(role.entity.name)}"
    return {"argument_specs": {"main": {"short_description": literal(summary), "options": literal(options)}}}


def _may_be_missing(role: Role, parameter: Parameter) -> bool:
    """Return whether a variable may be an expression without a value: one of a setting, or of a secret left out."""
    project = role.project
    is_left_out = parameter.secret and project.options.vault_password_file is None
    return parameter.key in project.keys.varying or (is_left_out and is_passed(project, role.name, parameter.key))


def _parameter(role: Role, parameter: Parameter, has_default: bool) -> dict[str, Any]:
    schema = parameter.source.child("schema")
    texts = [parameter.text] if parameter.text else []
    if schema is None:
        return _option({"type": "raw"}, texts, parameter.secret)
    found: dict[str, Any] = _schema(schema, texts)
    values = [value for value in role.project.keys.values.get(parameter.key, ()) if value is not None]
    if not all(_fits(value, found) for value in values):
        found = {"type": "raw"}
        for member in ("type", "enum", "items", "properties"):
            drop(schema, member, "a value in the export does not match the schema, so Ansible checks none")
    if schema.get("required") in (True, "true"):
        if has_default:
            found["required"] = True
        else:
            texts.append("ComodIT requires a value.")
    return _option(found, texts, parameter.secret)


def _schema(schema: Source, texts: list[str]) -> dict[str, Any]:
    """Return the type that a schema describes, and add to the texts what Ansible cannot check."""
    kind = _TYPES.get(schema.text("type"), "raw")
    if kind == "raw":
        drop(schema, "type", "Ansible has no such type")
    found: dict[str, Any] = {"type": kind}
    if kind == "list":
        items = schema.child("items")
        if items is not None:
            element = _schema(items, texts)
            found["elements"] = element.pop("type")
            found |= {member: element[member] for member in ("options", "choices") if member in element}
            drop(items, "items", "Ansible does not check lists in lists")
    elif kind == "dict" and (properties := schema.child("properties")):
        members = {name: child for name in properties.document if (child := properties.child(name))}
        found["options"] = {name: _member(child) for name, child in members.items()}
    choices = schema.get("enum")
    if isinstance(choices, list) and choices:
        if kind in ("str", "int", "float", "raw"):
            found |= {"type": "str", "choices": list(map(str, choices))}
        else:
            drop(schema, "enum", f"Ansible has no choices for the type {kind}")
    texts += _notes(schema)
    return found


def _member(schema: Source) -> dict[str, Any]:
    texts: list[str] = []
    found = _schema(schema, texts)
    if schema.get("required") in (True, "true"):
        found["required"] = True
    return _option(found, texts, schema.get("secret") is True or schema.get("password") is True)


def _notes(schema: Source) -> list[str]:
    """Return the members of a schema that a description can hold."""
    schema.get("secret")
    schema.get("password")
    for member in _OF_THE_INTERFACE:
        drop(schema, member, "only a user interface needs it")
    drop(schema, "final", "Ansible has no final values")
    schema.explain("default", "ComodIT takes the default from the value of the parameter")
    found = [schema.text("pretty"), schema.text("description")]
    if schema.peek("pattern"):
        found.append(f"Pattern: {schema.text('pattern')}")
    return [text for text in found if text]


def _option(found: dict[str, Any], texts: list[str], secret: bool) -> dict[str, Any]:
    lines = list(dict.fromkeys(one_line(text) for text in texts))
    option = {"type": found["type"], **({"description": lines} if lines else {})}
    option |= {member: value for member, value in found.items() if member != "type"}
    return option | ({"no_log": True} if secret else {})


def _fits(value: Any, option: Mapping[str, Any], kind: str = "") -> bool:
    """Return whether Ansible accepts a value. It converts texts to numbers, and numbers to texts."""
    kind = kind or option["type"]
    if kind == "str":
        return not isinstance(value, (list, dict)) and ("choices" not in option or str(value) in option["choices"])
    if kind in ("int", "float"):
        return _is_number(value, kind == "int")
    if kind == "bool":
        return isinstance(value, bool) or str(value).lower() in _BOOLEANS
    if kind == "list":
        return isinstance(value, list) and all(_fits(item, option, option.get("elements", "raw")) for item in value)
    if kind == "dict":
        return isinstance(value, Mapping) and _fits_members(value, option.get("options"))
    return True


def _fits_members(value: Mapping[str, Any], options: Mapping[str, Any] | None) -> bool:
    if options is None:
        return True
    required = {name for name, option in options.items() if option.get("required")}
    present = {name for name, item in value.items() if item is not None}
    return (
        required <= present
        and set(value) <= set(options)
        and all(_fits(value[name], options[name]) for name in present)
    )


def _is_number(value: Any, whole: bool) -> bool:
    if not isinstance(value, (int, float, str)):
        return False
    try:
        number = Decimal(str(value)) if not isinstance(value, bool) else Decimal(int(value))
    except InvalidOperation:
        return False
    return number.is_finite() and (not whole or number == number.to_integral_value())
