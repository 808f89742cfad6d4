"""The reference of scenarios lists the profiles, the members and a valid example."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from attrs import NOTHING, fields

from comodit_client.sandbox.simulation.scenario_profiles import PROFILES
from comodit_client.sandbox.simulation.scenario_reading import read_scenario
from comodit_client.sandbox.simulation.transitions import Step

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "sandbox-scenarios.md").read_text(encoding="utf-8")


def written(step: Step) -> str:
    """Return a step as the table has it."""
    time = f" {step.delay:.3g}" + (f" to {step.delay + step.jitter:.3g}" if step.jitter else "")
    end = f" ({step.outcome} {step.probability:.0%})" if step.outcome != "ok" else ""
    return f"{step.state}{time}{end}"


def rows() -> list[str]:
    return [
        f"| `{profile}` | `{verb}` | {', '.join(written(step) for step in steps)} |"
        for profile, verbs in PROFILES.items()
        for verb, steps in verbs.items()
        if profile == "default" or steps != PROFILES["default"][verb]
    ]


def test_the_profiles_and_their_steps() -> None:
    assert re.findall(r"^\| `(\w+)` \| [^|]+ \|$", PAGE.split("\nThese are")[0], re.MULTILINE) == list(PROFILES)
    table = PAGE.split("\n| Profile | Verb | Steps |\n|---|---|---|\n")[1].split("\n\n")[0]
    assert table.splitlines() == rows()


def test_the_members_of_a_step() -> None:
    table = PAGE.split("\n| Member of a step ")[1].split("\n\n")[0]
    found = dict(re.findall(r"^\| `(\w+)` \| `?(.*?)`? \|", table, re.MULTILINE))
    defaults = {field.name: field.default for field in fields(Step)}
    assert found == {name: "required" if value is NOTHING else str(value) for name, value in defaults.items()}


def test_the_example_is_valid() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    scenario = read_scenario(yaml.safe_load(example))
    assert scenario.seed == 7
    assert list(scenario.hosts) == ["db-*"]
