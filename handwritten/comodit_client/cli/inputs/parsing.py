"""Reads JSON and YAML texts, and says where they are not valid."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, NoReturn

from comodit_client.cli.exits import USAGE, Failure

#: The suffixes of files whose format is known. The format of other texts follows from their content.
JSON_SUFFIXES, YAML_SUFFIXES = (".json",), (".yaml", ".yml")
#: What an error calls a JSON value that has the wrong type.
TYPES: dict[type, str] = {dict: "an object", list: "an array"}


class DocumentError(Failure):
    """A text is not a valid document.

    Args:
        source: Where the text is from.
        reason: What is wrong with it.
        line: The line of the error, from 1; None if it is unknown.
        column: The column of the error, from 1.
    """

    def __init__(self, source: str, reason: str, line: int | None = None, column: int = 1) -> None:
        self.source = source
        self.reason = reason
        self.line = line
        self.column = column
        place = "" if line is None else f"line {line}, column {column}: "
        super().__init__(f"Cannot read {source}: {place}{reason}. Correct the document.", USAGE)

    def moved(self, lines: int) -> DocumentError:
        """Return the same error for the text after lines were inserted at its start.

        Args:
            lines: The number of lines.
        """
        line = None if self.line is None else self.line + lines
        return DocumentError(self.source, self.reason, line, self.column)


def parse(text: str, source: str, suffix: str = "", expects: type | None = dict) -> Any:
    """Read a document.

    Args:
        text: The text.
        source: Where it is from, for messages.
        suffix: The suffix of the file; it selects the format. Default: the content decides.
        expects: The type of the value: dict, list, or None for any JSON value.

    Returns:
        The JSON value.

    Raises:
        DocumentError: The text is not valid, or its value has another type.
    """
    value = _reader(text, suffix)(text, source)
    if expects is not None and not isinstance(value, expects):
        found = "it is empty" if value is None else f"it is {_kind(value)}"
        raise DocumentError(source, f"{found}, but the command needs {TYPES[expects]}")
    return value


def parse_json(text: str, source: str) -> Any:
    """Read a JSON text.

    Args:
        text: The text.
        source: Where it is from, for messages.

    Returns:
        The JSON value.

    Raises:
        DocumentError: The text is not valid JSON.
    """
    try:
        return json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        reason = "the text is empty" if not text.strip() else _sentence(error.msg)
        raise DocumentError(source, reason, error.lineno, error.colno) from None
    except ValueError as error:
        raise DocumentError(source, str(error)) from None
    except RecursionError:
        raise DocumentError(source, "it is nested too deeply") from None


def parse_yaml(text: str, source: str) -> Any:
    """Read a YAML text that has a JSON value.

    Only `true` and `false` are booleans, dates are texts, and so are numbers with leading zeros: handlers of
    applications have a member `on`, and the mode of a file is a text such as 0644.

    Args:
        text: The text.
        source: Where it is from, for messages.

    Returns:
        The JSON value.

    Raises:
        DocumentError: The text is not valid YAML, or has no JSON value.
    """
    import yaml

    from comodit_client.disk.yaml_format import Loader

    try:
        value = yaml.load(text, Loader)  # noqa: S506 - a subclass of the safe loader
        json.dumps(value, allow_nan=False)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = () if mark is None else (mark.line + 1, mark.column + 1)
        raise DocumentError(
            source, _sentence(error.problem or error.context or "it is not valid YAML"), *place
        ) from None
    except yaml.reader.ReaderError as error:
        raise DocumentError(source, *_place_of(error, text)) from None
    except (TypeError, ValueError, OverflowError) as error:
        raise DocumentError(source, f"it has no JSON value: {_sentence(str(error))}") from None
    except RecursionError:
        raise DocumentError(source, "it is nested too deeply") from None
    return value


def _reader(text: str, suffix: str) -> Callable[[str, str], Any]:
    if suffix in YAML_SUFFIXES:
        return parse_yaml
    return parse_json if suffix in JSON_SUFFIXES else _parse_any


def _parse_any(text: str, source: str) -> Any:
    if not text.lstrip().startswith(("{", "[", '"')):
        return parse_yaml(text, source)
    try:
        return parse_json(text, source)
    except DocumentError as error:
        # Flow style of YAML looks like JSON; if it is neither, it was meant to be JSON.
        try:
            return parse_yaml(text, source)
        except DocumentError:
            raise error from None


def _place_of(error: Any, text: str) -> tuple[str, int, int]:
    """Return what is wrong with a character that YAML does not allow, and where that is."""
    found = re.search("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    before = text[: found.start() if found else 0]
    return (
        "a control character is not allowed",
        before.count("\n") + 1,
        len(before) - (before.rfind("\n") + 1) + 1,
    )


def _kind(value: Any) -> str:
    return next((name for kind, name in TYPES.items() if isinstance(value, kind)), "a single value")


def _sentence(message: str) -> str:
    return message[:1].lower() + message[1:].rstrip(".")


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON value")
