"""The jobs, as a file of comments for crontab."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from comodit_client.ansible.texts import one_line
from comodit_client.disk import layout

if TYPE_CHECKING:
    from comodit_client.ansible.archive import Entity
    from comodit_client.ansible.project import Project

#: The file.
PATH = "crontab"
_HEAD = """\
# The jobs of ComodIT. ComodIT does not document the time zone of its cron lines. It is presumably UTC.
# All lines are comments: Ansible does not delete machines. For each job that you still need:
#   1. Replace delete-machine with the command of your cloud or hypervisor.
#   2. Remove the # in front of the line.
#   3. Install the lines with crontab, or run at for a single date.
"""


def add_jobs(project: Project) -> None:
    """Add the file with the jobs, if there are any.

    Args:
        project: The conversion.
    """
    jobs = project.archive.of(layout.JOB)
    if jobs:
        text = _HEAD + "".join("\n" + "".join(f"# {line}\n" for line in _lines(job)) for job in jobs)
        project.output.add(PATH, text)


def _lines(job: Entity) -> Iterator[str]:
    source = job.source
    source.get("name")
    description = one_line(source.text("description"))
    yield f"{one_line(job.name)}{f': {description}' if description else ''}"
    action, target = one_line(source.text("action")), one_line(source.text("input"))
    yield f"{action or 'No action'} {target}".rstrip()
    if action:
        source.lose("action", f"Ansible does not delete machines; {PATH} has a line to adapt")
    if source.peek("operation"):
        source.lose("operation", "it repeats the action in another form")
    if source.get("enabled") is False:
        yield "It was disabled."
    command = f"delete-machine {shlex.quote(target.rpartition('/')[2])}" if action == "DELETE_HOST" else "your-command"
    cron, date = one_line(source.text("cron")), one_line(source.text("date"))
    if cron:
        # A percent sign ends a command in a crontab.
        yield f"{cron} {command.replace('%', chr(92) + '%')}"
    if date:
        yield f"Date: {date}"
        yield f"echo {shlex.quote(command)} | {_at(date)}"
    if not cron and not date:
        yield "It has no schedule."


def _at(date: str) -> str:
    try:
        moment = datetime.fromisoformat(date).astimezone(UTC)
    except ValueError:
        return f"at {shlex.quote(date)}"
    return f"TZ=UTC at -t {moment:%Y%m%d%H%M}"
