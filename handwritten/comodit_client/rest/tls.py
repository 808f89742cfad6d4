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
from comodit_client.rest.paths import objection

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

    Raises:
        InvalidCertificate: A variable of the environment names a file or folder that cannot be used.
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
        InvalidCertificate: A file does not exist or contains no certificate, or the arguments contradict each other.
    """
    if isinstance(verify, ssl.SSLContext):
        if cert is not None:
            # Loading it here would change a context that others use as well.
            raise InvalidCertificate(
                "Cannot use cert together with an SSLContext as verify. Load the certificate into the context with "
                "load_cert_chain, and omit cert."
            )
        return verify
    if verify is True and cert is None:
        return shared_context()
    files = () if cert is None else _certificate_files(cert)
    if not isinstance(verify, bool):
        _check_path("verify", verify, "True, False, an SSLContext, or the path of a file or folder with authorities")
    try:
        made = _made(verify)
        if files:
            made.load_cert_chain(files[0], files[-1], _no_password)
    except OSError as error:  # includes SSLError
        raise InvalidCertificate(
            f"Cannot use verify={verify!r} or cert: {error}. Give the path of a PEM file."
        ) from error
    return made


def _certificate_files(cert: Certificate) -> tuple[str | os.PathLike[str], ...]:
    files: tuple[str | os.PathLike[str], ...] = cert if isinstance(cert, tuple) else (cert,)
    if len(files) not in (1, 2):
        raise InvalidCertificate(f"Cannot use cert with {len(files)} paths: give one, or a certificate and its key.")
    for file in files:
        _check_path("cert", file, "the path of a file, or a tuple of the paths of the certificate and its key")
    return files


def _check_path(name: str, path: object, wanted: str) -> None:
    reason = objection(path)
    if reason:
        raise InvalidCertificate(f"Cannot use {name}: {reason}. Give {wanted}.")


def _made(verify: bool | str | os.PathLike[str]) -> ssl.SSLContext:
    if verify is True:
        return _checking()
    if verify is False:
        warnings.warn(
            "Certificates are not checked: anyone between client and server can read and change the traffic.",
            stacklevel=2,
        )
        unchecked = _new_context()
        unchecked.check_hostname = False
        unchecked.verify_mode = ssl.CERT_NONE
        return unchecked
    path = Path(verify)
    if not path.is_dir():
        return _new_context(cafile=path)
    if not any(path.glob("*.[0-9]")):
        raise InvalidCertificate(
            f"Cannot use verify={verify!r}: the folder contains no authorities that OpenSSL finds. Prepare it with "
            "`openssl rehash`."
        )
    return _new_context(capath=path)


def _no_password() -> str:
    # Without this, Python would prompt on the terminal.
    raise ssl.SSLError("the key is encrypted; load it into an SSLContext and pass that as verify")


def _checking() -> ssl.SSLContext:
    made = _new_context()
    file, folders = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    if file:  # OpenSSL ignores a file that it cannot read, and trusts others instead
        try:
            made.load_verify_locations(cafile=file)
        except OSError as error:
            raise InvalidCertificate(
                f"Cannot read the authorities of SSL_CERT_FILE={file!r}: {error}. Set it to a PEM file, or unset it."
            ) from error
    if folders and not any(Path(folder).is_dir() for folder in folders.split(os.pathsep)):
        raise InvalidCertificate(
            f"Cannot read the authorities of SSL_CERT_DIR={folders!r}: the folder does not exist. Correct or unset it."
        )
    folder = ssl.get_default_verify_paths().capath
    if not made.cert_store_stats()["x509_ca"] and not (folder and any(Path(folder).glob("*.0"))):
        import certifi

        made.load_verify_locations(certifi.where())
    return made


def _new_context(
    cafile: str | os.PathLike[str] | None = None, capath: str | os.PathLike[str] | None = None
) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=cafile, capath=capath)
    except OSError as error:
        keys = os.environ.get("SSLKEYLOGFILE")
        if keys is None or error.filename != keys:
            raise
        raise InvalidCertificate(
            f"Cannot write TLS keys to SSLKEYLOGFILE={keys!r}: {error.strerror}. Set it to a file that can be written, "
            "or unset it."
        ) from error
