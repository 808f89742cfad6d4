"""What is not used is not loaded: importing the client is a matter of every script that starts."""

from __future__ import annotations

import subprocess
import sys

import pytest

IMPORT = "from comodit_client.{0} import Client; client = Client('http://comodit.test/api', 'U', 'P'); {1}"
TELL = "; import sys; print(*(name for name in sys.modules if name.startswith('comodit_client.{0}.{1}')))"
#: The parts of the client itself, and of the wire layer those that every resource needs.
CLIENT = {"client", "_client"}
WIRE = {"errors", "lazy", "request", "view"}


def loaded(colour, what, use="client"):
    code = IMPORT.format(colour, use) + TELL.format(what, "")
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    return {name.split(".")[2] for name in told.split()}


@pytest.mark.parametrize("package", ["api", "aio"])
def test_importing_the_client_loads_no_resource(package):
    assert loaded(package, package) == CLIENT
    assert loaded(package, "wire") == WIRE


@pytest.mark.parametrize("package", ["api", "aio"])
def test_a_resource_is_loaded_when_it_is_reached(package):
    found = loaded(package, "wire", "client.flavors()")
    assert "flavors" in found
    assert not found & {"hosts", "organizations", "applications"}


@pytest.mark.parametrize("package", ["api", "aio"])
def test_importing_the_client_loads_no_package_but_httpx(package):
    code = "import httpx, sys; before = set(sys.modules); " + IMPORT.format(package, "client")
    code += "; print(*{name.partition('.')[0] for name in sys.modules.keys() - before} - sys.stdlib_module_names)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.split() == ["comodit_client"]
