"""Scenarios from YAML: the form, and the errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from comodit_client.sandbox.__main__ import main
from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.simulation.scenario_profiles import PROFILES
from comodit_client.sandbox.simulation.scenario_reading import read_scenario
from comodit_client.sandbox.simulation.transitions import STATES

EXAMPLE = """
profile: realistic
seed: 7
verbs:
  provision:
    - {state: RUNNING, delay: 20, jitter: 5}
    - {state: READY, delay: 60, outcome: error, probability: 0.1, error: no capacity}
hosts:
  "db-*":
    profile: libvirt
"""


def test_a_file(tmp_path: Path) -> None:
    file = tmp_path / "scenario.yaml"
    file.write_text(EXAMPLE)
    scenario = read_scenario(file)
    steps = scenario.verbs["provision"]
    assert [(step.state, step.delay) for step in steps] == [
        ("RUNNING", 20), ("ADDRESS", 60), ("AGENT", 0), ("HOSTNAME", 0), ("READY", 0),
    ]  # fmt: skip
    assert (steps[-1].outcome, steps[-1].probability, steps[-1].error) == ("error", 0.1, "no capacity")
    assert scenario.seed == 7
    assert scenario.verbs["change"] == PROFILES["realistic"]["change"]
    assert scenario.hosts == {"db-*": PROFILES["libvirt"]}


def test_each_profile_has_all_verbs() -> None:
    for verbs in PROFILES.values():
        assert verbs.keys() == STATES.keys()
        for verb, steps in verbs.items():
            assert [step.state for step in steps if step.state != "STOPPED" or verb != "provision"] == [
                state for state in STATES[verb] if state != "STOPPED" or verb != "provision"
            ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("profil: flaky", "Unknown member 'profil'; did you mean profile?"),
        ("profile: realstic", "Unknown profile 'realstic'; did you mean realistic?"),
        ("seed: x", "'seed' must be an integer"),
        ("[1]", "The scenario must be a mapping"),
        ("verbs: {provison: []}", "Unknown verb 'provison'; did you mean provision?"),
        ("verbs: {provision: []}", "'provision' must be a list of steps"),
        ("verbs: {provision: [{delay: 1}]}", "step 1 of provision: it has no 'state'"),
        ("verbs: {provision: [{state: REDY}]}", "Unknown state of provision 'REDY'; did you mean READY?"),
        ("verbs: {provision: [{state: READY}, {state: AGENT}]}", "AGENT must come before READY"),
        ("verbs: {pause: [{state: PAUSED}, {state: PAUSED}]}", "PAUSED occurs twice"),
        ("verbs: {change: [{state: COMPLETED, delay: -1}]}", "step 1 of change: 'delay' must be finite and 0 or more"),
        ("verbs: {change: [{state: COMPLETED, delay: soon}]}", "step 1 of change: 'delay' must be a number"),
        ("verbs: {change: [{state: COMPLETED, outcome: fail}]}", "Unknown outcome 'fail'"),
        ("verbs: {change: [{state: COMPLETED, probability: 2}]}", "'probability' must be between 0 and 1"),
        ("hosts: {web: {seed: 1}}", "hosts 'web': Unknown member 'seed'"),
        ("verbs: {", "Cannot read the scenario"),
    ],
)
def test_errors(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "scenario.yaml"
    file.write_text(text)
    with pytest.raises(ApiError) as error:
        read_scenario(file)
    assert message in str(error.value)
    assert str(file) in str(error.value)


def test_the_command_reports_an_unknown_scenario(capsys) -> None:
    assert main(["--port", "0", "--scenario", "realstic"]) == 1
    assert "Unknown scenario 'realstic'; did you mean realistic?" in capsys.readouterr().err
