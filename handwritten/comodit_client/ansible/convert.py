"""The conversion of an exported folder as a whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from comodit_client.ansible.archive import read_archive
from comodit_client.ansible.inventory import add_inventory
from comodit_client.ansible.losses import collect, render_losses
from comodit_client.ansible.playbooks import add_playbooks
from comodit_client.ansible.project import Options, Project
from comodit_client.ansible.roles import add_roles
from comodit_client.disk.lock import locked
from comodit_client.disk.place import Place
from comodit_client.disk.swap import recovered, replaced
from comodit_client.rest.exceptions import ExportException

if TYPE_CHECKING:
    from comodit_client.ansible.judge import Verdict
    from comodit_client.ansible.sources import Loss

#: The list of what was not carried over. It marks a folder as the result of a conversion.
LOSSES = "LOSSES.md"
#: Compares the files of all hosts with those of the sandbox. Its arguments are the conversion and both folders.
Judge = Callable[[Project, Path, Path], "Verdict"]


@frozen
class Conversion:
    """The result of a conversion.

    Attributes:
        roles: The names of the roles.
        losses: What was not carried over, as `LOSSES.md` lists it.
        verdict: The result of the comparison with the sandbox, if there was one.
    """

    roles: tuple[str, ...]
    losses: tuple[Loss, ...]
    verdict: Verdict | None = None


def convert(
    folder: str | os.PathLike[str],
    out: str | os.PathLike[str],
    *,
    force: bool = False,
    options: Options | None = None,
    judge: Judge | None = None,
) -> Conversion:
    """Convert an exported folder to roles, an inventory and playbooks.

    Everything is checked and made before the first file is written, and the output is put in place as a whole.

    Args:
        folder: The folder that an export wrote, or a folder with such folders in it.
        out: The folder to write.
        force: Whether to replace the result of an earlier conversion.
        options: The options of the conversion.
        judge: Compares the result with the sandbox, before it is put in place: `comodit_client.ansible.judge.verify`.

    Returns:
        The roles, and what was not carried over.

    Raises:
        ExportException: The folder cannot be converted, or the output cannot be written.
        ImportException: An entity in the folder has no name, occurs twice, or lacks a part.
        UnusableFile: A file in the folder cannot be read, or is a symbolic link.
    """
    _check_apart(folder, out)
    with locked(folder, exclusive=False, error=ExportException):
        project = Project.of(read_archive(recovered(folder)), options or Options())
        add_roles(project)
        add_inventory(project)
        add_playbooks(project)
        project.vault.write(project.output)
        losses = collect(project)
        try:
            with locked(out, exclusive=True, error=ExportException), replaced(out, force, LOSSES) as new:
                _write(project, new)
                verdict = None if judge is None else judge(project, Path(folder), new.path)
                _write_file(new / LOSSES, render_losses(losses, verdict), private=False)
        except OSError as error:
            raise ExportException(f"Cannot convert to {os.fspath(out)}: {error}") from error
    return Conversion(tuple(sorted(project.names.roles.values())), losses, verdict)


def _check_apart(folder: str | os.PathLike[str], out: str | os.PathLike[str]) -> None:
    source, target = Path(folder).resolve(), Path(out).resolve()
    if source == target or source in target.parents or target in source.parents:
        raise ExportException(
            f"Cannot convert {str(source)!r} to {str(target)!r}: one is in the other. Choose another output folder"
        )


def _write(project: Project, folder: Place) -> None:
    for path in project.output:
        _write_file(folder / path, project.output.files[path], private=path in project.output.private)


def _write_file(file: Place, content: str | Place, private: bool) -> None:
    file.parent.make()
    with file.create(0o600 if private else 0o666) as opened:
        if isinstance(content, str):
            opened.write(content.encode("utf-8", "surrogatepass"))
        else:
            with content.open() as source:
                shutil.copyfileobj(source, opened)


def names_of(texts: Iterable[str]) -> dict[str, str]:
    """Read names such as `applications/My App=my_app`.

    Args:
        texts: The texts.

    Returns:
        The name in Ansible of each entity.
    """
    return {entity: name for entity, _, name in (text.rpartition("=") for text in texts)}
