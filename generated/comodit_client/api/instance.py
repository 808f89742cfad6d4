# Made by `python -m generator` from handwritten/comodit_client/aio/instance.py.
# Do not edit: change that, then run `make generate`.
"""Instances: the machines of hosts."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING, Any, cast, overload

from comodit_client.api._client.operations import Params
from comodit_client.api._host.instance_waits import Waits
from comodit_client.api._shared.singleton import NamelessOperations, Singleton
from comodit_client.rest import _sync_io
from comodit_client.rest.deprecated import deprecated, renamed
from comodit_client.rest.shapes import with_check
from comodit_client.wire import instances as views
from comodit_client.wire.instances import Property, Vnc

if TYPE_CHECKING:
    from collections.abc import Mapping

    from comodit_client.api.alert import MonitoringAlertCollection
    from comodit_client.rest.downloads import Target
    from comodit_client.wire.platforms import Image

__all__ = ["Instance", "InstanceCollection", "Property", "Vnc"]


class Instance(Waits):
    """The machine of a host. A host has at most one."""

    __slots__ = ()

    @overload
    def create(self, params: Params = None) -> None: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    def create(self, *, parameters: Params) -> None: ...

    @renamed(parameters="params")
    def create(self, params: Params = None) -> None:
        """Provision the host, or attach an existing machine if properties are set.

        Args:
            params: Extra members of the query.

        Raises:
            Conflict: The host already has an instance.

        Facts: S50, S51.
        """
        if not self.properties:
            super().create(params)
            return
        request = views.create_with_properties(*self._names, self.properties).with_query(params)
        self.take_response(self.client.session.run_or_none(self.collection.checked(request)))

    @overload
    def delete(self, params: Params = None, *, force: bool = False) -> None: ...

    @overload
    @deprecated("Use params= instead of parameters=.")
    def delete(self, *, parameters: Params, force: bool = False) -> None: ...

    @renamed(parameters="params")
    def delete(self, params: Params = None, *, force: bool = False) -> None:
        """Delete the instance and destroy its machine. Nothing happens if it does not exist.

        Args:
            params: Extra members of the query.
            force: If True, delete the instance even if the driver of the platform cannot stop the machine.

        Raises:
            Conflict: The instance is locked, or its machine cannot be stopped.

        Facts: S8, S140.
        """
        super().delete({**({"force": True} if force else {}), **(params or {})})

    @property
    def vnc(self) -> Vnc:
        """The address of the machine's VNC server. Reading a member of it sends a request; see `get_vnc`."""
        return cast("Vnc", _sync_io.Deferred(self.get_vnc))

    def get_vnc(self) -> Vnc:
        """Get the address of the machine's VNC server.

        Returns:
            The host name, the port and the token.

        Raises:
            ApiException: The machine is not running.

        Facts: S52, S66.
        """
        return self.client.run(views.get_vnc(*self._names))

    def alerts(self) -> MonitoringAlertCollection:
        """Return the alerts of the monitoring. Sends no request."""
        from comodit_client.api.alert import MonitoringAlertCollection

        return MonitoringAlertCollection(self.client, self._names)

    def get_file_content(self, path: str) -> io.BytesIO:
        """Read a file of the machine.

        Args:
            path: The file's absolute path on the machine.

        Returns:
            The content, as a binary file open for reading.

        Raises:
            EntityNotFoundException: The file does not exist.

        Facts: S65.
        """
        content = self.client.run(views.get_file(*self._names, path=path))
        return io.BytesIO(content)

    def download_file(self, path: str, to: Target) -> int:
        """Stream a file of the machine to a path or a file.

        Args:
            path: The file's absolute path on the machine.
            to: A local path, or a binary file that is open for writing. A regular file at a path is replaced only after
                the download is complete. A pipe or a device is written into. An open file may hold a part after an
                error.

        Returns:
            The number of bytes.

        Raises:
            UnusableFile: The path or the file cannot be written. If this is known before, no request is sent.
            EntityNotFoundException: The file does not exist.
            TransportError: The connection broke before all content arrived.

        Facts: S65.
        """
        return self.client.save(views.get_file(*self._names, path=path), to)

    def get_status(self, collection: str, sensor: str) -> Any:
        """Get a value that the agent measures.

        Args:
            collection: The collection of sensors, such as `host`.
            sensor: The sensor, such as `load`.

        Returns:
            The value, usually a string.

        Raises:
            EntityNotFoundException: The sensor does not exist.
            InvalidResponse: The response does not hold the sensor's value.

        Facts: S137, S138.
        """
        request = views.get_status(*self._names, collection, sensor)
        response = self.client.run(with_check(request, partial(_status_problem, sensor)))
        return response.get_json()["status"][sensor]

    def start(self) -> None:
        """Start the machine. The server continues in the background; use `wait_for_state` to wait."""
        self.client.run(views.start(*self._names))

    def pause(self) -> None:
        """Pause the machine. The server continues in the background; use `wait_for_state` to wait."""
        self.client.run(views.pause(*self._names))

    def resume(self) -> None:
        """Resume a paused machine. The server continues in the background; use `wait_for_state` to wait."""
        self.client.run(views.resume(*self._names))

    def shutdown(self) -> None:
        """Shut down the operating system. The server continues in the background; use `wait_for_state` to wait."""
        self.client.run(views.shutdown(*self._names))

    def poweroff(self) -> None:
        """Power off the machine. The server continues in the background; use `wait_for_state` to wait."""
        self.client.run(views.poweroff(*self._names))

    def forget(self) -> None:
        """Remove the instance from the host and keep its machine."""
        self.client.run(views.forget(*self._names))

    def lock(self) -> None:
        """Lock the machine, so that it cannot be stopped or deleted."""
        self.client.run(views.lock(*self._names))

    def unlock(self) -> None:
        """Unlock the machine."""
        self.client.run(views.unlock(*self._names))

    def create_image(self, image: Image | Mapping[str, Any]) -> None:
        """Save the machine as an image of its platform. The server continues in the background.

        Args:
            image: The name and settings of the image. It can also ask for a distribution to be made from the image.
        """
        self.client.run(views.create_image(*self._names, image))


class InstanceCollection(Singleton[Instance]):
    """The instance of a host, as a collection of at most one."""

    __slots__ = ()

    @property
    def operations(self) -> NamelessOperations:
        return NamelessOperations(self._bound(views.Operations))

    def wrap(self, json_data: dict[str, Any] | None = None) -> Instance:
        return Instance(self, json_data)

    def new(self) -> Instance:
        """Build an instance without sending it.

        Returns:
            The instance. It need not exist on the server.
        """
        return self.wrap()

    def create(self) -> Instance:
        """Provision the host: create its machine.

        Returns:
            The instance.

        Raises:
            Conflict: The host already has an instance.

        Facts: S50.
        """
        instance = self.new()
        instance.create()
        return instance


def _status_problem(sensor: str, response: dict[str, Any]) -> str:
    status = response.get("status")
    return "" if isinstance(status, dict) and sensor in status else f"the agent's response has no value for {sensor}"
