"""Generated operations: a function each, that makes a request and sends nothing."""

from __future__ import annotations

import inspect
import sys

import pytest

from comodit_client.wire.errors import InvalidName
from comodit_client.wire.request import NO_BODY, Request

PET = {"$ref": "#/components/schemas/Pet"}
PETS = {"type": "array", "items": PET}
GET = "pets.yaml: paths > /zoos/{zoo}/pets/{pet} > get"
MEDIA = "application/json, text/plain, application/octet-stream"


@pytest.fixture
def zoo(schema):
    schema.view("Pet", {"name": {"type": "string"}})
    return schema


def test_an_operation_makes_a_request(zoo, wire) -> None:
    zoo.call("pets.get", answer=PET)
    request = wire().get("North", "Rex")
    assert isinstance(request, Request)
    assert (request.operation, request.method, request.path) == ("pets.get", "GET", "/zoos/North/pets/Rex")
    assert (request.query, request.headers, request.body) == ({}, {}, NO_BODY)


@pytest.mark.parametrize("method", ["get", "put", "post", "delete", "patch", "head"])
def test_each_method_is_kept(zoo, wire, method: str) -> None:
    zoo.call("pets.do", "/pets/", method=method)
    assert wire().do().method == method.upper()


class TestPaths:
    @pytest.mark.parametrize(
        ("name", "segment"),
        [("a/b", "a%2Fb"), ("a%2Fb", "a%252Fb"), ("a?b#c", "a%3Fb%23c"), ("é b", "%C3%A9%20b"), ("...", "...")],
    )
    def test_a_name_is_encoded_once(self, zoo, wire, name: str, segment: str) -> None:
        zoo.call("pets.get")
        assert wire().get("North", name).path == f"/zoos/North/pets/{segment}"

    @pytest.mark.parametrize("name", ["", ".", "..", None, True, 1.5, ["x"]])
    def test_a_name_that_would_mean_another_resource_is_refused(self, zoo, wire, name) -> None:
        zoo.call("pets.get")
        with pytest.raises(InvalidName, match="pet"):
            wire().get("North", name)

    def test_parameters_are_taken_in_the_order_of_the_path(self, zoo, wire) -> None:
        zoo.call("pets.get")
        assert list(inspect.signature(wire().get).parameters) == ["zoo", "pet"]

    def test_a_path_without_names_is_a_plain_text(self, zoo, wire) -> None:
        zoo.call("pets.list", "/pets/")
        assert wire().list().path == "/pets/"

    def test_text_between_and_after_names_stays(self, zoo, wire) -> None:
        zoo.call("pets.feed", "/zoos/{zoo}-{pet}/_feed/")
        assert wire().feed("a", "b").path == "/zoos/a-b/_feed/"

    def test_a_number_may_be_a_name_where_the_schema_says_so(self, zoo, wire) -> None:
        zoo.path_parameter("pet", schema={"type": "integer"})
        zoo.call("pets.get")
        get = wire().get
        assert get("North", 7).path == get("North", "7").path == "/zoos/North/pets/7"
        assert [p.annotation for p in inspect.signature(get).parameters.values()] == ["str", "str | int"]

    def test_a_name_with_a_dash_goes_into_the_path(self, zoo, wire) -> None:
        zoo.path_parameter("pet-name")
        zoo.call("pets.get", "/pets/{pet-name}")
        assert wire().get(pet_name="Rex").path == "/pets/Rex"

    def test_the_slashes_of_a_path_of_names_stay_and_its_parts_are_encoded(self, zoo, wire) -> None:
        zoo.path_parameter("pet", **{"x-slashes": True})
        zoo.call("pets.get", "/zoos/{zoo}/{pet}/_feed")
        get = wire().get
        assert get("a/b", "cats/Rex 2/100%").path == "/zoos/a%2Fb/cats/Rex%202/100%25/_feed"
        for name in ("", "/Rex", "cats/../dogs", 7):
            with pytest.raises(InvalidName, match="pet"):
                get("North", name)

    @pytest.mark.parametrize("kind", ["boolean", "number"])
    def test_a_path_parameter_of_another_type_is_refused(self, zoo, kind: str) -> None:
        zoo.path_parameter("pet", schema={"type": kind})
        zoo.call("pets.get")
        assert zoo.refused() == (
            f"{GET}: the type of the path parameter pet is not supported ({kind}): use string or integer"
        )


class TestQuery:
    def test_what_is_not_given_is_left_out(self, zoo, wire) -> None:
        zoo.call("pets.list", "/pets/", parameters=[zoo.query("pageSize"), zoo.query("tame")])
        assert wire().list(page_size="5").query == {"pageSize": "5"}

    def test_false_and_zero_and_empty_are_given(self, zoo, wire) -> None:
        zoo.call("pets.list", "/pets/", parameters=[zoo.query(name) for name in "abc"])
        assert wire().list(a=False, b=0, c="").query == {"a": False, "b": 0, "c": ""}

    def test_parameters_are_given_by_name_only(self, zoo, wire) -> None:
        zoo.call("pets.list", "/pets/", parameters=[zoo.query("tame")])
        with pytest.raises(TypeError):
            wire().list("yes")

    def test_a_required_parameter_has_no_default_and_stands_first(self, zoo, wire) -> None:
        zoo.call("pets.list", "/pets/", parameters=[zoo.query("a"), zoo.query("b", required=True)])
        parameters = inspect.signature(wire().list).parameters
        assert [(p.name, p.annotation) for p in parameters.values()] == [("b", "str"), ("a", "str | None")]
        with pytest.raises(TypeError):
            wire().list()

    def test_types_are_told(self, zoo, wire) -> None:
        zoo.enum("Mood", ["calm"])
        types = [{"type": "integer"}, {"type": "number"}, {"type": "boolean"}, {"$ref": "#/components/schemas/Mood"}]
        parameters = [zoo.query(f"p{number}", schema=kind) for number, kind in enumerate(types)]
        zoo.call("pets.list", "/pets/", parameters=parameters)
        annotations = [p.annotation for p in inspect.signature(wire().list).parameters.values()]
        assert annotations == ["int | None", "float | None", "bool | None", "str | None"]

    def test_a_shared_parameter_is_used_as_one_of_its_own(self, zoo, wire) -> None:
        zoo.front["components"]["parameters"]["force"] = zoo.query("force", schema={"type": "boolean"})
        zoo.call("pets.list", "/pets/", parameters=[{"$ref": "#/components/parameters/force"}])
        assert wire().list(force=True).query == {"force": True}

    @pytest.mark.parametrize(
        ("kind", "found"),
        [
            ({"type": "array", "items": {"type": "string"}}, "list"),
            ({}, "any"),
            ({"type": ["string", "integer"]}, "union"),
        ],
    )
    def test_an_unsupported_type_is_refused(self, zoo, kind, found: str) -> None:
        zoo.call("pets.list", "/pets/", parameters=[zoo.query("x", schema=kind)])
        assert zoo.refused() == (
            f"pets.yaml: paths > /pets/ > get: the type of the query parameter x is not supported ({found}): "
            "use string or integer or number or boolean"
        )


class TestHeaders:
    def test_a_header_is_sent_under_its_own_name(self, zoo, wire) -> None:
        zoo.call("pets.get", parameters=[zoo.query("X-ComodIT-TotpToken", "header")])
        assert wire().get("North", "Rex", totp_token="123").headers == {"X-ComodIT-TotpToken": "123"}

    def test_a_header_that_is_not_given_is_left_out(self, zoo, wire) -> None:
        zoo.call("pets.get", parameters=[zoo.query("X-Key", "header")])
        assert wire().get("North", "Rex").headers == {}

    def test_a_header_that_is_no_text_is_refused(self, zoo) -> None:
        zoo.call("pets.get", parameters=[zoo.query("X-Key", "header", schema={"type": "integer"})])
        assert zoo.refused() == (
            f"{GET}: the type of the header parameter X-Key is not supported (integer): use string"
        )

    def test_a_cookie_is_refused(self, zoo) -> None:
        zoo.call("pets.get", parameters=[zoo.query("key", "cookie")])
        assert zoo.refused() == f"{GET} > parameters > 0 > in: 'cookie' is not supported: use path, query, header"


class TestBodies:
    def test_a_view_or_its_object_is_a_body(self, zoo, wire) -> None:
        zoo.call("pets.update", method="put", body=PET)
        pets = wire()
        document = {"name": "Rex", "unknown": 1}
        assert pets.update("North", "Rex", pets.Pet(document)).body is document
        assert pets.update("North", "Rex", document).body is document

    def test_a_list_of_views_is_a_body_of_objects(self, zoo, wire) -> None:
        zoo.call("pets.change", "/pets/", method="put", body=PETS)
        pets = wire()
        assert pets.change([pets.Pet({"name": "a"}), {"name": "b"}]).body == [{"name": "a"}, {"name": "b"}]

    def test_the_body_comes_after_the_names_and_before_the_query(self, zoo, wire) -> None:
        zoo.call("pets.update", method="put", body=PET, parameters=[zoo.query("force")])
        parameters = inspect.signature(wire().update).parameters.values()
        assert [p.name for p in parameters] == ["zoo", "pet", "body", "force"]

    @pytest.mark.parametrize(
        ("body", "annotation"),
        [
            (PET, "Pet | Mapping[str, Any]"),
            (PETS, "Sequence[Pet | Mapping[str, Any]]"),
            ({"type": "object"}, "Mapping[str, Any]"),
            ({"type": "array", "items": {"type": "string"}}, "Sequence[str]"),
            ({"type": "string"}, "str"),
            ({}, "Any"),
        ],
    )
    def test_the_type_of_a_body(self, zoo, wire, body, annotation: str) -> None:
        zoo.call("pets.update", method="put", body=body)
        assert inspect.signature(wire().update).parameters["body"].annotation == annotation

    def test_null_is_a_body_as_well(self, zoo, wire) -> None:
        zoo.call("pets.update", method="put", body={})
        assert wire().update("North", "Rex", None).body is None

    def test_a_shared_body_is_used_as_one_of_its_own(self, zoo, wire) -> None:
        shared = {"description": "The pet.", "content": {"application/json": {"schema": PET}}}
        zoo.front["components"]["requestBodies"] = {"Pet": shared}
        zoo.call("pets.update", method="put", requestBody={"$ref": "#/components/requestBodies/Pet"})
        assert wire().update("North", "Rex", {"name": "x"}).body == {"name": "x"}
        assert "body: The pet." in inspect.getdoc(wire().update)

    @pytest.mark.parametrize("media", ["application/octet-stream", "application/x-www-form-urlencoded", "text/plain"])
    def test_a_body_of_another_type_is_refused_by_name(self, zoo, media: str) -> None:
        content = {media: {"schema": {"type": "string", "format": "binary"} if "octet" in media else PET}}
        zoo.call("pets.update", method="put", requestBody={"content": content})
        assert zoo.refused() == (
            f"pets.yaml: paths > /zoos/{{zoo}}/pets/{{pet}} > put: a body of {media} is not supported: "
            "use application/json or multipart/form-data"
        )

    def test_a_body_of_two_types_is_refused(self, zoo) -> None:
        content = {"application/json": {"schema": PET}, "application/x-www-form-urlencoded": {"schema": PET}}
        zoo.call("pets.update", method="put", requestBody={"content": content})
        assert "a body of application/json or application/x-www-form-urlencoded is not supported" in zoo.refused()


class TestAnswers:
    def answer(self, zoo, wire, answer):
        zoo.call("pets.get", answer=answer)
        return wire().get("North", "Rex")

    def test_an_object_is_read_as_a_view(self, zoo, wire) -> None:
        document = {"name": "Rex", "unknown": 1}
        request = self.answer(zoo, wire, PET)
        assert request.response_kind == "object"
        assert request.read(document).get_json() is document

    def test_a_list_is_read_as_views(self, zoo, wire) -> None:
        request = self.answer(zoo, wire, PETS)
        assert request.response_kind == "array"
        assert [pet.name for pet in request.read([{"name": "a"}, {"name": "b"}])] == ["a", "b"]

    @pytest.mark.parametrize(
        ("answer", "shape", "value"),
        [
            ({"type": "object"}, "object", {"a": 1}),
            ({"type": "array", "items": {"type": "string"}}, "array", ["a"]),
            ({"type": "string"}, "value", "a"),
            ({}, "value", [1, {}]),
        ],
    )
    def test_plain_json_is_handed_through(self, zoo, wire, answer, shape: str, value) -> None:
        request = self.answer(zoo, wire, answer)
        assert request.response_kind == shape
        assert request.read(value) is value

    @pytest.mark.parametrize(
        ("answer", "annotation"),
        [
            (PET, "Request[Pet]"),
            (PETS, "Request[builtins.list[Pet]]"),
            ({"type": "object"}, "Request[dict[str, Any]]"),
            ({"type": "array", "items": {"$ref": "#/components/schemas/Mood"}}, "Request[builtins.list[Mood | str]]"),
            ({"type": "integer"}, "Request[int]"),
            ({}, "Request[Any]"),
            (None, "Request[None]"),
        ],
    )
    def test_the_type_of_an_answer(self, zoo, wire, answer, annotation: str) -> None:
        zoo.enum("Mood", ["calm"])
        zoo.call("pets.get", answer=answer)
        assert inspect.signature(wire().get).return_annotation == annotation

    def test_an_answer_without_content_is_not_read(self, zoo, wire) -> None:
        assert self.answer(zoo, wire, None).response_kind == "nothing"

    @pytest.mark.parametrize(
        ("media", "answer", "annotation"),
        [("text/plain", "text", "Request[str]"), ("application/octet-stream", "bytes", "Request[bytes]")],
    )
    @pytest.mark.parametrize("content", [{}, {"schema": {}}, {"schema": {"type": "string"}}])
    def test_text_and_bytes_are_handed_through(self, zoo, wire, media, answer, annotation, content) -> None:
        zoo.call("pets.get")["responses"]["200"]["content"] = {media: content}
        request = wire().get("North", "Rex")
        assert request.response_kind == answer
        assert inspect.signature(wire().get).return_annotation == annotation
        assert request.read("x") == "x"

    def test_an_answer_of_two_types_is_refused(self, zoo) -> None:
        content = {"text/plain": {"schema": {"type": "string"}}, "application/json": {"schema": PET}}
        zoo.call("pets.get")["responses"]["200"]["content"] = content
        assert zoo.refused() == (
            f"{GET}: a response of text/plain or application/json is not supported: use one of {MEDIA}"
        )

    def test_an_answer_of_another_type_is_refused_by_name(self, zoo) -> None:
        zoo.call("pets.get")["responses"]["200"]["content"] = {"text/html": {"schema": {"type": "string"}}}
        assert zoo.refused() == f"{GET}: a response of text/html is not supported: use one of {MEDIA}"

    def test_several_answers_of_success_are_read_alike(self, zoo) -> None:
        responses = zoo.call("pets.get", answer=PET)["responses"]
        responses |= {"202": responses["200"], "204": {"description": "Nothing."}}
        assert zoo.operation("pets.get").result_text == "Pet"

    def test_an_answer_of_success_without_content_may_come_first(self, zoo) -> None:
        call = zoo.call("pets.get", answer=PET)
        call["responses"] = {"202": {"description": "Nothing."}, **call["responses"]}
        assert zoo.operation("pets.get").result_text == "Pet"

    def test_different_answers_of_success_are_refused(self, zoo) -> None:
        content = {"application/json": {"schema": {"type": "string"}}}
        zoo.call("pets.get", answer=PET)["responses"]["202"] = {"description": "A text.", "content": content}
        assert zoo.refused() == (
            f"{GET}: the responses with a 2xx status differ in their content: describe the same for all"
        )

    def test_an_operation_without_an_answer_of_success_is_refused(self, zoo) -> None:
        del zoo.call("pets.get")["responses"]["200"]
        assert zoo.refused() == f"{GET}: no response with a 2xx status is described: describe one"

    def test_an_operation_without_answers_is_refused(self, zoo) -> None:
        del zoo.call("pets.get")["responses"]
        assert zoo.refused() == f"{GET}: the key 'responses' is missing: add it"

    @pytest.mark.parametrize("status", ["2XX", "201", "299"])
    def test_a_range_or_any_other_status_of_success_is_read(self, zoo, wire, status: str) -> None:
        responses = zoo.call("pets.get", answer=PET)["responses"]
        responses[status] = responses.pop("200")
        assert wire().get("North", "Rex").read({"name": "Rex"}).name == "Rex"

    def test_a_status_that_the_parser_does_not_know_is_an_error(self, zoo) -> None:
        zoo.call("pets.get")["responses"]["teapot"] = {"description": "Hm."}
        assert "teapot" in zoo.refused()

    @pytest.mark.parametrize("status", ["404", "4XX", "default"])
    def test_described_failures_do_not_change_what_an_operation_gives(self, zoo, wire, status: str) -> None:
        failure = {"description": "Not there.", "content": {"application/json": {"schema": PETS}}}
        zoo.call("pets.get", answer=PET)["responses"][status] = failure
        assert inspect.signature(wire().get).return_annotation == "Request[Pet]"

    def test_a_shared_answer_is_used_as_one_of_its_own(self, zoo, wire) -> None:
        shared = {"description": "The pet.", "content": {"application/json": {"schema": PET}}}
        zoo.front["components"]["responses"]["Pet"] = shared
        zoo.call("pets.get")["responses"]["200"] = {"$ref": "#/components/responses/Pet"}
        request = wire().get("North", "Rex")
        assert request.response_kind == "object"
        assert request.read({"name": "Rex"}).name == "Rex"


class TestModules:
    def test_a_view_of_another_module_is_loaded_when_its_operation_is_called(self, schema, wire) -> None:
        schema.view("Toy", {"label": {"type": "string"}}, module="toys")
        schema.call("pets.toy", answer={"$ref": "#/components/schemas/Toy"})
        pets = wire()
        assert "comodit_client.wire.toys" not in sys.modules
        assert pets.toy("North", "Rex").read({"label": "ball"}).label == "ball"

    def test_each_resource_is_one_module_with_the_schema_s_description(self, zoo) -> None:
        zoo.call("pets.list", "/pets/")
        zoo.call("toys.list", "/toys/")
        zoo.call("toys.get", "/toys/{pet}")
        modules = zoo.built()
        assert [(module.name, len(module.operations)) for module in modules] == [("pets", 1), ("toys", 2)]
        assert modules[1].description == "The toys of the zoo."

    def test_the_address_of_a_collection_is_that_of_its_list(self, zoo, wire) -> None:
        zoo.call("pets.get")
        zoo.call("pets.list", "/zoos/{zoo}/pets/")
        assert wire().Operations.URL == "zoos/{}/pets/"

    def test_the_address_of_a_collection_is_that_of_its_list_though_what_it_gets_ends_in_a_slash(
        self, zoo, wire
    ) -> None:
        zoo.call("pets.get", "/zoos/{zoo}/pets/{pet}/")
        zoo.call("pets.list", "/zoos/{zoo}/pets/")
        assert wire().Operations.URL == "zoos/{}/pets/"

    def test_the_address_of_a_collection_without_a_list_is_that_of_get(self, zoo, wire) -> None:
        zoo.call("pets.get", "/zoos/{zoo}/pets/{pet}/vet/")
        assert wire().Operations.URL == "zoos/{}/pets/{}/vet/"

    def test_a_resource_that_is_no_collection_has_no_address(self, zoo, wire) -> None:
        zoo.call("pets.get")
        assert not wire().Operations.URL


class TestDeprecated:
    def test_a_deprecated_operation_warns_at_the_line_of_the_call(self, zoo, wire) -> None:
        zoo.call("pets.get", answer=PET, deprecated=True)
        pets = wire()
        with pytest.warns(DeprecationWarning, match=r"^pets\.get is deprecated: the server may remove it$") as caught:
            request = pets.get("North", "Rex")
        assert [warning.filename for warning in caught] == [__file__]
        assert request.path == "/zoos/North/pets/Rex"
        assert list(inspect.signature(pets.get).parameters) == ["zoo", "pet"]
        assert "Deprecated: the server may remove it." in inspect.getdoc(pets.get)

    @pytest.mark.parametrize("more", [{}, {"deprecated": False}])
    def test_another_operation_neither_warns_nor_loads_what_would(self, zoo, wire, more) -> None:
        zoo.call("pets.get", answer=PET, **more)
        assert "Deprecated" not in inspect.getdoc(wire().get)
        assert "deprecat" not in zoo.tree()["wire/pets.py"]

    def test_type_checkers_see_the_deprecation(self, zoo) -> None:
        zoo.call("pets.get", answer=PET, deprecated=True)
        tree = zoo.tree()
        assert '@deprecated("pets.get is deprecated: the server may remove it")\ndef get(' in tree["wire/pets.py"]
        assert "from typing_extensions import deprecated" in tree["wire/deprecation.py"]


class TestWriteOnly:
    def test_a_write_only_member_is_never_sure_to_be_there(self, zoo) -> None:
        zoo.view("Pet", {"pin": {"type": "string", "writeOnly": True}}, required=["pin"])
        assert (zoo.member("Pet", "pin").returns, zoo.member("Pet", "pin").accepts) == ("str | None", "str | None")


class TestDocumentation:
    def test_a_function_tells_all_that_the_schema_says(self, zoo, wire) -> None:
        zoo.call(
            "pets.update",
            method="put",
            answer=PET,
            summary="Update the pet.",
            description="Gently.\n\nAlways.\n",
            parameters=[zoo.query("force", description="Whether to insist.")],
            requestBody={"description": "The pet as it shall be.", "content": {"application/json": {"schema": PET}}},
            **{"x-source": ["S1", "host"], "x-confidence": "inferred"},
        )
        assert inspect.getdoc(wire().update) == (
            "Update the pet.\n"
            "\n"
            "Gently. Always.\n"
            "\n"
            "Args:\n"
            "    zoo: Name of the zoo.\n"
            "    pet: Name of the pet.\n"
            "    body: The pet as it shall be.\n"
            "    force: Whether to insist.\n"
            "\n"
            "Returns:\n"
            "    The request. Its response is a Pet: the result.\n"
            "\n"
            "Raises:\n"
            "    InvalidName: A name is empty, or would address another resource.\n"
            "\n"
            "Facts: S1, host. Inferred."
        )

    @pytest.mark.parametrize(
        ("answer", "description", "text"),
        [
            (PET, "The pet.", "Its response is a Pet: the pet."),
            ({"$ref": "#/components/schemas/Ape"}, "The ape.", "Its response is an Ape: the ape."),
            (PETS, "All pets.", "Its response is a list[Pet]: all pets."),
            ({"type": "integer"}, "How many.", "Its response is an int: how many."),
            (PET, "VNC of the pet.", "Its response is a Pet: VNC of the pet."),
            (None, "Done.", "Its response body is ignored."),
        ],
    )
    def test_a_response_is_described_in_plain_english(self, zoo, wire, answer, description: str, text: str) -> None:
        zoo.view("Ape", {"name": {"type": "string"}})
        zoo.call("pets.get", answer=answer)["responses"]["200"]["description"] = description
        assert f"The request. {text}\n" in inspect.getdoc(wire().get)

    def test_an_operation_without_names_raises_nothing(self, zoo, wire) -> None:
        zoo.call("pets.list", "/pets/")
        documentation = inspect.getdoc(wire().list)
        assert "Raises:" not in documentation
        assert "Args:" not in documentation
