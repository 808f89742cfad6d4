"""Operations that were seen are drafted in the fragment that they belong to."""

from __future__ import annotations

import pytest

from comodit_client.wire.drift import Drift
from tests.generator.learn.learning import PET, content, learned, members, seen

REF = "#/components/schemas/"
PATH = "/zoos/{zoo}/pets/{pet}"


@pytest.fixture
def pets(schema):
    schema.view("Pet", {"name": {"type": "string"}, "age": {"type": "integer"}}, required=["name"])
    schema.component("PetList", {"x-list-of": "Pet"})
    schema.call("pets.get", answer={"$ref": f"{REF}Pet"})
    schema.call("zoos.get", path="/zoos/{zoo}", answer={"type": "object"})
    return schema


def operation(pets, file, path, method="get"):
    return content(pets.folder, file, "paths", path, method)


def schema_of(operation, status="200"):
    return operation["responses"][status]["content"]["application/json"]["schema"]


@pytest.mark.parametrize(
    ("method", "path", "response", "identity"),
    [
        ("PUT", PATH, {"name": "Knut", "age": 3}, "pets.update"),
        ("DELETE", PATH, None, "pets.delete"),
        ("PATCH", PATH, None, "pets.patch"),
        ("POST", f"{PATH}/_feed", None, "pets.feed"),
        ("GET", f"{PATH}/_import", None, "pets.import_"),
        ("GET", f"{PATH}/weight", None, "pets.get_weight"),
        ("PUT", f"{PATH}/weight", None, "pets.set_weight"),
        ("POST", f"{PATH}/weight", None, "pets.weight"),
        ("GET", f"{PATH}/_get", None, "pets.get_pet"),
    ],
)
def test_an_operation_of_a_known_resource(pets, method, path, response, identity) -> None:
    url = path.replace("{zoo}", "Berlin").replace("{pet}", "Knut")
    found = learned(pets.write_complete(), seen(response, path=url, method=method))
    drafted = operation(pets, "pets.yaml", path, method.lower())
    assert drafted["operationId"] == identity
    assert (drafted["x-source"], drafted["x-confidence"]) == (["observed"], "observed")
    assert found.folder.changed() == ["pets.yaml"]


def test_a_response_like_that_of_a_known_object_refers_to_it(pets) -> None:
    learned(pets.write_complete(), seen({"name": "Knut", "age": 3}, path=f"{PET}/_wake", method="PUT"))
    assert schema_of(operation(pets, "pets.yaml", f"{PATH}/_wake", "put")) == {"$ref": f"{REF}Pet"}


def test_an_update_sends_what_it_returns(pets) -> None:
    learned(pets.write_complete(), seen({"name": "Knut", "age": 3}, method="PUT", request={"name": "Knut", "age": 3}))
    drafted = operation(pets, "pets.yaml", PATH, "put")
    assert drafted["requestBody"]["content"]["application/json"]["schema"] == {"$ref": f"{REF}Pet"}


def test_a_new_collection_gets_a_fragment_of_its_own(pets) -> None:
    vets = "/zoos/Berlin/vets/"
    vet = {"name": "Dr. Who", "since": "2026-01-31T12:00:00.000+0000"}
    found = learned(
        pets.write_complete(),
        seen({"count": 1, "items": [vet]}, path=vets),
        seen(vet | {"rooms": [{"floor": 1}]}, path=f"{vets}a"),
        seen(vet, path=vets, method="POST", request={"name": "Dr. Who"}, status=201),
        seen(status=204, path=f"{vets}b", method="DELETE"),
        seen({"error": ["no"]}, status=409, path=f"{vets}b", method="DELETE"),
    )
    assert found.folder.changed() == ["openapi.yaml", "vets.yaml"]
    assert content(pets.folder, "vets.yaml", "tag", "name") == "vets"
    paths = content(pets.folder, "vets.yaml", "paths")
    identities = {(path, method): drafted["operationId"] for path in paths for method, drafted in paths[path].items()}
    assert identities == {
        ("/zoos/{zoo}/vets/", "get"): "vets.list",
        ("/zoos/{zoo}/vets/", "post"): "vets.create",
        ("/zoos/{zoo}/vets/{vet}", "get"): "vets.get",
        ("/zoos/{zoo}/vets/{vet}", "delete"): "vets.delete",
    }
    assert schema_of(paths["/zoos/{zoo}/vets/"]["get"]) == {"$ref": f"{REF}VetList"}
    assert schema_of(paths["/zoos/{zoo}/vets/"]["post"], "201") == {"$ref": f"{REF}Vet"}
    assert schema_of(paths["/zoos/{zoo}/vets/{vet}"]["get"]) == {"$ref": f"{REF}Vet"}
    assert list(paths["/zoos/{zoo}/vets/{vet}"]["delete"]["responses"]) == ["204", "409"]
    assert list(members(pets.folder, "Vet", "vets.yaml")) == ["name", "since", "rooms"]
    parameters = content(pets.folder, "openapi.yaml", "components", "parameters")
    assert (parameters["vet"]["in"], parameters["vet"]["required"]) == ("path", True)


@pytest.mark.parametrize(
    ("kind", "content_type", "described"),
    [
        ("text", "text/plain", {"type": "string", "examples": ["text"]}),
        ("file", "image/png", {"type": "string", "format": "binary", "examples": ["content"]}),
    ],
)
def test_a_response_that_is_not_json(pets, kind, content_type, described) -> None:
    exchange = seen(path=f"{PET}/photo")
    learned(pets.write_complete(), type(exchange)("GET", exchange.path, 200, content_type=content_type))
    media = operation(pets, "pets.yaml", f"{PATH}/photo")["responses"]["200"]["content"]
    expected = {"text": "text/plain", "file": "application/octet-stream"}[kind]
    assert media == {expected: {"schema": described}}


def test_a_list_without_pages(pets) -> None:
    learned(pets.write_complete(), seen([{"name": "a", "size": 1}, {"name": "b"}], path="/zoos/Berlin/toys"))
    drafted = operation(pets, "toys.yaml", "/zoos/{zoo}/toys")
    assert drafted["operationId"] == "toys.list"
    assert schema_of(drafted) == {"type": "array", "items": {"$ref": f"{REF}Toy"}}


def test_another_root(pets) -> None:
    learned(pets.write_complete(), seen({"version": "1.2"}, path="/about"))
    drafted = operation(pets, "about.yaml", "/about")
    assert (drafted["operationId"], schema_of(drafted)) == ("about.get", {"$ref": f"{REF}About"})


def test_names_that_generated_code_uses(pets) -> None:
    learned(
        pets.write_complete(),
        seen({"count": 1, "items": [{"a": 1}]}, path="/zoos/Berlin/request/"),
        seen({"a": 1}, path="/zoos/Berlin/literals/x", request={"class": 1}, method="PUT"),
    )
    assert operation(pets, "zoo_request.yaml", "/zoos/{zoo}/request/")["operationId"] == "zoo_request.list"


@pytest.mark.parametrize("status", [404, 405, 501])
def test_what_the_server_does_not_have_is_skipped(pets, status) -> None:
    found = learned(pets.write_complete(), seen({"error": ["no"]}, path=f"{PET}/_fly", method="PUT", status=status))
    assert found.drafted == []
    assert found.skipped == [f"PUT {PATH}/_fly: the server returned {status}: it has no such operation"]


def test_an_operation_that_only_failed(pets) -> None:
    learned(pets.write_complete(), seen({"error": ["no"]}, path=f"{PET}/_fly", method="PUT", status=409))
    assert list(operation(pets, "pets.yaml", f"{PATH}/_fly", "put")["responses"]) == ["200", "409"]


def test_a_report_is_enough(pets) -> None:
    drift = Drift("unknown operation", "", "GET", "/zoos/{zoo}/vets/{vet}", 200, "", "", "", "object")
    learned(pets.write_complete(), report=(drift,))
    drafted = operation(pets, "vets.yaml", "/zoos/{zoo}/vets/{vet}")
    assert (drafted["operationId"], schema_of(drafted)) == ("vets.get", {"type": "object", "examples": [{}]})
