"""Views of an absent member behave as one plain dict or list, whatever is done to any of them."""

from __future__ import annotations

import copy
import gc
import json
import pickle
import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comodit_client.wire.files import Delimiter, File
from comodit_client.wire.hosts import Host
from comodit_client.wire.instances import Instance, Property

LETTERS = st.sampled_from("abcd")
NUMBERS = st.integers(-3, 3)
TEXTS = st.lists(LETTERS, max_size=3)
PAIRS = st.dictionaries(LETTERS, NUMBERS, max_size=3)
SLICES = st.builds(slice, st.none() | NUMBERS, st.none() | NUMBERS, st.sampled_from([None, -2, -1, 1, 2]))


def add_while_reading(found, item):
    """Add an item in the middle of a loop, and return what the loop reads."""
    read = []
    for position, value in enumerate(found):
        read.append(value)
        if position == 0:
            item(found)
    return read


def put(members):
    members["new"] = 1


def starred(**members):
    return members


#: Every method and operator of dict: the name, and strategies for its arguments.
DICT = {
    "__contains__": (lambda d, k: k in d, LETTERS),
    "__delitem__": (lambda d, k: d.__delitem__(k), LETTERS),
    "__eq__": (lambda d, o: (d == o, o == d, d == 5), PAIRS),
    "__ne__": (lambda d, o: (d != o, o != d), PAIRS),
    "__lt__": (lambda d, o: d < o, PAIRS),
    "__le__": (lambda d, o: d <= o, PAIRS),
    "__gt__": (lambda d, o: d > o, PAIRS),
    "__ge__": (lambda d, o: d >= o, PAIRS),
    "__getitem__": (lambda d, k: d[k], LETTERS),
    "__ior__": (lambda d, o: d.__ior__(o), PAIRS | st.lists(st.tuples(LETTERS, NUMBERS)) | st.just(5)),
    "__iter__": (lambda d: list(d),),
    "__len__": (lambda d: (len(d), bool(d)),),
    "__or__": (lambda d, o: d | o, PAIRS | st.just(5)),
    "__repr__": (lambda d: (repr(d), str(d), f"{d}"),),
    "__reversed__": (lambda d: list(reversed(d)),),
    "__ror__": (lambda d, o: o | d, PAIRS | st.just(5)),
    "__setitem__": (lambda d, k, v: d.__setitem__(k, v), LETTERS, NUMBERS),
    "__hash__": (hash,),
    "clear": (lambda d: d.clear(),),
    "copy": (lambda d: (d.copy(), type(d.copy())),),
    "fromkeys": (lambda d, k: d.fromkeys(k, 1), TEXTS),
    "get": (lambda d, k, v: (d.get(k), d.get(k, v)), LETTERS, NUMBERS),
    "items": (lambda d: list(d.items()),),
    "keys": (lambda d, k: (list(d.keys()), d.keys() & k, list(reversed(d.keys()))), TEXTS),
    "pop": (lambda d, k: d.pop(k), LETTERS),
    "pop with a default": (lambda d, k, v: d.pop(k, v), LETTERS, NUMBERS),
    "popitem": (lambda d: d.popitem(),),
    "setdefault": (lambda d, k, v: (d.setdefault(k, v), d.setdefault("z")), LETTERS, NUMBERS),
    "update": (lambda d, o: d.update(o), PAIRS | st.lists(st.tuples(LETTERS, NUMBERS)) | st.just(5)),
    "update by keyword": (lambda d, o: d.update(self=1, **o), PAIRS),
    "update by broken pairs": (lambda d, k: d.update([(k, 1), 2]), LETTERS),
    "values": (lambda d: list(d.values()),),
    "itself": (lambda d: (d == d, d | d, d.update(d)),),
    "unpacked": (lambda d: ({**d}, starred(**d), dict(d)),),
    "JSON": (lambda d: (json.dumps(d), json.dumps(d, indent=1), json.dumps([d], sort_keys=True)),),
    "pickle": (lambda d: [pickle.loads(pickle.dumps(d, p)) for p in range(pickle.HIGHEST_PROTOCOL + 1)],),
    "copies": (lambda d: [(c, type(c)) for c in (copy.copy(d), copy.deepcopy(d))],),
    "change in a loop": (lambda d: add_while_reading(d, put),),
    "unknown method": (lambda d: d.append(1),),
}
OPERANDS = TEXTS | st.just(5) | st.just(("a",))
#: Every method and operator of list; elements are letters, which a list of views turns into objects.
LIST = {
    "__add__": (lambda x, o: x + o, OPERANDS),
    "__radd__": (lambda x, o: o + x, OPERANDS),
    "__contains__": (lambda x, v: v in x, LETTERS),
    "__delitem__": (lambda x, i: x.__delitem__(i), NUMBERS | SLICES),
    "__eq__": (lambda x, o: (x == o, o == x, x == list(x)), OPERANDS),
    "__ne__": (lambda x, o: (x != o, o != x), OPERANDS),
    "__lt__": (lambda x, o: x < o, OPERANDS),
    "__le__": (lambda x, o: o <= x, OPERANDS),
    "__gt__": (lambda x, o: x > o, OPERANDS),
    "__ge__": (lambda x, o: o >= x, OPERANDS),
    "__getitem__": (lambda x, i: x[i], NUMBERS | SLICES),
    "__hash__": (hash,),
    "__iadd__": (lambda x, o: x.__iadd__(o), TEXTS | st.just(5)),
    "__imul__": (lambda x, n: x.__imul__(n), st.integers(-1, 2)),
    "__iter__": (lambda x: [*x, *list(x), *tuple(x)],),
    "__len__": (lambda x: (len(x), bool(x)),),
    "__mul__": (lambda x, n: x * n, st.integers(-1, 2)),
    "__rmul__": (lambda x, n: n * x, st.integers(-1, 2)),
    "__repr__": (lambda x: (repr(x), str(x)),),
    "__reversed__": (lambda x: list(reversed(x)),),
    "__setitem__": (lambda x, i, v: x.__setitem__(i, v), NUMBERS, LETTERS),
    "__setitem__ of a slice": (lambda x, i, v: x.__setitem__(i, v), SLICES, TEXTS | st.just(5)),
    "append": (lambda x, v: x.append(v), LETTERS),
    "clear": (lambda x: x.clear(),),
    "copy": (lambda x: (x.copy(), type(x.copy())),),
    "count": (lambda x, v: x.count(v), LETTERS),
    "extend": (lambda x, o: x.extend(o), OPERANDS),
    "extend by an iterator": (lambda x, o: x.extend(iter(o)), TEXTS),
    "index": (lambda x, v: x.index(v), LETTERS),
    "index from a place": (lambda x, v, i: x.index(v, i), LETTERS, NUMBERS),
    "insert": (lambda x, i, v: x.insert(i, v), NUMBERS, LETTERS),
    "pop": (lambda x: x.pop(),),
    "pop at a place": (lambda x, i: x.pop(i), NUMBERS),
    "remove": (lambda x, v: x.remove(v), LETTERS),
    "reverse": (lambda x: x.reverse(),),
    "sort": (lambda x, r: x.sort(key=repr, reverse=r), st.booleans()),
    "itself": (lambda x: (x == x, x + x, x >= x),),
    "extend by itself": (lambda x: x.extend(x) if len(x) < 9 else x.__delitem__(slice(3, None)),),
    "copies": (
        lambda x: (copy.copy(x), type(copy.copy(x)), type(copy.deepcopy(x)), type(pickle.loads(pickle.dumps(x)))),
    ),
    "growth in a loop": (lambda x, v: add_while_reading(x, lambda y: y.append(v)), LETTERS),
    "loss in a loop": (lambda x: add_while_reading(x, lambda y: y.pop(0)),),
    "loss in a reversed loop": (lambda x: [(value, x.clear()) for value in reversed(x)],),
    "unknown method": (lambda x: x.get(1),),
}


def steps(operations):
    """Return the strategy for a list of steps: an operation, its arguments, and the view that it is done to."""
    one = [st.tuples(st.just(act), st.tuples(*arguments), st.integers(0, 3)) for act, *arguments in operations.values()]
    return st.lists(st.one_of(one), max_size=12)


def outcome(act, subject, arguments):
    """Return what an operation returns or raises."""
    try:
        return act(subject, *copy.copy(arguments))
    except (AttributeError, IndexError, KeyError, RuntimeError, ValueError) as error:
        return type(error)
    except TypeError:
        return TypeError  # of lists it is one of this library


@pytest.mark.parametrize(("kind", "operations"), [(dict, DICT), (list, LIST)])
def test_every_method_is_tried(kind, operations):
    creation = {"__new__", "__init__", "__getattribute__", "__sizeof__", "__class_getitem__", "__doc__"}
    assert set(vars(kind)) - creation <= set(operations)


@given(steps(DICT), st.sampled_from([{}, {"delimiter": None}, {"delimiter": "odd"}]), st.booleans())
def test_objects_behave_as_one_dict(done, start, nested):
    model, document = {}, dict(start)
    file = File(document)
    views = [file.delimiter, file.delimiter, File(document).delimiter]
    held = views[0].get_json()
    wanted = dict(start)
    for act, arguments, which in done:
        subject = file.delimiter if which == 3 else views[which]
        assert outcome(act, subject.get_json(), arguments) == outcome(act, model, arguments)
        if model or isinstance(wanted.get("delimiter"), dict):
            wanted["delimiter"] = model
        assert document == wanted
        for view in (*views, file.delimiter):
            assert (view.get_json(), view.get_real_json(None), view.start) == (
                model,
                json.dumps(model),
                model.get("start"),
            )
        assert json.dumps(held) == json.dumps(model)


@given(steps(LIST), st.sampled_from([{}, {"applications": None}]))
def test_lists_of_values_behave_as_one_list(done, start):
    model, document = [], dict(start)
    host = Host(document)
    lists = [host.application_names, host.application_names, Host(document).application_names]
    wanted = dict(start)
    for act, arguments, which in done:
        subject = host.application_names if which == 3 else lists[which]
        assert outcome(act, subject, arguments) == outcome(act, model, arguments)
        if model or isinstance(wanted.get("applications"), list):
            wanted["applications"] = model
        assert document == wanted
        for found in (*lists, host.application_names):
            assert (found, json.dumps(found), json.dumps(found, indent=1)) == (
                model,
                json.dumps(model),
                json.dumps(model, indent=1),
            )


@given(steps(LIST), st.sampled_from([{}, {"properties": None}]))
def test_lists_of_views_behave_as_one_list(done, start):
    objects = {letter: Property({"key": letter}) for letter in "abcd"}

    def views(argument):
        if isinstance(argument, (list, tuple)):
            return type(argument)(map(views, argument))
        return objects.get(argument, argument) if isinstance(argument, str) else argument

    model, document = [], dict(start)
    instance = Instance(document)
    lists = [instance.properties, instance.properties, Instance(document).properties]
    wanted = dict(start)
    for act, letters, which in done:
        subject = instance.properties if which == 3 else lists[which]
        arguments = views(letters)
        assert outcome(act, subject, arguments) == outcome(act, model, arguments)
        if model or isinstance(wanted.get("properties"), list):
            wanted["properties"] = [view.get_json() for view in model]
        assert document == wanted
        assert [list(found) for found in (*lists, instance.properties)] == [model] * 4


def test_what_the_parent_gets_is_what_views_of_the_absent_member_show():
    file = File()
    early, late = file.delimiter, file.delimiter
    file.delimiter = Delimiter({"start": "<<"})
    assert [view.get_real_json(None) for view in (early, late)] == ['{"start": "<<"}'] * 2
    del early.start
    late.get_json()["end"] = ">>"
    assert file.get_json() == {"delimiter": {"end": ">>"}}


def test_an_object_that_was_taken_out_belongs_to_no_document():
    file = File()
    taken = file.delimiter
    taken.start = "<<"
    del file.delimiter
    taken.end = ">>"
    assert file.get_json() == {}
    assert file.delimiter.get_json() == {}


def test_an_object_that_nobody_holds_is_forgotten():
    held = weakref.ref(File().delimiter.get_json())
    gc.collect()
    assert held() is None
