"""Converts names of the wire to Python names, and finds those that cannot be used."""

from __future__ import annotations

import keyword
import re
from collections import Counter

from generator.fragments import Document
from generator.model import Module, Operation

#: The attributes that every view has.
OF_VIEWS = frozenset(
    {"get_json", "set_json", "get_real_json", "print_json", "dump_json", "load_json", "show", "show_lines", "schema_of"}
    | {"IDENTITY", "MEMBERS", "SECRETS"}
)
#: The names that generated code uses. A class, function, property or argument of that name would shadow them.
OF_MODULES = frozenset(
    {"Any", "BoundList", "COLLECTION_URL", "ClassVar", "Final", "Iterable", "Literal", "Mapping", "NULL", "Request"}
    | {"Sequence", "TYPE_CHECKING", "TypeAlias", "View", "ViewList"}
)
OF_FUNCTIONS = frozenset({"builtins", "drop_none", "identity", "segment", "segments", "unwrapped"})
OF_CLASSES = OF_MODULES | {"bool", "builtins", "bytes", "dict", "float", "frozenset", "int", "property", "str"}
#: The modules that exist regardless of the schema, and the other names in the `__init__` of the wire layer.
OF_PACKAGE = frozenset({"errors", "lazy", "request", "view", "annotations", "import_module"})


def snake_case(name: str) -> str:
    """Convert a name of the wire to snake case.

    Args:
        name: A name such as `newOrUpdatedSettings` or `X-ComodIT-TotpToken`.

    Returns:
        The name in snake case.
    """
    text = re.sub(r"ComodIT", "Comodit", name)
    text = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", text)
    return re.sub(r"\W+", "_", text).lower()


def member_name(wire: str, schema: Document) -> str:
    """Return the name of the property for a member.

    Args:
        wire: The member's name in the JSON object.
        schema: The member's schema. Its `x-python-name` takes precedence.

    Returns:
        The property's name.
    """
    return str(schema.get("x-python-name", snake_case(wire)))


def member_alias(schema: Document) -> str | None:
    """Return the second name of the property for a member.

    Args:
        schema: The member's schema.

    Returns:
        The name that old scripts use; None if it has only one.
    """
    return str(schema["x-python-alias"]) if "x-python-alias" in schema else None


def parameter_name(parameter: Document) -> str:
    """Return the name of the argument for a parameter.

    Args:
        parameter: The parameter. Its `x-python-name` takes precedence.

    Returns:
        The argument's name, for ComodIT's own headers without the prefix `x_comodit_`.
    """
    return str(parameter.get("x-python-name", snake_case(parameter["name"]).removeprefix("x_comodit_")))


def clashes(module: Module) -> list[str]:
    """Find the names in a module that cannot be used.

    Args:
        module: A module of the wire layer.

    Returns:
        A finding for each unusable name.
    """
    classes = [enumeration.name for enumeration in module.enumerations] + [view.name for view in module.views]
    findings = [
        *_unusable("schema/", [module.name], OF_PACKAGE),
        *_unusable(f"{module.name}.yaml", classes, OF_MODULES),
    ]
    for view in module.views:
        names = [name for member in view.members for name in (member.name, member.alias) if name is not None]
        findings += _with_hint(_unusable(f"{module.name}.yaml: {view.name}", names, OF_VIEWS | OF_CLASSES))
    for operation in module.operations:
        findings += _unusable(operation.place, [operation.name], OF_FUNCTIONS | OF_CLASSES)
        findings += _with_hint(_unusable(operation.place, _arguments(operation), OF_FUNCTIONS))
    return findings


def _arguments(operation: Operation) -> list[str]:
    parameters = [*operation.path_parameters, *operation.query, *operation.headers]
    return [parameter.name for parameter in parameters] + (["body"] if operation.body else [])


def _unusable(place: str, names: list[str], taken: frozenset[str]) -> list[str]:
    findings = []
    for name, times in Counter(names).items():
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name) or keyword.iskeyword(name):
            findings.append(f"{place}: {name!r} is not a valid Python name, or begins with an underscore")
        elif name in taken:
            findings.append(f"{place}: the name {name!r} is reserved for generated code")
        elif times > 1:
            findings.append(f"{place}: the name {name!r} is used {times} times")
    return findings


def _with_hint(findings: list[str]) -> list[str]:
    return [f"{finding}: set another name with x-python-name" for finding in findings]
