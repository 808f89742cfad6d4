"""An organization of any content means the same as JSON, as YAML in its place, and as free YAML documents."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comodit_client.api import Client
from comodit_client.api.exporter import Export
from comodit_client.disk.desired import desired
from comodit_client.disk.layout import DEFINITION, HOST_GROUP, INSTANCE, ORGANIZATION
from comodit_client.disk.place import Place
from comodit_client.disk.scan import Item, scan
from comodit_client.disk.yaml_format import to_yaml
from comodit_client.sandbox import ManualClock, Sandbox

from .anything import USERS, organizations
from .made import make
from .test_round_trip_of_anything import PHASES, SLOW


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[Sandbox, Client]]:
    sandbox = Sandbox(provision_time=0, change_time=0, clock=ManualClock())
    with sandbox, Client(sandbox.url, "UUU", "PPP") as client:
        yield sandbox, client


@pytest.mark.slow
@settings(max_examples=10, deadline=None, phases=PHASES, print_blob=True, suppress_health_check=SLOW)
@given(organizations(), st.booleans(), st.randoms(use_true_random=False))
def test_yaml_means_the_same(
    server: tuple[Sandbox, Client], wanted: dict[str, Any], with_organization: bool, dice: Random
) -> None:
    sandbox, client = server
    sandbox.reset()
    for user in USERS:
        sandbox.add_user(user, "secret")
    with TemporaryDirectory() as temporary:
        exported, folder = Path(temporary) / "json", Path(temporary) / "yaml"
        Export(with_secrets=True).export_organization(make(client, "Acme", wanted), exported)
        before = scan(Place.at(exported), ORGANIZATION)
        folder.mkdir()
        rewrite(before, folder, lambda key: dice.random() < 0.5 if key != DEFINITION else with_organization)
        with desired(folder) as found:
            after = scan(Place.at(found), ORGANIZATION)
        assert digests(after) == digests(before)


def digests(items: dict[str, Item]) -> dict[str, str]:
    """Return the digests of the files. Machines belong to a server, and their documents name their place twice."""
    return {key: item.digest for key, item in items.items() if item.kind is not INSTANCE}


def rewrite(items: dict[str, Item], folder: Path, is_free: Any) -> None:
    """Write each document as YAML: in its place, with its contents beside it, or free, with its place as members."""
    free: list[dict[str, Any]] = []
    choice = {key: is_free(key) for key, item in items.items() if item.document is not None}
    for number, (key, item) in enumerate(items.items()):
        if item.document is not None:
            members = json.loads(json.dumps(item.document).replace("${var.", "$${var."))
            if choice[key]:
                free.append(free_document(members, item))
                add_files(free[-1], key, items, folder / f"{number}")
            else:
                write(folder / key.replace(".json", ".yaml"), to_yaml(members).encode())
        elif not choice[item.owner]:
            write(folder / key, item.file.path.read_bytes())
    write(folder / "free.yaml", "---\n".join(map(to_yaml, free)).encode())


def free_document(members: dict[str, Any], item: Item) -> dict[str, Any]:
    owners = {"hostGroup" if kind is HOST_GROUP else kind.name: document["name"] for kind, document in item.chain[1:-1]}
    return {**members, "kind": item.kind.name, **owners}


def add_files(members: dict[str, Any], owner: str, items: dict[str, Item], folder: Path) -> None:
    for item in items.values():
        if item.document is not None or item.owner != owner:
            continue
        content = item.file.path.read_bytes()
        if item.content:
            entry = next(file for file in members["files"] if file["name"] == item.content)
            try:
                entry["content"] = content.decode()
            except UnicodeDecodeError:
                write(folder / "files" / item.digest, content)
                entry["source"] = f"{folder.name}/files/{item.digest}"
        else:
            write(folder / "picture.png", content)
            members["thumbnail"] = f"{folder.name}/picture.png"


def write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
