"""Variables of YAML files that describe a desired state: `${var.name}`."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from attrs import define, field

from comodit_client.disk.desired_nodes import is_mapping, is_scalar, line_of, opened, unusable
from comodit_client.disk.place import Place
from comodit_client.rest.exceptions import UnusableFile

#: A variable in a text; a second dollar sign before it keeps the text as it is.
VARIABLE = re.compile(r"(?P<escape>\$)?\$\{var\.(?P<name>[A-Za-z0-9_-]+)\}")


@define
class Variables:
    """The values of variables, and the variables without a value that were found in files.

    Args:
        values: The values, by name.
    """

    _values: Mapping[str, str] = field(repr=False)
    _missing: list[tuple[Place, int, str]] = field(factory=list, init=False)

    def replace(self, text: str, file: Place, line: int) -> str:
        """Replace the variables in a text by their values.

        Args:
            text: The text.
            file: The file that contains it.
            line: Its line.

        Returns:
            The new text.
        """

        def value(found: re.Match[str]) -> str:
            return found[0][1:] if found["escape"] else self._value(found["name"], file, line)

        return VARIABLE.sub(value, text)

    def is_one(self, text: str) -> bool:
        """Return whether a text consists of one variable.

        Args:
            text: The text.

        Returns:
            False if it has other parts, or is escaped.
        """
        found = VARIABLE.fullmatch(text)
        return found is not None and not found["escape"]

    def check(self) -> None:
        """Check that all variables in the files have a value.

        Raises:
            UnusableFile: Some have none. All of them are named.
        """
        if not self._missing:
            return
        places = "; ".join(f"{name!r} in {str(file)!r}, line {line}" for file, line, name in self._missing)
        first = self._missing[0][2]
        raise UnusableFile(
            f"Cannot replace variables without a value: {places}. Set each, such as with --var {first}=VALUE or the "
            f"environment variable COMODIT_VAR_{first}"
        )

    def _value(self, name: str, file: Place, line: int) -> str:
        if name not in self._values:
            self._missing.append((file, line, name))
            return ""
        return self._values[name]


def read_variables(path: str | os.PathLike[str]) -> dict[str, str]:
    """Read the values of variables from a YAML file.

    Values are texts as they are written: `0644` keeps its zero, and `true` is the text "true".

    Args:
        path: The file. It is a mapping from names to single values.

    Returns:
        The values, by name.

    Raises:
        UnusableFile: The file cannot be read, or holds something else.
    """
    whole = Path(path)
    file = Place.at(whole.parent) / whole.name
    found: dict[str, str] = {}
    with opened(file) as loader:
        root = loader.get_single_node()
        if root is not None and not is_mapping(root):
            raise unusable(file, line_of(root), "it is not a mapping. Write lines such as `name: value`")
        for key, value in root.value if root is not None else ():
            if not is_scalar(key) or not is_scalar(value) or value.tag.endswith(":null"):
                raise unusable(file, line_of(key), "it is not a name with one value. Write it as `name: value`")
            if key.value in found:
                raise unusable(file, line_of(key), f"the variable {key.value!r} is set twice. Remove one of the lines")
            found[key.value] = value.value
    return found
