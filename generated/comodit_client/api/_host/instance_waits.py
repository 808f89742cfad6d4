# Made by `python -m generator` from handwritten/comodit_client/aio/_host/instance_waits.py.
# Do not edit: change that, then run `make generate`.
"""The properties of an instance, and waiting for them and for its state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self, Unpack, overload

from comodit_client.api._host.base import part_of_host
from comodit_client.api._host.outcome import Outcome
from comodit_client.api._shared.singleton import SingletonEntity
from comodit_client.rest.deprecated import deprecated, renamed
from comodit_client.rest.exceptions import EntityNotFoundException
from comodit_client.wire import instances as views
from comodit_client.wire.instances import InstanceState, Property
from comodit_client.wire.view import repr_of

if TYPE_CHECKING:
    from comodit_client.api._shared.waiting import PollResult, Progress, S, WaitSpec
    from comodit_client.api.instance import InstanceCollection
    from comodit_client.rest.shapes import Shape
    from comodit_client.wire.dicts.instances import InstanceMembers

#: Seconds for reading an instance whose host became READY at the end of the timeout.
SOON = 0.01
#: The properties that hold an address, best first (S59).
ADDRESSES = ("publicDnsName", "publicIp", "ip.eth0")


class Waits(views.Instance, SingletonEntity):
    """The properties of an instance, and the waits for a property, an address or a state."""

    __slots__ = ("_outcome",)

    _outcome: Outcome

    READS: ClassVar[Mapping[str, Shape]] = {
        "state": str,
        "properties": [{"key": str, "value": (str, int, float, bool)}],
    }

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: InstanceCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[InstanceMembers],
        ) -> None: ...

        @property
        def collection(self) -> InstanceCollection: ...

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

    @property
    def error(self) -> str | None:
        """Why the host is in ERROR, if the last `wait` found that it is."""
        return self._provisioning.error

    @property
    def _provisioning(self) -> Outcome:
        try:
            return self._outcome
        except AttributeError:  # most instances need none
            self._outcome = Outcome()
            return self._outcome

    def wait(self, timeout: float | None = 0, *, progress: Progress[str | None] | None = None) -> Self:
        """Wait until the host is READY, then read the instance.

        Args:
            timeout: Seconds until the wait fails. None and 0 wait without limit.
            progress: Called after each poll of the host, including the one that reaches the goal.

        Returns:
            This instance.

        Raises:
            HostFailed: The host is in ERROR.
            WaitTimeout: The timeout passed.
        """
        from comodit_client.api._shared.wait_time import requests_within, time_limit
        from comodit_client.api._shared.waiting import PollResult, wait

        organization, environment, host = self._names
        limit = time_limit(timeout, self.client.polling)
        with self._provisioning.of_wait():
            (self.client.hosts(organization, environment).new(host).wait_for_state("READY", timeout, progress=progress))

        def poll() -> PollResult[str | None]:
            self.refresh()
            return PollResult(True, self.state)

        with requests_within(limit):
            wait(self._wait_spec("to be read", max(limit.remaining(), SOON), None), poll)
        return self

    @overload
    def wait_for_state(
        self,
        state: InstanceState,
        timeout: float | None = 0,
        *,
        progress: Progress[str | None] | None = None,
    ) -> None: ...

    @overload
    @deprecated("Use timeout= instead of time_out=.")
    def wait_for_state(
        self,
        state: InstanceState,
        *,
        time_out: float | None,
        progress: Progress[str | None] | None = None,
    ) -> None: ...

    @renamed(time_out="timeout")
    def wait_for_state(
        self,
        state: InstanceState,
        timeout: float | None = 0,
        *,
        progress: Progress[str | None] | None = None,
    ) -> None:
        """Wait until the instance is in a state.

        Args:
            state: The state, such as `RUNNING`. A state that the schema does not know causes an `UnknownState` warning.
            timeout: Seconds until the wait fails. None and 0 wait without limit.
            progress: Called after each poll, including the one that reaches the goal.

        Raises:
            WaitTimeout: The timeout passed.

        Facts: S49.
        """
        from comodit_client.api._shared.states import check_states
        from comodit_client.api._shared.waiting import PollResult, wait

        remark = check_states("an instance", InstanceState, (state,))

        def poll() -> PollResult[str | None]:
            self.refresh()
            return PollResult(self.state == state, self.state)

        wait(self._wait_spec(f"to be {state}", timeout, progress, remark), poll)

    @overload
    def wait_for_property(
        self, key: str, timeout: float | None = 0, *, progress: Progress[list[str]] | None = None
    ) -> str: ...

    @overload
    @deprecated("Use timeout= instead of time_out=.")
    def wait_for_property(
        self, key: str, *, time_out: float | None, progress: Progress[list[str]] | None = None
    ) -> str: ...

    @renamed(time_out="timeout")
    def wait_for_property(
        self, key: str, timeout: float | None = 0, *, progress: Progress[list[str]] | None = None
    ) -> str:
        """Wait until a property has a value. Some properties appear only after the host is READY.

        Args:
            key: The property's key, such as `ip.eth0`.
            timeout: Seconds until the wait fails. None and 0 wait without limit.
            progress: Called after each poll, including the one that reaches the goal.

        Returns:
            The value.

        Raises:
            WaitTimeout: The timeout passed.

        Facts: S58.
        """
        return self._wait_for_value(lambda: self.get_property(key), f"to have the property {key}", timeout, progress)

    @overload
    def wait_for_address(self, timeout: float | None = 0, *, progress: Progress[list[str]] | None = None) -> str: ...

    @overload
    @deprecated("Use timeout= instead of time_out=.")
    def wait_for_address(self, *, time_out: float | None, progress: Progress[list[str]] | None = None) -> str: ...

    @renamed(time_out="timeout")
    def wait_for_address(self, timeout: float | None = 0, *, progress: Progress[list[str]] | None = None) -> str:
        """Wait until the machine has an address: a public name, a public address, or the address of an interface.

        Args:
            timeout: Seconds until the wait fails. None and 0 wait without limit.
            progress: Called after each poll, including the one that reaches the goal.

        Returns:
            The name or address.

        Raises:
            WaitTimeout: The timeout passed.

        Facts: S59.
        """
        return self._wait_for_value(self._address, "to have an address", timeout, progress)

    def _wait_for_value(
        self, value: Callable[[], str | None], goal: str, timeout: float | None, progress: Progress[list[str]] | None
    ) -> str:
        from comodit_client.api._shared.waiting import PollResult, wait

        def poll() -> PollResult[list[str]]:
            self.refresh()
            return PollResult(bool(value()), [*self._property_values()])

        wait(self._wait_spec(goal, timeout, progress), poll)
        return value() or ""

    def _address(self) -> str | None:
        values = self._property_values()
        others = [key for key in values if key.startswith("ip.")]
        return next((values[key] for key in (*ADDRESSES, *others) if values.get(key)), None)

    def _property_values(self) -> dict[str, str | None]:
        return {prop.key: prop.value for prop in reversed(self._property_views()) if isinstance(prop.key, str)}

    def _property_views(self) -> list[Property]:
        # A script may have set anything else.
        return [prop for prop in self.properties if isinstance(prop, Property)]

    def _wait_spec(
        self, goal: str, timeout: float | None, progress: Progress[S] | None, remark: str = ""
    ) -> WaitSpec[S]:
        from comodit_client.api._shared.waiting import TRANSIENT_ERRORS, WaitSpec

        # Right after provisioning, reading the instance may fail for a while (S62).
        transient_errors = (*TRANSIENT_ERRORS, EntityNotFoundException)
        text = f"the instance of {'/'.join(map(str, self._names))} {goal}"
        return WaitSpec(text, timeout, self.client.polling, self, progress, transient_errors, remark)
