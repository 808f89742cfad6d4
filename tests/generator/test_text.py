"""Texts of the schema stay text, regardless of their content: they never become code."""

from __future__ import annotations

import ast
import inspect
import typing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError

from generator import render as rendering
from generator.config import read_config
from generator.errors import SchemaError
from generator.paths import CONFIG
from generator.render import comment, doc, literal, path

NASTY = [
    'a "quoted" word',
    'ends in a quote"',
    '"begins with one',
    'three """ of them',
    'four """" of them, and at the end """',
    "single ' and ''' three",
    "a \\ backslash, \\n, \\N{DASH}, \\u0041 and \\x",
    "ends in a backslash \\",
    'both \\"',
    "braces {name} {{x}} {% raw %} {# no #} }{",
    "two\nlines\n\n\tand a tab",
    '"""\nimport os\nos.abort()\n"""',
    '"\nimport os\n"',
    "# noqa: F401",
    "ä 日本 😀",
    "x" * 150 + "\\" * 150,
]
nasty = pytest.mark.parametrize("text", NASTY)


def words(text: str | None) -> str:
    return " ".join((text or "").split())


@nasty
def test_descriptions_of_a_module_a_class_and_a_member_stay_text(schema, wire, text: str) -> None:
    schema.view("Pet", {"name": {"type": "string", "description": text}}, description=text)
    schema.fragment("pets")["tag"]["description"] = text
    pets = wire()
    assert words(pets.__doc__) == words(pets.Pet.__doc__) == words(pets.Pet.name.__doc__) == words(text)


@nasty
def test_texts_of_an_operation_stay_text(schema, wire, text: str) -> None:
    operation = schema.call(
        "pets.update",
        method="put",
        answer={"type": "string"},
        summary=text,
        description=text,
        parameters=[schema.query("size", description=text)],
        requestBody={"description": text, "content": {"application/json": {"schema": {"type": "string"}}}},
    )
    operation["x-source"] = [text]
    operation["responses"]["200"]["description"] = text
    schema.path_parameter("pet", description=text)
    function = wire().update
    documentation = words(function.__doc__)
    result = words(text) if words(text)[1:2].isupper() else words(text)[0].lower() + words(text)[1:]
    assert documentation == (
        f"{words(text)} {words(text)} "
        f"Args: zoo: Name of the zoo. pet: {words(text)} body: {words(text)} size: {words(text)} "
        f"Returns: The request. Its response is a str: {result} "
        "Raises: InvalidName: A name is empty, or would address another resource. "
        f"Facts: {words(text)}."
    )
    assert list(inspect.signature(function).parameters) == ["zoo", "pet", "body", "size"]


@nasty
def test_names_of_the_wire_stay_text(schema, wire, text: str) -> None:
    schema.view("Pet", {text: {"type": "string", "x-python-name": "odd", "format": "password"}}, required=[text])
    schema.call("pets.list", "/pets/", parameters=[schema.query(text, **{"x-python-name": "odd"})])
    pets = wire()
    pet = pets.Pet({})
    pet.odd = "x"
    assert pet.get_json() == {text: "x"}
    assert ({text: "odd"}, text, {text}) == (pets.Pet.MEMBERS, pets.Pet.IDENTITY, pets.Pet.SECRETS)
    assert pets.list(odd="x").query == {text: "x"}


@nasty
def test_the_name_of_a_header_stays_text(schema, wire, text: str) -> None:
    schema.call("pets.list", "/pets/", parameters=[schema.query(text, "header", **{"x-python-name": "odd"})])
    assert wire().list(odd="x").headers == {text: "x"}


@nasty
def test_values_of_an_enumeration_stay_text_and_so_does_its_description(schema, wire, text: str) -> None:
    schema.enum("Mood", [text, "calm"], description=text)
    assert typing.get_args(wire().Mood) == (text, "calm")


@pytest.mark.parametrize("text", [text for text in NASTY if "{" not in text])
def test_the_texts_in_a_path_stay_text(schema, wire, text: str) -> None:
    schema.call("pets.get", f"/{text}/{{pet}}/{text}")
    schema.call("pets.list", f"/{text}/")
    pets = wire()
    assert pets.get("Rex").path == f"/{text}/Rex/{text}"
    assert pets.list().path == f"/{text}/"
    assert f"{text}/" == pets.Operations.URL


def test_a_lone_brace_in_a_path_stays_text() -> None:
    assert ast.unparse(ast.parse(path([("/a}b{c\\'\"/", "pet"), ("", None)]))) == ast.unparse(
        ast.parse("""f'/a}}b{{c\\\\\\'"/{segment("pet", pet)}'""")
    )


def test_all_of_it_can_be_formatted(schema) -> None:
    members = {
        f"{number}{text}": {"type": "string", "description": text, "x-python-name": f"m{number}"}
        for number, text in enumerate(NASTY)
    }
    schema.view("Pet", members, description=NASTY[3])
    schema.enum("Mood", NASTY, description=NASTY[10])
    text = schema.tree()["wire/pets.py"]
    view = next(node for node in ast.parse(text).body if isinstance(node, ast.ClassDef))
    assert len([node for node in view.body if isinstance(node, ast.FunctionDef)]) == 3 * len(NASTY)


SPECIAL = st.text(alphabet="\"'\\{}#a \n", max_size=40) | st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=150
)
every_text = settings(derandomize=True, database=None, deadline=None, max_examples=300)


@every_text
@given(SPECIAL | st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_literal_is_the_text(text: str) -> None:
    assert ast.literal_eval(literal(text)) == text


@every_text
@given(SPECIAL)
def test_a_docstring_is_the_text(text: str) -> None:
    text = words(text)
    assert words(ast.literal_eval(f'"""{doc(text, 4)}"""')) == text


@every_text
@given(SPECIAL)
def test_a_comment_is_a_comment(text: str) -> None:
    lines = f"#: {comment(words(text))}".splitlines()
    assert all(line.startswith("#:") for line in lines)


def test_a_long_text_is_broken_into_lines_that_fit() -> None:
    lines = f'        """{doc("word " * 60, 8)}'.splitlines()
    assert len(lines) > 1
    assert all(len(line) <= 116 for line in lines)
    assert all(line.startswith("        ") for line in lines)


OWN = read_config(CONFIG)


class TestLeaks:
    """A template writes text and numbers only: the repr of an object never reaches the generated code."""

    def test_an_object_in_a_template_is_refused(self) -> None:
        template = rendering.templates().from_string("{{ x }}")
        with pytest.raises(SchemaError, match="which is not text"):
            template.render(x=object())

    def test_none_in_a_template_is_refused(self) -> None:
        with pytest.raises(SchemaError, match="a template writes None, which is not text"):
            rendering.templates().from_string("{{ x }}").render(x=None)

    def test_a_name_that_is_not_there_is_refused(self) -> None:
        with pytest.raises(SchemaError):
            rendering.templates().from_string("{{ x }}").render()
        with pytest.raises(UndefinedError):
            rendering.templates().from_string("{% if x %}{% endif %}").render()

    @pytest.mark.parametrize("template", ["{{ x ~ '' }}", "{{ [x] | join }}"])
    def test_an_object_that_was_made_a_text_is_found_in_the_result(self, schema, monkeypatch, template: str) -> None:
        schema.call("pets.list", "/pets/")
        modules = schema.built()
        environment = rendering.templates()
        leaking = environment.from_string(template, globals={"x": object()})
        monkeypatch.setattr(environment, "get_template", lambda name: leaking)
        monkeypatch.setattr(rendering, "templates", lambda: environment)
        with pytest.raises(SchemaError) as caught:
            rendering.render(modules, OWN)
        assert str(caught.value).splitlines() == [
            f"{file}: the text holds the repr of an object: convert it to text in the template or in generator/build.py"
            for file in ("pets.py", "__init__.py")
        ]

    def test_code_that_is_no_python_is_an_error_with_its_line(self, schema, monkeypatch) -> None:
        schema.call("pets.list", "/pets/")
        modules = schema.built()
        environment = rendering.templates()
        broken = environment.from_string("x = 1\ndef f(a, a): pass\n")
        monkeypatch.setattr(environment, "get_template", lambda name: broken)
        monkeypatch.setattr(rendering, "templates", lambda: environment)
        with pytest.raises(SchemaError) as caught:
            rendering.render(modules, OWN)
        told = "the generated code is not valid Python (duplicate argument 'a' in function definition"
        assert [line.partition(": ")[2].startswith(told) for line in str(caught.value).splitlines()] == [True, True]
        assert "def f(a, a): pass" in str(caught.value)

    def test_nothing_of_the_parser_is_in_what_is_rendered(self, schema) -> None:
        schema.view("Pet", {"name": {"type": "string"}, "toys": {"type": "array", "items": {"type": "string"}}})
        schema.call("pets.get", answer={"$ref": "#/components/schemas/Pet"}, parameters=[schema.query("size")])
        text = "".join(schema.rendered().values())
        assert "UntrustedString" not in text
        assert "PythonCode" not in text
