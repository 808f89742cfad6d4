"""Documents: editors, files, settings, dry runs, exports, and what must survive a round trip."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.cli.scenarios.conftest import User
from tests.cli.terminal import Terminal

# Each test starts commands in processes of their own, for most of a second.
pytestmark = pytest.mark.slow

#: Applies the next of the sed scripts edit-1, edit-2, ... to its file, and keeps what it was given in seen-1, ...
EDITOR = r"""#!/bin/sh
cd "$HOME"
count=$(($(cat count 2>/dev/null || echo 0) + 1))
echo $count >count
cp "$1" seen-$count
[ ! -f edit-$count ] || sed -i -f edit-$count "$1"
"""
ADD = ("environments", "add", "OOO")
SECRET = {
    "name": "App",
    "parameters": [{"key": "pass", "name": "pass", "value": "S3cret", "schema": {"type": "string", "secret": True}}],
}


@pytest.fixture
def editing(user: User) -> User:
    """A user with an editor, who keeps temporary files in `tmp`."""
    user.environment["EDITOR"] = user.program("my editor", EDITOR).replace(" ", "\\ ")
    (user.home / "tmp").mkdir()
    user.environment["TMPDIR"] = str(user.home / "tmp")
    return user


def edit(user: User, *words: str, scripts: tuple[str, ...]) -> tuple[int, Terminal]:
    """Run a command whose editor does what these sed scripts do, one after the other."""
    for number, script in enumerate(scripts, start=1):
        (user.home / f"edit-{number}").write_text(script)
    with user.terminal(*words) as terminal:
        status = terminal.wait()
    assert int((user.home / "count").read_text()) == len(scripts), terminal.text
    return status, terminal


def drafts(user: User) -> list[str]:
    return [path.read_text() for path in (user.home / "tmp").iterdir()]


def test_the_editor_shows_a_template_and_its_document_is_sent(editing: User) -> None:
    status, terminal = edit(editing, *ADD, scripts=("s/^#* *name:.*/name: Büro/",))
    assert status == 0, terminal.text
    assert "name:" in (editing.home / "seen-1").read_text()
    assert "Büro" in editing.done("comodit environments list OOO -o name")
    assert drafts(editing) == []


def test_an_invalid_text_is_opened_again_with_the_place(editing: User) -> None:
    status, terminal = edit(editing, *ADD, scripts=("s/^#* *name:.*/name: [/", "s/^name: .*/name: Lab/"))
    assert status == 0, terminal.text
    assert (editing.home / "seen-2").read_text().startswith("#> ")
    assert "line" in (editing.home / "seen-2").read_text().splitlines()[0]
    assert "Lab" in editing.done("comodit environments list OOO -o name").split()


def test_a_rejected_document_is_opened_again_with_the_reason(editing: User) -> None:
    status, terminal = edit(editing, *ADD, scripts=("s/^#* *name:.*/name: Default/", "s/^name: .*/name: Lab/"))
    assert status == 0, terminal.text
    assert "409" in (editing.home / "seen-2").read_text().splitlines()[0]
    assert editing.done("comodit environments list OOO -o name").split() == ["Default", "Lab"]


def test_a_text_that_is_given_up_is_kept(editing: User) -> None:
    status, terminal = edit(editing, *ADD, scripts=("s/^#* *name:.*/name: Default/", "p;d"))
    assert status == 5, terminal.text
    (kept,) = drafts(editing)
    assert "name: Default\n" in kept
    assert str(next((editing.home / "tmp").iterdir())) in terminal.text.replace("\n", "")


def test_closing_the_editor_at_once_changes_nothing(editing: User) -> None:
    before = editing.requests("PUT")
    status, terminal = edit(editing, "environments", "update", "OOO", "Default", scripts=("",))
    assert (status, "Nothing was changed." in terminal.text) == (0, True)
    assert (editing.requests("PUT"), drafts(editing)) == (before, [])


def test_a_dry_run_then_the_same_in_earnest(user: User) -> None:
    words = "comodit hosts add OOO Default --set name=web --set description=new"
    shown = user.done(f"{words} --dry-run")
    assert shown.startswith("POST ")
    assert '"description": "new"' in shown
    assert user.done("comodit hosts list OOO Default -o json") == "[]\n"
    assert user.done(f"{words} -o name") == "web\n"
    assert user.done("comodit hosts list OOO Default -o name") == "web\n"


def test_a_change_of_settings_shows_the_differences_first(user: User) -> None:
    user.host("web")
    for key in ("gone", "kept", "new value"):
        user.done('comodit hosts settings add OOO Default web --set key="$1" --set value=1', key)
    wanted = [{"key": "kept", "value": "1"}, {"key": "new value", "value": "2"}, {"key": "added", "value": "x"}]
    (user.home / "settings.json").write_text(json.dumps(wanted))
    with user.terminal("hosts", "settings", "change", "OOO", "Default", "web", "-f", "settings.json") as terminal:
        terminal.expect("- update new value\n- add added\n- delete gone\n")
        terminal.expect("[y/N]: ")
        terminal.send("y\n")
        assert terminal.wait() == 0, terminal.text
    out = user.done("comodit hosts settings list OOO Default web -o csv --columns key,value --no-headers --sort key")
    assert out == "added,x\nkept,1\nnew value,2\n"


def test_an_organization_goes_to_a_folder_and_into_another_organization(user: User) -> None:
    user.host("büro/1", description="a\nb")
    script = """set -e
    comodit -q organizations export OOO exported >/dev/null
    sed -i 's/"name": "OOO"/"name": "Copy"/' exported/definition.json
    comodit -q organizations import exported >/dev/null
    comodit hosts list Copy Default -o json --query '[].[name, description]'"""
    assert json.loads(user.done(script)) == [["büro/1", "a\nb"]]


def test_masked_secrets_cannot_be_sent_back(user: User) -> None:
    user.done('comodit applications add OOO --json "$1"', json.dumps(SECRET))
    before = user.requests("PUT")
    script = "comodit applications show OOO App -o json >app.json; comodit applications update OOO App -f app.json"
    result = user.shell(script)
    assert (result.status, "--show-secrets" in result.err) == (2, True), result.err
    assert "S3cret" not in (user.home / "app.json").read_text()
    assert user.requests("PUT") == before
    user.done(script.replace("-o json", "-o json --show-secrets"))
    shown = user.done("comodit applications show OOO App --show-secrets --query parameters[0].value -o name")
    assert shown == "S3cret\n"


class NewerServer(BaseHTTPRequestHandler):
    """A server whose objects have members that this version of the client does not know."""

    stored = '{"name": "Default", "description": "old", "big": 12345678901234567890, "newer": [1, null, "é"]}'.encode()

    def do_GET(self) -> None:
        self._reply()

    def do_PUT(self) -> None:
        type(self).stored = self.rfile.read(int(self.headers["Content-Length"]))
        self._reply()

    def log_message(self, *_: object) -> None:
        """Write nothing."""

    def _reply(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(self.stored)))
        self.end_headers()
        self.wfile.write(self.stored)


@pytest.fixture
def newer() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), NewerServer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/api"
        server.shutdown()


def test_unknown_members_survive_a_round_trip(user: User, newer: str) -> None:
    user.credentials["COMODIT_API"] = newer
    before = json.loads(NewerServer.stored)
    script = """set -e
    comodit environments show OOO Default -o json >one.json
    comodit environments update OOO Default -f one.json --set description=new >/dev/null
    comodit environments show OOO Default -o yaml >two.yaml
    comodit environments update OOO Default -f two.yaml >/dev/null"""
    user.done(script)
    assert json.loads(NewerServer.stored) == {**before, "description": "new"}
