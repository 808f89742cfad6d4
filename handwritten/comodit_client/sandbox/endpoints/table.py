"""The table of control endpoints, and the checks of their arguments."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError, bad_request

if TYPE_CHECKING:
    from comodit_client.sandbox.commands import Commands
    from comodit_client.sandbox.state.store import Document

    #: Runs a command with the arguments in a JSON object, and returns its result.
    Endpoint = Callable[[Commands, Document], Document]

#: The endpoints by their names and methods.
ENDPOINTS: dict[str, dict[str, Endpoint]] = {}


def endpoint(name: str, method: str = "POST") -> Callable[[Endpoint], Endpoint]:
    """Bind the decorated function to an endpoint.

    Args:
        name: The part of its path after /sandbox/.
        method: The HTTP method.
    """

    def bind(function: Endpoint) -> Endpoint:
        ENDPOINTS.setdefault(name, {})[method] = function
        return function

    return bind


def find_endpoint(name: str, method: str) -> Endpoint:
    """Return an endpoint.

    Raises:
        ApiError: It does not exist, or not with this method.
    """
    if name not in ENDPOINTS:
        raise bad_request(f"Unknown command '{name}'; use {', '.join(sorted(ENDPOINTS))}")
    methods = ENDPOINTS[name]
    # A HEAD request is a GET request without the content of its response.
    found = methods.get("GET" if method == "HEAD" else method)
    if found is None:
        raise ApiError(405, f"Method {method} is not allowed here", headers={"Allow": ", ".join(methods)})
    return found


def host_names(body: Document) -> list[str]:
    """Return the names of the organization, the environment and the host in `host`.

    Raises:
        ApiError: The member is not a list of three names.
    """
    host = body.get("host")
    if not isinstance(host, list) or len(host) != 3 or not all(isinstance(name, str) for name in host):
        raise bad_request("'host' must be a list of three names: organization, environment, host")
    return host


def number(body: Document, member: str) -> float:
    """Return a member that must be a number of 0 or more.

    Raises:
        ApiError: It is not.
    """
    value = body.get(member)
    if not isinstance(value, (int, float)) or isinstance(value, bool) or value < 0:
        raise bad_request(f"'{member}' must be a number of 0 or more")
    return value
