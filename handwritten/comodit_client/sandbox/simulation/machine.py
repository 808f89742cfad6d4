"""The state of a machine at a given time.

Nothing runs in the background: an instance stores the times of its transitions, and its state is computed from them.
So tests can control time, and a restart changes nothing.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.state.clock import NEVER
from comodit_client.sandbox.state.ids import new_token, new_uuid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from comodit_client.sandbox.state.store import Document, Node, Store

DRIVERS = "com.guardis.cortex.server.driver."
#: Drivers without a cloud that assigns public addresses (S59).
_WITHOUT_CLOUD = {"FreeDriver", "LibvirtDriver", "PxeDriver", "SynapseAgentDriver", "VmWareDriver"}
#: The driver of a machine that existed before.
_ATTACHED = "SynapseAgentDriver"
#: The transitions as fractions of the provisioning time. The agent reports before the host is READY (S58).
_MOMENTS = {"running": 0.3, "address": 0.4, "agent": 0.7, "hostname": 0.85, "ready": 1.0}
#: A libvirt machine stops after its installation and must be started (S61).
_STOPS_AFTER = 0.6


def new_machine(
    store: Store, host: Node, driver: str, settings: dict[str, Any], now: float, duration: float
) -> Document:
    """Return the data of a new machine.

    Args:
        store: The store, which counts machines for their addresses.
        host: The host of the machine.
        driver: The class name of the platform's driver, without its package.
        settings: The values of the platform context's settings, by key.
        now: The current time.
        duration: The seconds until the host is READY.
    """
    return _machine(_reserve_numbers(store), host, driver, settings, now, duration)


def _machine(number: int, host: Node, driver: str, settings: dict[str, Any], now: float, duration: float) -> Document:
    mac = settings.get("mac_address") or settings.get("vm_mac") or _mac()
    return {
        "moments": _timeline(now, duration, driver),
        "duration": duration,
        "power": "RUNNING",
        "locked": False,
        "libvirt": [new_uuid(), new_uuid()] if driver == "LibvirtDriver" else None,
        "public": None if driver in _WITHOUT_CLOUD else f"198.18.{number // 250}.{number % 250 + 1}",
        **_identity(number, host.doc["uuid"], host.name, mac),
    }


def _identity(number: int, uuid: str, host: str, mac: object) -> Document:
    """Return the data that no two machines share."""
    return {
        "queue": f"host.{uuid}",
        "mac": str(mac).upper(),
        "address": f"10.{number // 62500}.{number // 250 % 250}.{number % 250 + 2}",
        "hostname": f"{_slug(host)}.sandbox.example",
        "vnc": {"token": new_token(24), "hostname": "hypervisor.sandbox.example", "port": str(5900 + number % 100)},
    }


def attached_machine(store: Store, host: Node, properties: list[Document], now: float) -> Document:
    """Return the data of an existing machine with the given properties (S51)."""
    given = {item["key"]: item.get("value") for item in properties}
    machine = new_machine(store, host, _ATTACHED, {}, now, 0.0)
    machine["given"] = properties
    machine["hostname"] = given.get("hostname") or machine["hostname"]
    machine["address"] = given.get("ip.eth0") or machine["address"]
    machine["public"] = given.get("publicIp")
    return machine


def more_machines(store: Store, machine: Document, hosts: Sequence[tuple[str, str]]) -> Iterator[Document]:
    """Yield the data of machines like an attached one without properties, for the identifiers and names of hosts."""
    for number, (uuid, name) in enumerate(hosts, _reserve_numbers(store, len(hosts))):
        yield {**machine, **_identity(number, uuid, name, _mac())}


def start_again(machine: Document, now: float) -> None:
    """Start a stopped machine; after its installation, the provisioning continues (S61)."""
    machine["power"] = "RUNNING"
    moments = machine["moments"]
    if moments["stopped"] <= now:
        rest = machine["duration"] * (1 - _STOPS_AFTER)
        moments["stopped"] = NEVER
        moments.update(agent=now + rest * 0.4, hostname=now + rest * 0.7, ready=now + rest)


def state_of(machine: Document, now: float) -> str:
    """Return the state of an instance (S49)."""
    if now < machine["moments"]["running"]:
        return "PENDING"
    if now >= machine["moments"]["stopped"]:
        return "STOPPED"
    power: str = machine["power"]
    return power


def agent_is_up(machine: Document, now: float) -> bool:
    """Return whether the agent on the machine responds."""
    return state_of(machine, now) == "RUNNING" and now >= machine["moments"]["agent"]


def is_ready(machine: Document, now: float) -> bool:
    """Return whether the provisioning is complete."""
    ready: float = machine["moments"]["ready"]
    return now >= ready


def properties_of(machine: Document, now: float) -> list[Document]:
    """Return the properties that are known at a given time (S54, S55, S58, S59)."""
    if "given" in machine:
        given: list[Document] = machine["given"]
        return given
    found = {"amqp.user_queue": machine["queue"], "mac": machine["mac"]}
    if machine["libvirt"]:
        found["libvirt.uuid"], found["libvirt.hostUuid"] = machine["libvirt"]
    if machine["public"] and now >= machine["moments"]["address"]:
        found["publicIp"] = machine["public"]
        found["publicDnsName"] = f"ip-{machine['public'].replace('.', '-')}.cloud.sandbox.example"
    if now >= machine["moments"]["agent"]:
        found["ip.eth0"] = machine["address"]
    if now >= machine["moments"]["hostname"]:
        found["hostname"] = machine["hostname"]
    return [{"key": key, "value": value} for key, value in found.items()]


def _timeline(now: float, duration: float, driver: str) -> Document:
    moments = {name: now + part * duration for name, part in _MOMENTS.items()}
    moments["stopped"] = NEVER
    if driver == "LibvirtDriver":
        moments.update(stopped=now + _STOPS_AFTER * duration, agent=NEVER, hostname=NEVER, ready=NEVER)
    return moments


def _reserve_numbers(store: Store, count: int = 1) -> int:
    """Return the first of some numbers that no other machine gets."""
    root = store.root()
    number: int = root.data.get("machines", 0)
    root.data["machines"] = number + count
    store.save(root)
    return number


def _mac() -> str:
    return "52:54:00:" + secrets.token_bytes(3).hex(":")


def _slug(name: str) -> str:
    if name.isascii() and name.replace("-", "").isalnum():
        return name.lower().strip("-")
    return (
        "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name.lower()).strip("-")
        or "host"
    )
