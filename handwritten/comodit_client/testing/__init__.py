"""Test a script against the sandbox without waiting: its waits pass the time of the sandbox.

    from comodit_client.api import Client, Polling
    from comodit_client.sandbox import ManualClock, Sandbox
    from comodit_client.testing import SandboxClock

    with Sandbox(provision_time=1800, clock=ManualClock()) as sandbox:
        client = Client(sandbox.url, "UUU", "PPP", polling=Polling(clock=SandboxClock(sandbox)))

The pytest fixtures are in `comodit_client.testing.pytest_plugin`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comodit_client.testing.clock import SandboxClock

__all__ = ["SandboxClock"]


def __getattr__(name: str) -> object:
    """Import the class on first use: pytest loads the plugin of this package in every run."""
    if name != "SandboxClock":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from comodit_client.testing.clock import SandboxClock

    return SandboxClock
