# Made by `python -m generator` from handwritten/comodit_client/aio/_client/exchange.py.
# Do not edit: change that, then run `make generate`.
"""Exchanges requests and responses over HTTP, with retries and redirects. Loading this module imports httpx."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import attrs

from comodit_client.rest import _sync_http, _sync_io, log, responses, retries
from comodit_client.rest.deadline import Deadline
from comodit_client.rest.decoding import DamagedBody
from comodit_client.rest.downloads import Sink
from comodit_client.rest.exceptions import ApiException
from comodit_client.rest.http import LOGINS, NETWORK_ERRORS, HttpRequest, HttpResponse, received
from comodit_client.rest.outgoing import RequestBuilder
from comodit_client.rest.received import ReceivedResponse
from comodit_client.wire.request import Request

if TYPE_CHECKING:
    from comodit_client.api._client.session import Session
    from comodit_client.rest.options import Timeouts

T = TypeVar("T")
#: The number of redirects that are followed.
MAX_REDIRECTS = 5
#: The number of bytes that are read of an error; the rest is of no use.
MAX_ERROR_SIZE = 1 << 16


@attrs.define(eq=False)
class _Call:
    """A request with what its attempts share."""

    session: Session
    pool: _sync_http.Pool
    lane: _sync_http.Lane
    request: Request[Any]
    timeouts: Timeouts
    sink: Sink | None
    deadline: Deadline
    attempt: int = 1
    #: The current request and its response, as soon as its headers are there: of the attempt, or of its login.
    head: tuple[HttpRequest, HttpResponse] | None = None
    #: The responses of all attempts and logins, to compare them with the schema; None if nobody wants that.
    compared: list[tuple[Request[Any], ReceivedResponse]] | None = None

    def note(self, request: HttpRequest, response: HttpResponse | None) -> None:
        """Remember the response of the current attempt or its login."""
        self.head = None if response is None else (request, response)

    @property
    def response(self) -> ReceivedResponse | None:
        """The response of the current attempt or its login, without its body; None before its headers are there."""
        return None if self.head is None else received(*self.head, attempts=self.attempt)

    def report_drift(self) -> None:
        """Report how the responses differ from the schema."""
        if self.session.drift is not None:
            for request, response in self.compared or ():
                self.session.drift.check(request, response)


def run(session: Session, request: Request[T], timeouts: Timeouts, limit: float = math.inf) -> T:
    """Send a request and decode its response.

    Args:
        session: The session.
        request: The request.
        timeouts: The timeouts of each attempt.
        limit: Seconds for the whole call.
    """
    return responses.data(request, _send(session, request, timeouts, limit))


def run_or_none(session: Session, request: Request[T], timeouts: Timeouts, limit: float = math.inf) -> T | None:
    """Send a request and decode its response, if that has content.

    Args:
        session: The session.
        request: The request.
        timeouts: The timeouts of each attempt.
        limit: Seconds for the whole call.
    """
    response = _send(session, request, timeouts, limit)
    return None if responses.is_empty(request, response) else responses.data(request, response)


def save(session: Session, request: Request[bytes], file: BinaryIO, timeouts: Timeouts) -> int:
    """Send a request and write the body of its response to a file.

    Args:
        session: The session.
        request: The request.
        file: A file open for writing bytes.
        timeouts: The timeouts.

    Returns:
        The number of bytes.
    """
    sink = Sink(file)
    response = _send(session, request, timeouts, sink=sink)
    if not response.is_success:
        raise responses.error_from_response(request, response)
    return sink.size


def _send(
    session: Session, request: Request[Any], timeouts: Timeouts, limit: float = math.inf, sink: Sink | None = None
) -> ReceivedResponse:
    pool = (session.uploads if request.parts else session.connections).pool()
    try:
        lane = pool.acquire()
    except NETWORK_ERRORS as error:
        raise responses.transport_error(request, session.root + request.path, error) from error
    call = _Call(session, pool, lane, request, timeouts, sink, Deadline(_sync_io.monotonic, limit))
    call.compared = None if session.drift is None else []
    try:
        return _attempts(call)
    finally:
        pool.release(lane)
        call.report_drift()


def _attempts(call: _Call) -> ReceivedResponse:
    while True:
        started = _sync_io.monotonic()
        try:
            response = _attempt(call)
        except NETWORK_ERRORS as error:
            log.log_attempt(call.request, type(error).__name__, started, call.attempt)
            pause = _pause_after(call, error)
            if pause is None:
                raise _failure(call, error) from error
            call.request = retries.next_request(call.request, error)
        except ApiException as error:  # only a login raises it here: other responses are decoded by the caller
            pause = _in_time(call, retries.after_login(call.session.retries, call.attempt, error))
            if pause is None:
                raise
        else:
            log.log_attempt(call.request, response.status_code, started, call.attempt)
            pause = _in_time(call, retries.after_response(call.session.retries, call.request, call.attempt, response))
            if pause is None:
                return response
            call.request = retries.next_request(call.request)
        call.attempt += 1
        log.log_retry(call.request, pause)
        _sync_io.sleep(pause)


def _attempt(call: _Call) -> ReceivedResponse:
    if not call.request.parts:  # the time of an upload runs from its end
        call.deadline.start(call.timeouts.total)
    try:
        with _sync_io.bounded(call.deadline):
            return _exchange(call)
    except DamagedBody as error:
        response = call.response
        if response is None:
            raise
        raise responses.damaged(call.request, response, str(error)) from error


def _exchange(call: _Call) -> ReceivedResponse:
    outgoing = _http_request(call)
    redirects = 0
    while True:
        response = call.pool.send(call.lane, outgoing, call.session.credentials.auth(), call.note)
        found = received(outgoing, response, _content(call, response), call.attempt)
        target = responses.redirection(call.request, found)
        if target is None or redirects == MAX_REDIRECTS:
            if call.compared is not None:
                call.compared.append((call.request, found))
            return found
        outgoing, redirects = _http_request(call, target), redirects + 1


def _content(call: _Call, response: HttpResponse) -> bytes:
    if not response.is_success:
        return _sync_http.read(response, MAX_ERROR_SIZE, cut=True)
    if call.sink is None:
        return _sync_http.read(response, call.session.max_response_size)
    call.deadline.start(math.inf)  # a file of any size may take its time
    _sync_http.save(response, call.sink)
    return b""


def _pause_after(call: _Call, error: Exception) -> float | None:
    started_to_write = call.sink is not None and call.sink.size > 0
    if started_to_write or call.deadline.remaining() <= 0:  # a server that used up all the time would do so again
        return None
    return _in_time(call, retries.after_error(call.session.retries, call.request, call.attempt, error))


def _in_time(call: _Call, pause: float | None) -> float | None:
    if pause is None:
        return None
    call.deadline.start(math.inf)  # what is left of the call, not of the attempt
    return pause if pause < call.deadline.remaining() else None


def _failure(call: _Call, error: Exception) -> Exception:
    url = call.session.root + call.request.path
    return responses.transport_error(call.request, url, error, call.attempt, call.response)


def _http_request(call: _Call, target: str | None = None) -> HttpRequest:
    extensions: dict[str, Any] = {"timeout": _limits(call)}
    if call.compared is not None:
        extensions[LOGINS] = call.compared
    outgoing = _builder(call).build(call.request, target, extensions)
    if call.request.parts:
        outgoing.stream = _sync_http.Sending(outgoing, call.deadline, call.timeouts.total)
    return outgoing


def _builder(call: _Call) -> RequestBuilder:
    pool, session = call.pool, call.session
    builder = pool.builder
    if builder is None:
        builder = RequestBuilder.of_client(session.root, session.application, session.credentials.headers, pool.headers)
        if not pool.headers:  # those of a given httpx client may change
            pool.builder = builder
    return builder


def _limits(call: _Call) -> dict[str, float | None]:
    part, left = call.timeouts.of(call.request.timeout_class), call.deadline.remaining()
    connect, part = min(call.timeouts.connect, left), min(part, left)
    # The pool of a given httpx client may make a request wait, as ours does: that is no failure of the server.
    return {"connect": connect, "read": part, "write": part, "pool": None if left == math.inf else left}
