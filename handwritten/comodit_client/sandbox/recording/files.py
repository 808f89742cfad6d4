"""Files of calls: JSON Lines, a list in JSON or YAML, or a cassette of vcrpy."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from comodit_client.sandbox.errors import ApiError, bad_request
from comodit_client.sandbox.recording.calls import SeedCall, call_from_document, call_from_interaction


def read_calls(path: Path) -> Iterator[tuple[int, SeedCall]]:
    """Yield the calls in a file, each with its number. Those of a cassette that changed nothing are left out.

    Raises:
        ApiError: The file cannot be read, or a call in it is invalid.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise unusable(path, str(error)) from None
    documents, make = _documents(path, text)
    for number, document in enumerate(documents, 1):
        try:
            call = make(document)
        except ApiError as error:
            raise unusable(path, f"call {number} is invalid: {error.texts[0]}") from None
        if call is not None:
            yield number, call


def split_seed(seed: str | os.PathLike[str] | None) -> tuple[tuple[Path, ...], Path | None]:
    """Return a seed as the folder of an archive, if it is one, and as a file of calls, if it is one."""
    path = None if seed is None else Path(seed).absolute()
    return ((path,), None) if path is not None and path.is_dir() else ((), path)


def unusable(path: Path, reason: str) -> ApiError:
    """Return the error for a seed that cannot be used."""
    return bad_request(f"Cannot seed the sandbox from {str(path)!r}: {reason}")


def _documents(path: Path, text: str) -> tuple[list[Any], Callable[[Any], SeedCall | None]]:
    document = _parsed(path, text)
    if isinstance(document, dict) and isinstance(document.get("interactions"), list):
        return document["interactions"], call_from_interaction
    if isinstance(document, dict):
        return [document], call_from_document
    if not isinstance(document, list):
        raise unusable(path, "it contains no list of calls")
    return document, call_from_document


def _parsed(path: Path, text: str) -> Any:
    start = text.lstrip()[:1]
    if not start:
        return []
    if start not in "{[":
        return _yaml(path, text)
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return _lines(path, text)


def _lines(path: Path, text: str) -> list[Any]:
    documents = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                documents.append(json.loads(line))
            except (ValueError, RecursionError) as error:
                raise unusable(path, f"line {number} is not JSON: {error}") from None
    return documents


def _yaml(path: Path, text: str) -> Any:
    # Most sandboxes need neither.
    from comodit_client._extras import MissingExtra, extra

    try:
        with extra("sandbox"):
            import yaml
    except MissingExtra as error:
        raise unusable(path, str(error)) from None

    class Loader(yaml.SafeLoader):
        """Loads dates as text, as JSON has them."""

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    try:
        return yaml.load(text, Loader)  # noqa: S506  a subclass of the safe loader
    except (yaml.YAMLError, RecursionError) as error:
        raise unusable(path, f"it is neither JSON nor YAML: {error}") from None
