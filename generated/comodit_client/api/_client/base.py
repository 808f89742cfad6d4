# Made by `python -m generator` from handwritten/comodit_client/aio/_client/base.py.
# Do not edit: change that, then run `make generate`.
"""The base class of clients: a session and its options."""

from __future__ import annotations

import builtins
import copy
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar, Unpack, cast

from comodit_client.api._client.arguments import (
    MAX_RESPONSE_SIZE,
    check_connections,
    check_names,
    check_request,
    check_response_size,
    check_user_agent,
    option,
    watch,
)
from comodit_client.api._client.connections import Connections
from comodit_client.rest.credentials import credentials
from comodit_client.rest.endpoint import api_root, shown
from comodit_client.rest.exceptions import InvalidArgument, WrongType

if TYPE_CHECKING:
    import os

    from comodit_client.api._client.options import ClientOptions
    from comodit_client.api._client.session import Session
    from comodit_client.api.client import Client
    from comodit_client.rest import _sync_http
    from comodit_client.rest.downloads import Target
    from comodit_client.rest.options import Polling, RetryPolicy, Timeouts
    from comodit_client.rest.tls import Certificate, Verify
    from comodit_client.wire.drift import Drift
    from comodit_client.wire.request import Request

T = TypeVar("T")


class _Arguments(dict[str, Any]):
    """The arguments of a client. They hold the password and are not printed."""

    def __repr__(self) -> str:
        return "<arguments>"


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
        http_client: _sync_http.GivenPool | None = None,
        max_response_size: int = MAX_RESPONSE_SIZE,
        user_agent: str = "",
        on_drift: Callable[[Drift], object] | None = None,
    ) -> None:
        # These classes import attrs: a program that only imports the client, as for its help, starts faster.
        from comodit_client.api._client.session import Session
        from comodit_client.rest.options import Polling, RetryPolicy, Timeouts

        #: A deep copy, or a copy in another process, is made from these.
        self._arguments = _Arguments(
            endpoint=endpoint,
            username=username,
            password=password,
            token=token,
            insecure_upload=insecure_upload,
            mfa=mfa,
            keep_login=keep_login,
            verify=verify,
            cert=cert,
            proxy=proxy,
            transport=transport,
            http_client=http_client,
            max_response_size=max_response_size,
            user_agent=user_agent,
        )
        root = api_root(endpoint)
        auth = credentials(root, username, password, token, mfa, keep_login)
        check_connections(verify, cert, proxy, transport, http_client)
        check_response_size(max_response_size)
        check_user_agent(user_agent)
        if insecure_upload not in (True, False):  # a text such as "no" would disable the verification
            raise InvalidArgument("Cannot use insecure_upload: give True or False.")
        connections = uploads = Connections(root, verify, cert, proxy, transport, http_client)
        if insecure_upload and transport is None and http_client is None:
            uploads = Connections(root, False, cert, proxy)
        self.session: Session = Session(
            root,
            auth,
            connections,
            uploads,
            Timeouts.from_argument(timeout),
            option("retries", retries, RetryPolicy),
            max_response_size,
            user_agent,
            watch(on_drift),
        )
        self.insecure_upload: bool = insecure_upload
        self.polling: Polling = option("polling", polling, Polling)

    @classmethod
    def from_config(cls, profile: str | None = None, **options: Unpack[ClientOptions]) -> Self:
        """Create a client from the configuration: arguments, then environment variables, then a profile.

        The environment variables are `COMODIT_API`, `COMODIT_USERNAME`, `COMODIT_PASSWORD`, `COMODIT_TOKEN` and
        `COMODIT_PROFILE`. Profiles are read from the first of these files that exists: `~/.comoditrc`,
        `/etc/comodit-client/comodit-client.conf`.

        Args:
            profile: The profile's name. Default: `COMODIT_PROFILE`, then the default profile of the file.
            options: Arguments of `Client`; all are optional.

        Returns:
            The client.

        Raises:
            ConfigException: A file or profile is missing or incomplete.
            MissingCredentials: Neither a user name with a password nor a token is configured, or they cannot be sent.
            InvalidEndpoint: The API root is malformed. The message names the variable or file that it is from.
            WrongType: The client has no such argument. It is also a TypeError.
        """
        from comodit_client.config import client_options

        check_names(cls, options)
        return cls(**client_options(profile, options))

    def with_options(
        self,
        *,
        timeout: Timeouts | float | None = None,
        retries: RetryPolicy | None = None,
        polling: Polling | None = None,
        on_drift: Callable[[Drift], object] | None = None,
    ) -> Self:
        """Return a client with other options that shares the connections. Closing one of them closes both.

        Args:
            timeout: The timeout of a request. Default: unchanged.
            retries: The retry policy. Default: unchanged.
            polling: How waits poll. Default: unchanged.
            on_drift: Called with each difference between a response and the schema. Default: unchanged.

        Returns:
            The new client; this one does not change.

        Raises:
            InvalidArgument: An option is of the wrong type or out of range.
        """
        from comodit_client.rest.options import Polling, RetryPolicy, Timeouts

        other = copy.copy(self)
        other.session = self.session.with_options(
            Timeouts.from_argument(self.session.timeouts if timeout is None else timeout),
            option("retries", self.session.retries if retries is None else retries, RetryPolicy),
            watch(on_drift),
        )
        other.polling = option("polling", self.polling if polling is None else polling, Polling)
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
            timeout: Seconds for the whole call, retries included; or the timeouts of each attempt.

        Returns:
            The result of the operation.

        Raises:
            PythonApiException: No response was received, or it is an error or not of the expected form.
        """
        check_request(request)
        return self.session.run(request, timeout)

    def run_list(self, request: Request[Any]) -> builtins.list[dict[str, Any]]:
        """Send a list request of the wire layer, and further requests if the server returns the list in pages.

        Args:
            request: The request, such as `wire.hosts.list("Acme", "Default")`.

        Returns:
            The JSON objects of the items.

        Raises:
            PythonApiException: No response was received, or it is an error or not of the expected form.
            InvalidArgument: The result of the operation is not a list of objects.
        """
        from comodit_client.api._client.lists import documents, spec_of

        check_request(request)
        return documents(self._as_client, request, spec_of(request))

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

        check_request(request)
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

    def _account(self) -> tuple[object, ...]:
        given = self._arguments
        return self.endpoint, given["token"] or given["username"], given["transport"], given["http_client"]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, BaseClient) and self._account() == other._account()

    def __hash__(self) -> int:
        return hash(self._account())

    def __copy__(self) -> Self:
        other = object.__new__(type(self))
        vars(other).update(vars(self))
        return other

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return _rebuilt(*self._parts())

    def __reduce__(self) -> tuple[Any, ...]:
        parts = self._parts()
        for name in ("verify", "cert", "transport", "http_client", "on_drift"):
            _check_pickles(name, parts[1][name])
        return _rebuilt, parts

    def _parts(self) -> tuple[type[Self], dict[str, Any], dict[str, Any]]:
        """Return the class, the arguments and the other attributes: all but the connections."""
        session, drift = self.session, self.session.drift
        arguments = self._arguments | {"timeout": session.timeouts, "retries": session.retries}
        arguments["on_drift"] = None if drift is None else drift.callback
        others = {name: value for name, value in vars(self).items() if name not in ("_arguments", "session")}
        return type(self), arguments, others

    def __repr__(self) -> str:
        return f"Client({shown(self.endpoint)!r})"


C = TypeVar("C", bound=BaseClient)


def _rebuilt(kind: type[C], arguments: dict[str, Any], others: dict[str, Any]) -> C:
    client = kind.__new__(kind)
    BaseClient.__init__(client, **arguments)  # a subclass may take other arguments
    vars(client).update(others)
    return client


def _check_pickles(name: str, value: object) -> None:
    import pickle

    try:
        pickle.dumps(value)
    except Exception as error:
        raise WrongType(
            f"Cannot pickle this client: its {name} is a {type(value).__name__}, which cannot be pickled ({error}). "
            "Create the client in the process that uses it. Pass files for certificates, and functions of a module."
        ) from error
