"""Apply faults to requests."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from email.utils import formatdate
from http import HTTPStatus
from typing import TYPE_CHECKING

from attrs import frozen

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.faults.connections import reset, transport_of
from comodit_client.sandbox.http.responses import ApiResponse, error_response

if TYPE_CHECKING:
    from asyncio import Transport

    from starlette.requests import Request

    from comodit_client.sandbox.faults.active import Faults
    from comodit_client.sandbox.faults.kinds import Fault

_PAGE = b"<!DOCTYPE html><html><head><title>Proxy</title></head><body><h1>%s</h1></body></html>"
_LATIN_1 = b'{"name": "caf\xe9"}'
_CHUNK = b"1\r\n \r\n"
#: The texts of error responses.
_TEXTS: Mapping[str, str] = {
    "429": "Too many requests",
    "500": "Internal error",
    "502": "Bad gateway",
    "503": "Service unavailable",
    "504": "Gateway time-out",
    "520": "Web server returned an unknown error",
}


@frozen
class FaultContext:
    """A request to which a fault applies.

    Attributes:
        fault: The fault.
        faults: All injected faults of the sandbox.
        request: The request; its body is not read yet.
        serve: Handles the request.
        end: Completes the record of the request, before its client notices a broken connection.
    """

    fault: Fault
    faults: Faults
    request: Request
    serve: Callable[[], Awaitable[ApiResponse]]
    end: Callable[[], object] = lambda: None

    async def receive(self) -> ApiResponse:
        """Read the request, and handle it if the fault says so; otherwise return an empty response."""
        if self.fault.is_served:
            return await self.serve()
        while (await self.request.receive()).get("more_body"):
            pass
        return ApiResponse(200)

    async def pause(self) -> bool:
        """Wait for the fault's delay; return whether the fault was removed during it."""
        return await self.faults.pause(self.fault, self.fault.seconds)

    def take_connection(self) -> Transport:
        """Return the connection, to end it without a proper response."""
        self.end()
        return transport_of(self.request.scope)

    async def reset_connection(self) -> None:
        """Reset the connection."""
        reset(self.take_connection())
        await self._is_closed()

    async def write(self, content: bytes) -> None:
        """Send raw bytes in place of a proper response, and close the connection."""
        transport = self.take_connection()
        transport.write(content)
        transport.close()
        await self._is_closed()

    async def _is_closed(self) -> None:
        # Until the connection is closed, the web server would send a response of its own.
        while (await self.request.receive())["type"] != "http.disconnect":
            pass


async def inject(context: FaultContext) -> ApiResponse | None:
    """Apply a fault to a request.

    Args:
        context: The request and the fault.

    Returns:
        The response to send, or None if the fault has dealt with the connection.
    """
    return await _INJECTORS[context.fault.kind](context)


async def _delay(context: FaultContext) -> ApiResponse:
    response = await context.receive()
    await context.pause()
    return response


async def _reset_before_reading(context: FaultContext) -> None:
    await context.reset_connection()


async def _reset_after(context: FaultContext) -> None:
    await context.receive()
    await context.reset_connection()


async def _api_error(context: FaultContext) -> ApiResponse:
    await context.receive()
    return error_response(
        ApiError(int(context.fault.kind), _TEXTS[context.fault.kind], headers=_retry_after(context.fault))
    )


async def _proxy_error(context: FaultContext) -> ApiResponse:
    await context.receive()
    page = _PAGE % _TEXTS[context.fault.kind].encode()
    return ApiResponse(int(context.fault.kind), page, "text/html; charset=utf-8", _retry_after(context.fault))


async def _cut_body(context: FaultContext) -> None:
    response = await context.receive()
    first_chunk = response.first_chunk
    head, half = _head(response, len(first_chunk)), len(first_chunk) // 2
    # A response without a body is cut in its head.
    await context.write(head + first_chunk[:half] if half else head[: len(head) // 2])


async def _wrong_length(context: FaultContext) -> None:
    response = await context.receive()
    first_chunk = response.first_chunk
    await context.write(_head(response, len(first_chunk) // 2 or 1) + first_chunk)


async def _html_page(context: FaultContext) -> ApiResponse:
    await context.receive()
    return ApiResponse(200, _PAGE % b"Please log in", "text/html; charset=utf-8")


async def _not_utf8(context: FaultContext) -> ApiResponse:
    await context.receive()
    return ApiResponse(200, _LATIN_1, "application/json")


async def _endless_body(context: FaultContext) -> None:
    await context.receive()
    transport = context.take_connection()
    transport.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
    while not transport.is_closing():
        transport.write(_CHUNK)
        if await context.pause():
            break
    await context.reset_connection()


async def _redirect_away(context: FaultContext) -> ApiResponse:
    await context.receive()
    return ApiResponse(302, headers={"Location": context.fault.to + _target(context.request)})


async def _redirect_here(context: FaultContext) -> ApiResponse:
    await context.receive()
    return ApiResponse(307, headers={"Location": _target(context.request)})


def _target(request: Request) -> str:
    path: bytes = request.scope["raw_path"]
    query: bytes = request.scope["query_string"]
    return (path + b"?" * bool(query) + query).decode("ascii", "replace")


def _head(response: ApiResponse, length: int) -> bytes:
    lines = [
        f"HTTP/1.1 {response.status} {HTTPStatus(response.status).phrase}",
        f"Content-Type: {response.media_type or 'text/plain'}",
        f"Content-Length: {length}",
        "Connection: close",
    ]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def _retry_after(fault: Fault) -> dict[str, str]:
    if fault.retry_after is None:
        return {}
    date = formatdate(time.time() + fault.retry_after, usegmt=True)
    return {"Retry-After": date if fault.as_date else str(fault.retry_after)}


_INJECTORS: Mapping[str, Callable[[FaultContext], Awaitable[ApiResponse | None]]] = {
    "latency": _delay,
    "reset-before-reading": _reset_before_reading,
    "reset-after-reading": _reset_after,
    "reset-after-serving": _reset_after,
    "429": _api_error,
    "500": _api_error,
    "502": _proxy_error,
    "503": _proxy_error,
    "504": _proxy_error,
    "520": _proxy_error,
    "cut": _cut_body,
    "wrong-length": _wrong_length,
    "html": _html_page,
    "not-utf8": _not_utf8,
    "endless": _endless_body,
    "redirect-away": _redirect_away,
    "redirect-here": _redirect_here,
}
