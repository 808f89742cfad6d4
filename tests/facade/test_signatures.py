"""What old scripts call is there, takes the same arguments in the same order, and has the same defaults."""

from __future__ import annotations

import ast
import inspect
import pkgutil
from pathlib import Path

import pytest
import yaml

from comodit_client.rest.absent import VERBS
from tests.each import each

OLD = yaml.safe_load(Path(__file__).with_name("signatures.yaml").read_text(encoding="utf-8"))
METHODS = [(kind, name, text) for kind, found in OLD["signatures"].items() for name, text in found.items()]
#: What is none where it once was a container that all calls shared.
SHARED = ({}, [])
#: Arguments that changed on purpose: `update()` took a query, and was meant to take `force`; handlers of orchestrations
#: took the name of an environment, and still take that name by keyword.
REPAIRED = {
    "update": "(force=False, parameters=None)",
    "show": "(as_json=False, indent=0)",
    "orchestration_handlers": "(org_name, orchestration_name)",
}
#: The base classes have only what all have in common: these classes have the rest.
WHOLE = {"Collection": "HostCollection", "Entity": "Host"}
#: Arguments that have a new name; `test_renamed_arguments.py` proves that the old one still works.
TIMEOUT = {"time_out": "timeout"}
RENAMED = {
    "AppStoreCollection": {"app_uuid": "application"},
    "ApplicationContextCollection": {"app_name": "application"},
    "DistStoreCollection": {"dist_uuid": "distribution"},
    "DistributionContextCollection": {"dist_name": "distribution"},
    "Host": TIMEOUT,
    "HostCollection": TIMEOUT | {"plat": "platform", "dist": "distribution", "apps": "applications"},
    "Instance": TIMEOUT,
    "OrchestrationContext": TIMEOUT,
    "OrchestrationHandlerCollection": {"json_data": "name"},
    "PipelineContext": TIMEOUT,
    "PlatformContextCollection": {"plat_name": "platform"},
    "PurchasedCollection": {"pub_uuid": "published"},
}


@pytest.fixture
def classes(colour):
    """Return the classes of a facade by their names, including those of the layers below."""
    package = colour.module("client").__package__
    found = {}
    prefix = f"{package}."
    found_in = pkgutil.walk_packages(__import__(package, fromlist=["x"]).__path__, prefix)
    # There are two classes called Action: that of an application and, less known, a step of an import.
    modules = [module.name.removeprefix(prefix) for module in found_in]
    for module in sorted(modules, key=lambda module: (not module.startswith("import"), module)):
        for name, member in vars(colour.module(module)).items():
            if inspect.isclass(member) and member.__module__.startswith("comodit_client."):
                found[name] = member
    return found


def old_arguments(text):
    """Return the names of the arguments in a written signature, and the defaults by their names."""
    (function,) = ast.parse(f"def f{text}: ...").body
    names = [argument.arg for argument in function.args.args]
    defaults = map(ast.literal_eval, function.args.defaults)
    return names, dict(zip(names[len(names) - len(function.args.defaults) :], defaults, strict=True))


def new_arguments(function):
    """Return the same for a method: its positional arguments after self."""
    found = list(inspect.signature(function).parameters.values())[1:]
    found = [argument for argument in found if argument.kind is argument.POSITIONAL_OR_KEYWORD]
    return [argument.name for argument in found], {
        argument.name: argument.default for argument in found if argument.default is not argument.empty
    }


@each("kind, name, text", METHODS)
def test_what_old_scripts_call_is_there(classes, kind, name, text):
    if name == "__iter__" and "aio" in classes["Client"].__module__:
        name = "__aiter__"
    member = inspect.getattr_static(classes[WHOLE.get(kind, kind)], name, None)
    if member is None:  # the server has no operation for it: test_absent.py proves that it raises with a hint
        assert name in VERBS or name in classes[kind].INSTEAD
        return
    assert isinstance(member, property) == (text == "property")
    if text == "property":
        return
    names, defaults = old_arguments(REPAIRED.get(name, text) if kind != "SettingCollection" else text)
    new_names = {"parameters": "params"} | RENAMED.get(kind, {})
    names = [new_names.get(old, old) for old in names]
    defaults = {new_names.get(old, old): default for old, default in defaults.items()}
    ours, ours_by_default = new_arguments(member)
    assert ours[: len(names)] == names
    assert set(ours[len(names) :]) <= ours_by_default.keys(), "what was added has a default"
    for argument, default in defaults.items():
        got = ours_by_default[argument]
        assert got == default or (default in SHARED and got in (None, ()))


def test_the_client_takes_three_arguments(classes):
    _, defaults = new_arguments(classes["Client"].__init__)
    assert defaults["token"] is None


def test_every_keyword_that_was_added_has_a_default(classes):
    for kind in classes.values():
        for name, member in vars(kind).items():
            if inspect.isfunction(member) and not name.startswith("_") and kind.__name__ in OLD["signatures"]:
                for argument in inspect.signature(member).parameters.values():
                    assert argument.kind is not argument.KEYWORD_ONLY or argument.default is not argument.empty
