# Made by `python -m generator` from handwritten/comodit_client/aio/_host/instance_waits.py.
# Do not edit: change that, then run `make generate`.
"""The properties of an instance, and waiting for them and for its state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack, overload

from comodit_client.api._host.base import part_of_host
from comodit_client.api.entity import Entity, SingletonEntity
from comodit_client.rest.deprecated import deprecated, renamed
from comodit_client.rest.exceptions import EntityNotFoundException
from comodit_client.wire import instances as views
from comodit_client.wire.instances import Property
from comodit_client.wire.view import repr_of

if TYPE_CHECKING:
    from comodit_client.api._shared.waiting import PollResult, Progress, WaitSpec
    from comodit_client.api.collection import Collection
    from comodit_client.rest.shapes import Shape
    from comodit_client.wire.dicts.instances import InstanceMembers

#: The properties that hold an address, best first (S59).
ADDRESSES = ("publicDnsName", "publicIp", "ip.eth0")


class Waits(SingletonEntity, views.Instance, Entity):
    """The properties of an instance, and the waits for a property, an address or a state."""

    __slots__ = ()

    READS: ClassVar[Mapping[str, Shape]] = {
        "state": str,
        "properties": [{"key": str, "value": (str, int, float, bool)}],
    }

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: Collection[Any] | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[InstanceMembers],
        ) -> None: ...

    @property
    def _names(self) -> tuple[str, str, str]:
        organization, environment, host = self._owners(3)
        return organization, environment, host

    def __repr__(self) -> str:
        return repr_of(self, part_of_host(self), members=("state", "locked"))

    def get_property(self, key: str) -> str | None:
        """Return the value that a property had when the instance was last read.

        Args:
            key: The property's key, such as `publicDnsName`.

        Returns:
            The value; None if the property does not exist.
        """
        return self._property_values().get(key)

    def get_ip(self, interface: str) -> str | None:
        """Return the address that an interface had when the instance was last read.

        Args:
            interface: The interface's name, such as `eth0`.

        Returns:
            The address; None if it is unknown.

        Facts: S55.
        """
        return self.get_property(f"ip.{interface}")

    def show_properties(self, indent: int = 0) -> None:
        """Print the properties.

        Args:
            indent: The number of spaces before each line.
        """
        for prop in self._property_views():
            prop.show(indent)

    @overload
    def wait_for_state(self, state: str, timeout: float | None = 0, *, progress: Progress | None = None) -> None: ...

    @overload
    @deprecated("Use timeout= instead of time_out=.")
    def wait_for_state(self, state: str, *, time_out: float | None, progress: Progress | None = None) -> None: ...

    @renamed(time_out="timeout")
    def wait_for_state(self, state: str, timeout: float | None = 0, *, progress: Progress | None = None) -> None:
        """Wait until the instance is in a state.

        Args:
            state: The state, such as `RUNNING`.
            timeout: Seconds until the wait fails. None and 0 wait without limit.
            progress: Called after each poll that has not reached the goal.

        Raises:
            WaitTimeout: The timeout passed.

        Facts: S49.
        """
        from comodit_client.api._shared.waiting import PollResult, wait

        def poll() -> PollResult[None]:
            self.refresh()
            return PollResult(self.state == state, self.state, None)

        wait(self._wait_spec(f"to be {state}", timeout, progress), poll)

    @overload
    def wait_for_property(self, key: str, timeout: float | None = 0, *, progress: Progress | None = None) -> str: ...

    @overload
    @deprecated("Use timeout= instead of time_out=.")
    def wait_for_property(self, key: str, *, time_out: float | None, progress: Progress | None = None) -> str: ...

    @renamed(time_out="timeout")
    def wait_for_property(self, key: str, timeout: float | None = 0, *, progress: Progress | None = None) -> str:
        """Wait until a property has a value. Some properties appear only after the host is READY.

        Args:
            key: The property's key, such as `ip.eth0`.
            timeout: Seconds until the wait fails. None and 0 wait without limit.
            progress: Called after each poll that has not reached the goal.

        Returns:
            The value.

        Raises:
            WaitTimeout: The timeout passed.

        Facts: S58.
        """
        return self._wait_for_value(lambda: self.get_property(key), f"to have the property {key}", timeout, progress)

    @overload
    def wait_for_address(self, timeout: float | None = 0, *, progress: Progress | None = None) -> str: ...

    @overload
    @deprecated("Use timeout= instead of time_out=.")
    def wait_for_address(self, *, time_out: float | None, progress: Progress | None = None) -> str: ...

    @renamed(time_out="timeout")
    def wait_for_address(self, timeout: float | None = 0, *, progress: Progress | None = None) -> str:
        """Wait until the machine has an address: a public name, a public address, or the address of an interface.

        Args:
            timeout: Seconds until the wait fails. None and 0 wait without limit.
            progress: Called after each poll that has not reached the goal.

        Returns:
            The name or address.

        Raises:
            WaitTimeout: The timeout passed.

        Facts: S59.
        """
        return self._wait_for_value(self._address, "to have an address", timeout, progress)

    def _wait_for_value(
        self, value: Callable[[], str | None], goal: str, timeout: float | None, progress: Progress | None
    ) -> str:
        from comodit_client.api._shared.waiting import PollResult, wait

        def poll() -> PollResult[str]:
            self.refresh()
            found = value() or ""
            return PollResult(bool(found), [*self._property_values()], found)

        return wait(self._wait_spec(goal, timeout, progress), poll)

    def _address(self) -> str | None:
        values = self._property_values()
        others = [key for key in values if key.startswith("ip.")]
        return next((values[key] for key in (*ADDRESSES, *others) if values.get(key)), None)

    def _property_values(self) -> dict[str, str | None]:
        return {prop.key: prop.value for prop in reversed(self._property_views()) if isinstance(prop.key, str)}

    def _property_views(self) -> list[Property]:
        # A script may have set anything else.
        return [prop for prop in self.properties if isinstance(prop, Property)]

    def _wait_spec(self, goal: str, timeout: float | None, progress: Progress | None) -> WaitSpec:
        from comodit_client.api._shared.waiting import TRANSIENT_ERRORS, WaitSpec

        # Right after provisioning, reading the instance may fail for a while (S62).
        transient_errors = (*TRANSIENT_ERRORS, EntityNotFoundException)
        text = f"the instance of {'/'.join(map(str, self._names))} {goal}"
        return WaitSpec(text, timeout, self.client.polling, self, progress, transient_errors)
