"""The checks of make dist: a release that differs from git, or from a second build, is not published."""

import subprocess
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.packaging import distribution
from tests.packaging.wheels import ROOT


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository with one file that git tracks, and its unpacked sdist."""
    root, source = tmp_path / "root", tmp_path / "source"
    for folder in (root, source):
        folder.mkdir()
        (folder / "kept.py").touch()
    (source / "PKG-INFO").touch()
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    subprocess.run(["git", "add", "kept.py"], cwd=root, check=True)
    monkeypatch.setattr(distribution, "ROOT", root)
    return source


def test_an_sdist_with_the_files_of_git_passes(repository):
    assert distribution.compare_with_git(repository) == 1


def test_a_file_that_git_does_not_track_is_named(repository):
    (repository / "notes.txt").touch()
    with pytest.raises(distribution.NotReleasable, match=r"Too many: \['notes.txt'\]"):
        distribution.compare_with_git(repository)


def test_a_file_that_is_left_out_is_named(repository):
    (repository / "kept.py").unlink()
    with pytest.raises(distribution.NotReleasable, match=r"Too few: \['kept.py'\]"):
        distribution.compare_with_git(repository)


def test_without_git_the_comparison_is_left_out_and_says_so(repository, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(distribution, "ROOT", tmp_path)
    assert distribution.compare_with_git(repository) == 1
    assert "not compared with git" in capsys.readouterr().out


@pytest.mark.parametrize("change", ["other content", "another file"])
def test_two_builds_that_differ_are_named(tmp_path, change):
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "SHA256SUMS").write_text("same")
    distribution.compare(tmp_path / "first", tmp_path / "second")
    changed = tmp_path / "second" / ("SHA256SUMS" if change == "other content" else "more.txt")
    changed.write_text("other")
    with pytest.raises(distribution.NotReleasable, match=changed.name):
        distribution.compare(tmp_path / "first", tmp_path / "second")


def test_the_tools_that_make_the_bytes_are_pinned():
    document = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    tools = [Requirement(text) for text in document["project"]["optional-dependencies"]["release"]]
    assert [str(tool) for tool in tools if not str(tool.specifier).startswith("==")] == []
    versions = {tool.name: str(tool.specifier).removeprefix("==") for tool in tools}
    backend = [Requirement(text) for text in document["build-system"]["requires"]]
    assert [str(part) for part in backend if not part.specifier.contains(versions[part.name])] == []
