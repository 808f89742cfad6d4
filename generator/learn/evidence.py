"""Collects the differences between a schema and what was seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from attrs import Factory, define

from generator.drift import with_api
from generator.errors import SchemaError
from generator.exchanges import Exchange, read_exchanges
from generator.fragments import Document
from generator.learn.samples import MADE_UP
from generator.runtime.drift import Drift, DriftReport
from generator.runtime.drift_schema import Schema
from generator.runtime.drift_values import ABSENT
from generator.runtime.errors import UnusableFile


@define
class Evidence:
    """What was seen.

    Args:
        differences: The differences, each with its values; a report has none.
        operations: The exchanges of unknown operations, by method and path. Those of a report have empty bodies.
        sent: The names of the members that occur in the bodies of requests.
    """

    differences: dict[Drift, list[Any]] = Factory(dict)
    operations: dict[tuple[str, str], list[Exchange]] = Factory(dict)
    sent: set[str] = Factory(set)

    def add(self, drift: Drift, exchange: Exchange, values: Iterable[Any] = ()) -> None:
        """Add a difference.

        Args:
            drift: The difference.
            exchange: The exchange that it was found in.
            values: The values that differ.
        """
        if drift.kind == "unknown operation":
            self.operations.setdefault((drift.method, drift.path), []).append(exchange)
        self.differences.setdefault(drift, []).extend(values)


class Observations:
    """The content of a file with recorded exchanges, or of a drift report.

    Args:
        exchanges: The recorded exchanges.
        report: The differences of a report.
    """

    def __init__(self, exchanges: Iterable[Exchange] = (), report: Iterable[Drift] = ()) -> None:
        self._exchanges = list(exchanges)
        self._report = list(report)

    @classmethod
    def read(cls, file: Path) -> Observations:
        """Read a file.

        Args:
            file: A drift report (`.json`), a cassette (`.yaml`), a HAR file (`.har`), or recorded exchanges (`.jsonl`).

        Raises:
            SchemaError: The file cannot be read, or has another format.
        """
        if file.suffix != ".json":
            return cls(read_exchanges(file))
        try:
            return cls(report=DriftReport.read(file))
        except UnusableFile as error:
            raise SchemaError([str(error)]) from error

    def compared(self, document: Document) -> Evidence:
        """Compare the observations with a schema.

        Args:
            document: The bundle.

        Returns:
            What the schema does not describe.
        """
        evidence = Evidence(sent=set(_names(exchange.request for exchange in self._exchanges)))
        schema = Schema(document)
        for exchange in with_api(document, self._exchanges):
            for drift, value in schema.compare(exchange.method, exchange.path, exchange.status, exchange.response):
                evidence.add(drift, exchange, () if value is ABSENT else [value])
        for drift in self._report:
            if drift.kind != "unknown operation" or not _is_described(document, drift):
                kind = drift.found.partition(" ")[0]
                evidence.add(drift, Exchange(drift.method, drift.path, drift.status, ABSENT, MADE_UP.get(kind, ABSENT)))
        return evidence


def _is_described(document: Document, drift: Drift) -> bool:
    return drift.method.lower() in document["paths"].get(drift.path, {})


def _names(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, dict):
            yield from value
            yield from _names(value.values())
        elif isinstance(value, list):
            yield from _names(value)
