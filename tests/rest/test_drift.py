"""Responses are compared with a document: each kind of difference, its place, and nothing that is a value."""

from __future__ import annotations

import json
import pickle
import threading

import pytest

from comodit_client.rest.drift_watch import packaged
from comodit_client.rest.exceptions import UnusableFile
from comodit_client.wire.drift import KINDS, Drift, DriftReport
from comodit_client.wire.drift_schema import Schema

SECRET = "hush-4711"
PET = {
    "type": "object",
    "required": ["name", "pin"],
    "properties": {
        "name": {"type": "string"},
        "pin": {"type": "string", "writeOnly": True},
        "age": {"type": "integer"},
        "weight": {"type": "number"},
        "tame": {"type": "boolean"},
        "note": {"type": ["string", "null"]},
        "nicknames": {"type": "array", "items": {"type": "string"}},
        "state": {"$ref": "#/components/schemas/State"},
        "level": {"type": "integer", "enum": [1, 2]},
        "token": {"type": "string", "enum": ["NONE"]},
        "code": {"type": "string", "enum": ["NONE"], "format": "password"},
        "home": {"anyOf": [{"$ref": "#/components/schemas/Home"}, {"type": "null"}]},
        "food": {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "integer"}}]},
        "sizes": {"type": "object", "additionalProperties": {"type": "integer"}},
        "homes": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Home"}},
        "anything": {},
        "free": {"type": "object"},
        "parent": {"$ref": "#/components/schemas/Pet"},
        "os.type": {"type": "string"},
    },
}
SCHEMAS = {
    "Pet": PET,
    "State": {"type": "string", "enum": ["AWAKE", "ASLEEP"]},
    "Home": {"type": "object", "required": ["room"], "properties": {"room": {"type": "string"}}},
    "PetList": {
        "type": "object",
        "properties": {"items": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}},
    },
    "Failure": {"type": "object", "properties": {"error": {"type": "array", "items": {"type": "string"}}}},
}


def operation(name, *, success="200", schema=None, media_type="application/json", **more):
    content = {} if schema is None else {"content": {media_type: {"schema": schema}}}
    return {
        "operationId": name,
        "responses": {
            success: {"description": "Done."} | content,
            "404": {"$ref": "#/components/responses/Missing"},
            "default": {"$ref": "#/components/responses/Failure"},
        }
        | more,
    }


def ref(name):
    return {"$ref": f"#/components/schemas/{name}"}


FAILURE = {"description": "It failed.", "content": {"application/json": {"schema": ref("Failure")}}}
DOCUMENT = {
    "servers": [{"url": "https://zoo.test/api"}],
    "components": {"schemas": SCHEMAS, "responses": {"Failure": FAILURE, "Missing": FAILURE}},
    "paths": {
        "/zoos/{zoo}/pets/": {"get": operation("pets.list", schema=ref("PetList"))},
        "/zoos/{zoo}/pets/{pet}": {
            "get": operation("pets.get", schema=ref("Pet")),
            "put": operation("pets.update", schema=ref("Pet"), **{"4XX": FAILURE}),
            "delete": operation("pets.delete", success="204"),
        },
        "/zoos/{zoo}/pets/tree": {"get": operation("pets.tree", schema={"type": "array", "items": ref("Pet")})},
        "/zoos/{zoo}/pets/{pet}/photo": {
            "get": operation("pets.photo", schema={"type": "string"}, media_type="application/octet-stream")
        },
        "/zoos/{zoo}/pets/{pet}/_feed": {"put": operation("pets.feed", success="202")},
        "/status": {"get": operation("status", schema={"type": "object"})},
    },
}
SCHEMA = Schema(DOCUMENT)
PATH = "/zoos/Z/pets/rex"


def found(body, path=PATH, method="GET", status=200):
    return [drift for drift, _ in SCHEMA.compare(method, path, status, body)]


def brief(body, **more):
    """Return the differences of a pet without what describes the request."""
    return [(d.kind, d.schema, d.place, d.expected, d.found) for d in found({"name": "rex"} | body, **more)]


@pytest.mark.parametrize(
    "body",
    [
        {"age": 1, "weight": 1, "tame": False, "note": None, "nicknames": [], "state": "AWAKE", "level": 2},
        {"weight": 1.5, "note": "n", "nicknames": ["r", "x"], "home": None, "food": "f"},
        {"home": {"room": "r"}, "food": [1], "sizes": {"web-1": 3}, "anything": {"x": [1]}, "free": {"x": 1}},
        {"parent": {"name": "p", "parent": {"name": "q"}}, "anything": None, "homes": {}, "os.type": "x"},
    ],
)
def test_a_response_as_described_has_no_differences(body):
    assert brief(body) == []


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ({"colour": "red"}, ("unknown member", "Pet", "$.colour", "", "string")),
        ({"sizes": {}, "tags": [1, "a", 2]}, ("unknown member", "Pet", "$.tags", "", "array of integer or string")),
        ({"home": {"room": "r", "floor": 2}}, ("unknown member", "Home", "$.home.floor", "", "integer")),
        ({"parent": {"name": "p", "x": None}}, ("unknown member", "Pet", "$.parent.x", "", "null")),
        ({"homes": {"web-1": {"room": "r", "x": []}}}, ("unknown member", "Home", "$.homes.{}.x", "", "array")),
        ({"my pet": {}}, ("unknown member", "Pet", "$.{}", "", "object")),
        ({"home": {}}, ("missing member", "Home", "$.home.room", "string", "")),
        ({"age": "1"}, ("other type", "Pet", "$.age", "integer", "string")),
        ({"age": True}, ("other type", "Pet", "$.age", "integer", "boolean")),
        ({"age": 1.0}, ("other type", "Pet", "$.age", "integer", "number")),
        ({"age": None}, ("other type", "Pet", "$.age", "integer", "null")),
        ({"tame": 1}, ("other type", "Pet", "$.tame", "boolean", "integer")),
        ({"weight": "1"}, ("other type", "Pet", "$.weight", "number", "string")),
        ({"note": 1}, ("other type", "Pet", "$.note", "string or null", "integer")),
        ({"nicknames": "r"}, ("other type", "Pet", "$.nicknames", "array of string", "string")),
        ({"nicknames": ["r", 1, 2]}, ("other type", "Pet", "$.nicknames[]", "string", "integer")),
        ({"state": None}, ("other type", "State", "$.state", "string", "null")),
        ({"home": ["r"]}, ("other type", "Pet", "$.home", "object or null", "array of string")),
        ({"food": 1}, ("other type", "Pet", "$.food", "string or array of integer", "integer")),
        ({"food": ["f"]}, ("other type", "Pet", "$.food[]", "integer", "string")),
        ({"sizes": {"web-1": "3"}}, ("other type", "Pet", "$.sizes.{}", "integer", "string")),
        ({"os.type": 1}, ("other type", "Pet", "$['os.type']", "string", "integer")),
        ({"state": "HALF_AWAKE"}, ("unknown value", "State", "$.state", "AWAKE or ASLEEP", "HALF_AWAKE")),
        ({"level": 3}, ("unknown value", "Pet", "$.level", "1 or 2", "integer")),
        ({"token": "SOME"}, ("unknown value", "Pet", "$.token", "NONE", "string")),
        ({"code": "SOME"}, ("unknown value", "Pet", "$.code", "NONE", "string")),
    ],
)
def test_each_kind_of_difference_is_found_at_its_place(body, wanted):
    assert set(brief(body)) == {wanted}


@pytest.mark.parametrize("value", [SECRET, "hush", "Hush", "HUSH4711", "two words", "", "A" * 41, "ÉTÉ", "WEB.TEST"])
def test_a_value_that_does_not_look_like_the_others_is_not_quoted(value):
    assert [entry[-1] for entry in brief({"state": value})] == ["string"]


def test_lists_are_compared_item_by_item():
    pets = [{"name": "a", "state": "GONE"}, {"name": "b", "state": "GONE"}, {}]
    wanted = {("unknown value", "State", "$.items[].state"), ("missing member", "Pet", "$.items[].name")}
    assert {(d.kind, d.schema, d.place) for d in found({"items": pets}, "/zoos/Z/pets/")} == wanted
    assert {d.place for d in found(pets, "/zoos/Z/pets/tree")} == {"$[].state", "$[].name"}


def test_the_value_that_differs_is_beside_the_difference_and_not_in_it():
    body = {"name": "rex", "colour": SECRET, "age": [SECRET], "home": {}}
    pairs = {drift.place: value for drift, value in SCHEMA.compare("GET", PATH, 200, body)}
    assert pairs.pop("$.colour") == SECRET
    assert pairs.pop("$.age") == [SECRET]
    assert repr(pairs) == "{'$.home.room': ABSENT}"
    assert SECRET not in str(found(body))


@pytest.mark.parametrize(
    ("method", "path", "wanted"),
    [
        ("GET", "/api/zoos/Z/pets/rex", "pets.get"),
        ("GET", "/somewhere/else/zoos/Z/pets/rex", "pets.get"),
        ("GET", "/zoos/Z/pets/rex/", "pets.get"),
        ("GET", "/zoos/Z/pets/a%2Fb%20c?max=1", "pets.get"),
        ("GET", "/zoos/Z/pets", "pets.list"),
        ("GET", "/zoos/Z/pets/tree", "pets.tree"),
        ("GET", "/zoos/Z/pets/%74ree", "pets.tree"),
        ("PUT", "/zoos/Z/pets/tree", "pets.update"),
        ("PUT", "/zoos/Z/pets//rex//_feed", "pets.feed"),
        ("GET", "/api/status", "status"),
    ],
)
def test_the_operation_is_found_by_method_and_path(method, path, wanted):
    (drift,) = found({}, path, method, status=302)
    assert (drift.kind, drift.operation, drift.found) == ("unknown status", wanted, "302")
    assert drift.path in DOCUMENT["paths"]


@pytest.mark.parametrize(
    ("method", "path", "wanted"),
    [
        ("PATCH", "/zoos/Z/pets/rex", "/zoos/{zoo}/pets/{pet}"),
        ("GET", "/api/zoos/Z/keepers/", "/zoos/{zoo}/keepers/"),
        ("GET", f"/zoos/Z/keepers/{SECRET}", "/zoos/{zoo}/keepers/{keeper}"),
        ("GET", f"/zoos/Z/keepers/{SECRET}/shifts/ada", "/zoos/{zoo}/keepers/{keeper}/shifts/{shift}"),
        ("PUT", "/zoos/Z/keepers/ada/_fire", "/zoos/{zoo}/keepers/{keeper}/_fire"),
        ("GET", "/zoos/Z/keepers/_count", "/zoos/{zoo}/keepers/_count"),
        ("GET", f"/zoos/Z/pets/rex/photo/{SECRET}", "/zoos/{zoo}/pets/{pet}/photo/{photo}"),
        ("GET", f"/{SECRET}", "/{name}"),
        ("GET", "/", "/"),
        ("GET", "/flags", "/flags"),
    ],
)
def test_an_unknown_operation_is_reported_without_names(method, path, wanted):
    assert found({"x": 1}, path, method) == [Drift("unknown operation", "", method, wanted, 200, "", "", "", "object")]


@pytest.mark.parametrize(
    ("method", "status", "is_known"),
    [
        ("GET", 200, True),
        ("GET", 404, True),
        ("GET", 500, True),
        ("GET", 503, True),
        ("GET", 201, False),
        ("GET", 302, False),
        ("GET", 400, False),
        ("PUT", 400, True),
        ("PUT", 418, True),
    ],
)
def test_a_status_is_documented_if_it_or_its_range_is_listed(method, status, is_known):
    body = {"name": "x"} if status < 300 else {"error": ["x"]}
    drift = found(body, method=method, status=status)
    assert [one.kind for one in drift] == ([] if is_known else ["unknown status"])
    assert is_known or drift[0].expected == "200, 404, default"


@pytest.mark.parametrize("status", [400, 404, 500])
def test_an_error_is_compared_with_its_own_schema(status):
    places = [drift.place for drift in found({"error": [1], "name": 1}, status=status) if drift.place]
    assert places == ["$.error[]", "$.name"]


def test_a_success_with_another_status_is_compared_as_the_usual_one():
    assert [drift.place for drift in found({"name": 1}, status=201)] == ["", "$.name"]


@pytest.mark.parametrize(
    ("method", "path", "status", "body", "wanted"),
    [
        ("PUT", f"{PATH}/_feed", 202, {"x": 1}, [("other type", "nothing", "object")]),
        ("PUT", f"{PATH}/_feed", 202, {}, []),
        ("PUT", f"{PATH}/_feed", 202, None, []),
        ("DELETE", PATH, 204, 200, []),
        ("GET", f"{PATH}/photo", 200, {"x": SECRET}, []),
        ("GET", f"{PATH}/photo", 404, {"x": 1}, [("unknown member", "", "integer")]),
    ],
)
def test_content_that_is_not_described_is_not_compared(method, path, status, body, wanted):
    assert [(d.kind, d.expected, d.found) for d in found(body, path, method, status)] == wanted


def test_a_response_without_a_body_has_only_its_status_compared():
    assert list(SCHEMA.compare("GET", PATH, 200)) == []
    assert [drift.kind for drift, _ in SCHEMA.compare("GET", PATH, 418)] == ["unknown status"]


def test_the_packaged_schema_is_loaded_once():
    assert packaged() is packaged()
    drift = [drift for drift, _ in packaged().compare("GET", "/api/flavors/", 200, {"items": [{"name": 1}]})]
    assert [(one.operation, one.schema, one.place) for one in drift] == [("flavors.list", "Flavor", "$.items[].name")]


ONE = Drift("unknown member", "pets.get", "GET", "/zoos/{zoo}/pets/{pet}", 200, "Pet", "$.colour", "", "string")
TWO = Drift("other type", "pets.get", "GET", "/zoos/{zoo}/pets/{pet}", 200, "Pet", "$.age", "integer", "string")


def test_a_report_holds_each_difference_once():
    report = DriftReport([ONE])
    report(ONE)
    report(TWO)
    assert len(report) == 2
    assert list(report) == [TWO, ONE], "sorted"
    assert repr(report) == "<DriftReport with 2 differences>"
    assert list(pickle.loads(pickle.dumps(report))) == [TWO, ONE]


def test_a_difference_reads_as_a_line():
    assert str(ONE) == ("unknown member $.colour of Pet, found string (pets.get: GET /zoos/{zoo}/pets/{pet} 200)")
    assert str(found(None, "/flags")[0]) == "unknown operation, found null (GET /flags 200)"
    assert ", found string, expected integer (" in str(TWO)


def test_threads_share_a_report():
    report = DriftReport()
    many = [Drift("unknown status", "", "GET", "/", status, "", "", "", "") for status in range(500)]
    threads = [threading.Thread(target=lambda: [report(one) for one in many]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list(report) == many


def test_a_report_is_written_and_read(tmp_path):
    path = tmp_path / "drift.json"
    DriftReport([ONE, TWO]).write(path)
    content = json.loads(path.read_text(encoding="utf-8"))
    assert content["format"] == 1
    assert [entry["kind"] for entry in content["drift"]] == ["other type", "unknown member"]
    assert list(content["drift"][0]) == [
        "kind",
        "operation",
        "method",
        "path",
        "status",
        "schema",
        "place",
        "expected",
        "found",
    ]
    assert list(DriftReport.read(path)) == [TWO, ONE]
    assert [*tmp_path.iterdir()] == [path], "no temporary file stays"


ENTRY = json.loads(DriftReport([ONE]).to_json())["drift"][0]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        "null",
        json.dumps({"format": 2, "drift": []}),
        json.dumps({"format": 1, "drift": 3}),
        json.dumps({"format": 1, "drift": [3]}),
        json.dumps({"format": 1, "drift": [{"kind": "unknown member"}]}),
        json.dumps({"format": 1, "drift": [ENTRY | {"kind": "odd"}]}),
        json.dumps({"format": 1, "drift": [ENTRY | {"kind": ["odd"]}]}),
        json.dumps({"format": 1, "drift": [ENTRY | {"status": "200"}]}),
        json.dumps({"format": 1, "drift": [ENTRY | {"place": None}]}),
        json.dumps({"format": 1, "drift": [ENTRY | {"value": "x"}]}),
        "[" * 100_000,
    ],
)
def test_a_file_that_is_no_report_is_named(tmp_path, content):
    path = tmp_path / "drift.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnusableFile, match=r"Cannot read '.*drift.json': .*\. Give a file that a DriftReport wrote"):
        DriftReport.read(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(UnusableFile, match=r"nothing.json': No such file"):
        DriftReport.read(tmp_path / "nothing.json")
    with pytest.raises(UnusableFile):
        DriftReport().write(tmp_path / "folder" / "drift.json")


def test_every_kind_is_tested_here():
    bodies = [{"x": 1}, {"home": {}}, {"age": None}, {"state": "X"}]
    kinds = {drift.kind for body in bodies for drift in found({"name": "x"} | body)}
    kinds |= {drift.kind for drift in [*found({"name": "x"}, status=418), *found({}, "/flags")]}
    assert kinds == set(KINDS)
