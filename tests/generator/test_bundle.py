"""Bundling: the fragments of a schema become one OpenAPI document."""

from __future__ import annotations

import pytest
import yaml

from generator import bundle
from generator.errors import SchemaError


def refusal(schema) -> str:
    with pytest.raises(SchemaError) as caught:
        schema.load()
    return str(caught.value)


def test_fragments_are_merged_in_the_order_of_their_names(schema) -> None:
    schema.call("zebras.list", "/zebras/")
    schema.call("apes.list", "/apes/")
    document = schema.load()
    assert list(document["paths"]) == ["/apes/", "/zebras/"]
    assert [tag["name"] for tag in document["tags"]] == ["apes", "zebras"]


def test_what_stands_in_openapi_yaml_stays(schema) -> None:
    schema.front["servers"] = [{"url": "https://zoo.example"}]
    assert schema.load()["servers"] == [{"url": "https://zoo.example"}]


def test_an_operation_gets_the_tag_of_its_fragment(schema) -> None:
    schema.call("pets.get")
    assert schema.load()["paths"]["/zoos/{zoo}/pets/{pet}"]["get"]["tags"] == ["pets"]


def test_a_schema_tells_which_fragment_defines_it(schema) -> None:
    schema.view("Pet", {}, module="pets")
    schema.view("Toy", {}, module="toys")
    schemas = schema.load()["components"]["schemas"]
    assert (schemas["Pet"]["x-module"], schemas["Toy"]["x-module"]) == ("pets", "toys")


def test_the_names_in_a_path_become_its_parameters_before_its_own(schema) -> None:
    schema.call("pets.get", parameters=[schema.query("size")])
    parameters = schema.load()["paths"]["/zoos/{zoo}/pets/{pet}"]["get"]["parameters"]
    assert parameters == [
        {"$ref": "#/components/parameters/zoo"},
        {"$ref": "#/components/parameters/pet"},
        schema.query("size"),
    ]


def test_an_operation_without_parameters_gets_none(schema) -> None:
    schema.call("pets.list", "/pets/")
    assert "parameters" not in schema.load()["paths"]["/pets/"]["get"]


def test_every_operation_gets_the_answer_for_failures(schema) -> None:
    schema.call("pets.get")
    responses = schema.load()["paths"]["/zoos/{zoo}/pets/{pet}"]["get"]["responses"]
    assert responses["default"] == {"$ref": "#/components/responses/Failure"}


def test_an_operation_that_describes_its_own_failures_keeps_them(schema) -> None:
    own = {"description": "Not so."}
    schema.call("pets.get")["responses"]["default"] = own
    assert schema.load()["paths"]["/zoos/{zoo}/pets/{pet}"]["get"]["responses"]["default"] == own


def test_a_list_is_written_out(schema) -> None:
    schema.view("Pet", {})
    schema.component("PetList", {"x-list-of": "Pet"})
    made = schema.load()["components"]["schemas"]["PetList"]
    assert list(made["properties"]) == ["count", "offset", "total", "items"]
    assert made["properties"]["items"]["items"] == {"$ref": "#/components/schemas/Pet"}
    assert made["x-module"] == "pets"


class TestMounts:
    @pytest.fixture
    def mounted(self, schema):
        fragment = schema.fragment("tags")
        del fragment["tag"]
        fragment["x-mounts"] = [
            {"tag": "zoo_tags", "owner": "/zoos/{zoo}", "of": "a zoo", "source": ["S9"]},
            {"tag": "pet_tags", "owner": "/zoos/{zoo}/pets/{pet}", "of": "a pet"},
        ]
        schema.call("tags.list", "{owner}/tags/", summary="List the tags of {of}.", operationId="{tag}.list")
        return schema

    def test_a_family_is_described_once_for_each_owner(self, mounted) -> None:
        paths = mounted.load()["paths"]
        assert list(paths) == ["/zoos/{zoo}/tags/", "/zoos/{zoo}/pets/{pet}/tags/"]
        assert [item["get"]["operationId"] for item in paths.values()] == ["zoo_tags.list", "pet_tags.list"]
        assert [item["get"]["summary"] for item in paths.values()] == [
            "List the tags of a zoo.",
            "List the tags of a pet.",
        ]

    def test_each_owner_makes_a_resource(self, mounted) -> None:
        assert mounted.load()["tags"] == [
            {"name": "zoo_tags", "description": "The tags of a zoo."},
            {"name": "pet_tags", "description": "The tags of a pet."},
        ]

    def test_the_sources_of_a_mount_come_before_those_of_the_operation_and_none_comes_twice(self, mounted) -> None:
        mounted.fragments["tags"]["paths"]["{owner}/tags/"]["get"]["x-source"] = ["S1", "S9"]
        paths = mounted.load()["paths"]
        assert paths["/zoos/{zoo}/tags/"]["get"]["x-source"] == ["S9", "S1"]
        assert paths["/zoos/{zoo}/pets/{pet}/tags/"]["get"]["x-source"] == ["S1", "S9"]

    def test_owners_get_path_parameters_of_their_own(self, mounted) -> None:
        paths = mounted.load()["paths"]
        assert [len(item["get"]["parameters"]) for item in paths.values()] == [1, 2]

    def test_a_resource_that_has_a_fragment_keeps_its_description(self, mounted) -> None:
        mounted.fragments["tags"]["x-mounts"][0]["tag"] = "pets"
        mounted.call("pets.get")
        assert {"name": "pets", "description": "The pets of the zoo."} in mounted.load()["tags"]

    def test_two_mounts_at_one_place_are_refused(self, mounted) -> None:
        mounted.fragments["tags"]["x-mounts"][1]["owner"] = "/zoos/{zoo}"
        assert "tags.yaml: GET /zoos/{zoo}/tags/ is already described" in refusal(mounted)


def test_a_schema_that_is_defined_twice_is_refused(schema) -> None:
    schema.view("Pet", {}, module="pets")
    schema.view("Pet", {}, module="toys")
    assert refusal(schema) == "toys.yaml: the schema Pet is already defined: rename one of the two"


def test_a_schema_that_openapi_yaml_defines_as_well_is_refused(schema) -> None:
    schema.front["components"]["schemas"] = {"Pet": {"type": "object"}}
    schema.view("Pet", {})
    assert refusal(schema) == "pets.yaml: the schema Pet is already defined: rename one of the two"


def test_a_tag_that_is_defined_twice_is_refused(schema) -> None:
    schema.call("pets.get")
    schema.fragment("toys")["tag"] = schema.fragment("pets")["tag"]
    assert refusal(schema) == "toys.yaml: the tag pets is already defined: rename one of the two"


def test_an_operation_id_that_is_used_twice_is_refused(schema) -> None:
    schema.call("pets.get")
    schema.call("pets.get", method="put")
    assert refusal(schema) == (
        "PUT /zoos/{zoo}/pets/{pet}: the operationId pets.get is already used by GET /zoos/{zoo}/pets/{pet}: "
        "rename one of the two"
    )


def test_a_method_of_a_path_that_is_described_twice_is_refused(schema) -> None:
    schema.call("pets.get", "/pets/")
    schema.call("toys.get", "/pets/")
    assert refusal(schema) == "toys.yaml: GET /pets/ is already described: remove one of the two"


def test_two_paths_that_differ_in_the_names_of_their_parameters_only_are_refused(schema) -> None:
    schema.call("pets.get", "/things/{pet}")
    schema.call("toys.get", "/things/{zoo}")
    assert refusal(schema) == (
        "GET /things/{zoo}: it matches the same requests as /things/{pet}: use one path for both"
    )


def test_one_path_may_have_several_methods_from_several_fragments(schema) -> None:
    schema.call("pets.list", "/things/")
    schema.call("toys.create", "/things/", method="post")
    assert list(schema.load()["paths"]["/things/"]) == ["get", "post"]


@pytest.mark.parametrize("source", [None, [], "S1"])
def test_an_operation_that_does_not_list_its_sources_is_refused(schema, source) -> None:
    schema.call("pets.list", "/pets/")["x-source"] = source
    assert refusal(schema) == (
        "GET /pets/: x-source is missing or not a list: list the facts that the operation is based on"
    )


def test_a_path_parameter_that_openapi_yaml_does_not_know_is_refused(schema) -> None:
    schema.call("pets.get", "/cages/{cage}")
    assert refusal(schema) == "GET /cages/{cage}: openapi.yaml has no path parameter 'cage': add it there"


def test_a_path_parameter_that_is_one_of_the_query_there_is_refused(schema) -> None:
    schema.front["components"]["parameters"]["size"] = schema.query("size")
    schema.call("pets.get", "/pets/{size}")
    assert refusal(schema) == "GET /pets/{size}: openapi.yaml has no path parameter 'size': add it there"


@pytest.mark.parametrize("identity", ["pets.Get", "pets.", "pets", "petsXget", "toys.get", "pets.get.all", None])
def test_an_operation_id_that_does_not_read_as_a_call_is_refused(schema, identity) -> None:
    schema.call("pets.get", "/pets/")["operationId"] = identity
    assert refusal(schema) == f"GET /pets/: invalid operationId {identity!r}: use pets.<verb>"


@pytest.mark.parametrize("method", ["GET", "trace", "parameters", "summary"])
def test_what_is_no_method_of_ours_is_refused(schema, method: str) -> None:
    schema.call("pets.get", "/pets/", method=method)
    assert refusal(schema) == (
        f"pets.yaml: /pets/ has {method!r}, which is not a method: use one of get, put, post, delete, patch, head"
    )


def test_an_operation_that_is_not_described_is_refused(schema) -> None:
    schema.fragment("pets")["paths"]["/pets/"] = {"get": None}
    assert refusal(schema) == "pets.yaml: GET /pets/ is empty: describe the operation"


def test_an_operation_with_tags_of_its_own_is_refused(schema) -> None:
    schema.call("pets.get", "/pets/", tags=["toys"])
    assert refusal(schema) == "pets.yaml: GET /pets/ has tags: remove them, the fragment's tag is used"


@pytest.mark.parametrize("part", ["paths", "tags"])
def test_what_would_be_lost_from_openapi_yaml_is_refused(schema, part: str) -> None:
    schema.front[part] = {}
    assert refusal(schema) == f"openapi.yaml: {part} cannot be used here: move them to a fragment"


def test_a_folder_without_openapi_yaml_is_refused(schema) -> None:
    with pytest.raises(SchemaError, match=r"openapi\.yaml: the file does not exist in .*schema: create it"):
        bundle.load(schema.folder)


def test_everything_wrong_is_told_at_once(schema) -> None:
    schema.call("pets.get", "/cages/{cage}", operationId="toys.get")
    schema.call("toys.get", "/toys/")["x-source"] = []
    schema.fragment("toys")["path"] = {}
    schema.fragment("apes")["paths"] = {"/apes/": {"get": None}}
    places = [line.split(":")[0] for line in refusal(schema).splitlines()]
    assert places == ["apes.yaml", "toys.yaml", "GET /cages/{cage}", "GET /cages/{cage}"]


def test_the_text_of_the_bundle_reads_back_as_the_document(schema) -> None:
    schema.view("Pet", {"name": {"type": "string", "description": "Ein schöner Name: 'on' \"yes\" {x} \\ \n 😀"}})
    schema.call("pets.get", answer={"$ref": "#/components/schemas/Pet"})
    document = schema.load()
    text = bundle.dump(document)
    assert yaml.safe_load(text) == document
    assert list(yaml.safe_load(text)) == list(document)


def test_the_text_of_the_bundle_has_no_anchors(schema) -> None:
    schema.call("pets.get")
    document = schema.load()
    document["x-again"] = document["paths"]
    assert "&id" not in bundle.dump(document)
