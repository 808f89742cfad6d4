"""Builds the modules of the wire layer from the parsed types and from the parts that the parser does not keep."""

from __future__ import annotations

import re

from attrs import evolve

from generator.bundle import operations, resolved
from generator.config import Config, read_config
from generator.errors import SchemaError, located
from generator.fragments import Document
from generator.kinds import SCALARS, Context, is_datetime, kind, nullable
from generator.model import Enumeration, Kind, Member, Module, Operation, Parameter, ViewClass
from generator.names import date_name, member_alias, member_keywords, member_name, parameter_name
from generator.parsed import Parsed, ParsedEndpoint, ParsedField, ParsedType
from generator.paths import CONFIG
from generator.places import place
from generator.secret import is_secret, secret_members
from generator.taken import clashes
from generator.uploads import FORM, upload

#: The kind of a response by its media type; a JSON response is refined by its schema.
RESPONSE_KINDS = {"application/json": "value", "text/plain": "text", "application/octet-stream": "bytes"}
#: The types that a parameter may have. A path is built from text and integers; httpx accepts only text in headers.
PARAMETERS = {"path": ("str", "int"), "query": ("str", "int", "float", "bool"), "header": ("str",)}


def build(document: Document, parsed: Parsed, config: Config | None = None) -> list[Module]:
    """Build the modules.

    Args:
        document: The bundle.
        parsed: The types and operations that the parser read from it.
        config: The configuration; None for the project's own.

    Returns:
        The modules, sorted by their names.

    Raises:
        SchemaError: Names clash, or the schema uses something that is not supported.
    """
    config = config or read_config(CONFIG)
    context = Context(document, parsed, config.http_header_prefix)
    modules = {
        tag["name"]: Module(tag["name"], place(document, "tags", index), tag["description"])
        for index, tag in enumerate(document["tags"])
    }
    findings: list[str] = []
    for name in document["components"]["schemas"]:
        try:
            _add_schema(context, modules, name)
        except SchemaError as error:
            findings += error.findings
    for path, method, operation in operations(document):
        try:
            with located(place(document, "paths", path, method)):
                modules[operation["tags"][0]].operations.append(_operation(context, path, method, operation))
        except SchemaError as error:
            findings += error.findings
    built = [_with_url(modules[name]) for name in sorted(modules)]
    findings += clashes(built, config)
    if findings:
        raise SchemaError(findings)
    return built


def _add_schema(context: Context, modules: dict[str, Module], name: str) -> None:
    schema = context.schema(name)
    home = schema.get("x-module")
    if home is None:
        return  # it is defined in openapi.yaml, and no operation returns it
    where = place(context.document, "components", "schemas", name)
    module = modules.setdefault(home, Module(home, f"{home}.yaml", f"The objects of {home.replace('_', ' ')}."))
    if name in context.parsed.enums:
        module.enumerations.append(Enumeration(name, where, _sentence(schema), schema["enum"]))
    elif schema.get("properties"):
        module.views.append(_view(context, name, schema))


def _view(context: Context, name: str, schema: Document) -> ViewClass:
    required = schema.get("required", [])
    parsed = context.parsed.objects[name].members
    where = place(context.document, "components", "schemas", name)
    keywords = member_keywords(schema["properties"])
    members = [
        evolve(
            _member(context, f"{where} > properties > {wire}", wire, parsed[wire].type, member),
            keyword=keywords[wire],
            required=wire in required,
        )
        for wire, member in schema["properties"].items()
    ]
    return ViewClass(name, where, _sentence(schema), members, required[0] if required else None)


def _member(context: Context, where: str, wire: str, found: ParsedType, schema: Document) -> Member:
    dated = is_datetime(found)
    if "x-python-datetime" in schema and not dated:
        raise SchemaError([f"{where}: x-python-datetime needs the type string and format: date-time: add the format"])
    name = member_name(wire, schema)
    return Member(
        wire=wire,
        name=name,
        alias=member_alias(schema),
        date_name=date_name(name, schema) if dated else None,
        place=where,
        kind=_kind(context, where, found),
        # The server never returns a write-only member.
        nullable=nullable(found) or bool(schema.get("writeOnly")),
        read_only=bool(schema.get("readOnly")),
        # The facade has its own views for the items: the list is changed in place, and set through the facade.
        in_place=bool(schema.get("x-in-place")),
        secret=schema.get("format") == "password",
        description=_sentence(schema),
    )


def _kind(context: Context, where: str, found: ParsedType) -> Kind:
    with located(where):
        return kind(context, found)


def _operation(context: Context, path: str, method: str, operation: Document) -> Operation:
    identity = operation["operationId"]
    endpoint = context.parsed.endpoints[identity]
    described = _described(context.document, operation)
    status, response = _success(context.document, operation)
    response_kind, result, text = _result(context, endpoint, status, response)
    request = resolved(context.document, operation.get("requestBody", {}))
    path_parameters, query, headers = _parameters(context, endpoint, described)
    return Operation(
        identity=identity,
        place=place(context.document, "paths", path, method),
        name=identity.split(".", 1)[1],
        method=method.upper(),
        path=_split(path, {parameter.wire: parameter.name for parameter in path_parameters}),
        summary=_one_line(operation["summary"]),
        description=_one_line(operation.get("description", "")),
        sources=[str(source) for source in operation["x-source"]],
        confidence=operation.get("x-confidence", ""),
        deprecated=operation.get("deprecated", False),
        path_parameters=path_parameters,
        query=query,
        headers=headers,
        body=_body(context, endpoint, request),
        body_description=_one_line(request.get("description", "The request body.")),
        upload=upload(context.document, operation),
        timeout_class=_timeout_class(context, operation, response_kind),
        response_kind=response_kind,
        result=result,
        result_text=text,
        result_description=_one_line(response["description"]),
        secret=_secret(context, request),
    )


def _described(document: Document, operation: Document) -> dict[tuple[str, str], Document]:
    parameters = [resolved(document, parameter) for parameter in operation.get("parameters", [])]
    return {(parameter["in"], parameter["name"]): parameter for parameter in parameters}


def _parameters(
    context: Context, endpoint: ParsedEndpoint, described: dict[tuple[str, str], Document]
) -> tuple[list[Parameter], list[Parameter], list[Parameter]]:
    groups = {
        "path": endpoint.path_parameters,
        "query": endpoint.query,
        "header": endpoint.headers,
    }
    path, query, headers = (
        [_parameter(context, place, field, described[place, field.name]) for field in fields]
        for place, fields in groups.items()
    )
    return path, query, headers


def _parameter(context: Context, place: str, field: ParsedField, described: Document) -> Parameter:
    text = "str" if field.type.category == "enum" else field.type.category
    if text not in PARAMETERS[place]:
        raise SchemaError([_unsupported_type(place, field)])
    name = parameter_name(described, context.http_header_prefix)
    description = _one_line(described["description"])
    return Parameter(described["name"], name, text, field.required, description, bool(described.get("x-slashes")))


def _unsupported_type(place: str, field: ParsedField) -> str:
    allowed = " or ".join(SCALARS[name] for name in PARAMETERS[place])
    found = SCALARS.get(field.type.category, field.type.label)
    return f"the type of the {place} parameter {field.name} is not supported ({found}): use {allowed}"


def _schemas(response: Document) -> Document:
    """Return the schemas of a response by their media types. The examples do not matter for its type."""
    return {media_type: media.get("schema") for media_type, media in response.get("content", {}).items()}


def _success(document: Document, operation: Document) -> tuple[str, Document]:
    good = {s: resolved(document, one) for s, one in operation["responses"].items() if s.startswith("2")}
    if not good:
        raise SchemaError(["no response with a 2xx status is described: describe one"])
    with_content = {status: response for status, response in good.items() if response.get("content")}
    first, *others = (with_content or good).items()
    if any(_schemas(response) != _schemas(first[1]) for _, response in others):
        raise SchemaError(["the responses with a 2xx status differ in their content: describe the same for all"])
    return first


def _result(
    context: Context, endpoint: ParsedEndpoint, status: str, response: Document
) -> tuple[str, Kind | None, str]:
    content: Document = response.get("content", {})
    if not content:
        return "nothing", None, "None"
    response_kind = RESPONSE_KINDS.get(*content) if len(content) == 1 else None
    if response_kind is None:
        allowed = ", ".join(RESPONSE_KINDS)
        raise SchemaError([f"a response of {' or '.join(content)} is not supported: use one of {allowed}"])
    if response_kind != "value":
        return response_kind, None, {"text": "str", "bytes": "bytes"}[response_kind]
    result = _kind(context, "response", endpoint.responses[status])
    if result.shape in ("view", "map"):
        return "object", result, result.text
    if result.shape in ("views", "values"):
        return "array", result, f"builtins.list[{result.text}]"
    return "value", result, result.text


def _body(context: Context, endpoint: ParsedEndpoint, request: Document) -> Kind | None:
    if not endpoint.bodies:
        return None
    content: Document = request["content"]
    if list(content) != ["application/json"]:
        raise SchemaError([f"a body of {' or '.join(content)} is not supported: use application/json or {FORM}"])
    return _kind(context, "body", endpoint.bodies[0])


def _timeout_class(context: Context, operation: Document, response_kind: str) -> str:
    carries_a_file = response_kind == "bytes" or upload(context.document, operation) is not None
    timeout_class: str = operation.get("x-timeout-class", "long" if carries_a_file else "normal")
    return timeout_class


def _secret(context: Context, request: Document) -> list[str]:
    schema = request.get("content", {}).get("application/json", {}).get("schema", {})
    if is_secret(context.document, schema):
        raise SchemaError(
            ["requestBody: a body that is a secret itself is not supported: make it a member of an object"]
        )
    return secret_members(context.document, schema)


def _split(path: str, names: dict[str, str]) -> list[tuple[str, str | None]]:
    # Pairs of literal text and the parameter that follows it, if any.
    parts = re.split(r"{([^}]*)}", path)
    return [(parts[i], names[parts[i + 1]] if i + 1 < len(parts) else None) for i in range(0, len(parts), 2)]


def _with_url(module: Module) -> Module:
    for wanted in ("list", "get"):
        for operation in module.operations:
            if operation.name == wanted:
                path = "".join(text + ("{}" if name else "") for text, name in operation.path)
                if path.endswith("/"):
                    return evolve(module, collection_url=path.removeprefix("/"))
    return module


def _sentence(schema: Document) -> str:
    return _one_line(schema.get("description", ""))


def _one_line(text: str) -> str:
    return " ".join(text.split())
