"""The texts of failed assertions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

HOSTS = "/organizations/OOO/environments/Default/hosts/"


def message(assertion: Callable[..., None], *arguments, **members) -> str:
    with pytest.raises(AssertionError) as caught:
        assertion(*arguments, **members)
    return str(caught.value)


def test_the_members_that_differ_are_shown_nearest_call_first(api, sandbox) -> None:
    api("POST", HOSTS, {"name": "web-2", "description": "x"})
    api("POST", HOSTS, {"name": "web-1"})
    assert message(sandbox.assert_called, "hosts.create", name="web-1", description="db", status=200) == (
        "hosts.create(name='web-1', description='db', status=200) was not called.\n"
        "Other calls of hosts.create:\n"
        "  POST hosts.create OOO/Default/web-1: description is absent, expected 'db'\n"
        "  POST hosts.create OOO/Default/web-2: name is 'web-2', expected 'web-1', description is 'x', expected 'db'"
    )


def test_another_status_and_a_function(api, sandbox) -> None:
    def is_short(text: str) -> bool:
        return len(text) < 3

    api("POST", HOSTS, {"name": "web-1"})
    assert message(sandbox.assert_called, "hosts.create", name=is_short, status=409) == (
        "hosts.create(name=a value that is_short accepts, status=409) was not called.\n"
        "Other calls of hosts.create:\n"
        "  POST hosts.create OOO/Default/web-1: name is 'web-1', expected a value that is_short accepts, "
        "status is 200, expected 409"
    )


def test_another_number_of_calls(api, sandbox) -> None:
    api("POST", HOSTS, {"name": "web-1"})
    api("POST", HOSTS, {"name": "web-1"}, status=409)
    assert message(sandbox.assert_called, "hosts.create", times=3, name="web-1") == (
        "hosts.create(name='web-1') was called 2 times, expected 3 times. Calls:\n"
        "  POST hosts.create OOO/Default/web-1 200\n"
        "  POST hosts.create OOO/Default/web-1 409: Host web-1 exists already\n"
        "The sandbox received no other requests."
    )
    assert message(sandbox.assert_called, "hosts.create", times=1) == (
        "hosts.create() was called 2 times, expected once. Calls:\n"
        "  POST hosts.create OOO/Default/web-1 200\n"
        "  POST hosts.create OOO/Default/web-1 409: Host web-1 exists already"
    )


def test_a_call_that_was_not_expected(api, sandbox) -> None:
    api("POST", HOSTS, {"name": "web-1"})
    expected = (
        "hosts.create(name='web-1') was called once, expected none. Calls:\n  POST hosts.create OOO/Default/web-1 200"
    )
    assert message(sandbox.assert_not_called, "hosts.create", name="web-1") == expected
    assert message(sandbox.assert_called, "hosts.create", times=0, name="web-1") == expected


def test_calls_of_operations_with_a_similar_name(api, sandbox) -> None:
    api("GET", "/flavors/")
    api("DELETE", f"{HOSTS}web-1", status=404)
    assert message(sandbox.assert_called, "hosts.get", host="web-1") == (
        "hosts.get(host='web-1') was not called.\n"
        "Calls of similar operations:\n"
        "  DELETE hosts.delete OOO/Default/web-1 404: Host web-1 does not exist"
    )


def test_what_was_called_instead(api, sandbox) -> None:
    api("GET", "/flavors/")
    api("GET", "/flavors/")
    api("GET", "/nothing", status=404)
    assert message(sandbox.assert_called, "hosts.create") == (
        "hosts.create() was not called.\nOther requests:\n  flavors.list 2 times\n  GET /api/nothing once"
    )


def test_no_requests_at_all(sandbox) -> None:
    assert message(sandbox.assert_called, "hosts.create") == (
        "hosts.create() was not called.\nThe sandbox received no other requests."
    )


def test_a_change(api, sandbox) -> None:
    api("POST", HOSTS, {"name": "web-1"})
    api("DELETE", f"{HOSTS}web-1")
    assert message(sandbox.assert_nothing_changed) == (
        "2 requests changed something, expected none:\n"
        "  POST hosts.create OOO/Default/web-1 200\n"
        "  DELETE hosts.delete OOO/Default/web-1 204"
    )


def test_an_unexpected_request(api, sandbox) -> None:
    api("GET", "/nothing", status=404)
    assert message(sandbox.assert_no_unexpected) == (
        "1 unexpected request:\n  GET /api/nothing 404: The resource does not exist (no such operation)"
    )


def test_long_values_and_long_lists_are_cut(api, sandbox) -> None:
    for number in range(12):
        api("POST", HOSTS, {"name": f"web-{number}", "description": "x" * 1000})
    text = message(sandbox.assert_called, "hosts.create", description="y")
    assert text.endswith("\n  and 2 more")
    assert text.count("\n") == 12
    assert max(map(len, text.splitlines())) < 250


def test_names_with_line_breaks_stay_on_one_line(api, sandbox) -> None:
    api("DELETE", f"{HOSTS}a%0Ab", status=404)
    api("POST", HOSTS, {"name": "a\nb" + "c" * 200})
    shown = message(sandbox.assert_nothing_changed)
    assert "POST hosts.create OOO/Default/a%0Abccc" in shown
    assert shown.count("\n") == 1
    assert len(shown) < 250
