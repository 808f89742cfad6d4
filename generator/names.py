"""Names in Python: how they are made from those of the wire, and which cannot be had."""

from __future__ import annotations

import keyword
import re
from collections import Counter

from generator.fragments import Document
from generator.model import Module, Operation

#: What a view has by itself.
OF_VIEWS = frozenset(
    {"get_json", "set_json", "get_real_json", "print_json", "dump_json", "load_json", "show", "show_lines", "schema_of"}
    | {"IDENTITY", "MEMBERS", "SECRETS"}
)
#: What the text of a module names: a class, function, property or argument of that name would take its place there.
OF_MODULES = frozenset(
    {"Any", "BoundList", "COLLECTION_URL", "ClassVar", "Final", "Iterable", "Literal", "Mapping", "NULL", "Request"}
    | {"Sequence", "TYPE_CHECKING", "TypeAlias", "View", "ViewList"}
)
OF_FUNCTIONS = frozenset({"builtins", "drop_none", "identity", "segment", "segments", "unwrapped"})
OF_CLASSES = OF_MODULES | {"bool", "builtins", "bytes", "dict", "float", "frozenset", "int", "property", "str"}
#: The modules that are the same whatever the schema says, and what else the wire layer's front names.
OF_PACKAGE = frozenset({"errors", "lazy", "request", "view", "annotations", "import_module"})


def snake_case(name: str) -> str:
    """Write a name of the wire as Python does.

    Args:
        name: A name such as `newOrUpdatedSettings` or `X-ComodIT-TotpToken`.

    Returns:
        The name in snake case.
    """
    text = re.sub(r"ComodIT", "Comodit", name)
    text = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", text)
    return re.sub(r"\W+", "_", text).lower()


def member_name(wire: str, schema: Document) -> str:
    """Name the property that shows a member.

    Args:
        wire: The member's name in the JSON object.
        schema: The member's schema, which may give the name.

    Returns:
        The name.
    """
    return str(schema.get("x-python-name", snake_case(wire)))


def member_alias(schema: Document) -> str | None:
    """Give the other name of the property that shows a member.

    Args:
        schema: The member's schema.

    Returns:
        The name that old scripts know; None where that is its only name.
    """
    return str(schema["x-python-alias"]) if "x-python-alias" in schema else None


def parameter_name(parameter: Document) -> str:
    """Name the argument for a parameter.

    Args:
        parameter: The parameter, which may give the name.

    Returns:
        The name; that of one of ComodIT's own headers does not say so again.
    """
    return str(parameter.get("x-python-name", snake_case(parameter["name"]).removeprefix("x_comodit_")))


def clashes(module: Module) -> list[str]:
    """Look for names that cannot be had.

    Args:
        module: A module of the wire layer.

    Returns:
        A line for each; none when all can be had.
    """
    classes = [enumeration.name for enumeration in module.enumerations] + [view.name for view in module.views]
    findings = [*_refused("schema/", [module.name], OF_PACKAGE), *_refused(f"{module.name}.yaml", classes, OF_MODULES)]
    for view in module.views:
        names = [name for member in view.members for name in (member.name, member.alias) if name is not None]
        findings += _hinted(_refused(view.name, names, OF_VIEWS | OF_CLASSES))
    for operation in module.operations:
        findings += _refused(operation.identity, [operation.name], OF_FUNCTIONS | OF_CLASSES)
        findings += _hinted(_refused(operation.identity, _arguments(operation), OF_FUNCTIONS))
    return findings


def _arguments(operation: Operation) -> list[str]:
    parameters = [*operation.path_parameters, *operation.query, *operation.headers]
    return [parameter.name for parameter in parameters] + (["body"] if operation.body else [])


def _refused(place: str, names: list[str], taken: frozenset[str]) -> list[str]:
    findings = []
    for name, times in Counter(names).items():
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name) or keyword.iskeyword(name):
            findings.append(f"{place}: {name!r} is no name in Python, or begins with an underscore")
        elif name in taken:
            findings.append(f"{place}: the name {name!r} is taken by the generated code itself")
        elif times > 1:
            findings.append(f"{place}: {times} things have the name {name!r}")
    return findings


def _hinted(findings: list[str]) -> list[str]:
    return [f"{finding}: give another with x-python-name" for finding in findings]
