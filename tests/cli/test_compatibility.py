"""What the scripts of the original command line rely on."""

from __future__ import annotations

import json
import os
import time
from base64 import b32encode
from collections.abc import Callable
from pathlib import Path

import pytest

from comodit_client.rest.version import __version__
from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.state.one_time_codes import one_time_code
from tests.cli.conftest import Run
from tests.cli.terminal import Terminal

HOST = {"name": "web-1", "platform": "Demo Platform", "distribution": "Demo Distribution"}
WHERE = ("OOO", "Default", "web-1")
#: A file of the original: it has no interpolation, and a colon is as good as an equals sign.
CONFIG = """\
# ComodIT client
[client]
default_profile: work

[work]
api = {api}
username = ann
password = 100%p;x
vnc_viewer_call = vinagre %h:%p

[key]
api = {api}
token = {token}
username =
password =
"""


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("COMODIT_JWT_TOKEN_FILE", raising=False)
    monkeypatch.setattr("comodit_client.config.files.FILES", ("~/.comoditrc",))
    return tmp_path


@pytest.fixture
def new_key(run: Run, comodit_sandbox: Sandbox) -> Callable[[], str]:
    """Create an application key and return its token."""

    def new_key() -> str:
        account = ("--api", comodit_sandbox.url, "--user", "UUU", "--pass", "PPP", "--raw", "--show-secrets")
        document = '{"name": "ci", "group": "users", "method": "TOKEN"}'
        token: str = run("organizations", "application-keys", "add", "OOO", "-j", document, *account).json["token"]
        return token

    return new_key


@pytest.fixture
def host(cli: Run, comodit_sandbox: Sandbox) -> Run:
    """Run a command beside a host with a machine and an application."""
    assert cli("hosts", "add", "OOO", "Default", "-j", json.dumps(HOST)).status == 0
    assert cli("hosts", "provision", *WHERE, "--wait").status == 0
    assert cli("hosts", "applications", "install", *WHERE, "Wordpress", "--setting", "wp_admin_password=x").status == 0
    return cli


def test_raw_shows_one_object(cli: Run) -> None:
    for words in (("organizations", "show", "OOO"), ("environments", "show", "OOO", "Default")):
        result = cli(*words, "--raw")
        assert (result.status, result.json["name"]) == (0, words[-1])


def test_raw_shows_the_instance_of_a_host(host: Run) -> None:
    result = host("hosts", "instance", "show", *WHERE, "--raw")
    assert (result.status, result.err) == (0, "")
    assert {one["key"] for one in result.json["properties"]} > {"publicDnsName", "ip.eth0"}
    assert result.json["state"] == "RUNNING"


def test_a_code_once_and_a_kept_login_after(run: Run, home: Path, comodit_sandbox: Sandbox) -> None:
    key = b32encode(b"12345678901234567890").decode()
    comodit_sandbox.add_user("ann", "p", mfa_secret=key)
    account = ("--api", comodit_sandbox.url, "--user", "ann", "--pass", "p")
    code = one_time_code(key, int(time.time() // 30))
    assert run("flavors", "list", *account).status == 4
    assert run("flavors", "list", "--mfa", code, *account).status == 0
    assert (home / ".comodit.jwt").is_file()
    assert run("flavors", "list", *account).status == 0


def test_a_url_and_a_token_are_enough(
    run: Run, home: Path, comodit_sandbox: Sandbox, new_key: Callable[[], str]
) -> None:
    alone = ("--api", comodit_sandbox.url, "--token", new_key())
    result = run("organizations", "list", *alone, "-o", "name")
    assert (result.status, result.out, result.err) == (0, "OOO\n", "")
    assert run("organizations", "list", "--api", comodit_sandbox.url, "--token", "wrong").status == 4


def test_a_handler_is_run(host: Run, comodit_sandbox: Sandbox) -> None:
    run = ("hosts", "applications", "actions", "run", *WHERE, "Wordpress", "Restart")
    started = host(*run, "--raw")
    assert (started.status, started.json["handler"]) == (0, "Restart")
    result = host(*run, "--wait", "--progress", "--timeout", "60", "--raw")
    assert result.status == 0
    assert result.json["key"] != started.json["key"]
    assert f"Started {result.json['key']}." in result.err
    assert len(result.err.splitlines()) > 1, "no progress"
    assert host("wait", "changes", *WHERE, "--timeout", "60").status == 0


@pytest.mark.parametrize(
    ("words", "stdin"),
    [
        (("-j", '{"name": "Prod"}'), ""),
        (("--json", '{"name": "Prod"}'), ""),
        (("--stdin",), '{"name": "Prod"}'),
        (("-f", "env.json"), ""),
        (("--file=env.json",), ""),
    ],
)
def test_documents_are_given_as_before(
    cli: Run, words: tuple[str, ...], stdin: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("env.json").write_text('{"name": "Prod"}')
    assert cli("environments", "add", "OOO", *words, stdin=stdin).status == 0
    assert cli("environments", "show", "OOO", "Prod", "--raw").json["name"] == "Prod"


@pytest.mark.parametrize(
    ("option", "handlers"),
    [
        ("--orchestration_handler", {"trigger_orchestration_handler": "true", "trigger_application_handler": "false"}),
        ("--non-handler", {"trigger_orchestration_handler": "false", "trigger_application_handler": "false"}),
    ],
)
def test_handlers_are_triggered_by_the_old_options(cli: Run, option: str, handlers: dict[str, str]) -> None:
    shown = cli(
        "environments", "settings", "add", "OOO", "Default", "-j", '{"key": "a", "value": "b"}', option, "--dry-run"
    )
    query = shown.out.splitlines()[0].partition("?")[2]
    assert (shown.status, dict(part.split("=") for part in query.split("&"))) == (0, handlers)


def test_options_stand_before_the_words(cli: Run) -> None:
    assert cli("--raw", "organizations", "show", "OOO").json["name"] == "OOO"
    assert cli("organizations", "--raw", "show", "OOO").json["name"] == "OOO"


@pytest.mark.parametrize(
    "line",
    [
        "--version",
        "hosts --version",
        "hosts list --version",
        "hosts list O E --version",
        "hosts list --raw O --version E",
    ],
)
def test_the_version_stands_anywhere(run: Run, line: str) -> None:
    result = run(*line.split())
    assert (result.status, result.out, result.err) == (0, f"comodit {__version__}\n", "")


@pytest.mark.parametrize(("visual", "editor"), [("", "{mine}"), ("{mine}", "false"), ("{mine} -w", "")])
def test_the_editor_of_the_environment_opens(
    comodit_sandbox: Sandbox, tmp_path: Path, visual: str, editor: str
) -> None:
    mine = tmp_path / "mine"
    mine.write_text('#!/bin/sh\nfor last; do :; done\necho "name: Prod" > "$last"\n')
    mine.chmod(0o755)
    environment = os.environ | {
        "HOME": str(tmp_path),
        "COMODIT_API": comodit_sandbox.url,
        "COMODIT_USERNAME": "UUU",
        "COMODIT_PASSWORD": "PPP",
        "VISUAL": visual.format(mine=mine),
        "EDITOR": editor.format(mine=mine),
    }
    with Terminal("environments", "add", "OOO", "-o", "name", environment=environment) as terminal:
        assert (terminal.wait(), terminal.text.split()) == (0, ["Prod"])


@pytest.fixture
def config(home: Path, comodit_sandbox: Sandbox, new_key: Callable[[], str]) -> None:
    comodit_sandbox.add_user("ann", "100%p;x")
    (home / ".comoditrc").write_text(CONFIG.format(api=comodit_sandbox.url, token=new_key()))


def test_the_config_file_of_the_original_is_read(run: Run, config: None) -> None:
    assert run("whoami", "--raw").json["username"] == "ann"
    profiles = run("profile", "list", "--raw").json
    assert [(one["name"], one["default"]) for one in profiles] == [("work", True), ("key", False)]
    assert run("profile", "show", "work", "--raw").json["vnc_viewer_call"] == "vinagre %h:%p"


def test_a_profile_with_a_key_and_an_empty_user_name(run: Run, config: None) -> None:
    result = run("organizations", "list", "--profile", "key", "-o", "name")
    assert (result.status, result.out) == (0, "OOO\n")


def test_an_unknown_profile_is_not_a_traceback(run: Run, config: None) -> None:
    result = run("organizations", "list", "--profile", "wrok")
    assert result.status == 4
    assert "Did you mean 'work'" in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize("option", ["--options", "--options-with-value", "--completions"])
def test_the_protocol_of_the_old_completion_is_a_usage_error(run: Run, option: str) -> None:
    result = run(option, "1", "hosts")
    assert (result.status, result.out) == (2, "")
    assert f"No such option '{option}'" in result.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_replaces_the_old_completion(run: Run, shell: str) -> None:
    result = run("completion", "show", shell)
    assert (result.status, result.err) == (0, "")
    assert "comodit" in result.out
    assert "eval " not in result.out
