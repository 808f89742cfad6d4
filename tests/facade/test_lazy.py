"""What importing the client loads. Every script that starts pays for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

IMPORT = "import sys; from comodit_client.{0} import Client"
CREATE = "; client = Client('http://comodit.test/api', 'U', 'P')"
#: Every kind of credentials, TLS, and leaving a `with` block: none of it sends a request.
CREATE_ALL = """
Client("https://comodit.test/api", "U", "P", timeout=3)
Client("https://comodit.test/api", token="T")
Client("https://comodit.test/api", "U", "P", mfa="123456", keep_login="logins")
Client.from_config(endpoint="https://comodit.test/api", username="U", password="P").with_options(timeout=1)
"""
LEAVE = {
    "api": "with Client('https://comodit.test/api', 'U', 'P') as client: client.hosts('O', 'E').new('H')",
    "aio": """
import asyncio
async def main():
    async with Client('https://comodit.test/api', 'U', 'P') as client:
        client.hosts('O', 'E').new('H')
asyncio.run(main())""",
}
#: The parts of the client itself.
CLIENT = {"client", "_client"}
#: What a request needs, and importing does not. asyncio imports ssl, so that the async API cannot do without it.
LATE = {
    "api": {"httpx", "ssl", "email", "logging", "comodit_client.sandbox"},
    "aio": {"httpx", "comodit_client.sandbox"},
}


def modules(code):
    """The modules that are loaded when a new process has run some code."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nprint(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def parts(loaded, package):
    """The names directly in a package of ours."""
    beginning = f"comodit_client.{package}."
    return {name.removeprefix(beginning).partition(".")[0] for name in loaded if name.startswith(beginning)}


@pytest.mark.parametrize("package", ["api", "aio"])
def test_importing_the_client_loads_no_resource(package):
    loaded = modules(IMPORT.format(package) + CREATE)
    assert parts(loaded, package) == CLIENT
    assert parts(loaded, "wire") == {"errors"}


@pytest.mark.parametrize("package", ["api", "aio"])
def test_a_resource_is_loaded_when_it_is_reached(package):
    found = parts(modules(IMPORT.format(package) + CREATE + "; client.flavors()"), "wire")
    assert "flavors" in found
    assert not found & {"hosts", "organizations", "applications"}


@pytest.mark.parametrize("package", ["api", "aio"])
def test_importing_the_client_loads_no_package_but_attrs(package):
    new = modules(IMPORT.format(package) + CREATE) - modules("import sys")
    assert {name.partition(".")[0] for name in new} - sys.stdlib_module_names == {"attr", "attrs", "comodit_client"}


@pytest.mark.parametrize("package", ["api", "aio"])
@pytest.mark.parametrize("use", ["import", "create", "leave"])
def test_httpx_and_tls_wait_for_the_first_request(package, use):
    more = {"import": "", "create": CREATE_ALL, "leave": LEAVE[package]}[use]
    assert not modules(f"{IMPORT.format(package)}\n{more}") & LATE[package]


def test_the_first_request_loads_httpx():
    ask = """
try:
    Client('http://127.0.0.1:9', 'U', 'P').flavors().list()
except Exception as error:
    assert type(error).__name__ == 'ConnectError', error
"""
    assert {"httpx", "comodit_client.rest.http"} <= modules(IMPORT.format("api") + ask)


def test_names_of_the_wire_layer_are_loaded_when_they_are_named():
    code = "import sys; from comodit_client import wire; wire.Request, wire.View, wire.NO_BODY, wire.hosts"
    assert parts(modules(code), "wire") >= {"request", "view", "hosts"}
    with pytest.raises(AttributeError, match="nowhere"):
        getattr(__import__("comodit_client.wire").wire, "nowhere")  # noqa: B009
