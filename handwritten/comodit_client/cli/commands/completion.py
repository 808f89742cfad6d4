"""The commands `comodit completion install` and `comodit completion show`."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path

import click

from comodit_client.cli.app import App
from comodit_client.cli.call import Call
from comodit_client.cli.exits import USAGE, Failure


def show(app: App, call: Call) -> None:
    """Print the completion script of a shell.

    Args:
        app: The output.
        call: The command.
    """
    click.echo(_script(_shell(call)), nl=False)


def install(app: App, call: Call) -> None:
    """Write the completion script of a shell where the shell finds it.

    Args:
        app: The output.
        call: The command.
    """
    shell = _shell(call)
    path, next_step = SHELLS[shell]()
    try:
        changed = _write(path, _script(shell))
    except OSError as error:
        raise Failure(
            f"Cannot write {path}: {error.strerror}. Print the script with `comodit completion show {shell}` and save "
            "it elsewhere."
        ) from error
    app.note(f"{'Wrote' if changed else 'Already up to date:'} {path}\n{next_step}")


def _shell(call: Call) -> str:
    given = call.argument("shell")
    if given in SHELLS:
        return given
    near = get_close_matches(given, SHELLS, 1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    raise Failure(f"Unknown shell {given!r}.{hint} Use one of: {', '.join(SHELLS)}.", USAGE)


def _script(shell: str) -> str:
    return files("comodit_client.cli.completion.scripts").joinpath(f"comodit.{shell}").read_text(encoding="utf-8")


def _write(path: Path, text: str) -> bool:
    """Write a file as a whole, since a shell may be reading it; return whether it has changed."""
    if path.is_file() and path.read_bytes() == text.encode():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        temporary.write_text(text, encoding="utf-8", newline="\n")
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return True


def _bash() -> tuple[Path, str]:
    given = os.environ.get("BASH_COMPLETION_USER_DIR")
    folder = Path(given) if given else _folder("XDG_DATA_HOME", "~/.local/share") / "bash-completion"
    path = folder / "completions" / "comodit"
    return path, (
        "New shells load it if the package bash-completion is installed. Otherwise, add this line to ~/.bashrc:\n"
        f"  source '{path}'"
    )


def _zsh() -> tuple[Path, str]:
    settings = _folder("ZDOTDIR", "~") / ".zshrc"
    path = Path("~/.zfunc/_comodit").expanduser()
    return path, (
        f"New shells load it if {settings} contains these lines:\n"
        "  fpath=(~/.zfunc $fpath)\n"
        "  autoload -Uz compinit && compinit"
    )


def _fish() -> tuple[Path, str]:
    path = _folder("XDG_CONFIG_HOME", "~/.config") / "fish" / "completions" / "comodit.fish"
    return path, "fish loads it when you complete the command the next time."


def _folder(variable: str, default: str) -> Path:
    return Path(os.environ.get(variable) or default).expanduser()


#: Where each shell finds its script, and what to do then.
SHELLS: dict[str, Callable[[], tuple[Path, str]]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
