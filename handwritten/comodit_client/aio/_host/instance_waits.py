"""The properties of an instance, and what can be waited for on it."""

from __future__ import annotations

from collections.abc import Callable

from comodit_client.aio._shared.waiting import PASSING, PollResult, Progress, WaitSpec, wait
from comodit_client.aio.entity import Entity, SingletonEntity
from comodit_client.rest.exceptions import EntityNotFoundException
from comodit_client.wire import instances as views
from comodit_client.wire.instances import Property

#: The properties that tell an address, best first (S59).
ADDRESSES = ("publicDnsName", "publicIp", "ip.eth0")


class Waits(SingletonEntity, views.Instance, Entity):
    """What an instance has come to: its properties, and waiting until it has one, or is in a state."""

    __slots__ = ()

    @property
    def _names(self) -> tuple[str, str, str]:
        organization, environment, host = self.collection.where
        return organization, environment, host

    def get_property(self, key: str) -> str | None:
        """Give a property's value, as it was when the instance was read.

        Args:
            key: The property's key, such as `publicDnsName`.

        Returns:
            The value; None where there is no such property.
        """
        return self._known().get(key)

    def get_ip(self, interface: str) -> str | None:
        """Give the address of an interface, as it was when the instance was read (S55).

        Args:
            interface: The interface's name, such as `eth0`.

        Returns:
            The address; None where it is not known.
        """
        return self.get_property(f"ip.{interface}")

    def show_properties(self, indent: int = 0) -> None:
        """Print the properties.

        Args:
            indent: Blanks before each line.
        """
        for prop in self._listed():
            prop.show(indent)

    async def wait_for_state(self, state: str, time_out: float = 0, *, progress: Progress | None = None) -> None:
        """Wait until the instance is in a state.

        Args:
            state: The state, such as `RUNNING` (S49).
            time_out: Seconds until the wait gives up; 0 waits for ever.
            progress: Called after each look that has not seen the state.

        Raises:
            WaitTimeout: The time ran out.
        """

        async def poll() -> PollResult[None]:
            await self.refresh()
            return PollResult(self.state == state, self.state, None)

        await wait(self._wait_spec(f"waiting for {self._told()} to be {state}", time_out, progress), poll)

    async def wait_for_property(self, key: str, time_out: float = 0, *, progress: Progress | None = None) -> str:
        """Wait until a property has a value; some come only after the host is READY (S58).

        Args:
            key: The property's key, such as `ip.eth0`.
            time_out: Seconds until the wait gives up; 0 waits for ever.
            progress: Called after each look that has not seen a value.

        Returns:
            The value.

        Raises:
            WaitTimeout: The time ran out.
        """
        return await self._wait_for_one_of(
            lambda: self.get_property(key), f"have the property {key}", time_out, progress
        )

    async def wait_for_address(self, time_out: float = 0, *, progress: Progress | None = None) -> str:
        """Wait until the machine has an address: a public name or address, or that of an interface (S59).

        Args:
            time_out: Seconds until the wait gives up; 0 waits for ever.
            progress: Called after each look that has not seen an address.

        Returns:
            The name or address.

        Raises:
            WaitTimeout: The time ran out.
        """
        return await self._wait_for_one_of(self._address, "have an address", time_out, progress)

    async def _wait_for_one_of(
        self, value: Callable[[], str | None], what: str, time_out: float, progress: Progress | None
    ) -> str:
        async def poll() -> PollResult[str]:
            await self.refresh()
            found = value() or ""
            return PollResult(bool(found), [*self._known()], found)

        return await wait(self._wait_spec(f"waiting for {self._told()} to {what}", time_out, progress), poll)

    def _address(self) -> str | None:
        known = self._known()
        others = [key for key in known if key.startswith("ip.")]
        return next((known[key] for key in (*ADDRESSES, *others) if known.get(key)), None)

    def _known(self) -> dict[str, str | None]:
        return {prop.key: prop.value for prop in reversed(self._listed()) if isinstance(prop.key, str)}

    def _listed(self) -> list[Property]:
        # What is no JSON object in the server's list is handed through as it is.
        return [prop for prop in self.properties if isinstance(prop, Property)]

    def _told(self) -> str:
        return "the instance of " + "/".join(map(str, self._names))

    def _wait_spec(self, text: str, time_out: float, progress: Progress | None) -> WaitSpec:
        # Right after provisioning, reading the instance may fail for a while (S62).
        passing = (*PASSING, EntityNotFoundException)
        return WaitSpec(text, time_out, self.client.polling, self, progress, passing)
