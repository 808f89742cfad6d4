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
├── TransportError            no answer came
│   └── RequestTimeout          no answer came in time (also a TimeoutError)
├── ApiException                an answer came, and it is a refusal; `code` is its status
│   ├── BadRequest              400
│   ├── Unauthorized            401
│   ├── Forbidden               403
│   ├── EntityNotFoundException 404
│   ├── Conflict                409
│   ├── TooManyRequests         429
│   ├── ServerError             500 and above
│   └── InvalidResponse        2xx, but not what was promised
└── WaitException               a wait did not reach its goal
    ├── WaitTimeout             its time ran out (also a TimeoutError)
    ├── HostFailed              a host, or several, are in ERROR
    ├── ChangeFailed            a task of a change is in ERROR
    └── ExecutionFailed         an orchestration or a pipeline is in ERROR, paused, or ended before it was done
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from comodit_client.rest.failed_requests import (
    ApiException,
    BadRequest,
    Conflict,
    EntityNotFoundException,
    Forbidden,
    InvalidResponse,
    RequestTimeout,
    ServerError,
    TooManyRequests,
    TransportError,
    Unauthorized,
)
from comodit_client.rest.failed_waits import ChangeFailed, ExecutionFailed, HostFailed, WaitException, WaitTimeout
from comodit_client.wire.errors import InvalidDocument, InvalidName, PythonApiException

if TYPE_CHECKING:
    from comodit_client.rest.report import Report

__all__ = [
    "ApiException",
    "BadRequest",
    "ChangeFailed",
    "ClientClosed",
    "ConfigException",
    "Conflict",
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
    "InvalidResponse",
    "MissingCredentials",
    "PythonApiException",
    "RequestTimeout",
    "ServerError",
    "SyncException",
    "TooManyRequests",
    "TransportError",
    "Unauthorized",
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
    return BY_STATUS.get(code, ServerError if code >= 500 else ApiException)
