"""Two revisions in turn: what counts as slower, and what is measured."""

from __future__ import annotations

import subprocess

import pytest

from benchmarks import revisions
from benchmarks.loopback import plain_server
from benchmarks.revisions import HOME, Revision, compared, is_slower, pairs


def ratio(*times):
    """Compare a task whose base always takes one second."""
    [found] = compared([({"get": time}, {"get": 1.0}) for time in times])
    return found


@pytest.mark.parametrize(
    ("times", "slower"),
    [
        ((1.06, 1.08, 1.10, 1.07), True),
        ((1.04, 1.03, 1.05, 1.04), False),  # outside the spread, and within 5 %
        ((0.90, 0.95, 1.08, 1.20, 1.30), False),  # over 5 %, and within the spread
        ((0.99, 1.02, 1.08, 1.20, 1.30), True),
        ((0.5, 0.5, 0.5, 0.5), False),
        ((1.2,), True),
    ],
)
def test_slower_is_more_than_the_bound_and_outside_the_spread(times, slower):
    assert is_slower(ratio(*times)) is slower


class Measured:
    """A revision whose tasks take no time; notes when it is measured."""

    def __init__(self, name, order):
        self.name = name
        self.order = order

    def times(self):
        self.order.append(self.name)
        return {"get": float(len(self.order))}


def test_the_revisions_are_measured_in_turn_after_one_run_that_compiles():
    order = []
    found = pairs(Measured("A", order), Measured("B", order), 4)
    assert "".join(order) == "AB" + "BAABBAAB"
    assert found[0] == ({"get": 4.0}, {"get": 3.0})
    assert found[1] == ({"get": 5.0}, {"get": 6.0})


@pytest.mark.parametrize(("time", "status"), [(1.2, 1), (1.0, 0)])
def test_the_exit_status_names_a_slowdown(monkeypatch, capsys, time, status):
    monkeypatch.setattr(revisions, "measured", lambda base, rounds: [ratio(time, time, time)])
    assert revisions.main(["HEAD"]) == status
    assert ("slower" in capsys.readouterr().out) is bool(status)


@pytest.mark.slow
def test_the_tasks_of_the_working_tree_can_be_measured():
    with plain_server() as root:
        times = Revision(HOME, root).times()
    assert {"import", "script", "command", "get", "list", "wire call"} <= times.keys()
    assert min(times.values()) > 0


def test_the_tasks_use_the_modules_of_the_checkout(tmp_path, capfd):
    package = tmp_path / "handwritten" / "comodit_client"
    package.mkdir(parents=True)
    (package / "api.py").write_text("raise SystemExit('of the checkout')")
    with pytest.raises(subprocess.CalledProcessError):
        Revision(tmp_path, "http://127.0.0.1:9").times()
    assert "of the checkout\n" in capfd.readouterr().err
