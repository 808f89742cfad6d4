"""Checks the arguments of a client that have the wrong type or contradict each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from comodit_client.rest.exceptions import ClientClosed, InvalidArgument, WrongType

if TYPE_CHECKING:
    from comodit_client.rest import _async_http
    from comodit_client.rest.drift_watch import DriftWatch
    from comodit_client.rest.tls import Certificate, Verify
    from comodit_client.wire.drift import Drift

T = TypeVar("T")
#: The default limit of a response that is read into memory, in bytes after decompression.
MAX_RESPONSE_SIZE = 256 << 20


def option(name: str, value: T | None, kind: type[T]) -> T:
    """Return an option of a client.

    Args:
        name: The name of the argument.
        value: The value; None stands for the default.
        kind: The class of the option.

    Raises:
        InvalidArgument: The value is of another type.
    """
    if value is None:
        return kind()
    if not isinstance(value, kind):
        raise InvalidArgument(f"Cannot use {name} of type {type(value).__name__}: give a {kind.__name__}.")
    return value


def check_names(kind: type[object], names: Iterable[str]) -> None:
    """Check that a class of clients takes certain arguments.

    Args:
        kind: The class.
        names: The names of keyword arguments.

    Raises:
        WrongType: The class has no argument of one of the names.
    """
    import inspect

    taken = inspect.signature(kind).parameters
    unknown = [name for name in names if name not in taken]
    if not unknown or any(one.kind is one.VAR_KEYWORD for one in taken.values()):
        return
    from difflib import get_close_matches  # loads slowly, and correct scripts do not need it

    close = get_close_matches(unknown[0], ["profile", *taken], n=1)
    advice = f"Did you mean {close[0]!r}?" if close else f"Its arguments are {', '.join(taken)}."
    raise WrongType(f"Cannot create a client: {kind.__name__} has no argument {unknown[0]!r}. {advice}")


def check_connections(
    verify: Verify,
    cert: Certificate | None,
    proxy: str | None,
    transport: _async_http.Transport | None,
    http_client: _async_http.GivenPool | None,
) -> None:
    """Check the arguments that say how to connect.

    Args:
        verify: The authorities to trust.
        cert: The client's own certificate.
        proxy: The URL of a proxy.
        transport: The transport of all requests.
        http_client: The pool to use instead of a new one.

    Raises:
        InvalidArgument: Two of them contradict each other, or one belongs to the other API.
        InvalidEndpoint: The URL of the proxy is malformed.
        ClientClosed: The pool is closed.
    """
    if transport is None and http_client is None:
        if proxy is not None:
            from comodit_client.rest.proxies import check_proxy

            check_proxy(proxy, "the argument proxy")
        return
    own = "transport" if http_client is None else "http_client"
    given = {"verify": verify is not True, "cert": cert is not None, "proxy": proxy is not None}
    given["transport"] = transport is not None and http_client is not None
    others = [name for name, is_given in given.items() if is_given]
    if others:
        raise InvalidArgument(
            f"Cannot use {', '.join(others)} together with {own}, which makes its own connections. Configure them "
            f"there, or omit {own}."
        )
    _check_httpx(own, transport, http_client)


def _check_httpx(name: str, transport: _async_http.Transport | None, http_client: _async_http.GivenPool | None) -> None:
    from comodit_client.rest import _async_http  # the caller has imported httpx already

    value, kind = (transport, _async_http.Transport) if http_client is None else (http_client, _async_http.GivenPool)
    if not isinstance(value, kind):
        raise InvalidArgument(
            f"Cannot use {name} of type {type(value).__name__} in this API: give an httpx.{kind.__name__}."
        )
    if http_client is not None and http_client.is_closed:
        raise ClientClosed("Cannot create a client: http_client is closed. Create a new one.")


def check_response_size(size: object) -> None:
    """Check the limit of a response in memory.

    Args:
        size: The limit in bytes.

    Raises:
        InvalidArgument: It is not a positive integer.
    """
    if not isinstance(size, int) or isinstance(size, bool) or size <= 0:
        raise InvalidArgument("Cannot use max_response_size: give a positive number of bytes, such as 256 << 20.")


def check_user_agent(application: object) -> None:
    """Check the application that the header User-Agent names.

    Args:
        application: The application.

    Raises:
        InvalidArgument: It is not one line of printable ASCII characters.
    """
    if not isinstance(application, str) or not (application.isascii() and application.isprintable()):
        raise InvalidArgument("Cannot use user_agent: give one line of ASCII characters, such as 'deploy/2.1'.")


def watch(on_drift: Callable[[Drift], object] | None) -> DriftWatch | None:
    """Return what compares the responses to a client with the schema.

    Args:
        on_drift: The callback; None compares nothing, and loads nothing.

    Raises:
        InvalidArgument: The callback is not an ordinary function.
    """
    if on_drift is None:
        return None
    from comodit_client.rest.drift_watch import DriftWatch

    return DriftWatch(on_drift)


def check_request(request: object) -> None:
    """Check that a request can be sent.

    Args:
        request: The request.

    Raises:
        InvalidArgument: It is not a request of the wire layer.
    """
    from comodit_client.wire.request import Request

    if not isinstance(request, Request):
        raise InvalidArgument(
            f"Cannot send a value of type {type(request).__name__}: give a request such as "
            "wire.organizations.get('Acme')."
        )
