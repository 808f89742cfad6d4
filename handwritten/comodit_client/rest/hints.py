"""Hints for mistakes in the endpoint and the credentials: they end the message of an error and say what to change."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from comodit_client.rest.endpoint import shown
from comodit_client.rest.http import is_distrust, is_hang_up, is_without_tls, proxy_status

if TYPE_CHECKING:
    from comodit_client.rest.received import ReceivedResponse
    from comodit_client.wire.request import Request

#: The status codes of a path that the server does not serve.
NO_RESOURCE = (404, 405, 410)
#: What servers say to plain HTTP on a port for TLS.
WANTS_TLS = re.compile(rb"\b(HTTPS|SSL|TLS)\b", re.IGNORECASE)


def of_response(request: Request[Any], response: ReceivedResponse, default: str) -> str:
    """Return the hint for a response with an error status.

    Args:
        request: The request.
        response: The response with its body.
        default: The hint of the status code.
    """
    status, foreign = response.status_code, not _is_json(response.content)
    if status == 401:
        return _of_credentials(response) or default
    if status == 400 and foreign and WANTS_TLS.search(response.content) and _scheme(response) == "http":
        return f"the server expects TLS on this port; did you mean {_other_scheme(_root(request, response))}?"
    if foreign and status in (403, *NO_RESOURCE):
        return _joined("" if status in NO_RESOURCE else default, of_root(request, response))
    if status not in NO_RESOURCE:
        return default
    # The collections at the root always exist.
    at_root = "/" not in request.path.strip("/")
    if at_root or not urlsplit(_root(request, response)).path.endswith("/api"):
        return _joined("" if at_root else default, of_root(request, response))
    return default


def of_root(request: Request[Any], response: ReceivedResponse) -> str:
    """Return the hint for a response that is not from ComodIT's API.

    Args:
        request: The request.
        response: The response.
    """
    root = _root(request, response)
    usual = _usual_root(root)
    hint = "check that the endpoint is the root of ComodIT's API"
    return hint if usual == root else f"{hint}; did you mean {usual}?"


def of_redirect(request: Request[Any], response: ReceivedResponse, target: str) -> str:
    """Return the hint for a redirect that is not followed.

    Args:
        request: The request.
        response: The response.
        target: The absolute URL of the redirect's target.
    """
    root, path = _split(request, target)
    same_path = path == _split(request, str(response.request.url))[1]
    return f"did you mean {root}?" if path and same_path else "check the endpoint"


def of_failure(request: Request[Any], url: str, error: Exception, connecting: bool) -> str:
    """Return the hint for a request that got no response.

    Args:
        request: The request.
        url: The URL of the request.
        error: What httpx raised.
        connecting: Whether no connection was established.
    """
    root = _split(request, url)[0]
    if is_without_tls(error):
        return (
            f"the server does not use TLS on this port; did you mean {_other_scheme(root)}? A proxy with an https URL "
            "can have the same cause"
        )
    if is_distrust(error):
        return "check the host name of the endpoint, or pass the authority of the server's certificate as verify"
    if status := proxy_status(error):
        wanted = "the user name and the password in its URL" if status == 407 else "its rules, and the endpoint"
        return f"the proxy did not connect to the server: check {wanted}"
    general = "check the endpoint and the network" if connecting else ""
    if not is_hang_up(error):
        return general
    protocol = "plain HTTP" if urlsplit(url).scheme.lower() == "https" else "TLS"
    return _joined(general, f"if the server expects {protocol} on this port, use {_other_scheme(root)}")


def _of_credentials(response: ReceivedResponse) -> str:
    sent = response.request.headers
    if "X-ComodIT-AppKey" in sent:
        return "check the token of the application key; the key may have expired"
    if "Authorization" in sent and "X-ComodIT-TotpToken" not in sent:
        return "check the user name and password; an account with a second factor needs mfa as well"
    return ""


def _is_json(content: bytes) -> bool:
    if not content.strip():
        return True  # nothing says that another server sent it
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return False
    return True


def _joined(*hints: str) -> str:
    return "; ".join(filter(None, hints))


def _scheme(response: ReceivedResponse) -> str:
    return response.request.url.scheme


def _root(request: Request[Any], response: ReceivedResponse) -> str:
    return _split(request, str(response.request.url))[0]


def _split(request: Request[Any], url: str) -> tuple[str, str]:
    """Split a URL into the API root and the path of a request; without the path if it does not end the URL."""
    url = shown(url).partition("?")[0]
    if url.endswith(request.path):
        return url.removesuffix(request.path), request.path
    return url, ""


def _usual_root(root: str) -> str:
    parts = urlsplit(root)
    names = parts.path.split("/")
    lower = [name.lower() for name in names]
    above = names[: lower.index("api")] if "api" in lower else [""]
    return urlunsplit((parts.scheme, parts.netloc, "/".join([*above, "api"]), "", ""))


def _other_scheme(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{'http' if scheme.lower() == 'https' else 'https'}://{rest}"
