# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for webhooks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from comodit_client.wire.webhooks import (
        Webhook,
        WebhookAuthentication,
        WebhookMethod,
        WebhookParameter,
        WebhookProperty,
        WebhookProtocol,
    )


class WebhookListDict(TypedDict, total=False):
    """The JSON object of `WebhookList`. It may have other members too."""

    count: int | str | None
    offset: int | None
    total: int | None
    items: list[WebhookDict] | None


class WebhookListMembers(TypedDict, total=False):
    """The keywords of `WebhookList`."""

    items: Iterable[Webhook | WebhookDict] | None
    extra: Mapping[str, Any]


class WebhookDict(TypedDict, total=False):
    """The JSON object of `Webhook`. It may have other members too."""

    uuid: str | None
    version: int | None
    name: str
    description: str | None
    organization: str | None
    method: WebhookMethod | str | None
    serverName: str | None
    path: str | None
    protocol: WebhookProtocol | str | None
    port: int | None
    authenticationMethod: WebhookAuthentication | str | None
    username: str | None
    token: str | None
    body: str | None
    headers: list[WebhookParameterDict] | None
    parameters: list[WebhookParameterDict] | None
    properties: list[WebhookPropertyDict] | None


class WebhookMembers(TypedDict, total=False):
    """The keywords of `Webhook`."""

    name: str
    description: str | None
    organization: str | None
    method: WebhookMethod | str | None
    server_name: str | None
    path: str | None
    protocol: WebhookProtocol | str | None
    port: int | None
    authentication_method: WebhookAuthentication | str | None
    username: str | None
    token: str | None
    body: str | None
    headers: Iterable[WebhookParameter | WebhookParameterDict] | None
    parameters: Iterable[WebhookParameter | WebhookParameterDict] | None
    properties: Iterable[WebhookProperty | WebhookPropertyDict] | None
    extra: Mapping[str, Any]


class WebhookOptions(TypedDict, total=False):
    """The keywords to create `Webhook` with, besides the named arguments."""

    organization: str | None
    method: WebhookMethod | str | None
    server_name: str | None
    path: str | None
    protocol: WebhookProtocol | str | None
    port: int | None
    authentication_method: WebhookAuthentication | str | None
    username: str | None
    token: str | None
    body: str | None
    headers: Iterable[WebhookParameter | WebhookParameterDict] | None
    parameters: Iterable[WebhookParameter | WebhookParameterDict] | None
    properties: Iterable[WebhookProperty | WebhookPropertyDict] | None
    extra: Mapping[str, Any]


class WebhookParameterDict(TypedDict, total=False):
    """The JSON object of `WebhookParameter`. It may have other members too."""

    name: str
    value: str | None
    secret: bool | None


class WebhookParameterMembers(TypedDict, total=False):
    """The keywords of `WebhookParameter`."""

    name: str
    value: str | None
    secret: bool | None
    extra: Mapping[str, Any]


class WebhookPropertyDict(TypedDict, total=False):
    """The JSON object of `WebhookProperty`. It may have other members too."""

    name: str
    jsonPath: str | None


class WebhookPropertyMembers(TypedDict, total=False):
    """The keywords of `WebhookProperty`."""

    name: str
    json_path: str | None
    extra: Mapping[str, Any]


class WebhookResultDict(TypedDict, total=False):
    """The JSON object of `WebhookResult`. It may have other members too."""

    returnCode: int | None
    properties: list[PropertyResultDict] | None


class WebhookResultMembers(TypedDict, total=False):
    """The keywords of `WebhookResult`."""

    extra: Mapping[str, Any]


class PropertyResultDict(TypedDict, total=False):
    """The JSON object of `PropertyResult`. It may have other members too."""

    name: str
    value: str | None


class PropertyResultMembers(TypedDict, total=False):
    """The keywords of `PropertyResult`."""

    extra: Mapping[str, Any]
