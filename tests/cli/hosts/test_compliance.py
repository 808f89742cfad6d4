"""Compliance errors, whose names are one word."""

from __future__ import annotations

import pytest

from tests.cli.hosts.conftest import APPLICATION, PLACE, World

ERROR = f"applications/{APPLICATION}/packages/httpd"


@pytest.fixture
def deviating(ready: World) -> World:
    ready.sandbox.deviate(*PLACE, application=APPLICATION, kind="packages", name="httpd")
    ready.sandbox.deviate(*PLACE, application=APPLICATION, kind="files", name="conf")
    return ready


def test_the_first_column_can_be_pasted(deviating: World) -> None:
    words = deviating("hosts compliance list", "-o", "name").out.splitlines()
    assert words == [ERROR, f"applications/{APPLICATION}/files/conf"]
    assert deviating("hosts compliance list").out.splitlines()[1].startswith(ERROR)
    for word in words:
        assert deviating.done("hosts compliance show", word)["application"] == APPLICATION
        assert deviating("hosts compliance show", word).status == 0
        assert deviating("hosts compliance delete", word, "--yes").status == 0
    assert deviating.done("hosts compliance list") == []


def test_json_is_as_the_server_sent_it(deviating: World) -> None:
    assert "error" not in deviating.done("hosts compliance list")[0]


def test_deleting_asks(deviating: World) -> None:
    result = deviating("hosts compliance delete", ERROR)
    assert (result.status, ERROR in result.err) == (2, True)
    assert deviating.changing(lambda: deviating("hosts compliance delete", ERROR, "--dry-run")) == []
    assert "DELETE" in deviating("hosts compliance delete", ERROR, "--dry-run").out


@pytest.mark.parametrize("word", ["show", "delete"])
@pytest.mark.parametrize(("error", "status"), [("httpd", 2), ("applications/x", 2), (f"{ERROR}x", 3)])
def test_words_that_name_nothing(deviating: World, word: str, error: str, status: int) -> None:
    more = ("--yes",) if word == "delete" else ()
    assert deviating(f"hosts compliance {word}", error, *more).status == status


def test_deleting_all(deviating: World) -> None:
    assert deviating("hosts compliance delete-all").status == 2
    assert deviating("hosts compliance delete-all", "--yes").status == 0
    assert deviating("hosts compliance list").out == ""
