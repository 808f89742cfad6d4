# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Groups of hosts of an organization with common settings and access rights."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

from comodit_client.wire.lazy import BoundList, ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.environments import (
        EnvironmentDict,
        EnvironmentListDict,
        EnvironmentListMembers,
        EnvironmentMembers,
    )
    from comodit_client.wire.dicts.settings import SettingDict
    from comodit_client.wire.group_trees import GroupEnvironmentTree
    from comodit_client.wire.settings import Setting
    from comodit_client.wire.settings_tree import OrganizationSettingTree


class EnvironmentList(View):
    """A list response: one page of Environment objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: EnvironmentListDict | None = None, **members: Unpack[EnvironmentListMembers]
        ) -> None: ...

    @property
    def count(self) -> int | str | None:
        """Number of items on this page."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Position of the first item among all items."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Number of items on all pages."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[Environment, Environment | EnvironmentDict]:
        """The items; may be absent if there are none."""
        return self._views("items", Environment)

    @items.setter
    def items(self, value: Iterable[Environment | EnvironmentDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Environment(View):
    """A group of hosts of an organization with common settings and access rights."""

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
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "settings": "settings",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: EnvironmentDict | None = None, **members: Unpack[EnvironmentMembers]) -> None: ...

    @property
    def uuid(self) -> str | None:
        """Unique identifier, 32 upper-case hexadecimal digits."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Revision counter; the server increments it on each change."""
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
        """Description of the environment."""
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
    def settings_f(self) -> ViewList[Setting, Setting | SettingDict]:
        """Initial settings of the environment; only read on creation."""
        from comodit_client.wire.settings import Setting

        return self._views("settings", Setting)


def list(
    organization: str,
) -> Request[EnvironmentList]:
    """List the environments of the organization.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response is an EnvironmentList: the environments.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, organization.
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

    Args:
        organization: Name of the organization.
        body: The request body.

    Returns:
        The request. Its response is an Environment: the created environment.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S4, S32, organization.
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

    The original client has this method but never calls it; the server may not support it.

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization. Inferred.
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

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is an Environment: the environment.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S1, S32, organization, core.
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

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is an Environment: the updated environment.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S5, S32, organization.
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

    The server presumably rejects the request if the environment still has hosts.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S35, organization.
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
    """Clone the environment under a new name.

    The clone contains a clone of each host with the same name. All of them are in the state DEFINED.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        name: Name of the clone.

    Returns:
        The request. Its response is an Environment: the clone.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S33, S34, organization.
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
    """Get all settings defined in the environment or below it.

    The original client has this method for every owner of settings, but only uses it for organizations.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        key: Key of the settings to return. Default: all settings.

    Returns:
        The request. Its response is an OrganizationSettingTree: the settings by level.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core. Inferred.
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
    """Get the access rights in the environment.

    The original client wrongly took the response for a tree that starts at the organization.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.

    Returns:
        The request. Its response is a GroupEnvironmentTree: the tree of groups.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    from comodit_client.wire.group_trees import GroupEnvironmentTree

    return Request(
        "environments.get_groups_tree",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/groups/tree",
        "object",
        GroupEnvironmentTree,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_organization",)

    URL: ClassVar[str] = "organizations/{}/environments/"

    def __init__(self, organization: str) -> None:
        self._organization = organization

    def list(self) -> Request[EnvironmentList]:
        """List the environments of the organization."""
        return list(self._organization)

    def create(self, body: Environment | Mapping[str, Any]) -> Request[Environment]:
        """Create an environment."""
        return create(self._organization, body)

    def clear(self) -> Request[None]:
        """Delete all environments of the organization."""
        return clear(self._organization)

    def get(
        self,
        environment: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[Environment]:
        """Get the environment."""
        return get(self._organization, environment, secret_only=secret_only, no_secret=no_secret, obfuscate=obfuscate)

    def update(
        self,
        environment: str,
        body: Environment | Mapping[str, Any],
        *,
        force: bool | None = None,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[Environment]:
        """Update the environment."""
        return update(
            self._organization,
            environment,
            body,
            force=force,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def delete(
        self,
        environment: str,
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[None]:
        """Delete the environment."""
        return delete(
            self._organization,
            environment,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def clone(self, environment: str, *, name: str) -> Request[Environment]:
        """Clone the environment under a new name."""
        return clone(self._organization, environment, name=name)

    def get_settings_tree(
        self,
        environment: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        key: str | None = None,
    ) -> Request[OrganizationSettingTree]:
        """Get all settings defined in the environment or below it."""
        return get_settings_tree(self._organization, environment, secret_only=secret_only, no_secret=no_secret, key=key)

    def get_groups_tree(self, environment: str) -> Request[GroupEnvironmentTree]:
        """Get the access rights in the environment."""
        return get_groups_tree(self._organization, environment)
