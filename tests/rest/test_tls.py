"""Certificates are checked, as told: against the system's authorities, others, or not at all, which warns."""

from __future__ import annotations

import http.server
import os
import socket
import ssl
import subprocess
import sys
import threading
import warnings
from pathlib import Path

import pytest
import trustme

from comodit_client import wire
from comodit_client.rest import tls
from comodit_client.rest.exceptions import ConnectError, InvalidCertificate, TransportError
from comodit_client.rest.options import RetryPolicy
from comodit_client.rest.tls import LazyContext, context, default_context, shared_context
from comodit_client.wire.request import Request, Upload, identity

READ = wire.organizations.get("A")
SEND = Request("x.put", "POST", "/x", "nothing", identity, parts={"file": Upload(b"abc", "x")})


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers with the name of who is asking, by their certificate."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        subject = dict(self.connection.getpeercert() or {}).get("subjectAltName", (("", "nobody"),))
        self.answer(f'{{"name": "{subject[0][1]}"}}'.encode())

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.answer(b"{}")

    def answer(self, content):
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *arguments):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass  # whoever does not trust it hangs up


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    made = trustme.CA()
    made.file = tmp_path_factory.mktemp("ca") / "ca.pem"
    made.cert_pem.write_to_path(made.file)
    return made


@pytest.fixture(params=["127.0.0.1"])
def site(request, authority):
    """A server with a certificate that only its authority makes good."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(request.param).configure_cert(made)
    made.load_verify_locations(authority.file)
    made.verify_mode = ssl.CERT_OPTIONAL
    server = Server(("127.0.0.1", 0), Handler)
    server.socket = made.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"https://127.0.0.1:{server.server_port}/api"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def ask(colour, site, run):
    """The answer to a request of a client that is made with certain options."""

    def ask(request=READ, *credentials, **options):
        client = colour.module("client").Client(site, *(credentials or ("U", "P")), **options)
        try:
            return run(client.run(request))
        finally:
            run(client.close())

    return ask


def test_a_certificate_of_nobody_known_is_refused_and_not_asked_for_again(ask):
    with pytest.raises(TransportError, match="certificate verify failed") as raised:
        ask()
    assert raised.value.attempts == 1


@pytest.mark.parametrize("kind", [str, Path])
def test_an_authority_of_ones_own_is_trusted(ask, authority, kind):
    assert ask(verify=kind(authority.file)).name == "nobody"


def test_a_folder_of_authorities_is_trusted(ask, authority, tmp_path):
    found = subprocess.run(
        ["openssl", "x509", "-hash", "-noout", "-in", authority.file],
        capture_output=True,
        text=True,
        check=True,
    )
    (tmp_path / f"{found.stdout.strip()}.0").write_bytes(authority.file.read_bytes())
    assert ask(verify=tmp_path).name == "nobody"


def test_a_context_of_ones_own_is_used(ask, authority):
    made = ssl.create_default_context(cafile=authority.file)
    assert ask(verify=made).name == "nobody"


@pytest.mark.parametrize("site", ["elsewhere.test"], indirect=True)
def test_a_certificate_of_another_server_is_refused(ask, authority):
    with pytest.raises(TransportError, match="certificate verify failed"):
        ask(verify=authority.file)


@pytest.mark.parametrize("site", ["elsewhere.test"], indirect=True)
def test_nothing_is_checked_on_demand_which_warns(ask):
    with pytest.warns(UserWarning, match="Certificates are not checked"):
        assert ask(verify=False).name == "nobody"


@pytest.mark.parametrize("apart", [False, True])
def test_the_client_shows_its_own_certificate(ask, authority, tmp_path, apart):
    mine = authority.issue_cert("me.test")
    both, key = tmp_path / "both.pem", tmp_path / "key.pem"
    mine.private_key_and_cert_chain_pem.write_to_path(both)
    mine.private_key_pem.write_to_path(key)
    if apart:
        mine.cert_chain_pems[0].write_to_path(both)
    assert ask(verify=authority.file, cert=(both, key) if apart else both).name == "me.test"


def test_insecure_uploads_concern_uploads_and_warn(colour, site, run):
    with pytest.warns(UserWarning, match="Certificates are not checked"):
        client = colour.module("client").Client(site, "U", "P", None, True)
    assert run(client.run(SEND)) is None
    with pytest.raises(TransportError, match="certificate verify failed"):
        run(client.run(READ))
    run(client.close())
    with pytest.raises(TransportError):
        secure = colour.module("client").Client(site, "U", "P")
        try:
            run(secure.run(SEND))
        finally:
            run(secure.close())


def encrypted(folder):
    path = folder / "key.pem"
    subprocess.run(
        ["openssl", "genrsa", "-aes128", "-passout", "pass:hush", "-out", path, "2048"],
        check=True,
        capture_output=True,
    )
    return path


@pytest.mark.parametrize("what", ["verify", "cert"])
@pytest.mark.parametrize("content", [None, "no certificate"])
def test_what_is_no_certificate_is_told_at_once(colour, tmp_path, what, content):
    path = tmp_path / "x.pem"
    if content:
        path.write_text(content)
    with pytest.raises(InvalidCertificate, match="Cannot use "):
        colour.module("client").Client("https://h", "U", "P", **{what: path})


#: Values that are no paths, most of them of a variable that is not set.
NO_PATHS = ["", " ", None, 5, b"ca.pem", ["ca.pem"], "a\x00b", "\ud800"]


@pytest.mark.parametrize("what", ["verify", "cert"])
@pytest.mark.parametrize("path", NO_PATHS, ids=repr)
def test_a_path_that_is_none_is_an_error(colour, what, path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    if (what, path) == ("cert", None):
        path = ()
    with pytest.raises(InvalidCertificate, match=f"Cannot use {what}"):
        colour.module("client").Client("https://h", "U", "P", **{what: path})


@pytest.mark.parametrize("cert", [("a",) * 3, ("", "k.pem"), ("c.pem", ""), ("c.pem", None), (5, "k.pem")], ids=repr)
def test_a_pair_of_paths_is_checked(cert):
    with pytest.raises(InvalidCertificate, match="Cannot use cert"):
        context(True, cert)


@pytest.mark.parametrize("content", [[], ["ca.pem"]])
def test_a_folder_without_authorities_is_an_error(tmp_path, content):
    for name in content:
        (tmp_path / name).write_text("")
    with pytest.raises(InvalidCertificate, match="contains no authorities"):
        context(tmp_path, None)


@pytest.mark.parametrize("there", [False, True])
def test_a_certificate_beside_a_context_is_an_error(colour, authority, tmp_path, there):
    mine = tmp_path / "mine.pem"
    if there:
        authority.issue_cert("me.test").private_key_and_cert_chain_pem.write_to_path(mine)
    with pytest.raises(InvalidCertificate, match="Load the certificate into the context"):
        colour.module("client").Client("https://h", "U", "P", verify=ssl.create_default_context(), cert=mine)


def test_an_encrypted_key_is_told_and_nobody_is_asked_on_the_terminal(authority, tmp_path):
    mine = tmp_path / "mine.pem"
    authority.issue_cert("me.test").cert_chain_pems[0].write_to_path(mine)
    with pytest.raises(InvalidCertificate, match="key is encrypted"):
        context(True, (mine, encrypted(tmp_path)))


def test_the_environment_names_authorities(authority, site):
    # In a process of its own: the context is made once.
    script = (
        "from comodit_client import wire; from comodit_client.api import Client\n"
        f"with Client({site!r}, 'U', 'P') as client: print(client.run(wire.organizations.get('A')).name)"
    )
    environment = {**os.environ, "SSL_CERT_FILE": str(authority.file)}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "nobody\n"


VARIABLES = ["SSLKEYLOGFILE", "SSL_CERT_FILE", "SSL_CERT_DIR"]


@pytest.mark.parametrize("variable", VARIABLES)
def test_a_file_of_the_environment_that_cannot_be_used_is_an_error_that_names_the_variable(
    ask, monkeypatch, tmp_path, variable
):
    default_context.cache_clear()
    monkeypatch.setenv(variable, str(tmp_path / "no" / "file"))
    with pytest.raises(InvalidCertificate, match=f"{variable}=.*no/file"):
        ask()
    monkeypatch.delenv(variable)
    with pytest.raises(TransportError, match="certificate verify failed"):
        ask()
    default_context.cache_clear()


@pytest.mark.parametrize("options", [{"verify": False}, {"verify": True}, {"insecure_upload": True}, {}])
@pytest.mark.filterwarnings("ignore:Certificates are not checked")
def test_keys_that_cannot_be_logged_are_an_error_for_every_context(ask, monkeypatch, tmp_path, options):
    default_context.cache_clear()
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path))
    with pytest.raises(InvalidCertificate, match="Cannot write TLS keys to SSLKEYLOGFILE"):
        ask(**options)


def test_keys_are_logged_to_a_file_that_can_be_written(ask, authority, monkeypatch, tmp_path):
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    assert ask(verify=authority.file).name == "nobody"
    assert (tmp_path / "keys").stat().st_size > 0


@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE"])
def test_a_variable_that_is_empty_is_not_set(monkeypatch, variable):
    monkeypatch.setenv(variable, "")
    assert context(True, None) is shared_context()
    default_context.cache_clear()
    assert default_context().verify_mode == ssl.CERT_REQUIRED
    default_context.cache_clear()


def test_checking_does_not_warn():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        made = context(True, None)
    assert (made.check_hostname, made.verify_mode) == (True, ssl.CERT_REQUIRED)


def test_a_plain_endpoint_reads_no_authorities(colour, run, monkeypatch):
    def refuse(*arguments, **options):
        pytest.fail("authorities are read")

    shared_context.cache_clear()
    default_context.cache_clear()
    for name in ("load_default_certs", "load_verify_locations", "set_default_verify_paths"):
        monkeypatch.setattr(ssl.SSLContext, name, refuse)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        client = colour.module("client").Client(
            f"http://127.0.0.1:{taken.getsockname()[1]}", "U", "P", retries=RetryPolicy(attempts=1)
        )
        with pytest.raises(ConnectError):
            run(client.run(READ))
    run(client.close())


def test_the_lazy_context_trusts_nobody_without_its_methods():
    made = LazyContext(ssl.PROTOCOL_TLS_CLIENT)
    assert (made.check_hostname, made.verify_mode, made.get_ca_certs()) == (True, ssl.CERT_REQUIRED, [])
    assert ssl.SSLContext.cert_store_stats(made)["x509_ca"] == 0


def test_the_protocols_reach_the_real_context(monkeypatch):
    real = []

    class Real:
        def set_alpn_protocols(self, protocols):
            real.append(protocols)

        def wrap_socket(self, *arguments, **options):
            real.append((arguments, options))

        wrap_bio = wrap_socket

    monkeypatch.setattr(tls, "default_context", Real)
    made = LazyContext(ssl.PROTOCOL_TLS_CLIENT)
    made.set_alpn_protocols(iter(["http/1.1"]))
    made.wrap_socket(1, server_hostname="h")
    made.wrap_bio(2, 3)
    assert real == [["http/1.1"], ((1,), {"server_hostname": "h"}), ["http/1.1"], ((2, 3), {})]
