"""The list of what a conversion did not carry over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from comodit_client.ansible.archive import read_archive
from comodit_client.ansible.judge import Check, Difference, Verdict
from comodit_client.ansible.losses import UNREAD, UNREAD_ENTITY, collect, render_losses
from comodit_client.ansible.project import Options, Project
from comodit_client.ansible.sources import Loss

SHOP: dict[str, Any] = {
    "name": "Shop",
    "uuid": "u-1",
    "version": 3,
    "packages": [{"name": "httpd", "uuid": "u-2"}],
    "services": [],
    "files": [{"name": "a.conf", "path": "/a", "uuid": "u-3"}, {"name": "b.conf", "path": "/b"}],
    "price": "free",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    folder = tmp_path / "Shop"
    (folder / "files").mkdir(parents=True)
    (folder / "definition.json").write_text(json.dumps(SHOP))
    for name in ("a.conf", "b.conf"):
        (folder / "files" / name).write_text("x")
    (folder / "thumb").write_bytes(b"png")
    return Project.of(read_archive(folder), Options())


def found(project: Project) -> dict[str, str]:
    return {loss.member: loss.reason for loss in collect(project)}


def test_an_entity_that_nobody_read_is_one_loss(project: Project) -> None:
    assert found(project) == {"": UNREAD_ENTITY, "thumb": "a role has no picture"}


def test_unread_members_are_losses_and_those_of_the_server_have_its_reason(project: Project) -> None:
    source = project.archive.tops[0].source
    source.get("name")
    for package in source.items("packages"):
        package.get("name")
    for file in source.items("files"):
        file.get("name")
        file.get("path")
    losses = found(project)
    assert losses["price"] == UNREAD
    assert losses["uuid"] == losses["packages.0.uuid"] == losses["files.0.uuid"]
    assert "identifies" in losses["uuid"]
    assert set(losses) == {"uuid", "version", "packages.0.uuid", "files.0.uuid", "price", "thumb"}


def test_a_member_with_a_reason_keeps_it(project: Project) -> None:
    project.archive.tops[0].source.lose("version", "it is old")
    assert found(project)["version"] == "it is old"


def test_an_object_that_is_lost_as_a_whole_is_one_loss(project: Project) -> None:
    files = project.archive.tops[0].source.items("files")
    files[0].lose("", "it has no path")
    losses = found(project)
    assert losses["files.0"] == "it has no path"
    assert not {"files.0.name", "files.0.path", "files.0.uuid"} & set(losses)


def test_the_content_of_a_file_that_nobody_read_is_a_loss(project: Project) -> None:
    source = project.archive.tops[0].source
    source.items("files")[0].get("name")
    assert found(project)["files/b.conf"] == "no task writes the file"
    assert "files/a.conf" not in found(project)


def test_copied_contents_and_pictures_are_no_losses(project: Project) -> None:
    shop = project.archive.tops[0]
    shop.source.get("name")
    assert {"files/b.conf", "thumb"} <= set(found(project))
    assert shop.thumbnail is not None
    project.output.add("roles/shop/files/b.conf", shop.contents["b.conf"])
    project.output.add("roles/shop/thumb.png", shop.thumbnail)
    assert not {"files/b.conf", "thumb"} & set(found(project))


def test_the_page_has_a_summary_and_a_section_for_each_entity() -> None:
    losses = [
        Loss("applications/A", "price", "Ansible has no prices"),
        Loss("applications/B", "price", "Ansible has no prices"),
        Loss("applications/A", "uuid", "it identifies the entity on the ComodIT server"),
        Loss("applications/A", "files.0.uuid", "it identifies the entity on the ComodIT server"),
        Loss("applications/A", "files.1.uuid", "it identifies the entity on the ComodIT server"),
        Loss("jobs/J", "", UNREAD_ENTITY),
    ]
    page = render_losses(losses)
    assert "6 members of 3 entities are not in the playbooks" in page
    assert "The ComodIT server set 3 of them; read the other 3." in page
    assert "| Ansible has no prices | 2 | 2 applications |" in page
    assert "| set by the ComodIT server | 3 | `applications/A` |" in page
    section = page.partition("## `applications/A`\n\n")[2].partition("\n\n## ")[0]
    assert section.splitlines() == [
        "- `price`: Ansible has no prices",
        "- Set by the ComodIT server: `uuid`, `files.*.uuid` (2)",
    ]
    assert page.endswith(f"## Entities as a whole\n\n- `jobs/J`: {UNREAD_ENTITY}\n")


def test_the_summary_counts_entities_by_kind() -> None:
    places = ["organization", "hostgroups/Web", "environments/P/hosts/a", "environments/P/hosts/b"]
    places += ["environments/P/hosts/a/platform", "environments/P/hosts/b/platform", "environments/P/hosts/a/instance"]
    page = render_losses([Loss(place, "x", "it is odd") for place in places])
    assert "| it is odd | 7 | 2 hosts, 1 hostgroup, 1 instance, 1 organization, 2 platform contexts |" in page


def test_names_and_reasons_cannot_break_the_page() -> None:
    page = render_losses([Loss("applications/a|`b\n## c", "x`y", "a | b\n# <i>title")])
    headings = [line for line in page.splitlines() if line.startswith("#")]
    assert headings == ["# What was not carried over", "## `` applications/a|`b ## c ``"]
    (row,) = [line for line in page.splitlines() if line.startswith("| a")]
    assert row == "| a \\| b # \\<i\\>title | 1 | `` applications/a\\|`b ## c `` |"


def test_many_reasons_and_losses_stay_readable() -> None:
    losses = [Loss(f"applications/{number % 100}", f"m{number}", f"reason {number}") for number in range(10_000)]
    page = render_losses(losses)
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    assert len(rows) == 32  # the head, 30 reasons and the others
    assert rows[-1] == "| 9970 other reasons | 9970 | 100 applications |"
    assert sum(line.startswith("- ") for line in page.splitlines()) == 10_000


def test_without_losses_the_page_says_so() -> None:
    assert render_losses([]) == "# What was not carried over\n\nThe conversion carried over everything.\n"


def test_the_page_has_the_verdict() -> None:
    verdict = Verdict(2, (Difference("web", "applications/A", "f", "line 2"),), (), (Check("lint", "not installed"),))
    page = render_losses([], verdict)
    assert "## Verification\n\n```text\n2 of 3 files are rendered byte by byte as by ComodIT.\n" in page
    assert "web: applications/A/files/f: line 2" in page
    assert "lint: not installed\n```\n" in page
