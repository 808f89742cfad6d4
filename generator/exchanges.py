"""Reads recorded exchanges with a server: a cassette of vcrpy, a HAR file, or JSON lines."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from attrs import frozen

from generator.errors import SchemaError
from generator.runtime.drift_values import ABSENT

JSON = "application/json"


@frozen
class Exchange:
    """A request and its response.

    Args:
        method: The method, in capitals.
        path: The path of the URL, percent-encoded.
        status: The status code of the response.
        request: The JSON value of the request; ABSENT if it has none.
        response: The JSON value of the response; ABSENT if it has none.
        content_type: The media type of the response, without parameters; empty if there is none.
    """

    method: str
    path: str
    status: int
    request: Any = ABSENT
    response: Any = ABSENT
    content_type: str = ""


def read_exchanges(file: Path) -> list[Exchange]:
    """Read the exchanges in a file.

    Args:
        file: A cassette (`.yaml`, `.yml`), a HAR file (`.har`), or JSON lines with recorded exchanges (`.jsonl`).

    Returns:
        The exchanges in their order.

    Raises:
        SchemaError: The file cannot be read, or has another format.
    """
    readers = {".yaml": _cassette, ".yml": _cassette, ".har": _har, ".jsonl": _lines}
    reader = readers.get(file.suffix)
    if reader is None:
        raise SchemaError([f"{file}: unknown kind of file: use a cassette (.yaml), a HAR file (.har), or .jsonl"])
    try:
        return list(reader(file.read_text(encoding="utf-8")))
    except OSError as error:
        raise SchemaError([f"{file}: cannot read the file: {error.strerror}"]) from error
    except (KeyError, TypeError, ValueError, AttributeError, yaml.YAMLError) as error:
        text = f"{type(error).__name__}: {error}".splitlines()[0]
        raise SchemaError([f"{file}: this is not a file of recorded exchanges ({text:.100})"]) from error


def _cassette(text: str) -> Iterator[Exchange]:
    for entry in yaml.load(text, Loader=yaml.CSafeLoader)["interactions"]:
        request, response = entry["request"], entry["response"]
        yield _exchange(
            request["method"],
            request["uri"],
            response["status"]["code"],
            request.get("body"),
            response["body"].get("string"),
            _header(response.get("headers") or {}),
        )


def _har(text: str) -> Iterator[Exchange]:
    for entry in json.loads(text)["log"]["entries"]:
        request, response = entry["request"], entry["response"]
        content = response.get("content") or {}
        body: str | bytes | None = content.get("text")
        if body is not None and content.get("encoding") == "base64":
            body = base64.b64decode(body)
        posted = (request.get("postData") or {}).get("text")
        kind = content.get("mimeType") or ""
        yield _exchange(request["method"], request["url"], response["status"], posted, body, kind)


def _lines(text: str) -> Iterator[Exchange]:
    for line in text.splitlines():
        recording = json.loads(line)
        for entry in [*recording.get("setup_exchanges", ()), *recording["exchanges"]]:
            request, response = entry["request"], entry["response"]
            yield Exchange(
                request["method"].upper(),
                request["path"],
                response["status"],
                request.get("json", ABSENT),
                response.get("json", ABSENT),
                JSON if "json" in response else "",
            )


def _exchange(method: str, url: str, status: int, sent: Any, received: Any, content_type: str) -> Exchange:
    path = urlsplit(url).path
    kind = content_type.partition(";")[0].strip().lower()
    return Exchange(method.upper(), path, int(status), _json(sent), _json(received), kind)


def _header(headers: Mapping[str, Any]) -> str:
    for name, value in headers.items():
        if name.lower() == "content-type":
            return str(value[0] if isinstance(value, list) and value else value)
    return ""


def _json(body: Any) -> Any:
    if not isinstance(body, (str, bytes)) or not body.strip():
        return ABSENT
    try:
        return json.loads(body)
    except ValueError:
        return ABSENT
