"""Writes the content of files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from comodit_client.cli.call import Call


def write_content(value: bytes | str, call: Call) -> None:
    """Write a content to standard output, unchanged.

    Args:
        value: The content.
        call: The command.
    """
    if call.option("raw") or call.option("output") == "json":
        text = value if isinstance(value, str) else value.decode("utf-8", "replace")
        click.echo(json.dumps(text, ensure_ascii=False))
    else:
        click.echo(value, nl=False)
