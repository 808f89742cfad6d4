"""A file is written under another name and renamed; a failure leaves the old one and nothing beside it."""

from __future__ import annotations

import io
import os

import pytest

from comodit_client.disk.atomic import write_atomically


class Content(io.BytesIO):
    """Bytes whose reading can be replaced."""


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


def test_a_file_is_made_and_replaced(tmp_path):
    for content in (b"first", b"second"):
        write_atomically(tmp_path / "a", io.BytesIO(content))
        assert (names(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], content)


def test_what_a_killed_run_left_is_replaced_and_a_link_is_not_followed(tmp_path):
    (tmp_path / "victim").write_bytes(b"old")
    (tmp_path / ".a.new").symlink_to("victim")
    (tmp_path / "a").symlink_to("victim")
    write_atomically(tmp_path / "a", io.BytesIO(b"new"))
    assert (names(tmp_path), (tmp_path / "victim").read_bytes()) == (["a", "victim"], b"old")
    assert (tmp_path / "a").read_bytes() == b"new"


@pytest.mark.parametrize("step", ["read", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch, step):
    (tmp_path / "a").write_bytes(b"old")

    def fail(*_arguments):
        raise OSError(28, "No space left on device")

    content = Content(b"new")
    if step == "read":
        content.read = fail
    else:
        monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(tmp_path / "a", content)
    assert (names(tmp_path), (tmp_path / "a").read_bytes()) == (["a"], b"old")
