"""All times of the API are those of the sandbox's clock."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import httpx

import comodit_client.sandbox
from comodit_client.sandbox import Sandbox

O = "/organizations/OOO"  # noqa: E741
E = f"{O}/environments/Default"
STAMP = re.compile(r"\d{4}-\d\d-\d\dT[0-9:.+]+")
#: Modules that read the machine's time, with the reason.
_REAL_TIME = {
    "state/clock.py": "the running clock",
    "state/nodes.py": "the default of a store without a sandbox",
    "state/store.py": "the default of a store without a sandbox",
    "state/database.py": "the default of a database without a sandbox",
    "faults/inject.py": "the header Retry-After",
    "control.py": "the duration of a request",
    "journal/journal.py": "the time from which requests count",
    "page/events.py": "the pauses of the stream",
}


def stamps(sandbox: Sandbox) -> list[str]:
    """Do work of each kind that has a time; return the times in the responses."""
    with httpx.Client(base_url=sandbox.url, auth=("UUU", "PPP")) as client:

        def call(method: str, path: str, body: Any = None) -> str:
            response = client.request(method, path, json=body)
            response.raise_for_status()
            return response.text

        body = {"name": "web", "platform": "Demo Platform", "distribution": "Demo Distribution"}
        call("POST", f"{E}/hosts/", body)
        call("POST", f"{E}/hosts/web/instance/", {})
        sandbox.advance(10)
        call("POST", f"{E}/hosts/web/applications/", {"application": "Wordpress"})
        sandbox.advance(10)
        alert = sandbox.add_alert("OOO", "Default", "web")
        paths = [f"{O}/audit/", f"{O}/agent/", f"{E}/hosts/web/changes/?show_processed=true"]
        return STAMP.findall(str(alert) + "".join(call("GET", path) for path in paths))


def test_two_runs_with_a_frozen_clock_have_the_same_times() -> None:
    runs = []
    for _ in range(2):
        with Sandbox(provision_time=3, change_time=1, clock="frozen,start=2026-01-01T00:00:00Z") as sandbox:
            runs.append(stamps(sandbox))
            sandbox.reset()
            runs.append(stamps(sandbox))
    assert len(runs[0]) > 5
    assert all(stamp.startswith("2026-01-01T00:00:") for stamp in runs[0])
    assert runs[1:] == runs[:1] * 3


def test_no_other_module_reads_the_time_of_the_machine() -> None:
    folder = Path(comodit_client.sandbox.__file__).parent
    found = {
        str(file.relative_to(folder))
        for file in folder.rglob("*.py")
        if re.search(
            r"\btime\.(time|monotonic|perf_counter)\b|datetime\.(now|today|utcnow)|date\.today", file.read_text()
        )
    }
    assert found <= _REAL_TIME.keys()


def test_a_token_expires_by_the_clock() -> None:
    with Sandbox(clock="frozen") as sandbox, httpx.Client(base_url=sandbox.url) as client:
        token = client.get("/account/_verify", auth=("UUU", "PPP")).json()["jwtToken"]
        headers = {"X-ComodIT-JwtToken": token}
        assert client.get("/organizations/", headers=headers).status_code == 200
        sandbox.advance(3600)
        assert client.get("/organizations/", headers=headers).status_code == 401
