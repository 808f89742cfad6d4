"""Names: those of the wire in Python's spelling, and those that cannot be had."""

from __future__ import annotations

import pytest

from comodit_client.wire.view import View
from generator.config import read_config
from generator.names import snake_case
from generator.paths import CONFIG, RUNTIME
from generator.taken import of_package, of_views

GET = "pets.yaml: paths > /zoos/{zoo}/pets/{pet} > get"
PET = "pets.yaml: components > schemas > Pet"
HINT = "set another name with x-python-name"
INVALID = "is not a valid Python name, or not in snake case"


@pytest.mark.parametrize(
    ("wire", "python"),
    [
        ("name", "name"),
        ("orderNum", "order_num"),
        ("newOrUpdatedSettings", "new_or_updated_settings"),
        ("a-b", "a_b"),
        ("a.b c", "a_b_c"),
        ("publicDNSName", "public_dnsname"),
        ("X-Request-Id", "x_request_id"),
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
        assert told == f"{PET} > properties > {wire}: the name {snake_case(wire)!r} {INVALID}: {HINT}"

    @pytest.mark.parametrize("name", [name for name in dir(View) if not name.startswith("_")])
    def test_what_a_view_has_by_itself_is_refused(self, schema, name: str) -> None:
        told = with_member(schema, "x", **{"x-python-name": name}).refused()
        assert told == f"{PET} > properties > x: the name {name!r} is reserved for generated code: {HINT}"

    @pytest.mark.parametrize(
        "name", ["property", "str", "int", "dict", "Any", "ViewList", "ClassVar", "Mapping", "Toy", "Mood", "frozenset"]
    )
    def test_what_the_text_of_a_class_names_is_refused(self, schema, name: str) -> None:
        everything(schema)
        schema.fragments["pets"]["components"]["schemas"]["Pet"]["properties"]["name"]["x-python-name"] = name
        told = schema.refused()
        assert told == f"{PET} > properties > name: the name {name!r} is reserved for generated code: {HINT}"

    @pytest.mark.parametrize(
        "name", ["class", "a b", "a-b", "_x", "x; import os", "é", "n\uff41me", "None", "__slots__"]
    )
    def test_an_x_python_name_that_is_no_name_is_refused(self, schema, name) -> None:
        told = with_member(schema, "x", **{"x-python-name": name}).refused()
        assert told == f"{PET} > properties > x: the name {name!r} {INVALID}: {HINT}"

    @pytest.mark.parametrize(
        ("name", "found"), [(True, "true is not text"), ("", "'' is not valid"), (["a"], "['a'] is not text")]
    )
    def test_an_x_python_name_that_is_no_text_is_refused(self, schema, name, found: str) -> None:
        told = with_member(schema, "x", **{"x-python-name": name}).refused()
        assert told.startswith(f"{PET} > properties > x > x-python-name: {found}: write")

    @pytest.mark.parametrize("name", ["match", "type", "case", "print", "list", "id"])
    def test_soft_keywords_and_builtins_that_no_class_uses_are_taken(self, schema, name: str) -> None:
        assert with_member(schema, name).member("Pet", name).name == name

    def test_two_members_of_one_name_are_refused(self, schema) -> None:
        schema.view("Pet", {"orderNum": {"type": "string"}, "order_num": {"type": "string"}})
        assert schema.refused() == f"{PET} > properties > order_num: the name 'order_num' is used twice: {HINT}"

    def test_an_x_python_name_that_another_member_has_is_refused(self, schema) -> None:
        schema.view("Pet", {"a": {"type": "string"}, "b": {"type": "string", "x-python-name": "a"}})
        assert schema.refused() == f"{PET} > properties > b: the name 'a' is used twice: {HINT}"

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
        [("show", "is reserved"), ("a b", "is not a valid"), ("a", "is reserved"), ("c", "is reserved")],
    )
    def test_a_second_name_that_cannot_be_had_is_refused(self, schema, alias: str, reason: str) -> None:
        members = {"a": {"type": "string", "x-python-alias": alias}, "c": {"type": "string"}}
        schema.view("Pet", members)
        told = schema.refused()
        assert told.startswith(f"{PET} > properties > a: the name {alias!r} {reason}")
        assert told.endswith("set another name with x-python-alias")


def test_the_names_that_a_view_has_by_itself_are_all_known() -> None:
    class Plain:
        """Python gives each class some names; newer versions give more."""

    assert set(vars(View)) - set(dir(Plain)) - set(vars(Plain)) - {"_data", "__annotations__"} <= of_views()
    assert {"get_json", "show", "IDENTITY", "MEMBERS", "SECRETS"} <= of_views()


def everything(schema) -> None:
    """Describe a view and operations that use all parts of the templates."""
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
    schema.call("pets.list", "/pets/", answer={"type": "array", "items": reference}, deprecated=True)
    schema.call("pets.get", answer=reference, parameters=[schema.query("size"), schema.query("X-Key", "header")])
    schema.call("pets.update", method="put", body=reference)
    schema.call("pets.bulk", "/bulk", method="put", body={"type": "array", "items": {"type": "string"}})


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
        assert told == f"{GET}: the name {wire!r} {INVALID}: {HINT}"

    @pytest.mark.parametrize("wire", ["segment", "drop_none", "identity"])
    def test_what_the_text_of_a_function_names_is_refused(self, schema, wire: str) -> None:
        told = with_parameter(schema, schema.query(wire)).refused()
        assert told == f"{GET}: the name {wire!r} is reserved for generated code: {HINT}"

    @pytest.mark.parametrize(
        ("wire", "more"),
        [
            ("body", {"body": {"type": "string"}}),
            ("unwrapped", {"body": {"type": "string"}}),
            ("item", {"answer": {"type": "array", "items": {"$ref": "#/components/schemas/Toy"}}}),
            ("Toy", {"answer": {"$ref": "#/components/schemas/Toy"}}),
            ("Request", {}),
        ],
    )
    def test_what_the_text_of_one_function_names_is_refused_there(self, schema, wire: str, more) -> None:
        schema.view("Toy", {"name": {"type": "string"}}, module="toys")
        parameter = schema.query("x", **{"x-python-name": wire})
        told = with_parameter(schema, parameter, **more).refused()
        assert told == f"{GET}: the name {wire!r} is reserved for generated code: {HINT}"

    @pytest.mark.parametrize("place", ["query", "header"])
    def test_a_parameter_named_upload_beside_an_upload_is_refused(self, schema, place: str) -> None:
        file = {"type": "string", "format": "binary", "description": "It."}
        form = {"type": "object", "required": ["file"], "properties": {"file": file}}
        content = {"multipart/form-data": {"schema": form}}
        told = with_parameter(schema, schema.query("upload", place), requestBody={"content": content}).refused()
        assert told == f"{GET}: the name 'upload' is reserved for generated code: {HINT}"

    @pytest.mark.parametrize("wire", ["upload", "body", "item", "items", "segments", "unwrapped", "builtins", "value"])
    def test_what_the_text_of_a_function_does_not_name_is_taken(self, schema, wire: str) -> None:
        assert with_parameter(schema, schema.query(wire)).operation("pets.get").query[0].name == wire

    @pytest.mark.parametrize("wire", ["self", "get"])
    def test_a_parameter_named_as_something_that_a_bound_operation_uses_is_refused(self, schema, wire: str) -> None:
        told = with_parameter(schema, schema.query(wire)).refused()
        assert told == f"{GET}: the name {wire!r} is reserved for generated code: {HINT}"

    def test_two_parameters_that_become_one_name_are_refused(self, schema) -> None:
        told = with_parameter(schema, schema.query("pageSize"), schema.query("page_size")).refused()
        assert told == f"{GET}: the name 'page_size' is used twice: {HINT}"

    def test_a_header_and_a_query_parameter_that_become_one_name_are_refused(self, schema) -> None:
        told = with_parameter(schema, schema.query("key"), schema.query("X-ComodIT-Key", "header")).refused()
        assert told == f"{GET}: the name 'key' is used twice: {HINT}"

    def test_a_query_parameter_named_as_one_of_the_path_is_refused(self, schema) -> None:
        told = with_parameter(schema, schema.query("pet")).refused()
        assert told == f"{GET}: the name 'pet' is used twice: {HINT}"


class TestOthers:
    @pytest.mark.parametrize("verb", ["import", "pass", "lambda"])
    def test_an_operation_named_as_a_word_of_python_is_refused(self, schema, verb: str) -> None:
        schema.call(f"pets.{verb}")
        assert schema.refused() == f"{GET}: the name {verb!r} {INVALID}: use another verb in the operationId"

    @pytest.mark.parametrize(
        "verb",
        [
            "segment",
            "segments",
            "drop_none",
            "identity",
            "unwrapped",
            "builtins",
            "str",
            "property",
            "dict",
            "deprecated",
        ],
    )
    def test_an_operation_named_as_what_its_module_uses_is_refused(self, schema, verb: str) -> None:
        everything(schema)
        schema.fragments["pets"]["paths"]["/bulk"]["put"]["operationId"] = f"pets.{verb}"
        assert schema.refused() == (
            f"pets.yaml: paths > /bulk > put: the name {verb!r} is reserved for generated code: "
            "use another verb in the operationId"
        )

    @pytest.mark.parametrize("verb", ["list", "set", "delete", "get", "match", "type", "body", "value", "items"])
    def test_an_operation_may_be_named_as_a_builtin_that_its_module_does_not_use(self, schema, verb: str) -> None:
        schema.call(f"pets.{verb}")
        assert schema.operation(f"pets.{verb}").name == verb

    def test_an_operation_named_body_that_has_a_body_is_refused(self, schema) -> None:
        schema.call("pets.body", body={"type": "object"})
        assert schema.refused() == (
            f"{GET}: the name 'body' is reserved for generated code: use another verb in the operationId"
        )

    @pytest.mark.parametrize("name", ["View", "Request", "Any", "Mapping", "Literal", "Upload", "TypeAlias"])
    def test_a_schema_named_as_what_its_module_uses_is_refused(self, schema, name: str) -> None:
        schema.view(name, {"x": {"type": "string"}})
        assert schema.refused() == (
            f"pets.yaml: components > schemas > {name}: the name {name!r} is reserved for generated code: "
            "rename the schema"
        )

    def test_an_enumeration_named_as_what_its_module_uses_is_refused(self, schema) -> None:
        schema.enum("Scope", ["x"])
        assert "> Scope: the name 'Scope' is reserved for generated code: rename the schema" in schema.refused()

    def test_an_operation_and_a_class_of_one_name_are_refused(self, schema) -> None:
        schema.enum("Mood", ["x"])
        schema.call("pets.mood")
        assert schema.operation("pets.mood").name == "mood"

    @pytest.mark.parametrize("module", sorted(file.stem for file in RUNTIME.glob("*.py")))
    def test_a_resource_named_as_a_module_that_is_always_there_is_refused(self, schema, module: str) -> None:
        schema.call(f"{module}.get")
        told = schema.refused()
        assert told == (
            f"{module}.yaml: tag: the name {module!r} is reserved for generated code: rename the file, or the tag"
        )

    @pytest.mark.parametrize(
        "module", [*sorted(file.stem for file in RUNTIME.glob("*.py")), "import_module", "annotations"]
    )
    def test_a_fragment_of_schemas_named_so_is_refused(self, schema, module: str) -> None:
        schema.view("Pet", {"x": {"type": "string"}}, module=module)
        assert f"the name {module!r} is reserved for generated code: rename the file, or the tag" in schema.refused()

    @pytest.mark.parametrize("module", ["my-pets", "class", "3pets", "Pets", "größe", "_pets"])
    def test_a_resource_whose_name_is_none_in_python_is_refused(self, schema, module: str) -> None:
        schema.view("Pet", {"x": {"type": "string"}}, module=module)
        assert schema.refused() == f"{module}.yaml: tag: the name {module!r} {INVALID}: rename the file, or the tag"

    def test_the_names_of_the_package_come_from_its_template_and_the_runtime(self) -> None:
        assert {"view", "lazy", "request", "errors", "NO_BODY", "View", "import_module", "HOMES"} <= of_package(
            read_config(CONFIG)
        )
