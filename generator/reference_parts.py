"""Describes the operations and the objects of the API for the pages of the reference."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from generator.bundle import resolved
from generator.fragments import Document
from generator.markdown import cell, code, fenced, prose, value
from generator.model import Operation, Parameter, ViewClass
from generator.reference_links import Links
from generator.render import literal
from generator.uploads import FORM

CONFIDENCE = {
    "inferred": "Inferred: nobody has seen this operation work.",
    "observed": "Observed: it was seen in recorded exchanges only.",
}
#: The notes on a member, by the key that they are about.
NOTES = {"readOnly": "Read-only.", "writeOnly": "Write-only."}
#: Values of required parameters without an example.
FALLBACKS: dict[str, Any] = {"int": 1, "float": 1.0, "bool": True}


@frozen
class Row:
    """A row of a table; its cells are Markdown."""

    cells: list[str]

    @property
    def line(self) -> str:
        """The row as a line of Markdown."""
        return f"| {' | '.join(self.cells)} |"


@frozen
class OperationPart:
    """The section of an operation; all texts are Markdown.

    Args:
        heading: The heading.
        request: The method and the path.
        names: The operation's ids, one for each owner.
        texts: The paragraphs of the description.
        parameters: The rows of the parameters.
        body: A sentence about the request body; empty if there is none.
        body_example: A code block; empty if there is none.
        responses: The rows of the responses.
        response_examples: Code blocks.
        call: A code block with the Python calls.
    """

    heading: str
    request: str
    names: list[str]
    texts: list[str]
    parameters: list[Row]
    body: str
    body_example: str
    responses: list[Row]
    response_examples: list[str]
    call: str


@frozen
class ObjectPart:
    """The section of an object, an enumeration or another named schema; all texts are Markdown."""

    heading: str
    text: str
    values: list[str]
    members: list[Row]


@frozen
class Source:
    """An operation of a page: what the schema says, and the function that each owner has for it.

    Args:
        method: The HTTP method.
        path: The path, with `{owner}` for a family.
        summary: The summary, which names no specific owner.
        description: The description, which names none either.
        operations: The operation of the bundle, one for each owner.
        functions: The operations of the wire layer, one for each owner.
    """

    method: str
    path: str
    summary: str
    description: str
    operations: list[Document]
    functions: list[Operation]

    def argument(self, name: str) -> str:
        """Return the name in Python of a parameter.

        Args:
            name: Its name in the schema.
        """
        return next(
            parameter.name
            for function in self.functions
            for parameter in (*function.path_parameters, *function.query, *function.headers)
            if parameter.wire == name
        )


def operation_part(source: Source, links: Links) -> OperationPart:
    """Describe an operation.

    Args:
        source: The operation.
        links: Makes the types of the page.
    """
    operation = source.operations[0]
    request = resolved(links.document, operation.get("requestBody", {}))
    texts = [prose(source.description)] if source.description else []
    if operation.get("deprecated"):
        texts.append("Deprecated: the server may remove it.")
    if "x-confidence" in operation:
        texts.append(CONFIDENCE[operation["x-confidence"]])
    return OperationPart(
        heading=prose(source.summary.rstrip().removesuffix(".")),
        request=f"`{source.method.upper()} {source.path}`",
        names=[f"`{function.identity}`" for function in source.functions],
        texts=texts,
        parameters=[_parameter(source, parameter, links) for parameter in _of_all_owners(source, links.document)],
        body=_body(request, links),
        body_example="".join(examples(request)),
        responses=[_response(status, response, links) for status, response in operation["responses"].items()],
        response_examples=[block for response in operation["responses"].values() for block in examples(response)],
        call=fenced("\n".join(_calls(source, links.document)), "python"),
    )


def object_part(name: str, schema: Document, view: ViewClass | None, links: Links) -> ObjectPart:
    """Describe a named schema.

    Args:
        name: Its name.
        schema: The schema.
        view: Its view; None if it has none.
        links: Makes the types of the page.
    """
    text = prose(schema.get("description", ""))
    if not {"enum", "properties"} & schema.keys():
        text = f"{text} Type: {links.type_of(schema)}.".lstrip()
    names = {member.wire: member.name for member in view.members} if view is not None else {}
    required = schema.get("required", [])
    members = [
        _member(wire, member, names.get(wire), wire in required, links)
        for wire, member in schema.get("properties", {}).items()
    ]
    return ObjectPart(name, text, [code(one) for one in schema.get("enum", [])], members)


def examples(holder: Document) -> Iterator[str]:
    """Yield the examples of a request body or a response as code blocks.

    Args:
        holder: The body or the response. A reference has none: its target is described elsewhere.
    """
    for media_type, media in holder.get("content", {}).items():
        if "example" not in media:
            continue
        if media_type == "application/json":
            yield fenced(json.dumps(media["example"], indent=2, ensure_ascii=False), "json")
        else:
            yield fenced(str(media["example"]), "text")


def _parameters(operation: Document, document: Document) -> Iterator[Document]:
    yield from (resolved(document, parameter) for parameter in operation.get("parameters", []))


def _of_all_owners(source: Source, document: Document) -> list[Document]:
    found = {
        (parameter["in"], parameter["name"]): parameter
        for operation in source.operations
        for parameter in _parameters(operation, document)
    }
    # The names in the path come first.
    return sorted(found.values(), key=lambda parameter: bool(parameter["in"] != "path"))


def _parameter(source: Source, parameter: Document, links: Links) -> Row:
    of_owner = parameter["in"] == "path" and f"{{{parameter['name']}}}" not in source.path
    required = "by owner" if of_owner else "yes" if parameter.get("required") else "no"
    name, python = parameter["name"], source.argument(parameter["name"])
    shown = code(name) if name == python else f"{code(name)}, in Python {code(python)}"
    return Row(
        [
            shown,
            parameter["in"],
            links.type_of(parameter["schema"]),
            required,
            cell(parameter["description"]),
            value(parameter["example"]) if "example" in parameter else "",
        ]
    )


def _body(request: Document, links: Links) -> str:
    if not request:
        return ""
    content: Document = request["content"]
    description = f" {prose(request['description'])}" if "description" in request else ""
    if FORM in content:
        field, schema = next(iter(content[FORM]["schema"]["properties"].items()))
        return f"A form with a file in the field `{field}`.{description or ' ' + prose(schema['description'])}"
    return f"{_capital(links.type_of(next(iter(content.values()))['schema']))}.{description}"


def _response(status: str, response: Document, links: Links) -> Row:
    content = resolved(links.document, response).get("content", {})
    types = [
        "text" if media_type == "text/plain" else links.type_of(media.get("schema", {}))
        for media_type, media in content.items()
    ]
    status = "other" if status == "default" else status
    return Row([status, cell(resolved(links.document, response)["description"]), " or ".join(types) or "empty"])


def _member(wire: str, member: Document, python: str | None, required: bool, links: Links) -> Row:
    target = resolved(links.document, member)
    description: str = member.get("description") or target["description"]
    notes = [text for key, text in NOTES.items() if member.get(key)]
    notes += ["Secret."] if "password" in (member.get("format"), target.get("format")) else []
    notes += ["Required."] if required else []
    notes += ["Observed in recorded exchanges only."] if member.get("x-confidence") == "observed" else []
    found = member.get("examples") or target.get("examples") or []
    return Row(
        [
            code(wire),
            code(python) if python else "",
            links.type_of(member),
            " ".join([cell(description), *notes]),
            value(found[0]) if found else "",
        ]
    )


def _calls(source: Source, document: Document) -> Iterator[str]:
    for function, operation in zip(source.functions, source.operations, strict=True):
        yield _call(function, operation, document)


def _call(function: Operation, operation: Document, document: Document) -> str:
    given = {
        parameter["name"]: parameter["example"]
        for parameter in _parameters(operation, document)
        if "example" in parameter
    }
    arguments = [_argument(parameter, given) for parameter in function.path_parameters]
    if function.body is not None:
        arguments.append("body")
    if function.upload is not None:
        arguments.append("upload")
    arguments += [
        f"{parameter.name}={_argument(parameter, given)}"
        for parameter in function.query + function.headers
        if parameter.required
    ]
    return f"wire.{function.identity}({', '.join(arguments)})"


def _argument(parameter: Parameter, given: Document) -> str:
    example = given.get(parameter.wire, FALLBACKS.get(parameter.text, parameter.wire))
    return literal(example) if isinstance(example, str) else repr(example)


def _capital(text: str) -> str:
    return text if text.startswith("[") else text[:1].upper() + text[1:]
