"""Members that the inventory does not hold are losses with a reason, and all others are not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from comodit_client.ansible.archive import Archive, read_archive
from comodit_client.ansible.inventory import build
from comodit_client.ansible.losses import SERVER_SET, UNREAD, collect
from comodit_client.ansible.project import Options, Project
from comodit_client.api import Client, Export
from comodit_client.sandbox import Sandbox
from tests.ansible.inventory.conftest import convert
from tests.ansible.inventory.organizations import HostSpec, Spec


def losses_of(archive: Archive) -> dict[tuple[str, str], str]:
    sources = [one for entity in archive for one in (entity.source, *entity.singles.values())]
    return {(loss.entity, loss.member): loss.reason for source in sources for loss in source.losses()}


def of_places(entity: str) -> bool:
    """Whether an entity is one that the inventory writes. Groups of users have no hosts."""
    return entity.startswith(("environments", "hostgroups")) and "/groups/" not in entity


def test_the_order_of_host_groups_is_a_loss_where_it_decides() -> None:
    groups = {name: [{"key": key, "value": name}] for name, key in (("a", "x"), ("b", "x"), ("c", "y"))}
    spec = Spec(environments={"Prod": ([], [HostSpec("h", groups=["a", "b", "c"])])}, groups=groups)
    found = losses_of(convert(spec).archive)
    assert found == {
        ("hostgroups/a", "settings.0.key"): "host group 'b' sets the key too, and its value is used; the order of host "
        "groups is not in an export"
    }


@pytest.mark.parametrize(("links", "lost"), [("resolve", True), ("reference", False)])
def test_links_that_are_resolved_are_losses(links: Any, lost: bool) -> None:
    spec = Spec([{"key": "a", "value": 1}, {"key": "b", "link": "organizations/Acme/settings/a"}])
    assert (("organization", "settings.1.link") in losses_of(convert(spec, links=links).archive)) is lost


def test_every_member_of_an_export_is_carried_over_or_has_a_reason(comodit_sandbox: Sandbox, tmp_path: Path) -> None:
    with Client(comodit_sandbox.url, "UUU", "PPP") as client:
        organization = client.organizations().get("OOO")
        organization.settings().create("port", 80)
        host = client.hosts("OOO", "Default").create(
            "web",
            "a host",
            applications=["Wordpress"],
            platform="Demo Platform",
            distribution="Demo Distribution",
        )
        host.settings().create("place", {"rack": 7})
        member: Any = {"position": 0, "organization": "OOO", "environment": "Default", "host": "web"}
        organization.host_groups().create("webs", hosts=[member])
        host.provision()
        Export().export_organization(organization, tmp_path / "OOO")
    archive = read_archive(tmp_path / "OOO")
    project = Project.of(archive, Options())
    build(project)
    own = {(one.entity, one.member): one.reason for one in collect(project) if of_places(one.entity)}
    assert UNREAD not in own.values()
    assert own["environments/Default/hosts/web", "state"] == SERVER_SET["state"]
    assert own["hostgroups/webs", "uuid"] == SERVER_SET["uuid"]
    assert own["hostgroups/webs", "hosts.0.canonicalName"] == SERVER_SET["canonicalName"]
    # A property has it, too.
    assert ("environments/Default/hosts/web/instance", "hostname") not in own
    assert ("environments/Default/hosts/web", "description") not in own
