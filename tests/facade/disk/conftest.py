"""Fixtures and helpers for the tests of folders of definitions."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from comodit_client.sandbox import Sandbox

from .meeting import Meeting

PNG = b"\x89PNG\r\n\x1a\nthumb"


def tree(folder: Path) -> dict[str, bytes]:
    """What is in a folder: the bytes of files by their paths; empty folders have a slash at the end."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file():
            found[name] = path.read_bytes()
        elif not any(path.iterdir()):
            found[f"{name}/"] = b""
    return found


def points_of(last: int, number: int) -> list[int]:
    """Random points from 1 to the last one, spread over all of it, in order; they are printed, with their seed."""
    seed = os.environ.get("KILL_SEED") or str(random.randrange(10**9))
    dice = random.Random(seed)
    edges = [1 + last * part // number for part in range(number + 1)]
    points = [dice.randrange(edge, following) for edge, following in pairwise(edges)]
    print(f"killed at {points} of {last}; KILL_SEED={seed} repeats that")
    return points


@pytest.fixture
def read() -> Callable[[Path], dict[str, bytes]]:
    return tree


@pytest.fixture
def sandbox_client(make_client: Callable[..., Any], comodit_sandbox: Sandbox) -> Any:
    """A client of a new sandbox."""
    return make_client(comodit_sandbox.url, "UUU", "PPP", transport=None)


@pytest.fixture
def make_export(colour: Any) -> Callable[..., Any]:
    """Make an export of the API under test."""
    return lambda *args, **options: colour.module("exporter").Export(*args, **options)


@pytest.fixture
def make_import(colour: Any) -> Callable[..., Any]:
    """Make an import of the API under test."""
    return lambda *args, **options: colour.module("importer").Import(*args, **options)


@pytest.fixture
def meeting(colour: Any) -> Meeting:
    """A server at which four requests meet."""
    return Meeting(4, colour.is_async)


@pytest.fixture
def met(meeting: Meeting, make_client: Callable[..., Any]) -> Any:
    """A client of that server."""
    return make_client(transport=meeting.transport())


@pytest.fixture
def shop(server: Any, client: Any, run: Callable[[Any], Any]) -> Any:
    """An application with two files, a picture, a module and a git resource, on the canned server."""
    at = "/organizations/A/applications/Shop"
    files = [{"name": "a.conf", "template": {"name": "a.conf"}}, {"name": "empty"}, {"name": "never"}]
    server.on("GET", at, {"name": "Shop", "unknown": {"b": None, "a": "é"}, "files": files})
    server.on("GET", f"{at}/files/", {"items": files})
    server.on("GET", f"{at}/files/a.conf/content", b"\xff\x00\r\n")
    server.on("GET", f"{at}/files/empty/content", b"")
    server.on("GET", f"{at}/thumb", PNG)
    server.on("GET", f"{at}/rpmmodules/", {"items": [{"name": "nodejs", "stream": "18"}]})
    server.on("GET", f"{at}/gits/", {"items": [{"name": "src", "token": "t0ken-in-clear", "branch": None}]})
    found = run(client.get_application("A", "Shop"))
    server.forget()
    return found


class Kept:
    """States of the sandbox, and of folders that belong to them. Each is made once, and restored from then on.

    Args:
        home: Where the folders are kept.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._states: dict[str, sqlite3.Connection] = {}

    def begin(self, name: str, sandbox: Sandbox, make: Callable[[], Any], folder: Path | None = None) -> None:
        """Make a state with its folder, or restore both."""
        database, kept = sandbox._store._connection, self._home / name
        if name in self._states:
            with sandbox._store._lock:
                self._states[name].backup(database)
            if folder:
                shutil.copytree(kept, folder)
            return
        make()
        state = sqlite3.connect(":memory:", check_same_thread=False)
        with sandbox._store._lock:
            database.backup(state)
        self._states[name] = state
        if folder:
            shutil.copytree(folder, kept)

    def close(self) -> None:
        for state in self._states.values():
            state.close()


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    made = Kept(tmp_path_factory.mktemp("kept"))
    yield made
    made.close()


@pytest.fixture
def begin(kept: Kept, colour: Any, comodit_sandbox: Sandbox) -> Callable[..., None]:
    """Begin a test in a state that the API under test made once."""
    return lambda name, *parts: kept.begin(f"{name}-{colour.package}", comodit_sandbox, *parts)


@pytest.fixture
def organization(begin: Callable[..., None], sandbox_client: Any, run: Callable[[Any], Any]) -> Any:
    """An organization with something of every kind."""
    begin("furnished", lambda: furnished(run(sandbox_client.get_organization("OOO")), run))
    return run(sandbox_client.get_organization("OOO"))


def furnished(organization: Any, run: Callable[[Any], Any]) -> Any:
    """Make something of every kind in an organization."""
    application = run(organization.get_application("Wordpress"))
    run(application.gits().create("src", "https://git.example.net/x.git"))
    run(application.rpm_modules().create("nodejs", "18"))
    environment = run(organization.get_environment("Default"))
    host = run(environment.hosts().create("web", "", "Demo Platform", "Demo Distribution"))
    run(host.provision())
    run(host.install("Wordpress", {"wp_admin_password": "hush", "wp_admin_email": "a@b.c"}))
    run(organization.notifications().create("Slack", '{"webHookUrl": "https://example.net/hush"}', "Ops"))
    group = organization.host_groups().new("Fronts")
    run(group.create())
    orchestration = run(organization.orchestrations().create("Rolling"))
    run(orchestration.handlers().create("on-change", ["zone"]))
    pipeline = run(organization.pipelines().create("Release"))
    stage = run(pipeline.stages.create("first"))
    step = stage.steps.new("only")
    step.orchestration = "Rolling"
    run(step.create())
    run(organization.resource_properties.create("release", "Wordpress", package_name="httpd", value="2"))
    return organization
