"""A sandbox with an entity of each kind that can be exported, and a working directory of its own."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from comodit_client.sandbox import Sandbox
from tests.cli.conftest import Run

O = "/organizations/OOO"  # noqa: E741
BODIES = [
    (
        "applications",
        {"name": "App", "files": [{"name": "conf", "filePath": "/etc/app.conf"}], "packages": [{"name": "httpd"}]},
    ),
    ("platforms", {"name": "Plat"}),
    ("distributions", {"name": "Dist"}),
    (
        "environments/Default/hosts",
        {"name": "web", "platform": "Plat", "distribution": "Dist", "applications": ["App"]},
    ),
    ("environments/Default/hosts/web/settings", {"key": "port", "value": 80}),
    ("hostgroups", {"name": "webs", "hosts": [{"environment": "Default", "host": "web"}]}),
    ("webhooks", {"name": "hook", "method": "GET", "token": "hidden-1"}),
    ("notifications", {"name": "mail", "channel": "Email", "value": "{}"}),
    ("jobs", {"name": "job", "action": "DELETE_HOST", "input": "x", "date": "2999-01-01T00:00:00.000+0000"}),
    ("orchestrations", {"name": "roll", "applicationsOperations": []}),
    ("pipelines", {"name": "pipe"}),
]
#: By the word of a command: the names that lead to an entity of the kind.
ENTITIES = {
    "organizations": ("OOO",),
    "environments": ("OOO", "Default"),
    "hosts": ("OOO", "Default", "web"),
    "applications": ("OOO", "App"),
    "distributions": ("OOO", "Dist"),
    "platforms": ("OOO", "Plat"),
    "jobs": ("OOO", "job"),
    "orchestrations": ("OOO", "roll"),
    "pipelines": ("OOO", "pipe"),
    "hostgroups": ("OOO", "webs"),
    "webhooks": ("OOO", "hook"),
    "notifications": ("OOO", "mail"),
}


@pytest.fixture
def world(cli: Run, comodit_sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    with httpx.Client(base_url=comodit_sandbox.url, auth=("UUU", "PPP")) as client:
        for path, body in BODIES:
            client.post(f"{O}/{path}/", json=body).raise_for_status()
        client.post(f"{O}/applications/App/files/conf/content", files={"file": b"port 80\n"}).raise_for_status()
    return cli


def names(run: Run, *words: str) -> list[str]:
    """Return the names in a list."""
    return run(*words, "-o", "name").out.split("\n")[:-1]
