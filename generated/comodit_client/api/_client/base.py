# Made by `python -m generator` from handwritten/comodit_client/aio/_client/base.py.
# Do not edit: change that, then run `make generate`.
"""What is common to all that a client is: a session, its options, its end."""

from __future__ import annotations

import copy
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Self, TypeVar, cast

from comodit_client.api._client.connections import Connections
from comodit_client.api._client.session import Session
from comodit_client.rest.credentials import credentials
from comodit_client.rest.endpoint import api_root, shown
from comodit_client.rest.options import Polling, RetryPolicy, Timeouts

if TYPE_CHECKING:
    import os

    from comodit_client.api.client import Client
    from comodit_client.rest import _sync_http
    from comodit_client.rest.tls import Certificate, Verify
    from comodit_client.wire.request import Request

T = TypeVar("T")


class BaseClient:
    """A session with one API root. What its arguments are, `Client` tells: nothing else is made of it."""

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
        """Make a client of what is configured: arguments go before the environment, and that before the profile.

        The environment is `COMODIT_API`, `COMODIT_USERNAME`, `COMODIT_PASSWORD`, `COMODIT_TOKEN` and
        `COMODIT_PROFILE`; profiles are read from `./conf/comodit-client.conf`, `~/.comoditrc` or
        `/etc/comodit-client/comodit-client.conf`, the first there is.

        Args:
            profile: The profile's name; that of the environment, then the default one, when not given.
            options: Arguments of `Client`, of which none is needed.

        Returns:
            The client.

        Raises:
            ConfigException: A file or profile is not there, or lacks something.
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
        """Make a client with other options that shares the connections: closing either closes both.

        Args:
            timeout: How long a request may take; as here when not given.
            retries: Which requests are sent again; as here when not given.
            polling: How waits look again; as here when not given.

        Returns:
            The client; this one stays as it is.
        """
        other = copy.copy(self)
        other.session = self.session.with_options(None if timeout is None else Timeouts.from_argument(timeout), retries)
        other.polling = polling or self.polling
        return other

    @property
    def _whole(self) -> Client:
        """The client that this is a part of."""
        return cast("Client", self)

    @property
    def endpoint(self) -> str:
        """The API root, without a slash at its end."""
        return self.session.root

    def run(self, request: Request[T], timeout: Timeouts | float | None = None) -> T:
        """Send what an operation of the wire layer asks.

        Args:
            request: The request, such as `wire.hosts.get("Acme", "Default", "web-1")`.
            timeout: How long it may take, for this call only: seconds, or time-outs by part.

        Returns:
            What the operation gives.

        Raises:
            PythonApiException: There was no answer, or it is a refusal, or not what was promised.
        """
        return self.session.run(request, timeout)

    def save(self, request: Request[bytes], file: BinaryIO, timeout: Timeouts | float | None = None) -> int:
        """Write the content that an operation gives to a file while it comes, whatever its size.

        Args:
            request: The request, such as `wire.instances.get_file("Acme", "Default", "web-1", path="/etc/hosts")`.
            file: A file open for writing bytes. After a failure it may hold a part of the content.
            timeout: How long each part may take, for this call only: seconds, or time-outs by part.

        Returns:
            The number of bytes.

        Raises:
            PythonApiException: There was no answer, or it is a refusal, or it broke off.
        """
        return self.session.save(request, file, timeout)

    def close(self) -> None:
        """Close the connections; the client cannot be used any more."""
        self.session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Client({shown(self.endpoint)!r})"
