"""A desired state as a folder with YAML files, which becomes a folder in the format of an export."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from comodit_client.disk.desired_folder import find
from comodit_client.disk.layout import ORGANIZATION
from comodit_client.disk.place import Place


@contextmanager
def desired(folder: str | os.PathLike[str], variables: Mapping[str, str] | None = None) -> Iterator[Path]:
    """Make a folder in the format of an export from a folder with YAML files.

    A YAML file stands in place of a JSON file of an export, such as `definition.yaml`. Documents with a `kind` may be
    in any file. Folders named `files` hold contents, in which YAML files are not read.

    Args:
        folder: The folder. Its entries whose names begin with a dot are left out, and so are such YAML files below it.
        variables: The values of variables in YAML files, by name. `${var.name}` is replaced by text. If it is a whole
            value without quotes, it is replaced by the YAML scalar that the text is, such as a number.

    Yields:
        The folder itself if it has no YAML files. Otherwise a temporary folder, which is removed at the end.

    Raises:
        UnusableFile: A file cannot be read, is a symbolic link, or has a mistake; a variable has no value; or PyYAML is
            missing.
    """
    found = find(Place.at(folder))
    if not found.documents:
        yield Path(folder)
        return
    # Not before: most folders need neither this nor PyYAML.
    from comodit_client.disk.desired_build import build

    with TemporaryDirectory(prefix="comodit-desired-") as above:
        target = Path(above) / (Path(folder).resolve().name or ORGANIZATION.name)
        build(found, target, variables or {})
        yield target
