"""Contents of files: unchanged in a pipe, harmless on a terminal."""

from __future__ import annotations

import json
from typing import Any

import pytest

from comodit_client.cli.exits import FAILED, Failure
from comodit_client.cli.output import content
from comodit_client.cli.output.content import write_content
from tests.cli.output.conftest import call_of

TEXT = "é\x1b[31m\n\tx"


def written(capfdbinary: pytest.CaptureFixture[bytes], value: bytes | str, **options: Any) -> bytes:
    capfdbinary.readouterr()
    write_content(value, call_of(**options))
    return capfdbinary.readouterr().out


@pytest.mark.parametrize("value", [b"", b"\xff\x00\n", TEXT.encode()])
def test_a_pipe_receives_the_same_bytes(capfdbinary: pytest.CaptureFixture[bytes], value: bytes) -> None:
    assert written(capfdbinary, value) == value


@pytest.mark.parametrize("value", [TEXT, TEXT.encode()])
def test_json_is_one_text(capfdbinary: pytest.CaptureFixture[bytes], value: bytes | str) -> None:
    assert json.loads(written(capfdbinary, value, output="json")) == TEXT
    assert json.loads(written(capfdbinary, value, raw=True)) == TEXT


def test_a_query_of_a_content(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert written(capfdbinary, "abc", query="length(@)") == b"3\n"


def test_a_terminal_receives_no_control_characters(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content, "is_terminal", lambda: True)
    assert written(capfdbinary, TEXT.encode()).decode() == "é\\x1b[31m\n\tx"
    with pytest.raises(Failure, match="Redirect the output") as caught:
        written(capfdbinary, b"\xff")
    assert caught.value.status == FAILED


def test_bytes_are_no_json(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with pytest.raises(Failure, match=r"not text in UTF-8\. Remove --output"):
        written(capfdbinary, b"\xff", output="json")
