"""Scenarios: how long the work of machines takes, and how it ends."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from random import Random
from typing import TYPE_CHECKING

from attrs import field, frozen

from comodit_client.sandbox.simulation.scenario_profiles import PROFILES, Verbs
from comodit_client.sandbox.simulation.transitions import Step, scale

if TYPE_CHECKING:
    from comodit_client.sandbox.state.places import Place
    from comodit_client.sandbox.state.world import World


@frozen
class Scenario:
    """The steps of all verbs.

    Attributes:
        verbs: The steps of each verb.
        seed: The seed of the random numbers: the same seed gives the same outcomes.
        hosts: The steps of each verb on the hosts whose name, or path such as OOO/Default/web-1, matches a pattern.
            The first pattern that matches applies.
    """

    verbs: Verbs = field(default=PROFILES["default"])
    seed: int = 0
    hosts: Mapping[str, Verbs] = field(factory=dict)

    def steps(self, verb: str, place: Place) -> tuple[Step, ...]:
        """Return the steps of a verb on a host."""
        names = (place.host.name, path_of(place))
        for pattern, verbs in self.hosts.items():
            if any(fnmatchcase(name, pattern) for name in names):
                return verbs[verb]
        return self.verbs[verb]

    def random(self, verb: str, place: Place, count: int) -> Random:
        """Return the random numbers of one run, which do not depend on what happens to other hosts.

        Args:
            verb: The verb.
            place: The host.
            count: The number of runs of the verb on that host before.
        """
        return Random(f"{self.seed} {verb} {count} {path_of(place)}")  # noqa: S311  not used for secrets


_DEFAULT = Scenario()


def scenario_of(world: World) -> Scenario:
    """Return the scenario of a sandbox."""
    return world.scenario or _DEFAULT


def steps_of(world: World, verb: str, place: Place) -> tuple[Step, ...]:
    """Return the steps of a verb on a host, scaled to the total time that the sandbox was started with, if any."""
    steps = scenario_of(world).steps(verb, place)
    total = {"provision": world.provision_time, "change": world.change_time}.get(verb)
    return steps if total is None else scale(steps, total)


def path_of(place: Place) -> str:
    """Return the path of a host as logs and patterns have it."""
    return "/".join(place.names)
