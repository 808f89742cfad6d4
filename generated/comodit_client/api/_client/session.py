# Made by `python -m generator` from handwritten/comodit_client/aio/_client/session.py.
# Do not edit: change that, then run `make generate`.
"""The seam between facade and network: one function sends a wire request, and gives data or raises our error."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, BinaryIO, TypeVar
from urllib.parse import urlencode

from comodit_client.api._client.connections import Connections
from comodit_client.rest import _sync_io, log, responses, retries
from comodit_client.rest.exceptions import ApiException, InvalidBody
from comodit_client.rest.http import NETWORK_ERRORS, Auth, HttpRequest, HttpResponse, HttpTimeout
from comodit_client.rest.options import RetryPolicy, Timeouts
from comodit_client.wire.request import NO_BODY, Request

T = TypeVar("T")
#: How often a redirection is followed.
HOPS = 5


@dataclass(frozen=True, slots=True)
class Session:
    """How requests to one API root are sent.

    Args:
        root: The API root, without a slash at its end.
        auth: What says who asks.
        connections: The connections, which several sessions may share.
        uploads: The connections that files are sent by; mostly the same.
        timeouts: How long a request may take.
        retries: Which requests are sent again.
    """

    root: str
    auth: Auth
    connections: Connections
    uploads: Connections
    timeouts: Timeouts
    retries: RetryPolicy

    def with_options(self, timeouts: Timeouts | None = None, retries: RetryPolicy | None = None) -> Session:
        """Make a session with other options that shares the connections.

        Args:
            timeouts: How long a request may take; as here when not given.
            retries: Which requests are sent again; as here when not given.

        Returns:
            The session.
        """
        return replace(self, timeouts=timeouts or self.timeouts, retries=retries or self.retries)

    def run(self, request: Request[T], timeout: Timeouts | float | None = None) -> T:
        """Send a request.

        Args:
            request: What an operation of the wire layer asks.
            timeout: How long it may take, in seconds for each part or in full; the session's when not given.

        Returns:
            What the operation gives.

        Raises:
            PythonApiException: There was no answer, or it is a refusal, or not what was promised.
        """
        return responses.data(request, self._send(request, timeout))

    def run_or_none(self, request: Request[T], timeout: Timeouts | float | None = None) -> T | None:
        """Send a request whose answer may be empty, as that of a verb that goes on in the background (S9).

        Args:
            request: What an operation of the wire layer asks.
            timeout: How long it may take.

        Returns:
            What the operation gives; None when the answer is a success and holds nothing.

        Raises:
            PythonApiException: There was no answer, or it is a refusal, or not what was promised.
        """
        response = self._send(request, timeout)
        return None if responses.is_empty(request, response) else responses.data(request, response)

    def save(self, request: Request[bytes], file: BinaryIO, timeout: Timeouts | float | None = None) -> int:
        """Write the content of an answer to a file while it comes, so that any size needs the same memory.

        Args:
            request: An operation whose answer is a file.
            file: A file open for writing bytes. After a failure it may hold a part of the content.
            timeout: How long each part may take.

        Returns:
            The number of bytes.

        Raises:
            PythonApiException: There was no answer, or it is a refusal, or it broke off.
        """
        response, attempt = self._attempts(request, self._timeouts(timeout), at_once=False)
        if not response.is_success:
            raise responses.error_from_response(request, response)
        try:
            return _sync_io.save(response, file)
        except NETWORK_ERRORS as error:
            raise responses.fault(request, self.root + request.path, error, attempt) from error

    def close(self) -> None:
        """Close the connections, those of sessions that share them included."""
        self.connections.close()
        self.uploads.close()

    def _send(self, request: Request[Any], timeout: Timeouts | float | None) -> HttpResponse:
        response, _ = self._attempts(request, self._timeouts(timeout), at_once=True)
        return response

    def _timeouts(self, timeout: Timeouts | float | None) -> Timeouts:
        return self.timeouts if timeout is None else Timeouts.from_argument(timeout)

    def _attempts(self, request: Request[Any], timeouts: Timeouts, at_once: bool) -> tuple[HttpResponse, int]:
        attempt = 1
        while True:
            started = _sync_io.monotonic()
            try:
                response = self._exchange(request, timeouts, at_once)
            except NETWORK_ERRORS as error:
                log.told(request, type(error).__name__, _sync_io.monotonic() - started, attempt)
                pause = retries.after_fault(self.retries, request, attempt, error)
                if pause is None:
                    raise responses.fault(request, self.root + request.path, error, attempt) from error
            except ApiException as refusal:  # of a login that came before: other answers are not looked at here
                pause = retries.after_login(self.retries, attempt, refusal)
                if pause is None:
                    raise
            else:
                log.told(request, response.status_code, _sync_io.monotonic() - started, attempt)
                pause = retries.after_answer(self.retries, request, attempt, response)
                if pause is None:
                    response.extensions[responses.ATTEMPTS] = attempt
                    return response, attempt
            attempt += 1
            log.paused(request, pause)
            _sync_io.sleep(pause)

    def _exchange(self, request: Request[Any], timeouts: Timeouts, at_once: bool) -> HttpResponse:
        pool = (self.uploads if request.parts else self.connections).pool()
        prepared = self._prepared(pool, request, timeouts)
        hops = 0
        while True:
            response = pool.send(prepared, auth=self.auth, follow_redirects=False, stream=True)
            if at_once or not response.is_success:
                _sync_io.read(response, timeouts.deadline(request.timeout_class, _sync_io.monotonic()))
            target = responses.redirection(request, response)
            if target is None or hops == HOPS:
                return response
            prepared, hops = target, hops + 1

    def _prepared(self, pool: _sync_io.Pool, request: Request[Any], timeouts: Timeouts) -> HttpRequest:
        headers = {"Accept": "application/json, */*", **request.headers}
        content = None
        if request.body is not NO_BODY:
            headers["Content-Type"] = "application/json"
            content = _encoded(request)
        return pool.build_request(
            request.method,
            self.root + request.path + _query(request),
            headers=headers,
            content=content,
            files=_form(request) or None,
            timeout=HttpTimeout(timeouts.of(request.timeout_class), connect=timeouts.connect),
        )


def _encoded(request: Request[Any]) -> bytes:
    try:
        return json.dumps(request.body, allow_nan=False).encode("ascii")
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidBody(f"the body of {request.operation} cannot be written as JSON: {error}") from error


def _form(request: Request[Any]) -> dict[str, tuple[str, bytes | BinaryIO, str]]:
    return {field: (part.filename, part.content, part.content_type) for field, part in request.parts.items()}


def _query(request: Request[Any]) -> str:
    if not request.query:
        return ""
    return "?" + urlencode({name: _text(value) for name, value in request.query.items()})


def _text(value: Any) -> str:
    # The server reads booleans without regard to case (S12).
    return str(value).lower() if isinstance(value, bool) else str(value)
