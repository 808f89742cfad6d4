"""Completion in real shells: what the user types, and the arguments that the command gets."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from importlib.resources import files

import httpx
import pytest

from comodit_client.cli.__main__ import main
from comodit_client.sandbox import Sandbox
from tests.cli.completion.terminals import SHELLS, Shell

pytestmark = pytest.mark.slow
#: A name with everything that has a meaning in a shell.
HOSTILE = """evil $(touch x) `touch x` 'a' "b" \\c;d&e|f*g?h!i#j~k[l]{m,n}<o>(p)%q^r=s"""
NAMES = ["web 1", "web 2", HOSTILE, "été à Liège", "colon:a:b", "quote's", 'double"d']
#: Beyond this port nobody listens.
NOBODY = "http://127.0.0.1:9"


@pytest.fixture(scope="module")
def server() -> Iterator[Sandbox]:
    with Sandbox(provision_time=0, change_time=0) as sandbox:
        for name in NAMES:
            path = f"{sandbox.url}/organizations/OOO/environments/Default/hosts/"
            httpx.post(path, json={"name": name}, auth=("UUU", "PPP")).raise_for_status()
        yield sandbox


@pytest.fixture(scope="module", params=SHELLS)
def terminal(
    request: pytest.FixtureRequest, server: Sandbox, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shell]:
    home = tmp_path_factory.mktemp(request.param)
    (home / "a file.json").write_text("{}")
    (home / "folder" / "below").mkdir(parents=True)
    (home / ".comoditrc").write_text(
        "[client]\ndefault_profile=work\n"
        f"[work]\napi={server.url}\nusername=UUU\npassword=PPP\n"
        f"[other one]\napi={NOBODY}\ntoken=t\n"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR", "BASH_COMPLETION_USER_DIR"):
            patch.delenv(name, raising=False)
        assert main(["completion", "install", request.param]) == 0
    shell = Shell(request.param, home)
    yield shell
    shell.close()
    assert not (home / "x").exists()


def test_at_least_one_shell_is_found() -> None:
    # The others come from a mirror of Debian, which a machine may not reach.
    assert "bash" in SHELLS


@pytest.mark.parametrize(
    ("keys", "arguments"),
    [
        ("org\t", ["organizations"]),
        ("organizations webh\tli\t", ["organizations", "webhooks", "list"]),
        ("hosts li\t --no-h\t", ["hosts", "list", "--no-headers"]),
        ("hosts list -o js\t", ["hosts", "list", "-o", "json"]),
        ("hosts list --output=js\t", ["hosts", "list", "--output=json"]),
        ("hosts list --profile oth\t", ["hosts", "list", "--profile", "other one"]),
        ("hosts list --profile=oth\t", ["hosts", "list", "--profile=other one"]),
        ("hosts list --columns name,pl\t", ["hosts", "list", "--columns", "name,platform"]),
        ("--profile work hos\tli\t", ["--profile", "work", "hosts", "list"]),
        ("completion install fi\t", ["completion", "install", "fish"]),
        ("hosts add OOO Default -f a\t", ["hosts", "add", "OOO", "Default", "-f", "a file.json"]),
        ("hosts import OOO Default fol\tbel\t", ["hosts", "import", "OOO", "Default", "folder/below"]),
        ("hosts nothing \t", ["hosts", "nothing"]),
    ],
)
def test_words_options_and_files(terminal: Shell, keys: str, arguments: list[str]) -> None:
    # zsh removes the slash behind a folder when the line is complete.
    assert [one.rstrip("/") for one in terminal.arguments(keys)] == arguments


@pytest.mark.parametrize("quote", ["", "'", '"'])
@pytest.mark.parametrize(("keys", "name"), [("we\t1\t", "web 1"), ("ev\t", HOSTILE)])
def test_names_survive_in_each_state_of_the_line(terminal: Shell, quote: str, keys: str, name: str) -> None:
    assert terminal.arguments(f"hosts show OOO Default {quote}{keys}")[4:] == [name]


@pytest.mark.parametrize(
    ("keys", "last"),
    [
        ("hosts show OOO Default été\t", "été à Liège"),
        ("hosts show OOO Default colon:a\t", "colon:a:b"),
        ("hosts show OOO Default 'colon:a\t", "colon:a:b"),
        ("hosts show OOO Default quote\t", "quote's"),
        ("hosts show OOO Default double\t", 'double"d'),
        ("environments show OO\t", "OOO"),
        ("environments show OOO De\t", "Default"),
        ("-o json environments --profile work show OO\t", "OOO"),
    ],
)
def test_names_from_the_server(terminal: Shell, keys: str, last: str) -> None:
    assert terminal.arguments(keys)[-1] == last


@pytest.mark.parametrize("options", [f"--api {NOBODY} --token t", "--user UUU --pass wrong", "--profile nobody"])
def test_failures_are_silent(terminal: Shell, options: str) -> None:
    keys = f"{options} organizations show OO"
    assert terminal.arguments(f"{keys}\t") == keys.split()
    assert "comodit:" not in terminal.text
    assert "Error" not in terminal.text


def test_word_breaks_of_bash_stay() -> None:
    script = files("comodit_client.cli.completion.scripts") / "comodit.bash"
    code = f"before=$COMP_WORDBREAKS; source '{script}'; [[ -n $before && $before == $COMP_WORDBREAKS ]]"
    assert subprocess.run(["bash", "--norc", "-ic", code], check=False, capture_output=True).returncode == 0
