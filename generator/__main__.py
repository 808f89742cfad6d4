"""Regenerate generated/ from schema/ and the async facade. With `--check`, only compare."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from generator import bundle, drift, old_names, output
from generator.build import build
from generator.check import check
from generator.commands import Command
from generator.derive import derive
from generator.errors import SchemaError
from generator.exports import exports
from generator.learn import command as learn
from generator.parse import parse
from generator.paths import GENERATED, HANDWRITTEN, RUNTIME, SCHEMA
from generator.render import HEADER, render

COMMANDS: tuple[Command, ...] = (drift.COMMAND, learn.COMMAND)
SCHEMA_DOC = '"""The OpenAPI description of ComodIT\'s API: `comodit.yaml` to read, `comodit.json` to load fast."""\n'


def generate(schema: Path = SCHEMA, facade: Path = HANDWRITTEN / "aio") -> output.Tree:
    """Generate all files.

    Args:
        schema: The folder of the schema.
        facade: The folder of the async facade.

    Returns:
        The text of each file, by its path below generated/comodit_client.

    Raises:
        SchemaError: The schema or the facade cannot be turned into code.
    """
    document = bundle.load(schema)
    check(document)
    modules = build(document, parse(document))
    tree: output.Tree = {f"wire/{name}": content for name, content in render(modules).items()}
    for file in sorted(RUNTIME.glob("*.py")):
        header = HEADER.format(source=f"generator/runtime/{file.name}")
        tree[f"wire/{file.name}"] = header + file.read_text(encoding="utf-8")
    tree |= {f"_exports/{name}": content for name, content in exports(facade, render(modules)).items()}
    tree |= {f"api/{name}": content for name, content in old_names.add(derive(facade)).items()}
    tree["schema/__init__.py"] = HEADER.format(source="schema/") + SCHEMA_DOC
    python = output.formatted(tree)
    python |= {f"{package}/py.typed": "" for package in ("wire", "api", "schema", "_exports")}
    python["schema/comodit.yaml"] = HEADER.format(source="schema/") + bundle.dump(document)
    python["schema/comodit.json"] = json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"
    return python


def main() -> int:
    """Run the command.

    Returns:
        The exit status: 0, or 1 if the schema has errors or `--check` finds a difference.
    """
    parser = argparse.ArgumentParser(prog="python -m generator", description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with the existing files, write nothing")
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
    tree = generate()
    if not arguments.check:
        output.write(tree, GENERATED)
        return 0
    found = output.differences(tree, GENERATED)
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
