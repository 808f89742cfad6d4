"""The endpoints that inject and remove faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.endpoints.table import endpoint

if TYPE_CHECKING:
    from comodit_client.sandbox.commands import Commands
    from comodit_client.sandbox.state.store import Document


@endpoint("faults", "GET")
def _list(commands: Commands, body: Document) -> Document:
    return {"faults": commands.faults()}


@endpoint("faults", "POST")
def _inject(commands: Commands, body: Document) -> Document:
    commands.fail(body.get("kind", ""), **{name: value for name, value in body.items() if name != "kind"})
    return {"faults": commands.faults()}


@endpoint("faults", "DELETE")
def _end(commands: Commands, body: Document) -> Document:
    commands.end_faults()
    return {"faults": commands.faults()}


@endpoint("fail-provisioning")
def _fail_provisioning(commands: Commands, body: Document) -> Document:
    commands.fail("provision", **{name: value for name, value in body.items() if name != "kind"})
    return {"faults": commands.faults()}
