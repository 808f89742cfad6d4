"""The exceptions of requests that failed: no answer came, or one that is a refusal."""

from __future__ import annotations

from collections.abc import Sequence

from comodit_client.wire.errors import PythonApiException


class TransportError(PythonApiException):
    """No answer came: the server is not there, or the connection broke.

    Args:
        message: What went wrong.
        method: The verb of the request.
        url: The URL of the request.
        attempts: How often the request was sent.
    """

    def __init__(self, message: str, *, method: str = "", url: str = "", attempts: int = 1) -> None:
        super().__init__(f"{method} {url}: {message}{_often(attempts)}".strip() if method else message)
        self.method = method
        self.url = url
        self.attempts = attempts


class RequestTimeout(TransportError, TimeoutError):
    """No answer came within the time-outs."""


class ApiException(PythonApiException):
    """The server refused a request.

    Args:
        message: What the server said.
        code: The status of its answer.
        errors: Its list of messages.
        method: The verb of the request.
        url: The URL of the request.
        body: The beginning of the answer's body.
        request_id: What identifies the request in the server's logs, if it said so.
        attempts: How often the request was sent.

    Attributes:
        message: What the server said, its messages joined.
        code: The status.
        errors: The list of messages (S7).
    """

    #: What the user can do about it.
    ADVICE = ""

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
    ) -> None:
        asked = f"{method} {url} was answered" if method else "Error"
        advice = f" ({self.ADVICE})" if self.ADVICE else ""
        super().__init__(f"{asked} {code}: {message}{advice}{_often(attempts)}")
        self.message = message
        self.code = code
        self.errors: list[str] = list(errors)
        self.method = method
        self.url = url
        self.body = body
        self.request_id = request_id
        self.attempts = attempts


class BadRequest(ApiException):
    """The server could not use what was sent."""


class Unauthorized(ApiException):
    """The credentials are missing or wrong."""

    ADVICE = "check the user name and password, or the application key"


class Forbidden(ApiException):
    """The user may not do that."""

    ADVICE = "the user needs a group that may do this"


class EntityNotFoundException(ApiException):
    """There is no such entity, or the user may not see it."""

    ADVICE = "check the names, and that this user may see the entity"


class Conflict(ApiException):
    """The entity's state, or another entity, stands against it."""


class TooManyRequests(ApiException):
    """The server asks to slow down."""

    ADVICE = "wait before trying again"


class ServerError(ApiException):
    """The server failed."""

    ADVICE = "the fault is the server's; trying again later may help"


class InvalidResponse(ApiException):
    """The server said yes, but what it sent is not what was promised."""

    ADVICE = "is the endpoint the root of ComodIT's API?"


def _often(attempts: int) -> str:
    return f" [after {attempts} attempts]" if attempts > 1 else ""
