"""A test of many things lists every failure, each with its thing."""

from __future__ import annotations

import pytest

from tests.each import differences, each


def failures(names, things, test, **fixtures):
    with pytest.raises(pytest.fail.Exception) as raised:
        each(names, things)(test)(**fixtures)
    return str(raised.value).splitlines()


def test_all_failures_are_listed_of_whatever_kind():
    def test(number):
        assert number != 1, "not one"
        with pytest.raises(ZeroDivisionError):
            1 // (number - 2)

    assert failures("number", [2, 1, "x", 5], test) == [
        "3 of 4 fail:",
        "1: not one",
        "assert 1 != 1",
        "x: TypeError: unsupported operand type(s) for -: 'str' and 'int'",
        "5: Failed: DID NOT RAISE ZeroDivisionError",
    ]


def test_nothing_fails_where_all_pass(tmp_path):
    seen = []
    each("name, number", [("a", 1), ("b", 2)])(lambda name, number: seen.append((name, number)))()
    assert seen == [("a", 1), ("b", 2)]


def test_no_things_are_a_failure():
    with pytest.raises(AssertionError, match="there is no kind to test"):
        each("kind", [])(lambda kind: None)()


@each("kind, name", [(dict, "get")])
def test_a_failure_names_its_thing_and_fixtures_are_passed_on(tmp_path, kind, name):
    def test(where, kind, name):
        assert where == tmp_path
        raise KeyError(name)

    assert failures("kind, name", [(kind, name)], test, where=tmp_path)[1] == "builtins.dict.get: KeyError: 'get'"


def test_only_what_differs_is_told():
    assert differences({"a": 1, "b": 2, "c": 3}, {"b": 2, "c": 4, "d": 5}) == {
        "a": (1, None),
        "c": (3, 4),
        "d": (None, 5),
    }
