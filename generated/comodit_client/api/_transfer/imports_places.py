# Made by `python -m generator` from handwritten/comodit_client/aio/_transfer/imports_places.py.
# Do not edit: change that, then run `make generate`.
"""Import of organizations, environments and hosts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from comodit_client.api._transfer.export_walk import collection_of
from comodit_client.api._transfer.imports_base import Folder, ImportBase
from comodit_client.disk import layout, tree
from comodit_client.disk.lock import locked
from comodit_client.disk.place import Place
from comodit_client.disk.swap import recovered
from comodit_client.rest.exceptions import ImportException

if TYPE_CHECKING:
    from comodit_client.api._transfer.import_walk import ImportWalk
    from comodit_client.api.client import Client
    from comodit_client.api.environment import Environment
    from comodit_client.api.organization import Organization


#: The kinds that a host names one entity of, each with the member.
NAMED = {layout.DISTRIBUTION: "distribution", layout.PLATFORM: "platform"}


class ImportsPlaces(ImportBase):
    """The imports of organizations, environments and hosts."""

    def import_organization(self, client: Client, org_folder: Folder) -> None:
        """Import an organization with everything in its folder.

        Args:
            client: The client that sends the requests.
            org_folder: Its folder.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or contains a symbolic link. Nothing was sent.
        """
        self._import_into(layout.ORGANIZATION, client.organizations(), org_folder, False)

    def import_environment(self, org: Organization, env_folder: Folder, skip_conflict_detection: bool = False) -> None:
        """Import an environment with its hosts.

        Args:
            org: The organization to import into.
            env_folder: Its folder.
            skip_conflict_detection: Whether to assume that it does not exist, without asking the server.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or contains a symbolic link. Nothing was sent.
        """
        self._import(layout.ENVIRONMENT, org, env_folder, skip_conflict_detection)

    def import_host(self, env: Environment, host_folder: Folder, skip_conflict_detection: bool = False) -> None:
        """Import a host with its contexts.

        Args:
            env: The environment to import into.
            host_folder: Its folder.
            skip_conflict_detection: Whether to assume that it does not exist, without asking the server.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: The folder cannot be read, or contains a symbolic link. Nothing was sent.
        """
        self._import(layout.HOST, env, host_folder, skip_conflict_detection)

    def import_full_env(self, org: Organization, env_folder: Folder) -> None:
        """Import an environment of an exported organization, with the missing entities that its hosts need.

        Args:
            org: The organization to import into.
            env_folder: Its folder, inside the folder of the exported organization.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: A folder cannot be read, or contains a symbolic link. Nothing was sent.
        """
        with locked(env_folder, exclusive=False, error=ImportException):
            top, folder = _in_organization(env_folder, 1)
            walk = self._walk()
            self._add_needed(walk, org, top, list(tree.members(folder, layout.HOST)))
            walk.add(layout.ENVIRONMENT, org.environments(), folder)
            self._run(walk)

    def import_full_host(self, org: Organization, env: Environment, host_folder: Folder) -> None:
        """Import a host of an exported organization, with the missing entities that it needs.

        Args:
            org: The organization of the environment.
            env: The environment to import into.
            host_folder: Its folder, inside the folder of the exported organization.

        Raises:
            ImportException: There is a conflict, something is missing, or an action failed.
            UnusableFile: A folder cannot be read, or contains a symbolic link. Nothing was sent.
        """
        with locked(host_folder, exclusive=False, error=ImportException):
            top, folder = _in_organization(host_folder, 3)
            walk = self._walk()
            self._add_needed(walk, org, top, [folder])
            walk.add(layout.HOST, env.hosts(), folder)
            self._run(walk)

    def _add_needed(self, walk: ImportWalk, org: Organization, top: Place, hosts: Iterable[Place]) -> None:
        """Plan the entities that hosts need and the organization lacks, if the folder above holds them."""
        documents = [tree.document(host / layout.DEFINITION) for host in hosts]
        for kind, member in ((layout.APPLICATION, "applications"), *NAMED.items()):
            values = [document.get(member) for document in documents]
            names = [name for value in values for name in (value if isinstance(value, list) else [value]) if name]
            if (top / kind.folder).is_folder():  # otherwise the check of references reports them
                walk.add_missing(kind, collection_of(org, kind), top / kind.folder, names)


def _in_organization(folder: Folder, depth: int) -> tuple[Place, Place]:
    """Return the folder of the organization and a folder in it, which has that many folders between them."""
    path = recovered(folder).absolute()
    if len(path.parents) <= depth:
        raise ImportException(f"Cannot import {str(path)!r}: it is not in the folder of an exported organization")
    top = Place.at(path.parents[depth])
    return top, top / path.relative_to(top.path)
