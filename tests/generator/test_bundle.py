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
    assert list(made["properties"]) == ["total", "items"]
    assert made["description"] == "Many Pet objects."
    assert made["properties"]["items"]["items"] == {"$ref": "#/components/schemas/Pet"}
    assert made["x-module"] == "pets"
    assert "x-list" not in schema.load()


def test_a_list_that_openapi_yaml_does_not_describe_is_refused(schema) -> None:
    del schema.front["x-list"]
    schema.view("Pet", {})
    schema.component("PetList", {"x-list-of": "Pet"})
    with pytest.raises(SchemaError) as caught:
        schema.load()
    assert str(caught.value) == (
        "pets.yaml: components > schemas > PetList: x-list-of needs the key 'x-list' in openapi.yaml: "
        "describe a list response there"
    )


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
        assert refusal(mounted).startswith(
            "tags.yaml: paths > {owner}/tags/ > get: GET /zoos/{zoo}/tags/ is already described"
        )


def test_a_schema_that_is_defined_twice_is_refused(schema) -> None:
    schema.view("Pet", {}, module="pets")
    schema.view("Pet", {}, module="toys")
    assert (
        refusal(schema)
        == "toys.yaml: components > schemas > Pet: the schema Pet is already defined: rename one of the two"
    )


def test_a_schema_that_openapi_yaml_defines_as_well_is_refused(schema) -> None:
    schema.front["components"]["schemas"] = {"Pet": {"type": "object"}}
    schema.view("Pet", {})
    assert (
        refusal(schema)
        == "pets.yaml: components > schemas > Pet: the schema Pet is already defined: rename one of the two"
    )


def test_a_tag_that_is_defined_twice_is_refused(schema) -> None:
    schema.call("pets.get")
    schema.fragment("toys")["tag"] = schema.fragment("pets")["tag"]
    assert refusal(schema) == "toys.yaml: tag > name: the tag pets is already defined: rename one of the two"


def test_an_operation_id_that_is_used_twice_is_refused(schema) -> None:
    schema.call("pets.get")
    schema.call("pets.get", method="put")
    path = "pets.yaml: paths > /zoos/{zoo}/pets/{pet}"
    assert refusal(schema) == (
        f"{path} > put: the operationId pets.get is already used by {path} > get: rename one of the two"
    )


def test_a_method_of_a_path_that_is_described_twice_is_refused(schema) -> None:
    schema.call("pets.get", "/pets/")
    schema.call("toys.get", "/pets/")
    assert refusal(schema) == "toys.yaml: paths > /pets/ > get: GET /pets/ is already described: remove one of the two"


def test_two_paths_that_differ_in_the_names_of_their_parameters_only_are_refused(schema) -> None:
    schema.call("pets.get", "/things/{pet}")
    schema.call("toys.get", "/things/{zoo}")
    assert refusal(schema) == (
        "toys.yaml: paths > /things/{zoo} > get: it matches the same requests as /things/{pet}: use one path for both"
    )


def test_one_path_may_have_several_methods_from_several_fragments(schema) -> None:
    schema.call("pets.list", "/things/")
    schema.call("toys.create", "/things/", method="post")
    assert list(schema.load()["paths"]["/things/"]) == ["get", "post"]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (None, " > x-source: null is not a list: write a list"),
        ("S1", " > x-source: 'S1' is not a list: write a list"),
        ([1], " > x-source > 0: 1 is not text: write text"),
        ([], ": x-source is empty: list the facts that the operation is based on"),
    ],
)
def test_an_operation_that_does_not_list_its_sources_is_refused(schema, source, told: str) -> None:
    schema.call("pets.list", "/pets/")["x-source"] = source
    assert refusal(schema) == f"pets.yaml: paths > /pets/ > get{told}"


def test_a_path_parameter_that_openapi_yaml_does_not_know_is_refused(schema) -> None:
    schema.call("pets.get", "/cages/{cage}")
    assert (
        refusal(schema)
        == "pets.yaml: paths > /cages/{cage} > get: openapi.yaml has no path parameter 'cage': add it there"
    )


def test_a_path_parameter_that_is_one_of_the_query_there_is_refused(schema) -> None:
    schema.front["components"]["parameters"]["size"] = schema.query("size")
    schema.call("pets.get", "/pets/{size}")
    assert (
        refusal(schema)
        == "pets.yaml: paths > /pets/{size} > get: openapi.yaml has no path parameter 'size': add it there"
    )


@pytest.mark.parametrize("identity", ["pets.Get", "pets.", "pets", "petsXget", "toys.get", "pets.get.all"])
def test_an_operation_id_that_does_not_read_as_a_call_is_refused(schema, identity) -> None:
    schema.call("pets.get", "/pets/")["operationId"] = identity
    assert refusal(schema) == f"pets.yaml: paths > /pets/ > get: invalid operationId {identity!r}: use pets.<verb>"


@pytest.mark.parametrize("method", ["GET", "trace", "summary", "$ref"])
def test_what_is_no_method_of_ours_is_refused(schema, method: str) -> None:
    schema.call("pets.get", "/pets/", method=method)
    assert refusal(schema) == (
        f"pets.yaml: paths > /pets/: the key {method!r} is not supported here: "
        "remove it, or use one of get, put, post, delete, patch, head"
    )


def test_an_operation_that_is_not_described_is_refused(schema) -> None:
    schema.fragment("pets")["paths"]["/pets/"] = {"get": None}
    assert refusal(schema) == "pets.yaml: paths > /pets/ > get: null is not a mapping: write a mapping"


def test_an_operation_with_tags_of_its_own_is_refused(schema) -> None:
    schema.call("pets.get", "/pets/", tags=["toys"])
    assert refusal(schema) == (
        "pets.yaml: paths > /pets/ > get: the key 'tags' is not supported here: "
        "each fragment has one tag, and its operations get it"
    )


@pytest.mark.parametrize("part", ["paths", "tags", "webhooks", "externalDocs", "jsonSchemaDialect"])
def test_what_would_be_lost_from_openapi_yaml_is_refused(schema, part: str) -> None:
    schema.front[part] = {}
    assert refusal(schema).startswith(f"openapi.yaml: the key {part!r} is not supported here: ")


@pytest.mark.parametrize("file", ["pets.yml", "pets.YAML", "pets.json"])
def test_a_file_that_would_not_be_read_is_refused(schema, file: str) -> None:
    schema.write()
    schema.text(file, "tag: {name: pets}")
    with pytest.raises(SchemaError) as caught:
        bundle.load(schema.folder)
    assert str(caught.value) == f"{file}: the file is not read: rename it to pets.yaml, or remove it"


def test_a_folder_without_openapi_yaml_is_refused(schema) -> None:
    with pytest.raises(SchemaError, match=r"openapi\.yaml: the file does not exist in .*schema: create it"):
        bundle.load(schema.folder)


def test_everything_wrong_is_told_at_once(schema) -> None:
    schema.call("pets.get", "/cages/{cage}", operationId="toys.get")
    schema.fragment("toys")["path"] = {}
    schema.fragment("apes")["paths"] = {"/apes/": {"get": None}}
    files = [line.split(":")[0] for line in refusal(schema).splitlines()]
    assert files == ["apes.yaml", "toys.yaml", "pets.yaml", "pets.yaml"]


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
