"""Checks the options of the output before anything is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.cli import table

if TYPE_CHECKING:
    from comodit_client.cli.call import Call


def check_options(call: Call) -> None:
    """Check what the user wants to see, so that a command does not change something and then fail.

    Args:
        call: The command.

    Raises:
        Failure: The query is not valid, or a column does not exist.
    """
    query = call.option("query")
    if query:
        from comodit_client.cli.output.queries import compiled

        compiled(query)
    result = call.spec.get("result", "")
    # What only reads may also have columns that the schema does not know: the result decides.
    if not query and "writes" in call.spec.get("traits", ()) and result in table.MEMBERS:
        from comodit_client.cli.output.columns import Columns

        columns = Columns((), call.spec.get("columns") or table.COLUMNS.get(result) or (), result)
        columns.shown(call.option("columns"))
        if call.option("sort"):
            columns.find(call.option("sort").removeprefix("-"))
