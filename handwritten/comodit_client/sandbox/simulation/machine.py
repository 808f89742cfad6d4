"""The state of a machine at a given time.

Nothing runs in the background: an instance stores the times of its transitions, and its state is computed from them.
So tests can control time, and a restart changes nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from comodit_client.sandbox.simulation.transitions import STATES, Failure, Timeline
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
#: The course of such a machine.
_AT_ONCE = Timeline({state: 0.0 for state in STATES["provision"] if state != "STOPPED"})
#: The time of READY after a provisioning that failed.
_FAILED = -1.0


def new_machine(
    store: Store, host: Node, driver: str, settings: dict[str, Any], now: float, timeline: Timeline
) -> Document:
    """Return the data of a new machine.

    Args:
        store: The store, which counts machines for their addresses.
        host: The host of the machine.
        driver: The class name of the platform's driver, without its package.
        settings: The values of the platform context's settings, by key.
        now: The current time.
        timeline: The course of its provisioning.
    """
    return _machine(_reserve_numbers(store), host, driver, settings, now, timeline)


def _machine(
    number: int, host: Node, driver: str, settings: dict[str, Any], now: float, timeline: Timeline
) -> Document:
    mac = settings.get("mac_address") or settings.get("vm_mac") or _mac()
    return {
        **_course(now, timeline),
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
    machine = new_machine(store, host, _ATTACHED, {}, now, _AT_ONCE)
    machine["given"] = properties
    machine["hostname"] = given.get("hostname") or machine["hostname"]
    machine["address"] = given.get("ip.eth0") or machine["address"]
    machine["public"] = given.get("publicIp")
    return machine


def more_machines(store: Store, machine: Document, hosts: Sequence[tuple[str, str]]) -> Iterator[Document]:
    """Yield the data of machines like an attached one without properties, for the identifiers and names of hosts."""
    for number, (uuid, name) in enumerate(hosts, _reserve_numbers(store, len(hosts))):
        yield {**machine, **_identity(number, uuid, name, _mac())}


def start_again(machine: Document, now: float, due: float) -> bool:
    """Start a stopped machine at a due time; after its installation, the provisioning continues (S61).

    Returns:
        True if the provisioning continues.
    """
    moments = machine["moments"]
    machine.pop("agent_lost", None)
    if moments["stopped"] > now:
        return False
    moments["stopped"] = NEVER
    rest = machine.get("rest") or _rest_of_old_machine(machine)
    moments |= {name: due + after for name, after in rest["moments"].items()}
    machine["failure"] = rest["failure"]
    return True


def state_of(machine: Document, now: float) -> str:
    """Return the state of an instance (S49)."""
    if now < machine["moments"]["running"]:
        return "PENDING"
    if now >= machine["moments"]["stopped"]:
        return "STOPPED"
    order: Document | None = machine.get("order")
    power: str = order["state"] if order and order["state"] and now >= order["due"] else machine["power"]
    return power


def agent_is_up(machine: Document, now: float) -> bool:
    """Return whether the agent on the machine responds."""
    is_there = now >= machine["moments"]["agent"] and not machine.get("agent_lost")
    return is_there and state_of(machine, now) == "RUNNING"


def is_ready(machine: Document, now: float) -> bool:
    """Return whether the provisioning is complete."""
    ready: float = machine["moments"]["ready"]
    return now >= ready and not machine.get("failure")


def failure_of(machine: Document, now: float) -> str | None:
    """Return the error of a provisioning that has failed, or None."""
    failure: Document | None = machine.get("failure")
    return failure["error"] if failure and now >= machine["moments"]["ready"] else None


def available_from(machine: Document, now: float) -> float:
    """Return the time from which changes can be carried out; `NEVER` if that needs an event."""
    is_blocked = machine.get("failure") or machine.get("agent_lost")
    if is_blocked or state_of(machine, now) not in ("PENDING", "RUNNING"):
        return NEVER
    ready: float = machine["moments"]["ready"]
    return max(now, ready)


def mark_failed(machine: Document) -> None:
    """Mark the provisioning as failed, so that the host is in ERROR."""
    machine["moments"]["ready"] = _FAILED


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


def _course(now: float, timeline: Timeline) -> Document:
    """Return the times of the transitions, and what follows when a machine that stops is started (S61)."""
    moments = dict.fromkeys((state.lower() for state in STATES["provision"]), NEVER)
    failure = _failure(timeline.failure)
    before, stopped, after = _parts(timeline.reached)
    moments |= {state.lower(): now + seconds for state, seconds in before.items()}
    if stopped is None:
        if timeline.failure:
            moments["ready"] = now + timeline.failure.after
        return {"moments": moments, "passed": [], "failure": failure, "rest": None}
    rest = {state.lower(): seconds - stopped for state, seconds in after.items()}
    if timeline.failure:
        rest["ready"] = timeline.failure.after - stopped
    return {"moments": moments, "passed": [], "failure": None, "rest": {"moments": rest, "failure": failure}}


def _parts(reached: Mapping[str, float]) -> tuple[dict[str, float], float | None, dict[str, float]]:
    """Return the states up to STOPPED, the time of STOPPED, if any, and the states after it."""
    stopped = reached.get("STOPPED")
    place = list(reached).index("STOPPED") + 1 if stopped is not None else len(reached)
    items = list(reached.items())
    return dict(items[:place]), stopped, dict(items[place:])


def _failure(failure: Failure | None) -> Document | None:
    return {"stage": failure.stage, "error": failure.error} if failure else None


def _rest_of_old_machine(machine: Document) -> Document:
    """Return what follows for a machine of an older database, or of an archive, which has no course."""
    rest = 0.4 * machine.get("duration", 0.0)
    return {"moments": {"agent": 0.4 * rest, "hostname": 0.7 * rest, "ready": rest}, "failure": None}


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
