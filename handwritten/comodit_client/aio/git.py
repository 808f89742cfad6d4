"""Git repositories that an application checks out on machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from comodit_client.aio.capabilities import Clearable, EditableCollection
from comodit_client.aio.editable import RenamableEntity
from comodit_client.wire import application_gits as views
from comodit_client.wire.application_gits import GitAuthenticationMethod
from comodit_client.wire.request import drop_none

if TYPE_CHECKING:
    from comodit_client.wire.dicts.application_gits import GitMembers, GitOptions


class Git(views.Git, RenamableEntity):
    """A git repository, its branch, and the credentials to check it out."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: ApplicationGitCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[GitMembers],
        ) -> None: ...

        @property
        def collection(self) -> ApplicationGitCollection: ...


class ApplicationGitCollection(EditableCollection[Git], Clearable[Git]):
    """The git repositories of an application."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> Git:
        return Git(self, json_data)

    def new(
        self,
        name: str,
        endpoint: str,
        branch: str | None = None,
        authentication_method: GitAuthenticationMethod = "HTTPS",
        *,
        username: str | None = None,
        token: str | None = None,
        key_name: str | None = None,
        **members: Unpack[GitOptions],
    ) -> Git:
        """Build a git repository without sending it.

        Args:
            name: The name in the application.
            endpoint: The URL of the repository.
            branch: The branch to check out.
            authentication_method: `HTTPS` or `SSH`.
            username: The user name for HTTPS.
            token: The password for HTTPS.
            key_name: The name of the file with the key for SSH.
            members: Other members, as keywords of `Git`.

        Returns:
            The repository, ready for `create`.
        """
        described = {
            "name": name,
            "endpoint": endpoint,
            "branch": branch,
            "authenticationMethod": authentication_method,
            "username": username,
            "token": token,
            "keyName": key_name,
        }
        return self.build(drop_none(described), members)

    async def create(
        self,
        name: str,
        endpoint: str,
        branch: str | None = None,
        authentication_method: GitAuthenticationMethod = "HTTPS",
        *,
        username: str | None = None,
        token: str | None = None,
        key_name: str | None = None,
        **members: Unpack[GitOptions],
    ) -> Git:
        """Add a git repository to the application.

        Args:
            name: The name, unique in the application.
            endpoint: The URL of the repository.
            branch: The branch to check out.
            authentication_method: `HTTPS` or `SSH`.
            username: The user name for HTTPS.
            token: The password for HTTPS.
            key_name: The name of the file with the key for SSH.
            members: Other members, as keywords of `Git`.

        Returns:
            The repository.

        Raises:
            Conflict: The application already uses that name.
        """
        credentials = {"username": username, "token": token, "key_name": key_name}
        git = self.new(name, endpoint, branch, authentication_method, **credentials, **members)
        await git.create()
        return git
