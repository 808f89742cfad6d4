"""Renders the modules of the wire layer with the templates, and escapes all texts of the schema."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Collection
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.bound import bound_arguments, bound_signature, path_parameter
from generator.config import Config, read_config
from generator.errors import SchemaError
from generator.model import Kind, Module, Operation, Parameter
from generator.paths import CONFIG, TEMPLATES
from generator.typed_dicts import TYPED_DICTS, creatable, imports, siblings, typed_dicts

WIDTH = 116
TYPED_DICTS_DOC = (
    '"""The JSON objects and the keywords of the views as TypedDicts, for type checkers: one module per resource."""\n'
)


def render(modules: list[Module], config: Config | None = None) -> dict[str, str]:
    """Render the modules of the wire layer.

    Args:
        modules: The modules.
        config: The configuration; None for the project's own.

    Returns:
        The text of each file, by its path within the wire package.

    Raises:
        SchemaError: A template writes an object that is not text, or the result is not valid Python.
    """
    files = texts(modules, config or read_config(CONFIG))
    findings = [f"{name}:{finding}" for name, text in files.items() for finding in _broken(name, text)]
    if findings:
        raise SchemaError(findings)
    return files


def texts(modules: list[Module], config: Config) -> dict[str, str]:
    """Render the modules without compiling the result.

    Args:
        modules: The modules.
        config: The configuration.

    Returns:
        The text of each file, by its path within the wire package.

    Raises:
        SchemaError: A template writes an object that is not text.
    """
    head, wire = config.head(config.source), config.wire
    environment = templates()
    files = {
        f"{module.name}.py": head + environment.get_template("module.py.jinja").render(module=module, wire=wire)
        for module in modules
    }
    names = creatable(modules)
    files |= {
        f"{TYPED_DICTS}/{module.name}.py": head
        + environment.get_template("typed_dicts.py.jinja").render(
            module=module,
            wire=wire,
            classes=typed_dicts(module, names, config.create_arguments),
            imports=imports(module),
            siblings=siblings(module),
        )
        for module in modules
        if module.views
    }
    files[f"{TYPED_DICTS}/__init__.py"] = head + TYPED_DICTS_DOC
    files["__init__.py"] = head + environment.get_template("wire_init.py.jinja").render(
        modules=modules, wire=wire, wire_doc=escaped(config.wire_doc)
    )
    leaks = [
        f"{name}: the text holds the repr of an object: convert it to text in the template or in generator/build.py"
        for name, text in files.items()
        if " object at 0x" in text
    ]
    if leaks:
        raise SchemaError(leaks)
    return files


def _broken(name: str, text: str) -> list[str]:
    try:
        compile(text, name, "exec")
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        source = text.splitlines()[line - 1].strip()
        return [
            f"{line}: the generated code is not valid Python ({error}): correct the part that gives {source!r:.200}"
        ]
    return []


@cache
def templates() -> Environment:
    """Return the templates. They write text only."""
    environment = Environment(  # noqa: S701 - the output is Python or Markdown, not HTML
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
        bound_signature=bound_signature,
        bound_arguments=bound_arguments,
        path_parameter=path_parameter,
    )
    return environment


def _plain(value: Any) -> Any:
    if not isinstance(value, (str, int)):
        raise SchemaError(
            [f"a template writes {value!r}, which is not text: convert it in the template or in generator/build.py"]
        )
    return value


def escaped(text: str) -> str:
    """Escape a text for a docstring.

    Args:
        text: Any text of the schema.

    Returns:
        The text, with backslashes escaped, and quotes too if they could end the docstring.
    """
    return (
        text.replace("\\", "\\\\").replace('"', '\\"')
        if '"""' in text or text.endswith('"')
        else text.replace("\\", "\\\\")
    )


def doc(text: str, indent: int) -> str:
    """Format a text as the content of a docstring.

    Args:
        text: One paragraph.
        indent: Number of spaces before each line but the first.

    Returns:
        The content; if it has several lines, it ends with the indentation of the closing quotes.
    """
    inside = _wrapped(escaped(text), indent, first=3)
    return f"{inside}\n{' ' * indent}" if "\n" in inside else inside


def comment(text: str) -> str:
    """Format a text as a `#:` comment.

    Args:
        text: One paragraph.

    Returns:
        The comment, without its first `#:`.
    """
    return "\n#: ".join(textwrap.wrap(text, WIDTH, break_long_words=False))


def literal(value: str) -> str:
    """Return a text as a string literal.

    Args:
        value: Any text.

    Returns:
        The literal, in double quotes.
    """
    return json.dumps(value, ensure_ascii=False)


def path(parts: list[tuple[str, str | None]], with_slashes: Collection[str] = ()) -> str:
    """Return a path as an f-string that encodes its parameters.

    Args:
        parts: Literal texts, each with the parameter that follows it.
        with_slashes: The parameters that are several path segments.

    Returns:
        The Python expression.
    """
    if not any(name for _, name in parts):
        return literal("".join(text for text, _ in parts))
    inside = (_braces(text) + (_encoded(name, name in with_slashes) if name else "") for text, name in parts)
    return f'f"{"".join(inside)}"'


def _encoded(name: str, has_slashes: bool) -> str:
    return f"{{{'segments' if has_slashes else 'segment'}('{name}', {name})}}"


def _braces(text: str) -> str:
    # In an f-string, a doubled brace is a literal one.
    return literal(text)[1:-1].replace("{", "{{").replace("}", "}}")


def accepted(kind: Kind) -> str:
    """Return the annotation of a request body.

    Args:
        kind: The body's type.

    Returns:
        The annotation, which accepts a view or its JSON object.
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
    """Return the function that makes the result of the decoded response body.

    Args:
        operation: The operation.

    Returns:
        The Python expression.
    """
    result = operation.result
    if result is not None and result.name is not None:
        if result.shape == "view":
            return result.name
        if result.shape == "views":
            return f"lambda items: [{result.name}(item) for item in items]"
    return "identity"


def operation_doc(operation: Operation) -> str:
    """Return the docstring of an operation's function.

    Args:
        operation: The operation.

    Returns:
        The content of the docstring, in Google style.
    """
    lines = [_wrapped(escaped(operation.summary), 4, first=3)]
    if operation.deprecated:
        lines += ["", "    Deprecated: the server may remove it."]
    if operation.description:
        lines += ["", "    " + _wrapped(escaped(operation.description), 4)]
    arguments = [*operation.path_parameters]
    if operation.body is not None:
        arguments.append(Parameter("", "body", "", True, operation.body_description))
    if operation.upload is not None:
        arguments.append(operation.upload)
    arguments += [*operation.query, *operation.headers]
    if arguments:
        lines += ["", "    Args:"]
        lines += ["        " + _wrapped(escaped(f"{a.name}: {a.description}"), 12) for a in arguments]
    lines += ["", "    Returns:", "        " + _wrapped(escaped(f"The request. {_response_text(operation)}"), 12)]
    if operation.path_parameters:
        lines += ["", "    Raises:", "        InvalidName: A name is empty, or would address another resource."]
    is_said = operation.confidence in ("", *operation.sources)
    confidence = "" if is_said else f" {operation.confidence.capitalize()}."
    lines += ["", "    " + _wrapped(escaped(f"Facts: {', '.join(operation.sources)}.{confidence}"), 4)]
    return "\n".join(lines) + "\n    "


def _response_text(operation: Operation) -> str:
    if operation.response_kind == "nothing":
        return "Its response body is ignored."
    kind = {"text": "text", "bytes": "bytes"}.get(operation.response_kind) or _with_article(operation.result_text)
    return f"Its response is {kind}: {_continued(operation.result_description)}"


def _with_article(text: str) -> str:
    text = text.removeprefix("builtins.")
    return f"{'an' if text[0] in 'AEIOaeio' else 'a'} {text}"


def _continued(sentence: str) -> str:
    # Lower case after a colon, except for an abbreviation.
    return sentence if sentence[1:2].isupper() else sentence[:1].lower() + sentence[1:]


def _wrapped(text: str, indent: int, first: int = 0) -> str:
    blanks = " " * indent
    lines = textwrap.wrap(
        text, WIDTH, initial_indent=" " * (indent + first), subsequent_indent=blanks, break_long_words=False
    )
    return "\n".join(lines).lstrip()
