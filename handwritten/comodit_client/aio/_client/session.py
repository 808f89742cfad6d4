"""Sends wire requests; returns decoded data or raises an exception of this library."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, BinaryIO, TypeVar

import attrs

from comodit_client.aio._client.arguments import MAX_RESPONSE_SIZE
from comodit_client.aio._client.connections import Connections
from comodit_client.rest.credentials import Credentials
from comodit_client.rest.options import RetryPolicy, Timeouts

if TYPE_CHECKING:
    from comodit_client.rest.drift_watch import DriftWatch
    from comodit_client.wire.request import Request

T = TypeVar("T")


@attrs.frozen
class Session:
    """Sends requests to one API root. The first request imports httpx.

    Args:
        root: The API root, without a trailing slash.
        credentials: The credentials of each request.
        connections: The connections, which several sessions may share.
        uploads: The connections for uploads; usually the same.
        timeouts: The timeouts of a request.
        retries: The policy for retrying requests.
        max_response_size: The largest response that is read into memory, in bytes.
        application: The application that the header User-Agent names first; empty for none.
        drift: Reports the differences between responses and the schema; None does not search for any.
    """

    root: str
    credentials: Credentials
    connections: Connections
    uploads: Connections
    timeouts: Timeouts
    retries: RetryPolicy
    max_response_size: int = MAX_RESPONSE_SIZE
    application: str = ""
    drift: DriftWatch | None = None

    def with_options(
        self,
        timeouts: Timeouts | None = None,
        retries: RetryPolicy | None = None,
        drift: DriftWatch | None = None,
    ) -> Session:
        """Return a session with other options that shares the connections.

        Args:
            timeouts: The timeouts of a request; None keeps those of this session.
            retries: The policy for retrying requests; None keeps that of this session.
            drift: Reports differences from the schema; None keeps that of this session.
        """
        return attrs.evolve(
            self,
            timeouts=timeouts or self.timeouts,
            retries=retries or self.retries,
            drift=drift or self.drift,
        )

    async def run(self, request: Request[T], timeout: Timeouts | float | None = None) -> T:
        """Send a request.

        Args:
            request: The request.
            timeout: Seconds for the whole call, retries included; or the timeouts of each attempt. None uses those of
                the session.

        Returns:
            The result of the operation.

        Raises:
            PythonApiException: No response came, or it is an error or not the expected content.
        """
        from comodit_client.aio._client.exchange import run as exchange_run

        return await exchange_run(self, request, self._timeouts(timeout), _limit(timeout))

    async def run_or_none(self, request: Request[T], timeout: Timeouts | float | None = None) -> T | None:
        """Send a request whose response may be empty, as of an operation that goes on in the background (S9).

        Args:
            request: The request.
            timeout: Seconds for the whole call, retries included; or the timeouts of each attempt. None uses those of
                the session.

        Returns:
            The result of the operation; None when the response is a success without content.

        Raises:
            PythonApiException: No response came, or it is an error or not the expected content.
        """
        from comodit_client.aio._client.exchange import run_or_none as exchange_run_or_none

        return await exchange_run_or_none(self, request, self._timeouts(timeout), _limit(timeout))

    async def save(self, request: Request[bytes], file: BinaryIO, timeout: Timeouts | float | None = None) -> int:
        """Write the body of a response to a file as it arrives, so that any size needs the same memory.

        Args:
            request: An operation that returns a file.
            file: A file open for writing bytes. After a failure it may hold a part of the content.
            timeout: The timeout of each part; None uses those of the session.

        Returns:
            The number of bytes.

        Raises:
            PythonApiException: No response came, or it is an error or incomplete.
        """
        from comodit_client.aio._client.exchange import save as exchange_save

        return await exchange_save(self, request, file, self._timeouts(timeout))

    async def close(self) -> None:
        """Close the connections, including those of sessions that share them."""
        await self.connections.close()
        await self.uploads.close()

    def _timeouts(self, timeout: Timeouts | float | None) -> Timeouts:
        return self.timeouts if timeout is None else Timeouts.from_argument(timeout)


def _limit(timeout: Timeouts | float | None) -> float:
    return math.inf if timeout is None or isinstance(timeout, Timeouts) else timeout
