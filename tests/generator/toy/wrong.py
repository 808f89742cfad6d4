"""A script that type checkers reject: each line after the imports."""

from shelf_client.blocking import Client
from shelf_client.wire import albums, photos
from shelf_client.wire.albums import Album

print(Album().nmae)
Album().name = 1
Album().created_on = "now"
Album(guestPassword="x")
Album(place={"contry": "Portugal"})
albums.share("holidays")
albums.rename("holidays")
photos.tag(7, [1])
photos.upload("holidays", b"...")
Client("https://shelf.example", "token").albums.create("holidays", visibilty="friends")
