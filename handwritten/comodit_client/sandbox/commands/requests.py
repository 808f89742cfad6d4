"""Commands that return the requests that a sandbox received, and assert on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from comodit_client.sandbox.commands.base import CommandsBase
from comodit_client.sandbox.journal import assertions
from comodit_client.sandbox.journal.matching import ExpectedCall
from comodit_client.sandbox.journal.recorded import RecordedRequest


class RequestCommands(CommandsBase):
    """The commands that return the requests that a sandbox received, and assert on them."""

    @property
    def requests(self) -> list[RecordedRequest]:
        """The requests of the API since the last reset or `clear_requests()`, oldest first.

        The list is a copy. It has the last 10,000 requests, or fewer if their bodies exceed 64 MiB. A request is in it
        once its response is ready.
        """
        return self._control.journal.requests()

    def clear_requests(self) -> None:
        """Empty `requests`, so that assertions are about what follows."""
        self._control.journal.clear()

    def assert_called(
        self,
        operation: str,
        /,
        times: int | None = None,
        *,
        status: int | Callable[[int], object] | None = None,
        **members: Any,
    ) -> None:
        """Assert that requests of an operation were received.

            sandbox.assert_called("hosts.create", name="web-1", status=200)
            sandbox.assert_called("settings.update", times=2, key=lambda key: key.startswith("ntp."))

        Args:
            operation: The operationId of the schema.
            times: The number of requests. Default: at least one.
            status: The status code of the responses, or a function that accepts one. Default: any.
            **members: The members of the requests: variables of the path, else members of the body, else parameters of
                the query. Each is a value, or a function that accepts one. None stands for null and for absent.

        Raises:
            AssertionError: There are none, or another number. The message shows the nearest requests.
            ApiError: The operation does not exist, or its requests cannot have such a member.
        """
        __tracebackhide__ = True
        assertions.check_called(self._control.journal, ExpectedCall(operation, members, status), times)

    def assert_not_called(
        self, operation: str, /, *, status: int | Callable[[int], object] | None = None, **members: Any
    ) -> None:
        """Assert that no request of an operation was received.

        Args:
            operation: The operationId of the schema.
            status: The status code of the responses, or a function that accepts one. Default: any.
            **members: The members of the requests, as for `assert_called()`.

        Raises:
            AssertionError: There is such a request.
            ApiError: The operation does not exist, or its requests cannot have such a member.
        """
        __tracebackhide__ = True
        assertions.check_not_called(self._control.journal, ExpectedCall(operation, members, status))

    def assert_nothing_changed(self) -> None:
        """Assert that no request changed something. Requests that failed are ignored, and so are commands.

        Raises:
            AssertionError: There is such a request.
        """
        __tracebackhide__ = True
        assertions.check_nothing_changed(self._control.journal)

    def assert_no_unexpected(self) -> None:
        """Assert that each request has an operation, is valid, and could be handled.

        Unexpected are a path or a method that does not exist, an invalid query or body, an operation that the sandbox
        does not implement, and a defect of the sandbox. Injected faults, missing entities and conflicts are expected.

        Raises:
            AssertionError: There is an unexpected request.
        """
        __tracebackhide__ = True
        assertions.check_no_unexpected(self._control.journal)

    def executions(self) -> list[dict[str, Any]]:
        """Return the requests that changed something; reads and failed requests are left out.

        Returns:
            One object for each `method`, `path` and `digest` of the body, with the number of `times`.
        """
        return self._control.executions.documents()

    def stats(self) -> dict[str, Any]:
        """Return the number of requests: `total`, and `requests` by method and path."""
        return self._control.stats()
