"""Handle errors by their class, and use their members."""

import logging
import sys

from comodit_client.api import Client
from comodit_client.api.exceptions import (
    ApiException,
    ChangeFailed,
    ConnectError,
    EntityNotFoundException,
    ExecutionFailed,
    HostFailed,
    ImportException,
    InvalidName,
    PythonApiException,
    RequestTimeout,
    ServerError,
    SyncException,
    TooManyRequests,
    TransportError,
    Unauthorized,
    WaitException,
    WaitTimeout,
)
from comodit_client.api.host import Host

log = logging.getLogger(__name__)


def find(client: Client, name: str) -> Host | None:
    """Return a host, or None."""
    try:
        return client.get_host("OOO", "Default", name)
    except EntityNotFoundException as error:
        log.info("%s: %s", error.code, ", ".join(error.errors))
    except InvalidName as error:
        log.info("%s %r", error.what, error.name)
    return None


def deploy(host: Host) -> bool:
    """Install an application; return whether it worked."""
    try:
        host.provision()
        host.wait_for_state("READY", timeout=1800)
        host.install("Wordpress")
        host.wait_for_pending_changes(timeout=600)
    except ChangeFailed as error:
        reasons = [f"{task.description}: {task.error}" for task in error.tasks]
        log.error("%s in %s", "; ".join(reasons), [change.label for change in error.changes])
    except HostFailed as error:
        log.error("%s, also %s", ", ".join(error.failed), ", ".join(error.late))
    except WaitTimeout as error:
        log.error("still %s after the wait; late: %s", error.last, ", ".join(error.late))
    except (TransportError, ServerError, TooManyRequests) as error:
        log.error("attempt %d of %s %s", error.attempts, error.method, error.url)
    else:
        return True
    return False


def code_of(error: PythonApiException) -> int:
    """Return the exit status for an error."""
    if isinstance(error, ApiException):
        return error.code // 100 + len(error.errors) + len(error.request_id or "")
    if isinstance(error, ImportException):
        return 10 + len(error.problems) + (len(error.report.done) if error.report else 0)
    if isinstance(error, ExecutionFailed):
        return 20 + len([part for part in error.failed if part.host or part.step])
    if isinstance(error, SyncException):
        return 30 + len(error.conflicts)
    if isinstance(error, WaitException):
        return 40
    return 51 if isinstance(error, RequestTimeout) else 50 if isinstance(error, ConnectError) else 1


def main() -> int:
    """Deploy, and map errors to an exit status."""
    try:
        with Client("https://my.comodit.com/api", "UUU", "PPP") as client:
            host = find(client, "web-1")
            return 0 if host is not None and deploy(host) else 1
    except Unauthorized:
        return 2
    except TimeoutError:
        return 3
    except PythonApiException as error:
        print(error, file=sys.stderr)
        return code_of(error)


if __name__ == "__main__":
    sys.exit(main())
