# Made by `python -m generator` from handwritten/comodit_client/aio/compliance.py.
# Do not edit: change that, then run `make generate`.
"""Compliance errors: what differs on a machine from the definitions of its applications."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from comodit_client.api.collection import Collection
from comodit_client.api.entity import Entity
from comodit_client.rest.exceptions import InvalidName
from comodit_client.wire import compliance as views
from comodit_client.wire.view import View

__all__ = [
    "ComplianceCollection",
    "ComplianceError",
    "FileState",
    "GroupState",
    "PackageState",
    "RepositoryState",
    "ServiceState",
    "State",
    "UserState",
]


class State(View):
    """The state of a resource; of a type that nobody here knows, `get_json` tells it."""

    __slots__ = ()

    def _lines(self, indent: int) -> list[str]:
        # What nobody here knows is shown too: it may be all that differs.
        more = [
            f"{' ' * indent} {member}: {value}" for member, value in self._data.items() if member not in self.MEMBERS
        ]
        return super()._lines(indent) + more


class ServiceState(views.ServiceState, State):
    """The state of a service (S81)."""

    __slots__ = ()


class FileState(views.FileState, State):
    """The state of a file (S81)."""

    __slots__ = ()


class PackageState(views.PackageState, State):
    """The state of a package (S81)."""

    __slots__ = ()


class UserState(views.UserState, State):
    """The state of a user of the machine (S80)."""

    __slots__ = ()


class GroupState(views.GroupState, State):
    """The state of a group of the machine (S80)."""

    __slots__ = ()


class RepositoryState(views.RepositoryState, State):
    """The state of a repository of packages (S80)."""

    __slots__ = ()


#: For each type its part of the URL, and the class of its states.
_TYPES: dict[str, tuple[str, type[State]]] = {
    "serviceResource": ("services", ServiceState),
    "fileResource": ("files", FileState),
    "packageResource": ("packages", PackageState),
    "userResource": ("users", UserState),
    "groupResource": ("groups", GroupState),
    "repoResource": ("repos", RepositoryState),
}
_FOLDERS = frozenset(folder for folder, _ in _TYPES.values())


class ComplianceError(views.ComplianceError, Entity):
    """A resource of an application that is not, on the machine, as it should be (S79)."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "type": "resource_type",
        "application": "application",
        "name": "name",
        "currentState": "current_state",
        "expectedState": "expected_state",
    }

    @property
    def name(self) -> str:
        """The resource's name."""
        return self.res_name or ""

    @property
    def type_collection(self) -> str | None:
        """The part of the URL for the type, such as `files`; None for a type that nobody here knows."""
        folder, _ = self._type
        return folder

    @property
    def identifier(self) -> str:
        """Application, kind and name, as `applications/APP/KIND/NAME`; empty as long as one of them lacks."""
        parts = (self.application, self.type_collection or self.resource_type, self.name)
        return f"applications/{'/'.join(map(str, parts))}" if all(parts) else ""

    @property
    def current_state(self) -> State:
        """The state of the resource on the machine, of the class for its type."""
        _, kind = self._type
        return self._nested("currentState", kind)

    @property
    def expected_state(self) -> State:
        """The state that the resource should have, of the class for its type."""
        _, kind = self._type
        return self._nested("expectedState", kind)

    @property
    def _type(self) -> tuple[str | None, type[State]]:
        return _TYPES.get(self.resource_type or "", (None, State))


class ComplianceCollection(Collection[ComplianceError]):
    """The compliance errors of a host. There is none when the machine is as it should be."""

    __slots__ = ()
    _api = views

    def _new(self, json_data: dict[str, Any] | None = None) -> ComplianceError:
        return ComplianceError(self, json_data)

    def rebuild(self) -> None:
        """Have the machine made as it should be: the agent gets the whole expected state again; a change is queued.

        Raises:
            EntityNotFoundException: There is no such host.
        """
        self.client.run(views.rebuild(*self._where))

    def _member(self, identifier: str | int) -> tuple[Any, ...]:
        root, *parts = str(identifier).split("/")
        if root != "applications" or len(parts) < 3:
            raise InvalidName("compliance error (applications/APP/KIND/NAME)", identifier)
        # Both names may hold slashes: the first kind that is known parts them.
        at = next((place for place in range(1, len(parts) - 1) if parts[place] in _FOLDERS), 1)
        return "/".join(parts[:at]), parts[at], "/".join(parts[at + 1 :])
