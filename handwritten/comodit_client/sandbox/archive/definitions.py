"""Applications, platforms and distributions of an archive, with their parts and contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.archive.reading import (
    Entity,
    contents,
    is_file,
    members,
    objects,
    pieces,
    unusable,
)
from comodit_client.sandbox.archive.storing import add, add_settings, stored, with_defaults
from comodit_client.sandbox.http.uploads import Upload
from comodit_client.sandbox.operations.definitions import RESOURCES
from comodit_client.sandbox.operations.parts import HIDDEN, PARTS
from comodit_client.sandbox.operations.store_marks import STORE_MARKS
from comodit_client.sandbox.state.contents import FILE, THUMBNAIL

if TYPE_CHECKING:
    from pathlib import Path

    from comodit_client.sandbox.state.store import Document, Node, Store

_THUMBNAIL = "thumb"


def load_definition(store: Store, organization: Node, kind: str, entity: Entity) -> None:
    """Load an application, a platform or a distribution.

    Args:
        store: The state.
        organization: The owner.
        kind: "applications", "platforms" or "distributions".
        entity: The entity.

    Raises:
        ApiError: A file cannot be read, or a name is missing or occurs twice.
    """
    definition = add(store, entity, organization, kind, _document(kind, entity), _marks(entity.document))
    if kind != "applications":
        add_settings(store, entity, definition)
    for name, content in contents(entity, [file["name"] for file in definition.doc["files"]]):
        store.contents.write(definition.id, FILE, name, _uploaded(store, content))
    picture = entity.place / _THUMBNAIL
    if kind != "platforms" and is_file(picture):
        store.contents.write(definition.id, THUMBNAIL, "", _uploaded(store, picture))


def _document(kind: str, entity: Entity) -> Document:
    own_settings = () if kind == "applications" else ("settings",)
    doc = stored(entity.document, {"organization", *own_settings, *STORE_MARKS, *HIDDEN})
    doc["files"] = [_file(kind, file) for file in objects(doc, "files")]
    doc["parameters"] = [_parameter(parameter) for parameter in objects(doc, "parameters")]
    if kind == "applications":
        doc |= {name: objects(doc, name) for name in RESOURCES}
        doc["handlers"] = [with_defaults(handler, {"do": [], "on": []}) for handler in doc["handlers"]]
        for part in HIDDEN:
            doc[part] = [stored(found.document) for found in members(entity, part)]
    for part in (name for name in PARTS if name in doc):
        _check_names(entity, part, [item.get("name") for item in doc[part]])
    return doc


def _check_names(entity: Entity, part: str, names: list[object]) -> None:
    if not all(isinstance(name, str) and name for name in names):
        raise unusable(entity.place, f"one of the {part} has no name")
    if len(set(names)) < len(names):
        raise unusable(entity.place, f"two of the {part} have the same name")


def _file(kind: str, file: Document) -> Document:
    """Return a file with the marks of its template, which old exports may lack."""
    if kind != "applications":
        return with_defaults(_template(file), {"version": 0})
    template = file.get("template")
    return {**file, "template": _template(template if isinstance(template, dict) else {"name": file.get("name")})}


def _template(template: Document) -> Document:
    delimiter = template.get("delimiter")
    given = delimiter if isinstance(delimiter, dict) else {}
    return {**template, "delimiter": {**given, "start": given.get("start") or "${", "end": given.get("end") or "}"}}


def _parameter(parameter: Document) -> Document:
    """Return a parameter with both a name and a key."""
    name = parameter.get("name") or parameter.get("key")
    return stored(with_defaults(parameter, {"name": name, "key": name}))


def _marks(document: Document) -> Document:
    """Return the relations to the store, whose entries are not in an archive."""
    data = {name: document[name] for name in ("publishedAs", "purchasedAs") if document.get(name)}
    kept = {name: document[name] for name in ("canPull", "canPush") if document.get(name)}
    return {**data, "marks": kept} if kept else data


def _uploaded(store: Store, file: Path) -> Upload:
    upload = Upload(store.contents)
    for piece in pieces(file):
        upload.feed(piece)
    return upload
