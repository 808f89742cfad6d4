"""The options of the command `python -m comodit_client.ansible`, and its run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from comodit_client.ansible.convert import LOSSES, Conversion, Judge, convert, names_of
from comodit_client.ansible.project import Options
from comodit_client.wire.errors import PythonApiException

DESCRIPTION = """
Convert a folder that an export wrote to roles, an inventory and playbooks of Ansible. LOSSES.md in the output lists
what was not carried over.
"""
STATUSES = """
exit status: 0 when the folder was converted, 1 when --verify found a difference, 2 when the arguments are wrong or the
folder cannot be converted
"""
OK, DIFFERS, FAILED = 0, 1, 2


def run(arguments: Sequence[str] | None = None) -> int:
    """Convert a folder.

    Args:
        arguments: The command line without the command's name. Default: the arguments of the process.

    Returns:
        The exit status.
    """
    given = parser().parse_args(arguments)
    try:
        done = convert(
            given.folder,
            given.out,
            force=given.force,
            options=Options(given.links, given.vault_password_file, names_of(given.name), given.keep_going),
            judge=_judge() if given.verify else None,
        )
    except (PythonApiException, ModuleNotFoundError) as error:
        sys.stderr.write(f"comodit_client.ansible: {error}\n")
        return FAILED
    sys.stdout.write(report(done, given.out))
    return OK if done.verdict is None or done.verdict.ok() else DIFFERS


def report(done: Conversion, out: str) -> str:
    """Describe the result of a conversion.

    Args:
        done: The result.
        out: The folder that was written.

    Returns:
        Lines of text.
    """
    roles = "1 role" if len(done.roles) == 1 else f"{len(done.roles)} roles"
    lines = [f"{roles} in {out}. Not carried over: {len(done.losses)}, see {out}/{LOSSES}."]
    return "\n".join([*lines, *([str(done.verdict)] if done.verdict else [])]) + "\n"


def _judge() -> Judge:
    from comodit_client.ansible.judge import verify

    return verify


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line.

    Returns:
        The parser.
    """
    made = argparse.ArgumentParser(prog="python -m comodit_client.ansible", description=DESCRIPTION, epilog=STATUSES)
    made.add_argument("folder", metavar="FOLDER", help="folder that an export wrote, or that holds such folders")
    made.add_argument("out", metavar="OUT", help="folder to write")
    made.add_argument("--force", action="store_true", help="replace the result of an earlier conversion")
    made.add_argument(
        "--links",
        choices=["resolve", "reference"],
        default="resolve",
        help="write the value of a linked setting, or a reference to it (default: %(default)s)",
    )
    made.add_argument(
        "--vault-password-file",
        type=Path,
        metavar="FILE",
        help="encrypt secrets with the password in this file (default: leave secrets out)",
    )
    made.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="ENTITY=NAME",
        help="name of an entity in Ansible, such as 'applications/My App=my_app'; may be given several times",
    )
    made.add_argument(
        "--keep-going", action="store_true", help="convert the rest if files have no content or do not parse"
    )
    made.add_argument(
        "--verify",
        action="store_true",
        help="compare the files of all hosts with those of the sandbox, and run ansible-playbook and ansible-lint",
    )
    return made
