"""Large folders take time in proportion to their size: what is searched is read once, not once for each file."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from comodit_client.disk import base, layout, pending, tree
from comodit_client.disk.place import Place
from comodit_client.disk.reading import read
from comodit_client.disk.scan import Item, scan
from comodit_client.disk.sides import find_changes
from comodit_client.disk.swap import recovered
from comodit_client.rest.exceptions import UnusableFile

MANY = 50
KEY = "hosts/web-{}/definition.json"


@pytest.fixture
def listed(monkeypatch):
    """How often each folder was listed, by its name."""
    found = Counter()
    names = Place.names

    def counted(place):
        found[place.name] += 1
        return names(place)

    monkeypatch.setattr(Place, "names", counted)
    return found


@pytest.fixture
def application(tmp_path):
    names = [f"file-{number}" for number in range(MANY)]
    (tmp_path / "Shop" / "files").mkdir(parents=True)
    for name in names:
        (tmp_path / "Shop" / "files" / name).write_text(name)
    document = {"name": "Shop", "files": [{"name": name} for name in names]}
    (tmp_path / "Shop" / "definition.json").write_text(json.dumps(document))
    return Place.at(tmp_path / "Shop")


def test_the_contents_of_an_application_are_listed_once(application, listed):
    assert len(read(layout.APPLICATION, application, False).contents) == MANY
    assert listed["files"] == 1
    assert len(scan(application, layout.APPLICATION)) == MANY + 1
    assert listed["files"] == 2


class Names(list):
    """A list that counts how often it is read from its start."""

    reads = 0

    def __iter__(self):
        Names.reads += 1
        return super().__iter__()

    def __contains__(self, item):
        Names.reads += 1
        return super().__contains__(item)


@pytest.mark.parametrize("is_local", [True, False])
def test_the_hosts_of_an_environment_are_searched_once(tmp_path, monkeypatch, is_local):
    monkeypatch.setattr(Names, "reads", 0)
    top = Place.at(tmp_path)

    def side(folder, names):
        document = {"name": "E", "hosts": Names(names)}
        chain = ((layout.ENVIRONMENT, document),)
        found = {"definition.json": Item(top / folder, ",".join(names), chain, document=document)}
        for name in names:
            host = {"name": name}
            way = (*chain, (layout.HOST, host))
            found[KEY.format(name)] = Item(top / folder / name, name, way, "definition.json", host)
        return found

    sides = side("local", [str(number) for number in range(MANY)]), side("remote", [])
    local, remote = sides if is_local else sides[::-1]
    changes = find_changes(local, remote, {}, {}, lambda item: True)
    assert {key for key in changes if key.startswith("hosts/")} == {KEY.format(number) for number in range(MANY)}
    assert Names.reads <= 10


def test_nobody_lists_the_folders_above(tmp_path, listed):
    for number in range(3):
        (tmp_path / "hosts" / f"web-{number}").mkdir(parents=True)
        (tmp_path / "hosts" / f"web-{number}" / "definition.json").write_text("{}")
    recovered(tmp_path / "hosts" / "web-1")
    assert listed["hosts"] == 0


@pytest.mark.parametrize("module", [base, pending])
def test_the_record_of_a_sync_may_be_larger_than_a_definition(tmp_path, monkeypatch, module):
    top = Place.at(tmp_path)
    value = ("a" * 64, "b" * 64) if module is base else {"had": {}, "sent": {"": "c" * 64}}
    module.write(top, {KEY.format(number): value for number in range(MANY)})
    size = (tmp_path / module.FILE).stat().st_size
    assert tree.LARGEST_RECORD > 1_000_000 * size / MANY > tree.LARGEST
    assert len(module.read(top)) == MANY
    monkeypatch.setattr(tree, "LARGEST_RECORD", size - 1)
    with pytest.raises(UnusableFile, match="larger than"):
        module.read(top)
