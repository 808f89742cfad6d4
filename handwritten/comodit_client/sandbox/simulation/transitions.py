"""The transitions of machines and changes as data: the steps of each verb, and the times that follow from them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from random import Random

from attrs import Attribute, evolve, field, frozen

from comodit_client.sandbox.errors import bad_request
from comodit_client.sandbox.near_names import unknown

#: The states that each verb leads to, in order. STOPPED is optional in a provisioning (S61).
STATES: Mapping[str, tuple[str, ...]] = {
    "provision": ("RUNNING", "ADDRESS", "STOPPED", "AGENT", "HOSTNAME", "READY"),
    "start": ("RUNNING",),
    "pause": ("PAUSED",),
    "resume": ("RUNNING",),
    "shutdown": ("STOPPED",),
    "poweroff": ("STOPPED",),
    "change": ("COMPLETED",),
}
#: The stages in which a provisioning can fail: in the middle, at once, or instead of reaching a state.
STAGES = ("PROVISIONING", "PENDING", *STATES["provision"])
OUTCOMES = ("ok", "error", "hang")
_OPTIONAL = "STOPPED"


def _duration(_: Step, attribute: Attribute[float], value: float) -> None:
    if not 0 <= value < math.inf:
        raise bad_request(f"'{attribute.name}' must be finite and 0 or more")


def _outcome(_: Step, attribute: Attribute[str], value: str) -> None:
    if value not in OUTCOMES:
        raise bad_request(unknown("outcome", value, OUTCOMES))


def _probability(_: Step, attribute: Attribute[float], value: float) -> None:
    if not 0 <= value <= 1:
        raise bad_request("'probability' must be between 0 and 1")


@frozen
class Step:
    """A transition to a state.

    Attributes:
        state: The state that is reached, one of `STATES`.
        delay: The seconds after the step before.
        jitter: The most seconds that are added to the delay, at random.
        outcome: "ok", "error" (the step fails, and nothing follows) or "hang" (nothing happens any longer).
        probability: How likely that outcome is, from 0 to 1; otherwise the step succeeds.
        error: The error text of a step that fails.
    """

    state: str
    delay: float = field(default=0.0, validator=_duration)
    jitter: float = field(default=0.0, validator=_duration)
    outcome: str = field(default="ok", validator=_outcome)
    probability: float = field(default=1.0, validator=_probability)
    error: str = "The scenario made this step fail"

    def draw(self, random: Random) -> tuple[float, str]:
        """Return the delay and the outcome of one run; both random numbers are always used."""
        delay, chance = self.delay + self.jitter * random.random(), random.random()
        return delay, self.outcome if chance < self.probability else "ok"


@frozen
class Failure:
    """The failure of a provisioning.

    Attributes:
        stage: One of `STAGES`.
        after: The seconds until it happens.
        error: The error text.
    """

    stage: str
    after: float
    error: str


@frozen
class Timeline:
    """The course of a verb.

    Attributes:
        reached: The seconds until each state; a state that is never reached is missing.
        failure: The failure that ends it, if any.
    """

    reached: Mapping[str, float]
    failure: Failure | None = None


def complete(verb: str, steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return the steps of a verb with those that are missing: each of them happens with the next one.

    Raises:
        ApiError: A state is unknown, occurs twice or is in the wrong place.
    """
    states = STATES[verb]
    _check_order(verb, steps)
    given = {step.state: step for step in steps}
    done: list[Step] = []
    missing: list[Step] = []
    for state in states:
        if state not in given:
            missing += [] if verb == "provision" and state == _OPTIONAL else [Step(state)]
            continue
        step = given[state]
        if missing:
            missing[0] = evolve(missing[0], delay=step.delay, jitter=step.jitter)
            step = evolve(step, delay=0.0, jitter=0.0)
        done += [*missing, step]
        missing = []
    return (*done, *missing)


def _check_order(verb: str, steps: Sequence[Step]) -> None:
    states = STATES[verb]
    for step in steps:
        if step.state not in states:
            raise bad_request(unknown(f"state of {verb}", step.state, states))
    for before, after in pairwise(steps):
        if before.state == after.state:
            raise bad_request(f"{after.state} occurs twice in the steps of {verb}; remove one")
        if states.index(before.state) > states.index(after.state):
            raise bad_request(f"{after.state} must come before {before.state} in the steps of {verb}")


def with_stop(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return the steps of a provisioning after whose installation the machine stops (S61).

    Two thirds of the time until the agent registers pass before the stop.
    """
    if any(step.state == _OPTIONAL for step in steps):
        return tuple(steps)
    done: list[Step] = []
    for step in steps:
        if step.state == "AGENT":
            done.append(Step(_OPTIONAL, step.delay * 2 / 3, step.jitter))
            step = evolve(step, delay=step.delay / 3)
        done.append(step)
    return tuple(done)


def scale(steps: Sequence[Step], total: float) -> tuple[Step, ...]:
    """Return the steps with delays that add up to a total; jitter grows or shrinks with them."""
    before = sum(step.delay for step in steps)
    if not before:
        return tuple(evolve(step, delay=total / len(steps)) for step in steps)
    factor = total / before
    return tuple(evolve(step, delay=step.delay * factor, jitter=step.jitter * factor) for step in steps)


def fail_at(steps: Sequence[Step], stage: str, error: str) -> tuple[Step, ...]:
    """Return the steps of a provisioning that fails.

    Args:
        steps: Its steps without the failure.
        stage: One of `STAGES`; for a state that the steps do not have, the next one.
        error: The error text.
    """
    if stage == "PENDING":
        return (Step(stage, outcome="error", error=error),)
    if stage == "PROVISIONING":
        return _fail_in_the_middle(steps, error)
    order = STATES["provision"]
    last = next(place for place, step in enumerate(steps) if order.index(step.state) >= order.index(stage))
    return (*steps[:last], evolve(steps[last], outcome="error", probability=1.0, error=error))


def _fail_in_the_middle(steps: Sequence[Step], error: str) -> tuple[Step, ...]:
    left = sum(step.delay for step in steps) / 2
    if not left:
        # Without time, the middle is after RUNNING and ADDRESS.
        return (*steps[:2], Step("PROVISIONING", outcome="error", error=error))
    done: list[Step] = []
    for step in steps:
        if step.delay >= left:
            break
        left -= step.delay
        done.append(step)
    return (*done, Step("PROVISIONING", left, outcome="error", error=error))


def never(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return the steps of a verb that never gets anywhere."""
    return (evolve(steps[0], outcome="hang", probability=1.0),)


def unfold(steps: Iterable[Step], random: Random) -> Timeline:
    """Return the course that steps take, with random numbers for their jitter and their outcomes."""
    reached: dict[str, float] = {}
    after = 0.0
    for step in steps:
        delay, outcome = step.draw(random)
        # Rounded, so that fractions of a total add up to it.
        after = round(after + delay, 9)
        if outcome == "hang":
            break
        if outcome == "error":
            return Timeline(reached, Failure(step.state, after, step.error))
        reached[step.state] = after
    return Timeline(reached)
