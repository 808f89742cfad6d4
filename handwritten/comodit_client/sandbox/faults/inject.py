"""Apply faults to requests."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from email.utils import formatdate
from typing import TYPE_CHECKING

from attrs import frozen

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.faults.outcomes import Broken, BrokenResponse, ConnectionReset, EndlessResponse
from comodit_client.sandbox.http.responses import ApiResponse, error_response

if TYPE_CHECKING:
    from comodit_client.sandbox.faults.kinds import Fault

_PAGE = b"<!DOCTYPE html><html><head><title>Proxy</title></head><body><h1>%s</h1></body></html>"
_LATIN_1 = b'{"name": "caf\xe9"}'
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
        target: The path and the query of the request, percent-encoded.
        serve: Reads and handles the request.
        drain: Reads the request.
        pause: Waits for the fault's delay; returns whether the fault was removed during it.
    """

    fault: Fault
    target: str
    serve: Callable[[], Awaitable[ApiResponse]]
    drain: Callable[[], Awaitable[None]]
    pause: Callable[[], Awaitable[bool]]

    async def receive(self) -> ApiResponse:
        """Read the request, and handle it if the fault says so; otherwise return an empty response."""
        if self.fault.is_served:
            return await self.serve()
        await self.drain()
        return ApiResponse(200)


async def inject(context: FaultContext) -> ApiResponse | Broken:
    """Apply a fault to a request.

    Args:
        context: The request and the fault.

    Returns:
        The response to send, or how the connection ends instead.
    """
    return await _INJECTORS[context.fault.kind](context)


async def _delay(context: FaultContext) -> ApiResponse:
    response = await context.receive()
    await context.pause()
    return response


async def _reset_before_reading(_: FaultContext) -> Broken:
    return ConnectionReset(is_read=False)


async def _reset_after(context: FaultContext) -> Broken:
    await context.receive()
    return ConnectionReset(is_read=True)


async def _api_error(context: FaultContext) -> ApiResponse:
    await context.receive()
    return error_response(
        ApiError(int(context.fault.kind), _TEXTS[context.fault.kind], headers=_retry_after(context.fault))
    )


async def _proxy_error(context: FaultContext) -> ApiResponse:
    await context.receive()
    page = _PAGE % _TEXTS[context.fault.kind].encode()
    return ApiResponse(int(context.fault.kind), page, "text/html; charset=utf-8", _retry_after(context.fault))


async def _cut_body(context: FaultContext) -> Broken:
    response = await context.receive()
    first_chunk = response.first_chunk
    half = len(first_chunk) // 2
    # A response without a body is cut in its head.
    return BrokenResponse(response, len(first_chunk), first_chunk[:half] if half else None)


async def _wrong_length(context: FaultContext) -> Broken:
    response = await context.receive()
    first_chunk = response.first_chunk
    return BrokenResponse(response, len(first_chunk) // 2 or 1, first_chunk)


async def _html_page(context: FaultContext) -> ApiResponse:
    await context.receive()
    return ApiResponse(200, _PAGE % b"Please log in", "text/html; charset=utf-8")


async def _not_utf8(context: FaultContext) -> ApiResponse:
    await context.receive()
    return ApiResponse(200, _LATIN_1, "application/json")


async def _endless_body(context: FaultContext) -> Broken:
    await context.receive()
    return EndlessResponse(context.pause)


async def _redirect_away(context: FaultContext) -> ApiResponse:
    await context.receive()
    return ApiResponse(302, headers={"Location": context.fault.to + context.target})


async def _redirect_here(context: FaultContext) -> ApiResponse:
    await context.receive()
    return ApiResponse(307, headers={"Location": context.target})


def _retry_after(fault: Fault) -> dict[str, str]:
    if fault.retry_after is None:
        return {}
    date = formatdate(time.time() + fault.retry_after, usegmt=True)
    return {"Retry-After": date if fault.as_date else str(fault.retry_after)}


_INJECTORS: Mapping[str, Callable[[FaultContext], Awaitable[ApiResponse | Broken]]] = {
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
