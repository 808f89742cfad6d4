# Made by `python -m generator` from handwritten/comodit_client/aio/_host/outcome.py.
# Do not edit: change that, then run `make generate`.
"""The outcome of an operation on a host, as the last wait for it found it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import attrs

from comodit_client.rest.exceptions import ChangeFailed, HostFailed

if TYPE_CHECKING:
    from comodit_client.wire.changes import TaskStatus


@attrs.define(eq=False)
class Outcome:
    """The outcome of an operation.

    Args:
        state: The state of the changes: PENDING, OK or ERROR; None if it is unknown.
        error: Why the operation failed; None if it did not.
    """

    state: TaskStatus | None = None
    error: str | None = None

    @contextmanager
    def of_wait(self) -> Iterator[None]:
        """Take the outcome from the wait in a block. A timeout does not change it."""
        try:
            yield
        except (ChangeFailed, HostFailed) as error:
            self.state, self.error = "ERROR", error.message
            raise
        self.state, self.error = "OK", None
