"""Compliance errors: where a machine is not as its applications say (S79 to S84)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, TypeVar

from comodit_client.aio.collection import Collection
from comodit_client.aio.entity import Entity
from comodit_client.rest.exceptions import InvalidName
from comodit_client.wire import compliance as views
from comodit_client.wire.compliance import (
    FileState,
    GroupState,
    PackageState,
    RepositoryState,
    ServiceState,
    UserState,
)
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

N = TypeVar("N", bound=str | int)


class State(View):
    """The state of a resource whose type is not known: `get_json` and `show` tell it."""

    __slots__ = ()

    def show_lines(self, indent: int) -> list[str]:
        """Return the lines that `show` prints.

        Args:
            indent: The number of blanks before each line.
        """
        return [f"{' ' * indent} {member}: {value}" for member, value in self._data.items()]


#: The collection that a resource of a type is in, and the class of its state.
KINDS: Final[Mapping[str, tuple[str, type[View]]]] = {
    "serviceResource": ("services", ServiceState),
    "fileResource": ("files", FileState),
    "packageResource": ("packages", PackageState),
    "userResource": ("users", UserState),
    "groupResource": ("groups", GroupState),
    "repoResource": ("repos", RepositoryState),
}

COLLECTIONS: Final = frozenset(collection for collection, _ in KINDS.values())


class ComplianceError(views.ComplianceError, Entity):
    """A resource of an application that is not on the machine as it should be."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "type": "resource_type",
        "application": "application",
        "name": "name",
        "currentState": "current_state",
        "expectedState": "expected_state",
    }

    @property
    def type_collection(self) -> str | None:
        """The collection that the resource is in, such as `files`; the type itself where it is not known."""
        kind = KINDS.get(self.resource_type or "")
        return self.resource_type if kind is None else kind[0]

    @property
    def identifier(self) -> str:
        """`applications/APPLICATION/COLLECTION/NAME`, by which the host knows the error; empty where a part lacks."""
        application, collection, name = self.application, self.type_collection, self.res_name
        return f"applications/{application}/{collection}/{name}" if application and collection and name else ""

    @property
    def name(self) -> str:
        """The name of the resource; empty when it has none."""
        return self.res_name or ""

    @property
    def current_state(self) -> View:
        """How the resource is on the machine."""
        return self._state("currentState")

    @property
    def expected_state(self) -> View:
        """How the resource should be."""
        return self._state("expectedState")

    def _state(self, member: str) -> View:
        kind = KINDS.get(self.resource_type or "")
        return self._nested(member, State if kind is None else kind[1])


class ComplianceCollection(Collection[ComplianceError]):
    """The compliance errors of a host. An error that is not there is compliance."""

    __slots__ = ()
    _api = views

    def wrap(self, json_data: dict[str, Any] | None = None) -> ComplianceError:
        return ComplianceError(self, json_data)

    async def get(
        self,
        identifier: str | int = "",
        parameters: Mapping[str, Any] | None = None,
        return_error_code: bool = True,
    ) -> ComplianceError:
        """Get a compliance error.

        Args:
            identifier: `applications/APPLICATION/COLLECTION/NAME`, such as `applications/Web/services/nginx`; names
                may hold slashes.
            parameters: Members to add to the query.
            return_error_code: Kept for old scripts; a missing entity always raises.

        Returns:
            The error.

        Raises:
            EntityNotFoundException: There is none: the resource is as it should be.
            InvalidName: The identifier is not of that form.
        """
        return await super().get(identifier, parameters)

    async def rebuild(self) -> None:
        """Have the machine made as it should be: the whole expected state is sent to the agent again."""
        await self.client.run(views.rebuild(*self.where))

    def member_names(self, identifier: N) -> tuple[N, ...]:
        root, *parts = str(identifier).split("/")
        if root != "applications" or len(parts) < 3:
            raise InvalidName("compliance error (applications/APPLICATION/COLLECTION/NAME)", identifier)
        # Both names may hold slashes: the first collection that is known parts them.
        at = next((place for place in range(1, len(parts) - 1) if parts[place] in COLLECTIONS), 1)
        names: Any = "/".join(parts[:at]), parts[at], "/".join(parts[at + 1 :])
        return tuple(names)
