"""TLS contexts: the authorities that are trusted, and the client's own certificate."""

from __future__ import annotations

import os
import ssl
import warnings
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from comodit_client.rest.exceptions import InvalidCertificate

#: True trusts the system's authorities, a path those in its file or folder; False checks nothing.
Verify: TypeAlias = bool | str | os.PathLike[str] | ssl.SSLContext
#: A file with certificate and key, or one file for each.
Certificate: TypeAlias = str | os.PathLike[str] | tuple[str | os.PathLike[str], str | os.PathLike[str]]


class LazyContext(ssl.SSLContext):
    """A context that reads the authorities when the first TLS connection is made, which plain http never does.

    Without the overridden methods it trusts no authority, so no connection can go unverified.
    """

    _alpn: Sequence[str] = ()

    def set_alpn_protocols(self, alpn_protocols: Iterable[str]) -> None:
        """Keep the protocols for the real context."""
        self._alpn = [*alpn_protocols]

    def wrap_socket(self, *args: Any, **options: Any) -> ssl.SSLSocket:
        """Start TLS on a socket."""
        return self._loaded().wrap_socket(*args, **options)

    def wrap_bio(self, *args: Any, **options: Any) -> ssl.SSLObject:
        """Start TLS on a pair of buffers."""
        return self._loaded().wrap_bio(*args, **options)

    def _loaded(self) -> ssl.SSLContext:
        made = default_context()
        if self._alpn:
            made.set_alpn_protocols(self._alpn)
        return made


@cache
def shared_context() -> ssl.SSLContext:
    """Return the context that all clients share, because making one costs more than a request."""
    return LazyContext(ssl.PROTOCOL_TLS_CLIENT)


@cache
def default_context() -> ssl.SSLContext:
    """Return a context that checks certificates.

    Returns:
        A context that trusts the authorities of the system, or of `SSL_CERT_FILE` or `SSL_CERT_DIR`; if the system has
        none, those of Mozilla.
    """
    return _checking()


def context(verify: Verify, cert: Certificate | None) -> ssl.SSLContext:
    """Return the context of a client.

    Args:
        verify: The authorities to trust.
        cert: The client's own certificate.

    Returns:
        The context; the shared one when neither argument differs from its default.

    Raises:
        InvalidCertificate: A file does not exist or contains no certificate.
    """
    if isinstance(verify, ssl.SSLContext):
        return verify
    if verify is True and cert is None:
        return shared_context()
    try:
        made = _made(verify)
        if cert is not None:
            certificate, key = cert if isinstance(cert, tuple) else (cert, None)
            made.load_cert_chain(certificate, key, _no_password)
    except (OSError, ssl.SSLError) as error:
        raise InvalidCertificate(
            f"Cannot use verify={verify!r} or cert: {error}. Give the path of a PEM file."
        ) from error
    return made


def _made(verify: bool | str | os.PathLike[str]) -> ssl.SSLContext:
    if verify is True:
        return _checking()
    if verify is False:
        warnings.warn(
            "Certificates are not checked: anyone between client and server can read and change the traffic.",
            stacklevel=2,
        )
        unchecked = ssl.create_default_context()
        unchecked.check_hostname = False
        unchecked.verify_mode = ssl.CERT_NONE
        return unchecked
    path = Path(verify)
    return ssl.create_default_context(capath=str(path)) if path.is_dir() else ssl.create_default_context(cafile=path)


def _no_password() -> str:
    # Without this, Python would prompt on the terminal.
    raise ssl.SSLError("the key is encrypted; load it into an SSLContext and pass that as verify")


def _checking() -> ssl.SSLContext:
    made = ssl.create_default_context()
    folder = ssl.get_default_verify_paths().capath
    if not made.cert_store_stats()["x509_ca"] and not (folder and any(Path(folder).glob("*.0"))):
        import certifi

        made.load_verify_locations(certifi.where())
    return made
