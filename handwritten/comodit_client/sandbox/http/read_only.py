"""Rejection of changes in an archive that is served as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError

if TYPE_CHECKING:
    from comodit_client.sandbox.state.world import World


def ensure_writable(world: World) -> None:
    """Check that the sandbox accepts changes.

    Raises:
        ApiError: It serves an archive that is read-only.
    """
    if world.read_only:
        raise ApiError(403, "This archive is read-only; start the sandbox with --writable to change it")
