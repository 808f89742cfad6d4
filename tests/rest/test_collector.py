"""The pause of the garbage collector while a long list is read."""

import gc
import json
import subprocess
import sys

import pytest

from comodit_client.rest.collector import Paused

HOSTS = [{"name": f"web-{number}", "settings": [{"key": "a"}], "state": "READY"} for number in range(5000)]


@pytest.fixture
def runs():
    """The runs of the collector since the start of the test."""
    found = []

    def note(phase, info):
        if phase == "start":
            found.append(info["generation"])

    gc.collect()
    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)


@pytest.fixture
def hosts(make_client, server):
    server.on("GET", "/organizations/A/environments/E/hosts/", {"items": HOSTS})
    return make_client().hosts("A", "E")


def test_a_long_list_runs_the_collector_a_few_times(hosts, run, runs):
    text = json.dumps({"items": HOSTS})
    runs.clear()
    kept = json.loads(text)
    alone = len(runs)
    run(hosts.count())  # the first request loads modules
    runs.clear()
    listed = run(hosts.list())
    assert len(listed) == len(kept["items"])
    assert len(runs) < alone / 2


def test_the_collector_runs_again_afterwards(hosts, run):
    run(hosts.list())
    assert gc.isenabled()


def test_it_also_runs_after_an_error():
    with pytest.raises(ValueError, match="x"), Paused(10_000):
        assert not gc.isenabled()
        raise ValueError("x")
    assert gc.isenabled()


def test_few_objects_make_no_pause():
    with Paused(10):
        assert gc.isenabled()


def test_a_pause_of_the_caller_stays():
    gc.disable()
    try:
        with Paused(10_000):
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_new_objects_are_old_for_the_collector_at_once():
    """In a process of its own, since the tests freeze their objects, and a freeze of somebody else is left alone."""
    code = """
import gc, json
from comodit_client.rest.collector import Paused
with Paused(10_000):
    found = json.loads(json.dumps([{"n": n} for n in range(10_000)]))
assert (gc.get_freeze_count(), gc.isenabled()) == (0, True)
young = {id(one) for generation in (0, 1) for one in gc.get_objects(generation)}
assert not young & set(map(id, found))
gc.freeze()
frozen = gc.get_freeze_count()
with Paused(10_000):
    other = json.loads(json.dumps([{"n": n} for n in range(10_000)]))
assert gc.get_freeze_count() == frozen
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
