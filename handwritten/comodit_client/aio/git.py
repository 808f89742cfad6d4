"""Git repositories that an application checks out on machines."""

from __future__ import annotations

from typing import Any

from comodit_client.aio.collection import Collection
from comodit_client.aio.entity import Entity
from comodit_client.wire import application_gits as views
from comodit_client.wire.application_gits import GitAuthenticationMethod
from comodit_client.wire.request import drop_none


class Git(views.Git, Entity):
    """A git repository, the branch to check out, and how to log in there."""

    __slots__ = ()


class ApplicationGitCollection(Collection[Git]):
    """The git repositories of an application."""

    __slots__ = ()
    _api = views

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
    ) -> Git:
        """Describe a git repository; nothing is sent.

        Args:
            name: Its name in the application.
            endpoint: Its URL.
            branch: The branch to check out.
            authentication_method: How to log in: `HTTPS` or `SSH`.
            username: The name to log in with over HTTPS.
            token: The password to log in with over HTTPS.
            key_name: The name of the file that holds the key to log in with over SSH.

        Returns:
            The repository, to `create`.
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
        return self.wrap(drop_none(described))

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
    ) -> Git:
        """Add a git repository to the application.

        Args:
            name: Its name, unique in the application.
            endpoint: Its URL.
            branch: The branch to check out.
            authentication_method: How to log in: `HTTPS` or `SSH`.
            username: The name to log in with over HTTPS.
            token: The password to log in with over HTTPS.
            key_name: The name of the file that holds the key to log in with over SSH.

        Returns:
            The repository.

        Raises:
            Conflict: The application has one with that name.
        """
        git = self.new(name, endpoint, branch, authentication_method, username=username, token=token, key_name=key_name)
        await git.create()
        return git
