"""Names: those of the wire in Python's spelling, and those that cannot be had."""

from __future__ import annotations

import ast
import builtins

import pytest

from comodit_client.wire.view import View
from generator import names
from generator.names import snake_case
from generator.paths import RUNTIME

GET = "pets.get (GET /zoos/{zoo}/pets/{pet})"


@pytest.mark.parametrize(
    ("wire", "python"),
    [
        ("name", "name"),
        ("orderNum", "order_num"),
        ("newOrUpdatedSettings", "new_or_updated_settings"),
        ("a-b", "a_b"),
        ("a.b c", "a_b_c"),
        ("publicDNSName", "public_dnsname"),
        ("X-ComodIT-TotpToken", "x_comodit_totp_token"),
        ("compare_method", "compare_method"),
        ("ip4Address", "ip4_address"),
    ],
)
def test_a_name_of_the_wire_in_snake_case(wire: str, python: str) -> None:
    assert snake_case(wire) == python


def with_member(schema, wire: str, **more):
    schema.view("Pet", {wire: {"type": "string", **more}})
    return schema


def with_parameter(schema, *parameters, **more):
    schema.call("pets.get", parameters=list(parameters), **more)
    return schema


class TestMembers:
    @pytest.mark.parametrize(
        ("wire", "name"), [("orderNum", "order_num"), ("a-b", "a_b"), ("list", "list"), ("type", "type"), ("id", "id")]
    )
    def test_a_member_is_named_after_the_wire(self, schema, wire: str, name: str) -> None:
        assert with_member(schema, wire).member("Pet", wire).name == name

    @pytest.mark.parametrize("name", ["settings_f", "otherResources"])
    def test_x_python_name_is_honoured(self, schema, name: str) -> None:
        assert with_member(schema, "from", **{"x-python-name": name}).member("Pet", "from").name == name

    def test_x_python_name_beside_a_reference_is_honoured(self, schema) -> None:
        schema.view("Toy", {"name": {"type": "string"}})
        schema.view("Pet", {"from": {"$ref": "#/components/schemas/Toy", "x-python-name": "toy"}})
        assert schema.member("Pet", "from").name == "toy"

    @pytest.mark.parametrize("wire", ["from", "class", "3d", "_id", "__class__", "_data", "_nested", "größe", "-"])
    def test_what_is_no_name_in_python_is_refused(self, schema, wire: str) -> None:
        told = with_member(schema, wire).refused()
        assert (
            f"pets.yaml: Pet: {snake_case(wire)!r} is not a valid Python name, or begins with an underscore: set"
            in told
        )

    @pytest.mark.parametrize("name", sorted(names.OF_VIEWS))
    def test_what_a_view_has_by_itself_is_refused(self, schema, name: str) -> None:
        told = with_member(schema, "x", **{"x-python-name": name}).refused()
        assert (
            told
            == f"pets.yaml: Pet: the name {name!r} is reserved for generated code: set another name with x-python-name"
        )

    @pytest.mark.parametrize("name", ["property", "str", "int", "dict", "builtins", "Any", "ViewList", "ClassVar"])
    def test_what_the_text_of_a_class_names_is_refused(self, schema, name: str) -> None:
        told = with_member(schema, "x", **{"x-python-name": name}).refused()
        assert f"pets.yaml: Pet: the name {name!r} is reserved for generated code" in told

    @pytest.mark.parametrize("name", ["class", "a b", "a-b", "_x", "x; import os", True, "", "é"])
    def test_an_x_python_name_that_is_no_name_is_refused(self, schema, name) -> None:
        told = with_member(schema, "x", **{"x-python-name": name}).refused()
        assert f"pets.yaml: Pet: {str(name)!r} is not a valid Python name, or begins with an underscore" in told

    def test_two_members_of_one_name_are_refused(self, schema) -> None:
        schema.view("Pet", {"orderNum": {"type": "string"}, "order_num": {"type": "string"}})
        assert (
            schema.refused()
            == "pets.yaml: Pet: the name 'order_num' is used 2 times: set another name with x-python-name"
        )

    def test_an_x_python_name_that_another_member_has_is_refused(self, schema) -> None:
        schema.view("Pet", {"a": {"type": "string"}, "b": {"type": "string", "x-python-name": "a"}})
        assert schema.refused() == "pets.yaml: Pet: the name 'a' is used 2 times: set another name with x-python-name"

    def test_a_member_may_have_a_second_name(self, schema, wire) -> None:
        schema.view("Pet", {"orderNum": {"type": "integer", "x-python-alias": "orderNum"}})
        pet = wire().Pet({"orderNum": 3})
        assert (pet.order_num, pet.orderNum) == (3, 3)
        pet.orderNum = 4
        assert (pet.order_num, pet.get_json()) == (4, {"orderNum": 4})
        del pet.orderNum
        assert (pet.orderNum, pet.get_json()) == (None, {})
        assert pet.MEMBERS == {"orderNum": "order_num"}, "it is shown once"

    @pytest.mark.parametrize(
        ("more", "setter", "deleter"),
        [({"readOnly": True}, None, None), ({}, True, None)],
        ids=["read only", "required"],
    )
    def test_a_second_name_allows_what_the_first_does(self, schema, wire, more, setter, deleter) -> None:
        schema.view("Pet", {"a": {"type": "string", "x-python-alias": "b", **more}}, required=["a"])
        alias = wire().Pet.b
        assert (alias.fset and True, alias.fdel) == (setter, deleter)

    @pytest.mark.parametrize(
        ("alias", "reason"),
        [("show", "is reserved"), ("a b", "is not a valid"), ("a", "is used 2 times"), ("c", "is used 2 times")],
    )
    def test_a_second_name_that_cannot_be_had_is_refused(self, schema, alias: str, reason: str) -> None:
        members = {"a": {"type": "string", "x-python-alias": alias}, "c": {"type": "string"}}
        schema.view("Pet", members)
        assert reason in schema.refused()


def test_the_names_that_a_view_has_by_itself_are_all_known() -> None:
    assert {name for name in dir(View) if not name.startswith("_")} == names.OF_VIEWS


def names_used(text: str) -> set[str]:
    return {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}


def test_the_names_that_the_generated_text_uses_are_all_known(schema) -> None:
    schema.enum("Mood", ["calm"])
    schema.view("Toy", {"name": {"type": "string"}}, module="toys")
    pet = {
        "name": {"type": "string", "format": "password"},
        "age": {"type": "integer"},
        "size": {"type": "number"},
        "tame": {"type": "boolean"},
        "mood": {"$ref": "#/components/schemas/Mood"},
        "toy": {"$ref": "#/components/schemas/Toy"},
        "toys": {"type": "array", "items": {"$ref": "#/components/schemas/Toy"}},
        "words": {"type": "array", "items": {"type": "string"}},
        "data": {"type": "object"},
        "free": {},
    }
    schema.view("Pet", pet, required=["name"])
    reference = {"$ref": "#/components/schemas/Pet"}
    schema.call("pets.list", "/pets/", answer={"type": "array", "items": reference})
    schema.call("pets.get", answer=reference, parameters=[schema.query("size"), schema.query("X-Key", "header")])
    schema.call("pets.update", method="put", body=reference)
    schema.call("pets.bulk", "/bulk", method="put", body={"type": "array", "items": {"type": "string"}})
    used = names_used(schema.rendered()["pets.py"])
    own = {"Mood", "Pet", "Toy", "self", "value", "body", "items", "item", "size", "zoo", "pet", "x_key"} | set(pet)
    assert used - own - names.OF_VIEWS - {"__slots__"} <= names.OF_CLASSES | names.OF_FUNCTIONS
    assert {name for name in used if hasattr(builtins, name)} - own <= names.OF_CLASSES


class TestParameters:
    def test_a_parameter_is_named_after_the_wire(self, schema) -> None:
        operation = with_parameter(schema, schema.query("pageSize")).operation("pets.get")
        assert [(one.wire, one.name) for one in operation.query] == [("pageSize", "page_size")]

    def test_a_header_of_comodit_is_named_by_what_is_its_own(self, schema) -> None:
        operation = with_parameter(schema, schema.query("X-ComodIT-TotpToken", "header")).operation("pets.get")
        assert [(one.wire, one.name) for one in operation.headers] == [("X-ComodIT-TotpToken", "totp_token")]

    def test_a_path_parameter_with_a_dash_is_named_as_python_does(self, schema) -> None:
        schema.path_parameter("pet-name")
        schema.call("pets.get", "/pets/{pet-name}")
        operation = schema.operation("pets.get")
        assert operation.path == [("/pets/", "pet_name"), ("", None)]
        assert [(one.wire, one.name) for one in operation.path_parameters] == [("pet-name", "pet_name")]

    def test_x_python_name_is_honoured(self, schema) -> None:
        operation = with_parameter(schema, schema.query("from", **{"x-python-name": "start"})).operation("pets.get")
        assert [(one.wire, one.name) for one in operation.query] == [("from", "start")]

    def test_x_python_name_is_honoured_in_a_path(self, schema) -> None:
        schema.path_parameter("class", **{"x-python-name": "kind"})
        schema.call("pets.get", "/pets/{class}/x")
        assert schema.operation("pets.get").path == [("/pets/", "kind"), ("/x", None)]

    @pytest.mark.parametrize("wire", ["from", "in", "lambda", "3d", "_x"])
    def test_what_is_no_name_in_python_is_refused(self, schema, wire: str) -> None:
        told = with_parameter(schema, schema.query(wire)).refused()
        assert told == (
            f"{GET}: {wire!r} is not a valid Python name, or begins with an underscore: "
            "set another name with x-python-name"
        )

    @pytest.mark.parametrize("wire", ["segment", "segments", "drop_none", "identity", "unwrapped", "builtins"])
    def test_what_the_text_of_a_function_names_is_refused(self, schema, wire: str) -> None:
        assert f"{GET}: the name {wire!r} is reserved" in with_parameter(schema, schema.query(wire)).refused()

    def test_two_parameters_that_become_one_name_are_refused(self, schema) -> None:
        told = with_parameter(schema, schema.query("pageSize"), schema.query("page_size")).refused()
        assert told == f"{GET}: the name 'page_size' is used 2 times: set another name with x-python-name"

    def test_a_header_and_a_query_parameter_that_become_one_name_are_refused(self, schema) -> None:
        told = with_parameter(schema, schema.query("key"), schema.query("X-ComodIT-Key", "header")).refused()
        assert f"{GET}: the name 'key' is used 2 times" in told

    def test_a_query_parameter_named_as_one_of_the_path_is_refused(self, schema) -> None:
        assert f"{GET}: the name 'pet' is used 2 times" in with_parameter(schema, schema.query("pet")).refused()

    def test_a_parameter_named_body_beside_a_body_is_refused(self, schema) -> None:
        told = with_parameter(schema, schema.query("body"), body={"type": "string"}).refused()
        assert f"{GET}: the name 'body' is used 2 times" in told

    def test_a_parameter_named_body_without_a_body_is_taken(self, schema) -> None:
        assert with_parameter(schema, schema.query("body")).operation("pets.get").query[0].name == "body"


class TestOthers:
    @pytest.mark.parametrize("verb", ["import", "pass", "lambda"])
    def test_an_operation_named_as_a_word_of_python_is_refused(self, schema, verb: str) -> None:
        schema.call(f"pets.{verb}")
        assert schema.refused().startswith(f"{GET.replace('get', verb, 1)}: {verb!r} is not a valid Python name")

    @pytest.mark.parametrize(
        "verb", ["segment", "segments", "drop_none", "identity", "unwrapped", "builtins", "str", "property", "dict"]
    )
    def test_an_operation_named_as_what_its_module_uses_is_refused(self, schema, verb: str) -> None:
        schema.call(f"pets.{verb}")
        place = GET.replace("get", verb, 1)
        assert schema.refused() == f"{place}: the name {verb!r} is reserved for generated code"

    @pytest.mark.parametrize("verb", ["list", "set", "delete", "get"])
    def test_an_operation_may_be_named_as_a_builtin_that_its_module_does_not_use(self, schema, verb: str) -> None:
        schema.call(f"pets.{verb}")
        assert schema.operation(f"pets.{verb}").name == verb

    @pytest.mark.parametrize("name", ["View", "Request", "Any", "Mapping", "Literal"])
    def test_a_schema_named_as_what_its_module_uses_is_refused(self, schema, name: str) -> None:
        schema.view(name, {"x": {"type": "string"}})
        assert schema.refused() == f"pets.yaml: the name {name!r} is reserved for generated code"

    def test_an_enumeration_named_as_what_its_module_uses_is_refused(self, schema) -> None:
        schema.enum("Final", ["x"])
        assert schema.refused() == "pets.yaml: the name 'Final' is reserved for generated code"

    @pytest.mark.parametrize("module", sorted(file.stem for file in RUNTIME.glob("*.py")))
    def test_a_resource_named_as_a_module_that_is_always_there_is_refused(self, schema, module: str) -> None:
        schema.call(f"{module}.get")
        assert schema.refused() == f"schema/: the name {module!r} is reserved for generated code"

    @pytest.mark.parametrize("module", sorted(file.stem for file in RUNTIME.glob("*.py")))
    def test_a_fragment_of_schemas_named_so_is_refused(self, schema, module: str) -> None:
        schema.view("Pet", {"x": {"type": "string"}}, module=module)
        assert f"schema/: the name {module!r} is reserved for generated code" in schema.refused()

    @pytest.mark.parametrize("module", ["my-pets", "class", "3pets"])
    def test_a_resource_whose_name_is_none_in_python_is_refused(self, schema, module: str) -> None:
        schema.view("Pet", {"x": {"type": "string"}}, module=module)
        assert schema.refused() == f"schema/: {module!r} is not a valid Python name, or begins with an underscore"
