"""Builds the command line from its files and from the operations that its commands send."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.cli.arguments import arguments
from generator.cli.checks import check
from generator.cli.model import Column, Command, CommandLine, Group, Option, Template, Texts
from generator.cli.operations import Sent, sent_operations
from generator.cli.options import options_of
from generator.cli.read import Sources, file_of
from generator.cli.traits import RUN, traits_of
from generator.errors import SchemaError
from generator.model import Module
from generator.places import Bundle
from generator.secret import secret_members

#: The description of a command whose operation nobody has seen work. That of the operation says why.
UNSURE = "The server may not support this."
#: The number of columns of an object that has none in the index.
MAX_COLUMNS = 5


def command_line(sources: Sources, document: Bundle, modules: list[Module]) -> CommandLine:
    """Build the command line.

    Args:
        sources: The content of its files.
        document: The bundle.
        modules: The modules that are built from it.

    Returns:
        The command line.

    Raises:
        SchemaError: A command cannot work, or an operation has no command.
    """
    return _Builder(sources, document, modules).build()


class _Builder:
    def __init__(self, sources: Sources, document: Bundle, modules: list[Module]) -> None:
        self.index = sources.index
        self.sources = sources
        self.document = document
        self.sent: Mapping[str, Sent] = sent_operations(document, modules, self.index.get("labels", {}))
        self.options = {name: _option(name, option) for name, option in self.index["options"].items()}
        self.findings: list[str] = []

    def build(self) -> CommandLine:
        groups = {word: self._group((word,), content) for word, content in self.sources.groups.items()}
        commands = dict(self._commands((), self.index.get("commands", {})))
        root = Group((), self.index["summary"], "", commands, groups)
        templates = {name: _template(shown) for name, shown in self.index.get("templates", {}).items()}
        line = CommandLine(
            name=self.index["name"],
            options=self.options,
            columns=self._columns(),
            root=root,
            members=self._members(),
            secrets=self._secrets(),
            templates=templates,
            texts=_texts(self.index),
        )
        # A command that was not built would make findings about what it uses.
        findings = self.findings or check(line, self.sources, self.sent, self.document)
        if findings:
            raise SchemaError(findings)
        return line

    def _columns(self) -> dict[str, tuple[Column, ...]]:
        described: dict[str, Any] = {sent.item: sent.scalars[:MAX_COLUMNS] for sent in self.sent.values() if sent.item}
        described |= self.index.get("columns", {})
        return {name: tuple(map(_column, columns)) for name, columns in sorted(described.items())}

    def _members(self) -> dict[str, tuple[str, ...]]:
        schemas = self.document["components"]["schemas"]
        return {name: tuple(schemas.get(name, {}).get("properties", ())) for name in self._items()}

    def _secrets(self) -> dict[str, tuple[str, ...]]:
        found = {
            name: tuple(secret_members(self.document, {"$ref": f"#/components/schemas/{name}"}))
            for name in self._items()
        }
        return {name: members for name, members in found.items() if members}

    def _items(self) -> list[str]:
        return sorted({sent.item for sent in self.sent.values() if sent.item})

    def _group(self, words: tuple[str, ...], content: Mapping[str, Any]) -> Group:
        return Group(
            words,
            content["summary"],
            content.get("description", ""),
            dict(self._commands(words, content.get("commands", {}))),
            {word: self._group((*words, word), group) for word, group in content.get("groups", {}).items()},
        )

    def _commands(self, words: tuple[str, ...], commands: Mapping[str, Any]) -> Iterator[tuple[str, Command]]:
        for word, content in commands.items():
            described = {"operation": content} if isinstance(content, str) else content
            try:
                yield word, self._command((*words, word), described)
            except SchemaError as error:
                place = f"{file_of(self.sources, (*words, word))}: command {' '.join((*words, word))}"
                self.findings += [f"{place}: {finding}" for finding in error.findings]

    def _command(self, words: tuple[str, ...], content: Mapping[str, Any]) -> Command:
        names = [*([content["operation"]] if "operation" in content else []), *content.get("operations", ())]
        unknown = [name for name in names if name not in self.sent]
        if unknown:
            raise SchemaError([f"the operation {name} does not exist: correct its name" for name in unknown])
        sent = self.sent[content["operation"]] if "operation" in content else None
        if sent is None and "summary" not in content:
            raise SchemaError(["without an operation, it has no summary: add one"])
        if sent is None and "run" not in content:
            raise SchemaError(["it has neither an operation nor a function: add operation or run"])
        kind = content.get("kind") or (sent.kind if sent else RUN)
        found = arguments(content, sent, self.sent, self.index.get("arguments", {}))
        traits = traits_of(kind, content.get("traits", ()))
        taken = {argument.query for argument in found} | set(content.get("query", {}))
        keys, added = options_of(content, sent, self.options, taken)
        self.options |= added
        current = sent.current if sent and kind == "update" else ""
        summary = content.get("summary") or (sent.operation.summary if sent else "")
        return Command(
            words=words,
            kind=kind,
            summary=summary,
            description=content.get("description") or _described(content, sent),
            operation=content.get("operation", ""),
            request=sent.request if sent else "",
            operations=tuple(names),
            run=content.get("run", ""),
            current=current,
            arguments=found,
            traits=traits,
            options=keys,
            query=content.get("query", {}),
            question=content.get("question") or (summary.rstrip(".") if "confirm" in traits else ""),
            result=content.get("result") or (sent.item if sent else ""),
            body=sent.body if sent else "",
            columns=tuple(map(_column, content.get("columns", ()))),
        )


def _described(content: Mapping[str, Any], sent: Sent | None) -> str:
    if sent is None or "run" in content:
        return ""
    return UNSURE if sent.operation.confidence == "inferred" else sent.operation.description


def _template(content: Mapping[str, Any]) -> Template:
    return Template(**{key: tuple(members) for key, members in content.items()})


def _texts(index: Mapping[str, Any]) -> Texts:
    return Texts(**{key: index[key] for key in ("sections", "exit_statuses", "environment", "files") if key in index})


def _column(content: Any) -> Column:
    described = {"member": content} if isinstance(content, str) else content
    member: str = described["member"]
    return Column(member, described.get("title") or member.rpartition(".")[2], described.get("format", ""))


def _option(name: str, content: Mapping[str, Any]) -> Option:
    value = content.get("value") or ("|".join(content["choices"]) if "choices" in content else "")
    return Option(
        name=name,
        flags=tuple(content["flags"]),
        description=content["description"],
        value=value,
        choices=tuple(content.get("choices", ())),
        repeated=content.get("repeated", False),
        query=content.get("query", {}),
        parameter=content.get("parameter", ""),
        completes=content.get("completes", ""),
        kinds=tuple(content.get("for", ())),
        hidden=tuple(content.get("hidden", ())),
        listed=content.get("listed", False),
    )
