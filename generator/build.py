"""Makes the modules of the wire layer out of what the parser read and what it does not keep."""

from __future__ import annotations

import keyword
import re
from typing import Any, NamedTuple

from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty
from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.union import UnionProperty

from generator.bundle import Document, operations
from generator.errors import SchemaError
from generator.model import Enumeration, Kind, Member, Module, Operation, Parameter, ViewClass
from generator.parse import Parsed

SCALARS: dict[type[Any], str] = {
    BooleanProperty: "bool",
    IntProperty: "int",
    FloatProperty: "float",
    FileProperty: "bytes",
}
ANSWERS = {"application/json": "value", "text/plain": "text", "application/octet-stream": "bytes"}
#: Names that a view has by itself.
TAKEN = frozenset(
    "get_json set_json get_real_json print_json dump_json load_json show IDENTITY MEMBERS SECRETS".split()  # noqa: SIM905
)


class Context(NamedTuple):
    """A bundle, and what the parser made of it."""

    document: Document
    parsed: Parsed

    def schema(self, name: str) -> Document:
        """Give a schema of the bundle by its name."""
        schema: Document = self.document["components"]["schemas"][name]
        return schema


def build(document: Document, parsed: Parsed) -> list[Module]:
    """Make the modules.

    Args:
        document: The bundle.
        parsed: What the parser made of it.

    Returns:
        The modules, by their names.

    Raises:
        SchemaError: Names clash, or something is described in a way that has no rendering.
    """
    context = Context(document, parsed)
    modules: dict[str, Module] = {}
    for tag in document["tags"]:
        modules[tag["name"]] = Module(tag["name"], tag["description"])
    for name in document["components"]["schemas"]:
        _add_schema(context, modules, name)
    for path, method, operation in operations(document):
        module = modules[operation["tags"][0]]
        module.operations.append(_operation(context, path, method, operation))
    findings = [finding for module in modules.values() for finding in _clashes(module)]
    if findings:
        raise SchemaError(findings)
    return [_with_url(modules[name]) for name in sorted(modules)]


def _add_schema(context: Context, modules: dict[str, Module], name: str) -> None:
    schema = context.schema(name)
    home = schema.get("x-module")
    if home is None:
        return  # of openapi.yaml itself: no operation answers it
    module = modules.setdefault(home, Module(home, f"The objects of {home.replace('_', ' ')}."))
    if name in context.parsed.enums:
        module.enumerations.append(Enumeration(name, _sentence(schema), [str(value) for value in schema["enum"]]))
    elif name in context.parsed.models:
        module.views.append(_view(context, name, schema))


def _view(context: Context, name: str, schema: Document) -> ViewClass:
    model = context.parsed.models[name]
    required = schema.get("required", [])
    properties: list[Any] = [*(model.required_properties or []), *(model.optional_properties or [])]
    parsed = {_text(prop.name): prop for prop in properties}
    members = [
        Member(
            wire=wire,
            name=member.get("x-python-name") or snake_case(wire),
            kind=kind(context, parsed[wire], member),
            required=wire in required,
            read_only=bool(member.get("readOnly")),
            # The facade shows its own kind of view there: the list is changed in place, and set through the facade.
            in_place=bool(member.get("x-in-place")),
            secret=member.get("format") == "password",
            description=_sentence(member),
        )
        for wire, member in schema.get("properties", {}).items()
    ]
    return ViewClass(name, _sentence(schema), members, required[0] if required else None)


def kind(context: Context, prop: Any, schema: Document) -> Kind:
    """Find the type of a value.

    Args:
        context: The bundle and what the parser made of it.
        prop: The parser's property.
        schema: The schema that it was read from.

    Returns:
        The type.

    Raises:
        SchemaError: There is no rendering for such a type.
    """
    if isinstance(prop, UnionProperty):
        return _union_kind(context, prop, schema)
    if isinstance(prop, LiteralEnumProperty):
        name = str(prop.class_info.name)
        return Kind("scalar", name, name, context.schema(name)["x-module"])
    if isinstance(prop, ModelProperty):
        return _model_kind(context, prop)
    if isinstance(prop, ListProperty):
        inner = kind(context, prop.inner_property, schema.get("items", {}))
        if inner.shape == "view":
            return Kind("views", inner.text, inner.name, inner.module)
        if inner.shape in ("views", "values"):
            raise SchemaError([f"{_text(prop.name)}: a list of lists has no rendering"])
        return Kind("values", inner.text, inner.name, inner.module)
    if isinstance(prop, AnyProperty):
        return Kind("any", "Any")
    return Kind("scalar", SCALARS.get(type(prop), "str"))


def _model_kind(context: Context, prop: ModelProperty) -> Kind:
    name = str(prop.class_info.name)
    if name not in context.document["components"]["schemas"]:
        return Kind("map", "dict[str, Any]")
    # A model met inside another is a copy that may not be complete: the schema says whether it has members.
    if not context.schema(name).get("properties"):
        return Kind("map", "dict[str, Any]")
    return Kind("view", name, name, context.schema(name)["x-module"])


def _union_kind(context: Context, prop: UnionProperty, schema: Document) -> Kind:
    inner = [p for p in prop.inner_properties if not isinstance(p, NoneProperty)]
    variants = [s for s in schema.get("anyOf") or schema.get("oneOf") or [] if s.get("type") != "null"]
    if len(inner) == 1:
        return kind(context, inner[0], variants[0] if variants else schema)
    texts = {kind(context, p, {}).text for p in inner if not isinstance(p, (ModelProperty, ListProperty))}
    if any(isinstance(p, (ModelProperty, ListProperty)) for p in inner):
        texts.add("Any")  # objects cannot be told apart: the value is handed through as it is
    return Kind("any", "Any") if "Any" in texts else Kind("scalar", " | ".join(sorted(texts)))


def _operation(context: Context, path: str, method: str, operation: Document) -> Operation:
    identity = operation["operationId"]
    endpoint = context.parsed.endpoints[identity]
    described = _described(context.document, operation)
    status, response = _success(identity, operation)
    content = next(iter(response.get("content", {}).items()), None)
    answer, result, text = _result(context, endpoint, status, content)
    request = operation.get("requestBody", {})
    return Operation(
        identity=identity,
        name=identity.split(".", 1)[1],
        method=method.upper(),
        path=_split(path),
        summary=_one_line(operation["summary"]),
        description=_one_line(operation.get("description", "")),
        sources=[str(source) for source in operation["x-source"]],
        inferred=operation.get("x-confidence") == "inferred",
        path_parameters=_parameters(endpoint.path_parameters, described),
        query=_parameters(endpoint.query_parameters, described),
        headers=_parameters(endpoint.header_parameters, described),
        body=_body(context, identity, endpoint, request),
        body_description=_one_line(request.get("description", "What to send.")),
        answer=answer,
        result=result,
        result_text=text,
        result_description=_one_line(response["description"]),
    )


def _described(document: Document, operation: Document) -> dict[str, Document]:
    found: dict[str, Document] = {}
    for parameter in operation.get("parameters", []):
        if "$ref" in parameter:
            parameter = document["components"]["parameters"][parameter["$ref"].rsplit("/", 1)[1]]
        found[parameter["name"]] = parameter
    return found


def _parameters(parsed: list[Any], described: dict[str, Document]) -> list[Parameter]:
    found = []
    for prop in parsed:
        wire = _text(prop.name)
        text = "str" if isinstance(prop, LiteralEnumProperty) else SCALARS.get(type(prop), "str")
        name = re.sub(r"^x_comodit_", "", snake_case(wire))
        found.append(Parameter(wire, name, text, prop.required, _one_line(described[wire]["description"])))
    return found


def _success(identity: str, operation: Document) -> tuple[str, Document]:
    good = [(status, answer) for status, answer in operation["responses"].items() if str(status).startswith("2")]
    if len(good) != 1:
        raise SchemaError([f"{identity}: one 2xx answer is wanted, {len(good)} are described"])
    return str(good[0][0]), good[0][1]


def _result(
    context: Context, endpoint: Endpoint, status: str, content: tuple[str, Document] | None
) -> tuple[str, Kind | None, str]:
    if content is None:
        return "nothing", None, "None"
    media, described = content
    answer = ANSWERS.get(media)
    if answer is None:
        raise SchemaError([f"{endpoint.name}: the answer's media type {media} has no rendering"])
    if answer != "value":
        return answer, None, {"text": "str", "bytes": "bytes"}[answer]
    patterns: list[Any] = endpoint.responses.patterns
    prop = next(pattern.prop for pattern in patterns if pattern.status_code.pattern == status)
    result = kind(context, prop, described.get("schema", {}))
    if result.shape in ("view", "map"):
        return "object", result, result.text
    if result.shape in ("views", "values"):
        return "array", result, f"builtins.list[{result.text}]"
    return "value", result, result.text


def _body(context: Context, identity: str, endpoint: Endpoint, request: Document) -> Kind | None:
    if not endpoint.bodies:
        return None
    if len(endpoint.bodies) > 1 or str(_text(endpoint.bodies[0].content_type)) != "application/json":
        raise SchemaError([f"{identity}: only one JSON body has a rendering"])
    return kind(context, endpoint.bodies[0].prop, request["content"]["application/json"]["schema"])


def _split(path: str) -> list[tuple[str, str | None]]:
    # Pairs of literal text and the parameter that follows it.
    parts = re.split(r"{([^}]*)}", path)
    return [(parts[i], snake_case(parts[i + 1]) if i + 1 < len(parts) else None) for i in range(0, len(parts), 2)]


def _with_url(module: Module) -> Module:
    for wanted in ("list", "get"):
        for operation in module.operations:
            if operation.name == wanted:
                path = "".join(text + ("{}" if name else "") for text, name in operation.path)
                if path.endswith("/"):
                    return _evolved(module, path.removeprefix("/"))
    return module


def _evolved(module: Module, url: str) -> Module:
    return Module(module.name, module.description, module.enumerations, module.views, module.operations, url)


def _clashes(module: Module) -> list[str]:
    findings = []
    for view in module.views:
        names = [member.name for member in view.members]
        for name in names:
            if names.count(name) > 1 or name in TAKEN or keyword.iskeyword(name) or not name.isidentifier():
                findings.append(f"{view.name}: {name!r} cannot be a member's name: it is taken, or no identifier")
    for operation in module.operations:
        if keyword.iskeyword(operation.name):
            findings.append(f"{operation.identity}: {operation.name!r} is a word of Python")
    return findings


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


def _sentence(schema: Document) -> str:
    return _one_line(schema.get("description", ""))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _text(value: Any) -> str:
    return str(value.get_untrusted_value()) if hasattr(value, "get_untrusted_value") else str(value)
