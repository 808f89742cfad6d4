"""Texts of YAML files, and the parts that PyYAML finds in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeGuard

from comodit_client.disk.place import Place
from comodit_client.rest.exceptions import UnusableFile

if TYPE_CHECKING:
    import yaml

#: The number of bytes of a YAML file. Its values need about a hundred times as much memory while it is read.
LARGEST = 16 << 20
#: What PyYAML calls unprintable.
UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def unusable(file: Place, line: int, reason: str) -> UnusableFile:
    """Return the error for a mistake in a YAML file.

    Args:
        file: The file.
        line: The line, from 1.
        reason: What is wrong, and what to do next.

    Returns:
        The error.
    """
    return UnusableFile(f"Cannot read {str(file)!r}: line {line}: {reason}")


def line_of(node: yaml.Node) -> int:
    """Return the line of a part of a YAML file.

    Args:
        node: The part.

    Returns:
        The line, from 1.
    """
    return node.start_mark.line + 1


def is_scalar(node: Any) -> TypeGuard[yaml.ScalarNode]:
    """Return whether a part of a YAML file is a single value.

    Args:
        node: The part.

    Returns:
        True if it is.
    """
    return bool(node.id == "scalar")


def is_mapping(node: Any) -> TypeGuard[yaml.MappingNode]:
    """Return whether a part of a YAML file is a mapping.

    Args:
        node: The part.

    Returns:
        True if it is.
    """
    return bool(node.id == "mapping")


@contextmanager
def opened(file: Place) -> Iterator[yaml.SafeLoader]:
    """Open a YAML file.

    Args:
        file: The file.

    Yields:
        The loader. Mistakes that it finds in the block become errors with file and line.

    Raises:
        UnusableFile: PyYAML is missing, or the file cannot be read, is too large, or is not YAML.
    """
    try:
        import yaml

        from comodit_client.disk.yaml_format import Loader
    except ModuleNotFoundError as error:
        raise UnusableFile(
            f"Cannot read {str(file)!r}: the module {error.name} is missing. Run: pip install 'comodit-client[cli]'"
        ) from error
    text = _text(file)
    try:
        yield Loader(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = error.problem or error.context or "it is not YAML"
        raise unusable(file, mark.line + 1 if mark else 1, f"{reason}. Correct the YAML") from error
    except RecursionError:
        raise UnusableFile(f"Cannot read {str(file)!r}: its values are nested too deep. Write them flatter") from None


def _text(file: Place) -> str:
    with file.open() as source:
        try:
            content = source.read(LARGEST + 1)
        except OSError as error:
            raise UnusableFile(f"Cannot read {str(file)!r}: {error.strerror}") from error
    if len(content) > LARGEST:
        raise UnusableFile(f"Cannot read {str(file)!r}: it is larger than {LARGEST >> 20} MiB. Split it into several")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise unusable(file, line, "it is not UTF-8. Save the file in UTF-8") from error
    found = UNPRINTABLE.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        raise unusable(file, line, f"it contains the control character U+{ord(found[0]):04X}. Remove it")
    return text
