"""Checks the API root and removes credentials from URLs that are shown."""

from __future__ import annotations

import re

from comodit_client.rest.exceptions import InvalidEndpoint

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
#: What stands for a scheme in URLs with a typing error, such as `https:/` and `//`.
MALFORMED_SCHEME = r"(?i)(https?:/?|https?//|//)(?=[^/])"
#: The longest URL that httpx accepts.
MAX_LENGTH = 65_536
#: The host and port of a URL; only an IPv6 address has colons and brackets.
HOST_AND_PORT = re.compile(r"(\[(?P<ipv6>[^][]*)\]|[^][:]+)(:[0-9]*)?")


def api_root(endpoint: object) -> str:
    """Check that an endpoint can be the root of an API, and normalize it.

    Args:
        endpoint: An http or https URL, such as `https://my.comodit.com/api`.

    Returns:
        The URL without trailing slashes, user name and password. Credentials are separate arguments, and httpx writes
        URLs to its log.

    Raises:
        InvalidEndpoint: The endpoint is not such a URL.
    """
    root = shown(endpoint).rstrip("/") if isinstance(endpoint, str) else ""
    reason = _objection(endpoint, root)
    if reason:
        given = repr(shown(endpoint)) if isinstance(endpoint, str) else f"a value of type {type(endpoint).__name__}"
        raise InvalidEndpoint(f"Cannot use {given} as the API root: {reason}. {_advice(root)}")
    return root


def shown(url: str) -> str:
    """Return a URL without user name, password and secret query parameters, for messages and logs.

    Args:
        url: A URL, or any text that was given in its place.
    """
    scheme = SCHEME.match(url)
    start = scheme[0] if scheme else ""
    # The last @ ends the password, which may contain others and slashes; in the paths that we build, an @ is encoded.
    url = start + url.removeprefix(start).rpartition("@")[2]
    if "?" not in url:
        return url
    from comodit_client.wire.secret_names import without_secret_parameters  # API roots have no query

    return without_secret_parameters(url)


def _objection(endpoint: object, root: str) -> str:
    if not isinstance(endpoint, str):
        return "it is not text"
    if not endpoint.lower().startswith(("http://", "https://")):
        return "it is neither http nor https"
    if "?" in endpoint or "#" in endpoint:
        return "it has a query or a fragment"
    if any(char.isspace() for char in endpoint):
        return "it contains a blank or a line break"
    try:
        server = host_of(root)
    except ValueError:  # its text may quote a password
        return "it is malformed"
    return "" if server else "it has no host name"


def _advice(root: str) -> str:
    """Return what to give instead: the same with a scheme, if that is all that is missing."""
    rest = re.sub(MALFORMED_SCHEME, "", root)
    meant = f"https://{rest}"
    if "://" in rest or rest.startswith("/") or meant == root or _objection(meant, meant):
        return "Give a URL such as https://my.comodit.com/api."
    return f"Did you mean {meant}?"


def host_of(url: str) -> str | None:
    """Return the host name of a URL.

    Args:
        url: A URL without user name and password.

    Returns:
        The host name; None when the URL has none, or has port 0.

    Raises:
        ValueError: The URL is malformed. The text may quote it.
    """
    # These are httpx's own checks: what it does not accept must fail here, before it is imported.
    from ipaddress import IPv4Address, IPv6Address
    from urllib.parse import urlsplit

    if len(url) > MAX_LENGTH or any(char.isspace() or (char.isascii() and not char.isprintable()) for char in url):
        raise ValueError
    parts = urlsplit(url)
    host = parts.hostname if parts.port != 0 else None
    if not host:
        return None
    address = HOST_AND_PORT.fullmatch(parts.netloc)
    if address is None:
        raise ValueError
    if address["ipv6"] is not None:
        IPv6Address(address["ipv6"])
    elif _is_ipv4(host):
        IPv4Address(host)
    elif not host.isascii() or host.startswith("xn--"):
        from comodit_client.rest.http import check_url  # only httpx knows which international names it can encode

        check_url(url)
    return host


def _is_ipv4(host: str) -> bool:
    numbers = host.split(".")
    return len(numbers) == 4 and host.isascii() and all(map(str.isdigit, numbers))
