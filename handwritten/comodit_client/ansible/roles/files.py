"""Directories, and files with their contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from comodit_client.ansible.archive import Entity
from comodit_client.ansible.role_keys import RoleKeys
from comodit_client.ansible.roles.role import Role
from comodit_client.ansible.roles.steps import Steps, Task, mode_of, named, task
from comodit_client.ansible.sources import Source
from comodit_client.ansible.templates import convert_template
from comodit_client.ansible.texts import one_line
from comodit_client.ansible.yaml_text import literal
from comodit_client.disk.names import file_names
from comodit_client.disk.payloads import list_member
from comodit_client.disk.place import Place
from comodit_client.rest.exceptions import ExportException

#: The variables that the server gives to the template of a file.
_OF_THE_FILE = ("path", "mode")
#: The permissions of what has none, so that they do not depend on the machine.
_FILE_MODE, _DIRECTORY_MODE = "0644", "0755"


@frozen
class Content:
    """The content of a file in a role.

    Attributes:
        source: The path in `templates` or `files`.
        module: The module that writes it.
        keys: The keys of settings that its template may use, with the names of variables of the server.
    """

    source: str
    module: str
    keys: frozenset[str] = frozenset()


@frozen
class RoleFile:
    """A file of an application.

    Attributes:
        name: Its name in the application.
        path: Its path on the machine.
        task: The task that writes it.
        keys: The keys of settings that its template may use.
    """

    name: str
    path: str
    task: Task
    keys: frozenset[str]


def require_contents(entities: tuple[Entity, ...]) -> None:
    """Check that each file has a content.

    Args:
        entities: The applications, platforms and distributions.

    Raises:
        ExportException: A content is missing. The message names all of them.
    """
    missing = [
        f"{entity.where or entity.name}: {file.get('name')}"
        for entity in entities
        for file in list_member(entity.source.document, "files")
        if file.get("name") and file["name"] not in entity.contents
    ]
    if missing:
        raise ExportException(
            f"Cannot convert: {len(missing)} {'file has' if len(missing) == 1 else 'files have'} no content: "
            f"{', '.join(map(one_line, missing))}. Export again, or convert the rest with keep_going=True"
        )


def directories_of(role: Role) -> Steps:
    """Return the tasks for directories.

    Args:
        role: The role.

    Returns:
        Those that create and remove them.
    """
    steps = Steps()
    for item in named(role.source.items("directories"), "path"):
        name, path = item.text("name"), literal(item.text("path"))
        arguments = {"path": path, "state": "directory", **_owner(item), "mode": mode_of(item, _DIRECTORY_MODE)}
        steps.install.append(task(f"Create directory {name}", "file", arguments))
        remove = role.option(
            "remove_directories",
            "Whether the removal of the application removes its directories with all in them.",
            True,
        )
        arguments = {"path": path, "state": "absent"}
        steps.remove.append(task(f"Remove directory {name}", "file", arguments, when=remove))
    return steps


def files_of(role: Role, keys: RoleKeys) -> tuple[RoleFile, ...]:
    """Add the contents of the files of an application to its role.

    Args:
        role: The role.
        keys: The keys as the templates of the application see them.

    Returns:
        The files.
    """
    items = named(role.source.items("files"), "path")
    contents = contents_of(role, keys, items)
    return tuple(_file(item, contents[item.text("name")]) for item in items if item.peek("name") in contents)


def contents_of(role: Role, keys: RoleKeys, items: Sequence[Source]) -> Mapping[str, Content]:
    """Add the contents of files to a role.

    Args:
        role: The role.
        keys: The keys as the templates see them.
        items: The files.

    Returns:
        The contents, by the names of the files. A file without a content is a loss.
    """
    paths = file_names(item.text("name") for item in items)
    found: dict[str, Content] = {}
    for item in items:
        name = item.text("name")
        place = role.entity.contents.get(name)
        if place is None:
            item.lose("", "the export has no content for it")
        else:
            found[name] = _content(role, keys, item, paths[name], place)
    return found


def file_steps(files: tuple[RoleFile, ...]) -> Steps:
    """Return the tasks for files. They create no folders: without its folder, a file is an error of Ansible.

    Args:
        files: The files.

    Returns:
        Those that write and remove them.
    """
    return Steps(
        [file.task for file in files],
        [task(f"Remove file {file.name}", "file", {"path": literal(file.path), "state": "absent"}) for file in files],
    )


def file_variables(item: Source, content: Content) -> dict[str, Any]:
    """Return the variables of a file that its template uses.

    Args:
        item: The file.
        content: Its content.

    Returns:
        The variables for its task.
    """
    used = {key.partition(".")[0] for key in content.keys}
    return {
        f"_{member}": literal(item.peek(member))
        for member in _OF_THE_FILE
        if f"_{member}" in used and item.peek(member) is not None
    }


def _file(item: Source, content: Content) -> RoleFile:
    name, path = item.text("name"), item.text("path")
    arguments = {
        "src": literal(content.source),
        "dest": literal(path),
        **_owner(item),
        "mode": mode_of(item, _FILE_MODE),
    }
    written = task(f"Write file {name}", content.module, arguments, vars=file_variables(item, content))
    return RoleFile(name, path, written, content.keys)


def _owner(item: Source) -> dict[str, Any]:
    found = {member: item.text(member) for member in ("owner", "group")}
    return {member: literal(text) for member, text in found.items() if text}


def _content(role: Role, keys: RoleKeys, item: Source, path: str, place: Place) -> Content:
    start, end = _delimiters(item)
    text = _template_text(place, start)
    if text is None:
        role.add(f"files/{path}", place)
        return Content(path, "copy")
    converted = convert_template(text, start, end, keys)
    if converted.problems:
        item.lose("content", f"{item.peek('name')}: {'; '.join(converted.problems)}")
    if converted.is_broken:
        role.project.broken.append(f"{role.entity.where}: {item.peek('name')}: {converted.problems[0]}")
    role.add(f"templates/{path}.j2", converted.text)
    return Content(f"{path}.j2", "template", converted.variables)


def _delimiters(item: Source) -> tuple[str, str]:
    """Return the delimiters of a file, which the templates express in those of Jinja."""
    template = item.child("template") or item
    for holder in (item, template):
        holder.explain("parameters", "the parameters of the definition count, not those of the file")
    if template is not item and template.get("name") not in (None, item.peek("name")):
        template.lose("name", "the name of the file counts")
    marks = template.child("delimiter")
    if marks is None:
        return "${", "}"
    return marks.text("start") or "${", marks.text("end") or "}"


def _template_text(place: Place, start: str) -> str | None:
    """Return a content that the server renders: text with a directive or with the start of an interpolation."""
    with place.open() as file:
        content = file.read()
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return None
    return text if any(mark in text for mark in (start, "<#", "</#")) else None
