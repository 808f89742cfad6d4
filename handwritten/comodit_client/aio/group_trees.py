"""Trees of groups: who has which right in an owner and in what is below it. They are read, never sent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from comodit_client.aio.collection import Parameters
from comodit_client.rest.exceptions import UnsupportedOperation
from comodit_client.wire import group_trees as views
from comodit_client.wire.group_trees import GroupHostTree
from comodit_client.wire.late import ViewList
from comodit_client.wire.view import View

if TYPE_CHECKING:
    from comodit_client.aio.client import Client
    from comodit_client.wire.request import Request

__all__ = [
    "GroupEnvironmentTree",
    "GroupEnvironmentTreeCollection",
    "GroupHostTree",
    "GroupOrganizationTree",
    "GroupOrganizationTreeCollection",
]

T = TypeVar("T", bound=View)
_GROUPS_URL = re.compile(r"/?organizations/(.+?)(?:/environments/(.+?)(?:/hosts/(.+?))?)?/groups/?")


class GroupEnvironmentTree(views.GroupEnvironmentTree):
    """Who has which right in an environment, with the hosts below that have rights of their own."""

    __slots__ = ()

    @property
    def hostGroups(self) -> ViewList[GroupHostTree]:  # noqa: N802 - old scripts call it so
        """The old name of `host_groups`."""
        return self.host_groups


class GroupOrganizationTree(views.GroupOrganizationTree):
    """Who has which right in an organization, with the environments below that have rights of their own."""

    __slots__ = ()

    @property
    def environment_groups(self) -> ViewList[GroupEnvironmentTree]:
        """Environments that have rights of their own, or hosts with such."""
        return self._views("environmentGroupViews", GroupEnvironmentTree)

    @property
    def environmentGroups(self) -> ViewList[GroupEnvironmentTree]:  # noqa: N802 - old scripts call it so
        """The old name of `environment_groups`."""
        return self.environment_groups


class _GroupTrees(Generic[T]):
    """The way old scripts reach a tree: by the URL of the groups, and `get('/tree')`.

    Args:
        client: The client that sends the requests.
        url: The URL of an owner's groups, relative to the API root, such as `organizations/Acme/groups`.
    """

    _KIND: ClassVar[type[Any]]

    def __init__(self, client: Client, url: str) -> None:
        self.client = client
        self.url = url

    async def get(self, identifier: str = "/tree", parameters: Parameters = None, return_error_code: bool = True) -> T:
        """Get the tree.

        Args:
            identifier: Kept for old scripts: there is but one tree.
            parameters: Members to add to the query.
            return_error_code: Kept for old scripts; a missing owner always raises.

        Returns:
            The tree.

        Raises:
            EntityNotFoundException: There is no such owner.
            UnsupportedOperation: The URL is not that of an owner's groups.
        """
        view = await self.client.run(_tree_of(self.url).with_query(parameters))
        tree: T = self._KIND(view.get_json())
        return tree


class GroupOrganizationTreeCollection(_GroupTrees[GroupOrganizationTree]):
    """The tree of an organization; `Organization.groups_tree` is the short way."""

    _KIND = GroupOrganizationTree


class GroupEnvironmentTreeCollection(_GroupTrees[GroupEnvironmentTree]):
    """The tree of an environment; `Environment.groups_tree` is the short way."""

    _KIND = GroupEnvironmentTree


def environment_tree(document: dict[str, Any]) -> GroupEnvironmentTree | GroupOrganizationTree:
    """Tell which tree the answer for an environment is: servers are known that begin at its organization.

    Args:
        document: The JSON object of the tree.

    Returns:
        The tree, from where it begins.
    """
    return GroupOrganizationTree(document) if "organization" in document else GroupEnvironmentTree(document)


def _tree_of(url: str) -> Request[Any]:
    from comodit_client.wire import environments, hosts, organizations

    match = _GROUPS_URL.fullmatch(url)
    if match is None:
        raise UnsupportedOperation(f"{url!r} is not the URL of the groups of an organization, environment or host")
    organization, environment, host = match.groups()
    if host is not None:
        return hosts.get_groups_tree(organization, environment, host)
    if environment is not None:
        return environments.get_groups_tree(organization, environment)
    return organizations.get_groups_tree(organization)
