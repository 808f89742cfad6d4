"""A stub of Photo Shelf: what it is sent is kept, and shown again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

CREATED = "2026-05-04T10:20:30+02:00"


class Shelf(ThreadingHTTPServer):
    """The albums and photos of one user. `seen` holds the method, path, query and headers of each request."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.albums: dict[str, dict[str, Any]] = {}
        self.photos: dict[int, dict[str, Any]] = {}
        self.images: dict[int, bytes] = {}
        self.seen: list[tuple[str, str, dict[str, list[str]], dict[str, str]]] = []

    def albums_get(self, query: dict[str, list[str]], _: bytes) -> tuple[int, Any]:
        start = int(query.get("page", ["0"])[0])
        more = start + 1 < len(self.albums)
        page = {"results": [*self.albums.values()][start : start + 1], "nextPage": str(start + 1) if more else None}
        return 200, page

    def albums_post(self, _: Any, body: bytes) -> tuple[int, Any]:
        album = json.loads(body)
        if album["name"] in self.albums:
            return 409, {"message": f"There is an album {album['name']}."}
        self.albums[album["name"]] = album | {"createdOn": CREATED, "likes": 3}
        return 201, self.albums[album["name"]]

    def album_get(self, _: Any, __: bytes, name: str) -> tuple[int, Any]:
        return 200, self.albums[name]

    def album_put(self, _: Any, body: bytes, name: str) -> tuple[int, Any]:
        self.albums[name] = json.loads(body)
        return 200, self.albums[name]

    def album_delete(self, _: Any, __: bytes, name: str) -> tuple[int, Any]:
        del self.albums[name]
        return 204, b""

    def share_post(self, _: Any, __: bytes, name: str) -> tuple[int, Any]:
        return 200, f"https://shelf.example/{name}"

    def photos_get(self, query: dict[str, list[str]], _: bytes, __: str) -> tuple[int, Any]:
        photos = sorted(self.photos.values(), key=lambda photo: photo["id"], reverse=query.get("order") == ["newest"])
        return 200, {"results": photos, "nextPage": None}

    def photos_post(self, _: Any, body: bytes, __: str) -> tuple[int, Any]:
        number = len(self.photos) + 1
        part = message_from_bytes(b"Content-Type: " + self.content_type.encode() + b"\r\n\r\n" + body).get_payload()[0]
        self.images[number] = part.get_payload(decode=True)
        self.photos[number] = {"id": number, "size": len(self.images[number]), "takenOn": None, "tags": []}
        return 201, self.photos[number]

    def image_get(self, _: Any, __: bytes, number: str) -> tuple[int, Any]:
        return 200, self.images[int(number)]

    def tags_put(self, _: Any, body: bytes, number: str) -> tuple[int, Any]:
        self.photos[int(number)]["tags"] = json.loads(body)
        return 200, self.photos[int(number)]


ROUTES = {
    r"/albums": "albums",
    r"/albums/([^/]+)": "album",
    r"/albums/([^/]+)/share": "share",
    r"/albums/([^/]+)/photos": "photos",
    r"/photos/([^/]+)/image": "image",
    r"/photos/([^/]+)/tags": "tags",
}


class Handler(BaseHTTPRequestHandler):
    server: Shelf

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        query, headers = parse_qs(url.query), {name.lower(): value for name, value in self.headers.items()}
        self.server.seen.append((self.command, url.path, query, headers))
        self.server.content_type = headers.get("content-type", "")
        body = self.rfile.read(int(headers.get("content-length", 0)))
        found = [(match, name) for path, name in ROUTES.items() if (match := re.fullmatch(path, url.path))]
        (match, name), *_ = found
        try:
            status, content = getattr(self.server, f"{name}_{self.command.lower()}")(
                query, body, *map(unquote, match.groups())
            )
        except KeyError:
            status, content = 404, {"message": "It is not there."}
        if not isinstance(content, bytes):
            content = (content if isinstance(content, str) else json.dumps(content)).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815 - the names of http.server

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def running() -> Iterator[Shelf]:
    """Run the server while the block runs."""
    with Shelf() as shelf:
        thread = Thread(target=shelf.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield shelf
        finally:
            shelf.shutdown()
            thread.join()
