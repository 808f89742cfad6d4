"""Writes the modules as text: the templates, and what they need to do it safely."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Collection
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.errors import SchemaError
from generator.model import Kind, Module, Operation, Parameter
from generator.paths import TEMPLATES

WIDTH = 116
HEADER = "# Made by `python -m generator` from {source}. Do not edit: change that, then run `make generate`.\n"


def render(modules: list[Module]) -> dict[str, str]:
    """Write the modules of the wire layer.

    Args:
        modules: What to write.

    Returns:
        The text of each file, by its path within the wire package.

    Raises:
        SchemaError: An object of the parser reached the text as it is.
    """
    environment = _environment()
    files = {
        f"{module.name}.py": HEADER.format(source="schema/")
        + environment.get_template("module.py.jinja").render(module=module)
        for module in modules
    }
    files["__init__.py"] = HEADER.format(source="schema/") + environment.get_template("wire_init.py.jinja").render(
        modules=modules
    )
    leaks = [
        f"{name}: an object of the parser reached the text" for name, text in files.items() if " object at 0x" in text
    ]
    if leaks:
        raise SchemaError(leaks)
    return files


def _environment() -> Environment:
    environment = Environment(  # noqa: S701 - what is written is Python, not HTML
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        finalize=_plain,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        doc=doc,
        comment=comment,
        literal=literal,
        path=path,
        accepted=accepted,
        reader=reader,
        operation_doc=operation_doc,
    )
    return environment


def _plain(value: Any) -> Any:
    if not isinstance(value, (str, int)):
        raise SchemaError([f"a template writes {value!r}, which is no text"])
    return value


def escaped(text: str) -> str:
    """Make a text safe to stand in a docstring.

    Args:
        text: Any text of the schema.

    Returns:
        The text, with backslashes and quotes that could end the docstring escaped.
    """
    return (
        text.replace("\\", "\\\\").replace('"', '\\"')
        if '"""' in text or text.endswith('"')
        else text.replace("\\", "\\\\")
    )


def doc(text: str, indent: int) -> str:
    """Lay a text out as a docstring.

    Args:
        text: One paragraph.
        indent: Blanks before each line but the first.

    Returns:
        The docstring's inside; that of several lines ends with the line of the closing quotes.
    """
    inside = _wrapped(escaped(text), indent, first=3)
    return f"{inside}\n{' ' * indent}" if "\n" in inside else inside


def comment(text: str) -> str:
    """Lay a text out as a `#:` comment.

    Args:
        text: One paragraph.

    Returns:
        The comment, without its first mark.
    """
    return "\n#: ".join(textwrap.wrap(text, WIDTH, break_long_words=False))


def literal(value: str) -> str:
    """Write a text as a string literal.

    Args:
        value: Any text.

    Returns:
        A literal in double quotes.
    """
    return json.dumps(value, ensure_ascii=False)


def path(parts: list[tuple[str, str | None]], with_slashes: Collection[str] = ()) -> str:
    """Write a path as an f-string whose names are encoded segments.

    Args:
        parts: Literal texts, each with the parameter that follows it.
        with_slashes: The parameters that are several segments.

    Returns:
        The expression.
    """
    if not any(name for _, name in parts):
        return literal("".join(text for text, _ in parts))
    inside = (_braces(text) + (_encoded(name, name in with_slashes) if name else "") for text, name in parts)
    return f'f"{"".join(inside)}"'


def _encoded(name: str, has_slashes: bool) -> str:
    return f"{{{'segments' if has_slashes else 'segment'}('{name}', {name})}}"


def _braces(text: str) -> str:
    # Within an f-string a brace stands for itself when it is doubled.
    return literal(text)[1:-1].replace("{", "{{").replace("}", "}}")


def accepted(kind: Kind) -> str:
    """Write the annotation of a body.

    Args:
        kind: The body's type.

    Returns:
        The annotation: a view or its JSON object.
    """
    match kind.shape:
        case "view":
            return f"{kind.text} | Mapping[str, Any]"
        case "views":
            return f"Sequence[{kind.text} | Mapping[str, Any]]"
        case "map":
            return "Mapping[str, Any]"
        case "values":
            return f"Sequence[{kind.text}]"
    return kind.text


def reader(operation: Operation) -> str:
    """Write what makes the result out of the decoded answer.

    Args:
        operation: The operation.

    Returns:
        The expression.
    """
    result = operation.result
    if result is not None and result.name is not None:
        if result.shape == "view":
            return result.name
        if result.shape == "views":
            return f"lambda items: [{result.name}(item) for item in items]"
    return "identity"


def operation_doc(operation: Operation) -> str:
    """Write the docstring of an operation's function.

    Args:
        operation: The operation.

    Returns:
        The docstring's inside, in Google's style.
    """
    lines = [_wrapped(escaped(operation.summary), 4, first=3)]
    if operation.description:
        lines += ["", "    " + _wrapped(escaped(operation.description), 4)]
    confidence = " Inferred." if operation.inferred else ""
    lines += ["", "    " + _wrapped(escaped(f"Facts: {', '.join(operation.sources)}.{confidence}"), 4)]
    arguments = [*operation.path_parameters]
    if operation.body is not None:
        arguments.append(Parameter("", "body", "", True, operation.body_description))
    if operation.upload is not None:
        arguments.append(operation.upload)
    arguments += [*operation.query, *operation.headers]
    if arguments:
        lines += ["", "    Args:"]
        lines += ["        " + _wrapped(escaped(f"{a.name}: {a.description}"), 12) for a in arguments]
    lines += ["", "    Returns:", "        " + _wrapped(escaped(f"The request; its answer is {_told(operation)}"), 12)]
    if operation.path_parameters:
        lines += ["", "    Raises:", "        InvalidName: A name is empty, or would mean another resource."]
    return "\n".join(lines) + "\n    "


def _told(operation: Operation) -> str:
    if operation.answer == "nothing":
        return "not read."
    kind = {"text": "text", "bytes": "bytes"}.get(operation.answer) or _with_article(operation.result_text)
    return f"{kind}: {_continued(operation.result_description)}"


def _with_article(text: str) -> str:
    text = text.removeprefix("builtins.")
    return f"{'an' if text[0] in 'AEIOaeio' else 'a'} {text}"


def _continued(sentence: str) -> str:
    # After a colon; an abbreviation keeps its capitals.
    return sentence if sentence[1:2].isupper() else sentence[:1].lower() + sentence[1:]


def _wrapped(text: str, indent: int, first: int = 0) -> str:
    blanks = " " * indent
    lines = textwrap.wrap(
        text, WIDTH, initial_indent=" " * (indent + first), subsequent_indent=blanks, break_long_words=False
    )
    return "\n".join(lines).lstrip()
