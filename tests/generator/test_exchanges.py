"""Recorded exchanges are read from cassettes, HAR files and JSON lines."""

from __future__ import annotations

import base64
import json

import pytest
import yaml

from generator.errors import SchemaError
from generator.exchanges import Exchange, read_exchanges
from generator.runtime.drift_values import ABSENT

URL = "https://my.comodit.com/api/organizations/A%20B?max=1"
WANTED = Exchange("PUT", "/api/organizations/A%20B", 200, {"name": "A"}, {"name": "B"}, "application/json")
LOGO = Exchange("GET", "/api/organizations/A%20B", 204)


def cassette():
    headers = {"Content-Type": ["application/json; charset=utf-8"]}
    return yaml.dump(
        {
            "interactions": [
                {
                    "request": {"method": "PUT", "uri": URL, "body": '{"name": "A"}', "headers": {}},
                    "response": {"status": {"code": 200}, "headers": headers, "body": {"string": '{"name": "B"}'}},
                },
                {
                    "request": {"method": "GET", "uri": URL, "body": "", "headers": {}},
                    "response": {"status": {"code": 204}, "headers": {}, "body": {"string": b"\x89PNG"}},
                },
            ]
        }
    )


def har():
    sent = {"mimeType": "application/json", "text": '{"name": "A"}'}
    text = base64.b64encode(b'{"name": "B"}').decode()
    content = {"mimeType": "application/json", "text": text, "encoding": "base64"}
    entries = [
        {
            "request": {"method": "PUT", "url": URL, "postData": sent},
            "response": {"status": 200, "content": content},
        },
        {"request": {"method": "GET", "url": URL}, "response": {"status": 204, "content": {"size": 0}}},
    ]
    return json.dumps({"log": {"entries": entries}})


def lines():
    path = "/api/organizations/A%20B"
    first = {
        "request": {"method": "PUT", "path": path, "json": {"name": "A"}},
        "response": {"status": 200, "json": {"name": "B"}},
    }
    second = {"request": {"method": "GET", "path": path}, "response": {"status": 204}}
    return json.dumps({"setup_exchanges": [first], "exchanges": [second]})


@pytest.mark.parametrize(("ending", "text"), [("yaml", cassette()), ("har", har()), ("jsonl", lines())])
def test_each_format_gives_the_same_exchanges(tmp_path, ending, text):
    file = tmp_path / f"recorded.{ending}"
    file.write_text(text)
    assert read_exchanges(file) == [WANTED, LOGO]


def test_a_body_that_is_null_is_not_absent(tmp_path):
    file = tmp_path / "recorded.yaml"
    file.write_text(cassette().replace('{"name": "B"}', "null"))
    assert read_exchanges(file)[0].response is None
    assert repr(read_exchanges(file)[1].response) == repr(ABSENT) == "ABSENT"


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.txt", "", "unknown kind of file"),
        ("a.yaml", "a: [", "not a file of recorded exchanges"),
        ("a.yaml", "a: 1", "not a file of recorded exchanges"),
        ("a.yaml", "- 1", "not a file of recorded exchanges"),
        ("a.har", "{", "not a file of recorded exchanges"),
        ("a.har", '{"log": {"entries": [1]}}', "not a file of recorded exchanges"),
        ("a.jsonl", "1", "not a file of recorded exchanges"),
    ],
)
def test_another_file_is_reported(tmp_path, name, text, words):
    (tmp_path / name).write_text(text)
    with pytest.raises(SchemaError, match=words):
        read_exchanges(tmp_path / name)


def test_a_missing_file_is_reported(tmp_path):
    with pytest.raises(SchemaError, match="cannot read the file"):
        read_exchanges(tmp_path / "a.har")
