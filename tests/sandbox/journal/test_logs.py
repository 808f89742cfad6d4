"""The access log, the log of faults, and --verbose."""

from __future__ import annotations

import logging
import os
import re
import signal
import subprocess
import sys

import httpx
import pytest

from comodit_client.sandbox.journal import access, lines

HOSTS = "/organizations/OOO/environments/Default/hosts/"
ACCESS, FAULTS = "comodit_sandbox.access", "comodit_sandbox.faults"


@pytest.fixture
def logged(caplog, api):
    """Return a function that returns the lines of a logger, with durations as `T`."""
    caplog.set_level(logging.INFO, ACCESS)
    caplog.set_level(logging.INFO, FAULTS)

    def lines_of(name: str) -> list[str]:
        texts = [record.getMessage() for record in caplog.records if record.name == name]
        return [re.sub(r"\d+\.\d ms", "T", text) for text in texts]

    return lines_of


def test_each_request_is_a_line(api, logged) -> None:
    api("POST", HOSTS, {"name": "web-1"})
    api("GET", f"{HOSTS}web-1", password="hush")
    api("GET", f"{HOSTS}web-2", status=404)
    api("GET", "/flavors/")
    api("GET", "/nothing", password="hush", status=404)
    assert logged(ACCESS) == [
        "POST hosts.create OOO/Default/web-1 200 T",
        "GET hosts.get OOO/Default/web-1 200 T",
        "GET hosts.get OOO/Default/web-2 404 T",
        "GET flavors.list 200 T",
        "GET /api/nothing 404 T",
    ]


def test_faults_are_shown(api, sandbox, logged) -> None:
    sandbox.fail("503")
    api.client.get(HOSTS)
    sandbox.fail("reset-after-serving")
    with pytest.raises(httpx.HTTPError):
        api.client.post(HOSTS, json={"name": "web-1"})
    assert logged(ACCESS) == [
        "GET hosts.list OOO/Default 503 T fault 503",
        "POST hosts.create OOO/Default/web-1 - T fault reset-after-serving",
    ]
    assert logged(FAULTS) == ["fault 503 applied", "fault reset-after-serving applied"]


def test_a_line_break_in_a_name_does_not_begin_a_line(api, logged) -> None:
    api("POST", HOSTS, {"name": "a\nPOST fake"})
    api("GET", f"{HOSTS}a%0D%E2%80%A8b", status=404)
    assert logged(ACCESS) == [
        "POST hosts.create OOO/Default/a%0APOST fake 200 T",
        "GET hosts.get OOO/Default/a%0D%E2%80%A8b 404 T",
    ]


def test_nothing_is_formatted_while_the_log_is_off(api, monkeypatch) -> None:
    calls: list[object] = []
    monkeypatch.setattr(access, "call_line", lambda request: calls.append(request) or lines.call_line(request))
    api("GET", HOSTS)
    assert calls == []
    logger = logging.getLogger(ACCESS)
    monkeypatch.setattr(logger, "disabled", False)
    level = logger.level
    logger.setLevel(logging.INFO)
    try:
        api("GET", HOSTS)
    finally:
        logger.setLevel(level)
    assert len(calls) == 1


@pytest.mark.slow
def test_the_verbose_command_writes_requests_and_faults_to_standard_error() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "comodit_client.sandbox", "--port", "0", "--verbose", "--fault", "503,path=*/flavors/"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert process.stdout is not None
    root = f"http://127.0.0.1:{process.stdout.readline().split()[-1]}/api"
    with httpx.Client(base_url=root, auth=("UUU", "PPP")) as client:
        client.post(HOSTS, json={"name": "web-1", "settings": [{"key": "password", "value": "hush"}]})
        client.get("/flavors/?token=hush")
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=10)
    assert (process.returncode, out) == (0, "")
    stamp = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000"
    expected = [
        r"POST hosts\.create OOO/Default/web-1 200 \d+\.\d ms",
        r"fault 503 applied",
        r"GET flavors\.list 503 \d+\.\d ms fault 503",
    ]
    written = err.splitlines()
    assert len(written) == len(expected)
    for line, pattern in zip(written, expected, strict=True):
        assert re.fullmatch(f"{stamp} {pattern}", line), line
