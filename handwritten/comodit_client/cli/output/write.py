"""Writes a result to standard output in the format that the user wants."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from comodit_client.cli import table
from comodit_client.cli.output.columns import Columns
from comodit_client.cli.output.documents import as_json, as_yaml
from comodit_client.cli.output.emit import emit
from comodit_client.cli.output.fields import fields
from comodit_client.cli.output.sorting import sort, sort_by_name
from comodit_client.cli.output.tables import csv_lines, names, table_lines
from comodit_client.cli.output.values import as_objects
from comodit_client.wire.secret_names import MASK

if TYPE_CHECKING:
    from comodit_client.cli.call import Call
    from comodit_client.cli.table import Column

DOCUMENTS = {"json": as_json, "yaml": as_yaml}


def write(value: Any, call: Call, result: str, columns: Sequence[Column] | None) -> None:
    """Write a result.

    Args:
        value: A JSON value.
        call: The command.
        result: The name of the object in the schema.
        columns: The columns; None for those of the object.

    Raises:
        Failure: A column or the query is not valid, or standard output cannot be written.
    """
    has_secrets = False
    if not call.option("show-secrets"):
        from comodit_client.cli.output.secrets import masked

        value, has_secrets = masked(value, result)
    usual = columns if columns is not None else call.spec.get("columns") or table.COLUMNS.get(result)
    query = call.option("query")
    if query:
        from comodit_client.cli.output.queries import select

        value, result, usual = select(value, query), "", None
    shown = _Output(call, Columns(_objects(value), usual or (), result)).write(value)
    if has_secrets and MASK in shown:
        from comodit_client.cli.output.secrets import advice

        _note(call, advice(call))


class _Output:
    def __init__(self, call: Call, columns: Columns) -> None:
        self.call = call
        self.columns = columns
        self.style = call.style

    def write(self, value: Any) -> str:
        """Write a value, and return the text."""
        if isinstance(value, list):
            value = self._sorted(value)
        if self.style in DOCUMENTS:
            return self._document(value)
        lines = self._list(value) if isinstance(value, list) else self._single(value)
        if lines is None:
            return ""
        emit(lines)
        return lines

    def _sorted(self, items: list[Any]) -> list[Any]:
        wanted = self.call.option("sort")
        if wanted:
            return sort(items, self.columns, wanted)
        if self.style in DOCUMENTS or self.call.option("query"):
            return items
        return sort_by_name(items, self.columns.shown(None))

    def _document(self, value: Any) -> str:
        if self.call.option("columns"):
            _note(self.call, f"--columns has no effect with -o {self.style}; use --query.")
        form = DOCUMENTS[self.style]
        lines = form(value)
        emit(lines, lambda: form(value, as_ascii=True))
        return lines

    def _list(self, items: list[Any]) -> str | None:
        shown = self.columns.shown(self.call.option("columns"))
        headers = not self.call.option("no-headers")
        if self.style == "csv":
            return csv_lines(items, shown, headers) if shown and (items or headers) else None
        if not items or not shown:
            _note(self.call, "Nothing found.")
            return None
        if self.style == "name":
            return names(items, self.columns.usual)
        return table_lines(items, shown, headers and any(isinstance(item, dict) for item in items))

    def _single(self, value: Any) -> str | None:
        if value is None:
            if self.call.option("query"):
                _note(self.call, "Nothing found.")
            return None
        if self.style != "table":
            return self._list([value])
        wanted = self.call.option("columns")
        if wanted and isinstance(value, dict):
            value = chosen(value, self.columns.shown(wanted))
        return fields(value)


def chosen(value: dict[str, Any], columns: Sequence[Column]) -> dict[str, Any]:
    """Return an object with only the members of some columns.

    Args:
        value: The object.
        columns: The columns.
    """
    from comodit_client.cli.output.values import cell, member

    return {title: cell(member(value, path), style) if style else member(value, path) for path, title, style in columns}


def _objects(value: Any) -> list[dict[str, Any]]:
    return as_objects(value if isinstance(value, list) else [] if value is None else [value])


def _note(call: Call, text: str) -> None:
    if not call.option("quiet"):
        click.echo(text, err=True)
