# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for instances."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.instances import AgentState, InstanceState, Property


class InstanceDict(TypedDict, total=False):
    """The JSON object of `Instance`. It may have other members too."""

    organization: str | None
    environment: str | None
    host: str | None
    state: InstanceState | str | None
    synapseState: AgentState | str | None
    hostname: str | None
    locked: bool | None
    properties: list[PropertyDict] | None
    hostData: HostDataDict | None


class InstanceMembers(TypedDict, total=False):
    """The keywords of `Instance`."""

    properties: Iterable[Property | PropertyDict] | None
    extra: Mapping[str, Any]


class PropertyDict(TypedDict, total=False):
    """The JSON object of `Property`. It may have other members too."""

    key: str
    value: str | None


class PropertyMembers(TypedDict, total=False):
    """The keywords of `Property`."""

    key: str
    value: str | None
    extra: Mapping[str, Any]


class HostDataDict(TypedDict, total=False):
    """The JSON object of `HostData`. It may have other members too."""

    hostname: str | None
    ip: dict[str, str] | None


class HostDataMembers(TypedDict, total=False):
    """The keywords of `HostData`."""

    extra: Mapping[str, Any]


class VncDict(TypedDict, total=False):
    """The JSON object of `Vnc`. It may have other members too."""

    token: str | None
    hostname: str | None
    port: str | None


class VncMembers(TypedDict, total=False):
    """The keywords of `Vnc`."""

    extra: Mapping[str, Any]


class SensorStatusDict(TypedDict, total=False):
    """The JSON object of `SensorStatus`. It may have other members too."""

    status: dict[str, Any] | None


class SensorStatusMembers(TypedDict, total=False):
    """The keywords of `SensorStatus`."""

    extra: Mapping[str, Any]
