"""What the functions of commands work with: the client, and where results go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self, TypeVar

import click

from comodit_client.cli.exits import USAGE, Failure
from comodit_client.cli.inputs.terminal import is_interactive

if TYPE_CHECKING:
    from comodit_client.api import Client
    from comodit_client.cli.call import Call
    from comodit_client.cli.inputs.drafts import Draft
    from comodit_client.cli.table import Column
    from comodit_client.wire.request import Request

T = TypeVar("T")
#: The options that answer a question. The force of a request has the same flag as that of a command.
CONFIRMED = ("yes", "force", "force-update")


class App:
    """What the functions of commands work with.

    Args:
        call: The command.
    """

    def __init__(self, call: Call) -> None:
        self.call = call
        #: The text that the user is writing in an editor.
        self.draft: Draft | None = None
        self._not_sent: list[Request[Any]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if "client" in vars(self):
            self.client.close()
        if self.draft is not None and self.draft.close(keep=not isinstance(error, (click.exceptions.Exit, type(None)))):
            click.echo(f"What you wrote is kept in {self.draft.path}.", err=True)
        if self._not_sent:
            from comodit_client.cli.dry_run import show_requests

            show_requests(self._not_sent, self.call)

    @cached_property
    def client(self) -> Client:
        """The client. It is created when it is first used, which sends no request."""
        from comodit_client.cli.client import client_of

        client = client_of(self.call)
        if self.is_dry_run:
            from comodit_client.cli.dry_run import reading_only

            client.session = reading_only(client.session)
        return client

    def read(self, request: Request[T]) -> T:
        """Send a request that changes nothing.

        Args:
            request: The request.
        """
        return self.client.run(request)

    def read_list(self, request: Request[Any]) -> list[dict[str, Any]]:
        """Read a list to its end.

        Args:
            request: The list request.

        Returns:
            The JSON objects of the items.
        """
        return self.client.run_list(request)

    def write(self, request: Request[T]) -> T | None:
        """Send a request that changes something; with --dry-run, show it at the end of the command instead.

        Args:
            request: The request.

        Returns:
            The result; None if nothing was sent or the response is empty.
        """
        if self.is_dry_run:
            self._not_sent.append(request)
            return None
        return self.client.session.run_or_none(request)

    @property
    def is_dry_run(self) -> bool:
        """True if nothing must be changed."""
        return bool(self.call.option("dry-run"))

    def show(self, value: Any, result: str = "", columns: Sequence[Column] | None = None) -> None:
        """Write a result to standard output in the format that the user wants.

        Args:
            value: A JSON value: an object, a list, a text, or None for nothing.
            result: The name of the object in the schema, which selects the columns. Default is that of the command.
            columns: The columns; None for those of the object.
        """
        from comodit_client.cli.output.write import write

        write(value, self.call, result or self.call.spec.get("result", ""), columns)

    def note(self, text: str) -> None:
        """Write a message to standard error, unless the user wants none.

        Args:
            text: The message.
        """
        if not self.call.option("quiet"):
            click.echo(text, err=True)

    def confirm(self, question: str | Callable[[], str]) -> None:
        """Ask before something is destroyed.

        Args:
            question: What will be destroyed, without a question mark; or a function that returns it, which is only
                called if it is needed.

        Raises:
            Failure: Nobody can be asked, or the user declines.
            click.Abort: The user interrupted the question.
        """
        if self.is_dry_run or any(map(self.call.option, CONFIRMED)):
            return
        asked = question if isinstance(question, str) else question()
        if not is_interactive():
            reason = "standard input is not a terminal. Add --yes to confirm."
            raise Failure(f"Cannot ask for confirmation ({asked}?): {reason}", USAGE)
        if not click.confirm(f"{asked}?", err=True):
            raise Failure("Nothing was changed.")
