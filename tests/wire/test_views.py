"""Every generated view: its members read, written and deleted, in the document and nowhere else."""

from __future__ import annotations

import json

import pytest

from comodit_client.wire import hosts, settings
from comodit_client.wire.errors import InvalidDocument
from comodit_client.wire.view import View
from tests.each import each
from tests.wire.reflection import VIEWS

KEPT = {"zebra": [1, {"b": None, "a": 2}], "Ärger": None, "alpha": {"x": []}}


#: What stands for a value of each kind of member.
GIVEN = {"view": {"sign": 1}, "list": [{"sign": 1}], "scalar": "sign"}


def kind(view, name):
    """Return the kind of a member, from its value in a new object: a view, a list, or a scalar."""
    value = getattr(view(), name)
    return "view" if isinstance(value, View) else "list" if isinstance(value, list) else "scalar"


def plain(value):
    """Return the JSON value of a member's value."""
    if isinstance(value, View):
        return value.get_json()
    return [plain(item) for item in value] if isinstance(value, list) else value


def members(function=None):
    """Return the members of all views by their names in JSON and in Python; those only that can be set, or deleted."""
    return [
        (view, wire, name)
        for view in VIEWS
        for wire, name in view.MEMBERS.items()
        if function is None or getattr(getattr(view, name), function) is not None
    ]


READ_ONLY = sorted({*members()} - {*members("fset")}, key=str)


@pytest.mark.parametrize("absent", [True, False], ids=["absent", "null"])
@each("view, wire, name", members())
def test_reading_a_member_that_is_absent_or_null_changes_nothing(view, wire, name, absent):
    document = {} if absent else {wire: None}
    before = dict(document)
    assert plain(getattr(view(document), name)) in (None, [], {})
    assert document == before


@each("view, wire, name", members())
def test_a_member_is_read_where_the_document_has_it(view, wire, name):
    given = GIVEN[kind(view, name)]
    assert plain(getattr(view({"before": 0, wire: given, "after": 1}), name)) == given


@each("view, wire, name", members("fset"))
def test_a_member_is_written_where_the_document_has_it(view, wire, name):
    given = GIVEN[kind(view, name)]
    document = {"before": 0, wire: None, "after": 1}
    setattr(view(document), name, given)
    assert list(document.items()) == [("before", 0), (wire, given), ("after", 1)]


@each("view, wire, name", members("fset"))
def test_a_member_is_set_to_null_not_taken_out(view, wire, name):
    document = {wire: "something"}
    setattr(view(document), name, None)
    assert document == {wire: None}


@each("view, wire, name", members("fdel"))
def test_a_member_is_deleted_and_deleting_it_again_is_silent(view, wire, name):
    document = {"before": 0, wire: None}
    delattr(view(document), name)
    delattr(view(document), name)
    assert document == {"before": 0}


@each("view, wire, name", READ_ONLY)
def test_a_member_that_is_read_only_can_be_neither_set_nor_deleted(view, wire, name):
    with pytest.raises(AttributeError):
        setattr(view(), name, None)
    with pytest.raises(AttributeError):
        delattr(view(), name)


def test_all_kinds_of_members_and_of_what_can_be_done_to_them_are_met():
    host = hosts.Host
    assert {kind(host, "name"), kind(host, "application_names"), kind(settings.Setting, "schema")} == set(GIVEN)
    assert (host, "state", "state") in READ_ONLY
    assert (host, "description", "description") in members("fdel")
    assert (host, "name", "name") in set(members("fset")) - set(members("fdel"))


@each("view, wire, name", members())
def test_each_member_has_a_docstring(view, wire, name):
    assert getattr(view, name).__doc__


@each("view", VIEWS)
def test_unknown_members_and_their_order_stay(view):
    document = {**dict.fromkeys(view.MEMBERS, "x"), **KEPT}
    before = json.dumps(document)
    shown = view(document)
    for name in view.MEMBERS.values():
        getattr(shown, name)
    assert shown.get_json() is document
    assert json.dumps(shown.get_json()) == before


@each("view", VIEWS)
def test_a_name_that_no_view_has_cannot_be_assigned(view):
    with pytest.raises(AttributeError):
        view().no_such_member = 1


@pytest.mark.parametrize("document", [[], "text", 5, b"{}", True, [("name", "x")]])
@each("view", VIEWS)
def test_only_a_json_object_can_be_shown(view, document):
    with pytest.raises(InvalidDocument, match=view.__name__):
        view(document)


@each("view", VIEWS)
def test_a_view_made_of_nothing_has_an_object_of_its_own(view):
    assert view().get_json() == {}
    assert view().get_json() is not view().get_json()
