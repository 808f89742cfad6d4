# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Sets of hosts of an organization that share settings and rights."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final

from comodit_client.wire.lazy import BoundList, ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.group_trees import GroupEnvironmentTree
    from comodit_client.wire.settings import Setting
    from comodit_client.wire.settings_tree import OrganizationSettingTree

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/environments/"


class EnvironmentList(View):
    """A list answer: a page of Environment objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }

    @property
    def count(self) -> int | str | None:
        """Items in this answer."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Place of the first item among all."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Items overall."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[Environment]:
        """The items; may be absent when there is none."""
        return self._views("items", Environment)

    @items.setter
    def items(self, value: Iterable[Environment | Mapping[str, Any]] | None) -> None:
        self._set_list("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Environment(View):
    """A set of hosts of an organization that share settings and rights."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "version": "version",
        "name": "name",
        "description": "description",
        "organization": "organization",
        "hosts": "hosts_f",
        "settings": "settings_f",
    }

    @property
    def uuid(self) -> str | None:
        """Unique identifier, 32 upper-case hexadecimal digits."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Revision counter, raised by the server on each change."""
        return self._data.get("version")

    @property
    def name(self) -> str:
        """Name, unique in the organization."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def description(self) -> str | None:
        """Free text about the environment."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

    @property
    def organization(self) -> str | None:
        """Name of the organization that owns the environment."""
        return self._data.get("organization")

    @property
    def hosts_f(self) -> BoundList[str]:
        """Names of the hosts."""
        return self._values("hosts")

    @property
    def settings_f(self) -> ViewList[Setting]:
        """Settings that the environment starts with; looked at on creation only."""
        from comodit_client.wire.settings import Setting

        return self._views("settings", Setting)


def list(
    organization: str,
) -> Request[EnvironmentList]:
    """List the environments of the organization.

    Facts: S2, organization.

    Args:
        organization: Name of the organization.

    Returns:
        The request; its answer is an EnvironmentList: the environments.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "environments.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/",
        "object",
        EnvironmentList,
    )


def create(
    organization: str,
    body: Environment | Mapping[str, Any],
) -> Request[Environment]:
    """Create an environment.

    Facts: S4, S32, organization.

    Args:
        organization: Name of the organization.
        body: What to send.

    Returns:
        The request; its answer is an Environment: the environment as created.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "environments.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/environments/",
        "object",
        Environment,
        body=unwrapped(body),
    )


def clear(
    organization: str,
) -> Request[None]:
    """Delete all environments of the organization.

    Inherited by every collection of the old client, never used; whether the server has it is not known.

    Facts: organization. Inferred.

    Args:
        organization: Name of the organization.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "environments.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    environment: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[Environment]:
    """Get the environment.

    Facts: S1, S32, organization, core.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        secret_only: Whether to give secret settings only.
        no_secret: Whether to leave secret settings out.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request; its answer is an Environment: the environment.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "environments.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}",
        "object",
        Environment,
        query=drop_none(
            {
                "secret_only": secret_only,
                "no_secret": no_secret,
                "obfuscate": obfuscate,
            }
        ),
    )


def update(
    organization: str,
    environment: str,
    body: Environment | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Environment]:
    """Update the environment.

    Read-only members of the body are ignored. A new name in the body renames the environment.

    Facts: S5, S32, organization.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        body: What to send.
        force: Whether to force the update; what the server then leaves unchecked is not known.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is an Environment: the environment as updated.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "environments.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}",
        "object",
        Environment,
        query=drop_none(
            {
                "force": force,
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
        body=unwrapped(body),
    )


def delete(
    organization: str,
    environment: str,
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Delete the environment.

    An environment that still has hosts is presumably refused.

    Facts: S35, organization.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "environments.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}",
        "nothing",
        identity,
        query=drop_none(
            {
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
    )


def clone(
    organization: str,
    environment: str,
    *,
    name: str,
) -> Request[Environment]:
    """Clone the environment under another name.

    The clone holds a clone of each host under the same name; all of them are DEFINED.

    Facts: S33, S34, organization.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        name: Name of the clone.

    Returns:
        The request; its answer is an Environment: the clone.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "environments.clone",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/_clone",
        "object",
        Environment,
        query=drop_none(
            {
                "name": name,
            }
        ),
        timeout_class="long",
    )


def get_settings_tree(
    organization: str,
    environment: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    key: str | None = None,
) -> Request[OrganizationSettingTree]:
    """Get all settings that are defined in the environment or below it.

    Inherited by every owner of settings in the old client; only the organization's tree was ever used.

    Facts: core. Inferred.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        secret_only: Whether to give secret settings only.
        no_secret: Whether to leave secret settings out.
        key: Key of the settings to give; without it, all are given.

    Returns:
        The request; its answer is an OrganizationSettingTree: the settings, level by level.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.settings_tree import OrganizationSettingTree

    return Request(
        "environments.get_settings_tree",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/tree/settings/",
        "object",
        OrganizationSettingTree,
        query=drop_none(
            {
                "secret_only": secret_only,
                "no_secret": no_secret,
                "key": key,
            }
        ),
    )


def get_groups_tree(
    organization: str,
    environment: str,
) -> Request[GroupEnvironmentTree]:
    """Get who has which right in the environment.

    The last released client took it for one that begins at the organization, by mistake.

    Facts: organization.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.

    Returns:
        The request; its answer is a GroupEnvironmentTree: the tree.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.group_trees import GroupEnvironmentTree

    return Request(
        "environments.get_groups_tree",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/groups/tree",
        "object",
        GroupEnvironmentTree,
    )
