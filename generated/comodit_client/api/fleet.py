# Made by `python -m generator` from handwritten/comodit_client/aio/fleet.py.
# Do not edit: change that, then run `make generate`.
"""Actions on many hosts: provision, install, configure, run a handler, start, stop, delete and wait.

Each function takes any iterable of hosts, across environments, organizations and clients, and returns a report. A
failed host does not end the run. Waits send one list request for each environment and poll, regardless of the number of
hosts. Nothing is done twice: a request whose outcome is unknown is sent again only after the host was read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Unpack

from comodit_client.api._fleet import plan, report, saving
from comodit_client.api._fleet.changes import Configure, Install, RunHandler
from comodit_client.api._fleet.machines import Delete, Provision, Start, Stop, Wait
from comodit_client.api._fleet.options import Options
from comodit_client.api._fleet.report import FleetReport, HostResult
from comodit_client.api._shared.states import check_states
from comodit_client.wire.hosts import HostState

if TYPE_CHECKING:
    import os
    from concurrent.futures import Executor

    from comodit_client.api._fleet.action import Action
    from comodit_client.api._fleet.options import FleetOptions, WaitOptions
    from comodit_client.api._fleet.plan import Hosts
    from comodit_client.api._shared.waiting import Progress
    from comodit_client.api.host import Host

__all__ = [
    "FleetReport",
    "HostResult",
    "configure",
    "delete",
    "install",
    "provision",
    "run_handler",
    "start",
    "stop",
    "wait",
]


def provision(
    hosts: Hosts,
    *,
    parallel: int = 16,
    wait: bool = True,
    timeout: float | None = None,
    batch: int | None = None,
    max_failures: int | None = None,
    check: Callable[[list[Host]], object] | None = None,
    progress: Progress[dict[str, str | None]] | None = None,
    executor: Executor | None = None,
    save_to: str | os.PathLike[str] | None = None,
) -> FleetReport:
    """Provision hosts, and wait until they are READY. A host that has a machine is not provisioned again.

    Args:
        hosts: The hosts of an environment, or any iterable of hosts. Only their names are used. A host that
            occurs twice counts once.
        parallel: The number of requests at a time. A host that is waited for needs none.
        wait: If False, a host is done when the server accepted the request.
        timeout: Seconds that a host may take from its action to the goal. None waits without limit.
        batch: The number of hosts in a batch. The next batch starts when the last one has ended. Default: all hosts.
        max_failures: If more hosts fail, no further action starts. Default: no limit.
        check: Called after each batch with its hosts that are done. If it returns False or raises, the run stops. Needs
            `batch`.
        progress: Called with the states of all hosts, after each poll and each group of actions.
        executor: Where the actions run, such as a `ProcessPoolExecutor`. Polls stay in this process. The client must be
            picklable.
        save_to: A file for the report. It is written as the run goes on, so that `FleetReport.load` and `retry` can
            continue after the process was killed. It must not exist.

    Returns:
        The report. It is returned also if hosts failed; `raise_for_failures` raises then.

    Raises:
        InvalidArgument: An option is invalid.
        WrongType: `hosts` holds something else, or the executor needs what cannot be pickled.
        UnusableFile: The file exists, or cannot be written.
    """
    options = Options(parallel, wait, timeout, batch, max_failures, check, progress, executor, save_to)
    return _run(hosts, Provision(), options)


def install(
    hosts: Hosts,
    application: str,
    settings: Mapping[str, Any] | None = None,
    **options: Unpack[FleetOptions],
) -> FleetReport:
    """Install an application, and wait until the changes of the hosts end. A host that has it is left as it is.

    Args:
        hosts: The hosts.
        application: The name of the application.
        settings: The values of its settings on each host, by key.
        options: The options of `provision`.

    Returns:
        The report.

    Raises:
        InvalidArgument: An option or a setting is invalid.
        InvalidName: The name is empty.
    """
    name = plan.checked_name("application", application)
    return _run(hosts, Install(name, plan.checked_settings(settings or {})), Options(**options))


def configure(hosts: Hosts, settings: Mapping[str, Any], **options: Unpack[FleetOptions]) -> FleetReport:
    """Set settings of hosts, and wait until the changes that follow end. Other settings stay.

    Args:
        hosts: The hosts.
        settings: The values by key. Each host gets all of them with one request, unless it has them already.
        options: The options of `provision`.

    Returns:
        The report.

    Raises:
        InvalidArgument: An option or a setting is invalid.
    """
    return _run(hosts, Configure(plan.checked_settings(settings)), Options(**options))


def run_handler(hosts: Hosts, application: str, handler: str, **options: Unpack[FleetOptions]) -> FleetReport:
    """Run a handler of an application, and wait until the changes of the hosts end.

    Args:
        hosts: The hosts, on which the application is installed.
        application: The name of the application.
        handler: The name of the handler.
        options: The options of `provision`.

    Returns:
        The report.

    Raises:
        InvalidArgument: An option is invalid.
        InvalidName: A name is empty.
    """
    action = RunHandler(plan.checked_name("application", application), plan.checked_name("handler", handler))
    return _run(hosts, action, Options(**options))


def start(hosts: Hosts, **options: Unpack[FleetOptions]) -> FleetReport:
    """Start the machines of hosts, and wait until the hosts are READY. A machine that is running is left alone.

    Args:
        hosts: The hosts.
        options: The options of `provision`.

    Returns:
        The report.

    Raises:
        InvalidArgument: An option is invalid.
    """
    return _run(hosts, Start(), Options(**options))


def stop(hosts: Hosts, **options: Unpack[FleetOptions]) -> FleetReport:
    """Shut down the machines of hosts, and wait until they are STOPPED. Each poll is one request per host.

    The list of hosts does not say whether a machine is running. A host without a machine is done.

    Args:
        hosts: The hosts.
        options: The options of `provision`.

    Returns:
        The report.

    Raises:
        InvalidArgument: An option is invalid.
    """
    return _run(hosts, Stop(), Options(**options))


def delete(hosts: Hosts, **options: Unpack[FleetOptions]) -> FleetReport:
    """Delete the machines of hosts with their storage, then the hosts, and wait until they are gone.

    Args:
        hosts: The hosts. One that does not exist is done.
        options: The options of `provision`.

    Returns:
        The report.

    Raises:
        InvalidArgument: An option is invalid.
    """
    checked = Options(**options)
    return _run(hosts, plan.action_for(Delete(), checked), checked)


def wait(hosts: Hosts, state: HostState = "READY", **options: Unpack[WaitOptions]) -> FleetReport:
    """Wait until hosts are in a state.

    Args:
        hosts: The hosts.
        state: The state. A state that the schema does not know causes an `UnknownState` warning.
        options: The options of `provision`, without `wait`.

    Returns:
        The report. Hosts that are in ERROR or do not exist are in `failed`.

    Raises:
        InvalidArgument: An option is invalid.
    """
    checked = Options(wait=True, **options)
    check_states("a host", HostState, (plan.checked_name("state", state),))
    return _run(hosts, Wait(state), checked)


def _run(hosts: Hosts, action: Action, options: Options) -> FleetReport:
    if options.save_to is not None:
        saving.check_new(options.save_to)
    return report.run(plan.Plan(action, options, plan.tasks_of(hosts)))
