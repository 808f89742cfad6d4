"""The files of a folder that describes a desired state."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from comodit_client.disk.layout import APPLICATION_CONTEXT, CONTENTS, DEFINITION, HOST, ORGANIZATION, THUMBNAIL
from comodit_client.disk.place import Place

JSON, YAML = ".json", (".yaml", ".yml")
#: The names of the files that stand in place of a definition.
DEFINITIONS = frozenset(f"{DEFINITION.removesuffix(JSON)}{suffix}" for suffix in YAML)
#: The files of a host's parts.
PARTS = frozenset(single.file for single in HOST.singles)
#: The folders whose entities have files with contents, and may be named like the folder of these.
WITH_CONTENTS = frozenset(part.folder for part in ORGANIZATION.parts if part.contents)


@frozen
class Files:
    """The files of a folder that describes a desired state.

    Args:
        folder: The folder.
        documents: The YAML files.
        others: The JSON files, contents and pictures.
    """

    folder: Place
    documents: list[Place]
    others: list[Place]


def find(folder: Place) -> Files:
    """Find the files of a folder that describes a desired state.

    Args:
        folder: The folder.

    Returns:
        The files. Other files, and the hidden ones of tools, are left out.

    Raises:
        UnusableFile: The folder cannot be read, or a symbolic link is in it.
    """
    found = Files(folder, [], [])
    _collect(folder, found)
    return found


def json_file(file: Place) -> tuple[str, ...]:
    """Return the JSON file in whose place a YAML file stands.

    Args:
        file: The YAML file.

    Returns:
        The names that lead to the JSON file from the folder at the top; nothing if it stands in place of none.
    """
    *above, name = file.parts
    instead = f"{name.rpartition('.')[0]}{JSON}"
    is_part = instead in PARTS and above[-2:-1] == [HOST.folder]
    is_context = above[-1:] == [APPLICATION_CONTEXT.folder] and above[-3:-2] == [HOST.folder]
    return (*above, instead) if name in DEFINITIONS or is_part or is_context else ()


def _collect(folder: Place, found: Files) -> None:
    for name in folder.names():
        file = folder / name
        if name.startswith(".") and _is_hidden(file):
            continue
        if file.is_folder():
            if name == CONTENTS and not _is_entity(file):
                found.others.extend(_contents(file))
            else:
                _collect(file, found)
        elif name.endswith(YAML):
            found.documents.append(file)
        elif name.endswith(JSON) or name == THUMBNAIL:
            found.others.append(file)


def _is_hidden(file: Place) -> bool:
    """Return whether a name with a dot is that of a tool, such as .git or .#x.yaml, and not that of an entity."""
    return len(file.parts) == 1 or (file.name.endswith(YAML) and not json_file(file))


def _contents(folder: Place) -> Iterator[Place]:
    return (folder / name for name in folder.names() if not (folder / name).is_folder())


def _is_entity(folder: Place) -> bool:
    """Return whether a folder with the name of contents is that of an entity with this name."""
    return folder.parent.name in WITH_CONTENTS and not DEFINITIONS.union({DEFINITION}).isdisjoint(folder.names())
