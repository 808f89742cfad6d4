"""The known drivers of platforms (S122 to S130)."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from attrs import frozen

from comodit_client.sandbox.errors import ApiError, bad_request
from comodit_client.sandbox.near_names import unknown
from comodit_client.sandbox.simulation.machine import DRIVERS

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document


@frozen
class _Driver:
    """A known driver.

    Attributes:
        name: The name of the driver.
        required: The settings that a platform with this driver needs.
        parameters: The parameters that the driver adds to a platform.
        has_images: Whether the driver supports images of machines.
    """

    name: str
    required: tuple[str, ...] = ()
    parameters: tuple[Document, ...] = ()
    has_images: bool = True


def _parameter(key: str, description: str, kind: str, value: object = None) -> Document:
    return {"name": key, "key": key, "description": description, "schema": {"type": kind}, "value": value}


_CLOUD_STACK = ("cloudstack.api", "cloudstack.username", "cloudstack.password", "cloudstack.domain")
_VM_WARE = ("serverUrl", "username", "password", "datacenter", "datastore")
_KNOWN = {
    "AmazonEc2Driver": _Driver("Amazon EC2"),
    "CloudStackDriver": _Driver("CloudStack", _CLOUD_STACK),
    "EucalyptusDriver": _Driver("Eucalyptus"),
    "FreeDriver": _Driver("Free", has_images=False),
    "LibvirtDriver": _Driver(
        "Libvirt",
        ("libvirt.connectUrl",),
        (
            _parameter("vm_mac", "Hardware address, generated when left out", "string"),
            _parameter("vm_memory", "Memory in MB", "integer", 1024),
            _parameter("vm_capacity", "Disk in MB", "integer", 3072),
            _parameter("vm_nvirtcpus", "Number of processors", "integer", 1),
            _parameter("vm_arch", "Architecture", "string", "x86_64"),
        ),
    ),
    "OpenStackDriver": _Driver("OpenStack"),
    "PxeDriver": _Driver("PXE", (), (_parameter("mac_address", "Hardware address of the machine", "string"),), False),
    "RackspaceDriver": _Driver("Rackspace"),
    "RackspaceDriver2": _Driver("Rackspace"),
    "SynapseAgentDriver": _Driver("Synapse agent", has_images=False),
    "VmWareDriver": _Driver("VMware", tuple(f"vmware.{name}" for name in _VM_WARE)),
}


def class_of(driver: Document | None) -> str:
    """Return the class name of a platform's driver without the package; "" without a driver."""
    name: str = (driver or {}).get("className") or ""
    return name.removeprefix(DRIVERS)


def driver_document(driver: Document) -> Document:
    """Return a platform's driver as the API returns it: with its name if the driver is known.

    Classes of other packages are accepted, since a service can have drivers of its own.

    Raises:
        ApiError: ComodIT's own package has no such driver (S124), or the name seems to be misspelt.
    """
    name = class_of(driver)
    known = _KNOWN.get(name)
    if known is None and name and _is_misspelt(driver["className"]):
        raise bad_request(unknown(f"driver in {DRIVERS.rstrip('.')}", name, _KNOWN))
    return {**driver, "name": known.name} if known else driver


def _is_misspelt(class_name: str) -> bool:
    """Return whether an unknown class is of ComodIT's own package, or almost has the name of one there."""
    own = [*_KNOWN, *(DRIVERS + name for name in _KNOWN)]
    return class_name.startswith(DRIVERS) or bool(get_close_matches(class_name, own, n=1, cutoff=0.85))


def default_parameters(driver: Document | None) -> tuple[Document, ...]:
    """Return the parameters that a driver adds to a platform created with default=true (S123)."""
    known = _KNOWN.get(class_of(driver))
    return known.parameters if known else ()


def has_images(driver: Document | None) -> bool:
    """Return whether a driver supports images of machines; unknown drivers are assumed to."""
    known = _KNOWN.get(class_of(driver))
    return known is None or known.has_images


def behaviours_of(driver: Document | None, uses_settings: bool) -> list[str]:
    """Return the behaviours of `parity` for a new platform.

    Args:
        driver: The driver, if any.
        uses_settings: Whether the driver adds its parameters or checks the settings.
    """
    name = class_of(driver)
    if name and name not in _KNOWN:
        return ["platforms.unknown-driver"]
    if not name or not uses_settings:
        return []
    known = _KNOWN[name]
    return ["platforms.driver" if known.required or known.parameters else "platforms.driver-settings"]


def check_settings(driver: Document | None, settings: list[Document]) -> None:
    """Check the settings of a platform created with test=true (S123).

    Raises:
        ApiError: A setting that the driver requires is missing.
    """
    known = _KNOWN.get(class_of(driver))
    given = {setting.get("key") for setting in settings}
    missing = [key for key in (known.required if known else ()) if key not in given]
    if missing:
        raise ApiError(400, *(f"The driver requires the setting {key}" for key in missing))
