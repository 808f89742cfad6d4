"""Whatever an organization contains, each member of each definition is in the output or in the list of losses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote_plus

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings

from comodit_client.ansible.archive import Archive, read_archive
from comodit_client.ansible.convert import convert
from comodit_client.ansible.project import Options
from comodit_client.ansible.sources import EMPTY, Loss
from comodit_client.api import Client
from comodit_client.api.exporter import Export
from comodit_client.disk import layout
from comodit_client.sandbox import ManualClock, Sandbox
from tests.facade.disk.anything import USERS, organizations, with_parts
from tests.facade.disk.bodies import NAMES, bodies
from tests.facade.disk.made import definition, make

PHASES = [phase for phase in Phase if phase is not Phase.shrink]
#: Members whose meaning the output has in another form.
EXPRESSED = {
    r".*: files\.\d+\.(template\.)?delimiter\.(start|end)": "the delimiters of Jinja",
    r"(stage|step): order": "the order of the plays",
    r"application context: position": "the order of the roles",
    r"hostgroup: hosts\.\d+\.position": "the order of the hosts",
    r"orchestration: (orderedHostGroup|applicationsOperations)\.\d+\.position": "the order of the hosts and tasks",
    r"step: orderedHostGroups\.\d+\.position": "the order of the hosts",
    r".*: parameters\.\d+\.schema\.(.+\.)?type": "the types of Ansible; another type is a loss",
    r"(rpmmodule: |application: rpmmodules\.\d+\.)enabled": "a task that enables or disables the module",
    r"job: enabled": "a comment says that a job was disabled",
    r"webhook: protocol": "the scheme of the address",
    r"webhook: authenticationMethod": "the options of the request",
    r"webhook: properties\.\d+\.jsonPath": "an expression of Jinja; a path without one is a loss",
    r"git: authenticationMethod": "the scheme of the address",
}
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
    """Everything that a conversion wrote, as one text without the escapes of YAML, comments and addresses."""
    found = []
    for path in sorted(out.rglob("*")):
        if not path.is_file() or path.name == "LOSSES.md":
            continue
        text = path.read_bytes().decode(errors="surrogateescape")
        found += [path.relative_to(out).as_posix(), text]
        found += [re.sub(r"(?m)^# ", "", text), unquote_plus(text)]
        if path.suffix == ".yml" and not text.startswith("$ANSIBLE_VAULT"):
            for document in yaml.load_all(text, _Loader):
                found += texts(document)
    return plain("\n".join(found))


def plain(text: str) -> str:
    """A text without what comments and pages cannot hold as it is: control characters, line ends and escapes."""
    text = re.sub(r"\\+(?:[bfnrt]|x[0-9a-f]{2}|u00[01][0-9a-f])", " ", text)
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


def missing(archive: Archive, losses: Iterable[Loss], everything: str) -> list[str]:
    """The members that are neither in the output nor in the list of losses."""
    listed = {(loss.entity, loss.member) for loss in losses}
    return [
        f"{source.entity}: {path}: {value!r}"
        for entity in archive
        for source in (entity.source, *entity.singles.values())
        for path, value in leaves("", dict(source.document))
        if not any((source.entity, one) in listed for one in above(path))
        and plain(value if isinstance(value, str) else json.dumps(value)) not in everything
        and not any(re.fullmatch(pattern, f"{entity.kind.name}: {path}") for pattern in EXPRESSED)
    ]


def above(path: str) -> list[str]:
    """The paths of a member and of all objects around it."""
    steps = path.split(".")
    return [".".join(steps[:length]) for length in range(len(steps) + 1)]


def convert_all(folder: Path, out: Path) -> list[str]:
    """Convert a folder, and return the members that are missing in the result."""
    archive = read_archive(folder)
    done = convert(folder, out, options=Options(names=names_for(archive), keep_going=True))
    assert (out / "LOSSES.md").read_text().startswith("# What was not carried over")
    return missing(archive, done.losses, written(out))


@pytest.mark.slow
@settings(max_examples=30, deadline=None, phases=PHASES, print_blob=True, suppress_health_check=SLOW)
@given(organizations())
def test_each_member_is_written_or_listed(sandbox: Sandbox, wanted: dict[str, Any]) -> None:
    sandbox.reset()
    for user in USERS:
        sandbox.add_user(user, "secret")
    with TemporaryDirectory() as home, Client(sandbox.url, "UUU", "PPP") as client:
        folder, out = Path(home, "export"), Path(home, "out")
        # Some links of the settings lead to settings of this organization.
        Export(with_secrets=True).export_organization(make(client, "O", wanted), folder)
        assert convert_all(folder, out) == []


@pytest.mark.slow
@settings(max_examples=30, deadline=None, phases=PHASES, print_blob=True, suppress_health_check=SLOW)
@given(bodies("Application", name=NAMES).flatmap(with_parts))
def test_each_member_of_an_application_alone_is_written_or_listed(sandbox: Sandbox, wanted: dict[str, Any]) -> None:
    sandbox.reset()
    with TemporaryDirectory() as home, Client(sandbox.url, "UUU", "PPP") as client:
        folder, out = Path(home, "export"), Path(home, "out")
        applications = client.get_organization("OOO").applications()
        definition(applications, wanted)
        Export(with_secrets=True).export_application(applications.get(wanted["body"]["name"]), folder)
        assert convert_all(folder, out) == []
