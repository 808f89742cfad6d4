# Made by `python -m generator` from handwritten/comodit_client/aio/_client/base.py.
# Do not edit: change that, then run `make generate`.
"""The base class of clients: a session and its options."""

from __future__ import annotations

import copy
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from comodit_client.api._client.connections import Connections
from comodit_client.api._client.session import Session
from comodit_client.rest.credentials import credentials
from comodit_client.rest.endpoint import api_root, shown
from comodit_client.rest.options import Polling, RetryPolicy, Timeouts

if TYPE_CHECKING:
    import os

    from comodit_client.api.client import Client
    from comodit_client.rest import _sync_http
    from comodit_client.rest.downloads import Target
    from comodit_client.rest.tls import Certificate, Verify
    from comodit_client.wire.request import Request

T = TypeVar("T")


class BaseClient:
    """Base class of all clients. `Client` documents the arguments."""

    def __init__(
        self,
        endpoint: str,
        username: str | None = None,
        password: str | None = None,
        token: str | None = None,
        insecure_upload: bool = False,
        mfa: str | Callable[[], str] | None = None,
        *,
        keep_login: bool | str | os.PathLike[str] = False,
        timeout: Timeouts | float | None = None,
        retries: RetryPolicy | None = None,
        polling: Polling | None = None,
        verify: Verify = True,
        cert: Certificate | None = None,
        proxy: str | None = None,
        transport: _sync_http.Transport | None = None,
        http_client: _sync_http.Pool | None = None,
    ) -> None:
        root = api_root(endpoint)
        auth = credentials(root, username, password, token, mfa, keep_login)
        connections = uploads = Connections(verify, cert, proxy, transport, http_client)
        if insecure_upload and transport is None and http_client is None:
            uploads = Connections(False, cert, proxy)
        self.session: Session = Session(
            root, auth, connections, uploads, Timeouts.from_argument(timeout), retries or RetryPolicy()
        )
        self.insecure_upload: bool = insecure_upload
        self.polling: Polling = polling or Polling()

    @classmethod
    def from_config(cls, profile: str | None = None, **options: Any) -> Self:
        """Create a client from the configuration: arguments, then environment variables, then a profile.

        The environment variables are `COMODIT_API`, `COMODIT_USERNAME`, `COMODIT_PASSWORD`, `COMODIT_TOKEN` and
        `COMODIT_PROFILE`. Profiles are read from the first of these files that exists: `./conf/comodit-client.conf`,
        `~/.comoditrc`, `/etc/comodit-client/comodit-client.conf`.

        Args:
            profile: The profile's name. Default: `COMODIT_PROFILE`, then the default profile of the file.
            options: Arguments of `Client`; all are optional.

        Returns:
            The client.

        Raises:
            ConfigException: A file or profile is missing or incomplete.
            MissingCredentials: Neither a user name nor a token is configured.
        """
        from comodit_client.config import client_options

        return cls(**client_options(profile, options))

    def with_options(
        self,
        *,
        timeout: Timeouts | float | None = None,
        retries: RetryPolicy | None = None,
        polling: Polling | None = None,
    ) -> Self:
        """Return a client with other options that shares the connections. Closing one of them closes both.

        Args:
            timeout: The timeout of a request. Default: unchanged.
            retries: The retry policy. Default: unchanged.
            polling: How waits poll. Default: unchanged.

        Returns:
            The new client; this one does not change.
        """
        other = copy.copy(self)
        other.session = self.session.with_options(None if timeout is None else Timeouts.from_argument(timeout), retries)
        other.polling = polling or self.polling
        return other

    @property
    def _as_client(self) -> Client:
        """This object, typed as the class that all mixins are part of."""
        return cast("Client", self)

    @property
    def endpoint(self) -> str:
        """The API root, without a trailing slash."""
        return self.session.root

    def run(self, request: Request[T], timeout: Timeouts | float | None = None) -> T:
        """Send a request of the wire layer.

        Args:
            request: The request, such as `wire.hosts.get("Acme", "Default", "web-1")`.
            timeout: The timeout of this call: seconds, or a timeout for each part.

        Returns:
            The result of the operation.

        Raises:
            PythonApiException: No response was received, or it is an error or not of the expected form.
        """
        return self.session.run(request, timeout)

    def save(self, request: Request[bytes], file: Target, timeout: Timeouts | float | None = None) -> int:
        """Stream the content that an operation returns to a path or a file.

        A regular file at a path is replaced only after the download is complete. A symbolic link stays, and its target
        is written. A pipe or a device is written into. Only the user can read a new file.

        Args:
            request: The request, such as `wire.instances.get_file("Acme", "Default", "web-1", path="/etc/hosts")`.
            file: A path, or a binary file that is open for writing. After an error an open file may hold a part of the
                content.
            timeout: The timeout of each chunk in this call: seconds, or a timeout for each part.

        Returns:
            The number of bytes.

        Raises:
            UnusableFile: The path or the file cannot be written. If this is known before, no request is sent.
            PythonApiException: No response was received, or it is an error or incomplete.
        """
        from comodit_client.rest.downloads import target

        with target(file) as opened:
            return self.session.save(request, opened, timeout)

    def close(self) -> None:
        """Close the connections. The client cannot be used afterwards."""
        self.session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Client({shown(self.endpoint)!r})"
