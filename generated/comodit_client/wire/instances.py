# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The virtual or physical machine behind a host; a host has at most one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.instances import (
        HostDataDict,
        HostDataMembers,
        InstanceDict,
        InstanceMembers,
        PropertyDict,
        PropertyMembers,
        SensorStatusDict,
        SensorStatusMembers,
        VncDict,
        VncMembers,
    )
    from comodit_client.wire.platforms import Image

#: State of a machine.
InstanceState: TypeAlias = Literal["UNDEFINED", "PENDING", "RUNNING", "PAUSED", "STOPPED"]

#: State of an agent.
AgentState: TypeAlias = Literal["Up", "Down"]


class Instance(View):
    """The virtual or physical machine behind a host."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "organization": "organization",
        "environment": "environment",
        "host": "host",
        "state": "state",
        "synapseState": "agent_state",
        "hostname": "hostname",
        "locked": "locked",
        "properties": "properties",
        "hostData": "host_data",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "properties": "properties",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: InstanceDict | None = None, **members: Unpack[InstanceMembers]) -> None: ...

    @property
    def organization(self) -> str | None:
        """Name of the organization that owns the host."""
        return self._data.get("organization")

    @property
    def environment(self) -> str | None:
        """Name of the environment that holds the host."""
        return self._data.get("environment")

    @property
    def host(self) -> str | None:
        """Name of the host."""
        return self._data.get("host")

    @property
    def state(self) -> InstanceState | str | None:
        """State of the machine."""
        return self._data.get("state")

    @property
    def agent_state(self) -> AgentState | str | None:
        """State of the agent on the machine."""
        return self._data.get("synapseState")

    @property
    def hostname(self) -> str | None:
        """Host name of the machine, possibly fully qualified."""
        return self._data.get("hostname")

    @property
    def locked(self) -> bool | None:
        """Whether the instance is protected against changes."""
        return self._data.get("locked")

    @property
    def properties(self) -> ViewList[Property, Property | PropertyDict]:
        """Properties reported by the platform and the agent. Set them only to attach a machine."""
        return self._views("properties", Property)

    @properties.setter
    def properties(self, value: Iterable[Property | PropertyDict] | None) -> None:
        self._set_views("properties", value)

    @properties.deleter
    def properties(self) -> None:
        self._data.pop("properties", None)

    @property
    def host_data(self) -> HostData:
        """The properties as an object."""
        return self._nested("hostData", HostData)


class Property(View):
    """A property of a machine."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "key"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "value": "value",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "value": "value",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: PropertyDict | None = None, **members: Unpack[PropertyMembers]) -> None: ...

    @property
    def key(self) -> str:
        """Key of the property, e.g. ip.eth0, hostname, publicIp, publicDnsName, mac or libvirt.uuid."""
        value: str = self._data.get("key", NULL)
        return value

    @key.setter
    def key(self, value: str) -> None:
        self._data["key"] = value

    @property
    def value(self) -> str | None:
        """Value of the property, as text."""
        return self._data.get("value")

    @value.setter
    def value(self, value: str | None) -> None:
        self._data["value"] = value

    @value.deleter
    def value(self) -> None:
        self._data.pop("value", None)


class HostData(View):
    """Properties reported by the agent."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "hostname": "hostname",
        "ip": "ip",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(self, json_data: HostDataDict | None = None, **members: Unpack[HostDataMembers]) -> None: ...

    @property
    def hostname(self) -> str | None:
        """Host name of the machine, possibly fully qualified."""
        return self._data.get("hostname")

    @property
    def ip(self) -> dict[str, str] | None:
        """Addresses by the name of the network interface, e.g. eth0, and external."""
        return self._data.get("ip")


class Vnc(View):
    """Address of the VNC server of a machine."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "token": "token",
        "hostname": "hostname",
        "port": "port",
    }
    SECRETS: ClassVar[frozenset[str]] = frozenset(
        {
            "token",
        }
    )
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(self, json_data: VncDict | None = None, **members: Unpack[VncMembers]) -> None: ...

    @property
    def token(self) -> str | None:
        """Token for the VNC server."""
        return self._data.get("token")

    @property
    def hostname(self) -> str | None:
        """Host name or address of the VNC server."""
        return self._data.get("hostname")

    @property
    def port(self) -> str | None:
        """Port of the VNC server, as text."""
        return self._data.get("port")


class SensorStatus(View):
    """Reading of a sensor."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "status": "status",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: SensorStatusDict | None = None, **members: Unpack[SensorStatusMembers]
        ) -> None: ...

    @property
    def status(self) -> dict[str, Any] | None:
        """Value by the name of the sensor."""
        return self._data.get("status")


def get(
    organization: str,
    environment: str,
    host: str,
) -> Request[Instance]:
    """Get the instance of the host.

    The server returns 404 for a host without an instance.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response is an Instance: the instance.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S48, S50, S63, host.
    """
    return Request(
        "instances.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/",
        "object",
        Instance,
    )


def create(
    organization: str,
    environment: str,
    host: str,
    body: Mapping[str, Any],
) -> Request[Instance]:
    """Provision the host.

    The platform creates a machine. The server then installs the distribution and the host's applications on it.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        body: The request body.

    Returns:
        The request. Its response is an Instance: the instance being created.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S50, host.
    """
    return Request(
        "instances.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/",
        "object",
        Instance,
        body=unwrapped(body),
        timeout_class="long",
    )


def delete(
    organization: str,
    environment: str,
    host: str,
    *,
    force: bool | None = None,
) -> Request[None]:
    """Delete the instance and destroy its machine.

    This destroys the machine's storage too. The host stays defined.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        force: Whether to delete the instance even if the platform's driver cannot stop the machine.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S50, S140, host.
    """
    return Request(
        "instances.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/",
        "nothing",
        identity,
        query=drop_none(
            {
                "force": force,
            }
        ),
        timeout_class="long",
    )


def create_with_properties(
    organization: str,
    environment: str,
    host: str,
    body: Sequence[Property | Mapping[str, Any]],
) -> Request[Instance]:
    """Attach an existing machine to the host.

    No machine is created; the host becomes provisioned. Use this to move hosts between servers.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        body: The request body.

    Returns:
        The request. Its response is an Instance: the instance.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S51, host.
    """
    return Request(
        "instances.create_with_properties",
        "POST",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/properties",
        "object",
        Instance,
        body=unwrapped(body),
        timeout_class="long",
    )


def get_vnc(
    organization: str,
    environment: str,
    host: str,
) -> Request[Vnc]:
    """Get the address of the instance's VNC server.

    The server returns an error if the machine is stopped.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response is a Vnc: the address.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S52, S66, host.
    """
    return Request(
        "instances.get_vnc",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/vnc",
        "object",
        Vnc,
    )


def get_file(
    organization: str,
    environment: str,
    host: str,
    *,
    path: str,
) -> Request[bytes]:
    """Get a file of the machine.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        path: Absolute path of the file on the machine.

    Returns:
        The request. Its response is bytes: the content of the file.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S65, host.
    """
    return Request(
        "instances.get_file",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/files",
        "bytes",
        identity,
        query=drop_none(
            {
                "path": path,
            }
        ),
        timeout_class="long",
    )


def get_status(
    organization: str,
    environment: str,
    host: str,
    collection: str,
    sensor: str,
) -> Request[SensorStatus]:
    """Get the value of a sensor of the machine's agent.

    The server forwards the request to the agent.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        collection: Agent collection that the sensor belongs to, e.g. hosts.
        sensor: Name of the sensor, e.g. uptime.

    Returns:
        The request. Its response is a SensorStatus: the value of the sensor.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S137, S138, host.
    """
    return Request(
        "instances.get_status",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/status/{segment('collection', collection)}/{segment('sensor', sensor)}",
        "object",
        SensorStatus,
    )


def start(
    organization: str,
    environment: str,
    host: str,
) -> Request[None]:
    """Start the machine.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, S53, host.
    """
    return Request(
        "instances.start",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/_start",
        "nothing",
        identity,
        timeout_class="long",
    )


def pause(
    organization: str,
    environment: str,
    host: str,
) -> Request[None]:
    """Pause the machine.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, S53, host.
    """
    return Request(
        "instances.pause",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/_pause",
        "nothing",
        identity,
    )


def resume(
    organization: str,
    environment: str,
    host: str,
) -> Request[None]:
    """Resume the paused machine.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, S53, host.
    """
    return Request(
        "instances.resume",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/_resume",
        "nothing",
        identity,
    )


def shutdown(
    organization: str,
    environment: str,
    host: str,
) -> Request[None]:
    """Shut the machine down.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, S53, host.
    """
    return Request(
        "instances.shutdown",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/_stop",
        "nothing",
        identity,
    )


def poweroff(
    organization: str,
    environment: str,
    host: str,
) -> Request[None]:
    """Power the machine off.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, S53, host.
    """
    return Request(
        "instances.poweroff",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/_off",
        "nothing",
        identity,
    )


def forget(
    organization: str,
    environment: str,
    host: str,
) -> Request[None]:
    """Forget the instance.

    Presumably, this drops the instance and leaves its machine unchanged.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, S53, S64, host.
    """
    return Request(
        "instances.forget",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/_forget",
        "nothing",
        identity,
    )


def lock(
    organization: str,
    environment: str,
    host: str,
) -> Request[None]:
    """Lock the instance.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, host.
    """
    return Request(
        "instances.lock",
        "POST",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/lock",
        "nothing",
        identity,
    )


def unlock(
    organization: str,
    environment: str,
    host: str,
) -> Request[None]:
    """Unlock the instance.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, host.
    """
    return Request(
        "instances.unlock",
        "POST",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/unlock",
        "nothing",
        identity,
    )


def create_image(
    organization: str,
    environment: str,
    host: str,
    body: Image | Mapping[str, Any],
) -> Request[None]:
    """Save the machine as an image on its platform.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        host: Name of the host.
        body: The request body.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S9, host.
    """
    return Request(
        "instances.create_image",
        "PUT",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/hosts/{segment('host', host)}/instance/_create_image",
        "nothing",
        identity,
        body=unwrapped(body),
        timeout_class="long",
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_environment", "_host", "_organization")

    URL: ClassVar[str] = "organizations/{}/environments/{}/hosts/{}/instance/"

    def __init__(self, organization: str, environment: str, host: str) -> None:
        self._organization = organization
        self._environment = environment
        self._host = host

    def get(self) -> Request[Instance]:
        """Get the instance of the host."""
        return get(self._organization, self._environment, self._host)

    def create(self, body: Mapping[str, Any]) -> Request[Instance]:
        """Provision the host."""
        return create(self._organization, self._environment, self._host, body)

    def delete(self, *, force: bool | None = None) -> Request[None]:
        """Delete the instance and destroy its machine."""
        return delete(self._organization, self._environment, self._host, force=force)

    def create_with_properties(self, body: Sequence[Property | Mapping[str, Any]]) -> Request[Instance]:
        """Attach an existing machine to the host."""
        return create_with_properties(self._organization, self._environment, self._host, body)

    def get_vnc(self) -> Request[Vnc]:
        """Get the address of the instance's VNC server."""
        return get_vnc(self._organization, self._environment, self._host)

    def get_file(self, *, path: str) -> Request[bytes]:
        """Get a file of the machine."""
        return get_file(self._organization, self._environment, self._host, path=path)

    def get_status(self, collection: str, sensor: str) -> Request[SensorStatus]:
        """Get the value of a sensor of the machine's agent."""
        return get_status(self._organization, self._environment, self._host, collection, sensor)

    def start(self) -> Request[None]:
        """Start the machine."""
        return start(self._organization, self._environment, self._host)

    def pause(self) -> Request[None]:
        """Pause the machine."""
        return pause(self._organization, self._environment, self._host)

    def resume(self) -> Request[None]:
        """Resume the paused machine."""
        return resume(self._organization, self._environment, self._host)

    def shutdown(self) -> Request[None]:
        """Shut the machine down."""
        return shutdown(self._organization, self._environment, self._host)

    def poweroff(self) -> Request[None]:
        """Power the machine off."""
        return poweroff(self._organization, self._environment, self._host)

    def forget(self) -> Request[None]:
        """Forget the instance."""
        return forget(self._organization, self._environment, self._host)

    def lock(self) -> Request[None]:
        """Lock the instance."""
        return lock(self._organization, self._environment, self._host)

    def unlock(self) -> Request[None]:
        """Unlock the instance."""
        return unlock(self._organization, self._environment, self._host)

    def create_image(self, body: Image | Mapping[str, Any]) -> Request[None]:
        """Save the machine as an image on its platform."""
        return create_image(self._organization, self._environment, self._host, body)
