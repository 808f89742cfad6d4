"""Drafts the edits of a schema until the observations fit it."""

from __future__ import annotations

from attrs import evolve, frozen

from generator import bundle
from generator.config import Config
from generator.learn.checked import Renaming, problems
from generator.learn.evidence import Observations
from generator.learn.folder import SchemaFolder
from generator.learn.names import Names
from generator.learn.operations import OperationDrafts
from generator.learn.parts import PartDrafts
from generator.learn.without_command import list_operations
from generator.taken import of_package

#: An edit may uncover other differences: those of the members of a new operation's response.
MAX_ROUNDS = 6
#: Each time, names that the generator does not accept are replaced.
MAX_ATTEMPTS = 6


@frozen
class Learned:
    """A draft.

    Args:
        folder: The edited files.
        drafted: A line for each edit.
        skipped: A line for each difference that has no edit.
        problems: What prevents the generation from the draft.
    """

    folder: SchemaFolder
    drafted: list[str]
    skipped: list[str]
    problems: list[str]


def learn(observations: Observations, config: Config) -> Learned:
    """Draft the edits of a schema that observations ask for.

    Args:
        observations: What was seen.
        config: The configuration, with the folder of the schema. Nothing is written to it.

    Returns:
        The draft.

    Raises:
        SchemaError: The schema itself has errors.
    """
    unusable: set[str] = set()
    while True:  # it ends: another round needs a name that was not known to be unusable
        draft = _draft(observations, config, unusable)
        found, more = _named(draft.folder, config)
        if more <= unusable:
            list_operations(draft.folder, config)
            return evolve(draft, problems=found)
        unusable |= more


def _named(folder: SchemaFolder, config: Config) -> tuple[list[str], set[str]]:
    """Give other names where the generator demands them. Return other problems, and names that no schema can have."""
    if not folder.changed():
        return [], set()
    renaming = Renaming(folder, config)
    renaming.beside_facade()
    found = problems(folder, config)
    for _ in range(MAX_ATTEMPTS):
        if not renaming.apply(found) or renaming.unusable:
            break
        found = problems(folder, config)
    return found, renaming.unusable


def _draft(observations: Observations, config: Config, unusable: set[str]) -> Learned:
    folder = SchemaFolder(config.schema)
    drafted: list[str] = []
    skipped: list[str] = []
    for _ in range(MAX_ROUNDS):
        with folder.copied() as copy:
            document = bundle.load(copy)
        evidence = observations.compared(document)
        names = Names({*document["components"]["schemas"], *unusable})
        operations = OperationDrafts(folder, document, evidence, names, of_package(config))
        operations.draft()
        parts = PartDrafts(folder, document, evidence, names)
        parts.draft()
        skipped = [*operations.skipped, *parts.skipped]
        if not operations.drafted and not parts.drafted:
            break
        drafted += [*operations.drafted, *parts.drafted]
    return Learned(folder, drafted, list(dict.fromkeys(skipped)), [])
