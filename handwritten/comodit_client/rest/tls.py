"""How the server's certificate is checked, and which one is shown to it."""

from __future__ import annotations

import os
import ssl
import warnings
from functools import cache
from pathlib import Path
from typing import TypeAlias

from comodit_client.rest.exceptions import InvalidCertificate

#: True checks against the system's authorities, a path against those in it, False not at all.
Verify: TypeAlias = bool | str | os.PathLike[str] | ssl.SSLContext
#: A file with certificate and key, or a file each.
Certificate: TypeAlias = str | os.PathLike[str] | tuple[str | os.PathLike[str], str | os.PathLike[str]]


@cache
def shared_context() -> ssl.SSLContext:
    """Make the context that all clients share: making one costs more than a request.

    Returns:
        A context that checks certificates against the authorities that the system knows, or those that
        `SSL_CERT_FILE` or `SSL_CERT_DIR` names; against Mozilla's where the system knows none.
    """
    return _checking()


def context(verify: Verify, cert: Certificate | None) -> ssl.SSLContext:
    """Make the context of a client.

    Args:
        verify: How the server's certificate is checked.
        cert: The client's own certificate.

    Returns:
        The context; the shared one where nothing was asked for.

    Raises:
        InvalidCertificate: A file is not there, or holds no certificate.
    """
    if isinstance(verify, ssl.SSLContext):
        return verify
    if verify is True and cert is None:
        return shared_context()
    try:
        made = _made(verify)
        if cert is not None:
            made.load_cert_chain(*(cert if isinstance(cert, tuple) else (cert, None)))
    except (OSError, ssl.SSLError) as error:
        raise InvalidCertificate(f"verify={verify!r} or cert cannot be used: {error}") from error
    return made


def _made(verify: bool | str | os.PathLike[str]) -> ssl.SSLContext:
    if verify is True:
        return _checking()
    if verify is False:
        warnings.warn("certificates are not checked: anybody in between can read and change all", stacklevel=2)
        unchecked = ssl.create_default_context()
        unchecked.check_hostname = False
        unchecked.verify_mode = ssl.CERT_NONE
        return unchecked
    path = Path(verify)
    return ssl.create_default_context(capath=str(path)) if path.is_dir() else ssl.create_default_context(cafile=path)


def _checking() -> ssl.SSLContext:
    made = ssl.create_default_context()
    folder = ssl.get_default_verify_paths().capath
    if not made.cert_store_stats()["x509_ca"] and not (folder and any(Path(folder).glob("*.0"))):
        import certifi

        made.load_verify_locations(certifi.where())
    return made
