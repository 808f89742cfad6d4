"""Lists in documents: changed in place they change the document, whoever else changes it."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import MutableSequence, Sequence

import pytest

from comodit_client.wire.applications import Handler
from comodit_client.wire.changes import Change
from comodit_client.wire.hosts import Host
from comodit_client.wire.instances import Instance, Property
from comodit_client.wire.lazy import BoundList
from comodit_client.wire.view import View

#: Every way in which a list of b, a, c can be changed in place, and what it becomes; x makes an element of a letter.
CHANGES = {
    "append": (lambda values, x: values.append(x("d")), "bacd"),
    "extend": (lambda values, x: values.extend([x("d"), x("e")]), "bacde"),
    "extend by a generator": (lambda values, x: values.extend(x(letter) for letter in "de"), "bacde"),
    "extend by itself": (lambda values, x: values.extend(values), "bacbac"),
    "insert": (lambda values, x: values.insert(1, x("d")), "bdac"),
    "insert far out": (lambda values, x: values.insert(-9, x("d")), "dbac"),
    "pop": (lambda values, x: values.pop(), "ba"),
    "pop at a place": (lambda values, x: values.pop(0), "ac"),
    "remove": (lambda values, x: values.remove(x.element("a")), "bc"),
    "clear": (lambda values, x: values.clear(), ""),
    "reverse": (lambda values, x: values.reverse(), "cab"),
    "sort": (lambda values, x: values.sort(key=x.order), "abc"),
    "sort backwards": (lambda values, x: values.sort(key=x.order, reverse=True), "cba"),
    "item": (lambda values, x: values.__setitem__(-1, x("d")), "bad"),
    "slice": (lambda values, x: values.__setitem__(slice(0, 2), [x("d"), x("e"), x("f")]), "defc"),
    "slice with steps": (lambda values, x: values.__setitem__(slice(None, None, 2), [x("d"), x("e")]), "dae"),
    "slice by itself": (lambda values, x: values.__setitem__(slice(None), values), "bac"),
    "del item": (lambda values, x: values.__delitem__(0), "ac"),
    "del slice": (lambda values, x: values.__delitem__(slice(1, None)), "b"),
    "+=": (lambda values, x: values.__iadd__([x("d")]), "bacd"),
    "+= itself": (lambda values, x: values.__iadd__(values), "bacbac"),
    "*=": (lambda values, x: values.__imul__(2), "bacbac"),
    "*= 0": (lambda values, x: values.__imul__(0), ""),
}


class Texts:
    """A host's applications: elements that are texts."""

    member = "applications"

    def __call__(self, letter):
        return letter

    element = __call__

    def take(self, document):
        """Texts are the same wherever they come from."""

    def order(self, element):
        return ord(element)

    def of(self, document):
        return Host(document).application_names


class Objects:
    """An instance's properties: elements that are views on JSON objects."""

    member = "properties"

    def __init__(self):
        self.objects = {letter: {"key": letter} for letter in "abcdefz"}

    def __call__(self, letter):
        return self.objects[letter]

    def element(self, letter):
        return Property(self.objects[letter])

    def take(self, document):
        self.objects |= {found["key"]: found for found in document[self.member]}

    def order(self, element):
        return element.key

    def of(self, document):
        return Instance(document).properties


#: Changes that a list refuses; the document stays as it is.
REFUSED = {
    "pop nothing": (lambda values: values.pop(9), IndexError),
    "remove what is not there": (lambda values: values.remove("z"), ValueError),
    "item out of range": (lambda values: values.__setitem__(9, "d"), IndexError),
    "slice of another length": (lambda values: values.__setitem__(slice(None, None, 2), ["d"]), ValueError),
    "insert nowhere": (lambda values: values.insert(None, "d"), TypeError),
    "extend by a number": (lambda values: values.extend(5), TypeError),
    "extend by what breaks": (lambda values: values.extend(1 // (1 - n) for n in range(3)), ZeroDivisionError),
    "sort what has no order": (lambda values: values.sort(key=lambda value: {}), TypeError),
    "*= text": (lambda values: values.__imul__("2"), TypeError),
}


@pytest.fixture(params=CHANGES.values(), ids=CHANGES.keys())
def change(request):
    return request.param


@pytest.fixture(params=[Texts, Objects])
def x(request):
    return request.param()


@pytest.fixture(params=REFUSED.values(), ids=REFUSED.keys())
def refused(request):
    return request.param


@pytest.fixture(params=[{}, {"applications": None}], ids=["absent", "null"])
def place(request):
    return dict(request.param)


def test_a_change_in_place_reaches_the_document(change, x):
    act, wanted = change
    held = [x(letter) for letter in "bac"]
    document = {"first": 1, x.member: held, "last": 2}
    values = x.of(document)
    act(values, x)
    assert document == {"first": 1, x.member: [x(letter) for letter in wanted], "last": 2}
    assert list(document) == ["first", x.member, "last"]
    assert document[x.member] is held
    assert values == x.of(document)


def test_every_way_to_change_a_list_is_tried():
    changing = {name for name in dir(list) if name in dir(MutableSequence) or name in ("sort", "__imul__")}
    reading = {"count", "index"} | {name for name in dir(Sequence) if name.startswith("__")}
    own = {name for name in vars(BoundList) if name in changing}
    assert own >= changing - reading


def test_a_change_that_is_refused_leaves_the_document(refused):
    act, error = refused
    document = {"applications": ["b", "a", "c"]}
    with pytest.raises(error):
        act(Host(document).application_names)
    assert document == {"applications": ["b", "a", "c"]}


def test_two_lists_on_one_member_lose_nothing(change, x):
    act, wanted = change
    document = {x.member: [x("b"), x("a")]}
    first, second = x.of(document), x.of(document)
    first.append(x("c"))
    act(second, x)
    assert document == {x.member: [x(letter) for letter in wanted]}
    first.append(x("z"))
    assert document == {x.member: [x(letter) for letter in wanted + "z"]}


def test_two_lists_on_an_absent_member_lose_nothing(place):
    first, second = Host(place).application_names, Host(place).application_names
    first.append("a")
    second.append("b")
    first.append("c")
    assert place == {"applications": ["a", "b", "c"]}


def test_a_list_that_is_not_there_is_empty_and_stays_away_until_it_is_changed(place):
    names = Host(place).application_names
    assert names == []
    assert place.get("applications") is None
    names.append("a")
    assert place == {"applications": ["a"]}


@pytest.mark.parametrize("value", ["Wordpress", 5, {"name": "x"}, False])
def test_a_lone_value_reads_as_a_list_of_one(value):
    document = {"applications": value}
    names = Host(document).application_names
    assert names == [value]
    assert document == {"applications": value}
    names.append("b")
    assert document == {"applications": [value, "b"]}


def test_a_lone_object_reads_as_a_list_of_one_view():
    document = {"properties": {"key": "ip.eth0", "value": "10.0.0.1"}}
    (only,) = Instance(document).properties
    only.get_json()["value"] = "10.0.0.2"
    assert document == {"properties": {"key": "ip.eth0", "value": "10.0.0.2"}}


def test_a_list_taken_before_the_whole_is_replaced_stays_attached(change, x):
    act, wanted = change
    view = View({x.member: [x("z")]})
    values = x.of(view.get_json())
    view.set_json({"name": "n", x.member: [x(letter) for letter in "bac"]})
    x.take(view.get_json())
    act(values, x)
    assert view.get_json() == {"name": "n", x.member: [x(letter) for letter in wanted]}


def test_views_taken_from_a_list_write_through():
    document = {"properties": [{"key": "a", "value": "1"}]}
    instance = Instance(document)
    taken = instance.properties[0]
    instance.properties.append({"key": "b"})
    instance.properties.insert(0, {"key": "c"})
    taken.get_json()["value"] = "2"
    assert document["properties"] == [{"key": "c"}, {"key": "a", "value": "2"}, {"key": "b"}]


def test_raw_objects_that_are_put_in_read_back_as_views():
    instance = Instance()
    properties = instance.properties
    properties.append({"key": "a"})
    properties.extend([{"key": "b"}, Property({"key": "c"})])
    properties[0] = {"key": "d"}
    properties[1:1] = [{"key": "e"}]
    properties.insert(0, {"key": "f"})
    properties += [{"key": "g"}]
    assert [type(item) for item in properties] == [Property] * 6
    assert [item.key for item in instance.properties] == ["f", "d", "e", "b", "c", "g"]


def test_a_view_that_is_put_in_shares_its_object():
    instance, prop = Instance(), Property({"key": "a"})
    instance.properties.append(prop)
    prop.get_json()["value"] = "1"
    assert instance.get_json() == {"properties": [{"key": "a", "value": "1"}]}
    assert prop in instance.properties


def test_what_is_no_object_in_a_list_of_views_is_handed_through():
    change = Change({"tasks": [{"orderNum": 0}, None, "text", [1]]})
    tasks = change.tasks
    assert tasks[0].order_num == 0
    assert list(tasks[1:]) == [None, "text", [1]]
    assert change.get_json() == {"tasks": [{"orderNum": 0}, None, "text", [1]]}


def test_assigning_a_list_copies_it():
    host, names = Host(), ["a"]
    host.application_names = names
    names.append("b")
    assert host.get_json() == {"applications": ["a"]}


def test_adding_in_place_to_a_member_changes_it_once():
    host, instance = Host({"applications": ["a"]}), Instance()
    host.application_names += ["b"]
    host.application_names *= 2
    instance.properties += [{"key": "a"}]
    assert host.get_json() == {"applications": ["a", "b", "a", "b"]}
    assert instance.get_json() == {"properties": [{"key": "a"}]}


def test_a_list_is_a_list():
    names = Host({"applications": ["a", "b"]}).application_names
    assert isinstance(names, list)
    assert names == ["a", "b"]
    assert names + ["c"] == ["a", "b", "c"]  # noqa: RUF005 - old scripts add lists
    assert names[::-1] == ["b", "a"]
    assert names.index("b") == 1
    assert sorted(names, reverse=True) == ["b", "a"]
    assert json.dumps(names) == '["a", "b"]'


@pytest.mark.parametrize(
    "clone",
    [copy.copy, copy.deepcopy, list, lambda values: values.copy(), lambda values: pickle.loads(pickle.dumps(values))],
    ids=["copy.copy", "copy.deepcopy", "list", "copy method", "pickle"],
)
def test_a_copy_of_a_list_belongs_to_no_document(clone, x):
    document = {x.member: [x("a")]}
    made = clone(x.of(document))
    assert type(made) is list
    assert len(made) == 1
    made.append(x("b"))
    assert document == {x.member: [x("a")]}


def test_a_deep_copy_of_views_copies_their_objects():
    document = {"properties": [{"key": "a"}]}
    (made,) = copy.deepcopy(Instance(document).properties)
    made.get_json()["key"] = "b"
    assert document == {"properties": [{"key": "a"}]}


def test_two_lists_of_different_members_do_not_meet():
    handler = Handler()
    handler.triggers.append("_install")
    handler.actions.append({"action": "update", "resource": "file://x"})
    assert handler.get_json() == {"on": ["_install"], "do": [{"action": "update", "resource": "file://x"}]}
