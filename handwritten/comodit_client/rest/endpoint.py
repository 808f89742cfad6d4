"""The API root: what is one, and how a URL is shown."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from comodit_client.rest.exceptions import InvalidEndpoint
from comodit_client.rest.http import check_url

#: Greedy, for a password may hold a slash; in the paths that we make an @ is encoded.
USER = re.compile(r"(?<=//).*@", re.DOTALL)


def api_root(endpoint: str) -> str:
    """Check that an endpoint can be the root of an API.

    Args:
        endpoint: An http or https URL, such as `https://my.comodit.com/api`.

    Returns:
        The URL without slashes at its end, and without a user name and password: credentials are given apart, and
        the HTTP library tells URLs in its log.

    Raises:
        InvalidEndpoint: It is no such URL.
    """
    reason = _objection(endpoint)
    if reason:
        told = repr(shown(endpoint) if isinstance(endpoint, str) else endpoint)
        raise InvalidEndpoint(f"{told} is no API root ({reason}): give a URL such as https://my.comodit.com/api")
    return shown(endpoint).rstrip("/")


def shown(url: str) -> str:
    """Make a URL fit to be shown: credentials in it are left out.

    Args:
        url: A URL, or what was given for one.

    Returns:
        The URL without user name and password.
    """
    return USER.sub("", url)


def _objection(endpoint: object) -> str:
    if not isinstance(endpoint, str):
        return "it is not text"
    if not endpoint.lower().startswith(("http://", "https://")):
        return "it is neither http nor https"
    if "?" in endpoint or "#" in endpoint:
        return "it has a query or a fragment"
    try:
        check_url(endpoint)
        parts = urlsplit(endpoint)
        server = parts.hostname if parts.port != 0 else None
    except ValueError:  # its text may quote a password
        return "it is malformed"
    return "" if server else "it names no server"
