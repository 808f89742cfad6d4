"""A web cluster of three tiers, from nothing to nothing, in both APIs; the state of the sandbox is the judge."""

import httpx
import pytest

from comodit_client.sandbox import ManualClock, Sandbox
from tests.scenarios.cluster import APPLICATIONS, TIERS, define

O = "/organizations/OOO"  # noqa: E741
E = f"{O}/environments/Shop"
PROVISION_TIME, CHANGE_TIME = 60, 10
RECONFIGURED = ["update file haproxy.cfg", "restart service haproxy"]


class Judge:
    """Looks at the sandbox without the library."""

    def __init__(self, sandbox):
        self._client = httpx.Client(base_url=sandbox.url, auth=("UUU", "PPP"))

    def close(self):
        self._client.close()

    def get(self, url, **query):
        return self._client.get(url, params=query).raise_for_status()

    def names(self, path):
        return [item["name"] for item in self.get(path).json()["items"]]

    def states(self):
        return {host["name"]: host["state"] for host in self.get(f"{E}/hosts/").json()["items"]}

    def address(self, host):
        properties = self.get(f"{E}/hosts/{host}/instance").json()["properties"]
        return next(item["value"] for item in properties if item["key"] == "ip.eth0")

    def file(self, host, path):
        return self.get(f"{E}/hosts/{host}/instance/files", path=path).text

    def backends(self):
        lines = self.file("lb", "/etc/haproxy.cfg").splitlines()
        assert lines.pop(0) == "listen shop"
        return dict(line.removeprefix("  server ").removesuffix(":80").split() for line in lines)

    def work(self):
        """The tasks that hosts were given after their provisioning, by host; a list for each change."""
        paths = {name: f"{E}/hosts/{name}/changes/" for name in self.states()}
        changes = {name: self.get(path, show_processed=True).json()["items"] for name, path in paths.items()}
        return {
            name: [[task["description"] for task in change["tasks"]] for change in found]
            for name, found in changes.items()
            if found
        }


@pytest.fixture
def sandbox():
    with Sandbox(provision_time=PROVISION_TIME, change_time=CHANGE_TIME, clock=ManualClock()) as sandbox:
        yield sandbox


@pytest.fixture
def judge(sandbox):
    judge = Judge(sandbox)
    yield judge
    judge.close()


@pytest.fixture
def org(sandbox, colour, run):
    client = colour.module("client").Client(sandbox.url, "UUU", "PPP")
    yield run(client.get_organization("OOO"))
    run(client.close())


def provision(sandbox, run, env, names):
    """Have machines made, all at once."""
    for name in names:
        host = run(env.hosts().create(name, "", "Cloud", "Demo Distribution", [TIERS.get(name, "Web")]))
        run(host.provision())
    sandbox.advance(PROVISION_TIME)
    hosts = run(env.hosts().wait_for_state("READY", names, timeout=5))
    return {host.name: host for host in hosts}


def finish(sandbox, run, env):
    """Let all pending work be done."""
    sandbox.advance(CHANGE_TIME)
    run(env.hosts().wait_for_state("READY", timeout=5))


def remove(run, host):
    run(run(host.get_instance()).delete())
    run(host.delete())


def build(sandbox, run, org):
    """Make all that the cluster is made of; return its environment and its hosts."""
    for name in APPLICATIONS:
        define(run, org, name)
    env = run(org.environments().create("Shop", "The shop's machines"))
    return env, provision(sandbox, run, env, list(TIERS))


def entry(judge, host):
    return {"name": host, "address": judge.address(host)}


def test_a_web_cluster(sandbox, judge, run, org):
    before = {kind: judge.names(f"{O}/{kind}/") for kind in ("applications", "platforms", "environments")}
    env, hosts = build(sandbox, run, org)
    assert judge.states() == dict.fromkeys(TIERS, "READY")
    assert judge.work() == {}, "what is installed before is a part of the provisioning"
    assert judge.file("web-1", "/etc/shop.conf") == "database = none\n"
    assert judge.file("db", "/etc/pg.conf") == "max_connections = 100\n"
    assert judge.backends() == {}

    # The web tier learns where the database is, through a link to a property of its machine.
    run(hosts["db"].settings().create_property("address", "ip.eth0"))
    run(env.settings().create_link("db_address", "organizations/OOO/environments/Shop/hosts/db/settings/address"))
    update = [["update file shop.conf", "restart service httpd"]]
    assert judge.work() == dict.fromkeys(("web-1", "web-2", "web-3"), update)
    finish(sandbox, run, env)
    assert judge.file("web-3", "/etc/shop.conf") == f"database = {judge.address('db')}\n"

    # The balancer gets its web hosts one by one: the list is appended to in place.
    backends = run(hosts["lb"].settings().create("backends", []))
    for name in ("web-1", "web-2", "web-3"):
        backends.value.append(entry(judge, name))
        run(backends.update())
    assert judge.work()["lb"] == [RECONFIGURED] * 3, "an empty list is no other value than the default"
    assert judge.states() == {**dict.fromkeys(TIERS, "READY"), "lb": "UPDATING"}
    sandbox.advance(2 * CHANGE_TIME)
    finish(sandbox, run, env)
    assert judge.backends() == {name: judge.address(name) for name in ("web-1", "web-2", "web-3")}

    # A fourth web host comes, the first one goes.
    hosts |= provision(sandbox, run, env, ["web-4"])
    setting = run(hosts["lb"].get_setting("backends"))
    setting.value.append(entry(judge, "web-4"))
    run(setting.update())
    setting.value[:] = [item for item in setting.value if item["name"] != "web-1"]
    run(setting.update())
    remove(run, hosts.pop("web-1"))
    sandbox.advance(CHANGE_TIME)
    finish(sandbox, run, env)
    assert judge.backends() == {name: judge.address(name) for name in ("web-2", "web-3", "web-4")}
    assert judge.work()["lb"] == [RECONFIGURED] * 5
    assert sorted(judge.states()) == ["db", "lb", "web-2", "web-3", "web-4"]
    assert judge.file("web-4", "/etc/shop.conf") == f"database = {judge.address('db')}\n"

    # All of it is taken down again.
    for host in hosts.values():
        remove(run, host)
    assert judge.states() == {}
    run(env.delete())
    for name in APPLICATIONS:
        run(run(org.get_application(name)).delete())
    assert {kind: judge.names(f"{O}/{kind}/") for kind in before} == before


def test_a_tier_is_changed_while_it_runs(sandbox, judge, run, org):
    env, _ = build(sandbox, run, org)
    app = run(org.get_application("Web"))
    app.packages.append({"name": "mod_ssl"})
    run(app.update())
    run(run(app.get_file("shop.conf")).set_content(b"tuned\n"))
    run(env.settings().create("debug", True))
    webs = ("web-1", "web-2", "web-3")
    steps = [["add package mod_ssl"], ["update file shop.conf"], ["update file shop.conf", "restart service httpd"]]
    assert judge.work() == dict.fromkeys(webs, steps)
    sandbox.advance(2 * CHANGE_TIME)
    finish(sandbox, run, env)
    assert {judge.file(name, "/etc/shop.conf") for name in webs} == {"tuned\n"}
