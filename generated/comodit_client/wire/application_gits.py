# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Git repositories that an application checks out on machines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.application_gits import GitDict, GitListDict, GitListMembers, GitMembers

#: Authentication method of a git repository.
GitAuthenticationMethod: TypeAlias = Literal["HTTPS", "SSH"]


class GitList(View):
    """A list response: one page of Git objects."""

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

        def __init__(self, json_data: GitListDict | None = None, **members: Unpack[GitListMembers]) -> None: ...

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
    def items(self) -> ViewList[Git, Git | GitDict]:
        """The items; may be absent if there are none."""
        return self._views("items", Git)

    @items.setter
    def items(self, value: Iterable[Git | GitDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Git(View):
    """A git repository that an application checks out on the machine."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "endpoint": "endpoint",
        "username": "username",
        "token": "token",
        "keyName": "key_name",
        "branch": "branch",
        "authenticationMethod": "authentication_method",
        "uuid": "uuid",
        "version": "version",
    }
    SECRETS: ClassVar[frozenset[str]] = frozenset(
        {
            "token",
        }
    )
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "endpoint": "endpoint",
        "username": "username",
        "token": "token",
        "key_name": "keyName",
        "branch": "branch",
        "authentication_method": "authenticationMethod",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: GitDict | None = None, **members: Unpack[GitMembers]) -> None: ...

    @property
    def name(self) -> str:
        """Name, unique in the application."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def endpoint(self) -> str | None:
        """URL of the repository."""
        return self._data.get("endpoint")

    @endpoint.setter
    def endpoint(self, value: str | None) -> None:
        self._data["endpoint"] = value

    @endpoint.deleter
    def endpoint(self) -> None:
        self._data.pop("endpoint", None)

    @property
    def username(self) -> str | None:
        """User name for HTTPS."""
        return self._data.get("username")

    @username.setter
    def username(self, value: str | None) -> None:
        self._data["username"] = value

    @username.deleter
    def username(self) -> None:
        self._data.pop("username", None)

    @property
    def token(self) -> str | None:
        """Password for HTTPS, secret."""
        return self._data.get("token")

    @token.setter
    def token(self, value: str | None) -> None:
        self._data["token"] = value

    @token.deleter
    def token(self) -> None:
        self._data.pop("token", None)

    @property
    def key_name(self) -> str | None:
        """Name of the file that holds the SSH key."""
        return self._data.get("keyName")

    @key_name.setter
    def key_name(self, value: str | None) -> None:
        self._data["keyName"] = value

    @key_name.deleter
    def key_name(self) -> None:
        self._data.pop("keyName", None)

    @property
    def branch(self) -> str | None:
        """Branch to check out."""
        return self._data.get("branch")

    @branch.setter
    def branch(self, value: str | None) -> None:
        self._data["branch"] = value

    @branch.deleter
    def branch(self) -> None:
        self._data.pop("branch", None)

    @property
    def authentication_method(self) -> GitAuthenticationMethod | str | None:
        """Authentication method."""
        return self._data.get("authenticationMethod")

    @authentication_method.setter
    def authentication_method(self, value: GitAuthenticationMethod | str | None) -> None:
        self._data["authenticationMethod"] = value

    @authentication_method.deleter
    def authentication_method(self) -> None:
        self._data.pop("authenticationMethod", None)

    @property
    def uuid(self) -> str | None:
        """Unique identifier, 32 upper-case hexadecimal digits."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Revision counter; the server increments it on each change."""
        return self._data.get("version")


def list(
    organization: str,
    application: str,
) -> Request[GitList]:
    """List the git repositories of the application.

    Args:
        organization: Name of the organization.
        application: Name of the application.

    Returns:
        The request. Its response is a GitList: the git repositories.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, recipes.
    """
    return Request(
        "application_gits.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/gits/",
        "object",
        GitList,
    )


def create(
    organization: str,
    application: str,
    body: Git | Mapping[str, Any],
) -> Request[Git]:
    """Create a git repository of the application.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        body: The request body.

    Returns:
        The request. Its response is a Git: the created git repository.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S4, recipes.
    """
    return Request(
        "application_gits.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/gits/",
        "object",
        Git,
        body=unwrapped(body),
        secret=("token",),
    )


def clear(
    organization: str,
    application: str,
) -> Request[None]:
    """Delete all git repositories of the application.

    The original client has this method for every collection; the server may not support it.

    Args:
        organization: Name of the organization.
        application: Name of the application.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: recipes. Inferred.
    """
    return Request(
        "application_gits.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/gits/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    application: str,
    git: str,
) -> Request[Git]:
    """Get a git repository of the application.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        git: Name of the git repository in its application.

    Returns:
        The request. Its response is a Git: the git repository.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S1, recipes.
    """
    return Request(
        "application_gits.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/gits/{segment('git', git)}",
        "object",
        Git,
    )


def update(
    organization: str,
    application: str,
    git: str,
    body: Git | Mapping[str, Any],
) -> Request[Git]:
    """Update a git repository of the application.

    A new name in the body renames the git repository.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        git: Name of the git repository in its application.
        body: The request body.

    Returns:
        The request. Its response is a Git: the updated git repository.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S5, recipes.
    """
    return Request(
        "application_gits.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/gits/{segment('git', git)}",
        "object",
        Git,
        body=unwrapped(body),
        secret=("token",),
    )


def delete(
    organization: str,
    application: str,
    git: str,
) -> Request[None]:
    """Delete a git repository of the application.

    Args:
        organization: Name of the organization.
        application: Name of the application.
        git: Name of the git repository in its application.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S8, recipes.
    """
    return Request(
        "application_gits.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/applications/{segment('application', application)}/gits/{segment('git', git)}",
        "nothing",
        identity,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_application", "_organization")

    URL: ClassVar[str] = "organizations/{}/applications/{}/gits/"

    def __init__(self, organization: str, application: str) -> None:
        self._organization = organization
        self._application = application

    def list(self) -> Request[GitList]:
        """List the git repositories of the application."""
        return list(self._organization, self._application)

    def create(self, body: Git | Mapping[str, Any]) -> Request[Git]:
        """Create a git repository of the application."""
        return create(self._organization, self._application, body)

    def clear(self) -> Request[None]:
        """Delete all git repositories of the application."""
        return clear(self._organization, self._application)

    def get(self, git: str) -> Request[Git]:
        """Get a git repository of the application."""
        return get(self._organization, self._application, git)

    def update(self, git: str, body: Git | Mapping[str, Any]) -> Request[Git]:
        """Update a git repository of the application."""
        return update(self._organization, self._application, git, body)

    def delete(self, git: str) -> Request[None]:
        """Delete a git repository of the application."""
        return delete(self._organization, self._application, git)
