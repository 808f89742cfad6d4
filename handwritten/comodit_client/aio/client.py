"""The client, which is the entry point of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from comodit_client.aio._client.automation_mixin import Automation
from comodit_client.aio._client.definitions_mixin import Definitions
from comodit_client.rest.deprecated import deprecated, renamed
from comodit_client.rest.exceptions import UnsupportedOperation

if TYPE_CHECKING:
    from comodit_client.aio.application_key import ApplicationKey, ApplicationKeyCollection
    from comodit_client.aio.environment import Environment, EnvironmentCollection
    from comodit_client.aio.flavor import Flavor, FlavorCollection
    from comodit_client.aio.host import Host, HostCollection
    from comodit_client.aio.host_group import HostGroup, HostGroupCollection
    from comodit_client.aio.organization import Organization, OrganizationCollection
    from comodit_client.aio.user import User, UserCollection
    from comodit_client.rest.options import Timeouts


class Client(Definitions, Automation):
    """A client of ComodIT's API. Creating one sends no request; connections are opened on demand and reused.

    Use it with `async with`, or close it after use. Threads and tasks can share a client.

    Args:
        endpoint: The API root, such as `https://my.comodit.com/api`.
        username: The user's name.
        password: The user's password.
        token: The token of an application key, instead of user name and password.
        insecure_upload: If True, uploads do not verify the server's certificate. The client warns, because anyone
            between client and server can read the files and the credentials.
        mfa: The one-time code of a second factor, or a function that returns one.
        keep_login: If True, keep a login with a second factor in `~/.comodit.jwt` for later processes. A path keeps it
            in that file. `COMODIT_JWT_TOKEN_FILE` names the folder for it and turns it on.
        timeout: The timeout of a request: seconds, or a timeout for each part. Default: 5 s to connect, 30 s to read.
        retries: The retry policy. Default: idempotent requests, 3 attempts.
        polling: How waits poll.
        verify: How to verify the server's certificate: True for the system's authorities, a file or folder with
            authorities, a TLS context, or False for no verification.
        cert: The client's certificate: a file, or a certificate file and a key file.
        proxy: The URL of a proxy. Default: the proxy of the environment (`HTTPS_PROXY`, `NO_PROXY` …).
        max_response_size: The largest response that is read into memory, in bytes after decompression. Files that are
            saved have no limit. Default: 256 MiB.
        user_agent: The application that uses the library, such as "deploy/2.1", for the server's log.
        on_drift: Called once with each difference between a response and the schema, such as an unknown member. A
            `DriftReport` collects them. Default: responses are not compared.
        transport: The httpx transport, for tests. Default: the network. It excludes `verify`, `cert` and `proxy`.
        http_client: An httpx client to use instead of the library's own. It excludes the same and `transport`.

    Raises:
        InvalidEndpoint: The endpoint is not an http or https URL, or the URL of the proxy is malformed.
        MissingCredentials: Neither a user name with a password nor a token was passed, or they cannot be sent.
        InvalidCertificate: A certificate cannot be used.
        InvalidArgument: Another argument is of the wrong type, out of range, or contradicts one.

    Facts: S1, S30, S31.
    """

    async def ping(self, timeout: Timeouts | float | None = None) -> float:
        """Check the endpoint and the credentials. This lists the organizations, which works with any credentials.

        Args:
            timeout: Seconds for the whole call, retries included; or the timeouts of each attempt. Default: those of
                the client.

        Returns:
            The seconds until the response, retries included.

        Raises:
            Unauthorized: The credentials are wrong.
            ApiException: The server returned another error, or the endpoint is not the root of the API.
            TransportError: No response was received. The message names mistakes such as https on a port without TLS.
        """
        from comodit_client.rest._async_io import monotonic
        from comodit_client.wire import organizations

        started = monotonic()
        await self.run(organizations.list(), timeout)
        return monotonic() - started

    async def whoami(self) -> User:
        """Get the user that the client's user name and password belong to.

        An application key acts for a user, but the API does not return the name. `ping` checks a key.

        Returns:
            The user.

        Raises:
            Unauthorized: The credentials are wrong.
            UnsupportedOperation: The client uses the token of an application key.
            EntityNotFoundException: The name is not that of a user, but the access key of an application key. For most
                users the server returns 403 instead (Forbidden).
        """
        username = self._arguments["username"]
        if self._arguments["token"]:
            raise UnsupportedOperation(
                "Cannot get the user of an application key: the API does not return it. Use ping() to check the key."
            )
        return await self.get_user(username)

    def organizations(self) -> OrganizationCollection:
        """Return the organizations that the user belongs to. Sends no request."""
        from comodit_client.aio.organization import OrganizationCollection

        return OrganizationCollection(self)

    async def get_organization(self, name: str) -> Organization:
        """Get an organization.

        Args:
            name: The name.

        Returns:
            The organization.

        Raises:
            EntityNotFoundException: The organization does not exist, or the user is not a member.
        """
        return await self.organizations().get(name)

    def users(self) -> UserCollection:
        """Return the users of the service. Sends no request."""
        from comodit_client.aio.user import UserCollection

        return UserCollection(self)

    async def get_user(self, username: str) -> User:
        """Get a user.

        Args:
            username: The user's name.

        Returns:
            The user.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return await self.users().get(username)

    def environments(self, org_name: str) -> EnvironmentCollection:
        """Return the environments of an organization. Sends no request.

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
            EntityNotFoundException: It does not exist.
        """
        return await self.environments(org_name).get(name)

    def hosts(self, org_name: str, env_name: str) -> HostCollection:
        """Return the hosts of an environment. Sends no request.

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
            EntityNotFoundException: It does not exist.
        """
        return await self.hosts(org_name, env_name).get(name)

    def application_keys(self, org_name: str) -> ApplicationKeyCollection:
        """Return the application keys of an organization. Sends no request.

        Args:
            org_name: The organization's name.
        """
        from comodit_client.aio.application_key import ApplicationKeyCollection

        return ApplicationKeyCollection(self, (org_name,))

    @overload
    async def get_application_key(self, org_name: str, name: str) -> ApplicationKey: ...

    @overload
    @deprecated("Use name= instead of token=.")
    async def get_application_key(self, org_name: str, *, token: str) -> ApplicationKey: ...

    @renamed(token="name")  # noqa: S106 - the name of an argument
    async def get_application_key(self, org_name: str, name: str) -> ApplicationKey:
        """Get an application key.

        Args:
            org_name: The organization's name.
            name: The key's name, not its token.

        Returns:
            The key.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return await self.application_keys(org_name).get(name)

    def host_groups(self, org_name: str) -> HostGroupCollection:
        """Return the host groups of an organization. Sends no request.

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
            EntityNotFoundException: It does not exist.
        """
        return await self.host_groups(org_name).get(name)

    def flavors(self) -> FlavorCollection:
        """Return the flavors, which are the kinds of operating systems that the server knows. Sends no request."""
        from comodit_client.aio.flavor import FlavorCollection

        return FlavorCollection(self)

    async def get_flavor(self, name: str) -> Flavor:
        """Get a flavor.

        Args:
            name: The name.

        Returns:
            The flavor.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return await self.flavors().get(name)
