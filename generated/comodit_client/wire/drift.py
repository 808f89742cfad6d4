# Made by `python -m generator` from generator/runtime/drift.py. Do not edit: change that, then run `make generate`.
"""Differences between the responses of a server and the schema: what they are, and a report of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

import attrs

if TYPE_CHECKING:
    import os

Kind: TypeAlias = Literal[
    "unknown member", "missing member", "other type", "unknown value", "unknown status", "unknown operation"
]
KINDS: tuple[str, ...] = get_args(Kind)
#: The version of the format of reports.
FORMAT = 1


@attrs.frozen(order=True)
class Drift:
    """A difference between a response and the schema. It holds paths and types, but no values.

    Args:
        kind: The kind of the difference.
        operation: The operation's identifier, such as `hosts.get`; empty if the schema has no such operation.
        method: The method of the request.
        path: The template of the path. If the schema has no such path, placeholders replace the names in it.
        status: The status code of the response.
        schema: The name of the schema that describes the value, or the object around it; empty if it has no name.
        place: The place in the response, such as `$.items[].state`. Keys that a user gives are written as `{}`.
        expected: The types, values or status codes that the schema allows; empty if it does not know the place.
        found: The type of the value or the status code. A value of an enumeration is itself quoted if it has the form
            of the known ones.
    """

    kind: Kind
    operation: str
    method: str
    path: str
    status: int
    schema: str
    place: str
    expected: str
    found: str

    def __str__(self) -> str:
        place = f" {self.place}" if self.place else ""
        schema = f" of {self.schema}" if self.schema else ""
        found = f", found {self.found}" if self.found else ""
        expected = f", expected {self.expected}" if self.expected else ""
        operation = f"{self.operation}: " if self.operation else ""
        return f"{self.kind}{place}{schema}{found}{expected} ({operation}{self.method} {self.path} {self.status})"


class DriftReport:
    """The differences that were found, each once. It can be given as `on_drift` to several clients and threads.

    Args:
        drift: The first differences.
    """

    def __init__(self, drift: Iterable[Drift] = ()) -> None:
        # Adding to a dict and copying it are atomic, so that threads need no lock.
        self._found = dict.fromkeys(drift)

    def __call__(self, drift: Drift) -> None:
        """Add a difference.

        Args:
            drift: The difference; one that the report holds is ignored.
        """
        self._found[drift] = None

    def __iter__(self) -> Iterator[Drift]:
        return iter(sorted(self._found.copy()))

    def __len__(self) -> int:
        return len(self._found)

    def __reduce__(self) -> tuple[type[DriftReport], tuple[list[Drift]]]:
        return type(self), (list(self),)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} with {len(self)} differences>"

    def to_json(self) -> str:
        """Return the report as JSON text, sorted."""
        return json.dumps({"format": FORMAT, "drift": [attrs.asdict(drift) for drift in self]}, indent=2) + "\n"

    def write(self, path: str | os.PathLike[str]) -> None:
        """Write the report as JSON. The file is replaced as a whole.

        Args:
            path: The path of the file.

        Raises:
            UnusableFile: The file cannot be written.
        """
        from comodit_client.wire.writing import written

        with written(path) as file:
            file.write(self.to_json().encode())

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> DriftReport:
        """Read a report.

        Args:
            path: The path of the file.

        Returns:
            The report.

        Raises:
            UnusableFile: The file cannot be read, or is not a report.
        """
        from pathlib import Path

        try:
            return cls.from_json(Path(path).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            from comodit_client.wire.errors import UnusableFile

            reason = getattr(error, "strerror", None) or str(error)
            raise UnusableFile(f"Cannot read {str(path)!r}: {reason}. Give a file that a DriftReport wrote.") from error

    @classmethod
    def from_json(cls, text: str) -> DriftReport:
        """Read a report from JSON text.

        Args:
            text: The text.

        Returns:
            The report.

        Raises:
            ValueError: The text is not a report.
        """
        try:
            content = json.loads(text)
            if content["format"] != FORMAT:
                raise ValueError(f"its format is {content['format']!r}, not {FORMAT}")
            return cls(map(_drift, content["drift"]))
        except (TypeError, KeyError, RecursionError) as error:
            raise ValueError(f"it is not a drift report ({error!r})") from error


def _drift(entry: dict[str, Any]) -> Drift:
    drift = Drift(**entry)
    texts = [value for name, value in attrs.asdict(drift).items() if name != "status"]
    if drift.kind not in KINDS or type(drift.status) is not int or not all(isinstance(text, str) for text in texts):
        raise ValueError("it holds an entry with values of other types")
    return drift
