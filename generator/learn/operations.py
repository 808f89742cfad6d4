"""Drafts operations that the schema does not have."""

from __future__ import annotations

import keyword
from collections.abc import Collection
from typing import Any

from generator.bundle import operations
from generator.exchanges import Exchange
from generator.fragments import Document
from generator.learn.bodies import Bodies
from generator.learn.evidence import Evidence
from generator.learn.folder import SchemaFolder
from generator.learn.homes import Home, Homes, is_parameter, segments
from generator.learn.names import Names, singular
from generator.names import snake_case
from generator.places import Bundle, joined

#: Statuses of a server that does not have the operation.
MISSING = (404, 405, 501)
OF_COLLECTION = {"GET": "list", "POST": "create", "PUT": "change", "DELETE": "clear"}
OF_MEMBER = {"GET": "get", "POST": "create", "PUT": "update", "DELETE": "delete", "HEAD": "exists"}
SUMMARIES = {
    "list": "List the {many}.",
    "get": "Get the {one}.",
    "create": "Create a {one}.",
    "update": "Update the {one}.",
    "delete": "Delete the {one}.",
    "clear": "Delete all {many}.",
}
DESCRIPTION = "Drafted from recorded requests; its exact behavior is unknown."
PARAMETERS = ("components", "parameters")


class OperationDrafts:
    """Drafts operations.

    Args:
        folder: The files to edit.
        document: The bundle that they make.
        evidence: What was seen.
        names: The names of schemas that are in use.
        reserved: The names that no module of the wire layer may have.

    Attributes:
        drafted: A line for each operation.
        skipped: A line for each operation that is not drafted.
    """

    def __init__(
        self, folder: SchemaFolder, document: Bundle, evidence: Evidence, names: Names, reserved: Collection[str]
    ) -> None:
        self._folder = folder
        self._document = document
        self._evidence = evidence
        self._homes = Homes(folder, document, reserved)
        self._bodies = Bodies(folder, names)
        self._verbs: dict[str, set[str]] = {}
        for path, method, operation in operations(document):
            file, _ = document.origins["paths", path, method]
            self._verbs.setdefault(file, set()).add(operation["operationId"].partition(".")[2])
        self.drafted: list[str] = []
        self.skipped: list[str] = []

    def draft(self) -> None:
        """Edit the files."""
        found = self._evidence.operations
        paths = {path: _with_unique_parameters(path) for _, path in found}
        drafts: dict[tuple[Home, str, str], list[Exchange]] = {}
        # A collection comes before its members, so that they share its fragment and its schemas.
        for (method, path), exchanges in sorted(found.items(), key=lambda one: (one[0][1], one[0][0] != "GET")):
            if all(exchange.status in MISSING for exchange in exchanges):
                status = exchanges[0].status
                self.skipped.append(f"{method} {path}: the server returned {status}: it has no such operation")
            elif not segments(path) or method.lower() in self._document["paths"].get(paths[path], {}):
                self.skipped.append(f"{method} {path}: a segment of the path is empty: the request is not valid")
            else:
                is_list = any(_is_list(exchange.response) for exchange in exchanges)
                home = self._homes.of(method, paths[path], list(paths.values()), is_list)
                same = [one for one in drafts if one[0].is_same(home, one[1], paths[path]) and one[2] == method]
                drafts.setdefault(same[0] if same else (home, paths[path], method), []).extend(exchanges)
        for (home, path, method), exchanges in drafts.items():
            self._operation(home, path, method, exchanges)

    def _operation(self, home: Home, path: str, method: str, exchanges: list[Exchange]) -> None:
        for name in [part[1:-1] for part in segments(path) if is_parameter(part)]:
            self._add_parameter(name)
        verb = self._verb(home, method, path, exchanges)
        many = home.subject.replace("_", " ")
        summary = SUMMARIES.get(verb, f"Run the observed operation {verb}.")
        operation: Document = {
            "operationId": f"{'{tag}' if home.is_mounted else home.tag}.{verb}",
            "summary": summary.format(one=singular(many), many=many),
            "description": DESCRIPTION,
            "x-source": ["observed"],
            "x-confidence": "observed",
        }
        operation |= self._bodies.described(home, verb, exchanges)
        self._folder.files[home.file].add_below(("paths", home.source(path)), method.lower(), operation)
        self.drafted.append(f"{home.file}: {joined(('paths', home.source(path), method.lower()))}: operation")

    def _add_parameter(self, name: str) -> None:
        text = self._folder.files["openapi.yaml"]
        known: Document = text.value(PARAMETERS) or {}
        if name in known:
            return
        in_paths = [key for key, parameter in known.items() if parameter["in"] == "path"]
        schema = {
            "name": name,
            "in": "path",
            "required": True,
            "description": f"Name of the {name.replace('_', ' ')}; observed in a path.",
            "schema": {"type": "string", "minLength": 1},
            "example": f"{name}-1",
        }
        if in_paths:
            text.add_key(PARAMETERS, name, schema, after=in_paths[-1])
        else:
            text.add_below(PARAMETERS, name, schema)

    def _verb(self, home: Home, method: str, path: str, exchanges: list[Exchange]) -> str:
        taken = self._verbs.setdefault(home.file, set())
        wanted = _wanted_verb(home, method, path, any(_is_list(exchange.response) for exchange in exchanges))
        words = [part for part in segments(path) if not part.startswith(("{", "_"))]
        subject = singular(snake_case(words[-1])) if words else home.tag
        longer = f"{wanted}_{subject}" if subject.isidentifier() else f"{method.lower()}_{wanted}"
        options = [wanted, longer, *(f"{longer}_{number}" for number in range(2, 100))]
        verb = next(option for option in options if option not in taken)
        taken.add(verb)
        return verb


def _wanted_verb(home: Home, method: str, path: str, is_list: bool) -> str:
    last = segments(path)[-1] if segments(path) else home.tag
    if is_parameter(last):
        return OF_MEMBER.get(method, method.lower())
    word = snake_case(last.strip("_.-")).strip("_")
    word = word if word[:1].isalpha() and word.isascii() else f"run_{word}" if word.isascii() else "run"
    word = f"{word}_" if keyword.iskeyword(word) else word
    if last.startswith("_"):
        return word
    if path.endswith("/") or is_list or word == home.collection:
        return OF_COLLECTION.get(method, method.lower()) if is_list or method != "GET" or path.endswith("/") else "get"
    prefix = {"GET": "get_", "PUT": "set_", "DELETE": "delete_"}.get(method, "")
    return f"{prefix}{word}"


def _is_list(value: Any) -> bool:
    return isinstance(value, list) or (isinstance(value, dict) and isinstance(value.get("items"), list))


def _with_unique_parameters(path: str) -> str:
    """Return a path whose parameters have different names, which are Python names."""
    seen: set[str] = set()
    parts = []
    for part in path.split("/"):
        if is_parameter(part):
            name = snake_case(part[1:-1]).strip("_")
            name = f"{name}_name" if keyword.iskeyword(name) else name
            while name in seen:
                name = f"other_{name}"
            seen.add(name)
            part = f"{{{name}}}"
        parts.append(part)
    return "/".join(parts)
