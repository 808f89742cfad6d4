"""Whatever an organization contains, each member of each definition is in the output or in the list of losses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings

from comodit_client.ansible.archive import Archive, read_archive
from comodit_client.ansible.convert import convert
from comodit_client.ansible.project import Options
from comodit_client.ansible.sources import EMPTY
from comodit_client.api import Client
from comodit_client.api.exporter import Export
from comodit_client.disk import layout
from comodit_client.sandbox import ManualClock, Sandbox
from tests.facade.disk.anything import USERS, organizations
from tests.facade.disk.made import make

PHASES = [phase for phase in Phase if phase is not Phase.shrink]
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(provision_time=0, change_time=0, clock=ManualClock()) as sandbox:
        yield sandbox


def leaves(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Each value in a definition that is no object and no list, by its path."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from leaves(f"{path}.{name}" if path else name, one)
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from leaves(f"{path}.{number}", one)
    elif value not in EMPTY:
        yield path, value


def texts(value: Any) -> Iterator[str]:
    """All texts in a YAML document, names of members included."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield str(name)
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
    else:
        yield value if isinstance(value, str) else json.dumps(value)


class _Loader(yaml.SafeLoader):
    """Reads texts that Ansible does not template."""


_Loader.add_constructor("!unsafe", lambda loader, node: loader.construct_scalar(node))


def written(out: Path) -> str:
    """Everything that a conversion wrote, as one text without the escapes of YAML."""
    found = []
    for path in sorted(out.rglob("*")):
        if not path.is_file() or path.name == "LOSSES.md":
            continue
        text = path.read_bytes().decode(errors="surrogateescape")
        found += [path.relative_to(out).as_posix(), text]
        if path.suffix == ".yml" and not text.startswith("$ANSIBLE_VAULT"):
            for document in yaml.load_all(text, _Loader):
                found += texts(document)
    return plain("\n".join(found))


def plain(text: str) -> str:
    """A text without what comments and pages cannot hold as it is: control characters, line ends and escapes."""
    printable = "".join(one if one.isprintable() else " " for one in text)
    return " ".join(printable.replace("\\", "").replace("&lt;", "<").split())


def names_for(archive: Archive) -> dict[str, str]:
    """Names in Ansible for everything whose own name does not suit it."""
    names = {one.where: f"role_{number}" for number, one in enumerate(archive.of(layout.APPLICATION))}
    names = {f"applications/{one.name}": names[one.where] for one in archive.of(layout.APPLICATION)}
    for kind in (layout.ENVIRONMENT, layout.HOST_GROUP, layout.PLATFORM, layout.DISTRIBUTION):
        names |= {one.where: f"{kind.name}_{number}" for number, one in enumerate(archive.of(kind))}
    hosts = enumerate(archive.hosts)
    return names | {f"environments/{env}/hosts/{one.name}": f"host_{number}" for number, (env, one) in hosts}


@pytest.mark.slow
@settings(max_examples=30, deadline=None, phases=PHASES, print_blob=True, suppress_health_check=SLOW)
@given(organizations())
def test_each_member_is_written_or_listed(sandbox, wanted):
    sandbox.reset()
    for user in USERS:
        sandbox.add_user(user, "secret")
    with TemporaryDirectory() as home, Client(sandbox.url, "UUU", "PPP") as client:
        folder, out = Path(home, "export"), Path(home, "out")
        Export(with_secrets=True).export_organization(make(client, "Any", wanted), folder)
        names = names_for(read_archive(folder))
        done = convert(folder, out, options=Options(names=names, keep_going=True))
        listed = {(loss.entity, loss.member) for loss in done.losses}
        everything = written(out)
        page = (out / "LOSSES.md").read_text()
        for entity in read_archive(folder):
            for source in (entity.source, *entity.singles.values()):
                for path, value in leaves("", dict(source.document)):
                    steps = path.split(".")
                    above = {".".join(steps[:length]) for length in range(len(steps) + 1)}
                    is_listed = any((source.entity, one) in listed for one in above)
                    is_written = plain(value if isinstance(value, str) else json.dumps(value)) in everything
                    assert is_listed or is_written, f"{source.entity}: {path}"
        assert page.startswith("# What was not carried over")
