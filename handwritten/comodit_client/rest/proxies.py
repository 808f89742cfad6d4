"""Proxies: the one that the environment names for a URL, and the check of a proxy's URL.

The variables are those of curl, requests and Go. An entry of NO_PROXY that cannot be understood is ignored, as there.
"""

from __future__ import annotations

import os
import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from comodit_client.rest.endpoint import host_of, shown
from comodit_client.rest.exceptions import InvalidEndpoint

#: The kinds of proxies that httpx supports.
SCHEMES = ("http", "https", "socks5", "socks5h")
PORTS = {"http": 80, "https": 443}
#: The zone of an IPv6 address names an interface of this machine; the address is the same with and without it.
ZONE = r"%[^/\]]*"


def proxy_for(url: str) -> str | None:
    """Return the proxy that the environment names for a URL.

    Args:
        url: An http or https URL.

    Returns:
        The URL of the proxy; None for a direct connection. A host that is this machine is always reached directly.

    Raises:
        InvalidEndpoint: The URL of the proxy is malformed. The message names the variable, but not its value.
    """
    from urllib.request import getproxies_environment  # loads slowly

    parts = urlsplit(url)
    proxies = {name: value.strip() for name, value in getproxies_environment().items()}
    kind = parts.scheme if proxies.get(parts.scheme) else "all"
    proxy = proxies.get(kind)
    if not proxy or _is_direct(parts, proxies.get("no", "")):
        return None
    return check_proxy(proxy if "://" in proxy else f"http://{proxy}", _variable(kind))


def check_proxy(proxy: str, source: str) -> str:
    """Check the URL of a proxy.

    Args:
        proxy: The URL.
        source: The name of the variable or argument that gave it, for the message.

    Returns:
        The URL.

    Raises:
        InvalidEndpoint: It is not a URL of a proxy. The message does not quote it, because it may contain a password.
    """
    reason = _objection(proxy)
    if reason:
        raise InvalidEndpoint(
            f"Cannot use the proxy of {source}: {reason}. Give a URL such as http://proxy.example.org:3128, with "
            "special characters of a password encoded as %XX."
        )
    return proxy


def _objection(proxy: object) -> str:
    if not isinstance(proxy, str):
        return f"a URL is text, not {type(proxy).__name__}"
    try:
        parts = urlsplit(proxy)
        host = host_of(shown(proxy))
    except ValueError:  # its text may quote a password
        return "its URL is malformed"
    if parts.scheme not in SCHEMES:
        return f"its URL does not begin with {', '.join(f'{scheme}://' for scheme in SCHEMES[:-1])} or {SCHEMES[-1]}://"
    if parts.query or parts.fragment or "@" in parts.path:
        return "its URL is malformed"  # the beginning of a password would be taken for the host
    return "" if host else "its URL has no host name"


def _variable(kind: str) -> str:
    names = [name for name in os.environ if name.lower() == f"{kind}_proxy" and os.environ[name].strip()]
    return max(names)  # lower case wins, as for urllib


def _is_direct(parts: SplitResult, exceptions: str) -> bool:
    host = _ascii((parts.hostname or "").rstrip("."))
    addresses = _addresses(host)
    if any(address.is_loopback for address in addresses) or f".{host}".endswith(".localhost"):
        return True
    port = parts.port or PORTS[parts.scheme]
    entries = [_ascii(entry.lower()).rpartition("://") for entry in re.split(r"[\s,]+", exceptions)]
    return any(scheme in ("", parts.scheme) and _covers(place, host, port, addresses) for scheme, _, place in entries)


def _covers(place: str, host: str, port: int, addresses: set[IPv4Address | IPv6Address]) -> bool:
    network = _network(place)
    name, colon, number = place.rpartition(":")
    if network is None and colon:
        if number != str(port):
            return False
        place, network = name, _network(name)
    if place == "*":
        return True
    if network is not None or addresses:
        return network is not None and any(address in network for address in addresses)
    return f".{host}".endswith("." + place.removeprefix("*").strip("."))


def _network(text: str) -> IPv4Network | IPv6Network | None:
    """Return the network of an entry, such as `10.0.0.0/8`; an address is a network of one."""
    try:
        return ip_network(re.sub(ZONE, "", text).strip("[]").replace("]/", "/"), strict=False)
    except ValueError:
        return None


def _addresses(host: str) -> set[IPv4Address | IPv6Address]:
    """Return the address that a host is written as, if any, and the IPv4 address that is mapped into it."""
    try:
        address = ip_address(re.sub(ZONE, "", host))
    except ValueError:
        return set()
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return {address} if mapped is None else {address, mapped}


def _ascii(name: str) -> str:
    """Return a host name in the form that DNS knows."""
    try:
        return name if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError:
        return name
