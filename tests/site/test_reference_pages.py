"""The tables of the pages about options and the OpenAPI document are complete."""

from __future__ import annotations

import inspect
import json
import re
from importlib.resources import files

from comodit_client.api import Client
from comodit_client.cassettes import pytest_plugin
from comodit_client.config.options import VARIABLES
from comodit_client.config.profiles import Config
from comodit_client.rest.credentials import FOLDER
from tests.site.conftest import ROOT


def names(page: str, heading: str) -> list[str]:
    """Return the names in the first column of the table below a heading."""
    text = (ROOT / "docs" / "reference" / page).read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.*?) \|", text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0], re.MULTILINE)
    return [name for row in rows for name in re.findall("`([^`]+)`", row)]


def test_each_argument_of_a_client_is_listed() -> None:
    assert {*names("options.md", "Arguments of a client")} == {*inspect.signature(Client).parameters}


def test_each_variable_of_the_library_is_listed() -> None:
    listed = {name for name in names("options.md", "Environment variables") if name.startswith("COMODIT_")}
    assert listed == {*VARIABLES.values(), "COMODIT_PROFILE", FOLDER}


def test_each_key_of_a_profile_is_listed() -> None:
    getters = {name.removeprefix("get_") for name in vars(Config) if name.startswith("get_")}
    assert {*names("options.md", "Keys of a profile")} == getters - {"value"}


def test_each_option_of_pytest_is_listed() -> None:
    options = re.findall(r'"(--[a-z-]+)"', inspect.getsource(pytest_plugin.pytest_addoption))
    assert [name.partition("=")[0] for name in names("options.md", "Options of pytest")] == options


def test_each_extension_of_the_document_is_listed() -> None:
    def keys(value: object) -> set[str]:
        if isinstance(value, list):
            return {key for item in value for key in keys(item)}
        if isinstance(value, dict):
            return {key for key in value if key.startswith("x-")} | {
                key for item in value.values() for key in keys(item)
            }
        return set()

    text = files("comodit_client.schema").joinpath("comodit.json").read_text(encoding="utf-8")
    assert {*names("schema.md", "Read the extensions")} == keys(json.loads(text))
