"""What generator/parse.py reads of openapi-python-client, whose parser is not a public API.

An upgrade of that package that removes or renames any of it fails here, and the message names what is missing.
"""

from __future__ import annotations

import ast
import importlib
import inspect
from pathlib import Path
from typing import Any

import pytest

from generator.paths import ROOT

PACKAGE = "openapi_python_client"
ADAPTER = ROOT / "generator" / "parse.py"
PROPERTIES = f"{PACKAGE}.parser.properties"

#: The classes that are read, by their modules, and the attributes that are read of each.
ATTRIBUTES: dict[str, dict[str, set[str]]] = {
    f"{PACKAGE}.config": {"Config": set(), "ConfigFile": set(), "MetaType": {"NONE"}},
    f"{PACKAGE}.parser.errors": {"GeneratorError": {"header", "detail"}, "ParseError": {"header", "detail", "data"}},
    f"{PACKAGE}.parser.openapi": {
        "GeneratorData": {"models", "enums", "errors", "endpoint_collections_by_tag"},
        "EndpointCollection": {"endpoints", "parse_errors"},
        "Endpoint": {
            "name",
            "path_parameters",
            "query_parameters",
            "header_parameters",
            "cookie_parameters",
            "bodies",
            "responses",
        },
    },
    f"{PACKAGE}.parser.bodies": {"Body": {"prop"}},
    f"{PACKAGE}.parser.responses": {
        "Responses": {"patterns"},
        "Response": {"status_code", "prop"},
        "HTTPStatusPattern": {"pattern"},
    },
    f"{PACKAGE}.schema.untrusted_string": {"UntrustedString": set()},
    f"{PACKAGE}.strings": {"PythonIdentifier": set()},
    PROPERTIES: {
        "ModelProperty": {
            "name",
            "required",
            "class_info",
            "required_properties",
            "optional_properties",
            "additional_properties",
        },
        "LiteralEnumProperty": {"name", "required", "class_info", "values"},
    },
    f"{PROPERTIES}.schemas": {"Class": {"name"}},
    f"{PROPERTIES}.union": {"UnionProperty": {"name", "required", "inner_properties"}},
    f"{PROPERTIES}.list_property": {"ListProperty": {"name", "required", "inner_property"}},
    f"{PROPERTIES}.any": {"AnyProperty": {"name", "required"}},
    f"{PROPERTIES}.none": {"NoneProperty": {"name", "required"}},
    f"{PROPERTIES}.boolean": {"BooleanProperty": {"name", "required"}},
    f"{PROPERTIES}.date": {"DateProperty": {"name", "required"}},
    f"{PROPERTIES}.datetime": {"DateTimeProperty": {"name", "required"}},
    f"{PROPERTIES}.float": {"FloatProperty": {"name", "required"}},
    f"{PROPERTIES}.int": {"IntProperty": {"name", "required"}},
    f"{PROPERTIES}.string": {"StringProperty": {"name", "required"}},
    f"{PROPERTIES}.uuid": {"UuidProperty": {"name", "required"}},
}
#: The functions that are called, by module, and the parameters that each is called with.
CALLS: dict[tuple[str, str], list[str]] = {
    (f"{PACKAGE}.config", "ConfigFile"): ["literal_enums", "post_hooks", "content_type_overrides"],
    (f"{PACKAGE}.config", "Config.from_sources"): [
        "config_file",
        "meta_type",
        "document_source",
        "file_encoding",
        "overwrite",
        "output_path",
    ],
    (f"{PACKAGE}.parser.openapi", "GeneratorData.from_dict"): ["data", "config"],
    (f"{PACKAGE}.schema.untrusted_string", "UntrustedString.get_untrusted_value"): ["self"],
    (f"{PACKAGE}.strings", "PythonIdentifier.__new__"): ["cls", "value", "prefix"],
}
#: The functions that are called by position: their parameters must come first, in this order.
BY_POSITION = ("Config.from_sources", "PythonIdentifier.__new__")


def missing_attributes() -> list[str]:
    """Return the classes and attributes of the contract that the installed parser does not have."""
    missing = []
    for module, classes in ATTRIBUTES.items():
        for name, attributes in classes.items():
            found = _member(module, name)
            if found is None:
                missing.append(f"{module}.{name}")
                continue
            known = _attributes(found)
            missing += [f"{module}.{name}.{attribute}" for attribute in sorted(attributes - known)]
    return missing


def changed_calls() -> list[str]:
    """Return the functions of the contract that the installed parser does not have, or has with other parameters."""
    changed = []
    for (module, name), wanted in CALLS.items():
        function = _member(module, name)
        if function is None:
            changed.append(f"{module}.{name}")
            continue
        parameters = inspect.signature(function).parameters.values()
        names = [parameter.name for parameter in parameters]
        fits = names[: len(wanted)] == wanted if name in BY_POSITION else set(wanted) <= set(names)
        extra = [p.name for p in parameters if p.name not in wanted and p.default is p.empty]
        if not fits or extra:
            changed.append(f"{module}.{name}({', '.join(names)}): called with {', '.join(wanted)}")
    return changed


def _member(module: str, path: str) -> Any:
    try:
        found: Any = importlib.import_module(module)
    except ImportError:
        return None
    for part in path.split("."):
        found = getattr(found, part, None)
    return found


def _attributes(found: type) -> set[str]:
    # A field without default is annotated only; a slot and an enumeration's member are on the class.
    return {*dir(found), *_annotated(found)}


def _annotated(found: type) -> set[str]:
    return {name for base in found.__mro__ for name in inspect.get_annotations(base)}


def test_the_parser_has_every_class_and_attribute_that_is_read_of_it() -> None:
    missing = missing_attributes()
    assert not missing, (
        f"openapi-python-client no longer has {', '.join(missing)}: change generator/parse.py and this list"
    )


def test_the_parser_has_every_function_that_is_called() -> None:
    changed = changed_calls()
    assert not changed, (
        f"openapi-python-client has changed {'; '.join(changed)}: change generator/parse.py and this list"
    )


class TestTheListIsComplete:
    """The adapter reads only what the contract lists."""

    def test_every_import_of_the_adapter_is_listed(self) -> None:
        imported = {(module, name) for module, names in _imports(ADAPTER) for name in names}
        listed = {(module, name) for module, classes in ATTRIBUTES.items() for name in classes}
        assert imported <= listed

    def test_every_attribute_that_the_adapter_reads_is_listed(self) -> None:
        # By name alone: our own types share some of the names, which are then listed as well.
        read = {node.attr for node in ast.walk(ast.parse(ADAPTER.read_text())) if isinstance(node, ast.Attribute)}
        classes = [_member(module, name) for module, found in ATTRIBUTES.items() for name in found]
        of_the_parser = {name for found in classes for name in _annotated(found)}
        listed = {name for found in ATTRIBUTES.values() for attributes in found.values() for name in attributes}
        assert "inner_properties" in read & of_the_parser
        assert read & of_the_parser <= listed


class TestTheContractNotices:
    """A change of the parser is reported by the name of what has changed."""

    @pytest.mark.parametrize(
        ("module", "path"),
        [
            (f"{PACKAGE}.parser.openapi", "GeneratorData"),
            (f"{PROPERTIES}.uuid", "UuidProperty"),
            (f"{PACKAGE}.schema.untrusted_string", "UntrustedString"),
        ],
    )
    def test_a_class_that_is_gone(self, monkeypatch: pytest.MonkeyPatch, module: str, path: str) -> None:
        monkeypatch.delattr(importlib.import_module(module), path)
        assert f"{module}.{path}" in missing_attributes()

    def test_an_attribute_that_is_gone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        collection = _member(f"{PACKAGE}.parser.openapi", "EndpointCollection")
        monkeypatch.delitem(collection.__annotations__, "parse_errors")
        assert missing_attributes() == [f"{PACKAGE}.parser.openapi.EndpointCollection.parse_errors"]

    def test_a_function_that_is_gone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        text = _member(f"{PACKAGE}.schema.untrusted_string", "UntrustedString")
        monkeypatch.delattr(text, "get_untrusted_value")
        assert changed_calls() == [f"{PACKAGE}.schema.untrusted_string.UntrustedString.get_untrusted_value"]

    def test_a_parameter_that_is_renamed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        data = _member(f"{PACKAGE}.parser.openapi", "GeneratorData")
        monkeypatch.setattr(data, "from_dict", lambda document, *, config: None)
        assert changed_calls() == [
            f"{PACKAGE}.parser.openapi.GeneratorData.from_dict(document, config): called with data, config"
        ]

    def test_a_parameter_that_becomes_required(self, monkeypatch: pytest.MonkeyPatch) -> None:
        text = _member(f"{PACKAGE}.schema.untrusted_string", "UntrustedString")
        monkeypatch.setattr(text, "get_untrusted_value", lambda self, reason: None)
        assert changed_calls() == [
            f"{PACKAGE}.schema.untrusted_string.UntrustedString.get_untrusted_value(self, reason): called with self"
        ]


def test_no_other_module_of_the_generator_imports_the_parser() -> None:
    importing = [file.name for file in (ROOT / "generator").rglob("*.py") if _imports(file)]
    assert importing == [ADAPTER.name]


def _imports(file: Path) -> list[tuple[str, list[str]]]:
    """Return the modules of the parser that a file imports, with the names taken from each."""
    found = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, (ast.Import, ast.ImportFrom)) else []
        if isinstance(node, ast.ImportFrom):
            found.append((node.module or "", names))
        else:
            found += [(name, []) for name in names]
    return [(module, names) for module, names in found if module.split(".")[0] == PACKAGE]
