"""The endpoints that act on machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.endpoints.table import endpoint, host_names
from comodit_client.sandbox.errors import bad_request
from comodit_client.sandbox.http.documents import required_text

if TYPE_CHECKING:
    from comodit_client.sandbox.commands import Commands
    from comodit_client.sandbox.state.store import Document

#: The members that name a host; an alert has none of them.
_NAMES = {"organization", "environment", "host"}


@endpoint("fail")
def _fail(commands: Commands, body: Document) -> Document:
    organization, environment, host = host_names(body)
    task, error = required_text(body, "task"), required_text(body, "error")
    commands.fail_task(organization, environment, host, task=task, error=error)
    return {}


@endpoint("lose-agent")
def _lose_agent(commands: Commands, body: Document) -> Document:
    commands.lose_agent(*host_names(body))
    return {}


@endpoint("restore-agent")
def _restore_agent(commands: Commands, body: Document) -> Document:
    commands.restore_agent(*host_names(body))
    return {}


@endpoint("alert")
def _alert(commands: Commands, body: Document) -> Document:
    organization, environment, host = host_names(body)
    members = {member: value for member, value in body.items() if member not in _NAMES}
    return commands.add_alert(organization, environment, host, **members)


@endpoint("deviate")
def _deviate(commands: Commands, body: Document) -> Document:
    organization, environment, host = host_names(body)
    resource = {member: required_text(body, member) for member in ("application", "kind", "name")}
    return commands.deviate(organization, environment, host, **resource)


@endpoint("file")
def _file(commands: Commands, body: Document) -> Document:
    organization, environment, host = host_names(body)
    commands.put_file(organization, environment, host, required_text(body, "path"), _content(body))
    return {}


def _content(body: Document) -> bytes:
    content = body.get("content")
    if not isinstance(content, str):
        raise bad_request("'content' must be text")
    try:
        return content.encode()
    except UnicodeEncodeError:
        raise bad_request("'content' contains half of a surrogate pair, which is not valid text") from None
