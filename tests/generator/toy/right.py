"""A script that type checkers accept."""

from __future__ import annotations

from datetime import datetime
from typing import Any, assert_type

from shelf_client.aio import Client as AsyncClient
from shelf_client.blocking import Client
from shelf_client.wire import albums, photos
from shelf_client.wire.albums import Album, Place, Visibility
from shelf_client.wire.photos import Photo
from shelf_client.wire.request import Request, Upload

with Client("https://shelf.example", "token") as client:
    album = client.albums.create("holidays", visibility="friends", place={"country": "Portugal"})
    assert_type(album, Album)
    assert_type(album.name, str)
    assert_type(album.visibility, Visibility | str | None)
    assert_type(album.place, Place)
    assert_type(album.place.latitude, float | None)
    assert_type(album.created_at, datetime | None)
    assert_type(client.albums.list(), list[Album])
    assert_type(client.run(albums.delete("holidays")), None)
    assert_type(client.run(albums.share("holidays", pin="1234")), str)
    assert_type(client.run(photos.download(7)), bytes)
    photo = client.run(photos.upload("holidays", Upload(b"...", "a.jpg")))
    assert_type(photo.tags[0], str)
    photo.taken_on = datetime.now().astimezone()
assert_type(photos.tag(7, ["sea"]), Request[Photo])
given: dict[str, Any] = album.get_json()


async def main() -> None:
    async with AsyncClient("https://shelf.example", "token") as client:
        assert_type(await client.albums.get("holidays"), Album)
