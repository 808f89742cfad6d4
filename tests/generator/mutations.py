"""Mutations of the files of schema/, made from a seed: the same seed gives the same mutation."""

from __future__ import annotations

import copy
import functools
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.paths import ROOT

SCHEMA = ROOT / "schema"
Node = dict[str, Any] | list[Any]
#: Names and texts that mean something to Python, YAML, JSON Schema, OpenAPI or the templates.
TEXTS = [
    *("", " ", "a b", "class", "None", "self", "value", "body", "upload", "str", "property", "print", "match", "_x"),
    *("__class__", "é", "日本", "x" * 300, '"""', "\\", "'", "{x}", "}{", "{{ x }}", "\n", "\t", "# x", "a/b", "../x"),
    *("#/components/schemas/Nope", "#/components/parameters/host", "#", "$ref", "object", "array", "null", "string"),
    *("password", "binary", "cookie", "path", "default", "200", "2XX", "get", "View", "Any", "hosts.get", "x-list-of"),
    *("\x00", "\ud800", "\ufeff", "%s", "{owner}", "{tag}", "/{host}", "true", "2020-01-31", "<<", "*x", "&x", "!!x"),
]
VALUES = [None, True, False, 0, -1, 10**30, 1.5, [], {}, [None], [[]], [{}], {"": {}}, {"$ref": "x"}, {"$ref": 3}]
KEYS = [
    *("$ref", "allOf", "anyOf", "oneOf", "not", "enum", "const", "default", "items", "properties", "type", "format"),
    *("additionalProperties", "required", "servers", "security", "deprecated", "callbacks", "discriminator", "style"),
    *(
        "x-python-name",
        "x-python-alias",
        "x-python-datetime",
        "x-in-place",
        "x-slashes",
        "x-mounts",
        "examples",
        "example",
        "tag",
        "tags",
        "parameters",
        "in",
        "name",
    ),
]
LINES = [
    "<<: *a",
    "a: &a [*a]",
    "x: !!python/object:os.X {}",
    "- x",
    "? [a]",
    "---",
    "\tx: 1",
    "2020-01-31: x",
    "x: *y",
]


def parts(document: Any) -> Iterator[Node]:
    """Iterate over the mappings and lists in a document, itself included; one that has aliases comes once."""
    seen: set[int] = set()
    waiting = [document]
    while waiting:
        node = waiting.pop()
        if isinstance(node, (dict, list)) and id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting += node.values() if isinstance(node, dict) else node


class Mutant:
    """A mutation of one file of the schema.

    Args:
        seed: What makes the mutation.
        files: The texts of the schema's files by their names.
    """

    def __init__(self, seed: int, files: dict[str, str]) -> None:
        self.random = random.Random(seed)
        self.file = self.random.choice(sorted(files))
        self.text = files[self.file]
        for _ in range(self.random.choice([1, 1, 1, 2, 5])):
            self._mutate_text() if self.random.random() < 0.3 else self._mutate_tree()

    def _mutate_tree(self) -> None:
        try:
            self.document = yaml.safe_load(self.text)
        except (yaml.YAMLError, ValueError):
            self._mutate_text()  # an earlier mutation of the text left no document
            return
        if not isinstance(self.document, dict):
            return
        nodes = [node for node in parts(self.document) if node]
        if nodes:
            changes = [
                self._delete,
                self._replace,
                self._rename,
                self._copy,
                self._add,
                self._swap,
                self._nest,
                self._word,
            ]
            self.random.choice(changes)(self.random.choice(nodes))
        self.text = yaml.dump(self.document, Dumper=yaml.SafeDumper, sort_keys=False, allow_unicode=False)

    def _key(self, node: Node) -> Any:
        return self.random.choice(list(node)) if isinstance(node, dict) else self.random.randrange(len(node))

    def _delete(self, node: Node) -> None:
        del node[self._key(node)]

    def _replace(self, node: Node) -> None:
        node[self._key(node)] = copy.deepcopy(self.random.choice([*VALUES, *TEXTS]))

    def _rename(self, node: Node) -> None:
        if isinstance(node, dict):
            node[self.random.choice([*TEXTS, *KEYS, *VALUES[:6]])] = node.pop(self._key(node))

    def _copy(self, node: Node) -> None:
        other = self.random.choice([part for part in parts(self.document) if part])
        value = other[self._key(other)]
        if self.random.random() < 0.5:
            value = copy.deepcopy(value)  # otherwise an alias, perhaps of a part that holds this one
        if isinstance(node, dict):
            node[self.random.choice([self._key(node), self._key(node), *KEYS[:3], "copy"])] = value
        else:
            node.append(value)

    def _add(self, node: Node) -> None:
        if isinstance(node, dict):
            node[self.random.choice(KEYS)] = copy.deepcopy(self.random.choice([*VALUES, *TEXTS]))
        else:
            node.insert(0, copy.deepcopy(self.random.choice([*VALUES, *TEXTS])))

    def _swap(self, node: Node) -> None:
        one, two = self._key(node), self._key(node)
        node[one], node[two] = node[two], node[one]

    def _nest(self, node: Node) -> None:
        key = self._key(node)
        for _ in range(self.random.choice([1, 2, 20, 60])):
            node[key] = self.random.choice([[node[key]], {"items": node[key]}, {"anyOf": [node[key]]}])

    def _word(self, node: Node) -> None:
        """Replace a text by another one of the same document, so that it often means something."""
        texts = [item for part in parts(self.document) for item in (part.values() if isinstance(part, dict) else part)]
        node[self._key(node)] = self.random.choice([text for text in texts if isinstance(text, str)] or ["x"])

    def _mutate_text(self) -> None:
        lines = self.text.splitlines(keepends=True) or ["\n"]
        index = self.random.randrange(len(lines))
        change: Callable[[], str] = self.random.choice(
            [
                lambda: "",
                lambda: lines[index] * 2,
                lambda: f"  {lines[index]}",
                lambda: lines[index].lstrip(" "),
                lambda: f"{lines[index].rstrip()} {self.random.choice(TEXTS)}\n",
                lambda: f"{self.random.choice(LINES)}\n{lines[index]}",
                lambda: self.random.choice(lines),
                lambda: "".join(self.random.sample(lines[index], len(lines[index]))),
                lambda: lines[index].replace(self.random.choice(lines[index]), self.random.choice(TEXTS)),
                lambda: lines[index].replace(":", ": &a", 1),
            ]
        )
        lines[index] = change()
        self.text = "".join(lines)

    def write(self, folder: Path) -> None:
        """Write the file; half-way texts that UTF-8 has no form for are part of the game."""
        (folder / self.file).write_bytes(self.text.encode("utf-8", "surrogatepass"))


@functools.cache
def subsets() -> list[dict[str, str]]:
    """Return small parts of the real schema that are complete: some files, each with all that it refers to."""
    texts = {file.name: file.read_text(encoding="utf-8") for file in sorted(SCHEMA.glob("*.yaml"))}
    # A family of paths makes up to a dozen modules, all alike: it takes long and adds nothing.
    texts = {name: _with_two_mounts(text) if "x-mounts:" in text else text for name, text in texts.items()}
    documents = {name: yaml.safe_load(text) for name, text in texts.items()}
    homes = {
        f"#/components/schemas/{name}": file
        for file, document in documents.items()
        for name in document.get("components", {}).get("schemas", {})
        if file != "openapi.yaml"
    }
    used = {file: _used(texts[file], documents[file], homes) for file in texts}

    def needed(start: str) -> set[str]:
        files = {"openapi.yaml"}
        waiting = [start]
        while waiting:
            file = waiting.pop()
            if file not in files:
                files.add(file)
                waiting += used[file]
        return files

    found = [needed(file) for file in texts if file != "openapi.yaml"]
    return [
        {file: texts[file] for file in sorted(files - {"openapi.yaml"})}
        | {"openapi.yaml": _front(documents["openapi.yaml"], "".join(texts[file] for file in files))}
        for files in found
        if len(files) <= 3
    ]


def _used(text: str, document: Any, homes: dict[str, str]) -> set[str]:
    """Return the files with the schemas that a file refers to."""
    lists = {node["x-list-of"] for node in parts(document) if isinstance(node, dict) and "x-list-of" in node}
    return {
        home
        for reference, home in homes.items()
        if f"'{reference}'" in text or reference.removeprefix("#/components/schemas/") in lists
    }


def _with_two_mounts(text: str) -> str:
    content = yaml.safe_load(text)
    return yaml.safe_dump(content | {"x-mounts": content["x-mounts"][:2]}, sort_keys=False)


def _front(front: dict[str, Any], used: str) -> str:
    """Leave out the parameters that a subset does not use; most time would go into reading them."""
    components = front["components"]
    parameters = {
        name: parameter
        for name, parameter in components["parameters"].items()
        if f"{{{name}}}" in used or f"parameters/{name}'" in used
    }
    return yaml.safe_dump(front | {"components": components | {"parameters": parameters}}, sort_keys=False)
