"""How the modules of the facade import one another, and what stays importable under its old name."""

from __future__ import annotations

from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path

import grimp
import yaml

from generator.config import read_config
from generator.paths import CONFIG

FACADES = ("aio", "api")
CLIENT = ("comodit_client.aio", "comodit_client.api", "comodit_client.config", "comodit_client.disk")
CLIENT += ("comodit_client.rest", "comodit_client.wire")
#: The command that runs the sandbox, the fixtures that connect clients to it, and the parts of the judge that compare
#: its files with those of Ansible.
RUNS_THE_SANDBOX = {
    "comodit_client.ansible.judge.original",
    "comodit_client.ansible.judge.verification",
    "comodit_client.cli.commands.sandbox",
    "comodit_client.testing.clock",
    "comodit_client.testing.pytest_plugin",
}
OLD = yaml.safe_load(Path(__file__).with_name("old_names.yaml").read_text(encoding="utf-8"))
SIGNATURES = yaml.safe_load(Path(__file__).with_name("signatures.yaml").read_text(encoding="utf-8"))


def graph(types: bool) -> grimp.ImportGraph:
    return grimp.build_graph("comodit_client", exclude_type_checking_imports=not types, cache_dir=None)


def test_no_modules_of_the_facade_import_one_another_in_a_circle_when_they_are_loaded() -> None:
    found = graph(types=False)
    for facade in FACADES:
        prefix = f"comodit_client.{facade}."
        modules = {module for module in found.modules if module.startswith(prefix)}
        loaded = {
            module: {
                other
                for other in found.find_modules_directly_imported_by(module) & modules
                if _is_loaded_with(found, module, other)
            }
            for module in modules
        }
        assert loaded[f"{prefix}host"] > {f"{prefix}capabilities"}, "else nothing is checked here"
        TopologicalSorter(loaded).prepare()


def test_client_and_sandbox_know_each_other_only_through_the_schema() -> None:
    """.importlinter leaves out what is imported for types only."""
    found = graph(types=True)
    for module in found.modules:
        others = found.find_modules_directly_imported_by(module)
        if module.startswith("comodit_client.sandbox"):
            assert not [other for other in others if other.startswith(CLIENT)], module
        elif module not in RUNS_THE_SANDBOX:
            assert not [other for other in others if other.startswith("comodit_client.sandbox")], module


def test_every_old_path_and_name_is_there() -> None:
    missing = [
        f"{module}.{name}"
        for module, names in OLD.items()
        for name in names
        if not hasattr(import_module(f"comodit_client.{module}"), name)
    ]
    assert missing == []


def test_an_old_name_is_the_class_of_today() -> None:
    facade = read_config(CONFIG).facade
    for module, names in {**facade.old_modules, **facade.old_names}.items():
        for name, target in names.items():
            home, _, current = target.rpartition(".")
            old = getattr(import_module(f"comodit_client.api.{module}"), name)
            assert old is getattr(import_module(home), current), f"{module}.{name}"


def test_every_class_with_an_old_signature_has_an_old_path() -> None:
    named = {name for names in OLD.values() for name in names}
    assert sorted(SIGNATURES["signatures"].keys() - named) == []


def _is_loaded_with(found: grimp.ImportGraph, module: str, other: str) -> bool:
    """Whether the import stands at the top of the module, not in a function."""
    details = found.get_import_details(importer=module, imported=other)
    source = Path(import_module(module).__file__ or "").read_text(encoding="utf-8").splitlines()
    return any(not source[detail["line_number"] - 1].startswith(" ") for detail in details)
