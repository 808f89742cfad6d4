"""Records which public methods and property setters of both facades the tests call.

`tests/conftest.py` loads `Judge`. Each process of a run reports what its tests did not call, and a run of all tests
fails when no process called a method.
"""

from __future__ import annotations

import functools
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest

COLOURS = ("api", "aio")
ORIGINAL = "_comodit_original"


def facade(colour: str) -> Iterator[type]:
    """Return the public classes that are written in a facade, each once."""
    package = import_module(f"comodit_client.{colour}")
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        for name, kind in vars(import_module(found.name)).items():
            if inspect.isclass(kind) and kind.__module__ == found.name and not name.startswith("_"):
                yield kind


def is_written(function: FunctionType) -> bool:
    """Return whether a function stands in a file of ours; generated methods do not."""
    file = function.__code__.co_filename
    return "comodit_client" in file and not file.startswith("<")


def own_functions(kind: type) -> Iterator[tuple[str, FunctionType]]:
    """Return the functions that are written in a class, by their names; a property can have three."""
    for name, member in vars(kind).items():
        parts = {name: getattr(member, "__func__", member)}
        if isinstance(member, property):
            parts = {f"{name}.{part}": getattr(member, part) for part in ("fget", "fset", "fdel")}
        for label, part in parts.items():
            function = inspect.unwrap(part) if callable(part) else None
            if isinstance(function, FunctionType) and is_written(function):
                yield label, function


class Exercised:
    """The methods and setters that were not called so far."""

    def __init__(self) -> None:
        self.missing: set[str] = set()
        for colour in COLOURS:
            for kind in facade(colour):
                if getattr(kind, "_is_protocol", False):
                    continue  # it only describes methods of other classes
                for name, member in list(vars(kind).items()):
                    if not name.startswith("_"):
                        self._watch(kind, name, member)

    def _watch(self, kind: type, name: str, member: Any) -> None:
        label = f"{kind.__module__.removeprefix('comodit_client.')}.{kind.__name__}.{name}"
        if isinstance(member, property):
            if member.fset is not None:
                setattr(kind, name, member.setter(self._watched(f"{label} = ...", member.fset)))
        elif isinstance(member, staticmethod | classmethod):
            setattr(kind, name, type(member)(self._watched(label, member.__func__)))
        elif isinstance(member, FunctionType) and not getattr(member, "__isabstractmethod__", False):
            setattr(kind, name, self._watched(label, member))

    def _watched(self, label: str, function: Callable[..., Any]) -> Callable[..., Any]:
        self.missing.add(label)

        @functools.wraps(function)
        def watched(*args: Any, **kwargs: Any) -> Any:
            self.missing.discard(label)
            return function(*args, **kwargs)

        setattr(watched, ORIGINAL, function)
        return watched


def original(function: Callable[..., Any]) -> Callable[..., Any]:
    """The facade's own function, where the tests note its calls: the wrapper is one more frame on the stack."""
    found: Callable[..., Any] = getattr(function, ORIGINAL, function)
    return found


class Judge:
    """Pytest hooks that collect what the processes of a run did not call, and fail a run of all tests for it."""

    def __init__(self) -> None:
        self.is_whole = False
        self.watched: Exercised | None = None
        self.reports: list[set[str] | None] = []
        self.missing: list[str] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, config: pytest.Config) -> None:
        """Note whether all tests were asked for."""
        given = {Path(argument).name for argument in config.args}
        left_out = [getattr(config.option, name) for name in ("collectonly", "ignore", "ignore_glob", "maxfail")]
        self.is_whole = given == {"tests"} and not any(left_out)

    def pytest_deselected(self) -> None:
        self.is_whole = False

    def pytest_collection_finish(self) -> None:
        """Watch the classes of both facades from now on."""
        self.watched = Exercised() if self.is_whole else None

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take the report of a worker; a worker that crashed has none."""
        report = getattr(node, "workeroutput", {}).get("not_called")
        self.reports.append(None if report is None else set(report))

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Report to the process that leads the run, or judge all reports there."""
        report = self.watched.missing if self.watched else None
        if hasattr(session.config, "workeroutput"):
            session.config.workeroutput["not_called"] = None if report is None else sorted(report)
            return
        if exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
            self.missing = not_called(self.reports or [report])
        if self.missing:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.missing:
            terminalreporter.section("No test calls these methods")
            terminalreporter.write_line("\n".join(self.missing), red=True)


def not_called(reports: list[set[str] | None]) -> list[str]:
    """Return what is missing in every report; nothing when a process ran only some of the tests."""
    whole = [report for report in reports if report is not None]
    return sorted(set.intersection(*whole)) if len(whole) == len(reports) else []
