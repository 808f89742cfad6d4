"""Imports and syncs of many entities take time in proportion to their number."""

from __future__ import annotations

import pytest

from comodit_client.disk import layout
from comodit_client.disk.compare import Diff
from comodit_client.disk.place import Place
from comodit_client.disk.scan import Item
from comodit_client.rest.exceptions import ImportException

MANY = 50


def test_applications_without_a_folder_are_found_by_one_listing(make_import, client, run, tmp_path, monkeypatch):
    (tmp_path / "applications").mkdir()
    listed = []
    names = Place.names
    monkeypatch.setattr(Place, "names", lambda place: listed.append(place.name) or names(place))
    wanted = [f"app-{number}" for number in range(MANY)]
    importer = make_import(parallel=1)
    with pytest.raises(ImportException) as raised:
        run(
            importer.import_application_if_not_exist(client.organizations().new("A"), tmp_path / "applications", wanted)
        )
    assert len(raised.value.problems) == MANY
    assert listed.count("applications") == 1


class Definition(dict):
    """A JSON object that counts its comparisons."""

    compared = 0
    __hash__ = None

    def __eq__(self, other):
        Definition.compared += 1
        return super().__eq__(other)


def test_deleted_hosts_are_not_compared_with_each_other(colour, client, tmp_path, monkeypatch):
    monkeypatch.setattr(Definition, "compared", 0)
    root = client.organizations().new("A").environments().new("E")
    chain = ((layout.ENVIRONMENT, {"name": "E"}),)
    diffs = []
    for number in range(MANY):
        host = Definition(name=f"web-{number}")
        context = Definition(application="Shop")
        way = (*chain, (layout.HOST, host))
        parts = {"definition.json": (way, host), "s": ((*way, (layout.APPLICATION_CONTEXT, context)), context)}
        for name, (path, document) in parts.items():
            item = Item(Place.at(tmp_path) / str(number) / name, "", path, document=document)
            diffs.append(Diff("delete", f"{number}/{name}", remote=item))
    gone = [diff.remote for diff in diffs]
    actions = colour.module("_plan.server").find_deletions(root, gone)
    assert [action.get_summary() for action in actions] == [f"Delete host 'web-{number}'" for number in range(MANY)]
    assert Definition.compared == 0
