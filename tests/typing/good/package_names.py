"""Every public class is importable from the package, for both APIs."""

from typing import assert_type

from comodit_client import aio
from comodit_client.api import (
    Application,
    Change,
    ChangeFailed,
    Client,
    ClientOptions,
    EntityNotFoundException,
    Environment,
    Export,
    Handler,
    Host,
    HostFailed,
    Import,
    Instance,
    Organization,
    Package,
    Polling,
    PythonApiException,
    RetryPolicy,
    SyncEngine,
    Timeouts,
    WaitTimeout,
)
from comodit_client.wire.changes import Task
from comodit_client.wire.hosts import HostState


def deploy(client: Client, host: Host, application: Application) -> Instance | None:
    """Install an application, and return the machine if it worked."""
    try:
        host.install(application.name)
        host.wait_for_pending_changes(timeout=600)
    except ChangeFailed as error:
        assert_type(error.tasks, list[Task])
        assert_type(error.changes, list[Change])
    except HostFailed as error:
        print(error.failed, error.late, error.entity)
    except WaitTimeout as error:
        print(error.last, error.late, client.endpoint)
    except (EntityNotFoundException, PythonApiException) as error:
        print(error)
    else:
        return host.get_instance()
    return None


def names(org: Organization, environment: Environment) -> tuple[list[Package], list[Handler], HostState | str | None]:
    """Read members of several kinds."""
    application = org.get_application("Wordpress")
    return list(application.packages), list(application.handlers), environment.hosts().get("web-1").state


async def the_same_in_the_async_api(client: aio.Client) -> aio.Host:
    """Names of the async API."""
    try:
        return await client.get_host("OOO", "Default", "web-1")
    except aio.EntityNotFoundException:
        return client.hosts("OOO", "Default").new("web-1")


options: ClientOptions = {"timeout": Timeouts(connect=2), "retries": RetryPolicy(attempts=2), "polling": Polling()}
with Client.from_config("staging", **options) as staging:
    org = staging.get_organization("OOO")
    Export(force=True).export_organization(org, "folder")
    Import(update_existing=True).import_organization(staging, "folder")
    print(SyncEngine("folder").status(org))
    print(staging.whoami().username, f"{staging.ping(timeout=10):.3f} s")
