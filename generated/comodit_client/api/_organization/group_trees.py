# Made by `python -m generator` from handwritten/comodit_client/aio/_organization/group_trees.py.
# Do not edit: change that, then run `make generate`.
"""Trees of groups: the rights on an owner and on the entities below it.

`groups_tree()` of an organization, an environment or a host returns them. The collections exist for scripts of the
original client, which create them from the URL of the groups.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from comodit_client.rest.exceptions import InvalidName
from comodit_client.wire import environments, hosts, organizations
from comodit_client.wire.group_trees import GroupEnvironmentTree, GroupHostTree, GroupOrganizationTree

if TYPE_CHECKING:
    from comodit_client.api.client import Client
    from comodit_client.wire.request import Request

__all__ = [
    "GroupEnvironmentTree",
    "GroupEnvironmentTreeCollection",
    "GroupHostTree",
    "GroupOrganizationTree",
    "GroupOrganizationTreeCollection",
]

T = TypeVar("T", GroupOrganizationTree, GroupEnvironmentTree)
#: The fixed segments of the URLs below the root, by the number of names in the URL.
OWNERS: Mapping[tuple[str, ...], ModuleType] = {
    ("organizations",): organizations,
    ("organizations", "environments"): environments,
    ("organizations", "environments", "hosts"): hosts,
}


class _TreeCollection(Generic[T]):
    """Base class of the collections of one tree.

    Args:
        client: The client that sends the requests.
        url: The URL of the groups relative to the API root, with unencoded names.
    """

    def __init__(self, client: Client, url: str) -> None:
        self._client = client
        self.url = url

    def _wrap(self, document: dict[str, Any]) -> T:
        raise NotImplementedError

    def get(self, identifier: str = "/tree", parameters: Mapping[str, Any] | None = None) -> T:
        """Get the tree.

        Args:
            identifier: Ignored: there is only one tree. It exists for scripts of the original client.
            parameters: Extra members of the query.

        Returns:
            The tree.

        Raises:
            EntityNotFoundException: The owner does not exist.
            InvalidName: The URL does not belong to the groups of an organization, an environment or a host.
        """
        words = self.url.strip("/").split("/")
        owner = OWNERS.get(tuple(words[:-1:2]))
        if owner is None or words[-1] != "groups" or len(words) % 2 == 0:
            raise InvalidName("URL of groups", self.url)
        request: Request[Any] = owner.get_groups_tree(*words[1:-1:2])
        return self._wrap((self._client.run(request.with_query(parameters))).get_json())


class GroupOrganizationTreeCollection(_TreeCollection[GroupOrganizationTree]):
    """The collection of the tree of an organization."""

    def _wrap(self, document: dict[str, Any]) -> GroupOrganizationTree:
        return GroupOrganizationTree.from_json(document)


class GroupEnvironmentTreeCollection(_TreeCollection[GroupEnvironmentTree]):
    """The collection of the tree of an environment."""

    def _wrap(self, document: dict[str, Any]) -> GroupEnvironmentTree:
        return GroupEnvironmentTree.from_json(document)
