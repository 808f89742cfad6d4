"""What is asked before something is destroyed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from comodit_client.cli import table
from comodit_client.cli.exits import Failure
from comodit_client.cli.wire_modules import wire_module

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call

#: The parts of a question: a verb, the kind of object, its owner, and more.
ONE = re.compile(
    r"(?P<verb>\w+) (?:an|a|the) (?P<kind>.+?)(?: of (?P<owner>.+?))?(?P<that> that .+?)?"
    r"(?P<more> from the store| and .+)?"
)
MANY = re.compile(r"(?P<verb>\w+) all (?P<kind>.+?)(?: of (?P<owner>.+?))?(?P<more> from the store)?")
ARTICLE = re.compile(r"\b(?:an|a) ")


def question(call: Call, app: App | None = None) -> str:
    """Return what to ask before a command runs, such as `Delete the host web-1 of Acme/Default`.

    Args:
        call: The command.
        app: The client, to count what will be deleted. Default: nothing is counted.
    """
    asked = call.spec.get("question", "")
    many = MANY.fullmatch(asked)
    if many:
        count = _count(app, call) if app else None
        number = "" if count is None else f" ({count})"
        return f"{many['verb']} all {many['kind']}{_of(many['owner'], call.names)}{many['more'] or ''}{number}"
    one = ONE.fullmatch(asked)
    if one is None:
        return f"{asked} {call.place}".rstrip()
    owner = None if one["that"] else one["owner"]
    *owners, name = call.names or ("",)
    # An object that a host has once has no name of its own.
    known = f" {name}{_of(owner, owners)}" if _is_named(call, one["kind"]) else _of(owner, call.names)
    return f"{one['verb']} the {one['kind']}{known}{one['more'] or ''}"


def _of(owner: str | None, names: Sequence[str]) -> str:
    if not names:
        return ""
    return f" of {ARTICLE.sub('the ', f'{owner} ') if owner else ''}{'/'.join(names)}"


def _is_named(call: Call, kind: str) -> bool:
    last = [one["name"].replace("_", " ") for one in table.arguments_of(call.spec) if one.get("in_path")][-1:]
    return any(name in kind.lower() for name in last)


def _count(app: App, call: Call) -> int | None:
    """Return the number of objects that the list beside an operation has; None if it is unknown."""
    module = wire_module(call)
    if not hasattr(module, "list"):
        return None
    from comodit_client.api.exceptions import PythonApiException

    try:
        return len(app.read_list(module.list(*call.names)))
    except (PythonApiException, Failure):  # the question is good without it
        return None
