"""From a server that has more than the schema to a schema without drift."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import httpx
import pytest

from comodit_client.api import Client
from comodit_client.cassettes import Cassette
from comodit_client.sandbox import Sandbox, application
from comodit_client.wire.drift import DriftReport
from generator import bundle
from generator.__main__ import generate
from generator.config import read_config
from generator.drift import compared
from generator.exchanges import read_exchanges
from generator.learn.evidence import Observations
from generator.learn.learned import Learned, learn
from generator.paths import CONFIG, ROOT

OWN = read_config(CONFIG)
SCHEMA = ROOT / "schema"

HOST = "/organizations/OOO/environments/Default/hosts/web-1"
SNAPSHOTS = {"count": "1", "items": [{"name": "before-update", "createdAt": "2026-01-31T12:00:00.000+0000", "size": 7}]}
MEMBERS = {
    "lastBackup": "2026-01-31T12:00:00.000+0000",
    "bootOptions": {"kernel": "6.1", "timeoutSeconds": None},
    "rescuePassword": "hunter2",
}


def newer(app: Any) -> Any:
    """Return an application whose hosts have three members more, another state, and snapshots."""

    async def serve(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http" and scope["path"].endswith("/snapshots/"):
            await receive()
            return await _respond(send, 200, SNAPSHOTS)
        if scope["type"] != "http" or not scope["path"].endswith(HOST):
            return await app(scope, receive, send)
        sent: list[Any] = []

        async def keep(message: Any) -> None:
            sent.append(message)

        await app(scope, receive, keep)
        content = json.loads(b"".join(message.get("body", b"") for message in sent))
        if sent[0]["status"] == 200:
            content |= MEMBERS | {"state": "FROZEN"}
        return await _respond(send, sent[0]["status"], content)

    return serve


async def _respond(send: Any, status: int, content: Any) -> None:
    body = json.dumps(content).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, DriftReport]:
    """A cassette of the newer server, and what the client itself reported of it."""
    file, report = tmp_path_factory.mktemp("recording") / "hosts.yaml", DriftReport()
    with pytest.MonkeyPatch.context() as patch:
        build_app = application.build_app
        patch.setattr(application, "build_app", lambda *arguments: newer(build_app(*arguments)))
        with Sandbox(provision_time=0, change_time=0) as sandbox:
            cassette = Cassette(file, sandbox.url)
            with cassette.open():
                with Client(sandbox.url, "UUU", "PPP", on_drift=report) as client:
                    hosts = client.get_organization("OOO").get_environment("Default").hosts()
                    hosts.create("web-1")
                    hosts.get("web-1")
                httpx.get(f"{sandbox.url}{HOST}/snapshots/", auth=("UUU", "PPP")).raise_for_status()
                cassette.succeeded = True
    return file, report


def patched(learned: Learned, folder: Path) -> Path:
    """Apply a patch to a copy of the schema."""
    shutil.copytree(SCHEMA, folder / "schema")
    command = ["git", "apply", "-p1", "-"]
    subprocess.run(command, input=learned.folder.patch().encode(), check=True, cwd=folder)
    return folder / "schema"


def found_in(recording: Path, schema: Path) -> list[str]:
    return [drift.kind for drift in compared(bundle.load(schema), read_exchanges(recording))]


@pytest.mark.slow
def test_what_a_recording_shows_is_generated_and_is_no_drift_then(recording, tmp_path) -> None:
    file, report = recording
    kinds = ["unknown member"] * 3 + ["unknown operation", "unknown value"]
    assert sorted(found_in(file, SCHEMA)) == kinds
    assert sorted(drift.kind for drift in report) == [kind for kind in kinds if kind != "unknown operation"]
    learned = learn(Observations.read(file), OWN)
    assert (len(learned.drafted), learned.skipped, learned.problems) == (5, [], [])
    schema = patched(learned, tmp_path)
    assert found_in(file, schema) == []
    tree = generate(schema)
    for text in ("def last_backup_at", "def boot_options(self) -> HostBootOptions", "def rescue_password"):
        assert text in tree["wire/hosts.py"]
    assert '"FROZEN"' in tree["wire/hosts.py"]
    assert "Request[SnapshotList]" in tree["wire/snapshots.py"]
    assert "Facts: observed." in tree["wire/snapshots.py"]
    assert "  snapshots.list: Drafted from recorded requests." in learned.folder.patch()
    assert "hunter2" not in learned.folder.patch()


@pytest.mark.slow
def test_a_drift_report_is_enough(recording, tmp_path) -> None:
    file, _ = recording
    report = tmp_path / "report.json"
    compared(bundle.load(SCHEMA), read_exchanges(file)).write(report)
    learned = learn(Observations.read(report), OWN)
    assert (len(learned.drafted), learned.skipped, learned.problems) == (5, [], [])
    assert found_in(file, patched(learned, tmp_path)) == []
