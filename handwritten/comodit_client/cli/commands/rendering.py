"""The files of a host's applications as the server renders them, below a local folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, BinaryIO

from comodit_client.cli.commands.where import where_of
from comodit_client.cli.execute import plain
from comodit_client.cli.exits import Failure

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call
    from comodit_client.disk.place import Place

COLUMNS = [("path", "path", ""), ("application", "application", ""), ("file", "file", "")]


def render_tree(app: App, call: Call) -> None:
    """Render all files of the applications of a host below a folder, and list them.

    Each file is replaced as a whole, with its mode and its owner.

    Args:
        app: The client and the output.
        call: The command.

    Raises:
        Failure: The path of a file is not valid, or a file cannot be written.
    """
    from comodit_client.disk.place import Place

    # All paths are checked before the first file is written.
    files = [(application, file, _parts(application, file)) for application, file in _files(app, call)]
    folder = Place.at(call.argument("folder"))
    for application, file, parts in files:
        _render(app, call, application, file, Place(folder.top, parts))
    rows = [
        {"path": "/" + "/".join(parts), "application": application, "file": file["name"]}
        for application, file, parts in files
    ]
    app.show(rows, columns=COLUMNS)


def _files(app: App, call: Call) -> Iterator[tuple[str, dict[str, Any]]]:
    from comodit_client.wire import applications, hosts

    host = plain(app.read(hosts.get(*where_of(call))))
    for name in host.get("applications") or []:
        application = plain(app.read(applications.get(call.argument("organization"), name)))
        for file in application.get("files") or []:
            yield name, file


def _parts(application: str, file: dict[str, Any]) -> tuple[str, ...]:
    """Return the names that lead to a file. The server's path must not lead out of the folder."""
    path = file.get("path")
    parts = PurePosixPath(path).parts if isinstance(path, str) else ()
    names = tuple(part for part in parts if part.strip("/"))
    if not names or ".." in names or any("\\" in name or "\0" in name for name in names):
        raise Failure(
            f"Cannot render file {file.get('name')!r} of application {application!r}: its path {path!r} is not the "
            "path of a file. Correct it in the application."
        )
    return names


def _render(app: App, call: Call, application: str, file: dict[str, Any], place: Place) -> None:
    from comodit_client.disk.names import hidden_name
    from comodit_client.wire import hosts

    temporary = place.beside(f"{hidden_name(place.name)}.comodit-new")
    try:
        os.makedirs(place.top.path, exist_ok=True)  # noqa: PTH103 - the folder itself may be a link
        place.parent.make()
        temporary.unlink()  # a killed run left it
        with temporary.create(0o600) as opened:
            app.client.save(hosts.render_application_file(*where_of(call), application, file["name"]), opened)
            _set_owner_and_mode(opened, call, file, place)
        temporary.rename(place)
    except OSError as error:
        raise Failure(
            f"Cannot write {place}: {error.strerror or error}. Correct the path or its permissions."
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def _set_owner_and_mode(opened: BinaryIO, call: Call, file: dict[str, Any], place: Place) -> None:
    """Set the owner first, because that clears some bits of the mode. Windows has neither."""
    if os.name == "nt":
        return
    if not call.option("skip-chown"):
        _set_owner(opened.fileno(), file, place)
    if not call.option("skip-chmod"):
        os.fchmod(opened.fileno(), _mode(file, place))


def _set_owner(handle: int, file: dict[str, Any], place: Place) -> None:
    import grp
    import pwd

    owner, group = file.get("owner"), file.get("group")
    try:
        user_id = pwd.getpwnam(owner).pw_uid if owner else -1
        group_id = grp.getgrnam(group).gr_gid if group else -1
        os.fchown(handle, user_id, group_id)
    except (KeyError, PermissionError) as error:
        raise Failure(
            f"Cannot set the owner of {place} to {owner}:{group}: {_reason(error)}. Run as root, or add --skip-chown."
        ) from error


def _reason(error: KeyError | PermissionError) -> str:
    return str(error.strerror) if isinstance(error, OSError) else str(error.args[0])


def _mode(file: dict[str, Any], place: Place) -> int:
    text = str(file.get("mode") or "644")
    try:
        return int(text, 8) & 0o7777
    except ValueError:
        raise Failure(f"Cannot set the mode of {place} to {text!r}: it is not octal. Add --skip-chmod.") from None
