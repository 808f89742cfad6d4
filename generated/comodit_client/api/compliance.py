# Made by `python -m generator` from handwritten/comodit_client/aio/compliance.py.
# Do not edit: change that, then run `make generate`.
"""Compliance errors: differences between a machine and its applications.

Facts: S79 to S84.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar, Unpack

from comodit_client.api.collection import Collection
from comodit_client.api.entity import Entity
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
from comodit_client.wire.view import View, shown_text

if TYPE_CHECKING:
    from comodit_client.rest.shapes import Shape
    from comodit_client.wire.dicts.compliance import ComplianceErrorMembers

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
    """The state of a resource of unknown type. Use `get_json` or `show` to read it."""

    __slots__ = ()

    def show_lines(self, indent: int) -> list[str]:
        """Return the lines that `show` prints.

        Args:
            indent: The number of spaces before each line.
        """
        return [f"{' ' * indent} {member}: {shown_text(value)}" for member, value in self._data.items()]


#: The collection of the resources of a type, and the class of their state.
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
    """A resource whose state on the machine differs from the application."""

    __slots__ = ()

    READS: ClassVar[Mapping[str, Shape]] = {"application": str, "type": str, "name": str}
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "type": "resource_type",
        "application": "application",
        "name": "name",
        "currentState": "current_state",
        "expectedState": "expected_state",
    }

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: Collection[Any] | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[ComplianceErrorMembers],
        ) -> None: ...

    @property
    def type_collection(self) -> str | None:
        """The collection of the resource, such as `files`; the type itself if it is unknown."""
        kind = KINDS.get(str(self.resource_type))
        return self.resource_type if kind is None else kind[0]

    @property
    def identifier(self) -> str:
        """`applications/APPLICATION/COLLECTION/NAME`; empty if a part is missing."""
        application, collection, name = self.application, self.type_collection, self.res_name
        return f"applications/{application}/{collection}/{name}" if application and collection and name else ""

    @property
    def name(self) -> str:
        """The name of the resource; empty if it has none."""
        return self.res_name or ""

    @property
    def current_state(self) -> View:
        """The state of the resource on the machine."""
        return self._state("currentState")

    @property
    def expected_state(self) -> View:
        """The state that the application defines."""
        return self._state("expectedState")

    def _state(self, member: str) -> View:
        kind = KINDS.get(str(self.resource_type))
        return self._nested(member, State if kind is None else kind[1])


class ComplianceCollection(Collection[ComplianceError]):
    """The compliance errors of a host. A compliant resource has none."""

    __slots__ = ()
    _api = views

    def wrap(self, json_data: dict[str, Any] | None = None) -> ComplianceError:
        return ComplianceError(self, json_data)

    def get(
        self,
        identifier: str | int = "",
        parameters: Mapping[str, Any] | None = None,
        return_error_code: bool = True,
    ) -> ComplianceError:
        """Get a compliance error.

        Args:
            identifier: `applications/APPLICATION/COLLECTION/NAME`, such as `applications/Web/services/nginx`. The names
                may contain slashes.
            parameters: Extra members of the query.
            return_error_code: Ignored. It exists for scripts of the original client.

        Returns:
            The error.

        Raises:
            EntityNotFoundException: The error does not exist: the resource is compliant.
            InvalidName: The identifier does not have that form.
        """
        return super().get(identifier, parameters)

    def rebuild(self) -> None:
        """Send the complete expected state to the agent again, to fix the drift of the machine."""
        self.client.run(views.rebuild(*self.where))

    def member_names(self, identifier: N) -> tuple[N, ...]:
        root, *parts = str(identifier).split("/")
        if root != "applications" or len(parts) < 3:
            raise InvalidName("compliance error (applications/APPLICATION/COLLECTION/NAME)", identifier)
        # Both names may contain slashes: the first known collection separates them.
        at = next((place for place in range(1, len(parts) - 1) if parts[place] in COLLECTIONS), 1)
        names: Any = "/".join(parts[:at]), parts[at], "/".join(parts[at + 1 :])
        return tuple(names)
