"""Lists of strings as arguments, names of open files, and bytes as text."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterable

from comodit_client.rest.exceptions import InvalidText


def as_str_tuple(values: Iterable[str]) -> tuple[str, ...]:
    """Return strings as a tuple; a single string becomes a tuple of one, not of its characters.

    Args:
        values: The strings, in any iterable.
    """
    return (values,) if isinstance(values, str) else tuple(values)


def name_of(file: object, default: str) -> str:
    """Return the path that an open file was opened with.

    Args:
        file: The file.
        default: The name of a file without a path, such as one in memory.
    """
    name = getattr(file, "name", None)
    return os.fsdecode(name) if isinstance(name, (str, bytes, os.PathLike)) and name else default


def check_error_handler(errors: str) -> None:
    """Check the argument `errors` of a method that returns text.

    Args:
        errors: The name of an error handler, as for `bytes.decode`.

    Raises:
        InvalidText: The handler does not exist.
    """
    try:
        codecs.lookup_error(errors)
    except (LookupError, TypeError, ValueError) as error:
        raise InvalidText(f"Invalid errors={errors!r}: pass a handler of bytes.decode, such as 'replace'.") from error


def decoded(content: bytes, errors: str, name: str) -> str:
    """Decode a content as UTF-8.

    Args:
        content: The content.
        errors: The name of an error handler, as for `bytes.decode`.
        name: The name of the content in messages.

    Raises:
        InvalidText: The content is not UTF-8.
    """
    try:
        return content.decode("utf-8", errors)
    except (UnicodeError, TypeError) as error:  # some handlers can only encode, and raise a TypeError
        reason = f"{error.reason} at byte {error.start}" if isinstance(error, UnicodeDecodeError) else error
        raise InvalidText(
            f"Cannot read {name!r} as text: {reason}. Read the bytes, or pass errors='replace'."
        ) from error
