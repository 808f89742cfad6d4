"""What importing the client loads. Every script that starts pays for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.malformed.raw_server import RawServer

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
#: One request, as most scripts start.
GET = "; print(client.get_host('O', 'E', 'web-1').name)"
#: Tools for tests patch these classes of httpx, before or after the client is imported.
PATCHED = """
import httpx
calls = []
original = httpx.HTTPTransport.handle_request
httpx.HTTPTransport.handle_request = lambda self, request: calls.append(request) or original(self, request)
"""
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
@pytest.mark.parametrize(("use", "packages"), [("", set()), (CREATE, {"attr", "attrs"})], ids=["import", "create"])
def test_importing_the_client_loads_no_package_and_creating_one_loads_attrs(package, use, packages):
    new = modules(IMPORT.format(package) + use) - modules("import sys")
    assert {name.partition(".")[0] for name in new} - sys.stdlib_module_names == {"comodit_client", *packages}


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


@pytest.fixture(scope="module")
def script():
    """Import the client, and create one for a server that has a host; more code may follow."""
    with RawServer() as server:
        body = b'{"name": "web-1"}'
        server.content = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
        yield f"{IMPORT.format('api')}; client = Client({server.url!r}, 'U', 'P')"


def test_reading_a_host_loads_only_what_it_needs(script):
    loaded = modules(script + GET)
    assert "web-1" in loaded  # it was printed
    resources = {"_host", "_shared", "capabilities", "collection", "editable", "entity", "host"}
    assert parts(loaded, "api") == CLIENT | resources
    assert parts(loaded, "wire") == {"errors", "hosts", "lazy", "request", "scope", "view"}
    # Neither the async API, nor the command line of httpx, nor what only errors, uploads and logins need.
    assert not loaded & {"asyncio", "concurrent", "httpx._main", "rich", "click"}
    assert not parts(loaded, "rest") & {"hints", "masking", "uploads", "mfa", "logins", "_async_io", "_async_http"}


@pytest.mark.parametrize("lines", [(PATCHED, ""), ("", PATCHED)], ids=["before", "after"])
def test_classes_of_httpx_can_be_patched_before_and_after_the_client_is_imported(script, lines):
    before, after = lines
    assert "sent-1" in modules(f"{before}\n{script}\n{after}\npass{GET}\nprint(f'sent-{{len(calls)}}')")


def test_a_module_passes_on_the_names_of_others():
    code = "import sys; from comodit_client.api import host"
    assert "comodit_client.api.instance" not in modules(code)
    names = "Change ChangeCollection Instance InstanceCollection MonitoringAlert MonitoringAlertCollection Property"
    for name in [*names.split(), "Task", "Vnc"]:
        module = __import__("comodit_client.api.host", fromlist=["host"])
        assert getattr(module, name).__name__ == name
    with pytest.raises(AttributeError, match="nowhere"):
        _ = module.nowhere


def test_names_of_the_wire_layer_are_loaded_when_they_are_named():
    code = "import sys; from comodit_client import wire; wire.Request, wire.View, wire.NO_BODY, wire.hosts"
    assert parts(modules(code), "wire") >= {"request", "view", "hosts"}
    with pytest.raises(AttributeError, match="nowhere"):
        getattr(__import__("comodit_client.wire").wire, "nowhere")  # noqa: B009
