"""Regenerate a package from its schema and async facade. With `--check`, only compare."""

from __future__ import annotations

import argparse
import gc
import json
import sys
from pathlib import Path

from attrs import evolve

from generator import bundle, drift, json_schema, old_names, output
from generator.built import built
from generator.cli.files import built_line, documents, package
from generator.cli.model import CommandLine
from generator.commands import Command
from generator.config import Config, read_config
from generator.copied import copied
from generator.derive import derive
from generator.diff.command import DIFF
from generator.errors import SchemaError
from generator.exports import exports
from generator.gate.commands import ADDITIONS, BREAKING
from generator.learn import command as learn
from generator.model import Module
from generator.module_pages import module_pages
from generator.paths import CONFIG
from generator.places import Bundle
from generator.reference import reference
from generator.render import doc, render

COMMANDS: tuple[Command, ...] = (DIFF, BREAKING, ADDITIONS, drift.COMMAND, learn.COMMAND)


def generate(schema: Path | None = None, facade: Path | None = None, config: Config | None = None) -> output.Tree:
    """Generate the files of the package.

    Args:
        schema: The folder of the schema, if it is not the configured one.
        facade: The folder of the async facade, if it is not the configured one.
        config: The configuration; None for the project's own.

    Returns:
        The text of each file, by its path below the generated package.

    Raises:
        SchemaError: The schema or the facade cannot be turned into code.
    """
    config = config or read_config(CONFIG)
    if schema is not None:
        config = config.with_schema(schema)
    if facade is not None and config.facade is not None:
        config = evolve(config, facade=evolve(config.facade, folder=facade))
    document, modules = built(config)
    return _package(document, modules, built_line(document, modules, config), config)


def trees(config: Config) -> dict[Path, output.Tree]:
    """Generate all files.

    Args:
        config: The configuration.

    Returns:
        The text of each file, by its path, for each folder that is generated.

    Raises:
        SchemaError: The schema or the facade cannot be turned into code.
    """
    document, modules = built(config)
    line = built_line(document, modules, config)
    found = {
        config.folder: _package(document, modules, line, config),
        config.schema / json_schema.FOLDER: json_schema.json_schemas(),
    }
    if config.reference is not None:
        found[config.reference.folder] = output.formatted(reference(document, modules, config), config)
    found |= module_pages(found[config.folder], modules, config)
    return found | (documents(line, config) if line is not None else {})


def _package(document: Bundle, modules: list[Module], line: CommandLine | None, config: Config) -> output.Tree:
    wire = render(modules, config)
    tree: output.Tree = {f"wire/{name}": content for name, content in (wire | copied(config)).items()}
    tree |= {f"schema/{name}": content for name, content in _schema(document, config).items()}
    packages = ["wire", "schema"]
    facade = config.facade
    if facade is not None:
        tree |= {f"_exports/{name}": content for name, content in exports(facade, wire, config).items()}
        derived = old_names.add(derive(facade, config), facade, config)
        tree |= {f"{facade.blocking}/{name}": content for name, content in derived.items()}
        packages += ["_exports", facade.blocking]
    files = config.command_line
    if files is not None and line is not None:
        tree |= {f"{files.package}/{name}": content for name, content in package(line, document, config).items()}
        packages.append(files.package)
    python = output.formatted({path: text for path, text in tree.items() if path.endswith(".py")}, config)
    return tree | python | {f"{package}/py.typed": "" for package in packages}


def _schema(document: Bundle, config: Config) -> output.Tree:
    """Return the files of the bundled schema."""
    title, name, head = document["info"]["title"], config.bundle, config.head(config.source)
    text = f"The OpenAPI description of {title}'s API: `{name}.yaml` to read, `{name}.json` to load fast."
    return {
        "__init__.py": f'{head}"""{doc(text, 0)}"""\n',
        f"{name}.yaml": head + bundle.dump(document),
        f"{name}.json": json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n",
    }


def main() -> int:
    """Run the command.

    Returns:
        The exit status: 0, or 1 if the schema has errors or `--check` finds a difference.
    """
    parser = argparse.ArgumentParser(prog="python -m generator", description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with the existing files, write nothing")
    parser.add_argument("--config", type=Path, default=CONFIG, help="the configuration (default: %(default)s)")
    parser.set_defaults(run=_regenerate)
    commands = parser.add_subparsers(metavar="command")
    for command in COMMANDS:
        added = commands.add_parser(command.name, help=command.help, description=command.help)
        command.add_arguments(added)
        added.set_defaults(run=command.run)
    arguments = parser.parse_args()
    try:
        status: int = arguments.run(arguments)
        return status
    except SchemaError as error:
        print(error, file=sys.stderr)
        return 1


def _regenerate(arguments: argparse.Namespace) -> int:
    config = read_config(arguments.config)
    json_schema.check_modelines(config.schema)
    generated = trees(config)
    if not arguments.check:
        for folder, tree in generated.items():
            output.write(tree, folder)
        return 0
    found = [
        f"{folder.name}: {line}" for folder, tree in generated.items() for line in output.differences(tree, folder)
    ]
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    gc.disable()  # of the objects that are made, almost none is garbage before the process ends: a seventh of its time
    sys.exit(main())
