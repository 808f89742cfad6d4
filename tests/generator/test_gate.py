"""The version that `make check-breaking` compares with, and the breaks that breaking.toml allows."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator import bundle
from generator.diff.change import Change
from generator.errors import SchemaError
from generator.gate import allowed
from generator.gate.base import NoRepository, extract, find
from generator.gate.commands import findings
from generator.paths import CONFIG, ROOT
from tests.generator.conftest import Schema

BREAK = Change("schema/pets.yaml", 7, "member-removed", "Pet.uuid", "the member uuid was removed", True, old=True)
ALLOWED = '[[allowed]]\nbreak = "member-removed Pet.uuid"\nreason = "the server no longer returns it"\n'
BUNDLE = "generated/comodit_client/schema/comodit.json"
ANNOUNCED = "## Unreleased\n\n### Removed\n\n- The member `uuid` of `Pet`.\n"


def git(root: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"]
    command = ["git", "-C", str(root), *identity, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def run(command: str, root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    whole = [sys.executable, "-m", "generator", "--config", str(root / CONFIG.name), command, *arguments]
    return subprocess.run(whole, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a schema and one module of the facade, released as v1.0.0."""
    root = tmp_path / "project"
    root.mkdir()
    schema = Schema(root / "schema")
    schema.component("Pet", {"type": "object", "properties": {"name": {"type": "string"}, "uuid": {"type": "string"}}})
    schema.fragment("pets")
    write_schema(root, schema)
    for api in ("handwritten/comodit_client/aio", "generated/comodit_client/api"):
        (root / api).mkdir(parents=True)
        (root / api / "__init__.py").write_text("", encoding="utf-8")
        (root / api / "pet.py").write_text("class Pet:\n    def feed(self, food): ...\n", encoding="utf-8")
    (root / "generated/comodit_client/schema").mkdir()
    document = bundle.load(root / "schema")
    (root / BUNDLE).write_text(json.dumps(document), encoding="utf-8")
    (root / "CHANGELOG.md").write_text("# Changelog\n", encoding="utf-8")
    text = 'package = "comodit_client"\nbundle = "comodit"\n[facade]\nfolder = "handwritten/comodit_client/aio"\n'
    (root / CONFIG.name).write_text(text, encoding="utf-8")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "first")
    git(root, "tag", "v1.0.0")
    return root


def write_schema(root: Path, schema: Schema) -> None:
    (root / "schema/openapi.yaml").write_text(yaml.dump(schema.front, sort_keys=False), encoding="utf-8")
    for name, content in schema.fragments.items():
        (root / f"schema/{name}.yaml").write_text(yaml.dump(content, sort_keys=False), encoding="utf-8")


def drop_uuid(root: Path) -> None:
    file = root / "schema/pets.yaml"
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    del content["components"]["schemas"]["Pet"]["properties"]["uuid"]
    file.write_text(yaml.dump(content, sort_keys=False), encoding="utf-8")


@pytest.mark.slow
def test_the_command_goes_from_a_break_to_one_that_is_allowed_and_announced(project: Path) -> None:
    assert run("breaking", project).stdout == "No breaking changes since v1.0.0 that are not allowed.\n"
    line = 1 + (project / "schema/pets.yaml").read_text(encoding="utf-8").splitlines().index("        uuid:")
    drop_uuid(project)
    status = git(project, "status", "--short")

    broken = run("breaking", project)
    (project / "breaking.toml").write_text(ALLOWED, encoding="utf-8")
    silent = run("breaking", project)
    (project / "CHANGELOG.md").write_text(ANNOUNCED, encoding="utf-8")
    announced = run("breaking", project)

    assert broken.returncode == 1
    wanted = f"schema/pets.yaml:{line} in v1.0.0: member-removed Pet.uuid: the member uuid was removed"
    assert broken.stdout.splitlines()[0] == wanted
    assert silent.returncode == 1
    assert "add an entry with `Pet.uuid` to Changed or Removed" in silent.stdout
    assert (announced.returncode, announced.stderr) == (0, "")
    git(project, "checkout", "-q", "--", "CHANGELOG.md")
    (project / "breaking.toml").unlink()
    assert git(project, "status", "--short") == status  # the comparison wrote nothing


@pytest.mark.slow
def test_a_break_of_the_python_api_is_reported_with_the_version(project: Path) -> None:
    for api in ("handwritten/comodit_client/aio", "generated/comodit_client/api"):
        (project / api / "pet.py").write_text("class Pet:\n    def wash(self): ...\n", encoding="utf-8")

    broken, additions = run("breaking", project), run("additions", project)

    place = "handwritten/comodit_client/aio/pet.py:2"
    assert broken.returncode == 1
    assert f"{place} in v1.0.0: removed api.pet.Pet.feed: the name was removed, in api and aio" in broken.stdout
    assert additions.returncode == 0
    assert additions.stdout.splitlines() == [
        "Added or extended since v1.0.0: 1",
        f"{place}: added api.pet.Pet.wash: the name is new",
    ]


@pytest.mark.slow
def test_a_base_can_be_given(project: Path) -> None:
    drop_uuid(project)
    (project / BUNDLE).write_text(json.dumps(bundle.load(project / "schema")), encoding="utf-8")
    git(project, "commit", "-qam", "second")

    assert run("breaking", project, "--base", "HEAD").returncode == 0
    assert run("breaking", project, "--base", "HEAD~1").returncode == 1


def test_the_last_tag_of_a_release_is_the_base(project: Path) -> None:
    first = git(project, "rev-parse", "HEAD")
    git(project, "commit", "-qm", "second", "--allow-empty")
    git(project, "tag", "other")

    assert (find(project, None, None).name, find(project, None, None).commit) == ("v1.0.0", first)
    git(project, "tag", "v1.1.0")
    assert find(project, None, first).name == "v1.1.0"


def test_without_a_release_the_base_of_the_configuration_counts(project: Path) -> None:
    first = git(project, "rev-parse", "HEAD")
    git(project, "tag", "-d", "v1.0.0")

    assert find(project, None, first).name == first[:10]
    with pytest.raises(SchemaError, match="pass BASE="):
        find(project, None, None)


def test_a_base_that_is_not_in_the_clone_is_reported(project: Path) -> None:
    done = run("breaking", project, "--base", "0" * 40)

    assert done.returncode == 1
    assert f"the revision {'0' * 40} is not in this clone" in done.stderr
    assert "git fetch" in done.stderr


def test_without_a_repository_the_check_is_skipped(project: Path) -> None:
    (project / ".git").rename(project.parent / "git")

    done = run("breaking", project)

    assert (done.returncode, done.stderr) == (0, "")
    assert "is not a git repository" in done.stdout
    with pytest.raises(NoRepository):
        find(project, None, None)


def test_a_repository_that_git_cannot_read_is_reported(project: Path) -> None:
    (project / ".git/HEAD").unlink()

    with pytest.raises(SchemaError, match="git cannot read the repository"):
        find(project, None, None)


def test_a_base_without_a_bundle_is_reported(project: Path, tmp_path: Path) -> None:
    git(project, "rm", "-rq", "--cached", "generated")
    git(project, "commit", "-qm", "second")

    done = run("breaking", project, "--base", "HEAD")

    assert done.returncode == 1
    assert f"has no {BUNDLE}" in done.stderr


def test_the_files_of_the_base_are_extracted(project: Path, tmp_path: Path) -> None:
    drop_uuid(project)
    extract(project, find(project, None, None), ["schema", "nothing"], tmp_path / "base")

    assert "uuid" in (tmp_path / "base/schema/pets.yaml").read_text(encoding="utf-8")


def test_an_allowed_break_that_no_longer_exists_is_stale(tmp_path: Path) -> None:
    (tmp_path / "breaking.toml").write_text(ALLOWED, encoding="utf-8")

    assert findings(tmp_path, [], "v1", with_stale=False) == []
    assert findings(tmp_path, [], "v1") == [
        "breaking.toml allows 'member-removed Pet.uuid', which is not a breaking change since v1: remove the entry"
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("base = 1\n", "`base` is not text"),
        ("bases = 'x'\n", "the key 'bases' is not supported"),
        ("allowed = 1\n", "`allowed` is not a list"),
        ("[[allowed]]\nbreak = 'a'\n", "needs exactly two keys"),
        ("[[allowed]]\nbreak = 'a'\nreason = ' '\n", "`reason` is empty"),
        ("[[allowed]]\nbreak = 1\nreason = 'r'\n", "`break` is empty or not text"),
        (ALLOWED + ALLOWED, "is listed twice"),
        ("[[", "correct the TOML"),
    ],
)
def test_errors_in_breaking_toml_are_reported(content: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "breaking.toml").write_text(content, encoding="utf-8")

    with pytest.raises(SchemaError, match=reason.replace("(", r"\(")):
        allowed.read(tmp_path)


def test_the_breaking_toml_of_the_project_is_valid() -> None:
    assert len(allowed.read(ROOT).base or "") == 40


def test_the_example_in_the_docs_is_valid(tmp_path: Path) -> None:
    text = (ROOT / "docs/how-to/regenerating.md").read_text(encoding="utf-8")
    (tmp_path / "breaking.toml").write_text(
        text.partition("## Check for breaking changes")[2].partition("```toml\n")[2].partition("```")[0],
        encoding="utf-8",
    )

    assert allowed.read(tmp_path).breaks == ["member-removed Flavor.uuid"]


@pytest.mark.parametrize(
    ("place", "entry", "announced"),
    [
        ("Pet.uuid", "- `Pet.uuid` is gone.", True),
        ("Pet.uuid", "- `uuid`, which `Pet` had,\n  is gone.", True),
        ("Pet.uuid", "- The member `uuid`\n  of `Pet`.", True),
        ("Pet.uuid", "- `uuid` is gone.", False),
        ("Pet.uuid", "- Pet.uuid is gone.", False),
        ("Pet.uuid", "- `Pet` is gone.\n- `uuid` is gone.", False),
        ("pets.get", "- `client.wire.pets.get()` is gone.", True),
        ("pets.get.response.200", "- `pets.get` returns 201 instead of `200`.", True),
        ("api.pet.Pet", "- `Pet` is gone.", True),
        ("api.exceptions.Conflict(ValueError)", "- `Conflict` is not a `ValueError`.", True),
        ("api.pet.Pet.feed(food)", "- `feed(food=)` is gone.", True),
        ("api.Retries.__init__(base)", "- `Retries(base=0.1)` is the default.", True),
        ("api.stage", "- The module `comodit_client.api.stage`.", True),
    ],
)
def test_the_changelog_announces_a_break_by_the_last_words_of_its_place(
    place: str, entry: str, announced: bool
) -> None:
    change = Change("f.py" if place.startswith("api.") else "f.yaml", 1, "removed", place, "", True)

    assert (allowed.unannounced([change], f"## Unreleased\n\n### Changed\n\n{entry}\n") == []) is announced


@pytest.mark.parametrize(
    "changelog",
    [
        "",
        "## Unreleased\n\n### Added\n\n- `Pet.uuid`\n",
        "## Unreleased\n\n### Changed\n\n- Other.\n\n## 1.0.0\n\n### Removed\n\n- `Pet.uuid`\n",
        "## Unreleased\n\n### Changed, compared with the original client\n\n- `Pet.uuid`\n",
    ],
)
def test_other_sections_of_the_changelog_do_not_count(changelog: str) -> None:
    assert allowed.unannounced([BREAK], changelog) == [BREAK]
