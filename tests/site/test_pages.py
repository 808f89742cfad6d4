"""The site has a page for each source, and an anchor for each class, operation and exception."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from comodit_client._exports import aio, api
from comodit_client.rest import exceptions
from generator.built import built
from generator.config import read_config
from generator.paths import CONFIG
from tests.site.conftest import ROOT
from website.links import dead_links, foreign_loads
from website.pages import Page

# make unit does not build the site.
pytestmark = pytest.mark.slow

SETTINGS = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
#: Anchors that other sites may link to.
KNOWN = [
    "how-to/waiting.html#set-a-timeout",
    "how-to/errors.html#find-a-mistake-in-the-endpoint-or-the-credentials",
    "explanation/reliability.html#know-what-is-retried",
    "reference/api/client.html#comodit_client.api.client.Client.from_config",
    "reference/api/host.html#comodit_client.api.host.Host.wait_for_state",
    "reference/aio/host.html#comodit_client.aio.host.Host.wait_for_state",
    "reference/api/host.html#comodit_client.api.host.Host.state",
    "reference/api/collection.html#comodit_client.api.collection.Collection",
    "reference/api/exceptions.html#comodit_client.api.exceptions.HostFailed.diagnosis",
    "reference/options.html#comodit_client.rest.options.RetryPolicy",
    "reference/sandbox.html#comodit_client.sandbox.server.Sandbox.make_hosts",
    "reference/shared.html#comodit_client.progress.live",
    "reference/wire/hosts.html#comodit_client.wire.hosts.get",
]


def homes(table: dict[str, str]) -> set[str]:
    return {f"{module}.{name}" for name, module in table.items()}


def test_each_source_is_a_page(pages: dict[str, Page]) -> None:
    sources = {path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md")}
    assert {"404.html", *(path.with_suffix(".html").as_posix() for path in sources)} == {*pages}


def test_each_link_leads_somewhere(pages: dict[str, Page], site: Path) -> None:
    assert list(dead_links(pages, site, SETTINGS["site_url"])) == []
    assert sum(len(page.links) for page in pages.values()) > 10_000


def test_nothing_is_loaded_from_another_host(pages: dict[str, Page], site: Path) -> None:
    assert list(foreign_loads(pages, site)) == []
    assert all(page.loads for page in pages.values())


@pytest.mark.parametrize("address", KNOWN)
def test_a_known_anchor_exists(pages: dict[str, Page], address: str) -> None:
    path, _, anchor = address.partition("#")
    assert anchor in pages[path].anchors


@pytest.mark.parametrize("table", [aio.HOMES, api.HOMES], ids=["aio", "api"])
def test_each_public_class_has_an_anchor(
    pages: dict[str, Page], inventory: dict[str, str], table: dict[str, str]
) -> None:
    anchors = {anchor for page in pages.values() for anchor in page.anchors}
    assert homes(table) - anchors == set()
    assert homes(table) - inventory.keys() == set()


@pytest.mark.parametrize("package", ["aio", "api"])
def test_each_exception_has_an_anchor(pages: dict[str, Page], package: str) -> None:
    names = {f"comodit_client.{package}.exceptions.{name}" for name in exceptions.__all__ if name[0].isupper()}
    assert names - pages[f"reference/{package}/exceptions.html"].anchors == set()


def test_each_operation_has_an_anchor(pages: dict[str, Page], inventory: dict[str, str]) -> None:
    _, modules = built(read_config(CONFIG))
    operations = {f"comodit_client.wire.{operation.identity}" for module in modules for operation in module.operations}
    assert operations - inventory.keys() == set()
    for module in modules:
        if module.operations:
            page = pages[f"reference/wire/{module.name}.html"]
            wanted = {f"comodit_client.wire.{module.name}.{operation.name}" for operation in module.operations}
            assert wanted - page.anchors == set()


def test_the_inventory_leads_to_anchors(pages: dict[str, Page], inventory: dict[str, str]) -> None:
    dead = [
        location
        for location in inventory.values()
        if (parts := location.partition("#")) and parts[2] not in pages[parts[0]].anchors
    ]
    assert dead == []


def test_no_private_name_is_shown(pages: dict[str, Page]) -> None:
    shown = {anchor for page in pages.values() for anchor in page.anchors if anchor.startswith("comodit_client.")}
    private = {anchor for anchor in shown if re.search(r"\._(?!client\.options|shared\.waiting)", anchor)}
    assert {anchor for anchor in private if not re.search(r"\.__\w+__$", anchor)} == set()
