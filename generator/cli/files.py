"""Makes the files of the command line: the table of commands, the reference and the manual pages."""

from __future__ import annotations

from pathlib import Path

from generator.cli.build import command_line
from generator.cli.manual import manual_pages
from generator.cli.model import CommandLine
from generator.cli.pages import reference_pages
from generator.cli.read import read_sources
from generator.cli.tables import tables
from generator.cli.templates import templates
from generator.config import Config
from generator.model import Module
from generator.output import Tree
from generator.places import Bundle


def built_line(document: Bundle, modules: list[Module], config: Config) -> CommandLine | None:
    """Build the command line.

    Args:
        document: The bundle.
        modules: The modules that are built from it.
        config: The configuration.

    Returns:
        The command line; None if the package has none.

    Raises:
        SchemaError: Its files have errors.
    """
    files = config.command_line
    return None if files is None else command_line(read_sources(files.folder), document, modules)


def package(line: CommandLine, document: Bundle, config: Config) -> Tree:
    """Write the package with the table of commands.

    Args:
        line: The command line.
        document: The bundle, with its examples.
        config: The configuration.

    Returns:
        The text of each module, by its file.
    """
    return tables(line, templates(line, document), config, _source(config))


def documents(line: CommandLine, config: Config) -> dict[Path, Tree]:
    """Write the pages that are configured.

    Args:
        line: The command line.
        config: The configuration.

    Returns:
        The text of each page, by its file, for each folder.
    """
    files, found = config.command_line, {}
    if files is not None and files.pages is not None:
        found[files.pages] = reference_pages(line, config, files.source)
    if files is not None and files.manual is not None:
        found[files.manual] = manual_pages(line, config, files.source)
    return found


def _source(config: Config) -> str:
    return "" if config.command_line is None else config.command_line.source
