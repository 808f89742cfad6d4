# Made by `python -m generator` from handwritten/comodit_client/aio/compliance.py.
# Do not edit: change that, then run `make generate`.
"""Compliance errors: differences between a machine and its applications.

Facts: S79 to S84.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.api._host.compliance_paths import KINDS, PathOperations
from comodit_client.api.capabilities import Clearable, Deletable, Gettable, Listable
from comodit_client.api.editable import CanDelete, CanRefresh
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


class State(View):
    """The state of a resource of unknown type. Use `get_json` or `show` to read it."""

    __slots__ = ()

    def show_lines(self, indent: int) -> list[str]:
        """Return the lines that `show` prints.

        Args:
            indent: The number of spaces before each line.
        """
        return [f"{' ' * indent} {member}: {shown_text(value)}" for member, value in self._data.items()]


class ComplianceError(views.ComplianceError, CanRefresh, CanDelete):
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
            collection: ComplianceCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[ComplianceErrorMembers],
        ) -> None: ...

        @property
        def collection(self) -> ComplianceCollection: ...

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


class ComplianceCollection(
    Listable[ComplianceError], Gettable[ComplianceError], Deletable[ComplianceError], Clearable[ComplianceError]
):
    """The compliance errors of a host. A compliant resource has none.

    The identifier of an error is `applications/APPLICATION/COLLECTION/NAME`, such as `applications/Web/services/nginx`.
    """

    __slots__ = ()

    @property
    def operations(self) -> PathOperations:
        return PathOperations(self._bound(views.Operations))

    def wrap(self, json_data: dict[str, Any] | None = None) -> ComplianceError:
        return ComplianceError(self, json_data)

    def rebuild(self) -> None:
        """Send the complete expected state to the agent again, to fix the drift of the machine."""
        self.client.run(views.rebuild(*self.where))
