"""The fixture `comodit_cassette`, as a user's test run has it: records with the option, replays without."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from comodit_client.sandbox import Sandbox
from tests.cassettes.conftest import Service

LIFE_CYCLE = """
import asyncio

import pytest

from comodit_client import aio, api


def test_blocking(comodit_cassette):
    with api.Client(comodit_cassette.url, **comodit_cassette.credentials) as client:
        host = client.hosts("OOO", "Default").create("web-1", "", "Demo Platform", "Demo Distribution")
        host.provision()
        host.wait_for_state("READY", timeout=60)
        host.get_instance().delete()
        host.delete()


class TestAsync:
    @pytest.mark.parametrize("path", ["a/b", "a_b"])
    def test_async(self, comodit_cassette, path):
        async def life_cycle():
            async with aio.Client(comodit_cassette.url, "UUU", "PPP") as client:
                host = await client.hosts("OOO", "Default").create("web-2", "", "Demo Platform", "Demo Distribution")
                await host.provision()
                await host.wait_for_state("READY", timeout=60)
                await (await host.get_instance()).delete()
                await host.delete()

        asyncio.run(life_cycle())
"""
CHANGED = """
import pytest

from comodit_client.api import Client

@pytest.fixture
def hosts(comodit_cassette):
    with Client(comodit_cassette.url, "UUU", "PPP") as client:
        yield lambda before, after: client.hosts("O", before if comodit_cassette.is_recording else after)

def test_fewer(hosts, comodit_cassette):
    hosts("E", "E").list()
    if comodit_cassette.is_recording:
        hosts("E", "E").list()

def test_other(hosts):
    hosts("E", "other").list()

def test_more(hosts, comodit_cassette):
    for _ in range(1 if comodit_cassette.is_recording else 2):
        hosts("E", "E").list()

def test_body(hosts, comodit_cassette):
    hosts("E", "E").create("one" if comodit_cassette.is_recording else "two")
"""
LIST = 'hosts("O", "E").list()'
#: By the names of their entry points; other plugins only take time.
PLUGINS = ("-p", "comodit_cassettes", "-p", "comodit_sandbox", "-p", "no:cacheprovider", "-q")


def one_test(*calls: str, imports: str = "") -> str:
    """Return a test module whose one test makes calls of a client."""
    lines = [f"        client.{call}" for call in calls]
    return "\n".join(
        [
            "from comodit_client.api import Client",
            imports,
            "def test_one(comodit_cassette):",
            '    with Client(comodit_cassette.url, "UUU", "PPP") as client:',
            *lines,
            "",
        ]
    )


class Project:
    """A folder with one test module, and pytest in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.cassettes = folder / "cassettes"
        self._module = folder / "test_hosts.py"

    @property
    def names(self) -> list[str]:
        return sorted(file.name for file in self.cassettes.glob("*"))

    def run(self, source: str, *options: str, prelude: str = "pass") -> tuple[int, str]:
        self._module.write_text(source)
        code = f"import sys, pytest; {prelude}; sys.exit(pytest.main())"
        command = [sys.executable, "-c", code, *PLUGINS, *options, self._module.name]
        environment = {
            "COMODIT_USERNAME": "UUU",
            "COMODIT_PASSWORD": "PPP",
            "PATH": "",
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        }
        done = subprocess.run(
            command, cwd=self._module.parent, capture_output=True, text=True, check=False, env=environment
        )
        return done.returncode, done.stdout + done.stderr


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_a_life_cycle_is_recorded_and_replayed_offline_without_pauses(project: Project) -> None:
    with Sandbox(provision_time=1, change_time=0) as sandbox:
        assert project.run(LIFE_CYCLE, f"--comodit-record={sandbox.url}")[0] == 0
    assert project.names == [
        "test_hosts.TestAsync.test_async[a_b]-1d28bdfc.yaml",
        "test_hosts.TestAsync.test_async[a_b].yaml",
        "test_hosts.test_blocking.yaml",
    ]
    texts = [(project.cassettes / name).read_text() for name in project.names]
    assert [text for text in texts if "UUU" in text] == []
    assert any("PROVISIONING" in text for text in texts), "there was a pause"
    never = "import time, asyncio as a; time.sleep, s = None, a.sleep; a.sleep = lambda t: s(t) if t == 0 else None"
    assert project.run(LIFE_CYCLE, prelude=never)[0] == 0


def test_a_test_without_a_cassette_says_how_to_record_one(project: Project) -> None:
    status, output = project.run(one_test(LIST))
    assert status == 1
    assert "test_hosts.test_one.yaml: the file does not exist" in output
    assert "pytest --comodit-record=URL" in output


def test_a_missing_vcrpy_is_named(project: Project) -> None:
    status, output = project.run(one_test(LIST), prelude="sys.modules['vcr'] = None")
    assert status == 1
    assert "the module vcr is missing. Run: pip install 'comodit-client[test]'" in output


def test_a_test_that_no_longer_fits_its_recording_fails(project: Project, service: Service) -> None:
    assert project.run(CHANGED, f"--comodit-record={service.url}")[0] == 0
    status, output = project.run(CHANGED)
    assert status == 1
    for message in (
        "The test did not send 1 of the requests in",
        "test_other.yaml: no such request was recorded. Record the test again",
        "test_more.yaml: it was sent more often than recorded",
        "test_body.yaml: its body differs from the recorded one",
    ):
        assert message in output
    assert "GET /api/organizations/O/environments/other/hosts/ from" in output


def test_a_failed_recording_leaves_the_cassette_as_it_was(project: Project, service: Service) -> None:
    source = one_test(LIST)
    assert project.run(source, f"--comodit-record={service.url}")[0] == 0
    before = (project.cassettes / project.names[0]).read_text()
    failing = one_test(LIST, "organizations().list() == 1 / 0")
    assert project.run(failing, f"--comodit-record={service.url}")[0] == 1
    assert (project.cassettes / project.names[0]).read_text() == before
    assert project.run(source)[0] == 0


def test_a_project_can_start_a_server_of_its_own(project: Project, service: Service) -> None:
    own = f"""
import pytest

@pytest.fixture(scope="session")
def comodit_record_url():
    return {service.url!r}
"""
    assert project.run(one_test(LIST, imports=own))[0] == 0
    assert project.names == ["test_hosts.test_one.yaml"]


def test_the_plugins_load_nothing_for_tests_that_do_not_use_them(project: Project) -> None:
    source = """
import sys

def test_modules():
    ours = {name for name in sys.modules if name.startswith("comodit_client")}
    names = ("cassettes", "cassettes.pytest_plugin", "sandbox", "sandbox.pytest_plugin")
    assert ours == {"comodit_client", *(f"comodit_client.{name}" for name in names)}
    assert not {"vcr", "httpx", "yaml", "starlette"} & sys.modules.keys()
"""
    status, output = project.run(source)
    assert status == 0, output
