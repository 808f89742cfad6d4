"""What the commands of hosts have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comodit_client.cli.call import Call

#: The names of an organization, an environment and a host.
Where = tuple[str, str, str]
#: The options that give a document.
DOCUMENT = ("file", "json", "stdin", "set")
#: The formats that hold the objects as the server sent them.
WHOLE = ("json", "yaml")


def where_of(call: Call) -> Where:
    """Return the host that a command is about.

    Args:
        call: The command.
    """
    return call.argument("organization"), call.argument("environment"), call.argument("host")


def has_document(call: Call) -> bool:
    """Return whether an option gives a document.

    Args:
        call: The command.
    """
    return any(call.option(name) for name in DOCUMENT)


def shows_objects(call: Call) -> bool:
    """Return whether the result is shown as the server sent it, rather than as a table.

    Args:
        call: The command.
    """
    return bool(call.option("query")) or call.style in WHOLE
