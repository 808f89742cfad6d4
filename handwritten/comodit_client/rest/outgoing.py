"""Builds HTTP requests. What the requests of a client share is made once. Loading this module imports httpx."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, BinaryIO

import attrs

from comodit_client.rest.decoding import ACCEPTED
from comodit_client.rest.exceptions import InvalidBody
from comodit_client.rest.http import ApiRoot, EmptyBody, FixedBody, Headers, HttpRequest
from comodit_client.rest.queries import encode_query
from comodit_client.rest.version import user_agent
from comodit_client.wire.request import NO_BODY, Request

#: The methods whose requests have a length even without a body.
WITH_LENGTH = frozenset({"POST", "PUT", "PATCH"})
EMPTY = EmptyBody()


@attrs.frozen(eq=False)
class RequestBuilder:
    """Builds the requests to one API root.

    Args:
        root: The API root.
        headers: The headers of every request.
    """

    root: ApiRoot
    headers: Headers = attrs.field(repr=False)

    @classmethod
    def of_client(
        cls, root: str, application: str, credentials: Mapping[str, str], given: Mapping[str, str]
    ) -> RequestBuilder:
        """Return the builder of a client.

        Args:
            root: The API root, without a trailing slash.
            application: The application that the header User-Agent names first; empty for none.
            credentials: The headers with the credentials; empty if a login makes them.
            given: The headers of an httpx client of the caller.
        """
        own = {
            "Accept": "application/json, */*",
            "Accept-Encoding": ACCEPTED,
            "User-Agent": user_agent(application),
            **credentials,
        }
        checked = ApiRoot(root)
        headers = Headers({"Host": checked.host, **given})
        headers.update(own)
        return cls(checked, headers)

    def build(self, request: Request[Any], target: str | None, extensions: dict[str, Any]) -> HttpRequest:
        """Build a request.

        Args:
            request: The request of the wire layer.
            target: The target of a redirect; None for the URL of the operation.
            extensions: The extensions of httpx.

        Raises:
            InvalidBody: The body cannot be written as JSON.
            InvalidArgument: A query parameter cannot be sent.
        """
        query = "" if request.query == {} else encode_query(request.operation, request.query)
        url = target or self.root.below(request.path, query)
        headers = self.headers
        has_body = request.body is not NO_BODY
        if request.headers or has_body or request.method in WITH_LENGTH:
            headers = Headers(headers)
            headers.update(request.headers)
        if request.parts:
            return HttpRequest(request.method, url, headers=headers, files=_form(request), extensions=extensions)
        body = b""
        if has_body:
            body = _encoded(request)
            headers["Content-Type"] = "application/json"
        if body or request.method in WITH_LENGTH:
            headers["Content-Length"] = str(len(body))
        # Given as a stream, httpx takes the headers as they are instead of merging them with its own.
        stream = FixedBody(body) if body else EMPTY
        outgoing = HttpRequest(request.method, url, headers=headers, stream=stream, extensions=extensions)
        outgoing.read()
        return outgoing


def _encoded(request: Request[Any]) -> bytes:
    try:
        return json.dumps(request.body, allow_nan=False).encode("ascii")
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidBody(
            f"Cannot write the body of {request.operation} as JSON: {error}. Use JSON types only."
        ) from error


def _form(request: Request[Any]) -> dict[str, tuple[str, bytes | BinaryIO, str]]:
    return {field: (part.filename, part.content, part.content_type) for field, part in request.parts.items()}
