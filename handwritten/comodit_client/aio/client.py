"""The way in: a client of one API root, with the credentials of one user or application key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.aio._client.automation_mixin import Automation
from comodit_client.aio._client.definitions_mixin import Definitions

if TYPE_CHECKING:
    from comodit_client.aio.application_key import ApplicationKey, ApplicationKeyCollection
    from comodit_client.aio.environment import Environment, EnvironmentCollection
    from comodit_client.aio.flavor import Flavor, FlavorCollection
    from comodit_client.aio.host import Host, HostCollection
    from comodit_client.aio.host_group import HostGroup, HostGroupCollection
    from comodit_client.aio.organization import Organization, OrganizationCollection
    from comodit_client.aio.user import User, UserCollection


class Client(Definitions, Automation):
    """A client of ComodIT's API. Making one sends nothing; connections are made when they are needed, and kept.

    Use it with `async with`, or close it when done. It may be shared by threads and tasks.

    Args:
        endpoint: The API root, such as `https://my.comodit.com/api` (S1).
        username: The user's name.
        password: The user's password.
        token: The token of an application key, instead of user name and password (S30).
        insecure_upload: Whether certificates are not checked when files are sent, as old scripts ask. It warns:
            whoever is in between gets the files and the credentials.
        mfa: The one-time code of a second factor (S31), or a function that gives one when it is asked.
        keep_login: Whether a login with a second factor outlives the process, in `~/.comodit.jwt` (in the folder that
            `COMODIT_JWT_TOKEN_FILE` names, which also turns it on), or the file for it.
        timeout: How long a request may take: seconds, or time-outs by part (5 s to connect, 30 s to read).
        retries: Which requests are sent again; reading, replacing and deleting up to twice when not given.
        polling: How waits look again.
        verify: How the server's certificate is checked: against the authorities that the system knows, those in a
            file or folder, as a TLS context does, or (False) not at all.
        cert: The client's own certificate: a file, or a certificate file and a key file.
        proxy: The URL of a proxy; the environment's (`HTTPS_PROXY`, `NO_PROXY` …) when not given.
        transport: What carries the requests, for tests; the network when not given.
        http_client: A pool of connections to use instead of one of our own.

    Raises:
        InvalidEndpoint: The endpoint is no http or https URL.
        MissingCredentials: Neither a user name nor a token is given.
        InvalidCertificate: A certificate cannot be used.
    """

    def organizations(self) -> OrganizationCollection:
        """The organizations that the user belongs to (S20). Costs no request."""
        from comodit_client.aio.organization import OrganizationCollection

        return OrganizationCollection(self)

    async def get_organization(self, name: str) -> Organization:
        """Get an organization.

        Args:
            name: Its name.

        Returns:
            The organization.

        Raises:
            EntityNotFoundException: There is none, or the user does not belong to it.
        """
        return await self.organizations().get(name)

    def users(self) -> UserCollection:
        """The users of the service (S28). Costs no request."""
        from comodit_client.aio.user import UserCollection

        return UserCollection(self)

    async def get_user(self, username: str) -> User:
        """Get a user.

        Args:
            username: The user's name.

        Returns:
            The user.

        Raises:
            EntityNotFoundException: There is none.
        """
        return await self.users().get(username)

    def environments(self, org_name: str) -> EnvironmentCollection:
        """The environments of an organization. Costs no request.

        Args:
            org_name: The organization's name.
        """
        from comodit_client.aio.environment import EnvironmentCollection

        return EnvironmentCollection(self, (org_name,))

    async def get_environment(self, org_name: str, name: str) -> Environment:
        """Get an environment.

        Args:
            org_name: The organization's name.
            name: The environment's name.

        Returns:
            The environment.

        Raises:
            EntityNotFoundException: There is none.
        """
        return await self.environments(org_name).get(name)

    def hosts(self, org_name: str, env_name: str) -> HostCollection:
        """The hosts of an environment. Costs no request.

        Args:
            org_name: The organization's name.
            env_name: The environment's name.
        """
        from comodit_client.aio.host import HostCollection

        return HostCollection(self, (org_name, env_name))

    async def get_host(self, org_name: str, env_name: str, name: str) -> Host:
        """Get a host.

        Args:
            org_name: The organization's name.
            env_name: The environment's name.
            name: The host's name.

        Returns:
            The host.

        Raises:
            EntityNotFoundException: There is none.
        """
        return await self.hosts(org_name, env_name).get(name)

    def application_keys(self, org_name: str) -> ApplicationKeyCollection:
        """The application keys of an organization. Costs no request.

        Args:
            org_name: The organization's name.
        """
        from comodit_client.aio.application_key import ApplicationKeyCollection

        return ApplicationKeyCollection(self, (org_name,))

    async def get_application_key(self, org_name: str, name: str) -> ApplicationKey:
        """Get an application key.

        Args:
            org_name: The organization's name.
            name: The key's name, not its token.

        Returns:
            The key.

        Raises:
            EntityNotFoundException: There is none.
        """
        return await self.application_keys(org_name).get(name)

    def host_groups(self, org_name: str) -> HostGroupCollection:
        """The host groups of an organization. Costs no request.

        Args:
            org_name: The organization's name.
        """
        from comodit_client.aio.host_group import HostGroupCollection

        return HostGroupCollection(self, (org_name,))

    async def get_host_group(self, org_name: str, name: str) -> HostGroup:
        """Get a host group.

        Args:
            org_name: The organization's name.
            name: The host group's name.

        Returns:
            The host group.

        Raises:
            EntityNotFoundException: There is none.
        """
        return await self.host_groups(org_name).get(name)

    def flavors(self) -> FlavorCollection:
        """The flavors, kinds of operating systems that the server knows. Costs no request."""
        from comodit_client.aio.flavor import FlavorCollection

        return FlavorCollection(self)

    async def get_flavor(self, name: str) -> Flavor:
        """Get a flavor.

        Args:
            name: Its name.

        Returns:
            The flavor.

        Raises:
            EntityNotFoundException: There is none.
        """
        return await self.flavors().get(name)
