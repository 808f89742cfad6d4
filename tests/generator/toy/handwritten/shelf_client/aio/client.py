"""The async client."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, Self, TypeVar

import httpx
from shelf_client.errors import RequestFailed
from shelf_client.wire import albums
from shelf_client.wire.albums import Album
from shelf_client.wire.request import NO_BODY, Request

if TYPE_CHECKING:
    from typing import Unpack

    from shelf_client.wire.dicts.albums import AlbumOptions

T = TypeVar("T")


class Client:
    """An async client, to use with `async with`."""

    def __init__(self, url: str, token: str) -> None:
        self._http = httpx.AsyncClient(base_url=url, headers={"Authorization": f"Bearer {token}"})

    @property
    def albums(self) -> AlbumCollection:
        return AlbumCollection(self)

    async def run(self, request: Request[T]) -> T:
        """Send a request with `await client.run(request)`."""
        body = {} if request.body is NO_BODY else {"json": request.body}
        files = {name: (one.filename, one.content, one.content_type) for name, one in request.parts.items()}
        query, headers = dict(request.query), dict(request.headers)
        response = await self._http.request(
            request.method, request.path, params=query, headers=headers, files=files or None, **body
        )
        if response.is_error:
            raise RequestFailed(request.operation, response.status_code, response.text)
        match request.response_kind:
            case "bytes":
                return request.read(response.content)
            case "text":
                return request.read(response.text)
            case "nothing":
                return request.read(None)
        return request.read(response.json())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.aclose()


class AlbumCollection:
    def __init__(self, client: Client) -> None:
        self._client = client

    async def list(self) -> builtins.list[Album]:
        found: list[Album] = []
        page: Any = None
        while True:
            response = await self._client.run(albums.list(page=page))
            found += response.results
            page = response.next_page
            if page is None:
                return found

    async def get(self, name: str) -> Album:
        return await self._client.run(albums.get(name))

    async def create(self, name: str, **options: Unpack[AlbumOptions]) -> Album:
        return await self._client.run(albums.create(Album(name=name, **options)))
