# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""HTTP requests that the server sends out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Final, Literal, TypeAlias

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.view import NULL, View, unwrapped

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/webhooks/"

#: Methods of a webhook.
WebhookMethod: TypeAlias = Literal["GET", "POST", "PUT", "DELETE"] | str

#: Protocols of a webhook.
WebhookProtocol: TypeAlias = Literal["HTTP", "HTTPS"] | str

#: How a webhook is authenticated: not at all, or with user name and token.
WebhookAuthentication: TypeAlias = Literal["NO_AUTH", "BASIC_AUTH"] | str


class WebhookList(View):
    """A list answer: a page of Webhook objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }

    @property
    def count(self) -> int | str | None:
        """Items in this answer."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Place of the first item among all."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Items overall."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[Webhook]:
        """The items; may be absent when there is none."""
        return self._views("items", Webhook)

    @items.setter
    def items(self, value: Iterable[Webhook | Mapping[str, Any]] | None) -> None:
        self._set_list("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Webhook(View):
    """An HTTP request that the server sends when asked, and what it picks from the answer."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "uuid": "uuid",
        "version": "version",
        "name": "name",
        "description": "description",
        "organization": "organization",
        "method": "method",
        "serverName": "server_name",
        "path": "path",
        "protocol": "protocol",
        "port": "port",
        "authenticationMethod": "authentication_method",
        "username": "username",
        "token": "token",
        "body": "body",
        "headers": "headers",
        "parameters": "parameters",
        "properties": "properties",
    }
    SECRETS: ClassVar[frozenset[str]] = frozenset(
        {
            "token",
        }
    )

    @property
    def uuid(self) -> str | None:
        """Identifier that never changes."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Number that the server raises on each change."""
        return self._data.get("version")

    @property
    def name(self) -> str:
        """Name, unique in the organization."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def description(self) -> str | None:
        """Free text."""
        return self._data.get("description")

    @description.setter
    def description(self, value: str | None) -> None:
        self._data["description"] = value

    @description.deleter
    def description(self) -> None:
        self._data.pop("description", None)

    @property
    def organization(self) -> str | None:
        """Name of the organization."""
        return self._data.get("organization")

    @organization.setter
    def organization(self, value: str | None) -> None:
        self._data["organization"] = value

    @organization.deleter
    def organization(self) -> None:
        self._data.pop("organization", None)

    @property
    def method(self) -> WebhookMethod | None:
        """Method of the request."""
        return self._data.get("method")

    @method.setter
    def method(self, value: WebhookMethod | None) -> None:
        self._data["method"] = value

    @method.deleter
    def method(self) -> None:
        self._data.pop("method", None)

    @property
    def server_name(self) -> str | None:
        """Name or address of the called server, without protocol and port."""
        return self._data.get("serverName")

    @server_name.setter
    def server_name(self, value: str | None) -> None:
        self._data["serverName"] = value

    @server_name.deleter
    def server_name(self) -> None:
        self._data.pop("serverName", None)

    @property
    def path(self) -> str | None:
        """Path of the request, beginning with a slash."""
        return self._data.get("path")

    @path.setter
    def path(self, value: str | None) -> None:
        self._data["path"] = value

    @path.deleter
    def path(self) -> None:
        self._data.pop("path", None)

    @property
    def protocol(self) -> WebhookProtocol | None:
        """Protocol of the request."""
        return self._data.get("protocol")

    @protocol.setter
    def protocol(self, value: WebhookProtocol | None) -> None:
        self._data["protocol"] = value

    @protocol.deleter
    def protocol(self) -> None:
        self._data.pop("protocol", None)

    @property
    def port(self) -> int | None:
        """Port of the called server; null takes that of the protocol, presumably."""
        return self._data.get("port")

    @port.setter
    def port(self, value: int | None) -> None:
        self._data["port"] = value

    @port.deleter
    def port(self) -> None:
        self._data.pop("port", None)

    @property
    def authentication_method(self) -> WebhookAuthentication | None:
        """How the request is authenticated."""
        return self._data.get("authenticationMethod")

    @authentication_method.setter
    def authentication_method(self, value: WebhookAuthentication | None) -> None:
        self._data["authenticationMethod"] = value

    @authentication_method.deleter
    def authentication_method(self) -> None:
        self._data.pop("authenticationMethod", None)

    @property
    def username(self) -> str | None:
        """User name for BASIC_AUTH."""
        return self._data.get("username")

    @username.setter
    def username(self, value: str | None) -> None:
        self._data["username"] = value

    @username.deleter
    def username(self) -> None:
        self._data.pop("username", None)

    @property
    def token(self) -> str | None:
        """Password for BASIC_AUTH."""
        return self._data.get("token")

    @token.setter
    def token(self, value: str | None) -> None:
        self._data["token"] = value

    @token.deleter
    def token(self) -> None:
        self._data.pop("token", None)

    @property
    def body(self) -> str | None:
        """Body of the request, as text."""
        return self._data.get("body")

    @body.setter
    def body(self, value: str | None) -> None:
        self._data["body"] = value

    @body.deleter
    def body(self) -> None:
        self._data.pop("body", None)

    @property
    def headers(self) -> ViewList[WebhookParameter]:
        """Headers of the request."""
        return self._views("headers", WebhookParameter)

    @headers.setter
    def headers(self, value: Iterable[WebhookParameter | Mapping[str, Any]] | None) -> None:
        self._set_list("headers", value)

    @headers.deleter
    def headers(self) -> None:
        self._data.pop("headers", None)

    @property
    def parameters(self) -> ViewList[WebhookParameter]:
        """Members of the request's query."""
        return self._views("parameters", WebhookParameter)

    @parameters.setter
    def parameters(self, value: Iterable[WebhookParameter | Mapping[str, Any]] | None) -> None:
        self._set_list("parameters", value)

    @parameters.deleter
    def parameters(self) -> None:
        self._data.pop("parameters", None)

    @property
    def properties(self) -> ViewList[WebhookProperty]:
        """What is picked from the answer."""
        return self._views("properties", WebhookProperty)

    @properties.setter
    def properties(self, value: Iterable[WebhookProperty | Mapping[str, Any]] | None) -> None:
        self._set_list("properties", value)

    @properties.deleter
    def properties(self) -> None:
        self._data.pop("properties", None)


class WebhookParameter(View):
    """A header, or a member of the query, of a webhook."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "value": "value",
        "secret": "secret",
    }
    SECRETS: ClassVar[frozenset[str]] = frozenset(
        {
            "value",
        }
    )

    @property
    def name(self) -> str:
        """Name of the header or member."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def value(self) -> str | None:
        """Its value."""
        return self._data.get("value")

    @value.setter
    def value(self, value: str | None) -> None:
        self._data["value"] = value

    @value.deleter
    def value(self) -> None:
        self._data.pop("value", None)

    @property
    def secret(self) -> bool | None:
        """Whether the value is kept from being shown."""
        return self._data.get("secret")

    @secret.setter
    def secret(self, value: bool | None) -> None:
        self._data["secret"] = value

    @secret.deleter
    def secret(self) -> None:
        self._data.pop("secret", None)


class WebhookProperty(View):
    """A value to pick from the answer to a webhook."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "jsonPath": "json_path",
    }

    @property
    def name(self) -> str:
        """Name to give the value."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def json_path(self) -> str | None:
        """JSONPath of the value in the answer, such as $.name."""
        return self._data.get("jsonPath")

    @json_path.setter
    def json_path(self, value: str | None) -> None:
        self._data["jsonPath"] = value

    @json_path.deleter
    def json_path(self) -> None:
        self._data.pop("jsonPath", None)


class WebhookResult(View):
    """What came of a webhook's call."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "returnCode": "return_code",
        "properties": "properties",
    }

    @property
    def return_code(self) -> int | None:
        """Status that the called server answered."""
        return self._data.get("returnCode")

    @property
    def properties(self) -> ViewList[PropertyResult]:
        """What was picked from the answer."""
        return self._views("properties", PropertyResult)


class PropertyResult(View):
    """A value that was picked from the answer to a webhook."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "value": "value",
    }

    @property
    def name(self) -> str:
        """Name of the value."""
        value: str = self._data.get("name", NULL)
        return value

    @property
    def value(self) -> str | None:
        """The value."""
        return self._data.get("value")


def list(
    organization: str,
) -> Request[WebhookList]:
    """List the webhooks of the organization.

    Facts: S2, organization.

    Args:
        organization: Name of the organization.

    Returns:
        The request; its answer is a WebhookList: the webhooks.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "webhooks.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/webhooks/",
        "object",
        WebhookList,
    )


def create(
    organization: str,
    body: Webhook | Mapping[str, Any],
) -> Request[Webhook]:
    """Create a webhook.

    Facts: S4, organization.

    Args:
        organization: Name of the organization.
        body: What to send.

    Returns:
        The request; its answer is a Webhook: the webhook as created.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "webhooks.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/webhooks/",
        "object",
        Webhook,
        body=unwrapped(body),
        secret=(
            "token",
            "value",
        ),
    )


def get(
    organization: str,
    webhook: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
) -> Request[Webhook]:
    """Get the webhook.

    Facts: S1, organization, core.

    Args:
        organization: Name of the organization.
        webhook: Name of the webhook.
        secret_only: Whether to give secret settings only.
        no_secret: Whether to leave secret settings out.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request; its answer is a Webhook: the webhook.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "webhooks.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/webhooks/{segment('webhook', webhook)}",
        "object",
        Webhook,
        query=drop_none(
            {
                "secret_only": secret_only,
                "no_secret": no_secret,
                "obfuscate": obfuscate,
            }
        ),
    )


def update(
    organization: str,
    webhook: str,
    body: Webhook | Mapping[str, Any],
    *,
    force: bool | None = None,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[Webhook]:
    """Update the webhook.

    A new name in the body renames the webhook.

    Facts: S5, organization.

    Args:
        organization: Name of the organization.
        webhook: Name of the webhook.
        body: What to send.
        force: Whether to force the update; what the server then leaves unchecked is not known.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is a Webhook: the webhook as updated.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "webhooks.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/webhooks/{segment('webhook', webhook)}",
        "object",
        Webhook,
        query=drop_none(
            {
                "force": force,
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
        body=unwrapped(body),
        secret=(
            "token",
            "value",
        ),
    )


def delete(
    organization: str,
    webhook: str,
    *,
    trigger_orchestration_handler: bool | None = None,
    trigger_application_handler: bool | None = None,
) -> Request[None]:
    """Delete the webhook.

    Facts: organization.

    Args:
        organization: Name of the organization.
        webhook: Name of the webhook.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle it.
        trigger_application_handler: Whether the request starts the handlers of applications that it fires.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "webhooks.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/webhooks/{segment('webhook', webhook)}",
        "nothing",
        identity,
        query=drop_none(
            {
                "trigger_orchestration_handler": trigger_orchestration_handler,
                "trigger_application_handler": trigger_application_handler,
            }
        ),
    )


def run(
    organization: str,
    webhook: str,
) -> Request[WebhookResult]:
    """Send the request of the webhook.

    The answer comes when the outgoing call is done.

    Facts: organization.

    Args:
        organization: Name of the organization.
        webhook: Name of the webhook.

    Returns:
        The request; its answer is a WebhookResult: what the called server answered.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "webhooks.run",
        "PUT",
        f"/organizations/{segment('organization', organization)}/webhooks/{segment('webhook', webhook)}/_run",
        "object",
        WebhookResult,
    )
