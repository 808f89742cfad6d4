"""Runs a test for each of many things, as one test that lists the failures of all of them."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest


def label(thing: Any) -> str:
    """Return how a report names a thing: a class or function with its module, a tuple by its parts."""
    if isinstance(thing, tuple):
        return ".".join(map(label, thing))
    return f"{thing.__module__}.{thing.__qualname__}" if hasattr(thing, "__qualname__") else str(thing)


def each(names: str, things: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Have a test run for each thing, as `pytest.mark.parametrize` would, without a test case for each.

    Args:
        names: The test's argument that takes a thing, or several, separated by commas, that take the parts of a tuple.
        things: All things.
    """
    arguments = [name.strip() for name in names.split(",")]
    listed = list(things)

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(test)
        def of_all(**fixtures: Any) -> None:
            assert listed, f"there is no {names} to test"
            problems = []
            for thing in listed:
                parts = thing if len(arguments) > 1 else (thing,)
                try:
                    test(**fixtures, **dict(zip(arguments, parts, strict=True)))
                except (Exception, pytest.fail.Exception) as problem:  # noqa: BLE001 - all are listed
                    problems.append(f"{label(thing)}: {_text(problem)}")
            if problems:
                pytest.fail(f"{len(problems)} of {len(listed)} fail:\n" + "\n".join(problems), pytrace=False)

        found = inspect.signature(test)
        kept = [parameter for name, parameter in found.parameters.items() if name not in arguments]
        of_all.__signature__ = found.replace(parameters=kept)  # type: ignore[attr-defined]  # the fixtures of pytest
        return of_all

    return decorate


def differences(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Return the values that two mappings do not share, by their keys."""
    keys = sorted(one.keys() | other.keys())
    return {key: (one.get(key), other.get(key)) for key in keys if one.get(key) != other.get(key)}


def _text(problem: BaseException) -> str:
    if isinstance(problem, AssertionError):
        return str(problem)
    return f"{type(problem).__name__}: {problem}"
