"""Views are equal when they show one object, and print without telling what is in it."""

from __future__ import annotations

from comodit_client.wire.changes import Task
from comodit_client.wire.hosts import Host
from comodit_client.wire.instances import Instance
from comodit_client.wire.orchestration_contexts import HostQueue
from comodit_client.wire.organizations import OrganizationAccess
from comodit_client.wire.platforms import Driver, Platform


def test_views_on_one_object_are_equal():
    document = {"name": "web-1"}
    assert Host(document) == Host(document)
    assert hash(Host(document)) == hash(Host(document))
    assert len({Host(document), Host(document)}) == 1


def test_views_on_equal_objects_are_not_equal():
    assert Host({"name": "web-1"}) != Host({"name": "web-1"})


def test_a_view_is_not_equal_to_what_is_no_view():
    document = {"name": "web-1"}
    assert Host(document) != document
    assert Host(document) != "web-1"
    assert Host(document) is not None


def test_a_view_stays_in_a_set_when_its_object_changes():
    host = Host({"name": "web-1"})
    hosts = {host}
    host.description = "changed"
    assert host in hosts


def test_the_same_part_read_twice_is_equal():
    platform = Platform({"driver": {"name": "Libvirt"}})
    assert platform.driver == platform.driver
    assert platform.driver in [platform.driver]


def test_a_view_prints_as_its_class_and_its_identity():
    assert repr(Host({"name": "web-1", "description": "x"})) == "Host('web-1')"
    assert repr(Host()) == "Host(None)"
    assert repr(Host({"name": "web-1", "state": "READY"})) == "Host('web-1', state='READY')"
    assert repr(Task({"orderNum": 1, "description": "x", "status": "ERROR"})) == "Task(1, status='ERROR')"
    assert repr(HostQueue({"host": "h", "status": "RUNNING"})) == "HostQueue(host='h', status='RUNNING')"
    assert repr(Driver({"name": "Libvirt"})).startswith("Driver(")


def test_what_prints_tells_no_secret():
    access = OrganizationAccess({"accessKey": "AAA", "secretKey": "SSS"})
    assert "SSS" not in repr(access)
    assert "AAA" not in repr(access)


def test_an_unknown_state_is_handed_through():
    assert Instance({"state": "MELTED"}).state == "MELTED"
    assert Host({"state": ["READY"]}).state == ["READY"]
