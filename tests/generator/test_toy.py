"""A client of another service: it is generated, checked and run, and nothing in it is the project's own."""

from __future__ import annotations

import importlib
import inspect
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import pytest_asyncio

from generator import bundle
from generator.paths import ROOT
from tests.generator.toy.server import Shelf, running

TOY = ROOT / "tests" / "generator" / "toy"
IMAGE = bytes(range(256)) * 1000 + b"\r\n--\r\n"


def generator(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the generator in another folder than the project's."""
    command = [sys.executable, "-m", "generator", "--config", "toy/generator.toml", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, generated in a folder outside the project."""
    folder = tmp_path_factory.mktemp("second")
    shutil.copytree(TOY, folder / "toy", ignore=shutil.ignore_patterns("generated", "__pycache__"))
    done = generator(folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return folder / "toy"


@pytest.fixture(scope="module")
def load(toy: Path) -> Iterator[Callable[[str], ModuleType]]:
    """Import a module of the package."""
    with pytest.MonkeyPatch.context() as patch:
        for tree in ("generated", "handwritten"):
            patch.syspath_prepend(toy / tree)
        yield lambda name: importlib.import_module(f"shelf_client.{name}")
    for name in [name for name in sys.modules if name.partition(".")[0] == "shelf_client"]:
        del sys.modules[name]


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    with running() as shelf:
        yield shelf


@pytest_asyncio.fixture(params=["aio", "blocking"])
async def client(request: pytest.FixtureRequest, load, shelf: Shelf) -> Any:
    """A client of each API."""
    client = load(request.param).Client(shelf.url, "secret-token")
    if request.param == "aio":
        async with client:
            yield client
    else:
        with client:
            yield client


async def result(value: Any) -> Any:
    """Return what a method of either API returns."""
    return await value if inspect.isawaitable(value) else value


class TestTheCommand:
    def test_a_second_run_finds_no_difference(self, toy: Path) -> None:
        done = generator(toy.parent, "--check")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    def test_a_difference_is_found(self, toy: Path, tmp_path: Path) -> None:
        shutil.copytree(toy, tmp_path / "toy")
        front = tmp_path / "toy" / "schema" / "openapi.yaml"
        front.write_text(front.read_text().replace("Number of the photo.", "The number."))
        done = generator(tmp_path, "--check")
        assert done.returncode == 1
        assert done.stdout.splitlines() == [
            "shelf_client: differs: schema/photo-shelf.json",
            "shelf_client: differs: schema/photo-shelf.yaml",
            "shelf_client: differs: wire/photos.py",
        ]

    def test_a_finding_names_the_file_of_the_schema(self, toy: Path, tmp_path: Path) -> None:
        shutil.copytree(toy, tmp_path / "toy")
        albums = tmp_path / "toy" / "schema" / "albums.yaml"
        albums.write_text(albums.read_text().replace("type: number", "type: numeric"))
        done = generator(tmp_path)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("albums.yaml: components > schemas > Place > properties > latitude > type: ")


class TestThePackage:
    def test_it_has_ten_operations(self, toy: Path, load) -> None:
        found = [
            operation["operationId"].split(".") for _, _, operation in bundle.operations(bundle.load(toy / "schema"))
        ]
        assert len(found) == 10
        for module, verb in found:
            assert callable(getattr(load(f"wire.{module}"), verb))

    def test_nothing_in_it_is_the_project_s_own(self, toy: Path) -> None:
        files = [file for file in (toy / "generated").rglob("*") if file.is_file() and file.suffix != ".pyc"]
        assert len(files) > 20
        for file in files:
            text = f"{file}\n{file.read_text(encoding='utf-8')}".lower()
            own = ("comodit", "pythonapiexception", "make generate", "cause and remedy")
            assert not [word for word in own if word in text], file

    def test_its_files_say_what_they_are_made_from(self, toy: Path) -> None:
        def head(path: str) -> str:
            return (toy / "generated" / "shelf_client" / path).read_text().splitlines()[0]

        made = "# Made by `python -m generator` from"
        assert head("wire/albums.py") == f"{made} schema/. Do not edit."
        assert head("blocking/client.py") == f"{made} handwritten/shelf_client/aio/client.py. Do not edit."

    def test_each_name_that_it_exports_is_there(self, load) -> None:
        for api in ("aio", "blocking"):
            exports = load(f"_exports.{api}")
            assert {"AlbumCollection", "Client", "RequestFailed", "Visibility"} <= {*exports.__all__}
            for name in exports.__all__:
                assert hasattr(importlib.import_module(exports.HOMES[name]), name)

    def test_its_exceptions_have_the_configured_base(self, load) -> None:
        errors = load("wire.errors")
        assert issubclass(errors.InvalidName, errors.ShelfError)
        with pytest.raises(errors.ShelfError, match="Invalid album ''"):
            load("wire.albums").get("")

    def test_without_a_facade_there_is_only_the_wire_layer_and_the_schema(self, toy: Path, tmp_path: Path) -> None:
        shutil.copytree(toy / "schema", tmp_path / "toy" / "schema")
        (tmp_path / "toy" / "generator.toml").write_text('package = "small"\noutput = "."\n')
        assert generator(tmp_path).stderr == ""
        assert sorted(path.name for path in (tmp_path / "toy" / "small").iterdir()) == ["schema", "wire"]
        assert (tmp_path / "toy" / "small" / "schema" / "small.json").exists()


@pytest.mark.slow
def test_it_is_typed(toy: Path) -> None:
    trees = [str(toy / tree) for tree in ("generated", "handwritten")]
    options = ["--strict", "--config-file=", "--explicit-package-bases", "--namespace-packages", "--cache-dir=cache"]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, *trees, "right.py", "wrong.py"],
        cwd=toy,
        env=os.environ | {"MYPYPATH": os.pathsep.join(trees)},
        capture_output=True,
        text=True,
    )
    errors = [line.split(":")[:2] for line in done.stdout.splitlines() if ": error: " in line]
    wrong = (toy / "wrong.py").read_text().splitlines()
    expected = [number for number, line in enumerate(wrong, 1) if line and number > 6]
    assert len(expected) == 10
    assert errors == [["wrong.py", str(number)] for number in expected], done.stdout + done.stderr


class TestRequests:
    async def test_albums_are_created_and_listed_over_pages(self, client, shelf: Shelf) -> None:
        for name in ("sea", "hills", "a/b"):
            await result(client.albums.create(name, visibility="friends"))
        assert [album.name for album in await result(client.albums.list())] == ["sea", "hills", "a/b"]
        assert [query for method, path, query, _ in shelf.seen if method == "GET"] == [
            {},
            {"page": ["1"]},
            {"page": ["2"]},
        ]
        assert {headers["authorization"] for *_, headers in shelf.seen} == {"Bearer secret-token"}
        assert (await result(client.albums.get("a/b"))).name == "a/b"

    async def test_members_are_typed_and_secrets_are_masked(self, client, load, capsys) -> None:
        place = load("wire.albums").Place(country="Portugal", latitude=38.7)
        album = await result(client.albums.create("sea", place=place, guest_password="sesame", visibility="friends"))
        assert type(album.place) is type(place)
        assert (album.place.country, album.place.latitude, album.visibility) == ("Portugal", 38.7, "friends")
        assert album.created_at == datetime(2026, 5, 4, 8, 20, 30, tzinfo=UTC)
        assert album.guest_password == "sesame"
        album.show()
        shown = capsys.readouterr().out
        assert "Portugal" in shown
        assert "sesame" not in shown

    async def test_an_update_keeps_members_that_the_schema_does_not_know(self, client, load, shelf: Shelf) -> None:
        albums = load("wire.albums")
        album = await result(client.albums.create("sea", place={"country": "Portugal"}))
        album.title, album.place.country, album.visibility = "The sea", "Spain", "family"
        updated = await result(client.run(albums.update("sea", album)))
        assert updated.get_json() == album.get_json()
        assert shelf.albums["sea"]["likes"] == 3
        assert shelf.albums["sea"]["place"] == {"country": "Spain"}
        assert updated.visibility == "family"

    async def test_a_deleted_album_is_gone(self, client, load, shelf: Shelf) -> None:
        await result(client.albums.create("sea"))
        assert await result(client.run(load("wire.albums").delete("sea"))) is None
        assert shelf.albums == {}
        with pytest.raises(
            load("errors").RequestFailed, match=r"Cannot run albums\.get: the server returned 404"
        ) as caught:
            await result(client.albums.get("sea"))
        assert caught.value.status == 404

    async def test_the_argument_of_an_own_header_has_no_prefix(self, client, load, shelf: Shelf) -> None:
        assert await result(client.run(load("wire.albums").share("sea", pin="12"))) == "https://shelf.example/sea"
        assert shelf.seen[-1][3]["x-shelf-pin"] == "12"

    async def test_an_image_arrives_whole_and_comes_back(self, client, load, shelf: Shelf) -> None:
        photos, upload = load("wire.photos"), load("wire.request").Upload
        photo = await result(client.run(photos.upload("sea", upload(IMAGE, "a.jpg", "image/jpeg"))))
        assert (photo.id, photo.size) == (1, len(IMAGE))
        assert shelf.images == {1: IMAGE}
        assert await result(client.run(photos.download(photo.id))) == IMAGE

    async def test_photos_are_sorted_and_tagged(self, client, load, shelf: Shelf) -> None:
        photos, upload = load("wire.photos"), load("wire.request").Upload
        for image in (b"a", b"b"):
            await result(client.run(photos.upload("sea", upload(image, "a.jpg"))))
        page = await result(client.run(photos.list("sea", order="newest")))
        assert [photo.id for photo in page.results] == [2, 1]
        assert list((await result(client.run(photos.tag(2, ["sea", "sun"])))).tags) == ["sea", "sun"]
        assert shelf.photos[2]["tags"] == ["sea", "sun"]


def test_dates_are_written_as_rfc_3339_requires(load) -> None:
    photo = load("wire.photos").Photo()
    photo.taken_on = datetime(2026, 5, 4, 10, 20, tzinfo=timezone(timedelta(hours=2)))
    assert photo.get_json() == {"takenOn": "2026-05-04T10:20:00.000+02:00"}


def test_the_generator_does_not_know_the_service() -> None:
    files = [file for file in (ROOT / "generator").rglob("*") if file.suffix in (".py", ".jinja", ".json", ".toml")]
    assert len(files) > 40
    assert [file.name for file in files if "comodit" in file.read_text(encoding="utf-8").lower()] == []
