"""A playbook for each pipeline, which runs orchestrations and webhooks one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from comodit_client.ansible.names import unique_slugs
from comodit_client.ansible.playbooks.orchestrations import HOSTS, orchestration_paths
from comodit_client.ansible.playbooks.ordered import hosts_in_order
from comodit_client.ansible.playbooks.webhooks import webhook_paths
from comodit_client.ansible.texts import label
from comodit_client.disk import layout

if TYPE_CHECKING:
    from comodit_client.ansible.archive import Entity
    from comodit_client.ansible.project import Project

_RULES = "Runs the steps of all stages in order. Stops at the first failure."


def add_pipelines(project: Project) -> None:
    """Add a playbook for each pipeline with steps.

    Args:
        project: The conversion.
    """
    pipelines = project.archive.of(layout.PIPELINE)
    paths = pipeline_paths(project)
    for pipeline in pipelines:
        source = pipeline.source
        source.get("name")
        plays = [play for stage in _by_order(pipeline.of(layout.STAGE)) for play in _plays_of(project, stage)]
        if plays:
            comment = "\n".join(
                [f"Pipeline {pipeline.name}", source.text("description"), *_descriptions(pipeline), _RULES]
            )
            project.output.add_yaml(paths[pipeline.name], plays, comment)
        else:
            source.lose("", "it has no steps")


def pipeline_paths(project: Project) -> dict[str, str]:
    """Return the paths of the playbooks of pipelines.

    Args:
        project: The conversion.

    Returns:
        The paths, by the names of the pipelines. Pipelines without steps have no playbook.
    """
    slugs = unique_slugs(one.name for one in project.archive.of(layout.PIPELINE))
    return {name: f"pipelines/{slug}.yml" for name, slug in slugs.items()}


def _descriptions(pipeline: Entity) -> Iterator[str]:
    """Yield a line for each stage and step with a description."""
    for stage in pipeline.of(layout.STAGE):
        for title, part in (
            (f"Stage {stage.name}", stage),
            *((f"Stage {stage.name}, step {step.name}", step) for step in stage.of(layout.STEP)),
        ):
            description = part.source.text("description")
            if description:
                yield f"{title}: {description}"


def _plays_of(project: Project, stage: Entity) -> list[dict[str, Any]]:
    steps = _by_order(stage.of(layout.STEP))
    if not steps:
        stage.source.lose("", "it has no steps")
    return [
        play for step in steps for play in _plays(project, f"Stage {label(stage.name)}, step {label(step.name)}", step)
    ]


def _by_order(parts: tuple[Entity, ...]) -> list[Entity]:
    """Sort stages or steps; those without an order come last."""
    for part in parts:
        # The folder of a part says where it belongs.
        for member in ("name", "pipeline", "stage"):
            part.source.get(member)
    ranks = [(part.source.get("order"), number) for number, part in enumerate(parts)]
    numbers = [len(parts) if order is None else order for order, _ in ranks]
    return [parts[number] for number in sorted(range(len(parts)), key=lambda number: numbers[number])]


def _plays(project: Project, title: str, step: Entity) -> list[dict[str, Any]]:
    source = step.source
    source.explain("orderedHostGroups", "the step runs no orchestration on them")
    if source.peek("webhook"):
        paths, member, kind = webhook_paths(project), "webhook", "webhook"
        source.explain("orchestration", "the step calls a webhook instead")
    else:
        paths, member, kind = orchestration_paths(project), "orchestration", "orchestration"
    name = source.text(member)
    if name not in paths:
        reason = f"the folder has no {kind} {name!r}" if name else "it names neither an orchestration nor a webhook"
        return [_failure(step, title, member if name else "", reason)]
    play: dict[str, Any] = {"name": title, "ansible.builtin.import_playbook": f"../{paths[name]}"}
    if member == "orchestration" and source.peek("orderedHostGroups"):
        hosts = hosts_in_order(project, source.items("orderedHostGroups"))
        if not hosts:
            return [_failure(step, title, "orderedHostGroups", "its host groups have no hosts")]
        play["vars"] = {HOSTS: hosts}
    return [play]


def _failure(step: Entity, title: str, member: str, reason: str) -> dict[str, Any]:
    """Return a play that fails, as the step does in ComodIT, so that no later step runs."""
    step.source.lose(member, reason)
    message = f"This step was not converted: {label(reason)}."
    return {
        "name": title,
        "hosts": "localhost",
        "connection": "local",
        "gather_facts": False,
        "tasks": [
            {"name": "Report that the step is impossible", "ansible.builtin.fail": {"msg": message}},
        ],
    }
