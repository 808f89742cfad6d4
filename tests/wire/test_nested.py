"""Objects in objects: written through, and attached when they are first changed."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

from comodit_client.wire.files import Delimiter, File
from comodit_client.wire.lazy import LazyDict
from comodit_client.wire.organizations import Organization
from comodit_client.wire.parameters import Parameter
from comodit_client.wire.platforms import Platform
from comodit_client.wire.settings import Setting


def test_a_nested_object_writes_through():
    document = {"driver": {"name": "Libvirt", "own": 1}}
    Platform(document).driver.class_name = "x.Driver"
    assert document == {"driver": {"name": "Libvirt", "own": 1, "className": "x.Driver"}}


@pytest.mark.parametrize("document", [{}, {"driver": None}])
def test_an_absent_nested_object_is_attached_by_the_first_write(document):
    driver = Platform(document).driver
    assert driver.class_name is None
    assert "driver" not in document or document["driver"] is None
    driver.class_name = "x.Driver"
    assert document == {"driver": {"className": "x.Driver"}}


def test_two_views_on_one_absent_object_lose_nothing():
    document = {}
    first, second = File(document).delimiter, File(document).delimiter
    first.start = "<<"
    second.end = ">>"
    first.get_json()["third"] = 3
    assert document == {"delimiter": {"start": "<<", "end": ">>", "third": 3}}


def test_two_views_on_one_absent_object_show_each_other():
    document = {}
    first, second = File(document).delimiter, File(document).delimiter
    first.start = "<<"
    assert second.start == "<<"
    second.start = "[["
    assert first.start == "[["
    del second.start
    assert first.start is None
    assert document == {"delimiter": {}}


def test_an_absent_object_in_an_absent_object_is_attached_with_it():
    document = {}
    inner = Delimiter(LazyDict(LazyDict(document, "outer"), "inner"))
    assert inner.start is None
    assert document == {}
    inner.start = "<<"
    assert document == {"outer": {"inner": {"start": "<<"}}}


def test_a_list_in_an_absent_object_is_attached_with_it():
    document = {}
    Parameter(document).schema.enum.append("small")
    assert document == {"schema": {"enum": ["small"]}}


@pytest.mark.parametrize(
    "change",
    [
        lambda json_data: json_data.update({"start": "<<"}),
        lambda json_data: json_data.update(start="<<"),
        lambda json_data: json_data.setdefault("start", "<<"),
        lambda json_data: json_data.__ior__({"start": "<<"}),
        lambda json_data: json_data.__setitem__("start", "<<"),
    ],
    ids=["update", "update by keyword", "setdefault", "|=", "item"],
)
def test_every_way_to_set_a_member_attaches(change):
    document = {}
    change(File(document).delimiter.get_json())
    assert document == {"delimiter": {"start": "<<"}}


@pytest.mark.parametrize(
    "change",
    [
        lambda json_data: json_data.pop("start"),
        lambda json_data: json_data.clear(),
        lambda json_data: json_data.__delitem__("start"),
    ],
    ids=["pop", "clear", "del"],
)
def test_every_way_to_take_a_member_out_reaches_the_document(change):
    document = {}
    early = File(document).delimiter
    File(document).delimiter.start = "<<"
    change(early.get_json())
    assert document == {"delimiter": {}}


def test_taking_out_what_is_not_there_attaches_nothing():
    document = {}
    delimiter = File(document).delimiter
    del delimiter.start
    delimiter.get_json().clear()
    with pytest.raises(KeyError):
        delimiter.get_json().pop("start")
    assert document == {}


def test_set_json_on_an_absent_object_replaces_what_another_view_attached():
    document = {}
    early = File(document).delimiter
    File(document).delimiter.start = "<<"
    early.set_json({"end": ">>"})
    assert document == {"delimiter": {"end": ">>"}}


def test_assigning_a_view_takes_its_object():
    document = {}
    delimiter = Delimiter({"start": "<<"})
    File(document).delimiter = delimiter
    delimiter.end = ">>"
    assert document == {"delimiter": {"start": "<<", "end": ">>"}}


def test_a_nested_view_stays_attached_when_the_whole_is_replaced():
    file = File({"name": "f", "delimiter": {"start": "old", "gone": 1}})
    delimiter = file.delimiter
    file.set_json({"delimiter": {"start": "new"}, "name": "g"})
    assert delimiter.start == "new"
    delimiter.end = ">>"
    assert json.dumps(file.get_json()) == '{"delimiter": {"start": "new", "end": ">>"}, "name": "g"}'


def test_a_list_in_a_nested_object_stays_attached_when_the_whole_is_replaced():
    parameter = Parameter({"schema": {"enum": ["a"]}})
    values = parameter.schema.enum
    parameter.set_json({"schema": {"enum": ["b"]}})
    values.append("c")
    assert parameter.get_json() == {"schema": {"enum": ["b", "c"]}}


def test_a_view_of_an_absent_object_stays_attached_when_the_whole_is_replaced():
    document = {}
    file = File(document)
    delimiter = file.delimiter
    file.set_json({"delimiter": {"start": "new"}})
    assert delimiter.start == "new"
    delimiter.start = "newer"
    assert document == {"delimiter": {"start": "newer"}}


def test_replacing_the_whole_by_its_own_parts_mixes_nothing_up():
    file = File({"delimiter": {"start": "a"}, "other": {"start": "b"}})
    document = file.get_json()
    file.set_json({"delimiter": document["other"], "other": document["delimiter"]})
    assert file.get_json() == {"delimiter": {"start": "b"}, "other": {"start": "a"}}
    file.set_json(file.get_json())
    assert file.get_json() == {"delimiter": {"start": "b"}, "other": {"start": "a"}}


def test_what_was_given_to_replace_the_whole_is_not_changed_later():
    given = {"delimiter": {"start": "<<"}}
    file = File()
    file.set_json(given)
    file.delimiter.start = "[["
    assert given == {"delimiter": {"start": "<<"}}


def test_what_is_no_object_where_one_is_expected_stays_until_it_is_written():
    document = {"access": "hidden"}
    organization = Organization(document)
    assert organization.access_f.access_key is None
    assert document == {"access": "hidden"}


def test_a_document_with_a_late_object_can_be_copied_pickled_and_dumped():
    document = {"key": "k"}
    Setting(document).schema.get_json()["secret"] = True
    wanted = {"key": "k", "schema": {"secret": True}}
    for made in (copy.deepcopy(document), copy.copy(document), pickle.loads(pickle.dumps(document))):
        assert made == wanted
    assert json.dumps(document) == json.dumps(wanted)
    clone = copy.deepcopy(document)
    clone["schema"]["secret"] = False
    assert document == wanted
