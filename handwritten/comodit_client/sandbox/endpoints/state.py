"""The endpoints that change the state as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.endpoints.table import endpoint, number
from comodit_client.sandbox.errors import bad_request
from comodit_client.sandbox.http.documents import required_text
from comodit_client.sandbox.operations.seed import PLATFORM

if TYPE_CHECKING:
    from comodit_client.sandbox.commands import Commands
    from comodit_client.sandbox.state.store import Document

#: The hosts that one request may create.
_MAX_HOSTS = 100_000


@endpoint("reset")
def _reset(commands: Commands, body: Document) -> Document:
    commands.reset()
    return {}


@endpoint("snapshots", "GET")
def _snapshots(commands: Commands, body: Document) -> Document:
    return {"snapshots": commands.snapshots()}


@endpoint("snapshot")
def _snapshot(commands: Commands, body: Document) -> Document:
    return {"name": commands.snapshot(body.get("name"))}


@endpoint("restore")
def _restore(commands: Commands, body: Document) -> Document:
    commands.restore(required_text(body, "name"))
    return {}


@endpoint("user")
def _user(commands: Commands, body: Document) -> Document:
    return commands.add_user(**{**body, **{name: required_text(body, name) for name in ("username", "password")}})


@endpoint("hosts")
def _hosts(commands: Commands, body: Document) -> Document:
    count, applications = int(number(body, "count")), body.get("applications", [])
    if count > _MAX_HOSTS:
        raise bad_request(f"'count' must be at most {_MAX_HOSTS}")
    if not isinstance(applications, list):
        raise bad_request("'applications' must be a list of names")
    names = commands.make_hosts(
        count,
        prefix=body.get("prefix", "host-"),
        organization=body.get("organization"),
        environment=body.get("environment"),
        applications=applications,
        provisioned=bool(body.get("provisioned")),
        platform=body.get("platform", PLATFORM),
    )
    return {"hosts": names}
