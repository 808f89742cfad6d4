"""Inventories for Ansible, from the live definitions of an organization."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from comodit_client.aio._transfer.inventory_walk import InventoryWalk
from comodit_client.rest._async_io import WorkerPool

if TYPE_CHECKING:
    from comodit_client.aio.organization import Organization
    from comodit_client.rest.progress import Progress

__all__ = ["Inventory"]


class Inventory:
    """The hosts, groups and settings of an organization, as Ansible expects them from an inventory script.

    The inventory is that of an export to Ansible. Settings of an application on a host are left out if another
    application of the host must not see them, because only a play can pass them. Install the extra `ansible` to use
    this class; Ansible itself is not needed.

    Args:
        organization: The organization.
        links: Whether to write the value of a linked setting, or a reference to the setting that it links to.
        with_secrets: Whether to include secret settings and the keys of the organization, which are not encrypted.
        names: Names to use in Ansible instead of those that are chosen, such as
            `{"environments/Prod/hosts/web 1": "web1"}`.
        parallel: The number of requests in parallel.
        progress: Called after each step with a `Count`.
    """

    def __init__(
        self,
        organization: Organization,
        *,
        links: Literal["resolve", "reference"] = "resolve",
        with_secrets: bool = False,
        names: Mapping[str, str] | None = None,
        parallel: int = 8,
        progress: Progress | None = None,
    ) -> None:
        self._organization = organization
        self._links: Literal["resolve", "reference"] = links
        self._with_secrets = with_secrets
        self._names = dict(names or {})
        self._parallel = parallel
        self._progress = progress

    async def to_json(self) -> dict[str, Any]:
        """Read the definitions, and return the inventory for `--list`.

        Returns:
            The groups, and `_meta` with the variables of each host.

        Raises:
            ExportException: Two entities would get the same name, or an entity has no possible name.
            PythonApiException: A request failed.
        """
        from comodit_client.ansible.inventory.script import inventory_json
        from comodit_client.ansible.project import Options

        archive = await InventoryWalk(WorkerPool(self._parallel, self._progress), self._organization).read()
        return inventory_json(archive, Options(self._links, names=self._names), self._with_secrets)

    async def host(self, name: str) -> dict[str, Any]:
        """Read the definitions, and return the variables of a host for `--host`.

        Args:
            name: The name of the host in the inventory.

        Returns:
            The variables that belong to the host alone. Those of its groups are in `to_json`.

        Raises:
            ExportException: The inventory has no such host.
            PythonApiException: A request failed.
        """
        from comodit_client.ansible.inventory.script import host_json

        return host_json(await self.to_json(), name)
