"""Publishing, purchasing, and the entries of the store."""

from __future__ import annotations

import json
from typing import Any

import pytest

from comodit_client.sandbox import Sandbox
from tests.cli.conftest import Run

NAMES = {"applications": "App ö/1 x", "distributions": "Dist ö/1 x"}
STORES = {"applications": "app-store", "distributions": "dist-store"}


class Family:
    """The commands of one kind: of the definitions, and of the store."""

    def __init__(self, run: Run, sandbox: Sandbox, kind: str) -> None:
        self.run = run
        self.sandbox = sandbox
        self.kind = kind
        self.name = NAMES[kind]
        self.store = STORES[kind]

    def own(self, word: str, *more: str) -> Any:
        return self.run(self.kind, word, "OOO", self.name, *more)

    def shop(self, word: str, *more: str) -> Any:
        return self.run(self.store, *word.split(), *more)

    def publish(self, *more: str) -> str:
        result = self.own("publish", "--raw", *more)
        assert result.status == 0, result.err
        uuid: str = result.json["uuid"]
        return uuid

    def changing(self, *words: str) -> list[str]:
        """Run a command, and return the requests other than GET that it sent."""
        before = self.sandbox.stats()["requests"]
        assert self.run(*words).status == 0
        after = self.sandbox.stats()["requests"]
        return [one for one, count in after.items() if count != before.get(one, 0) and not one.startswith("GET ")]


@pytest.fixture(params=list(NAMES))
def family(cli: Run, comodit_sandbox: Sandbox, request: pytest.FixtureRequest) -> Family:
    found = Family(cli, comodit_sandbox, request.param)
    assert cli(found.kind, "add", "OOO", "-j", json.dumps({"name": found.name})).status == 0
    assert cli("organizations", "add", "-j", '{"name": "Buyer Ü"}').status == 0
    return found


def test_publishing(family: Family) -> None:
    uuid = family.publish()
    result = family.own("publish")
    assert (result.status, result.out, uuid in result.err) == (5, "", True)
    assert family.own("show", "--raw").json["publishedAs"] == uuid


def test_publishing_in_a_table(family: Family) -> None:
    result = family.own("publish")
    assert (result.status, family.name in result.out) == (0, True)


def test_publishing_for_some(family: Family) -> None:
    uuid = family.publish("-j", '{"authorized": ["Buyer Ü"]}')
    assert family.shop("list", "-o", "name").out == ""
    assert family.shop("list", "--private", "--org", "Buyer Ü", "-o", "name").out == f"{uuid}\n"
    assert family.shop("show", uuid, "--org", "Buyer Ü", "--raw").json["name"] == family.name
    assert family.shop("show", uuid, "--private").status == 2


def test_listing(family: Family) -> None:
    uuid = family.publish()
    table = family.shop("list").out.splitlines()
    assert "PUBLISHER" in table[0].split()
    assert "OOO" in table[1].split()
    assert [entry["uuid"] for entry in family.shop("list", "--public", "--raw").json] == [uuid]
    assert family.shop("list", "--featured", "--raw").json == []


def test_listing_is_sorted_by_name(family: Family) -> None:
    family.publish()
    other = {"applications": "Wordpress", "distributions": "Demo Distribution"}[family.kind]
    assert family.run(family.kind, "publish", "OOO", other).status == 0
    names = [entry["name"] for entry in family.shop("list", "--raw").json]
    assert names == sorted([family.name, other])


@pytest.mark.parametrize(
    "more", [["--private"], ["--private", "--featured", "--org", "OOO"], ["--public", "--featured"]]
)
def test_filters_that_contradict_each_other(family: Family, more: list[str]) -> None:
    before = family.sandbox.stats()["total"]
    assert family.shop("list", *more).status == 2
    assert family.sandbox.stats()["total"] == before


@pytest.mark.parametrize(
    ("word", "more"), [("push", ()), ("pull", ()), ("unpublish", ("--yes",)), ("update-authorized", ("-j", "[]"))]
)
def test_what_is_not_in_the_store(family: Family, word: str, more: tuple[str, ...]) -> None:
    result = family.own(word, *more)
    assert (result.status, result.out, family.name in result.err) == (3, "", True)
    assert family.run(family.kind, word, "OOO", "Nope", *more).status == 3


def test_pushing_and_pulling(family: Family) -> None:
    uuid = family.publish()
    assert family.shop("purchase", uuid, "Buyer Ü").status == 0
    assert family.own("update", "-j", json.dumps({"name": family.name, "description": "new"})).status == 0
    assert family.own("push", "--raw").json["description"] == "new"
    pulled = family.run(family.kind, "pull", "Buyer Ü", family.name, "--raw")
    assert (pulled.status, pulled.json["name"]) == (0, family.name)
    copy = family.run(family.kind, "show", "Buyer Ü", family.name, "--raw").json
    assert copy["description"] == "new"


def test_updating_by_uuid(family: Family) -> None:
    uuid = family.publish()
    purchase = family.shop("purchase", uuid, "Buyer Ü", "-o", "name").out.strip()
    assert family.own("update", "-j", json.dumps({"name": family.name, "description": "new"})).status == 0
    assert family.shop("update", uuid, "--raw").json["description"] == "new"
    assert family.shop("update", uuid, "-j", '{"authorized": ["Buyer Ü"]}', "--raw").json["authorized"] == ["Buyer Ü"]
    assert family.shop("purchased update", "Buyer Ü", purchase).status == 0
    assert family.shop("purchased update", "Buyer Ü", "0").status == 3


def test_purchases(family: Family) -> None:
    uuid = family.publish()
    bought = family.shop("purchase", family.name, "Buyer Ü", "--raw").json
    assert (bought["published"], bought["name"]) == (uuid, family.name)
    assert family.shop("purchase", uuid.lower(), "Buyer Ü").status == 5
    assert family.shop("purchase", uuid, "Buyer Ü", "-j", '{"name": "Second / ü"}').status == 0
    names = [one["name"] for one in family.shop("purchased list", "Buyer Ü", "--raw").json]
    assert sorted(names) == sorted([family.name, "Second / ü"])
    assert family.name in family.shop("purchased list", "Buyer Ü").out
    assert family.shop("purchased show", "Buyer Ü", bought["uuid"], "--raw").json == bought
    assert family.shop("purchased delete", "Buyer Ü", bought["uuid"]).status == 2
    assert family.shop("purchased delete", "Buyer Ü", bought["uuid"], "--yes").status == 0


def test_a_name_of_several_entries(family: Family) -> None:
    first = family.publish()
    assert family.run(family.kind, "add", "Buyer Ü", "-j", json.dumps({"name": family.name})).status == 0
    second = family.run(family.kind, "publish", "Buyer Ü", family.name, "--raw").json["uuid"]
    result = family.shop("purchase", family.name, "OOO")
    assert (result.status, first in result.err, second in result.err) == (2, True, True)
    assert family.shop("purchase", "Nope", "OOO").status == 3


@pytest.mark.parametrize("document", ["[]", "5"])
def test_documents_that_are_none(family: Family, document: str) -> None:
    uuid = family.publish()
    assert family.shop("purchase", uuid, "Buyer Ü", "-j", document).status == 2


@pytest.mark.parametrize(("document", "status"), [('["Buyer Ü"]', 0), ("[]", 0), ('{"a": 1}', 2), ("[5]", 2)])
def test_authorized_organizations(family: Family, document: str, status: int) -> None:
    family.publish()
    result = family.own("update-authorized", "-j", document, "--raw")
    assert result.status == status
    if status == 0:
        assert result.json["authorized"] == json.loads(document)


def test_unpublishing_asks(family: Family) -> None:
    family.publish()
    result = family.own("unpublish")
    assert (result.status, f"OOO/{family.name}" in result.err) == (2, True)
    assert family.own("unpublish", "--yes").status == 0
    assert family.shop("list", "--raw").json == []


def test_dry_runs_change_nothing(family: Family) -> None:
    assert family.changing(family.kind, "publish", "OOO", family.name, "--dry-run") == []
    uuid = family.publish()
    assert family.changing(family.store, "purchase", uuid, "Buyer Ü", "--dry-run") == []
    assert family.shop("purchase", uuid, "Buyer Ü").status == 0
    for word, more in (("push", ()), ("unpublish", ()), ("update-authorized", ("-j", "[]"))):
        assert family.changing(family.kind, word, "OOO", family.name, "--dry-run", *more) == []
        assert uuid in family.own(word, "--dry-run", *more).out
    assert family.changing(family.kind, "pull", "Buyer Ü", family.name, "--dry-run") == []
    assert family.changing(family.store, "update", uuid, "--dry-run") == []
