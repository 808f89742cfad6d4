"""Whole scenarios in both APIs, replayed from cassettes."""

import json
from pathlib import Path
from urllib.parse import urljoin

import httpx
import pytest

from comodit_client.rest.exceptions import ChangeFailed
from tests.scenarios.cluster import APPLICATIONS, TIERS, define

CASSETTES = Path(__file__).resolve().parent / "cassettes"
SETTINGS = {"wp_admin_password": "pa55-of-wp", "wp_admin_email": "YYY@ZZZ"}
WAIT = 60


def provisioned(run, env, name, applications=(), platform="Demo Platform"):
    host = run(env.hosts().create(name, "", platform, "Demo Distribution", list(applications)))
    run(host.provision())
    run(host.wait_for_state("READY", timeout=WAIT))
    return host


def remove(run, host):
    run(run(host.get_instance()).delete())
    run(host.delete())


def test_quick_start(connect, run):
    env = run(run(connect().get_organization("OOO")).get_environment("Default"))
    host = provisioned(run, env, "my-new-host")
    run(host.install("Wordpress", SETTINGS))
    run(host.wait_for_pending_changes(timeout=WAIT))
    assert run(host.get_instance()).get_property("publicDnsName").endswith(".cloud.sandbox.example")
    remove(run, host)
    assert run(env.hosts().list()) == []


def test_web_cluster(connect, run):
    org = run(connect().get_organization("OOO"))
    for name in APPLICATIONS:
        define(run, org, name)
    env = run(org.environments().create("Shop", "The shop's machines"))
    hosts = {name: provisioned(run, env, name, [application], "Cloud") for name, application in TIERS.items()}

    # The web tier follows a link to the address of the database.
    run(hosts["db"].settings().create_property("address", "ip.eth0"))
    run(env.settings().create_link("db_address", "organizations/OOO/environments/Shop/hosts/db/settings/address"))
    run(env.hosts().wait_for_state("READY", timeout=WAIT))
    address = run(hosts["db"].get_instance()).get_property("ip.eth0")
    rendered = run(run(hosts["web-2"].get_instance()).get_file_content("/etc/shop.conf")).read()
    assert rendered.decode() == f"database = {address}\n"

    # The balancer gets its web hosts.
    web = [{"name": name, "address": "192.0.2.1"} for name in ("web-1", "web-2", "web-3")]
    run(hosts["lb"].settings().create("backends", web))
    run(hosts["lb"].wait_for_pending_changes(timeout=WAIT))
    rendered = run(run(hosts["lb"].get_instance()).get_file_content("/etc/haproxy.cfg")).read()
    assert rendered.decode().count("192.0.2.1:80") == 3

    for host in hosts.values():
        remove(run, host)
    run(env.delete())


def test_login_with_a_second_factor(connect, run):
    codes = ["123456"]
    client = connect(mfa=codes.pop)
    assert run(client.get_organization("OOO")).name == "OOO"
    assert [org.name for org in run(client.organizations().list())] == ["OOO"]
    assert codes == [], "one code for both requests"


def test_export_and_import(connect, run, colour, tmp_path):
    client = connect()
    org = run(client.get_organization("OOO"))
    define(run, org, "Web")
    run(colour.module("exporter").Export().export_organization(org, tmp_path / "OOO"))
    definition = tmp_path / "OOO" / "definition.json"
    definition.write_text(json.dumps(json.loads(definition.read_text()) | {"name": "Copy"}))
    run(colour.module("importer").Import().import_organization(client, tmp_path / "OOO"))
    copy = run(run(client.get_organization("Copy")).get_application("Web"))
    content = run(run(copy.get_file("shop.conf")).get_content()).read()
    assert content.decode() == APPLICATIONS["Web"][2]


def test_change_that_fails(connect, run, comodit_cassette):
    env = run(run(connect().get_organization("OOO")).get_environment("Default"))
    host = provisioned(run, env, "web-1")
    failure = {"host": ["OOO", "Default", "web-1"], "task": "add package httpd", "error": "disk full"}
    httpx.post(urljoin(comodit_cassette.url, "/sandbox/fail"), json=failure).raise_for_status()
    run(host.install("Wordpress", SETTINGS))
    with pytest.raises(ChangeFailed) as failed:
        run(host.wait_for_pending_changes(timeout=WAIT))
    assert [task.error for task in failed.value.tasks] == ["disk full"]
    run(host.refresh())
    assert host.state == "ERROR"


def test_no_cassette_holds_a_secret():
    files = sorted(CASSETTES.glob("*.yaml"))
    assert len(files) == 12
    secrets = ("PPP", "VVVVOlBQUA", "authorization", "pa55-of-wp", "eyJ", "123456", "127.0.0.1")
    assert [(file.name, secret) for file in files for secret in secrets if secret in file.read_text()] == []
