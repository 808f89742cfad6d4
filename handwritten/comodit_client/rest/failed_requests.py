"""Exceptions of requests that failed: no response came, or the server returned an error status."""

from __future__ import annotations

from collections.abc import Sequence

from comodit_client.wire.errors import PythonApiException, escaped


class TransportError(PythonApiException):
    """No response was received. This is the root of all network errors.

    [Cause and remedy](../exceptions/TransportError.md)

    Args:
        message: The reason.
        method: The method of the request.
        url: The URL of the request.
        attempts: The number of attempts.
    """

    def __init__(self, message: str, *, method: str = "", url: str = "", attempts: int = 1) -> None:
        super().__init__(f"{method} {url} failed: {message}{_often(attempts)}" if method else message)
        self.method = method
        self.url = url
        self.attempts = attempts


class ConnectError(TransportError):
    """No connection to the server could be established, so the request was not sent.

    [Cause and remedy](../exceptions/ConnectError.md)
    """


class RequestTimeout(TransportError, TimeoutError):
    """No response was received in time; also raised when connecting takes too long.

    [Cause and remedy](../exceptions/RequestTimeout.md)
    """


class ApiException(PythonApiException):
    """The server returned an error status.

    [Cause and remedy](../exceptions/ApiException.md)

    Args:
        message: The server's message.
        code: The status code.
        errors: The server's list of messages.
        method: The method of the request.
        url: The URL of the request.
        body: The beginning of the response's body.
        request_id: The id of the request in the server's logs; None when the server gave none.
        attempts: The number of attempts.
        hint: What to do about it. Default: the hint of the class.

    Attributes:
        message: The server's message; several are joined.
        code: The status code.
        errors: The server's list of messages.
        body: The beginning of the response's body. Control characters are escaped, line ends are kept.
        hint: What to do about it; empty when the message of the server says all.

    Facts: S7.
    """

    #: The hint that ends the message unless a more precise one is given.
    HINT = ""

    def __init__(
        self,
        message: str,
        code: int,
        *,
        errors: Sequence[str] = (),
        method: str = "",
        url: str = "",
        body: str = "",
        request_id: str | None = None,
        attempts: int = 1,
        hint: str | None = None,
    ) -> None:
        hint = self.HINT if hint is None else hint
        what = f"{method} {url} failed: the server returned" if method else "Error"
        advice = f" ({hint})" if hint else ""
        super().__init__(f"{what} {code}: {message}{advice}{_often(attempts)}")
        self.message: str = escaped(message)
        self.code = code
        self.errors: list[str] = [escaped(error) for error in errors]
        self.method = method
        self.url = url
        self.body: str = escaped(body, keep="\n\t")
        self.request_id: str | None = request_id if request_id is None else escaped(request_id)
        self.attempts = attempts
        self.hint: str = escaped(hint)


class BadRequest(ApiException):
    """The server could not process the request (status 400).

    [Cause and remedy](../exceptions/BadRequest.md)
    """


class Unauthorized(ApiException):
    """The credentials are missing or wrong (status 401).

    [Cause and remedy](../exceptions/Unauthorized.md)
    """

    HINT = "check the user name and password, or the application key"


class Forbidden(ApiException):
    """The user lacks the right for the operation (status 403).

    [Cause and remedy](../exceptions/Forbidden.md)
    """

    HINT = "the user needs a group with this right"


class EntityNotFoundException(ApiException):
    """The entity does not exist, or the user may not see it (status 404).

    [Cause and remedy](../exceptions/EntityNotFoundException.md)
    """

    HINT = "check the names, and that this user may see the entity"


class Conflict(ApiException):
    """The state of the entity, or another entity, prevents the operation (status 409).

    [Cause and remedy](../exceptions/Conflict.md)
    """


class VersionConflict(Conflict):
    """Another client changed the entity since it was read (status 412).

    [Cause and remedy](../exceptions/VersionConflict.md)
    """

    HINT = "refresh the entity, then repeat the change"


class TooManyRequests(ApiException):
    """The server limits the rate of requests (status 429).

    [Cause and remedy](../exceptions/TooManyRequests.md)
    """

    HINT = "wait before trying again"


class ServerError(ApiException):
    """The server failed (status 500 and above).

    [Cause and remedy](../exceptions/ServerError.md)
    """

    HINT = "this is an error of the server; try again later"


class InvalidResponse(ApiException):
    """The server returned a success status, but not the expected content.

    [Cause and remedy](../exceptions/InvalidResponse.md)
    """

    HINT = "check that the endpoint is the root of ComodIT's API"


class IncompleteResponse(InvalidResponse, TransportError):
    """The connection broke before the response ended. The server received the request.

    [Cause and remedy](../exceptions/IncompleteResponse.md)
    """

    HINT = "read the entity before you repeat a change"


def _often(attempts: int) -> str:
    return f" [after {attempts} attempts]" if attempts > 1 else ""
