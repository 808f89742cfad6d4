"""The log of the transitions of hosts, for programs that run a sandbox."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from comodit_client.sandbox.simulation.scenario import path_of

if TYPE_CHECKING:
    from comodit_client.sandbox.state.places import Place

_LOGGER = logging.getLogger("comodit_sandbox.transitions")


def log_transition(place: Place, text: str) -> None:
    """Log a transition of a host: its new state, or what happened."""
    _LOGGER.info("%s: %s", path_of(place), text)
