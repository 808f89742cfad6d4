"""The files of hosts as ComodIT renders them, by the rules of the sandbox."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from comodit_client._extras import extra
from comodit_client.ansible.judge.failure import Failure
from comodit_client.ansible.judge.samples import sample_values

with extra("sandbox"):
    from comodit_client.sandbox.archive.loading import load_archives
    from comodit_client.sandbox.errors import ApiError
    from comodit_client.sandbox.faults.active import Faults
    from comodit_client.sandbox.simulation.addresses import Reach
    from comodit_client.sandbox.simulation.rendering import Hidden, render
    from comodit_client.sandbox.state.clock import ManualClock
    from comodit_client.sandbox.state.contents import FILE
    from comodit_client.sandbox.state.definitions import DEFINITIONS, definition_of
    from comodit_client.sandbox.state.ids import new_uuid
    from comodit_client.sandbox.state.places import Place
    from comodit_client.sandbox.state.store import Node, Store
    from comodit_client.sandbox.state.world import World

#: The environment of sample hosts.
SAMPLES = "sample"
_NOTHING_HIDDEN, _ALL_HIDDEN = Hidden(settings=False, access=False), Hidden(settings=True, access=True)


@frozen(eq=False)
class Sample:
    """A sample host.

    Attributes:
        settings: The values of its settings, by key.
        server: The variables that the server sets.
    """

    settings: Mapping[str, Any]
    server: Mapping[str, Any]


@frozen(eq=False)
class Subject:
    """A file of a host.

    Attributes:
        place: The host in the sandbox.
        context: The application, platform or distribution on it, in the sandbox.
        file: The file in its definition.
        number: The number of files before it that have the same path.
        sample: What is known about a sample host. None for a host of the archive.
    """

    place: Place
    context: Node
    file: Mapping[str, Any]
    number: int = 0
    sample: Sample | None = None

    @property
    def owner(self) -> str:
        """The definition, such as `applications/Shop`."""
        return f"{DEFINITIONS[self.context.kind]}/{self.context.name}"

    @property
    def host(self) -> str:
        """The environment and the host."""
        return f"{self.place.environment.name}/{self.place.host.name}"

    @property
    def member(self) -> str:
        """The variable that describes the definition, such as `_application`."""
        return f"_{self.context.kind.removesuffix('s')}"


class Original:
    """The hosts of an archive in a sandbox.

    Args:
        folder: The folder of the archive.

    Raises:
        ApiError: The archive cannot be loaded.
    """

    def __init__(self, folder: Path) -> None:
        self._store = Store(":memory:")
        self._world = World(
            store=self._store,
            clock=ManualClock(),
            user="judge",
            password="",
            token=None,
            organization="organization",
            provision_time=0,
            change_time=0,
            reach=Reach(False, 0),
            faults=Faults([]),
            archives=(folder,),
            read_only=True,
        )
        self._samples: dict[int, Sample] = {}
        with self._store.transaction():
            load_archives(self._world)

    def leave_out(self, keys: Collection[str]) -> None:
        """Remove secrets: the values of settings and parameters, and the keys of organizations.

        Args:
            keys: The keys of secret settings and parameters. They have no value then, on any level.
        """
        with self._store.transaction():
            for setting in self._store.all("settings"):
                if setting.name in keys and setting.doc.pop("value", None) is not None:
                    self._store.save(setting)
            for definition in (node for kind in DEFINITIONS.values() for node in self._store.all(kind)):
                for parameter in definition.doc.get("parameters", ()):
                    if parameter["key"] in keys:
                        parameter.pop("value", None)
                self._store.save(definition)
            for organization in self._store.all("organizations"):
                organization.data["access"] = {}
                self._store.save(organization)

    def add_samples(self) -> int:
        """Add two hosts for each definition that no host uses: with defaults only, and with a value for every key.

        Returns:
            The number of hosts.
        """
        with self._store.transaction():
            for organization in self._store.children(0, "organizations"):
                unused = [
                    (kind, definition)
                    for kind, collection in DEFINITIONS.items()
                    for definition in self._store.children(organization.id, collection)
                    if not self._store.users_of(organization.id, kind, definition.name)
                ]
                if unused:
                    environment = self._new(organization, "environments", SAMPLES)
                    for kind, definition in unused:
                        for label, values in (("defaults", {}), ("values", self._values(definition))):
                            host = self._add_sample(environment, kind, definition, label, values)
                            server = _server_variables(organization, environment, host, kind, definition)
                            self._samples[host.id] = Sample(values, server)
        return len(self._samples)

    def subjects(self) -> Iterator[Subject]:
        """Iterate over the files of all hosts.

        Yields:
            The files, in the order of the archive.
        """
        for organization in self._store.children(0, "organizations"):
            for environment in self._store.children(organization.id, "environments"):
                for host in self._store.children(environment.id, "hosts"):
                    yield from self._of_host(Place(organization, environment, host))

    def render(self, subject: Subject) -> bytes:
        """Render a file.

        Args:
            subject: The file.

        Returns:
            Its content on the host.

        Raises:
            Failure: ComodIT cannot render it. The text contains no secrets.
        """
        try:
            return self._render(subject, _NOTHING_HIDDEN)
        except ApiError:
            pass
        # The same error again, without secrets in its text.
        try:
            self._render(subject, _ALL_HIDDEN)
        except ApiError as error:
            raise Failure("; ".join(error.texts)) from None
        raise Failure("the template does not accept the value of a secret setting")

    def close(self) -> None:
        """Release the memory."""
        self._store.close()

    def _of_host(self, place: Place) -> Iterator[Subject]:
        for kind in DEFINITIONS:
            for context in self._store.children(place.host.id, kind):
                definition = definition_of(self._store, place.organization, context)
                paths: Counter[str] = Counter()
                for file in definition.doc["files"] if definition else ():
                    path = str(file.get("path"))
                    yield Subject(place, context, file, paths[path], self._samples.get(place.host.id))
                    paths[path] += 1

    def _render(self, subject: Subject, hidden: Hidden) -> bytes:
        found = render(self._world, subject.place, subject.context, subject.file["name"], hidden)
        return found if isinstance(found, bytes) else found.read()

    def _values(self, definition: Node) -> dict[str, Any]:
        contents = {}
        for file in definition.doc["files"]:
            content = self._store.contents.find(definition.id, FILE, file["name"])
            contents[file["name"]] = content.read().decode(errors="replace") if content else ""
        return sample_values(definition.doc, contents)

    def _add_sample(
        self, environment: Node, kind: str, definition: Node, label: str, values: Mapping[str, Any]
    ) -> Node:
        host = self._new(environment, "hosts", f"{label} of {DEFINITIONS[kind]}/{definition.name}")
        for key, value in values.items():
            self._store.add(host.id, "settings", key, {"key": key, "value": value})
        self._store.add(host.id, kind, definition.name, {})
        return host

    def _new(self, owner: Node, kind: str, name: str) -> Node:
        while self._store.find(owner.id, kind, name):
            name += "_"
        return self._store.add(owner.id, kind, name, {"uuid": new_uuid()})


def _server_variables(organization: Node, environment: Node, host: Node, kind: str, definition: Node) -> dict[str, Any]:
    """Return the variables that an inventory has for a host (S108)."""
    access = organization.data.get("access", {})
    keys = {"access_key": access.get("accessKey"), "secret_key": access.get("secretKey")}
    installed = definition.doc if kind == "applications" else {}
    return {
        "_host": {"name": host.name, "uuid": host.doc["uuid"]},
        "_host_name": host.name,
        "_env": {"name": environment.name},
        "_env_name": environment.name,
        "_org": {"name": organization.name, **{name: key for name, key in keys.items() if key is not None}},
        "_org_name": organization.name,
        "_applications": {
            member: list(dict.fromkeys(item["name"] for item in installed.get(member, ())))
            for member in ("packages", "services")
        },
    }
