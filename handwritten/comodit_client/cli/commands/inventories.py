"""Inventories for Ansible."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import click

from comodit_client._extras import MissingExtra
from comodit_client.cli.exits import USAGE, Failure

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call

#: The environment variable with the organization, for inventory scripts.
ORGANIZATION = "COMODIT_ORGANIZATION"


def show(app: App, call: Call) -> None:
    """Print the inventory, or the variables of a host, as JSON.

    Args:
        app: The client and the output.
        call: The command.

    Raises:
        Failure: The organization is missing, the options exclude each other, or the extra is not installed.
    """
    from comodit_client.api.inventory import Inventory

    name = call.optional("organization") or os.environ.get(ORGANIZATION)
    if not name:
        raise Failure(f"Cannot read the inventory: name the organization, or set {ORGANIZATION}.", USAGE)
    host = call.option("host-variables")
    if bool(call.option("all-hosts")) == (host is not None):
        raise Failure("Cannot read the inventory: add either --list or --host NAME.", USAGE)
    inventory = Inventory(
        app.client.organizations().new(name),
        links=call.option("links") or "resolve",
        with_secrets=bool(call.option("print-secrets")),
        names=_names(call),
    )
    try:
        found = inventory.to_json() if host is None else inventory.host(host)
    except MissingExtra as error:
        raise Failure(str(error)) from error
    click.echo(json.dumps(found, indent=4))


def _names(call: Call) -> dict[str, str]:
    given = call.option("name")
    if not given:
        return {}
    from comodit_client.ansible.convert import names_of

    return names_of(given)
