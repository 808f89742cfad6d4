"""The options of the command `comodit-sandbox`, and its run."""

from __future__ import annotations

import argparse
import signal
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from importlib.metadata import version

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.faults.kinds import KINDS
from comodit_client.sandbox.journal.console import logged_to_console
from comodit_client.sandbox.operations.versions import CHOICES
from comodit_client.sandbox.server import ORGANIZATION, PASSWORD, USER, Sandbox
from comodit_client.sandbox.simulation.scenario_profiles import PROFILES
from comodit_client.sandbox.state.clock_options import CLOCKS


def run(arguments: Sequence[str] | None) -> int:
    """Run the server until SIGINT or SIGTERM.

    The first line on standard output ends in the port. It is printed once the server accepts requests.

    Args:
        arguments: The command line without the command's name; None for the arguments of the process.

    Returns:
        0 after a clean shutdown, 1 if the server cannot start.
    """
    options = vars(_parser().parse_args(arguments))
    is_verbose = options.pop("verbose")
    try:
        sandbox = Sandbox(**options)
    except (ApiError, sqlite3.Error) as error:
        return _fail(str(error))
    try:
        sandbox.listen()
    except OSError as error:
        sandbox.close()
        return _fail(f"Cannot listen on {options['host']}:{options['port']}: {error}. Choose another --host or --port.")
    for number in (signal.SIGINT, signal.SIGTERM):
        # uvicorn raises the signal again after its shutdown; these handlers keep the exit clean.
        signal.signal(number, lambda *_: sandbox.stop())
    with logged_to_console(sandbox.now) if is_verbose else nullcontext():
        sandbox.serve(lambda: _announce(sandbox, options["user"]))
    sandbox.close()
    return 0


def _fail(text: str) -> int:
    sys.stderr.write(f"comodit-sandbox: {text}\n")
    return 1


def _announce(sandbox: Sandbox, user: str) -> None:
    line = f"ComodIT sandbox for user {user} at {sandbox.url} on port {sandbox.port}"
    print(line, flush=True)  # noqa: T201  programs that start the command read the port from this line


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="comodit-sandbox", description="An embedded ComodIT server for demos and tests."
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="port, 0 for a free one (default: %(default)s)")
    parser.add_argument("--user", default=USER, help="name of the user (default: %(default)s)")
    parser.add_argument("--password", default=PASSWORD, help="password of the user (default: %(default)s)")
    parser.add_argument("--mfa-secret", help="secret of the user's second factor, in base32 (default: none)")
    parser.add_argument("--token", help="token of an application key with the user's rights (default: none)")
    parser.add_argument(
        "--organization", default=ORGANIZATION, help="name of the initial organization (default: %(default)s)"
    )
    parser.add_argument("--db", default=":memory:", help="file that keeps the state (default: %(default)s)")
    parser.add_argument(
        "--clock",
        metavar="KIND[,OPTION=VALUE...]",
        help=f"clock of the sandbox: {', '.join(CLOCKS)} (default: running)",
    )
    parser.add_argument("--snapshot", metavar="FILE", help="snapshot or database to start from (default: none)")
    parser.add_argument(
        "--provision-time", type=float, help="seconds that provisioning takes (default: those of the scenario)"
    )
    parser.add_argument(
        "--change-time", type=float, help="seconds that a change takes (default: those of the scenario)"
    )
    parser.add_argument(
        "--scenario",
        metavar="NAME|FILE",
        help=f"how long the work of machines takes, and how it ends: {', '.join(PROFILES)}, or a YAML file "
        "(default: default)",
    )
    parser.add_argument(
        "--anywhere",
        action="store_true",
        help="let webhooks and notifications reach other machines (default: %(default)s)",
    )
    parser.add_argument("--control-token", help="token that control commands must have (default: none)")
    parser.add_argument(
        "--control-host",
        action="append",
        default=[],
        dest="control_hosts",
        metavar="NAME",
        help="host name by which control commands may call the sandbox, beside localhost; may be given several times "
        "(default: none)",
    )
    parser.add_argument(
        "--stale-versions",
        choices=CHOICES,
        default=CHOICES[0],
        help="what to do with an update based on an older version of its entity (default: %(default)s)",
    )
    parser.add_argument(
        "--strict", action="store_true", help="return 501 instead of an invented response (default: %(default)s)"
    )
    parser.add_argument("--warn", action="store_true", help="mark and log invented responses (default: %(default)s)")
    parser.add_argument(
        "--fault",
        action="append",
        default=[],
        dest="faults",
        metavar="KIND[,OPTION=VALUE...]",
        help=f"inject a fault: {', '.join(KINDS)}; may be given several times (default: none)",
    )
    parser.add_argument(
        "--grouped-numbers",
        action="store_true",
        help="write numbers in templates as 8,080 instead of 8080 (default: %(default)s)",
    )
    parser.add_argument(
        "--import",
        action="append",
        default=[],
        dest="archive",
        metavar="FOLDER",
        help="folder of an export to serve instead of the initial organization; may be given several times "
        "(default: none)",
    )
    parser.add_argument(
        "--seed",
        metavar="PATH",
        help="folder of an export, file of API calls or cassette to begin with (default: none)",
    )
    parser.add_argument(
        "--record", metavar="FILE", help="append each API call that changes something to this file (default: none)"
    )
    parser.add_argument(
        "--writable", action="store_true", help="accept changes of what --import loaded (default: %(default)s)"
    )
    parser.add_argument(
        "--verbose",
        action="store_true",
        help="write requests, transitions and faults to standard error (default: %(default)s)",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {version('comodit-client')}")
    return parser
