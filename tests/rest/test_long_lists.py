"""Long lists are decoded in pieces (S2); the result is that of the JSON parser."""

from __future__ import annotations

import json
from typing import Any

import pytest

from comodit_client.rest import long_lists
from comodit_client.rest.long_lists import InPieces, LongList
from comodit_client.rest.shapes import MAX_DEPTH

HARMLESS = {"name": "web", "tags": ["a"], "settings": [{"name": "a"}, {"name": "b"}]}
TEXTS = ['}, {"name":', '"items": [', "\u00fc\u20ac\U0001f600", "\\", "]}", '"']


@pytest.fixture(autouse=True)
def short_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_lists, "LONG", 100)
    monkeypatch.setattr(long_lists, "PIECE", 200)


def items(number: int, **more: Any) -> list[dict[str, Any]]:
    return [{"name": f"web-{one}", **more} for one in range(number)]


def begun(content: bytes, check: long_lists.Check = lambda *_: "") -> LongList | None:
    return InPieces(json.loads, check).pieces(content, RuntimeError)


def pieces(content: bytes) -> tuple[list[list[Any]], dict[str, Any]]:
    found = begun(content)
    assert found is not None
    decoded = list(found)
    assert found.count == sum(map(len, decoded))
    assert found.whole() == json.loads(content)
    return decoded, found.envelope


@pytest.mark.parametrize("separators", [(", ", ": "), (",", ":")])
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ascii_only", [True, False])
def test_the_items_are_those_of_the_whole_text(separators, indent, text, ascii_only) -> None:
    document = {"count": 50, "note": text, "items": items(50, text=text, **HARMLESS), "total": 50, "more": [text]}
    content = json.dumps(document, separators=separators, indent=indent, ensure_ascii=ascii_only).encode()
    decoded, envelope = pieces(content)
    assert [one for piece in decoded for one in piece] == document["items"]
    assert envelope == document | {"items": []}


def test_a_piece_is_short_and_its_items_share_the_names_of_members() -> None:
    decoded, _ = pieces(json.dumps({"items": items(100, state="READY")}).encode())
    assert len(decoded) > 10
    assert max(map(len, decoded)) < 10
    first, second = decoded[0][:2]
    assert all(one is other for one, other in zip(first, second, strict=True))


def test_a_cut_inside_an_item_is_not_taken_for_its_end() -> None:
    """Members of an item hold the same characters as the place between two items."""
    nested = [{"name": f"web-{one}", "parts": items(20)} for one in range(20)]
    decoded, _ = pieces(json.dumps({"items": nested}).encode())
    assert [one for piece in decoded for one in piece] == nested


@pytest.mark.parametrize(
    "listed", [items(1, text="x" * 1000), items(3, text="x" * 1000), [{}, *items(50)], [{"name": 1}, 2, "x", None] * 20]
)
def test_unusual_items(listed: list[Any]) -> None:
    decoded, _ = pieces(json.dumps({"items": listed}).encode())
    assert [one for piece in decoded for one in piece] == listed


@pytest.mark.parametrize(
    "content",
    [
        json.dumps({"items": items(1)}).encode(),
        json.dumps({"other": items(50)}).encode(),
        json.dumps({"inner": {"items": items(50)}}).encode(),
        json.dumps([{"items": items(50)}]).encode(),
        json.dumps({"items": [[1]] * 50}).encode(),
        json.dumps({"items": {"name": "x" * 200}}).encode(),
        json.dumps({"items": items(50)}).encode("utf-16"),
        b"\xef\xbb\xbf" + json.dumps({"items": items(50)}).encode(),
        b"no JSON, " * 50,
    ],
)
def test_other_forms_are_decoded_as_a_whole(content: bytes) -> None:
    assert begun(content) is None


GOOD = json.dumps({"items": items(50)}).encode()


@pytest.mark.parametrize("content", [GOOD[:-1], GOOD[:-2], GOOD[:-40], GOOD + b"x", GOOD.replace(b"web-30", b"\xff")])
def test_a_damaged_text_raises_at_its_place(content: bytes) -> None:
    found = begun(content)
    assert found is not None
    came: list[Any] = []
    with pytest.raises(RuntimeError, match="not JSON") as raised:
        came.extend(one for piece in found for one in piece)
    assert raised.value.__context__ is None


def test_a_damaged_first_item_raises() -> None:
    found = begun(GOOD.replace(b'"web-0"', b"web-0"))
    assert found is not None
    with pytest.raises(RuntimeError, match="not JSON"):
        list(found)


def test_each_piece_is_checked_before_it_is_handed_out() -> None:
    def check(piece: list[Any], first: int) -> str:
        return next((f"items[{first + n}] is bad" for n, one in enumerate(piece) if one["name"] == "web-30"), "")

    found = begun(GOOD, check)
    assert found is not None
    came: list[Any] = []
    with pytest.raises(RuntimeError, match=r"^items\[30\] is bad$"):
        for piece in found:
            came += piece
    assert 0 < len(came) <= 30


@pytest.mark.parametrize(("depth", "problem"), [(MAX_DEPTH - 3, False), (2 * MAX_DEPTH, True)])
@pytest.mark.parametrize("place", [0, 30, 49])
def test_an_item_that_is_nested_too_deeply_raises_at_its_place(depth: int, problem: bool, place: int) -> None:
    listed = items(50)
    listed[place]["deep"] = json.loads("[" * depth + "]" * depth)
    found = begun(json.dumps({"items": listed}).encode())
    assert found is not None
    if problem:
        with pytest.raises(RuntimeError, match="nested too deeply"):
            list(found)
        assert found.count <= place
    else:
        assert [one for piece in found for one in piece] == listed


def test_an_exception_of_the_reader_is_not_taken_for_damage() -> None:
    found = begun(GOOD)
    assert found is not None
    with pytest.raises(ValueError, match="of the reader"):
        for _ in found:
            raise ValueError("of the reader")
