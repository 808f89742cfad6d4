"""Finds names of the schema that clash with each other, or with the names that generated code uses itself.

The names that generated code uses are read from its own text: the modules are rendered with placeholders for the names
of members, operations and parameters, so that all other names come from the templates.
"""

from __future__ import annotations

import ast
import keyword
import re
from collections.abc import Collection, Iterable, Iterator

from attrs import evolve

from generator.config import Config
from generator.model import Member, Module, Operation, Parameter, ViewClass
from generator.names import IDENTIFIER
from generator.paths import RUNTIME
from generator.render import texts
from generator.typed_dicts import SUFFIXES, TYPED_DICTS

#: The place of a name, and the name.
Named = tuple[str, str]
MODULE_HINT = "rename the file, or the tag"
CLASS_HINT = "rename the schema"
OPERATION_HINT = "use another verb in the operationId"
MEMBER_HINT = "set another name with x-python-name"
ALIAS_HINT = "set another name with x-python-alias"
DATE_HINT = "set another name with x-python-datetime"


def clashes(modules: list[Module], config: Config) -> list[str]:
    """Find the names in the modules that cannot be used.

    Args:
        modules: All modules of the wire layer.
        config: The configuration.

    Returns:
        A finding for each unusable name.
    """
    package = of_package(config)
    findings = [
        *_unusable([(module.place, module.name) for module in modules], package, MODULE_HINT, r"[a-z][a-z0-9_]*"),
        *_unusable([named for module in modules for named in _classes(module)], (), CLASS_HINT),
    ]
    if findings:
        return findings  # the modules cannot be rendered with these names
    rendered = texts([_probe(module) for module in modules], config)
    of_view = of_views()
    try:
        trees = [(module, ast.parse(rendered[f"{module.name}.py"])) for module in modules]
    except SyntaxError:
        return []  # it is not due to these names; rendering the modules reports it
    of_dicts = _of_typed_dicts(config)
    return [finding for module, tree in trees for finding in _clashes(module, tree, of_view, of_dicts)]


def _of_typed_dicts(config: Config) -> frozenset[str]:
    """Return the names that each module of TypedDicts has."""
    nothing = Module("nothing", "", "", views=[ViewClass("_Nothing", "", "", [], None)])
    tree = ast.parse(texts([nothing], config)[f"{TYPED_DICTS}/nothing.py"])
    return frozenset(name for name in _bound(*tree.body) | _global(tree) if "_Nothing" not in name)


def of_package(config: Config) -> frozenset[str]:
    """Return the names that the wire package has without any resource."""
    init = ast.parse(texts([], config)["__init__.py"])
    return frozenset({TYPED_DICTS, *(file.stem for file in RUNTIME.glob("*.py")), *_bound(*init.body), *_global(init)})


def of_views() -> frozenset[str]:
    """Return the attributes that every view has."""
    classes = {
        node.name: node
        for file in RUNTIME.glob("*.py")
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    }
    found: set[str] = set()
    waiting = ["View"]
    while waiting:
        node = classes.get(waiting.pop())
        if node is not None:
            found |= _bound(*node.body)
            waiting += [base.id for base in node.bases if isinstance(base, ast.Name)]
    return frozenset(found)


def _clashes(module: Module, tree: ast.Module, of_view: frozenset[str], of_dicts: frozenset[str]) -> Iterator[str]:
    classes = _classes(module)
    imported = [*module.imports.values(), *module.typed_dicts.values()]
    of_schema = {name for _, name in classes} | {name for names in imported for name in names}
    imports = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
    of_module = _bound(*imports) | ((_bound(*tree.body) | _global(tree)) - of_schema)
    yield from _unusable(classes, of_module | of_dicts, CLASS_HINT)
    operations = [(operation.place, operation.name) for operation in module.operations]
    yield from _unusable(operations, of_module | of_schema, OPERATION_HINT)
    nodes = {node.name: node for node in tree.body if isinstance(node, (ast.ClassDef, ast.FunctionDef))}
    for view in module.views:
        taken = _of_class(nodes[view.name]) | of_view
        names = [(member.place, member.name) for member in view.members]
        unusable = [*_unusable(names, taken, MEMBER_HINT)]
        yield from unusable or _unusable([(member.place, member.keyword) for member in view.members], (), MEMBER_HINT)
        aliases = [(member.place, member.alias) for member in view.members if member.alias is not None]
        yield from _unusable(aliases, taken | {name for _, name in names}, ALIAS_HINT)
        dates = [(member.place, member.date_name) for member in view.members if member.date_name is not None]
        yield from _unusable(dates, taken | {name for _, name in (*names, *aliases)}, DATE_HINT)
    for index, operation in enumerate(module.operations):
        arguments = [(operation.place, parameter.name) for parameter in _parameters(operation)]
        # A bound operation is a method that calls the function of the same name.
        taken = _of_function(nodes[f"_{index}"]) | {"self", operation.name}
        yield from _unusable(arguments, taken, MEMBER_HINT)
        if operation.body is not None:
            yield from _unusable([(operation.place, operation.name)], {"body"}, OPERATION_HINT)


def _unusable(names: Iterable[Named], taken: Collection[str], hint: str, pattern: str = IDENTIFIER) -> Iterator[str]:
    seen: set[str] = set()
    for place, name in names:
        if not re.fullmatch(pattern, name) or keyword.iskeyword(name):
            yield f"{place}: the name {name!r} is not a valid Python name, or not in snake case: {hint}"
        elif name in taken:
            yield f"{place}: the name {name!r} is reserved for generated code: {hint}"
        elif name in seen:
            yield f"{place}: the name {name!r} is used twice: {hint}"
        seen.add(name)


def _classes(module: Module) -> list[Named]:
    return [
        *((enumeration.place, enumeration.name) for enumeration in module.enumerations),
        *((view.place, f"{view.name}{suffix}") for view in module.views for suffix in ("", *SUFFIXES)),
    ]


def _parameters(operation: Operation) -> list[Parameter]:
    return [*operation.path_parameters, *operation.query, *operation.headers]


def _probe(module: Module) -> Module:
    """Return the module with placeholders, which no name of a schema can be: they begin with an underscore."""
    return evolve(
        module,
        views=[_probe_of_view(view) for view in module.views],
        operations=[_probe_of_operation(index, operation) for index, operation in enumerate(module.operations)],
    )


def _probe_of_view(view: ViewClass) -> ViewClass:
    def renamed(index: int, member: Member) -> Member:
        alias = None if member.alias is None else f"_alias_{index}"
        date_name = None if member.date_name is None else f"_date_{index}"
        return evolve(member, name=f"_{index}", alias=alias, date_name=date_name)

    return evolve(view, members=[renamed(index, member) for index, member in enumerate(view.members)])


def _probe_of_operation(index: int, operation: Operation) -> Operation:
    names = {parameter.name: f"_parameter_{number}" for number, parameter in enumerate(_parameters(operation))}

    def renamed(parameters: list[Parameter]) -> list[Parameter]:
        return [evolve(parameter, name=names[parameter.name]) for parameter in parameters]

    return evolve(
        operation,
        name=f"_{index}",
        path=[(text, name and names[name]) for text, name in operation.path],
        path_parameters=renamed(operation.path_parameters),
        query=renamed(operation.query),
        headers=renamed(operation.headers),
    )


def _bound(*nodes: ast.AST) -> set[str]:
    """Return the names that statements bind, also in nested blocks, but not in functions and classes."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found.add(node.name)
            continue
        if isinstance(node, ast.alias):
            found.add(node.asname or node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        found |= _bound(*ast.iter_child_nodes(node))
    return found


def _loaded(*nodes: ast.AST) -> set[str]:
    return {
        node.id
        for start in nodes
        for node in ast.walk(start)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


def _local(function: ast.FunctionDef) -> set[str]:
    """Return the names of a function's arguments and variables, and those of the functions in it."""
    return {node.arg for node in ast.walk(function) if isinstance(node, ast.arg)} | _bound(*function.body)


def _global(tree: ast.AST) -> set[str]:
    """Return the names that code resolves in its module."""
    found: set[str] = set()
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            found |= _loaded(*_signature(node)) | (_loaded(*node.body) - _local(node))
        elif isinstance(node, ast.Name):
            found.add(node.id)
        else:
            found |= _global(node)
    return found


def _signature(function: ast.FunctionDef) -> list[ast.AST]:
    return [function.args, *function.decorator_list, *([function.returns] if function.returns else [])]


def _of_class(node: ast.ClassDef | ast.FunctionDef) -> set[str]:
    """Return the names that the body of a class binds, and those it resolves, where a member would come first."""
    methods = [one for one in node.body if isinstance(one, ast.FunctionDef)]
    others = [one for one in node.body if not isinstance(one, ast.FunctionDef)]
    return _bound(*others) | _loaded(*others, *(part for method in methods for part in _signature(method)))


def _of_function(node: ast.ClassDef | ast.FunctionDef) -> set[str]:
    """Return the names that a function binds or uses besides its parameters."""
    assert isinstance(node, ast.FunctionDef)
    return _local(node) | _loaded(*node.body)
