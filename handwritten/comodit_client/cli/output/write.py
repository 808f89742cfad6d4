"""Writes a result to standard output in the format that the user wants."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from comodit_client.cli import table
from comodit_client.cli.output.tables import csv_lines, fields, names, table_lines

if TYPE_CHECKING:
    from comodit_client.cli.call import Call
    from comodit_client.cli.table import Column


def write(value: Any, call: Call, result: str, columns: Sequence[Column] | None) -> None:
    """Write a result.

    Args:
        value: A JSON value.
        call: The command.
        result: The name of the object in the schema.
        columns: The columns; None for those of the object.
    """
    if not call.option("show-secrets"):
        from comodit_client.cli.output.secrets import masked

        value = masked(value)
    query = call.option("query")
    if query:
        from comodit_client.cli.output.queries import select

        value, result, columns = select(value, query), "", None
    style = "json" if call.option("raw") else call.option("output") or "table"
    found = columns if columns is not None else call.spec.get("columns") or table.COLUMNS.get(result)
    lines = FORMATS[style](value, call, found)
    if lines:
        click.echo(lines)


def _json(value: Any, call: Call, columns: Sequence[Column] | None) -> str:
    return json.dumps(value, indent=4, ensure_ascii=False)


def _yaml(value: Any, call: Call, columns: Sequence[Column] | None) -> str:
    import yaml

    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, default_flow_style=False).rstrip("\n")


def _table(value: Any, call: Call, columns: Sequence[Column] | None) -> str:
    return table_lines(value, columns, call) if isinstance(value, list) else fields(value, call)


def _csv(value: Any, call: Call, columns: Sequence[Column] | None) -> str:
    return csv_lines(value if isinstance(value, list) else [value], columns, call)


def _name(value: Any, call: Call, columns: Sequence[Column] | None) -> str:
    return names(value if isinstance(value, list) else [value], columns)


FORMATS = {"json": _json, "yaml": _yaml, "table": _table, "csv": _csv, "name": _name}
