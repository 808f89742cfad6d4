"""The profiles of scenarios: steps for all verbs, by name."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from comodit_client.sandbox.simulation.transitions import STATES, Step, complete, with_stop

Verbs = Mapping[str, tuple[Step, ...]]

#: Orders that take no time.
_AT_ONCE: Verbs = {verb: complete(verb, ()) for verb in STATES}
# The agent reports before the host is READY (S58).
_RUNNING, _ADDRESS, _AGENT = Step("RUNNING", 0.3), Step("ADDRESS", 0.1), Step("AGENT", 0.3)
_HOSTNAME, _READY = Step("HOSTNAME", 0.15), Step("READY", 0.15)
_DEFAULT: Verbs = {
    **_AT_ONCE,
    "provision": (_RUNNING, _ADDRESS, _AGENT, _HOSTNAME, _READY),
    "change": (Step("COMPLETED", 0.5),),
}
# A provisioning takes a few minutes, and a change less than two (S68).
_REALISTIC: Verbs = {
    "provision": (
        Step("RUNNING", 30, 15),
        Step("ADDRESS", 5, 5),
        Step("AGENT", 60, 30),
        Step("HOSTNAME", 5, 5),
        Step("READY", 60, 60),
    ),
    "start": (Step("RUNNING", 15, 10),),
    "pause": (Step("PAUSED", 2, 2),),
    "resume": (Step("RUNNING", 2, 2),),
    "shutdown": (Step("STOPPED", 10, 10),),
    "poweroff": (Step("STOPPED", 2, 1),),
    "change": (Step("COMPLETED", 20, 40),),
}
_FLAKY: Verbs = {
    **_DEFAULT,
    "provision": (
        evolve(_RUNNING, outcome="error", probability=0.1, error="no capacity"),
        _ADDRESS,
        evolve(_AGENT, outcome="hang", probability=0.1),
        _HOSTNAME,
        evolve(_READY, outcome="error", probability=0.1, error="the installation failed"),
    ),
    "change": (Step("COMPLETED", 0.5, outcome="error", probability=0.1, error="the task failed"),),
}

#: The profiles by name, each with the steps of all verbs.
PROFILES: Mapping[str, Verbs] = {
    "default": _DEFAULT,
    "instant": _AT_ONCE,
    "realistic": _REALISTIC,
    "libvirt": {**_DEFAULT, "provision": with_stop(_DEFAULT["provision"])},
    "flaky": _FLAKY,
}
