"""Connections of the sandbox to other servers, never to itself.

The check is done on the resolved address, just before the connection to it: a name or an unusual spelling of an
address cannot lead to another one.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import Any

from attrs import define

_TIMEOUT = 5.0
#: A resolved address: its family and the address for `socket.connect`.
_Address = tuple[socket.AddressFamily, tuple[Any, ...]]


@define
class Reach:
    """The servers that the sandbox may connect to.

    Attributes:
        anywhere: Whether these include other machines.
        own_port: The port of the sandbox on this machine, which is excluded; 0 while it has none.
    """

    anywhere: bool
    own_port: int = 0

    def connect(self, server: str, port: int) -> socket.socket:
        """Connect to a server.

        Raises:
            OSError: The connection failed, or the sandbox may not connect to the server.
        """
        if not self.anywhere and not _names_loopback(server):
            raise OSError(f"the sandbox sends to this machine only, not to {server}; start it with anywhere=True")
        error: OSError | None = None
        for family, address in _resolved(server, port):
            self._check(family, address, server)
            try:
                return _connected(family, address)
            except OSError as failure:
                error = failure
        raise error or OSError(f"{server} has no address")

    def _check(self, family: socket.AddressFamily, address: tuple[Any, ...], server: str) -> None:
        if address[1] == self.own_port and _is_of_this_machine(family, address):
            raise OSError(f"{server}:{self.own_port} is the sandbox itself, which must not call itself")
        if not self.anywhere and not _is_loopback(address[0]):
            raise OSError(f"{server} is not an address of this machine; start the sandbox with anywhere=True")


def _resolved(server: str, port: int) -> list[_Address]:
    try:
        found = socket.getaddrinfo(server, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise OSError(f"{server} is not a valid name: {error}") from None
    return [(family, address) for family, _, _, _, address in found]


def _connected(family: socket.AddressFamily, address: tuple[Any, ...]) -> socket.socket:
    connection = socket.socket(family, socket.SOCK_STREAM)
    try:
        connection.settimeout(_TIMEOUT)
        connection.connect(address)
    except OSError:
        connection.close()
        raise
    return connection


def _is_of_this_machine(family: socket.AddressFamily, address: tuple[Any, ...]) -> bool:
    """Return whether an address belongs to this machine: then a socket can be bound to it, on any port."""
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        try:
            probe.bind((address[0], 0, *address[2:]))
        except OSError:
            return False
    return True


def _names_loopback(server: str) -> bool:
    try:
        return _is_loopback(server)
    except ValueError:
        return server.lower() == "localhost"


def _is_loopback(text: str) -> bool:
    address = ipaddress.ip_address(text)
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return (mapped or address).is_loopback
