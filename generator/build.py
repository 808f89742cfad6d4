"""Makes the modules of the wire layer out of what the parser read and what it does not keep."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.bundle import operations, resolved
from generator.errors import SchemaError
from generator.fragments import Document
from generator.kinds import Context, kind, nullable
from generator.model import Enumeration, Kind, Member, Module, Operation, Parameter, ViewClass
from generator.names import clashes, member_alias, member_name, parameter_name
from generator.parsed import Parsed, ParsedEndpoint, ParsedField, ParsedType
from generator.secret import with_secrets
from generator.uploads import upload

ANSWERS = {"application/json": "value", "text/plain": "text", "application/octet-stream": "bytes"}
#: How long the server may take, compared with other operations.
TIMEOUT_CLASSES = ("short", "normal", "long")
#: What a parameter may be: in a path a text or a number, in a header a text, for httpx takes no other.
PARAMETERS = {"path": {"str", "int"}, "query": {"str", "int", "float", "bool"}, "header": {"str"}}


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
    modules = {tag["name"]: Module(tag["name"], tag["description"]) for tag in document["tags"]}
    findings: list[str] = []
    for name in document["components"]["schemas"]:
        try:
            _add_schema(context, modules, name)
        except SchemaError as error:
            findings += error.findings
    for path, method, operation in operations(document):
        try:
            modules[operation["tags"][0]].operations.append(_operation(context, path, method, operation))
        except SchemaError as error:
            findings += error.findings
    findings += [finding for module in modules.values() for finding in clashes(module)]
    if findings:
        raise SchemaError(findings)
    return with_secrets(_with_url(modules[name]) for name in sorted(modules))


def _add_schema(context: Context, modules: dict[str, Module], name: str) -> None:
    schema = context.schema(name)
    home = schema.get("x-module")
    if home is None:
        return  # of openapi.yaml itself: no operation answers it
    module = modules.setdefault(home, Module(home, f"The objects of {home.replace('_', ' ')}."))
    if name in context.parsed.enums:
        module.enumerations.append(Enumeration(name, _sentence(schema), schema["enum"]))
    elif schema.get("properties"):
        module.views.append(_view(context, name, schema))


def _view(context: Context, name: str, schema: Document) -> ViewClass:
    required = schema.get("required", [])
    parsed = context.parsed.objects[name].members
    members = [
        _member(context, f"{name}.{wire}", wire, parsed[wire].type, member, required=wire in required)
        for wire, member in schema.get("properties", {}).items()
    ]
    return ViewClass(name, _sentence(schema), members, required[0] if required else None)


def _member(context: Context, place: str, wire: str, found: ParsedType, schema: Document, required: bool) -> Member:
    return Member(
        wire=wire,
        name=member_name(wire, schema),
        alias=member_alias(schema),
        kind=_kind(context, place, found),
        required=required,
        nullable=nullable(found),
        read_only=bool(schema.get("readOnly")),
        # The facade shows its own kind of view there: the list is changed in place, and set through the facade.
        in_place=bool(schema.get("x-in-place")),
        secret=schema.get("format") == "password",
        description=_sentence(schema),
    )


def _kind(context: Context, place: str, found: ParsedType) -> Kind:
    try:
        return kind(context, found)
    except SchemaError as error:
        raise SchemaError([f"{place}: {finding}" for finding in error.findings]) from error


def _operation(context: Context, path: str, method: str, operation: Document) -> Operation:
    identity = operation["operationId"]
    endpoint = context.parsed.endpoints[identity]
    described = _described(context.document, operation)
    status, response = _success(context.document, identity, operation)
    answer, result, text = _result(context, identity, endpoint, status, response)
    request = resolved(context.document, operation.get("requestBody", {}))
    path_parameters, query, headers = _parameters(identity, endpoint, described)
    return Operation(
        identity=identity,
        name=identity.split(".", 1)[1],
        method=method.upper(),
        path=_split(path, {parameter.wire: parameter.name for parameter in path_parameters}),
        summary=_one_line(operation["summary"]),
        description=_one_line(operation.get("description", "")),
        sources=[str(source) for source in operation["x-source"]],
        inferred=operation.get("x-confidence") == "inferred",
        path_parameters=path_parameters,
        query=query,
        headers=headers,
        body=_body(context, identity, endpoint, request),
        body_description=_one_line(request.get("description", "What to send.")),
        upload=upload(context.document, operation),
        timeout_class=_timeout_class(context, identity, operation, answer),
        answer=answer,
        result=result,
        result_text=text,
        result_description=_one_line(response["description"]),
    )


def _described(document: Document, operation: Document) -> dict[tuple[str, str], Document]:
    parameters = [resolved(document, parameter) for parameter in operation.get("parameters", [])]
    return {(parameter["in"], parameter["name"]): parameter for parameter in parameters}


def _parameters(
    identity: str, endpoint: ParsedEndpoint, described: dict[tuple[str, str], Document]
) -> tuple[list[Parameter], list[Parameter], list[Parameter]]:
    if endpoint.cookies:
        raise SchemaError([f"{identity}: a cookie has no rendering as a parameter"])
    groups = {
        "path": endpoint.path_parameters,
        "query": endpoint.query,
        "header": endpoint.headers,
    }
    path, query, headers = (
        [_parameter(identity, place, field, described[place, field.name]) for field in fields]
        for place, fields in groups.items()
    )
    return path, query, headers


def _parameter(identity: str, place: str, field: ParsedField, described: Document) -> Parameter:
    text = "str" if field.type.category == "enum" else field.type.category
    if text not in PARAMETERS[place]:
        raise SchemaError([f"{identity}: the {place} parameter {described['name']} has a type without rendering"])
    name, description = parameter_name(described), _one_line(described["description"])
    return Parameter(described["name"], name, text, field.required, description, bool(described.get("x-slashes")))


def _success(document: Document, identity: str, operation: Document) -> tuple[str, Document]:
    good = [(status, answer) for status, answer in operation["responses"].items() if status.startswith("2")]
    if len(good) != 1:
        raise SchemaError([f"{identity}: one 2xx answer is wanted, {len(good)} are described"])
    return good[0][0], resolved(document, good[0][1])


def _result(
    context: Context, identity: str, endpoint: ParsedEndpoint, status: str, response: Document
) -> tuple[str, Kind | None, str]:
    content: Document = response.get("content", {})
    if not content:
        return "nothing", None, "None"
    answer = ANSWERS.get(*content) if len(content) == 1 else None
    if answer is None:
        raise SchemaError([f"{identity}: an answer of {' or '.join(content)} has no rendering"])
    if answer != "value":
        return answer, None, {"text": "str", "bytes": "bytes"}[answer]
    result = _kind(context, f"{identity}, its answer", endpoint.responses[status])
    if result.shape in ("view", "map"):
        return "object", result, result.text
    if result.shape in ("views", "values"):
        return "array", result, f"builtins.list[{result.text}]"
    return "value", result, result.text


def _body(context: Context, identity: str, endpoint: ParsedEndpoint, request: Document) -> Kind | None:
    if not endpoint.bodies:
        return None
    content: Document = request["content"]
    if list(content) != ["application/json"]:
        raise SchemaError([f"{identity}: a body of {' or '.join(content)} has no rendering, only JSON and forms have"])
    return _kind(context, f"{identity}, its body", endpoint.bodies[0])


def _timeout_class(context: Context, identity: str, operation: Document, answer: str) -> str:
    carries_a_file = answer == "bytes" or upload(context.document, operation) is not None
    timeout_class: str = operation.get("x-timeout-class", "long" if carries_a_file else "normal")
    if timeout_class not in TIMEOUT_CLASSES:
        raise SchemaError(
            [f"{identity}: x-timeout-class is one of {', '.join(TIMEOUT_CLASSES)}, not {timeout_class!r}"]
        )
    return timeout_class


def _split(path: str, names: dict[str, str]) -> list[tuple[str, str | None]]:
    # Pairs of literal text and the parameter that follows it.
    parts = re.split(r"{([^}]*)}", path)
    return [(parts[i], names[parts[i + 1]] if i + 1 < len(parts) else None) for i in range(0, len(parts), 2)]


def _with_url(module: Module) -> Module:
    for wanted in ("list", "get"):
        for operation in module.operations:
            if operation.name == wanted:
                path = "".join(text + ("{}" if name else "") for text, name in operation.path)
                if path.endswith("/"):
                    return replace(module, collection_url=path.removeprefix("/"))
    return module


def _sentence(schema: Document) -> str:
    return _one_line(schema.get("description", ""))


def _one_line(text: str) -> str:
    return " ".join(text.split())
