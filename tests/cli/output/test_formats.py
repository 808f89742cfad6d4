"""JSON, YAML, CSV and names: whole, in order, and empty lists and missing results."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from typing import Any

import pytest
import yaml

from comodit_client.cli.exits import USAGE, Failure
from tests.cli.conftest import Run
from tests.cli.output.conftest import Show

ODD = [{"zeta": 1, "unknown": {"b": [1, None], "a": "é"}, "name": "web-10"}, {"name": "web-9", "added": 2.5}]


@pytest.mark.parametrize(("style", "load"), [("json", json.loads), ("yaml", yaml.safe_load)])
@pytest.mark.parametrize("value", [ODD, ODD[0], [], {}, None, "text", "null", "a\nb", 1, True, [[]]])
def test_documents_are_one_and_whole(show: Show, style: str, load: Any, value: Any) -> None:
    result = show(value, output=style)
    assert load(result.out) == value
    assert json.dumps(load(result.out)) == json.dumps(value)  # in the same order
    assert result.err == ""


@pytest.mark.parametrize(("value", "out"), [([], "[]\n"), (None, "null\n"), ("a", "a\n"), (True, "true\n")])
def test_yaml_has_no_end_mark(show: Show, value: Any, out: str) -> None:
    assert show(value, output="yaml").out == out


def test_yaml_writes_a_part_twice_that_a_query_selects_twice(show: Show) -> None:
    assert show({"a": [1]}, output="yaml", query="[a, a]").out == "- - 1\n- - 1\n"


@pytest.mark.parametrize(("value", "out"), [([], "[]\n"), (None, "null\n")])
def test_json_of_nothing(show: Show, value: Any, out: str) -> None:
    assert show(value, output="json").out == out
    assert show(value, raw=True, output="table").out == out


@pytest.mark.parametrize("style", ["table", "name"])
def test_an_empty_list_is_a_note(show: Show, style: str) -> None:
    result = show([], output=style, result="Host")
    assert (result.out, result.err) == ("", "Nothing found.\n")
    assert show([], output=style, quiet=True).err == ""


@pytest.mark.parametrize("style", ["table", "name", "csv"])
def test_no_result_is_no_output(show: Show, style: str) -> None:
    assert (show(None, output=style).out, show(None, output=style).err) == ("", "")


def test_csv_quotes(show: Show) -> None:
    texts = ['a "b"', "c,d", "e\nf", " g ", "", "é"]
    result = show([{"name": text, "other": True} for text in texts], output="csv", query="[]")
    rows = list(csv.reader(io.StringIO(result.out)))
    assert rows == [["name", "other"], *([text, "yes"] for text in texts)]


def test_csv_of_an_empty_list_has_headers(show: Show) -> None:
    assert show([], output="csv", result="Flavor").out == "name,description\n"
    assert show([], output="csv", result="Flavor", no_headers=True).out == ""


def test_csv_of_an_object_is_one_row(show: Show) -> None:
    assert show({"name": "a", "more": [1]}, output="csv", result="Flavor").out == "name,description\na,\n"


def test_csv_of_texts(show: Show) -> None:
    assert show(["b", "a"], output="csv").out == "value\nb\na\n"


@pytest.mark.parametrize(
    ("value", "result", "out"),
    [
        ([{"name": "b"}, {"name": "a"}], "Host", "a\nb\n"),
        ({"name": "b", "uuid": "x"}, "Host", "b\n"),
        ([{"uuid": "u1", "name": "n"}], "PublishedApplication", "u1\n"),
        ([{"orderNum": 2}, {"orderNum": 1}], "Change", "2\n1\n"),
        ([{"key": "k", "value": 1}], "Setting", "k\n"),
        ([{"username": "u"}], "", "u\n"),
        (["x"], "", "x\n"),
    ],
)
def test_names(show: Show, value: Any, result: str, out: str) -> None:
    assert show(value, output="name", result=result).out == out


@pytest.mark.parametrize(
    ("style", "out"),
    [
        ("table", "N\nweb-9\nweb-10\n"),
        ("csv", "n\nweb-9\nweb-10\n"),
        ("name", "web-9\nweb-10\n"),
        ("yaml", "- n: web-9\n- n: web-10\n"),
    ],
)
def test_a_query_works_with_every_format(show: Show, style: str, out: str) -> None:
    assert show(ODD, output=style, query="sort_by([].{n: name}, &n)", sort="n").out == out


def test_a_query_without_a_result(show: Show) -> None:
    assert show({"a": 1}, query="b").err == "Nothing found.\n"
    assert show({"a": 1}, query="b", output="json").out == "null\n"


def test_a_query_keeps_its_order(show: Show) -> None:
    assert show(ODD, query="[].{name: name}").out == "NAME\nweb-10\nweb-9\n"


def test_an_invalid_query_is_a_usage_error(show: Show) -> None:
    with pytest.raises(Failure, match="--query") as caught:
        show(ODD, query="[")
    assert caught.value.status == USAGE


def test_columns_do_not_change_documents(show: Show) -> None:
    result = show(ODD, output="json", columns="name")
    assert json.loads(result.out) == ODD
    assert "--query" in result.err


@pytest.mark.parametrize(
    ("options", "loaded"), [((), ""), (("-o", "yaml"), "yaml"), (("-o", "json", "--query", "[]"), "jmespath")]
)
def test_what_a_format_needs_is_loaded_for_it_only(cli: Run, options: tuple[str, ...], loaded: str) -> None:
    code = (
        f"import sys; from comodit_client.cli.__main__ import main; assert main({('flavors', 'list', *options)}) == 0; "
        "sys.stderr.write(' '.join({'yaml', 'jmespath', 'rich'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == loaded


@pytest.mark.parametrize("style", ["table", "json", "yaml", "csv", "name"])
def test_every_format_of_a_command(cli: Run, style: str) -> None:
    result = cli("flavors", "list", "-o", style)
    assert result.status == 0
    assert "Debian 12" in result.out
