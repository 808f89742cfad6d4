"""A plan whose application was killed is applied again, and one that is outdated is not applied."""

from __future__ import annotations

import pytest

from comodit_client.api.planner import ChangePlan, Planner
from comodit_client.rest.exceptions import ImportException, PlanOutdated
from tests.facade.disk.conftest import Kept, points_of
from tests.facade.disk.forks import Forks

from .conftest import change, edit, state_of

#: The number of points at which an application is killed.
POINTS = 20
#: Applies a saved plan; the process kills itself before its n-th request that changes something, or after the response.
SCRIPT = """
import itertools, os, signal, sys
import httpx
from comodit_client.api import Client
from comodit_client.api.planner import ChangePlan

class Mortal(httpx.HTTPTransport):
    def __init__(self, last, when):
        super().__init__()
        self.numbers = itertools.count(1)  # of all threads
        self.last, self.when = last, when

    def handle_request(self, request):
        if request.method == "GET":
            return super().handle_request(request)
        number = next(self.numbers)
        if (number, self.when) == (self.last, "before"):
            os.kill(os.getpid(), signal.SIGKILL)
        response = super().handle_request(request)
        response.read()
        if (number, self.when) == (self.last, "after"):
            os.kill(os.getpid(), signal.SIGKILL)
        return response

def run(url, plan, last, when, parallel):
    with Client(url, "UUU", "PPP", transport=Mortal(last, when)) as client:
        ChangePlan.load(plan).apply(client, parallel=parallel)
"""


class World:
    """The sandbox, as it was before a plan was applied, and as it shall be afterwards."""

    def __init__(self, sandbox, client, folder, home):
        self.client, self._sandbox, self._home = client, sandbox, home
        edit(folder)
        self.plan = Planner(folder, prune=True).plan(client)
        self.plan.save(home / "plan.json")
        self._kept = Kept(home)
        self.reset()  # keeps the state the first time
        self.plan.apply(client)
        self.after = self.state()
        self.reset()

    def state(self):
        return state_of(self.client, self._home / "state")

    def reset(self):
        self._kept.begin("before", self._sandbox, lambda: None)

    def close(self):
        self._kept.close()

    def loaded(self):
        return ChangePlan.load(self._home / "plan.json")


@pytest.fixture
def world(sandbox, client, folder, tmp_path):
    world = World(sandbox, client, folder, tmp_path)
    yield world
    world.close()


@pytest.mark.slow
def test_after_a_kill_the_same_plan_or_a_new_one_comes_to_the_same_end(world, folder, counting, tmp_path):
    requests = len(world.plan.changes)
    arguments = world.client.endpoint, str(tmp_path / "plan.json")
    with Forks(SCRIPT) as forks:
        for number, point in enumerate(points_of(2 * requests, POINTS)):
            world.reset()
            last, when, parallel = (point + 1) // 2, "before" if point % 2 else "after", 4 if number % 4 < 2 else 1
            assert forks.run(*arguments, last, when, parallel) is None
            client, transport = counting()
            plan = world.loaded() if number % 5 else Planner(folder, prune=True).plan(client)
            report = plan.apply(client)
            assert len(transport.written) == len(report.done)
            if parallel == 1:
                assert len(transport.written) == requests - (last - 1 if when == "before" else last)
            assert world.state() == world.after, (last, when, parallel)
    assert world.loaded().apply(world.client).done == ()


def test_a_failed_change_is_reported_and_the_plan_can_be_applied_again(world, counting):
    client, _ = counting(3)
    with pytest.raises((ImportException, ConnectionResetError)):
        world.loaded().apply(client, parallel=1)
    world.loaded().apply(world.client)
    assert world.state() == world.after


def test_a_plan_is_outdated_when_somebody_changes_what_it_changes(world, counting, folder):
    client, transport = counting()
    for edited, path in FOREIGN:
        world.reset()
        edited(world.client)
        before = len(transport.written)
        with pytest.raises(PlanOutdated) as error:
            world.loaded().apply(client)
        assert path in error.value.paths
        assert path in str(error.value)
        assert len(transport.written) == before == 0


def rename_description(client):
    application = client.get_application("OOO", "Wordpress")
    application.description = "somebody else's"
    application.update()


FOREIGN = [
    (rename_description, "applications/Wordpress/definition.json"),
    (
        lambda client: client.get_application("OOO", "Wordpress").get_file("wp-config.php").set_content(b"theirs"),
        "applications/Wordpress/files/wp-config.php",
    ),
    (lambda client: client.get_organization("OOO").settings().create("other", "x"), "definition.json"),
    (
        lambda client: client.get_organization("OOO").applications().create("Tool", "x"),
        "applications/Tool/definition.json",
    ),
    (
        lambda client: client.get_organization("OOO").pipelines().get("Release").stages.create("more"),
        "pipelines/Release/stages/more/definition.json",
    ),
]


def test_changes_of_somebody_else_outside_the_plan_stay(world):
    client = world.client
    client.get_organization("OOO").webhooks().create("Theirs", server_name="example.net")
    host = client.get_host("OOO", "Default", "web")
    host.description = "theirs"
    host.update()
    world.loaded().apply(client)
    assert client.get_host("OOO", "Default", "web").description == "theirs"
    after = world.state()
    theirs = {"webhooks/Theirs/definition.json", "environments/Default/hosts/web/definition.json"}
    assert {key for key in after if after[key] != world.after.get(key)} == theirs


def test_what_was_done_already_is_not_repeated(world, counting, folder):
    change(folder / "definition.json", description="other")
    world.loaded().apply(world.client)
    client, transport = counting()
    assert world.loaded().apply(client).done == ()
    assert transport.written == []
    assert [one.path for one in Planner(folder, prune=True).plan(client).changes] == ["."]
