# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""HTTP requests that the server sends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View, unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.webhooks import (
        PropertyResultDict,
        PropertyResultMembers,
        WebhookDict,
        WebhookListDict,
        WebhookListMembers,
        WebhookMembers,
        WebhookParameterDict,
        WebhookParameterMembers,
        WebhookPropertyDict,
        WebhookPropertyMembers,
        WebhookResultDict,
        WebhookResultMembers,
    )

#: HTTP method of a webhook.
WebhookMethod: TypeAlias = Literal["GET", "POST", "PUT", "DELETE"]

#: Scheme of a webhook's URL.
WebhookProtocol: TypeAlias = Literal["HTTP", "HTTPS"]

#: Authentication of a webhook: none, or user name and token.
WebhookAuthentication: TypeAlias = Literal["NO_AUTH", "BASIC_AUTH"]


class WebhookList(View):
    """A list response: one page of Webhook objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: WebhookListDict | None = None, **members: Unpack[WebhookListMembers]) -> None: ...

    @property
    def count(self) -> int | str | None:
        """Number of items on this page."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Position of the first item among all items."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Number of items on all pages."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[Webhook, Webhook | WebhookDict]:
        """The items; may be absent if there are none."""
        return self._views("items", Webhook)

    @items.setter
    def items(self, value: Iterable[Webhook | WebhookDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Webhook(View):
    """An HTTP request that the server sends on demand, and the values to extract from its response."""

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
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "organization": "organization",
        "method": "method",
        "server_name": "serverName",
        "path": "path",
        "protocol": "protocol",
        "port": "port",
        "authentication_method": "authenticationMethod",
        "username": "username",
        "token": "token",
        "body": "body",
        "headers": "headers",
        "parameters": "parameters",
        "properties": "properties",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: WebhookDict | None = None, **members: Unpack[WebhookMembers]) -> None: ...

    @property
    def uuid(self) -> str | None:
        """Unique identifier; it never changes."""
        return self._data.get("uuid")

    @property
    def version(self) -> int | None:
        """Revision counter; the server increments it on each change."""
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
        """Description."""
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
    def method(self) -> WebhookMethod | str | None:
        """HTTP method of the request."""
        return self._data.get("method")

    @method.setter
    def method(self, value: WebhookMethod | str | None) -> None:
        self._data["method"] = value

    @method.deleter
    def method(self) -> None:
        self._data.pop("method", None)

    @property
    def server_name(self) -> str | None:
        """Host name or address of the called server, without scheme and port."""
        return self._data.get("serverName")

    @server_name.setter
    def server_name(self, value: str | None) -> None:
        self._data["serverName"] = value

    @server_name.deleter
    def server_name(self) -> None:
        self._data.pop("serverName", None)

    @property
    def path(self) -> str | None:
        """Path of the request, with a leading slash."""
        return self._data.get("path")

    @path.setter
    def path(self, value: str | None) -> None:
        self._data["path"] = value

    @path.deleter
    def path(self) -> None:
        self._data.pop("path", None)

    @property
    def protocol(self) -> WebhookProtocol | str | None:
        """Scheme of the URL."""
        return self._data.get("protocol")

    @protocol.setter
    def protocol(self, value: WebhookProtocol | str | None) -> None:
        self._data["protocol"] = value

    @protocol.deleter
    def protocol(self) -> None:
        self._data.pop("protocol", None)

    @property
    def port(self) -> int | None:
        """Port of the called server; null presumably selects the default port of the scheme."""
        return self._data.get("port")

    @port.setter
    def port(self, value: int | None) -> None:
        self._data["port"] = value

    @port.deleter
    def port(self) -> None:
        self._data.pop("port", None)

    @property
    def authentication_method(self) -> WebhookAuthentication | str | None:
        """Authentication of the request."""
        return self._data.get("authenticationMethod")

    @authentication_method.setter
    def authentication_method(self, value: WebhookAuthentication | str | None) -> None:
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
    def headers(self) -> ViewList[WebhookParameter, WebhookParameter | WebhookParameterDict]:
        """Headers of the request."""
        return self._views("headers", WebhookParameter)

    @headers.setter
    def headers(self, value: Iterable[WebhookParameter | WebhookParameterDict] | None) -> None:
        self._set_views("headers", value)

    @headers.deleter
    def headers(self) -> None:
        self._data.pop("headers", None)

    @property
    def parameters(self) -> ViewList[WebhookParameter, WebhookParameter | WebhookParameterDict]:
        """Query parameters of the request."""
        return self._views("parameters", WebhookParameter)

    @parameters.setter
    def parameters(self, value: Iterable[WebhookParameter | WebhookParameterDict] | None) -> None:
        self._set_views("parameters", value)

    @parameters.deleter
    def parameters(self) -> None:
        self._data.pop("parameters", None)

    @property
    def properties(self) -> ViewList[WebhookProperty, WebhookProperty | WebhookPropertyDict]:
        """Values to extract from the response."""
        return self._views("properties", WebhookProperty)

    @properties.setter
    def properties(self, value: Iterable[WebhookProperty | WebhookPropertyDict] | None) -> None:
        self._set_views("properties", value)

    @properties.deleter
    def properties(self) -> None:
        self._data.pop("properties", None)


class WebhookParameter(View):
    """A header or query parameter of a webhook."""

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
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "value": "value",
        "secret": "secret",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: WebhookParameterDict | None = None, **members: Unpack[WebhookParameterMembers]
        ) -> None: ...

    @property
    def name(self) -> str:
        """Name of the header or parameter."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def value(self) -> str | None:
        """Value of the header or parameter."""
        return self._data.get("value")

    @value.setter
    def value(self, value: str | None) -> None:
        self._data["value"] = value

    @value.deleter
    def value(self) -> None:
        self._data.pop("value", None)

    @property
    def secret(self) -> bool | None:
        """Whether the value is hidden."""
        return self._data.get("secret")

    @secret.setter
    def secret(self, value: bool | None) -> None:
        self._data["secret"] = value

    @secret.deleter
    def secret(self) -> None:
        self._data.pop("secret", None)


class WebhookProperty(View):
    """A value to extract from the response to a webhook."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "jsonPath": "json_path",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "json_path": "jsonPath",
    }

    if TYPE_CHECKING:

        def __init__(
            self, json_data: WebhookPropertyDict | None = None, **members: Unpack[WebhookPropertyMembers]
        ) -> None: ...

    @property
    def name(self) -> str:
        """Name for the value."""
        value: str = self._data.get("name", NULL)
        return value

    @name.setter
    def name(self, value: str) -> None:
        self._data["name"] = value

    @property
    def json_path(self) -> str | None:
        """JSONPath of the value in the response, such as $.name."""
        return self._data.get("jsonPath")

    @json_path.setter
    def json_path(self, value: str | None) -> None:
        self._data["jsonPath"] = value

    @json_path.deleter
    def json_path(self) -> None:
        self._data.pop("jsonPath", None)


class WebhookResult(View):
    """Result of a webhook's request."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "returnCode": "return_code",
        "properties": "properties",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: WebhookResultDict | None = None, **members: Unpack[WebhookResultMembers]
        ) -> None: ...

    @property
    def return_code(self) -> int | None:
        """Status code that the called server returned."""
        return self._data.get("returnCode")

    @property
    def properties(self) -> ViewList[PropertyResult, PropertyResult | PropertyResultDict]:
        """Values extracted from the response."""
        return self._views("properties", PropertyResult)


class PropertyResult(View):
    """A value extracted from the response to a webhook."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "value": "value",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(
            self, json_data: PropertyResultDict | None = None, **members: Unpack[PropertyResultMembers]
        ) -> None: ...

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

    Args:
        organization: Name of the organization.

    Returns:
        The request. Its response is a WebhookList: the webhooks.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S2, organization.
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

    Args:
        organization: Name of the organization.
        body: The request body.

    Returns:
        The request. Its response is a Webhook: the created webhook.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S4, organization.
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

    Args:
        organization: Name of the organization.
        webhook: Name of the webhook.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.

    Returns:
        The request. Its response is a Webhook: the webhook.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S1, organization, core.
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

    Args:
        organization: Name of the organization.
        webhook: Name of the webhook.
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response is a Webhook: the updated webhook.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S5, organization.
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

    Args:
        organization: Name of the organization.
        webhook: Name of the webhook.
        trigger_orchestration_handler: Whether the request starts the orchestrations that handle the change.
        trigger_application_handler: Whether the request runs the application handlers that the change triggers.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
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

    The response is sent when the outgoing request is complete.

    Args:
        organization: Name of the organization.
        webhook: Name of the webhook.

    Returns:
        The request. Its response is a WebhookResult: the result of the outgoing request.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: organization.
    """
    return Request(
        "webhooks.run",
        "PUT",
        f"/organizations/{segment('organization', organization)}/webhooks/{segment('webhook', webhook)}/_run",
        "object",
        WebhookResult,
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_organization",)

    URL: ClassVar[str] = "organizations/{}/webhooks/"

    def __init__(self, organization: str) -> None:
        self._organization = organization

    def list(self) -> Request[WebhookList]:
        """List the webhooks of the organization."""
        return list(self._organization)

    def create(self, body: Webhook | Mapping[str, Any]) -> Request[Webhook]:
        """Create a webhook."""
        return create(self._organization, body)

    def get(
        self,
        webhook: str,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
    ) -> Request[Webhook]:
        """Get the webhook."""
        return get(self._organization, webhook, secret_only=secret_only, no_secret=no_secret, obfuscate=obfuscate)

    def update(
        self,
        webhook: str,
        body: Webhook | Mapping[str, Any],
        *,
        force: bool | None = None,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[Webhook]:
        """Update the webhook."""
        return update(
            self._organization,
            webhook,
            body,
            force=force,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def delete(
        self,
        webhook: str,
        *,
        trigger_orchestration_handler: bool | None = None,
        trigger_application_handler: bool | None = None,
    ) -> Request[None]:
        """Delete the webhook."""
        return delete(
            self._organization,
            webhook,
            trigger_orchestration_handler=trigger_orchestration_handler,
            trigger_application_handler=trigger_application_handler,
        )

    def run(self, webhook: str) -> Request[WebhookResult]:
        """Send the request of the webhook."""
        return run(self._organization, webhook)
