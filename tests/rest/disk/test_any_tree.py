"""Whatever names a server uses, a folder of definitions holds all of them, and readers find all of them again."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comodit_client.disk.layout import APPLICATION, JOB, ORGANIZATION
from comodit_client.disk.names import file_names, relative_paths
from comodit_client.disk.place import Place
from comodit_client.disk.reading import read
from comodit_client.disk.scan import scan
from comodit_client.disk.swap import replaced, write_document

HARD = [
    *(".", "..", "...", ". .", "../../x", "/", "\\", "a/b", "a\\b", "~", "-rf", "*", "?", "a:b", "a::$DATA"),
    *(".git", ".GIT", ".Git ", ".git.", ".git. .", ".git::$INDEX_ALLOCATION", "git~1", "GIT~2", ".g\u200cit"),
    *(".git\ufeff", ".gitignore", ".gitattributes", ".GitModules", ".github", ".htaccess", ".x.comodit-lock"),
    *("CON", "con.txt", "nul", "COM1", "lpt¹", "AUX .x", "x.", "x ", " x", "x. ", "%41", "%", "%%2E", "%~", "a~1"),
    *("A", "a", "é", "e\u0301", "É", "\x00", "\n", "\x7f", "\x85", "\u2028", "\u202e", "\ud800", "é" * 130, "/" * 90),
    *("definition.json", "files", "thumb", ".comodit-sync.json"),
]
NAMES = st.sampled_from(HARD) | st.text(st.characters(), min_size=1, max_size=12)
#: Applications by name, each with the contents of its files by name; jobs.
TREES = st.tuples(
    st.dictionaries(NAMES, st.dictionaries(NAMES, st.binary(max_size=4), max_size=4), max_size=4),
    st.sets(NAMES, max_size=4),
)


def write(top, applications, jobs):
    with replaced(top, force=True) as folder:
        folder.make()
        write_document(folder / "definition.json", {"name": "O"}, private=False)
        for kind, names in ((APPLICATION, list(applications)), (JOB, list(jobs))):
            for name, path in zip(names, relative_paths([(name,) for name in names]), strict=True):
                entity, contents = folder / kind.folder / path, applications[name] if kind is APPLICATION else {}
                (entity / "files").make()
                document = {"name": name, "files": [{"name": file} for file in contents]}
                write_document(entity / "definition.json", document, private=False)
                for file, written in file_names(contents).items():
                    (entity / "files" / written).replace(BytesIO(contents[file]))


@settings(max_examples=100, deadline=None)
@given(TREES)
def test_what_is_written_is_read(tree):
    applications, jobs = tree
    with TemporaryDirectory() as home:
        top = Path(home, "o")
        write(top, *tree)
        found = {part.kind: part.members for part in read(ORGANIZATION, Place.at(top), False).parts}
        read_back = {
            name: {file: place.path.read_bytes() for file, place in application.contents.items()}
            for (name,), application in found[APPLICATION].items()
        }
        assert read_back == applications
        assert {name for (name,) in found[JOB]} == jobs
        assert len(scan(Place.at(top), ORGANIZATION)) == 1 + len(jobs) + sum(1 + len(one) for one in read_back.values())
        assert [path.name for path in Path(home).iterdir()] == ["o"]


def test_git_adds_every_file(tmp_path):
    top = tmp_path / "o"
    write(top, {name: dict.fromkeys(HARD, b"*") for name in (".git", ".GIT", "git~1", "Shop")}, HARD)
    git = ["git", "-C", str(top), "-c", "core.protectNTFS=true", "-c", "core.protectHFS=true"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "-A"], check=True)
    listed = subprocess.run([*git, "ls-files", "-z"], check=True, capture_output=True).stdout.split(b"\0")
    files = [path for path in top.rglob("*") if path.is_file() and path.relative_to(top).parts[0] != ".git"]
    assert len(listed) - 1 == len(files) == 1 + 4 * (1 + len(HARD)) + len(HARD)


#: What Git takes for `.git` on NTFS, by its own description: is_ntfs_dotgit.
DOT_GIT = re.compile(r"(\.git|git~1)[ .]*([:\\/].*)?$", re.IGNORECASE)


@pytest.mark.parametrize(
    "name", [".git" + end for end in ("", " ", ".", " . .", ":x", "\\x", "/x")] + ["GIT~1", "git~1."]
)
def test_no_name_is_that_of_git(name):
    (written,) = file_names([name]).values()
    assert DOT_GIT.match(name)
    assert not DOT_GIT.match(written)
