"""What the stock output of openapi-python-client gets wrong, and ours must not: a test for each trap that is known."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys

import httpx
import pytest
from attrs.exceptions import FrozenInstanceError

from comodit_client import wire as real
from comodit_client.rest.exceptions import (
    ApiException,
    EntityNotFoundException,
    PythonApiException,
    TransportError,
)
from comodit_client.wire.errors import InvalidName
from comodit_client.wire.request import Upload
from generator import output
from generator.paths import ROOT

GENERATED = ROOT / "generated" / "comodit_client"
PET = {"$ref": "#/components/schemas/Pet"}
ORGANIZATIONS = "/organizations/"


def loaded(program: str) -> set[str]:
    """The modules of the wire layer that a program loads."""
    tail = "import sys; print(*(name for name in sys.modules if name.startswith('comodit_client.wire.')))"
    path = f"import sys; sys.path[:0] = {[str(ROOT / 'generated'), str(ROOT / 'handwritten')]}\n"
    done = subprocess.run(
        [sys.executable, "-c", f"{path}{program}\n{tail}"], check=True, capture_output=True, text=True
    )
    return {name.removeprefix("comodit_client.wire.") for name in done.stdout.split()}


class TestImports:
    """Importing one endpoint imports every model."""

    COMMON = frozenset({"errors", "lazy", "request", "scope", "view"})

    def test_the_wire_layer_loads_no_resource(self) -> None:
        assert loaded("from comodit_client import wire") <= self.COMMON

    def test_the_facade_loads_no_resource(self) -> None:
        assert loaded("from comodit_client.api import Client") <= self.COMMON

    def test_a_resource_is_loaded_when_it_is_first_touched_and_no_other_with_it(self) -> None:
        assert loaded("from comodit_client import wire; wire.hosts.get('a', 'b', 'c')") <= self.COMMON | {"hosts"}

    def test_every_resource_can_be_named(self) -> None:
        for name in real.__all__:
            assert getattr(real, name) is not None

    def test_a_name_that_is_no_resource_is_no_attribute(self) -> None:
        with pytest.raises(AttributeError, match="has no attribute 'hots'"):
            _ = real.hots


class TestViews:
    """`from_dict` copies member by member."""

    def test_nothing_is_copied_when_an_object_is_read(self, schema, wire) -> None:
        schema.view("Toy", {"label": {"type": "string"}})
        schema.view("Pet", {"toy": {"$ref": "#/components/schemas/Toy"}})
        schema.call("pets.get", answer=PET)
        document = {"toy": {"label": "ball"}}
        pet = wire().get("North", "Rex").read(document)
        assert pet.get_json() is document
        assert pet.toy.get_json() is document["toy"]

    def test_no_member_is_looked_at_when_a_list_is_read(self, schema, wire) -> None:
        class Unread(dict):
            def get(self, *arguments):
                raise AssertionError

            __getitem__ = __iter__ = __len__ = get

        schema.view("Pet", {"name": {"type": "string"}})
        schema.call("pets.list", "/pets/", answer={"type": "array", "items": PET})
        documents = [Unread() for _ in range(3)]
        pets = wire().list().read(documents)
        assert all(pet.get_json() is document for pet, document in zip(pets, documents, strict=True))


class TestEnumerations:
    """Enumerations raise on a value that they do not know."""

    def test_a_new_state_of_the_server_is_a_value(self) -> None:
        host = real.hosts.get("O", "E", "H").read({"name": "H", "state": "DREAMING"})
        assert host.state == "DREAMING"

    def test_no_class_of_the_wire_layer_is_an_enumeration(self, schema) -> None:
        schema.enum("Mood", ["calm"])
        tree = ast.parse(schema.rendered()["pets.py"])
        assert not [node for node in ast.walk(tree) if isinstance(node, (ast.ClassDef, ast.Raise))]


class TestMultipart:
    """The boundary of a multipart body is fixed, so that a file that holds it is cut."""

    def test_the_generated_code_makes_no_boundary(self, schema, wire) -> None:
        file = {"type": "string", "format": "binary", "description": "It."}
        form = {"type": "object", "required": ["file"], "properties": {"file": file}}
        content = {"multipart/form-data": {"schema": form}}
        schema.call("pets.paint", method="post", requestBody={"content": content})
        assert "boundary" not in schema.rendered()["pets.py"]
        request = wire().paint("North", "Rex", Upload(b"--+++--", "a"))
        assert not request.headers


class TestBytes:
    """An octet-stream is read into memory by the generated code."""

    def test_the_generated_code_reads_no_body(self, schema, wire) -> None:
        schema.call("pets.photo")["responses"]["200"]["content"] = {"application/octet-stream": {}}
        request = wire().photo("North", "Rex")
        stream = object()
        assert request.response_kind == "bytes"
        assert request.read(stream) is stream


class TestModules:
    """One module of about 200 lines per operation, with twin functions."""

    def test_one_more_operation_is_one_more_function_of_its_resource(self, schema) -> None:
        schema.call("pets.get")
        before = schema.rendered()
        schema.call("pets.delete", method="delete")
        after = schema.rendered()
        assert before.keys() == after.keys()
        functions = [node for node in ast.parse(after["pets.py"]).body if isinstance(node, ast.FunctionDef)]
        assert [function.name for function in functions] == ["get", "delete"]
        assert len(after["pets.py"].splitlines()) - len(before["pets.py"].splitlines()) < 40

    def test_no_operation_has_a_twin(self, schema) -> None:
        schema.call("pets.get")
        assert not [
            node for node in ast.walk(ast.parse(schema.rendered()["pets.py"])) if "Async" in type(node).__name__
        ]


class TestPaths:
    """Names go into paths with `quote(safe="")`: `.` and `..` survive, and an empty name hits the list."""

    @pytest.mark.parametrize("name", ["", ".", ".."])
    def test_a_name_that_means_another_resource_is_refused(self, name: str) -> None:
        with pytest.raises(InvalidName):
            real.hosts.get("O", "E", name)

    @pytest.mark.parametrize("name", ["a/b", "a%2Fb", "..%2f", "a?b", "a#b", " ", "é"])
    def test_any_other_name_is_one_segment_that_httpx_leaves_as_it_is(self, name: str) -> None:
        path = real.hosts.get("O", "E", name).path
        assert path.count("/") == real.hosts.get("O", "E", "H").path.count("/")
        assert httpx.URL("https://x/api" + path).raw_path == b"/api" + path.encode()


class TestAnchors:
    """The traps of the stock client, in the order in which they were found."""

    def test_there_is_a_finite_time_out(self, server, client, run) -> None:
        server.on("GET", ORGANIZATIONS, {"items": []})
        run(client.run(real.organizations.list()))
        assert all(isinstance(seconds, float) and 0 < seconds <= 300 for seconds in server.last.timeout.values())
        assert set(server.last.timeout) == {"connect", "read", "write", "pool"}

    def test_a_changed_request_leaves_the_original_as_it_was(self) -> None:
        request = real.hosts.list("O", "E")
        changed = request.with_query({"a": 1})
        assert (dict(request.query), dict(changed.query)) == ({}, {"a": 1})
        with pytest.raises(FrozenInstanceError):
            request.path = "/"

    @pytest.mark.parametrize("status", [520, 599, 418, 299])
    def test_a_status_that_nobody_described_is_no_crash(self, server, client, run, status: int) -> None:
        server.on("GET", ORGANIZATIONS, (status, {"items": []}))
        if status < 300:
            assert run(client.run(real.organizations.list())).get_json() == {"items": []}
            return
        with pytest.raises(ApiException) as caught:
            run(client.run(real.organizations.list()))
        assert caught.value.code == status

    def test_a_status_that_nobody_described_is_never_silent(self, server, client, run) -> None:
        server.on("GET", ORGANIZATIONS, (404, {"error": ["no"]}))
        with pytest.raises(EntityNotFoundException):
            run(client.run(real.organizations.list()))

    def test_no_operation_gives_a_type_that_may_be_none(self) -> None:
        for name in set(real.__all__) - {"NO_BODY", "Request", "View"}:
            for _, function in inspect.getmembers(getattr(real, name), inspect.isfunction):
                returns = inspect.signature(function).return_annotation
                assert "| None" not in str(returns)

    def test_a_page_of_html_where_json_was_promised_is_an_error_of_ours(self, server, client, run) -> None:
        server.on("GET", ORGANIZATIONS, b"<html>Welcome</html>")
        with pytest.raises(PythonApiException):
            run(client.run(real.organizations.list()))

    @pytest.mark.parametrize("fault", [httpx.ConnectTimeout, httpx.ReadTimeout, httpx.ConnectError])
    def test_a_connection_that_fails_is_an_error_of_ours_with_its_cause(self, server, client, run, fault) -> None:
        server.on("GET", ORGANIZATIONS, fault("no"))
        with pytest.raises(TransportError) as caught:
            run(client.run(real.organizations.list()))
        assert isinstance(caught.value.__cause__, fault)

    def test_an_object_is_loaded_with_what_uses_it_only(self) -> None:
        assert "changes" not in loaded("from comodit_client import wire; wire.instances.get('a', 'b', 'c')")

    def test_a_redirect_is_never_silent(self, server, client, run) -> None:
        server.on("GET", ORGANIZATIONS, httpx.Response(302, headers={"Location": "https://elsewhere.example/"}))
        with pytest.raises(ApiException) as caught:
            run(client.run(real.organizations.list()))
        assert caught.value.code == 302

    def test_stale_files_go(self, schema, tmp_path) -> None:
        schema.call("pets.get")
        schema.call("toys.get", "/toys/")
        output.write(schema.tree(), tmp_path / "out")
        del schema.fragments["toys"]
        (schema.folder / "toys.yaml").unlink()
        output.write(schema.tree(), tmp_path / "out")
        assert not (tmp_path / "out" / "wire" / "toys.py").exists()

    def test_nothing_generated_needs_a_newer_python_than_the_project_does(self) -> None:
        for file in sorted(GENERATED.rglob("*.py")):
            ast.parse(file.read_text(encoding="utf-8"), feature_version=(3, 11))

    def test_nothing_generated_from_the_schema_knows_httpx(self) -> None:
        assert not [file.name for file in (GENERATED / "wire").glob("*.py") if "httpx" in file.read_text("utf-8")]
