"""Old names of arguments work: they warn once at the caller's line, and not beside the new name."""

from __future__ import annotations

import inspect
import linecache
import warnings

import pytest

from comodit_client.rest.deprecated import renamed
from comodit_client.rest.exceptions import WaitTimeout
from tests.exercised import original

HOSTS = "/organizations/A/environments/E/hosts/"
PENDING = {"orderNum": 1, "changeId": "key", "tasks": [{"status": "PENDING"}]}


def waits(client):
    """Every wait with the path that it polls, a response that never reaches the goal, and the other arguments."""
    hosts = client.hosts("A", "E")
    host = hosts.new("h")
    instance = host.instance().new()
    orchestration = client.orchestration_contexts("A", "o").new({"uuid": "u"})
    pipeline = client.pipeline_contexts("A", "p").new({"uuid": "u"})
    changes = {"items": [PENDING]}
    contexts = {"uuid": "u", "status": "RUNNING"}
    return {
        "host.wait_for_state": (host.wait_for_state, f"{HOSTS}h", {"name": "h"}, ["READY"]),
        "host.wait_for_pending_changes": (host.wait_for_pending_changes, f"{HOSTS}h/changes/", changes, []),
        "host.wait_for_change_terminated": (host.wait_for_change_terminated, f"{HOSTS}h/changes/", changes, ["key"]),
        "hosts.wait_for_state": (hosts.wait_for_state, HOSTS, {"items": [{"name": "h"}]}, ["READY"]),
        "instance.wait_for_state": (instance.wait_for_state, f"{HOSTS}h/instance", {}, ["RUNNING"]),
        "instance.wait_for_property": (instance.wait_for_property, f"{HOSTS}h/instance", {}, ["key"]),
        "instance.wait_for_address": (instance.wait_for_address, f"{HOSTS}h/instance", {}, []),
        "orchestration.wait_finished": (
            orchestration.wait_finished,
            "/organizations/A/orchestrations/o/contexts/u",
            contexts,
            [],
        ),
        "pipeline.wait_finished": (pipeline.wait_finished, "/organizations/A/pipelines/p/contexts/u", contexts, []),
    }


WAITS = [
    *(f"host.wait_for_{goal}" for goal in ("state", "pending_changes", "change_terminated")),
    "hosts.wait_for_state",
    *(f"instance.wait_for_{goal}" for goal in ("state", "property", "address")),
    "orchestration.wait_finished",
    "pipeline.wait_finished",
]


@pytest.mark.parametrize("name", WAITS)
def test_time_out_means_timeout(client, server, run, clock, name):
    call, path, response, arguments = waits(client)[name]
    server.on("GET", path, response)
    began = clock.now
    with (
        pytest.warns(DeprecationWarning, match=r"\(\): the argument 'time_out' is deprecated; use 'timeout' instead"),
        pytest.raises(WaitTimeout, match="after 3 s"),
    ):
        run(call(*arguments, time_out=3))
    assert clock.now == began + 3


@pytest.mark.parametrize("name", WAITS)
def test_time_out_beside_timeout_is_an_error(client, server, run, name):
    call, _, _, arguments = waits(client)[name]
    with pytest.raises(TypeError, match="'timeout' and also its old name 'time_out': pass 'timeout' only"):
        run(call(*arguments, timeout=3, time_out=3))
    assert server.asked == []


def test_all_waits_are_tested(client):
    assert set(waits(client)) == set(WAITS)
    hosts = client.hosts("A", "E")
    kinds = {"hosts": hosts, "host": hosts.new("h"), "instance": hosts.new("h").instance().new()}
    found = {f"{kind}.{name}" for kind, one in kinds.items() for name in dir(one) if name.startswith("wait_")}
    assert found == {name for name in WAITS if not name.endswith("wait_finished")}


@pytest.mark.parametrize(
    ("old", "new", "member"),
    [("plat", "platform", "platform"), ("dist", "distribution", "distribution"), ("apps", "applications", None)],
)
def test_hosts_take_the_old_names(client, server, run, old, new, member):
    hosts = client.hosts("A", "E")
    server.on("POST", HOSTS, {"name": "h"})
    with pytest.warns(DeprecationWarning, match=rf"new\(\): the argument '{old}' is deprecated; use '{new}' instead"):
        host = hosts.new("h", **{old: "value"})
    with pytest.warns(DeprecationWarning, match=rf"create\(\): the argument '{old}' is deprecated"):
        run(hosts.create("h", **{old: "value"}))
    assert host.get_json() == server.last.json
    assert (server.last.json["applications"] == ["value"]) if member is None else (server.last.json[member] == "value")


CREATES = {
    "files": ({"file_path": "/etc/a"}, {"path": "/etc/a"}, "application"),
    "applications": ({"app_name": "W"}, {"application": "W"}, "host"),
    "platform": ({"plat_name": "P"}, {"platform": "P"}, "host"),
    "distribution": ({"dist_name": "D"}, {"distribution": "D"}, "host"),
    "app_store": ({"app_uuid": "U"}, {"application": "U"}, "client"),
    "dist_store": ({"dist_uuid": "U"}, {"distribution": "U"}, "client"),
    "purchased_apps": ({"pub_uuid": "U"}, {"published": "U"}, "organization"),
    "host_groups": ({"json_data": {"name": "n"}}, {"name": "n"}, "organization"),
}


@pytest.mark.parametrize("collection", CREATES)
def test_what_is_created_takes_the_old_names(client, server, run, collection):
    old, new, owner = CREATES[collection]
    organization = client.organizations().new("A")
    owners = {
        "client": client,
        "organization": organization,
        "application": organization.applications().new("W"),
        "host": client.hosts("A", "E").new("h"),
    }
    entities = getattr(owners[owner], collection)()
    others = {"name": "n"} if collection in ("files", "purchased_apps") else {}
    wanted = entities.new(**new, **others).get_json()
    server.on("POST", f"/{entities.url}", wanted)
    server.on("POST", f"/{entities.url.removesuffix('/')}", wanted)
    for call in (entities.new, entities.create):
        (argument,) = old
        with pytest.warns(DeprecationWarning, match=rf"{call.__name__}\(\): the argument '{argument}' is deprecated"):
            assert run(call(**old, **others)).get_json() == wanted
    assert server.last.json == wanted


def test_a_handler_of_an_orchestration_takes_the_old_name_of_its_object(client):
    handlers = client.orchestration_handlers("A", "o")
    with pytest.warns(DeprecationWarning, match="use 'name' instead"):
        assert handlers.new(json_data={"name": "h"}).get_json() == {"name": "h"}


def test_the_name_of_an_application_key_was_called_its_token(client, server, run):
    server.on("GET", "/organizations/A/applicationkeys/deploy", {"name": "deploy"})
    with pytest.warns(DeprecationWarning, match="the argument 'token' is deprecated; use 'name' instead"):
        key = run(client.get_application_key("A", token="deploy"))
    assert key.name == run(client.get_application_key("A", "deploy")).name == "deploy"


def test_an_old_name_beside_the_new_one_creates_nothing(client, server, run):
    hosts = client.hosts("A", "E")
    for call in (hosts.new, hosts.create):
        with pytest.raises(TypeError, match="'platform' and also its old name 'plat'"):
            run(call("h", platform="a", plat="b"))
        with pytest.raises(TypeError, match="multiple values"), pytest.warns(DeprecationWarning):
            run(call("h", "", "a", plat="b"))
    assert server.asked == []


def test_old_and_new_names_of_different_arguments_go_together(client):
    with pytest.warns(DeprecationWarning) as caught:
        host = client.hosts("A", "E").new("h", platform="p", dist="d")
    assert (host.get_json()["platform"], host.get_json()["distribution"]) == ("p", "d")
    assert len(caught) == 1


def test_positions_and_new_names_do_not_warn(client):
    hosts = client.hosts("A", "E")
    positional = hosts.new("h", "text", "p", "d", ["a"])
    named = hosts.new("h", "text", platform="p", distribution="d", applications=["a"])
    assert positional.get_json() == named.get_json()


def test_the_warning_is_given_once_at_the_callers_line(colour, client, server, clock):
    host = client.hosts("A", "E").new("h")
    server.on("GET", f"{HOSTS}h", {"name": "h", "state": "READY"})
    wait = original(type(host).wait_for_state)
    if colour.is_async:

        async def script():
            for _ in range(2):
                await wait(host, "READY", time_out=3)  # first line
            await wait(host, "READY", time_out=3)  # second line

        call = script
    else:

        def call():
            for _ in range(2):
                wait(host, "READY", time_out=3)  # first line
            wait(host, "READY", time_out=3)  # second line

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        colour.run(call())
    assert {one.filename for one in caught} == {__file__}
    lines = [linecache.getline(one.filename, one.lineno).rpartition("# ")[2].strip() for one in caught]
    assert lines == ["first line", "second line"]


def test_functions_stay_what_they_are(colour, client):
    hosts = client.hosts("A", "E")
    for function in (hosts.create, hosts.wait_for_state, hosts.new("h").wait_for_state):
        method = original(inspect.getattr_static(type(function.__self__), function.__name__))
        assert inspect.iscoroutinefunction(method) == colour.is_async
        assert not {"time_out", "plat", "dist", "apps"} & inspect.signature(function).parameters.keys()
        assert function.__doc__


def test_other_errors_of_a_call_are_as_ever():
    @renamed(old="new")
    def function(new):
        return new

    assert function(1) == function(new=1) == 1
    with pytest.raises(TypeError, match="unexpected keyword argument 'other'"):
        function(other=1)
