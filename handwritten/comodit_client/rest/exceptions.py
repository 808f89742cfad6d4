"""The exceptions of this library, all under one root, so that one `except PythonApiException` catches them.

PythonApiException              the root
├── InvalidName                 a name that cannot stand in a URL (also a ValueError)
├── InvalidDocument             a JSON object was needed (also a TypeError)
├── InvalidBody                 what is to be sent cannot be written as JSON (also a ValueError)
├── UnusableFile                a local file cannot be read, or is not what is asked for (also a ValueError)
├── ExportException             definitions cannot be written to that folder
├── ImportException             a folder of definitions cannot be imported: conflicts, or an action failed
├── SyncException               a folder and the server cannot be brought together
├── InvalidEndpoint             the API root is no http(s) URL (also a ValueError)
├── InvalidCertificate          a certificate or its authorities cannot be used (also a ValueError)
├── ConfigException             the configuration lacks something, or cannot be read
├── MissingCredentials          neither a user name nor an application key was given
├── ClientClosed                a client was used after `close()`
├── UnsupportedOperation        the API has no such operation
├── ConnectionFailed            no answer came
│   └── RequestTimeout          no answer came in time (also a TimeoutError)
├── ApiException                an answer came, and it is a refusal; `code` is its status
│   ├── BadRequest              400
│   ├── Unauthorized            401
│   ├── Forbidden               403
│   ├── EntityNotFoundException 404
│   ├── Conflict                409
│   ├── TooManyRequests         429
│   ├── ServerFault             500 and above
│   └── UnreadableAnswer        2xx, but not what was promised
└── WaitException               a wait did not reach its goal
    ├── WaitTimeout             its time ran out (also a TimeoutError)
    ├── HostFailed              a host, or several, are in ERROR
    ├── ChangeFailed            a task of a change is in ERROR
    └── ExecutionFailed         an orchestration or a pipeline is in ERROR, paused, or ended before it was done
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from comodit_client.wire.errors import InvalidDocument, InvalidName, PythonApiException

if TYPE_CHECKING:
    from comodit_client.rest.disk.report import Report
    from comodit_client.rest.failed_part import FailedPart

__all__ = [
    "ApiException",
    "BadRequest",
    "ChangeFailed",
    "ClientClosed",
    "ConfigException",
    "Conflict",
    "ConnectionFailed",
    "EntityNotFoundException",
    "ExecutionFailed",
    "ExportException",
    "Forbidden",
    "HostFailed",
    "ImportException",
    "InvalidBody",
    "InvalidCertificate",
    "InvalidDocument",
    "InvalidEndpoint",
    "InvalidName",
    "MissingCredentials",
    "PythonApiException",
    "RequestTimeout",
    "ServerFault",
    "SyncException",
    "TooManyRequests",
    "Unauthorized",
    "UnreadableAnswer",
    "UnsupportedOperation",
    "UnusableFile",
    "WaitException",
    "WaitTimeout",
]


class InvalidBody(PythonApiException, ValueError):
    """What is to be sent cannot be written as JSON: it holds an object of another kind, a loop, or no number (NaN)."""


class UnusableFile(PythonApiException, ValueError):
    """What is to be uploaded cannot be: there is no such file, it cannot be read, or it is not what is asked for."""


class ExportException(PythonApiException):
    """Definitions cannot be written to a folder: something is there already, or the disk does not let it."""


class ImportException(PythonApiException):
    """A folder of definitions cannot be imported.

    Args:
        message: Why.
        report: What was done and what not, where an action failed; None when nothing was tried.
        problems: All that stands against it, where that was found before anything was tried.
    """

    def __init__(self, message: str, *, report: Report | None = None, problems: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.report = report
        self.problems: list[str] = list(problems)


class SyncException(PythonApiException):
    """A folder and the server cannot be brought together.

    Args:
        message: Why.
        conflicts: What was changed on both sides.
    """

    def __init__(self, message: str, *, conflicts: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.conflicts: list[str] = list(conflicts)


class InvalidEndpoint(PythonApiException, ValueError):
    """The API root is not an http or https URL."""


class InvalidCertificate(PythonApiException, ValueError):
    """A certificate, or the authorities to check one against, cannot be used."""


class ConfigException(PythonApiException):
    """The configuration lacks something, or cannot be read.

    Args:
        message: What is wrong, and where.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.msg = message


class MissingCredentials(PythonApiException):
    """Neither a user name nor an application key was given."""


class ClientClosed(PythonApiException):
    """The client was used after `close()`."""


class UnsupportedOperation(PythonApiException):
    """ComodIT's API has no such operation on this kind of entity."""


class ConnectionFailed(PythonApiException):
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


class RequestTimeout(ConnectionFailed, TimeoutError):
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


class ServerFault(ApiException):
    """The server failed."""

    ADVICE = "the fault is the server's; trying again later may help"


class UnreadableAnswer(ApiException):
    """The server said yes, but what it sent is not what was promised."""

    ADVICE = "is the endpoint the root of ComodIT's API?"


class WaitException(PythonApiException):
    """A wait did not reach its goal.

    Args:
        message: What was waited for and what was seen.
        entity: What was waited on.
        last: The last state seen; for several entities, by their names.
    """

    def __init__(self, message: str, *, entity: Any = None, last: Any = None) -> None:
        super().__init__(message)
        self.entity = entity
        self.last = last

    def _state(self) -> dict[str, Any]:
        # An entity holds its client, which cannot leave the process.
        return self.__dict__ | {"entity": None}


class WaitTimeout(WaitException, TimeoutError):
    """The time that a wait was given ran out.

    Args:
        message: What was waited for and what was seen.
        entity: What was waited on.
        last: The last state seen; for several hosts, by their names.
        late: The names of the hosts that did not get there, where several were waited for.
    """

    def __init__(self, message: str, *, entity: Any = None, last: Any = None, late: Sequence[str] = ()) -> None:
        super().__init__(message, entity=entity, last=last)
        self.late: list[str] = list(late)


class HostFailed(WaitException):
    """A host that was waited for is in ERROR.

    Args:
        message: What was waited for and what was seen.
        entity: The host, or the collection of hosts.
        last: The last state seen; for several hosts, by their names; None for one that is not there.
        failed: The names of the hosts that failed, where several were waited for.
        late: The names of the hosts that did not get there either.
    """

    def __init__(
        self,
        message: str,
        *,
        entity: Any = None,
        last: Any = None,
        failed: Sequence[str] = (),
        late: Sequence[str] = (),
    ) -> None:
        super().__init__(message, entity=entity, last=last)
        self.failed: list[str] = list(failed)
        self.late: list[str] = list(late)


class ChangeFailed(WaitException):
    """A task of a change ended in ERROR.

    Args:
        message: What was waited for and what was seen.
        entity: The host.
        changes: The changes that failed; they stay in their process.

    Attributes:
        tasks: The tasks that failed, of all changes.
    """

    def __init__(self, message: str, *, entity: Any = None, changes: Sequence[Any] = ()) -> None:
        super().__init__(message, entity=entity)
        self.changes: list[Any] = list(changes)
        self.tasks: list[Any] = [task for change in self.changes for task in change.get_tasks_error()]

    def _state(self) -> dict[str, Any]:
        return super()._state() | {"changes": []}


def _often(attempts: int) -> str:
    return f" [after {attempts} attempts]" if attempts > 1 else ""


class ExecutionFailed(WaitException):
    """An orchestration or a pipeline that was waited for did not get to a good end.

    Args:
        message: What was waited for and what was seen.
        entity: The execution.
        last: Its state: ERROR, or one such as PAUSED or STOPPED in which it does not go on by itself.
        failed: What failed in it: hosts, or stages and steps.
    """

    def __init__(
        self, message: str, *, entity: Any = None, last: Any = None, failed: Sequence[FailedPart] = ()
    ) -> None:
        super().__init__(message, entity=entity, last=last)
        self.failed: list[FailedPart] = list(failed)


BY_STATUS: Mapping[int, type[ApiException]] = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: EntityNotFoundException,
    409: Conflict,
    429: TooManyRequests,
}


def for_status(code: int) -> type[ApiException]:
    """Find the exception for a status; the status alone decides.

    Args:
        code: The status of an answer that is no success.

    Returns:
        The class.
    """
    return BY_STATUS.get(code, ServerFault if code >= 500 else ApiException)
