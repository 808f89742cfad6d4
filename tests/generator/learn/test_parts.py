"""Members, values, types and statuses that were seen are drafted."""

from __future__ import annotations

import subprocess

import pytest

from comodit_client.wire.drift import Drift
from tests.generator.learn.learning import PET, added, content, learned, members, seen

REF = "#/components/schemas/"
DATE = "2026-01-31T12:00:00.000+0000"


@pytest.fixture
def pets(schema):
    """A schema with pets, their moods and a list of them."""
    schema.view("Pet", {"name": {"type": "string"}, "mood": {"$ref": f"{REF}Mood"}}, required=["name"])
    schema.enum("Mood", ["GLAD", "SAD"])
    schema.component("PetList", {"x-list-of": "Pet"})
    schema.call("pets.get", answer={"$ref": f"{REF}Pet"})
    schema.call("pets.list", path="/zoos/{zoo}/pets/", answer={"$ref": f"{REF}PetList"})
    failure = {"type": "object", "description": "Why.", "properties": {"error": {"description": "Texts."}}}
    schema.front["components"]["schemas"] = {"Failure": failure}
    response = schema.front["components"]["responses"]["Failure"]
    response["content"] = {"application/json": {"schema": {"$ref": f"{REF}Failure"}}}
    return schema


class TestMembers:
    @pytest.mark.parametrize(
        ("value", "drafted"),
        [
            ("quiet", {"type": "string", "examples": ["quiet"]}),
            (3, {"type": "integer", "examples": [3]}),
            (3.5, {"type": "number", "examples": [3.5]}),
            (True, {"type": "boolean", "examples": [True]}),
            (None, {"examples": [None]}),
            (DATE, {"type": "string", "format": "date-time", "examples": [DATE]}),
            (["a", "b"], {"type": "array", "items": {"type": "string"}, "examples": [["a", "b"]]}),
            ([], {"type": "array", "items": {}, "examples": [[]]}),
            ([[1]], {"type": "array", "items": {}, "examples": [[[1]]]}),
            (
                ["a", 1, None],
                {"type": "array", "items": {"type": ["string", "integer", "null"]}, "examples": [["a", 1, None]]},
            ),
            ({}, {"type": "object", "examples": [{}]}),
            ({"a b": 1}, {"type": "object", "examples": [{"a b": 1}]}),
            ("yes\u2028no: #", {"type": "string", "examples": ["yes\u2028no: #"]}),
            ("x" * 500, {"type": "string", "examples": ["text"]}),
            ("ask keeper@zoo.example", {"type": "string", "examples": ["ask user@example.com"]}),
            ("NO", {"type": "string", "examples": ["NO"]}),
        ],
    )  # fmt: skip
    def test_a_value_gives_the_type_and_an_example(self, pets, value, drafted) -> None:
        learned(pets.write_complete(), seen({"name": "Knut", "extra": value}))
        assert members(pets.folder, "Pet")["extra"] == drafted | {
            "description": "Observed in a response; its meaning is unknown.",
            "readOnly": True,
            "x-confidence": "observed",
        }

    def test_several_values_are_merged(self, pets) -> None:
        values = [{"age": 3, "id": "a", "tag": None}, {"age": None, "id": 7, "tag": "x"}, {"age": 4.5}]
        learned(pets.write_complete(), *(seen({"name": "Knut"} | value) for value in values))
        types = {wire: member["type"] for wire, member in members(pets.folder, "Pet").items() if "type" in member}
        assert types == {
            "name": "string",
            "age": ["number", "null"],
            "id": ["string", "integer"],
            "tag": ["string", "null"],
        }

    def test_objects_become_named_schemas(self, pets) -> None:
        boxes = [{"size": 1, "lid": {"open": True}}, {"size": None, "doors": [{"wide": 2}, {"wide": 3, "lock": "x"}]}]
        learned(pets.write_complete(), seen({"name": "Knut", "box": boxes[0]}), seen({"name": "Ida", "box": boxes[1]}))
        assert members(pets.folder, "Pet")["box"]["$ref"] == f"{REF}PetBox"
        box = members(pets.folder, "PetBox")
        assert box["size"]["type"] == ["integer", "null"]
        assert box["lid"]["$ref"] == f"{REF}PetBoxLid"
        assert box["doors"]["items"] == {"$ref": f"{REF}PetBoxDoor"}
        assert list(members(pets.folder, "PetBoxDoor")) == ["wide", "lock"]

    def test_an_object_or_null_is_a_union(self, pets) -> None:
        learned(pets.write_complete(), seen({"name": "Knut", "box": None}), seen({"name": "Ida", "box": {"size": 1}}))
        assert members(pets.folder, "Pet")["box"]["anyOf"] == [{"$ref": f"{REF}PetBox"}, {"type": "null"}]

    def test_a_name_that_is_in_use_gets_a_number(self, pets) -> None:
        pets.view("PetBox", {"size": {"type": "string"}})
        pets.view("PetBox2Dict", {"size": {"type": "string"}})
        learned(pets.write_complete(), seen({"name": "Knut", "box": {"wide": 1}}))
        assert members(pets.folder, "Pet")["box"]["$ref"] == f"{REF}PetBox3"

    @pytest.mark.parametrize(
        ("wire", "value"),
        [
            ("keeperPassword", "hunter2"), ("apiToken", "hunter2"), ("ssh-key", "hunter2"), ("pin", 123987),
            ("note", "postgres://root:hunter2@db/zoo"), ("link", "https://zoo.example/?token=hunter2"),
            ("note", "eyJhbGciOiJI.hunter2.x"), ("note", "-----BEGIN RSA PRIVATE KEY-----\nhunter2"), ("note", "***"),
            ("secrets", ["hunter2"]),
        ],
    )  # fmt: skip
    def test_a_secret_is_marked_and_not_quoted(self, pets, wire, value) -> None:
        found = learned(pets.write_complete(), seen({"name": "Knut", wire: value}))
        text = found.folder.patch()
        assert "format: password" in text
        assert "hunter2" not in text and "123987" not in text and "***" not in text

    def test_secrets_in_objects_and_maps_are_not_quoted(self, pets) -> None:
        box = {"credentials": {"user": "hunter2", "of": ["hunter2"]}, "by id": {"token": "hunter2"}}
        found = learned(pets.write_complete(), seen({"name": "Knut", "box": box, "credentials": box["credentials"]}))
        assert "hunter2" not in found.folder.patch()
        assert members(pets.folder, "PetCredentials")["user"]["format"] == "password"

    def test_what_only_seems_to_be_secret_is_not_marked(self, pets) -> None:
        values = {"passwordExpired": True, "tokenExpiresAt": DATE, "publicKey": "abc", "secret": None}
        found = learned(pets.write_complete(), seen({"name": "Knut"} | values))
        assert "password" not in {member.get("format") for member in members(pets.folder, "Pet").values()}
        assert "abc" in found.folder.patch()

    def test_what_was_sent_is_not_read_only(self, pets) -> None:
        learned(pets.write_complete(), seen({"name": "Knut", "extra": 1, "other": 2}, request={"box": [{"extra": 1}]}))
        found = members(pets.folder, "Pet")
        assert ("readOnly" in found["extra"], "readOnly" in found["other"]) == (False, True)

    @pytest.mark.parametrize(
        ("wire", "name"),
        [("show", "show_f"), ("class", "class_f"), ("a-b", None), ("_x", "x_f"), ("_", "member_f"), ("list", None)],
    )
    def test_a_name_that_clashes_gets_another_one(self, pets, wire, name) -> None:
        learned(pets.write_complete(), seen({"name": "Knut", wire: 1}))
        assert members(pets.folder, "Pet")[wire].get("x-python-name") == name

    def test_names_that_clash_with_each_other(self, pets) -> None:
        pets.view("Cage", {"bornAt": {"type": "string"}})
        pets.view("Pet", {"name": {"type": "string"}, "born_at": {"type": "string"}}, required=["name"])
        learned(pets.write_complete(), seen({"name": "Knut", "Name": 1, "born": DATE, "boxSize": 1, "box_size": 2}))
        found = members(pets.folder, "Pet")
        assert found["Name"]["x-python-name"] == "name_f"
        assert found["born"]["x-python-datetime"] == "born_time"
        assert [found[wire].get("x-python-name") for wire in ("boxSize", "box_size")] == [None, "box_size_f"]

    def test_a_member_of_a_page_is_added_to_the_list(self, pets) -> None:
        page = {"count": 1, "next": "/2", "items": [{"name": "Knut", "age": 3}]}
        learned(pets.write_complete(), seen(page, path="/zoos/Berlin/pets/"))
        assert list(members(pets.folder, "PetList")) == ["total", "items", "count", "next"]
        assert members(pets.folder, "Pet")["age"]["type"] == "integer"

    def test_a_member_of_the_errors(self, pets) -> None:
        learned(pets.write_complete(), seen({"error": ["no"], "code": 7}, status=503))
        assert list(members(pets.folder, "Failure", "openapi.yaml")) == ["error", "code"]

    def test_a_schema_in_flow_style_stays_in_flow_style(self, pets) -> None:
        folder = pets.write_complete()
        text = (folder / "pets.yaml").read_text(encoding="utf-8")
        before = text.index("    Pet:\n")
        name = "name: {type: string, description: B., examples: [C]}"
        flow = f"    Pet: {{type: object, description: A., properties: {{{name}}}}}\n"
        (folder / "pets.yaml").write_text(text[:before] + flow + text[text.index("    Mood:\n") :], encoding="utf-8")
        found = learned(folder, seen({"name": "Knut", "age": 3}))
        assert members(folder, "Pet")["age"]["examples"] == [3]
        assert added(found)[0].startswith("Pet: {type: object, description: A., properties: {name: {")

    def test_a_key_that_a_user_may_have_chosen_is_skipped(self, pets) -> None:
        found = learned(pets.write_complete(), seen({"name": "Knut", "a b/c": 3}))
        assert found.drafted == []
        assert found.skipped[0].endswith("its name may be chosen by a user: describe it by hand")


class TestValues:
    def test_a_value_is_added_to_the_enumeration(self, pets) -> None:
        found = learned(
            pets.write_complete(), seen({"name": "Knut", "mood": "CALM"}), seen({"name": "Ida", "mood": "WILD"})
        )
        moods = content(pets.folder, "pets.yaml", "components", "schemas", "Mood", "enum")
        assert moods == ["GLAD", "SAD", "CALM", "WILD"]
        assert added(found) == ["- CALM", "- WILD"]

    def test_it_is_quoted_if_yaml_would_read_something_else(self, pets) -> None:
        assert added(learned(pets.write_complete(), seen({"name": "Knut", "mood": "NO"}))) == ["- 'NO'"]

    @pytest.mark.parametrize("mood", ["x" * 200, "eyJhbGciOiJI.hunter2.x"])
    def test_data_is_skipped(self, pets, mood) -> None:
        found = learned(pets.write_complete(), seen({"name": "Knut", "mood": mood}))
        assert (found.drafted, len(found.skipped)) == ([], 1)


class TestTypes:
    @pytest.mark.parametrize(
        ("before", "value", "after"),
        [
            ({"type": "string"}, 3, {"type": ["string", "integer"]}),
            ({"type": "string"}, None, {"type": ["string", "null"]}),
            ({"type": ["string", "null"]}, 3, {"type": ["string", "integer", "null"]}),
            ({"type": "integer"}, 1.5, {"type": "number"}),
            ({"type": "string"}, {"a": 1}, {"type": ["string", "object"]}),
            ({"type": "string"}, ["a"], {"type": ["string", "array"], "items": {}}),
            ({"$ref": f"{REF}Mood"}, None, {"anyOf": [{"$ref": f"{REF}Mood"}, {"type": "null"}]}),
            ({"$ref": f"{REF}Mood"}, 3, {"anyOf": [{"$ref": f"{REF}Mood"}, {"type": "integer"}]}),
            (
                {"anyOf": [{"$ref": f"{REF}Mood"}, {"type": "null"}]}, 3,
                {"anyOf": [{"$ref": f"{REF}Mood"}, {"type": "null"}, {"type": "integer"}]},
            ),
            (
                {"type": "array", "items": {"type": "string"}}, [1, "a"],
                {"type": "array", "items": {"type": ["string", "integer"]}},
            ),
            (
                {"type": "object", "additionalProperties": {"type": "string"}}, {"any key": 1},
                {"type": "object", "additionalProperties": {"type": ["string", "integer"]}},
            ),
        ],
    )  # fmt: skip
    def test_another_type_is_allowed_too(self, pets, before, value, after) -> None:
        pets.view("Pet", {"name": {"type": "string"}, "extra": before}, required=["name"])
        learned(pets.write_complete(), seen({"name": "Knut", "extra": value}))
        extra = members(pets.folder, "Pet")["extra"]
        extra.pop("examples", None)
        assert extra == {"description": "Its extra."} | after

    def test_a_response_that_was_empty_gets_content(self, pets) -> None:
        pets.call("pets.feed", path="/zoos/{zoo}/pets/{pet}/_feed", method="put")
        learned(pets.write_complete(), seen({"eaten": 3}, path=f"{PET}/_feed", method="PUT"))
        assert members(pets.folder, "PetsFeedResult")["eaten"]["type"] == "integer"


class TestMissingMembers:
    def test_a_member_is_no_longer_required(self, pets) -> None:
        pets.view("Pet", {"name": {"type": "string"}, "age": {"type": "integer"}}, required=["name", "age"])
        found = learned(pets.write_complete(), seen({"name": "Knut"}))
        assert content(pets.folder, "pets.yaml", "components", "schemas", "Pet", "required") == ["name"]
        assert found.drafted == ["pets.yaml: components > schemas > Pet > required: 'age' is optional"]

    def test_the_identity_is_named(self, pets) -> None:
        found = learned(pets.write_complete(), seen({"mood": "SAD"}))
        assert "required" not in content(pets.folder, "pets.yaml", "components", "schemas", "Pet")
        assert "which identifies the object" in found.drafted[0]


class TestStatuses:
    def responses(self, pets):
        return content(pets.folder, "pets.yaml", "paths", "/zoos/{zoo}/pets/{pet}", "get", "responses")

    @pytest.mark.parametrize("status", [402, 423])
    def test_a_failure(self, pets, status) -> None:
        learned(pets.write_complete(), seen({"error": ["no"]}, status=status))
        assert self.responses(pets)[str(status)] == {"$ref": "#/components/responses/Failure"}

    def test_a_failure_of_its_own_form(self, pets) -> None:
        learned(pets.write_complete(), seen({"reason": "full"}, status=423))
        assert members(pets.folder, "PetsGetResult")["reason"]["type"] == "string"

    def test_other_successes_have_the_same_content(self, pets) -> None:
        learned(pets.write_complete(), seen({"name": "Knut"}, status=203), seen(status=204), seen(status=302))
        found = self.responses(pets)
        assert found["203"]["content"] == found["200"]["content"]
        assert "content" not in found["204"] | found["302"]


class TestMounts:
    def test_a_family_is_edited_once(self, pets) -> None:
        mounts = [
            {"tag": f"{of}_toys", "owner": f"/{of}s/{{{of}}}", "of": f"a {of}", "source": ["S1"]}
            for of in ("zoo", "pet")
        ]
        operation = {
            "operationId": "{tag}.get",
            "summary": "Get the toy of {of}.",
            "x-source": [],
            "responses": {
                "200": {"description": "It.", "content": {"application/json": {"schema": {"$ref": f"{REF}Toy"}}}}
            },
        }
        toy = {
            "type": "object",
            "description": "A toy.",
            "properties": {"name": {"type": "string", "description": "It."}},
        }
        pets.path_parameter("toy")
        pets.fragments["toys"] = {
            "x-mounts": mounts,
            "paths": {"{owner}/toys/{toy}": {"get": operation}},
            "components": {"schemas": {"Toy": toy}},
        }
        found = learned(
            pets.write_complete(),
            *(seen({"name": "Ball", "size": 3}, path=f"/{of}s/x/toys/Ball") for of in ("zoo", "pet")),
            *(seen(path=f"/{of}s/x/toys/Ball", method="DELETE", status=204) for of in ("zoo", "pet")),
            seen({"error": []}, path="/pets/x/toys/Ball", status=423),
        )
        assert len(found.drafted) == 3
        assert members(pets.folder, "Toy", "toys.yaml")["size"]["type"] == "integer"
        operations = content(pets.folder, "toys.yaml", "paths", "{owner}/toys/{toy}")
        assert "423" in operations["get"]["responses"]
        assert operations["delete"]["operationId"] == "{tag}.delete"
        assert operations["delete"]["summary"] == "Delete the toy."


class TestReports:
    def drift(self, kind, place, found, status=200, expected="", schema="Pet"):
        return Drift(kind, "pets.get", "GET", "/zoos/{zoo}/pets/{pet}", status, schema, place, expected, found)

    def test_types_are_enough(self, pets) -> None:
        found = learned(
            pets.write_complete(),
            report=(
                self.drift("unknown member", "$.age", "integer"),
                self.drift("unknown member", "$.age", "null"),
                self.drift("unknown member", "$.toys", "array of string or null"),
                self.drift("unknown member", "$.keeperPassword", "string"),
                self.drift("unknown value", "$.mood", "CALM", schema="Mood"),
                self.drift("unknown value", "$.mood", "string", schema="Mood"),
                self.drift("missing member", "$.name", "", expected="string"),
                self.drift("unknown status", "", "423", status=423, schema=""),
            ),
        )
        pet = members(pets.folder, "Pet")
        assert (pet["age"]["type"], pet["age"]["examples"]) == (["integer", "null"], [1])
        assert (pet["toys"]["items"], pet["toys"]["examples"]) == ({"type": ["string", "null"]}, [["text", None]])
        assert (pet["keeperPassword"]["format"], pet["keeperPassword"]["examples"]) == ("password", ["made-up-secret"])
        assert (len(found.drafted), len(found.skipped)) == (6, 1)

    def test_another_type(self, pets) -> None:
        learned(
            pets.write_complete(), report=(self.drift("other type", "$.name", "array of integer", expected="string"),)
        )
        assert members(pets.folder, "Pet")["name"]["type"] == ["string", "array"]


class TestPatch:
    def test_nothing_new_gives_no_patch(self, pets) -> None:
        assert learned(pets.write_complete(), seen({"name": "Knut"})).folder.patch() == ""

    def test_patch_accepts_it(self, pets, tmp_path) -> None:
        folder = pets.write_complete()
        (folder / "pets.yaml").write_bytes((folder / "pets.yaml").read_bytes().rstrip(b"\n"))
        found = learned(folder, seen({"name": "Knut", "age": 3}), seen({"x": 1}, path="/new/"))
        subprocess.run(["patch", "-p1", "-R"], input=found.folder.patch().encode(), check=True, cwd=tmp_path)
        assert not (folder / "new.yaml").exists()
        assert "age:" not in (folder / "pets.yaml").read_text(encoding="utf-8")
