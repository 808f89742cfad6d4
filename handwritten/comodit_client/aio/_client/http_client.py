"""The transport of the original client, under its old name: requests by path, without classes."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO, Literal
from urllib.parse import quote, unquote

from comodit_client.aio._client.base import BaseClient
from comodit_client.rest.uploads import upload
from comodit_client.wire.errors import InvalidName
from comodit_client.wire.request import NO_BODY, Request, identity

Parameters = Mapping[str, Any] | None


class HttpClient(BaseClient):
    """A client that sends requests by path. It exists for scripts of the original client; use `client.run` in new ones.

    Args:
        endpoint: The API root, such as `https://my.comodit.com/api`.
        username: The user's name; None with an application key.
        password: The user's password.
        token: The token of an application key.
        insecure_upload: If True, uploads do not verify the server's certificate.
        mfa: The one-time code of a second factor, or a function that returns one.
    """

    def __init__(
        self,
        endpoint: str,
        username: str | None = None,
        password: str | None = None,
        token: str | None = None,
        insecure_upload: bool = False,
        mfa: str | Callable[[], str] | None = None,
    ) -> None:
        super().__init__(endpoint, username, password, token, insecure_upload, mfa)

    async def create(self, entity: str, item: Any = None, parameters: Parameters = None, decode: bool = True) -> Any:
        """Send a POST request.

        Args:
            entity: The path below the API root, without a slash at its start.
            item: The JSON value to send. None sends no body.
            parameters: The members of the query.
            decode: If True, decode the response as JSON.

        Returns:
            The decoded JSON; with `decode=False`, the body as a binary file open for reading.

        Raises:
            ApiException: The server returned an error status.
            TransportError: No response was received.
        """
        return await self._call("POST", entity, item, parameters, decode)

    async def read(self, entity: str, parameters: Parameters = None, decode: bool = True) -> Any:
        """Send a GET request; arguments and result are those of `create`.

        Args:
            entity: The path below the API root, without a slash at its start.
            parameters: The members of the query.
            decode: If True, decode the response as JSON.
        """
        return await self._call("GET", entity, None, parameters, decode)

    async def update(self, entity: str, item: Any = None, parameters: Parameters = None, decode: bool = True) -> Any:
        """Send a PUT request; arguments and result are those of `create`.

        Args:
            entity: The path below the API root, without a slash at its start.
            item: The JSON value to send. None sends no body.
            parameters: The members of the query.
            decode: If True, decode the response as JSON.
        """
        return await self._call("PUT", entity, item, parameters, decode)

    async def delete(self, entity: str, parameters: Parameters = None) -> None:
        """Send a DELETE request; the response's body is not read.

        Args:
            entity: The path below the API root, without a slash at its start.
            parameters: The members of the query.
        """
        await self.run(
            Request(
                "http.delete",
                "DELETE",
                _path(entity),
                "nothing",
                identity,
                query={} if parameters is None else parameters,
            )
        )

    def decode(self, response: BinaryIO) -> str:
        """Decode a response as UTF-8 and drop invalid bytes.

        Args:
            response: The file that `create`, `read` or `update` returned with `decode=False`.

        Returns:
            The text.
        """
        return response.read().decode("utf-8", "ignore")

    async def upload_to_exising_file_with_path(self, file_name: str | os.PathLike[str], path: str) -> None:
        """Upload a local file as the content of a file on the server.

        Args:
            file_name: The path of the local file.
            path: The path below the API root, without a slash at its start.

        Raises:
            UnusableFile: The local file cannot be read.
        """
        with upload(file_name, "file") as part:
            parts = {"file": part}
            await self.run(
                Request("http.upload", "POST", _path(path), "nothing", identity, parts=parts, timeout_class="long")
            )

    async def _call(
        self, method: Literal["GET", "POST", "PUT"], entity: str, item: Any, parameters: Parameters, decode: bool
    ) -> Any:
        request: Request[Any] = Request(
            f"http.{method.lower()}",
            method,
            _path(entity),
            "value" if decode else "bytes",
            identity if decode else io.BytesIO,
            query={} if parameters is None else parameters,
            body=NO_BODY if item is None else item,
        )
        return await self.run(request)


def _path(entity: str) -> str:
    if not isinstance(entity, str) or any(unquote(part) in (".", "..") for part in entity.split("/")):
        raise InvalidName("path", entity)
    try:
        # Some scripts encode the names in a path, others do not: both reach the same resource.
        return "/" + quote(entity, safe="/%:@!$&'()*+,;=")
    except UnicodeEncodeError:  # a lone surrogate
        raise InvalidName("path", entity) from None
