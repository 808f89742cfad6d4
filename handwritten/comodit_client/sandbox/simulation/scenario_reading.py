"""Read scenarios: by the name of a profile, from a YAML file, or from a mapping of the same form."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import fields

from comodit_client.sandbox.errors import ApiError, bad_request
from comodit_client.sandbox.near_names import unknown
from comodit_client.sandbox.simulation.scenario import Scenario
from comodit_client.sandbox.simulation.scenario_profiles import PROFILES, Verbs
from comodit_client.sandbox.simulation.transitions import STATES, Step, complete

_NUMBERS = ("delay", "jitter", "probability")
_MEMBERS = tuple(field.name for field in fields(Step))


def read_scenario(source: Scenario | str | os.PathLike[str] | Mapping[str, Any] | None) -> Scenario:
    """Return a scenario.

    Args:
        source: The name of a profile, the path of a YAML file, a mapping of the same form, or None for the default.

    Raises:
        ApiError: The file cannot be read, or a name or a value in it is invalid.
    """
    if source is None:
        return Scenario()
    if isinstance(source, Scenario):
        return source
    if isinstance(source, Mapping):
        return _scenario(source)
    if isinstance(source, str) and source in PROFILES:
        return Scenario(PROFILES[source])
    return _read_file(source)


def _read_file(path: str | os.PathLike[str]) -> Scenario:
    if not Path(path).is_file():
        raise bad_request(f"{unknown('scenario', os.fspath(path), PROFILES)}, or the path of a YAML file that exists")
    # Only a file needs them.
    from comodit_client._extras import extra

    with extra("sandbox"):
        import yaml
    try:
        document = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise bad_request(f"Cannot read the scenario {os.fspath(path)}: {error}") from None
    try:
        return _scenario(_mapping("The scenario", {} if document is None else document))
    except ApiError as error:
        raise bad_request(f"Cannot read the scenario {os.fspath(path)}: {error}") from None


def _scenario(document: Mapping[str, Any]) -> Scenario:
    _check_names("member", document, ("profile", "seed", "verbs", "hosts"))
    seed = document.get("seed", 0)
    if not isinstance(seed, int) or isinstance(seed, bool):
        raise bad_request("'seed' must be an integer")
    verbs = _verbs(document, PROFILES["default"])
    hosts = _mapping("'hosts'", document.get("hosts", {}))
    return Scenario(verbs, seed, {str(pattern): _of_hosts(pattern, value, verbs) for pattern, value in hosts.items()})


def _of_hosts(pattern: str, document: Any, verbs: Verbs) -> Verbs:
    with _errors_at(f"hosts '{pattern}'"):
        members = _mapping("it", document)
        _check_names("member", members, ("profile", "verbs"))
        return _verbs(members, verbs)


def _verbs(document: Mapping[str, Any], base: Verbs) -> Verbs:
    """Return the verbs of a document: those of its profile, or else of a base, with its own steps."""
    if "profile" in document:
        profile = document["profile"]
        if not isinstance(profile, str) or profile not in PROFILES:
            raise bad_request(unknown("profile", str(profile), PROFILES))
        base = PROFILES[profile]
    own = _mapping("'verbs'", document.get("verbs", {}))
    _check_names("verb", own, STATES)
    return {**base, **{verb: _steps(verb, steps) for verb, steps in own.items()}}


def _steps(verb: str, steps: Any) -> tuple[Step, ...]:
    if not isinstance(steps, list) or not steps:
        raise bad_request(f"'{verb}' must be a list of steps, such as {{state: {STATES[verb][0]}, delay: 1}}")
    read: list[Step] = []
    for number, step in enumerate(steps, start=1):
        with _errors_at(f"step {number} of {verb}"):
            read.append(_step(step))
    return complete(verb, read)


def _step(document: Any) -> Step:
    members = _mapping("it", document)
    _check_names("member", members, _MEMBERS)
    if "state" not in members:
        raise bad_request("it has no 'state'")
    for name, value in members.items():
        if name in _NUMBERS:
            if not isinstance(value, (int, float)) or isinstance(value, bool):
                raise bad_request(f"'{name}' must be a number")
        elif not isinstance(value, str):
            raise bad_request(f"'{name}' must be text")
    return Step(**members)


@contextmanager
def _errors_at(place: str) -> Iterator[None]:
    """Name a place in the errors of the block."""
    try:
        yield
    except ApiError as error:
        raise bad_request(f"{place}: {error}") from None


def _mapping(what: str, value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise bad_request(f"{what} must be a mapping")
    return value


def _check_names(what: str, document: Mapping[str, Any], known: Collection[str]) -> None:
    for name in document:
        if name not in known:
            raise bad_request(unknown(what, str(name), known))
