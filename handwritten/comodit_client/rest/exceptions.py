"""The exceptions of this library. They have one root, so that `except PythonApiException` catches them all.

PythonApiException              the root
├── InvalidName                 a name cannot be used in a URL (also a ValueError)
├── InvalidDocument             a JSON object was expected (also a TypeError)
├── InvalidArgument             an argument cannot be used (also a ValueError)
├── InvalidDate                 no date with a time zone (also a ValueError) (also an AttributeError)
├── InvalidBody                 a request body cannot be written as JSON (also a ValueError)
├── InvalidText                 a content cannot be decoded as text (also a UnicodeError)
├── UnusableFile                a local file cannot be read or written, or has the wrong content (also a ValueError)
├── ExportException             definitions cannot be written to a folder
├── ImportException             a folder of definitions cannot be imported: conflicts, or an action failed
│   └── NotQueued               the import does not queue its actions (also an AttributeError)
├── SyncException               a folder and the server cannot be synchronized
├── PlanException               a plan cannot be made, read or applied
│   └── PlanOutdated            the server changed since the plan was made; nothing was sent
├── FleetFailed                 an action on many hosts did not succeed on all of them
├── InvalidEndpoint             the API root or a proxy is not a valid URL (also a ValueError)
├── InvalidCertificate          a certificate or its authorities cannot be used (also a ValueError)
├── ConfigException             the configuration is incomplete or cannot be read
├── MissingCredentials          credentials are missing or cannot be sent (also a ValueError)
├── ClientClosed                a client was used after `close()`
├── UnsupportedOperation        the API has no such operation
│   └── NoCollection            the object is part of another response and has no URL (also an AttributeError)
├── WrongType                   a value cannot be used there because of its type (also a TypeError)
├── IncompleteListError         an operation needs a whole list, but the server returned a part of it
├── TransportError              no response was received: the root of all network errors
│   ├── ConnectError            no connection could be established
│   └── RequestTimeout          no response was received in time (also a TimeoutError)
├── ApiException                the server returned an error status; `code` is the status code
│   ├── BadRequest              400
│   ├── Unauthorized            401
│   ├── Forbidden               403
│   ├── EntityNotFoundException 404
│   ├── Conflict                409
│   │   └── VersionConflict     412
│   ├── TooManyRequests         429
│   ├── ServerError             500 and above
│   └── InvalidResponse         2xx, but not the expected content
│       └── IncompleteResponse  the connection broke before the response ended (also a TransportError)
└── WaitException               a wait did not reach its goal
    ├── WaitTimeout             it exceeded its timeout (also a TimeoutError)
    ├── HostFailed              one or more hosts are in ERROR
    ├── ChangeFailed            a task of a change is in ERROR
    └── ExecutionFailed         an orchestration or a pipeline is in ERROR, paused, or ended early

Two warnings have classes of their own (UserWarnings): IncompleteList, for a list of which some items are missing, and
UnknownState, for a wait for a state that the schema does not know.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from comodit_client.rest.failed_lists import IncompleteList, IncompleteListError
from comodit_client.rest.failed_requests import (
    ApiException,
    BadRequest,
    Conflict,
    ConnectError,
    EntityNotFoundException,
    Forbidden,
    IncompleteResponse,
    InvalidResponse,
    RequestTimeout,
    ServerError,
    TooManyRequests,
    TransportError,
    Unauthorized,
    VersionConflict,
)
from comodit_client.rest.failed_waits import (
    ChangeFailed,
    ExecutionFailed,
    HostFailed,
    UnknownState,
    WaitException,
    WaitTimeout,
)
from comodit_client.wire.errors import (
    InvalidArgument,
    InvalidDate,
    InvalidDocument,
    InvalidName,
    PythonApiException,
    UnusableFile,
    WrongType,
)

if TYPE_CHECKING:
    from comodit_client.rest.report import FleetOutcome, Report

__all__ = [
    "ApiException",
    "BadRequest",
    "ChangeFailed",
    "ClientClosed",
    "ConfigException",
    "Conflict",
    "ConnectError",
    "EntityNotFoundException",
    "ExecutionFailed",
    "ExportException",
    "FleetFailed",
    "Forbidden",
    "HostFailed",
    "ImportException",
    "IncompleteList",
    "IncompleteListError",
    "IncompleteResponse",
    "InvalidArgument",
    "InvalidBody",
    "InvalidCertificate",
    "InvalidDate",
    "InvalidDocument",
    "InvalidEndpoint",
    "InvalidName",
    "InvalidResponse",
    "InvalidText",
    "MissingCredentials",
    "NoCollection",
    "NotQueued",
    "PlanException",
    "PlanOutdated",
    "PythonApiException",
    "RequestTimeout",
    "ServerError",
    "SyncException",
    "TooManyRequests",
    "TransportError",
    "Unauthorized",
    "UnknownState",
    "UnsupportedOperation",
    "UnusableFile",
    "VersionConflict",
    "WaitException",
    "WaitTimeout",
    "WrongType",
]


class InvalidBody(PythonApiException, ValueError):
    """A request body cannot be written as JSON: it contains another type, a cycle, or NaN.

    [Cause and remedy](../exceptions/InvalidBody.md)
    """


class InvalidText(PythonApiException, UnicodeError):
    """A content cannot be decoded as text: it is not UTF-8, or the error handler does not exist.

    [Cause and remedy](../exceptions/InvalidText.md)
    """


class ExportException(PythonApiException):
    """Definitions cannot be written to a folder: it has content already, or writing fails.

    [Cause and remedy](../exceptions/ExportException.md)
    """


class ImportException(PythonApiException):
    """A folder of definitions cannot be imported.

    [Cause and remedy](../exceptions/ImportException.md)

    Args:
        message: The reason.
        report: The outcome of each action, when one failed; None when none was attempted.
        problems: All problems, when they were found before the first action.
    """

    def __init__(self, message: str, *, report: Report | None = None, problems: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.report = report
        self.problems: list[str] = list(problems)


class NotQueued(ImportException, AttributeError):
    """The actions of an import are not queued, because it was created without `queue_actions`.

    [Cause and remedy](../exceptions/NotQueued.md)
    """


class SyncException(PythonApiException):
    """A folder and the server cannot be synchronized.

    [Cause and remedy](../exceptions/SyncException.md)

    Args:
        message: The reason.
        conflicts: The entities that changed on both sides.
    """

    def __init__(self, message: str, *, conflicts: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.conflicts: list[str] = list(conflicts)


class PlanException(PythonApiException):
    """A plan cannot be made, read or applied.

    [Cause and remedy](../exceptions/PlanException.md)
    """


class PlanOutdated(PlanException):
    """The server changed since the plan was made. Nothing was sent.

    [Cause and remedy](../exceptions/PlanOutdated.md)

    Args:
        message: The reason.
        paths: What changed.
    """

    def __init__(self, message: str, *, paths: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.paths: list[str] = list(paths)


class FleetFailed(PythonApiException):
    """An action on many hosts did not succeed on all of them.

    [Cause and remedy](../exceptions/FleetFailed.md)

    Args:
        message: The numbers of hosts, and the reasons of the first 20 failures.
        report: The outcome of each host. It is None after the exception was pickled.
    """

    def __init__(self, message: str, *, report: FleetOutcome | None = None) -> None:
        super().__init__(message)
        self.report: FleetOutcome | None = report

    def _state(self) -> dict[str, Any]:
        # A report holds clients, which stay in their process.
        return self.__dict__ | {"report": None}


class InvalidEndpoint(PythonApiException, ValueError):
    """The API root or a proxy is not a valid URL.

    [Cause and remedy](../exceptions/InvalidEndpoint.md)
    """


class InvalidCertificate(PythonApiException, ValueError):
    """A certificate, or the authorities to check one against, cannot be used.

    [Cause and remedy](../exceptions/InvalidCertificate.md)
    """


class ConfigException(PythonApiException):
    """The configuration is incomplete or cannot be read.

    [Cause and remedy](../exceptions/ConfigException.md)

    Args:
        message: The reason and the place.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.msg = message


class MissingCredentials(PythonApiException, ValueError):
    """Neither a user name with a password nor an application key was given, or they cannot be sent.

    [Cause and remedy](../exceptions/MissingCredentials.md)
    """


class ClientClosed(PythonApiException):
    """The client was used after `close()`.

    [Cause and remedy](../exceptions/ClientClosed.md)
    """


class UnsupportedOperation(PythonApiException):
    """ComodIT's API has no such operation on this kind of entity.

    [Cause and remedy](../exceptions/UnsupportedOperation.md)
    """


class NoCollection(UnsupportedOperation, AttributeError):
    """The object is part of another response: it has no collection, no client and no URL, and cannot send requests.

    [Cause and remedy](../exceptions/NoCollection.md)
    """


BY_STATUS: Mapping[int, type[ApiException]] = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: EntityNotFoundException,
    409: Conflict,
    412: VersionConflict,
    429: TooManyRequests,
}


def for_status(code: int) -> type[ApiException]:
    """Return the exception class for an error status.

    Args:
        code: The status code.
    """
    return BY_STATUS.get(code, ServerError if code >= 500 else ApiException)
