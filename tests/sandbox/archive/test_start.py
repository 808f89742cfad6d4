"""The start of a sandbox with an archive: commands, databases and the work that loading takes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from comodit_client.api import Client
from comodit_client.sandbox import ApiError, ManualClock, Sandbox
from comodit_client.sandbox.command_line import run
from tests.sandbox.world import AUTH

from .conftest import connect, export, tree

HOST = "/organizations/OOO/environments/Default/hosts/web"


# ---- the command


@contextmanager
def started(*command: str) -> Iterator[str]:
    """Run a command that starts a sandbox; yield the root of its API."""
    arguments = [sys.executable, "-m", *command, "--port", "0"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield f"http://127.0.0.1:{process.stdout.readline().split()[-1]}/api"
        finally:
            process.terminate()
        assert process.wait() == 0


def test_the_command_serves_archives(folder, tmp_path):
    application = tmp_path / "App"
    application.mkdir()
    (application / "definition.json").write_text('{"name": "Mine", "packages": [], "organization": "Other"}')
    command = ["comodit_client.sandbox", "--import", str(folder), "--import", str(application)]
    with started(*command) as url, Client(url, *AUTH) as client:
        assert [organization.name for organization in client.organizations()] == ["OOO", "Other"]
        assert client.get_host("OOO", "Default", "web").name == "web"
        assert client.get_application("Other", "Mine").name == "Mine"
        assert httpx.delete(f"{url}/organizations/Other", auth=AUTH).status_code == 403


def test_the_command_can_make_it_writable(folder):
    command = ["comodit_client.cli", "sandbox", "--import", str(folder), "--writable"]
    with started(*command) as url:
        assert httpx.delete(f"{url}{HOST}/instance", auth=AUTH).status_code == 204


def test_the_command_comodit_exports_the_same_archive(folder, viewer, tmp_path):
    environment = {**os.environ, "HOME": str(tmp_path)}
    options = ["--api", viewer.url, "--user", "UUU", "--pass", "PPP"]
    command = [sys.executable, "-m", "comodit_client.cli", *options]
    arguments = ["organizations", "export", "OOO", str(tmp_path / "again"), "--with-secrets"]
    subprocess.run([*command, *arguments], env=environment, check=True, capture_output=True)
    assert tree(tmp_path / "again") == tree(folder)


@pytest.mark.parametrize(
    ("content", "text"), [(None, "the folder does not exist"), ("{", "it is not JSON"), ("{}", "it lacks")]
)
def test_the_command_fails_in_one_line(content, text, tmp_path, capsys):
    if content is not None:
        (tmp_path / "it").mkdir()
        (tmp_path / "it" / "definition.json").write_text(content)
    assert run(["--port", "0", "--import", str(tmp_path / "it")]) == 1
    output, errors = capsys.readouterr()
    assert output == ""
    assert errors.startswith("comodit-sandbox: Cannot load '")
    assert text in errors
    assert errors.count("\n") == 1


# ---- databases


def test_a_new_database_keeps_the_archive(folder, tmp_path, serve):
    """An existing one is not loaded again, even if the folder is gone, and it is as read-only as before."""
    archive, database = tmp_path / "archive", str(tmp_path / "archive.db")
    folder.rename(archive)
    try:
        with Sandbox(archive=archive, db=database, writable=True) as first, connect(first) as client:
            client.post(f"{HOST}/settings/", json={"key": "new", "value": 1}).raise_for_status()
    finally:
        archive.rename(folder)
    second = serve(archive, db=database)
    with connect(second) as client:
        assert client.get(f"{HOST}/settings/new").json()["value"] == 1
        assert client.delete(f"{HOST}/settings/new").status_code == 403


def test_work_of_a_writable_archive_waits_while_it_is_read_only(folder, tmp_path):
    clock, database = ManualClock(), str(tmp_path / "archive.db")
    with Sandbox(archive=folder, db=database, clock=clock, writable=True) as first, connect(first) as client:
        body = {"name": "soon", "action": "DELETE_HOST", "input": HOST[1:], "cron": "* * * * *"}
        client.delete(f"{HOST}/instance").raise_for_status()
        client.post("/organizations/OOO/jobs/", json=body).raise_for_status()
    clock.advance(3600)
    for writable, status in ((False, 200), (True, 404)):
        with Sandbox(archive=folder, db=database, clock=clock, writable=writable) as again, connect(again) as client:
            assert client.get(HOST).status_code == status


def test_an_archive_that_cannot_be_loaded_leaves_no_half_database(folder, tmp_path, serve):
    database = str(tmp_path / "archive.db")
    with pytest.raises(ApiError):
        Sandbox(archive=[folder, tmp_path / "missing"], db=database)
    with connect(serve(folder, db=database)) as client:
        assert [found["name"] for found in client.get("/organizations/").json()["items"]] == ["OOO"]


def test_the_port_is_free_again_after_a_failure(tmp_path, serve, folder):
    port = serve(folder).port
    other = Sandbox(archive=folder)
    free = other.port
    other.close()
    assert free != port
    with pytest.raises(ApiError):
        Sandbox(archive=tmp_path / "missing", port=free)
    assert serve(folder, port=free).port == free


# ---- many hosts


def test_the_work_grows_with_the_hosts(tmp_path):
    """Each host costs the same, in rows that are written and in rows that each request must read."""
    written = {}
    for count in (5, 10, 15):
        with Sandbox(clock=ManualClock()) as origin:
            origin.make_hosts(count, applications=["Wordpress"], provisioned=True)
            folder = export(origin, tmp_path / str(count))
        with Sandbox(archive=folder) as viewer:
            connection = viewer._store._connection
            written[count] = connection.total_changes
            hosts, groups = (
                connection.execute("SELECT count(*) FROM node WHERE kind = ?", (kind,)).fetchone()[0]
                for kind in ("hosts", "groups")
            )
            assert (hosts, groups) == (count, 1)
    assert written[15] - written[10] == written[10] - written[5]
    assert written[10] - written[5] <= 5 * 7
