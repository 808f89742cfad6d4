"""Each public class can be imported from the package of its API, and is loaded when it is."""

from __future__ import annotations

import inspect
import pkgutil
import subprocess
import sys
from importlib import import_module
from types import ModuleType

import pytest

from comodit_client import wire
from comodit_client.rest import exceptions, failed_part, options
from comodit_client.rest.exceptions import PythonApiException
from generator.config import read_config
from generator.paths import CONFIG

OLD = read_config(CONFIG).facade
#: Classes whose name the package has for another class: the kinds of users and groups in applications, and the steps of
#: an import.
OTHERS = {("application", "User"), ("application", "Group"), ("group", "User"), ("importer", "Action")}
USED_MOST = ("Client", "Host", "Organization", "Application", "Package", "ChangeFailed", "HostFailed", "HostState")
USED_MOST += ("Polling", "RetryPolicy", "Timeouts", "ClientOptions", "PollResult", "Export", "Import", "SyncEngine")


@pytest.fixture
def package(colour) -> ModuleType:
    return import_module(f"comodit_client.{colour.package}")


def public_modules(package: ModuleType) -> dict[str, ModuleType]:
    names = [module.name for module in pkgutil.iter_modules(package.__path__) if not module.name.startswith("_")]
    return {name: import_module(f"{package.__name__}.{name}") for name in names if name not in OLD.old_modules}


def public_classes(module: ModuleType) -> dict[str, type]:
    """The public classes that a module defines or lists."""
    listed = getattr(module, "__all__", ())
    return {
        name: value
        for name, value in vars(module).items()
        if inspect.isclass(value)
        and not name.startswith("_")
        and (name in listed or value.__module__ == module.__name__)
        and name not in OLD.old_names.get(module.__name__.rpartition(".")[2], {})
    }


def test_each_public_class_of_a_public_module_is_exported(package) -> None:
    found = [
        (name, kind, value)
        for name, module in public_modules(package).items()
        for kind, value in public_classes(module).items()
        if (name, kind) not in OTHERS
    ]
    assert len(found) > 200
    assert [(name, kind) for name, kind, value in found if getattr(package, kind, None) is not value] == []
    assert [(name, kind) for name, kind, _ in found if kind not in package.__all__] == []


def test_exceptions_options_and_enumerations_are_exported(package) -> None:
    for module in (exceptions, failed_part, options):
        for name, value in public_classes(module).items():
            assert getattr(package, name) is value
    modules = [value for value in (getattr(wire, name) for name in wire.__all__) if inspect.ismodule(value)]
    states = {
        name: getattr(module, name)
        for module in modules
        for name, kind in inspect.get_annotations(module).items()
        if kind == "TypeAlias"
    }
    assert states.keys() >= {"HostState", "InstanceState", "TaskStatus", "UserRole"}
    assert [name for name, value in states.items() if getattr(package, name) != value] == []


def test_what_is_exported_exists_and_is_listed_once(package) -> None:
    assert [name for name in package.__all__ if getattr(package, name) is None] == []
    assert sorted({*package.__all__}) == sorted(package.__all__)
    assert {*USED_MOST} <= {*package.__all__} <= {*dir(package)}
    with pytest.raises(AttributeError, match="has no attribute 'Hots'"):
        _ = package.Hots


def test_a_name_that_several_modules_have_is_the_one_of_the_service(package, colour) -> None:
    assert package.User is colour.module("user").User
    assert package.Group is colour.module("group").Group
    assert package.Action is colour.module("application").Action
    assert issubclass(package.ChangeFailed, PythonApiException)


def test_a_star_brings_all(package) -> None:
    names: dict[str, object] = {}
    exec(f"from {package.__name__} import *", names)
    assert names.keys() >= {*package.__all__}


@pytest.mark.parametrize("name", ["agent_log", *(name for name in OLD.old_modules if name[0].isupper())])
def test_a_module_of_the_original_client_does_not_hide_a_class(name) -> None:
    code = (
        f"from comodit_client.api.{name} import {next(iter(OLD.old_modules[name]))}\n"
        "from comodit_client.api import PipelineContext, OrchestrationContext, OrchestrationHandler, host\n"
        "print(PipelineContext.__name__, OrchestrationContext.__name__, OrchestrationHandler.__name__, host.__name__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [
        "PipelineContext",
        "OrchestrationContext",
        "OrchestrationHandler",
        "comodit_client.api.host",
    ]


@pytest.mark.parametrize("package", ["api", "aio"])
def test_a_name_loads_its_module_and_no_other_resource(package) -> None:
    code = f"import sys; from comodit_client.{package} import Flavor, HostFailed, Polling, FlavorCollection\n"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    loaded = {*done.stdout.split()}
    assert f"comodit_client.{package}.flavor" in loaded
    assert f"comodit_client.{package}.host" not in loaded
    assert "httpx" not in loaded
