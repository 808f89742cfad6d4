"""What holds for any document and for any sequence of changes."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from comodit_client.wire.hosts import Host
from comodit_client.wire.instances import Instance
from comodit_client.wire.settings import Setting

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=15,
)
NAMES = st.sampled_from([*Host.MEMBERS, *Setting.MEMBERS, *Instance.MEMBERS, "schema", "own"]) | st.text()
DOCUMENTS = st.dictionaries(NAMES, JSON, max_size=8)
INDEXES = st.integers(-6, 6)
ELEMENTS = st.lists(st.text(max_size=2), max_size=4)
#: A change of a list: the method's name and its arguments; a slice is told as its three parts.
CHANGES = st.lists(
    st.tuples(st.just("append"), st.text(max_size=2))
    | st.tuples(st.sampled_from(["extend", "__iadd__"]), ELEMENTS)
    | st.tuples(st.just("insert"), INDEXES, st.text(max_size=2))
    | st.tuples(st.sampled_from(["pop", "__delitem__"]), INDEXES | st.slices(5))
    | st.tuples(st.just("remove"), st.text(max_size=2))
    | st.tuples(st.sampled_from(["clear", "reverse", "sort"]))
    | st.tuples(st.just("__setitem__"), INDEXES, st.text(max_size=2))
    | st.tuples(st.just("__setitem__"), st.slices(5), ELEMENTS)
    | st.tuples(st.just("__imul__"), st.integers(-1, 2)),
    max_size=8,
)


def outcome(values, change):
    """Apply a change; tell what it gave, or what kind of exception it raised."""
    name, *arguments = change
    try:
        given = getattr(values, name)(*arguments)
    except (IndexError, ValueError, TypeError) as error:
        return type(error)
    return None if name in ("__iadd__", "__imul__") else given


@given(DOCUMENTS)
def test_any_document_survives_a_view(document):
    before = json.dumps(document)
    for view in (Host, Instance, Setting):
        shown = view(document)
        for name in view.MEMBERS.values():
            getattr(shown, name)
        assert shown.get_json() is document
        assert json.dumps(shown.get_json()) == before
        assert json.dumps(json.loads(shown.get_real_json())) == before


@given(DOCUMENTS, DOCUMENTS)
def test_any_document_replaces_any_other_whole_and_in_order(old, new):
    setting, wanted = Setting(old), json.dumps(new)
    schema = setting.schema
    attached = all(isinstance(document.get("schema"), dict) for document in (old, new))
    setting.set_json(new)
    assert setting.get_json() is old
    assert json.dumps(old) == wanted
    assert json.dumps(new) == wanted
    if attached:
        assert schema == setting.schema


@given(ELEMENTS, CHANGES)
def test_any_changes_of_a_list_do_what_they_do_to_a_plain_list(start, changes):
    plain, document = list(start), {"applications": list(start)}
    names = Host(document).application_names
    for change in changes:
        assert outcome(names, change) == outcome(plain, change)
        assert names == plain
        assert document["applications"] == plain
        assert Host(document).application_names == plain


@given(ELEMENTS, CHANGES)
def test_any_changes_through_lists_in_turn_do_what_they_do_to_a_plain_list(start, changes):
    plain, document = list(start), {"applications": list(start)}
    lists = [Host(document).application_names for _ in range(3)]
    for turn, change in enumerate(changes):
        assert outcome(lists[turn % 3], change) == outcome(plain, change)
        assert document["applications"] == plain


@given(ELEMENTS, CHANGES)
def test_any_changes_of_an_absent_list_do_what_they_do_to_an_empty_one(_, changes):
    plain, document = [], {}
    names = Host(document).application_names
    for change in changes:
        assert outcome(names, change) == outcome(plain, change)
        assert names == plain
        assert (document.get("applications") or []) == plain


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["start", "end", "own"]), st.none() | st.text())))
def test_any_changes_through_views_of_one_absent_object_end_in_one_object(changes):
    from comodit_client.wire.files import File

    document, plain = {}, {}
    delimiters = [File(document).delimiter for _ in range(3)]
    for which, name, value in changes:
        members = delimiters[which].get_json()
        if value is None:
            assert members.pop(name, None) == plain.pop(name, None)
        else:
            members[name] = plain[name] = value
        assert (document.get("delimiter") or {}) == plain
        assert [delimiter.start for delimiter in delimiters] == [plain.get("start")] * 3
