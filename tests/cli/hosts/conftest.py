"""A host with names that need encoding, and what the server received."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from comodit_client.sandbox import Sandbox
from tests.cli.conftest import Result, Run

HOST = "web ü/1"
APPLICATION = "App ö/1"
PLACE = ("OOO", "Default", HOST)
_DEFINITION = {
    "name": APPLICATION,
    "packages": [{"name": "httpd"}],
    "services": [{"name": "httpd", "enabled": False}],
    "files": [{"name": "conf", "path": "/etc/app/app.conf", "owner": "root", "group": "root", "mode": "640"}],
    "handlers": [
        {"name": "Restart", "do": [{"action": "restart", "resource": "service://httpd"}], "on": ["port"]},
        {"do": [{"action": "restart", "resource": "service://httpd"}], "on": ["other"]},
    ],
    "parameters": [
        {"key": "port", "name": "port", "value": "80"},
        {"key": "name", "name": "name"},
        {"key": "pass", "name": "pass", "value": "S3cret", "schema": {"type": "string", "secret": True}},
    ],
}


@dataclass
class World:
    """The command, and the server that it is run against."""

    run: Run
    sandbox: Sandbox

    def __call__(self, words: str, *more: str, stdin: str = "") -> Result:
        """Run a command on the host: words, the names of the host, then the other arguments and options."""
        return self.run(*words.split(), *PLACE, *more, stdin=stdin)

    def done(self, words: str, *more: str) -> Any:
        """Run a command that has to succeed, and return its result as JSON."""
        result = self(words, *more, "-o", "json", "--show-secrets")
        assert (result.status, "Traceback" in result.err) == (0, False), result.err
        return result.json

    def changing(self, action: Callable[[], Any]) -> list[str]:
        """Return the requests other than GET that an action sends."""
        before = self.sandbox.stats()["requests"]
        action()
        after = self.sandbox.stats()["requests"]
        return [one for one, count in after.items() if count != before.get(one, 0) and not one.startswith("GET ")]


@pytest.fixture
def world(cli: Run, comodit_sandbox: Sandbox) -> World:
    """An application, and a host without an instance."""
    body = {"name": HOST, "platform": "Demo Platform", "distribution": "Demo Distribution"}
    assert cli("applications", "add", "OOO", "-j", json.dumps(_DEFINITION)).status == 0
    git = '{"name": "repo", "endpoint": "https://git.example.org/repo"}'
    assert cli("applications", "gits", "add", "OOO", APPLICATION, "-j", git).status == 0
    assert cli("hosts", "add", "OOO", "Default", "-j", json.dumps(body)).status == 0
    return World(cli, comodit_sandbox)


@pytest.fixture
def ready(world: World) -> World:
    """A host that is READY, on which the application is installed."""
    assert world("hosts provision").status == 0
    assert world("hosts applications install", APPLICATION).status == 0
    return world
