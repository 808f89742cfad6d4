"""The sandbox is an embedded ComodIT server. It validates every request and returns errors as the real server does.

    from comodit_client.sandbox import Sandbox

    with Sandbox(provision_time=0, change_time=0) as sandbox:
        ...  # point a client at sandbox.url

It imports nothing of the client: the two share only the schema.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comodit_client.sandbox.errors import ApiError
    from comodit_client.sandbox.journal.recorded import RecordedRequest
    from comodit_client.sandbox.server import Sandbox
    from comodit_client.sandbox.state.clock import Clock, ManualClock, SteppingClock, WallClock

__all__ = ["ApiError", "Clock", "ManualClock", "RecordedRequest", "Sandbox", "SteppingClock", "WallClock"]

_MODULES = {
    "ApiError": "errors",
    "RecordedRequest": "journal.recorded",
    "Sandbox": "server",
    "Clock": "state.clock",
    "ManualClock": "state.clock",
    "SteppingClock": "state.clock",
    "WallClock": "state.clock",
}


def __getattr__(name: str) -> object:
    """Import the server on first access, since pytest loads this package's plug-in in every run."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    from comodit_client._extras import extra

    with extra("sandbox"):
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
