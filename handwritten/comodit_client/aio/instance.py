"""Instances: the machines behind hosts."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from comodit_client.aio._client.operations import Parameters
from comodit_client.aio._host.instance_waits import Waits
from comodit_client.aio.collection import Singleton
from comodit_client.rest.exceptions import PythonApiException
from comodit_client.wire import instances as views
from comodit_client.wire.instances import Property, Vnc

if TYPE_CHECKING:
    from collections.abc import Mapping

    from comodit_client.aio.alert import MonitoringAlertCollection
    from comodit_client.rest.downloads import Target
    from comodit_client.wire.platforms import Image

__all__ = ["Instance", "InstanceCollection", "Property", "Vnc"]


class Instance(Waits):
    """The machine behind a host; a host has one at most (S48)."""

    __slots__ = ()

    async def create(self, parameters: Parameters = None) -> None:
        """Provision the host; or, where properties are given, attach a machine that exists (S50, S51).

        Args:
            parameters: Members to add to the query.

        Raises:
            Conflict: The host has an instance.
        """
        if not self.properties:
            await super().create(parameters)
            return
        request = views.create_with_properties(*self._names, self.properties).with_query(parameters)
        answer = await self.client.session.run_or_none(request)
        if answer is not None:
            self.set_json(answer.get_json())

    @property
    async def vnc(self) -> Vnc:
        """Where the machine's VNC server listens: the one attribute that sends a request, see `get_vnc`."""
        return await self.get_vnc()

    async def get_vnc(self) -> Vnc:
        """Ask where the machine's VNC server listens (S52).

        Returns:
            Host name, port and token.

        Raises:
            ApiException: The machine does not run (S66).
        """
        return await self.client.run(views.get_vnc(*self._names))

    def alerts(self) -> MonitoringAlertCollection:
        """The alerts that the monitoring has raised. Costs no request."""
        from comodit_client.aio.alert import MonitoringAlertCollection

        return MonitoringAlertCollection(self.client, self._names)

    async def get_file_content(self, path: str) -> io.BytesIO:
        """Read a file of the machine (S65).

        Args:
            path: The file's absolute path on the machine.

        Returns:
            A binary file; `read()` gives the content.

        Raises:
            EntityNotFoundException: There is no such file.
        """
        content = await self.client.run(views.get_file(*self._names, path=path))
        return io.BytesIO(content)

    async def download_file(self, path: str, to: Target) -> int:
        """Download a file of the machine while it comes, whatever its size (S65).

        Args:
            path: The file's absolute path on the machine.
            to: A local path, whose file is replaced when all has come and else left as it is; or a file open for
                writing bytes, which may hold a part after a failure.

        Returns:
            The number of bytes.

        Raises:
            UnusableFile: The local path cannot be written; nothing is asked.
            EntityNotFoundException: There is no such file.
            TransportError: The content broke off.
        """
        from comodit_client.rest.downloads import target

        with target(to) as file:
            return await self.client.save(views.get_file(*self._names, path=path), file)

    async def get_status(self, collection: str, sensor: str) -> Any:
        """Ask the agent for a value that it measures (S138).

        Args:
            collection: What is asked about, such as `host`.
            sensor: The sensor, such as `load` (S137).

        Returns:
            The value, text mostly.

        Raises:
            EntityNotFoundException: There is no such sensor.
            PythonApiException: The answer does not hold the sensor's value.
        """
        answer = await self.client.run(views.get_status(*self._names, collection, sensor))
        status = answer.status
        if not isinstance(status, dict) or sensor not in status:
            raise PythonApiException(f"the agent's answer about {collection} holds no {sensor}")
        return status[sensor]

    async def start(self) -> None:
        """Start the machine (S53). It goes on in the background: see `wait_for_state`."""
        await self.client.run(views.start(*self._names))

    async def pause(self) -> None:
        """Pause the machine. It goes on in the background: see `wait_for_state`."""
        await self.client.run(views.pause(*self._names))

    async def resume(self) -> None:
        """Resume a machine that is paused. It goes on in the background: see `wait_for_state`."""
        await self.client.run(views.resume(*self._names))

    async def shutdown(self) -> None:
        """Shut the machine down, as its operating system does. It goes on in the background: see `wait_for_state`."""
        await self.client.run(views.shutdown(*self._names))

    async def poweroff(self) -> None:
        """Switch the machine off. It goes on in the background: see `wait_for_state`."""
        await self.client.run(views.poweroff(*self._names))

    async def forget(self) -> None:
        """Drop the instance and leave its machine alone."""
        await self.client.run(views.forget(*self._names))

    async def lock(self) -> None:
        """Protect the machine from being stopped or deleted."""
        await self.client.run(views.lock(*self._names))

    async def unlock(self) -> None:
        """Take the protection of `lock` away."""
        await self.client.run(views.unlock(*self._names))

    async def create_image(self, image: Image | Mapping[str, Any]) -> None:
        """Save the machine as an image of its platform. It goes on in the background.

        Args:
            image: The image's name and settings, and whether to make a distribution of it.
        """
        await self.client.run(views.create_image(*self._names, image))


class InstanceCollection(Singleton[Instance]):
    """The instance of a host: one at most."""

    __slots__ = ()
    _api = views

    def wrap(self, json_data: dict[str, Any] | None = None) -> Instance:
        return Instance(self, json_data)

    def new(self) -> Instance:
        """Describe an instance; nothing is sent.

        Returns:
            The instance, to `create`, or to reach what belongs to it.
        """
        return self.wrap()

    async def create(self) -> Instance:
        """Provision the host: make its machine (S50).

        Returns:
            The instance.

        Raises:
            Conflict: The host has an instance.
        """
        instance = self.new()
        await instance.create()
        return instance
