"""The command that compares recorded responses with the schema."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from generator import bundle
from generator.commands import Command
from generator.config import read_config
from generator.errors import SchemaError
from generator.exchanges import Exchange, read_exchanges
from generator.fragments import Document
from generator.runtime.drift import DriftReport
from generator.runtime.drift_schema import Schema
from generator.runtime.errors import UnusableFile

#: What a browser records for a request that it gave up, and for a response from its cache.
NO_RESPONSE = (0, 304)


def with_api(document: Document, exchanges: Iterable[Exchange]) -> list[Exchange]:
    """Return the exchanges with the API. A browser also records pages, scripts and OPTIONS requests.

    Args:
        document: The OpenAPI document, which names the path of the API root.
        exchanges: The exchanges of a file.

    Returns:
        The exchanges below the API root. All of them if none is, because their root has another path.
    """
    kept = [one for one in exchanges if one.method != "OPTIONS" and one.status not in NO_RESPONSE]
    roots = [urlsplit(server["url"]).path.rstrip("/") + "/" for server in document.get("servers", ())]
    return [exchange for exchange in kept if exchange.path.startswith(tuple(roots))] or kept


def compared(document: Document, exchanges: Iterable[Exchange]) -> DriftReport:
    """Compare responses with a document.

    Args:
        document: The OpenAPI document.
        exchanges: The exchanges with the API.

    Returns:
        The differences.
    """
    schema, report = Schema(document), DriftReport()
    for exchange in exchanges:
        for drift, _ in schema.compare(exchange.method, exchange.path, exchange.status, exchange.response):
            report(drift)
    return report


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="a cassette (.yaml), a HAR file (.har), or JSON lines (.jsonl)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print the differences")
    parser.add_argument("--output", type=Path, metavar="REPORT.json", help="also write the differences to this file")


def _run(arguments: Namespace) -> int:
    try:
        document = bundle.load(read_config(arguments.config).schema)
        exchanges = with_api(document, read_exchanges(arguments.file))
        report = compared(document, exchanges)
        if arguments.output is not None:
            report.write(arguments.output)
    except (SchemaError, UnusableFile) as error:
        print(error, file=sys.stderr)
        return 2
    if arguments.format == "json":
        print(report.to_json(), end="")
    else:
        print(*report, f"Responses: {len(exchanges)}. Differences: {len(report)}.", sep="\n")
    return 1 if report else 0


COMMAND = Command("drift", "Compare recorded responses with the schema: exit 1 if they differ.", _add_arguments, _run)
