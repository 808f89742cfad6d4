"""Commands that return the requests that a sandbox received."""

from __future__ import annotations

from typing import Any

from comodit_client.sandbox.commands.base import CommandsBase


class RequestCommands(CommandsBase):
    """The commands that return the requests that a sandbox received."""

    def executions(self) -> list[dict[str, Any]]:
        """Return the requests that changed something; reads and failed requests are left out.

        Returns:
            One object for each `method`, `path` and `digest` of the body, with the number of `times`.
        """
        return self._control.executions.documents()

    def stats(self) -> dict[str, Any]:
        """Return the number of requests: `total`, and `requests` by method and path."""
        return self._control.stats()
