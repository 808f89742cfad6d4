"""Names become names of files: ordinary ones as they are, all others so that none leads out of its folder."""

from __future__ import annotations

import os
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comodit_client.disk.names import file_name, file_names, find_entry
from comodit_client.disk.place import Place
from comodit_client.rest.exceptions import InvalidName

ORDINARY = ["Shop", "Nightly clean", "my file é.conf", "setup.sh", "100%", "a%b", "CONTENT", "com", "a~1"]
ORDINARY += [".htaccess", ".github", "git~"]
ODD = {
    "../../x": "..%2F..%2Fx",
    "a/b": "a%2Fb",
    "a\\b": "a%5Cb",
    ".": "%2E",
    "..": ".%2E",
    "CON": "%43ON",
    "nul.txt": "%6Eul.txt",
    "C:x": "C%3Ax",
    "x ": "x%20",
    "x.": "x%2E",
    "a\0b": "a%00b",
    "100%25": "100%2525",
    "\ud800": "%ED%A0%80",
    ".git": "%2Egit",
    ".GIT": "%2EGIT",
    ".gitignore": "%2Egitignore",
    "git~1": "%67it~1",
    "a\x85b": "a%C2%85b",
    ".g\u200cit": ".g%E2%80%8Cit",
    "x\u202ey": "x%E2%80%AEy",
}


@pytest.mark.parametrize("name", ORDINARY)
def test_an_ordinary_name_stays(name):
    assert file_name(name) == name


@pytest.mark.parametrize("name", ODD, ids=ascii)
def test_an_odd_name_is_escaped(name):
    assert file_name(name) == ODD[name]


@pytest.mark.parametrize("name", ["", None, 7])
def test_what_is_no_name_is_refused(name):
    with pytest.raises(InvalidName):
        file_name(name)


@given(st.text(st.characters(), min_size=1))
def test_no_name_leads_anywhere_else(name):
    made = file_name(name)
    assert made not in ("", ".", "..")
    assert not set(made) & set('/\\\0:*?"<>|')
    assert len(os.fsencode(made)) <= 240


@given(st.sets(st.text(st.sampled_from("aAbBéÉ%/.~ 4"), min_size=1), max_size=8))
def test_names_in_one_folder_differ_by_more_than_case_and_are_found_again(names):
    made = file_names(names)
    assert made.keys() == names
    assert len({text.casefold() for text in made.values()}) == len(names)
    assert {find_entry(name, list(made.values())) for name in names} == set(made.values())
    for name, text in made.items():
        assert find_entry(name, list(made.values())) == text


def test_of_names_that_differ_in_case_the_first_stays():
    assert file_names(["web", "Web", "WEB"]) == {"WEB": "WEB", "Web": "%57%65%62", "web": "%77%65%62"}


def test_what_the_original_wrote_is_found():
    assert find_entry("a:b", ["a:b"]) == "a:b"
    assert find_entry("100%25", ["100%25"]) == "100%25"
    assert find_entry("Web", ["web"]) is None
    assert find_entry("..", [".."]) is None


def test_what_earlier_exports_wrote_is_found():
    assert find_entry(".git", [".git"]) == ".git"
    assert find_entry("a\u200d:b", ["a\u200d%3Ab"]) == "a\u200d%3Ab"
    assert find_entry("a\u200d:b", ["a\u200d%3Ab", "a%E2%80%8D%3Ab"]) == "a%E2%80%8D%3Ab"


def test_a_long_name_is_shortened_and_stays_distinct():
    one, other = "é" * 300 + "1", "é" * 300 + "2"
    assert file_name(one) != file_name(other)
    assert len(file_name(one).encode()) <= 240


@pytest.mark.parametrize("character", ["a", "é", "€", "\U0001d11e", "/"], ids=ascii)
def test_a_name_of_any_length_fits_on_disk_and_is_found_again(tmp_path, character):
    width = len((character if character != "/" else "%2F").encode())
    names = ["a" * shift + character * count for shift in range(width) for count in range(230 // width, 300 // width)]
    written, folder = file_names(names), Place.at(tmp_path)
    for name in names:
        text = name.replace("/", "%2F")
        assert (written[name] == text) == (len(text.encode()) <= 240)
        (tmp_path / written[name]).mkdir()
        (folder / f"{written[name]}.json").replace(BytesIO(name.encode()))
    found = [path.name for path in tmp_path.iterdir()]
    assert len(found) == 2 * len(names)
    assert {find_entry(name, found) for name in names} == set(written.values())
    for name in names:
        assert (tmp_path / f"{find_entry(name, found)}.json").read_bytes() == name.encode()


@pytest.mark.parametrize("name", ["a" * 255, "é" * 127, "\U0001d11e" * 63])
def test_a_file_of_the_longest_name_is_replaced(tmp_path, name):
    for content in (b"old", b"new"):
        (Place.at(tmp_path) / name).replace(BytesIO(content))
    assert (tmp_path / name).read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == [name]
