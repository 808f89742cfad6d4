"""A wait for a state that the schema does not know warns once, and its timeout says so."""

from __future__ import annotations

from typing import Literal, get_args

import pytest

from comodit_client.rest.exceptions import HostFailed, UnknownState, WaitTimeout
from comodit_client.wire.hosts import HostState
from comodit_client.wire.instances import InstanceState
from tests.exercised import original

HOST = "/organizations/A/environments/E/hosts/h"


@pytest.fixture
def waits(client, server, clock):
    """The waits for a state of a host, of hosts and of an instance."""
    hosts = client.hosts("A", "E")
    server.on("GET", HOST, {"name": "h", "state": "READY"})
    server.on("GET", "/organizations/A/environments/E/hosts/", {"items": [{"name": "h", "state": "READY"}]})
    server.on("GET", f"{HOST}/instance/", {"state": "RUNNING"})
    return {
        "host": hosts.new("h").wait_for_state,
        "hosts": hosts.wait_for_state,
        "instance": hosts.new("h").instance().new().wait_for_state,
    }


@pytest.mark.parametrize(
    ("what", "state", "hint"),
    [
        ("host", "REDAY", ": did you mean 'READY'?"),
        ("host", "ready", ": did you mean 'READY'?"),
        ("host", "MELTED", "."),
        ("host", "", "."),
        ("hosts", "UPDATNG", ": did you mean 'UPDATING'?"),
        ("instance", "RUNING", ": did you mean 'RUNNING'?"),
        ("instance", "READY", "."),
    ],
)
def test_it_warns_once_and_the_timeout_says_so(waits, run, what, state, hint):
    with pytest.warns(UnknownState) as warned, pytest.raises(WaitTimeout) as raised:
        run(waits[what](state, timeout=20))
    assert len(warned) == 1
    assert f"{state!r} as a state of {'an' if what == 'instance' else 'a'} " in str(warned[0].message)
    assert f"{hint} The known states" in str(warned[0].message)
    assert f"The schema does not know {state!r}" in str(raised.value)


def test_the_known_states_are_listed(waits, run):
    with pytest.warns(UnknownState, match="known states are DEFINED, PROVISIONING, READY, UPDATING, ERROR"):
        run(waits["host"]("READY", failures=["EROR"]))
    listed = pytest.warns(UnknownState, match="known states are UNDEFINED, PENDING, RUNNING, PAUSED, STOPPED")
    with listed, pytest.raises(WaitTimeout):
        run(waits["instance"]("X", timeout=1))


@pytest.mark.parametrize("odd", [None, 5, [], {"READY"}])
def test_what_is_no_state_warns_as_well(waits, run, odd):
    with pytest.warns(UnknownState), pytest.raises(WaitTimeout):
        run(waits["host"](odd, timeout=1))


def test_several_unknown_states_are_one_warning(waits, run):
    with pytest.warns(UnknownState, match=r"'EROR'.*'MELTED'") as warned:
        run(waits["hosts"]("READY", failures=["EROR", "MELTED", "EROR"]))
    assert len(warned) == 1


def test_an_unknown_state_can_be_reached_or_end_the_wait(client, clock, server, run):
    host = client.hosts("A", "E").new("h")
    server.on("GET", HOST, {"name": "h", "state": "MELTED"})
    with pytest.warns(UnknownState):
        run(host.wait_for_state("MELTED"))
    with pytest.warns(UnknownState), pytest.raises(HostFailed, match=r"it is MELTED\. Fix"):
        run(host.wait_for_state("READY", failures="MELTED"))


def test_known_states_do_not_warn(waits, run):
    for state in _known(HostState):
        run(waits["host"]("READY", failures=[state]))
    run(waits["instance"]("RUNNING"))


def test_types_of_states_are_read_open_or_closed(colour):
    check = colour.module("_shared.states").check_states
    for known in (Literal["A", "B"], Literal["A", "B"] | str):
        assert check("a host", known, ["A", "B"]) == ""
        with pytest.warns(UnknownState, match="The known states are A, B"):
            assert check("a host", known, ["C"]) == "The schema does not know 'C' as a state of a host. "


def test_the_warning_points_at_the_line_of_the_caller(waits, colour, run):
    host = waits["host"].__self__
    wait = original(type(host).wait_for_state)
    with pytest.warns(UnknownState) as warned:
        if colour.is_async:

            async def script():
                await wait(host, "READY", failures="EROR")

            run(script())
        else:
            wait(host, "READY", failures="EROR")
    assert warned[0].filename == __file__


def _known(alias):
    return [value for part in (alias, *get_args(alias)) for value in get_args(part) if isinstance(value, str)]


def test_the_schema_has_states():
    assert "READY" in _known(HostState)
    assert "RUNNING" in _known(InstanceState)
