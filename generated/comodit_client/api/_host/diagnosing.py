# Made by `python -m generator` from handwritten/comodit_client/aio/_host/diagnosing.py.
# Do not edit: change that, then run `make generate`.
"""Reads the reasons why a host is in ERROR. A part that cannot be read is noted and left out."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from comodit_client.api._client import lists
from comodit_client.api.change import Change, ChangeCollection
from comodit_client.api.collection import Collection
from comodit_client.api.compliance import ComplianceCollection, ComplianceError
from comodit_client.api.diagnosis import Diagnosis
from comodit_client.api.entity import Entity
from comodit_client.api.instance import InstanceCollection
from comodit_client.rest.deadline import remaining
from comodit_client.rest.exceptions import EntityNotFoundException, PythonApiException
from comodit_client.wire import changes, compliance

if TYPE_CHECKING:
    from comodit_client.api.client import Client
    from comodit_client.wire.request import Request

E = TypeVar("E", bound=Entity)
NO_INSTANCE = "the host has no instance"


def diagnose(client: Client, names: tuple[str, str, str]) -> Diagnosis:
    """Read all reasons. Sends three requests.

    Args:
        client: The client.
        names: The names of the organization, the environment and the host.

    Raises:
        PythonApiException: No part can be read.
    """
    parts = _Parts(client, names)
    parts.read_changes()
    parts.read_compliance_errors()
    parts.read_instance()
    if len(parts.problems) == 3:
        raise parts.problems[0]
    return parts.diagnosis()


def diagnose_briefly(client: Client, names: tuple[str, str, str]) -> Diagnosis:
    """Read the reasons that say most. Sends two requests, and never raises a library exception.

    The second request depends on the first one: the instance if a task failed, the compliance errors otherwise.

    Args:
        client: The client.
        names: The names of the organization, the environment and the host.
    """
    parts = _Parts(client, names)
    parts.read_changes()
    (parts.read_instance() if parts.changes else parts.read_compliance_errors())
    return parts.diagnosis()


class _Parts:
    """The parts of a diagnosis that were read so far.

    Args:
        client: The client.
        names: The names of the organization, the environment and the host.
    """

    def __init__(self, client: Client, names: tuple[str, str, str]) -> None:
        self._client = client
        self._names = names
        self.changes: builtins.list[Change] = []
        self.compliance_errors: builtins.list[ComplianceError] = []
        self.instance_state: str | None = None
        self.notes: builtins.list[str] = []
        self.problems: builtins.list[PythonApiException] = []

    def diagnosis(self) -> Diagnosis:
        return Diagnosis(self.changes, self.compliance_errors, self.instance_state, self.notes)

    def read_changes(self) -> None:
        def read() -> None:
            found = ChangeCollection(self._client, self._names)
            listed = self._first_page(found, changes.list(*self._names, show_processed=True))
            self.changes = [change for change in listed if change.get_tasks_error()]

        self._attempt("the changes", read)

    def read_compliance_errors(self) -> None:
        def read() -> None:
            found = ComplianceCollection(self._client, self._names)
            self.compliance_errors = self._first_page(found, compliance.list(*self._names))

        self._attempt("the compliance errors", read)

    def read_instance(self) -> None:
        def read() -> None:
            try:
                self.instance_state = (InstanceCollection(self._client, self._names).get()).state
            except EntityNotFoundException:
                self.notes.append(NO_INSTANCE)

        self._attempt("the instance", read)

    def _attempt(self, what: str, read: Callable[[], None]) -> None:
        if remaining() <= 0:  # the wait around the diagnosis is over
            self.notes.append(f"{what} could not be read: the time was up")
            return
        try:
            read()
        except PythonApiException as error:
            self.problems.append(error)
            self.notes.append(f"{what} could not be read: {error.message}")

    def _first_page(self, home: Collection[E], request: Request[Any]) -> builtins.list[E]:
        """Return the entities of a list's first page: a diagnosis sends a known number of requests."""
        page = lists.first_page(self._client, request, lists.ItemSpec(None, home.shape()))
        if page.problem:
            self.notes.append(page.problem)
        return [home.wrap(item) for item in page.items]
