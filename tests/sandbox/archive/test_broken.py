"""Folders that cannot be loaded: the error names the file and the reason, in one line."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from comodit_client.sandbox import ApiError, Sandbox

from .conftest import rewrite, write


def link(copy: Path, name: str) -> None:
    target = copy / name
    target.rename(copy.parent / "target")
    target.symlink_to(copy.parent / "target")


def duplicate(copy: Path, name: str) -> None:
    shutil.copytree(copy / name, copy / f"{name} again")


def pipe(copy: Path) -> None:
    (copy / "definition.json").unlink()
    shutil.rmtree(copy / "environments" / "Default")
    for folder in ("applications", "distributions", "platforms", "hostgroups"):
        shutil.rmtree(copy / folder)
    for path in [*copy.rglob("definition.json")]:
        path.unlink()
    os.mkfifo(copy / "definition.json")


WEB = "environments/Default/hosts/web"
BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "nothing": (shutil.rmtree, "the folder does not exist"),
    "a file": (lambda copy: (shutil.rmtree(copy), copy.write_text("{}")), "it is not a folder"),
    "no definition": (lambda copy: (shutil.rmtree(copy), copy.mkdir()), "it contains no definition.json"),
    "a pipe": (pipe, "it contains no definition.json"),
    "no JSON": (lambda copy: (copy / WEB / "definition.json").write_text("{"), "definition.json': it is not JSON"),
    "too deep": (
        lambda copy: (copy / WEB / "definition.json").write_text('{"name":' + "[" * 200 + "]" * 200 + "}"),
        "it has more than 100 levels",
    ),
    "a list": (lambda copy: (copy / "definition.json").write_text("[]"), "it does not contain a JSON object"),
    "no name": (lambda copy: rewrite(copy / WEB / "definition.json", name=None), "it lacks the member 'name'"),
    "a name that is no text": (lambda copy: rewrite(copy / WEB / "definition.json", name=7), "it lacks the member"),
    "two hosts": (lambda copy: duplicate(copy, WEB), "Host web exists already"),
    "two applications": (lambda copy: duplicate(copy, "applications/App"), "Application App exists already"),
    "two contexts": (
        lambda copy: shutil.copy(copy / WEB / "applications/App.json", copy / WEB / "applications/B.json"),
        "has the same 'application'",
    ),
    "two files": (
        lambda copy: rewrite(copy / "applications/App/definition.json", files=[{"name": "a"}, {"name": "a"}]),
        "two of the files have the same name",
    ),
    "a file without a name": (
        lambda copy: rewrite(copy / "applications/App/definition.json", files=[{}]),
        "one of the files has no name",
    ),
    "a setting without a key": (
        lambda copy: rewrite(copy / "definition.json", settings=[{"value": 1}]),
        "it has a setting without a key",
    ),
    "two settings": (
        lambda copy: rewrite(copy / "definition.json", settings=[{"key": "a"}, {"key": "a"}]),
        "Setting a exists already",
    ),
    "an unknown group": (
        lambda copy: rewrite(copy / "groups/users/definition.json", name="owners"),
        "such a group does not exist",
    ),
    "two groups": (lambda copy: duplicate(copy, "groups/auditors"), "two of the groups have the same name"),
    "a user without a name": (
        lambda copy: rewrite(copy / "groups/users/definition.json", users=[{}]),
        "it has a user without a name",
    ),
    "a key without a name": (
        lambda copy: rewrite(copy / "groups/users/definition.json", applicationKeys=[{}]),
        "it has an application key without a name",
    ),
    "a property of nothing": (
        lambda copy: rewrite(
            next((copy / "application_properties").rglob("definition.json")), packageName=None, rpmModule=None
        ),
        "it names neither a package nor an RPM module",
    ),
    "a link to a definition": (lambda copy: link(copy, f"{WEB}/definition.json"), "it is a symbolic link"),
    "a link to a folder": (lambda copy: link(copy, "environments/Default/hosts"), "it is a symbolic link"),
    "a link to a host": (lambda copy: link(copy, WEB), "it is a symbolic link"),
    "a link to a content": (lambda copy: link(copy, "applications/App/files/conf"), "it is a symbolic link"),
    "a link to contents": (lambda copy: link(copy, "applications/App/files"), "it is a symbolic link"),
    "a link to a picture": (lambda copy: link(copy, "applications/App/thumb"), "it is a symbolic link"),
    "a link to an instance": (lambda copy: link(copy, f"{WEB}/instance.json"), "it is a symbolic link"),
    "unclear": (
        lambda copy: (shutil.rmtree(copy), write(copy, {"name": "x", "organization": "OOO"})),
        "it is neither an organization nor",
    ),
    "half of a surrogate pair": (
        lambda copy: rewrite(copy / WEB / "definition.json", name="\ud800"),
        "half of a surrogate pair",
    ),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_folder_that_cannot_be_loaded(broken, copy):
    damage, text = BROKEN[broken]
    damage(copy)
    with pytest.raises(ApiError, match=re.escape(text)) as raised:
        Sandbox(archive=copy)
    assert "\n" not in str(raised.value)


def test_a_definition_may_not_be_huge(tmp_path):
    folder = write(tmp_path / "it", {"name": "x"})
    with (folder / "definition.json").open("ab") as file:
        file.truncate((64 << 20) + 1)
    with pytest.raises(ApiError, match="larger than 64 MiB"):
        Sandbox(archive=folder)


def test_folders_may_not_be_nested_too_deep(tmp_path):
    (tmp_path / "/".join(["d"] * 150)).mkdir(parents=True)
    with pytest.raises(ApiError, match="nested more than 100 deep"):
        Sandbox(archive=tmp_path)


def test_two_archives_may_not_have_the_same_organization(folder):
    with pytest.raises(ApiError, match="Organization OOO exists already"):
        Sandbox(archive=[folder, folder])
