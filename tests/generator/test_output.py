"""What is made is written, compared and formatted: the same from run to run, and nothing old stays."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator import __main__ as command
from generator import examples, output
from generator.config import Config, read_config
from generator.errors import SchemaError
from generator.paths import CONFIG, ROOT

OWN = read_config(CONFIG)
SCRIPT = """
import sys
from pathlib import Path
from generator import examples, output
from generator.__main__ import generate
output.write(generate(Path(sys.argv[1]), Path(sys.argv[2])), Path(sys.argv[3]))
"""


def snapshot(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture
def zoo(schema):
    schema.enum("Mood", [f"mood {number}" for number in range(40)])
    schema.view("Toy", {"label": {"type": "string"}}, module="toys")
    members = {
        "mood": {"$ref": "#/components/schemas/Mood"},
        "toy": {"$ref": "#/components/schemas/Toy"},
        "value": {"type": ["string", "integer", "number", "boolean"]},
    }
    schema.view("Pet", members)
    schema.call("pets.get", answer={"$ref": "#/components/schemas/Pet"})
    schema.add_examples()
    return schema


class TestTheSameBytes:
    def test_two_runs_make_the_same(self, zoo) -> None:
        assert zoo.tree() == zoo.tree()

    def test_two_processes_with_different_hash_seeds_in_different_folders_make_the_same(self, zoo, tmp_path) -> None:
        facade = tmp_path / "aio"
        facade.mkdir()
        source = (
            "from comodit_client.aio import b\nimport attrs\nfrom comodit_client.rest import a\n\nx = (a, attrs, b)\n"
        )
        (facade / "x.py").write_text(source)
        folders = [tmp_path / "one", tmp_path / "two"]
        for seed, folder in enumerate(folders):
            folder.mkdir()
            environment = os.environ | {"PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT)}
            arguments = [sys.executable, "-c", SCRIPT, str(zoo.write()), str(facade), str(folder / "out")]
            # One of them stands in a folder that has a configuration of its own.
            (folder / "pyproject.toml").write_text("[tool.ruff]\nline-length = 40\n" if seed else "")
            subprocess.run(arguments, check=True, cwd=folder if seed else ROOT, env=environment)
        first, second = (snapshot(folder / "out") for folder in folders)
        assert first == second
        assert "wire/pets.py" in first

    def test_values_of_an_enumeration_keep_their_order(self, zoo) -> None:
        text = zoo.rendered()["pets.py"]
        places = [text.index(f'"mood {number}"') for number in range(40)]
        assert places == sorted(places)


class TestTheTree:
    def test_it_has_a_module_per_resource_the_common_ones_and_the_schema(self, zoo) -> None:
        assert sorted(zoo.tree()) == [
            "_exports/__init__.py",
            "_exports/aio.py",
            "_exports/api.py",
            "_exports/py.typed",
            "api/py.typed",
            "schema/__init__.py",
            "schema/comodit.json",
            "schema/comodit.yaml",
            "schema/py.typed",
            "wire/__init__.py",
            "wire/dates.py",
            "wire/deprecation.py",
            "wire/dicts/__init__.py",
            "wire/dicts/pets.py",
            "wire/dicts/toys.py",
            "wire/drift.py",
            "wire/drift_paths.py",
            "wire/drift_schema.py",
            "wire/drift_values.py",
            "wire/errors.py",
            "wire/iterables.py",
            "wire/keywords.py",
            "wire/lazy.py",
            "wire/pets.py",
            "wire/py.typed",
            "wire/request.py",
            "wire/scope.py",
            "wire/secret_names.py",
            "wire/toys.py",
            "wire/view.py",
            "wire/writing.py",
        ]

    def test_the_schema_is_shipped_as_yaml_and_as_json(self, zoo) -> None:
        tree = zoo.tree()
        document = zoo.load()
        examples.complete(document)
        assert json.loads(tree["schema/comodit.json"]) == yaml.safe_load(tree["schema/comodit.yaml"]) == document

    def test_each_file_says_what_made_it(self, zoo) -> None:
        (zoo.folder.parent / "aio").mkdir()
        (zoo.folder.parent / "aio" / "host.py").write_text('"""Hosts."""\n')
        tree = zoo.tree()
        heads = {name: text.splitlines()[0] for name, text in tree.items() if name.endswith((".py", ".yaml"))}
        assert all(head.startswith("# Made by `python -m generator` from ") for head in heads.values())
        sources = {name: head.split(" from ")[1].split(". ")[0].rstrip(".") for name, head in heads.items()}
        assert sources["wire/pets.py"] == sources["wire/__init__.py"] == sources["schema/comodit.yaml"] == "schema/"
        assert sources["wire/view.py"] == "generator/runtime/view.py"
        assert sources["api/host.py"] == "handwritten/comodit_client/aio/host.py"
        # Neither can hold a comment.
        assert {name for name in tree if name not in heads} == {
            "_exports/py.typed",
            "api/py.typed",
            "schema/comodit.json",
            "schema/py.typed",
            "wire/py.typed",
        }


class TestWrite:
    def test_stale_files_and_folders_go(self, tmp_path: Path) -> None:
        folder = tmp_path / "out"
        output.write({"a/old.py": "1\n", "b.py": "2\n"}, folder)
        output.write({"b.py": "3\n"}, folder)
        assert snapshot(folder) == {"b.py": b"3\n"}
        assert [path.name for path in folder.iterdir()] == ["b.py"]

    def test_lines_end_as_they_were_made(self, tmp_path: Path) -> None:
        output.write({"a.py": "é\n\n"}, tmp_path / "out")
        assert snapshot(tmp_path / "out") == {"a.py": "é\n\n".encode()}


class TestDifferences:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        folder = tmp_path / "out"
        output.write({"a.py": "1\n", "b/c.py": "2\n"}, folder)
        return folder

    def test_none_where_all_is_the_same(self, folder: Path) -> None:
        assert output.differences({"a.py": "1\n", "b/c.py": "2\n"}, folder) == []

    def test_missing_stale_and_changed_files_are_found(self, folder: Path) -> None:
        found = output.differences({"a.py": "other\n", "d.py": "3\n"}, folder)
        assert found == ["missing: d.py", "stale: b/c.py", "differs: a.py"]

    def test_other_line_ends_are_a_difference(self, folder: Path) -> None:
        (folder / "a.py").write_bytes(b"1\r\n")
        assert output.differences({"a.py": "1\n", "b/c.py": "2\n"}, folder) == ["differs: a.py"]

    def test_a_folder_that_is_not_there_lacks_all(self, tmp_path: Path) -> None:
        assert output.differences({"a.py": ""}, tmp_path / "no") == ["missing: a.py"]

    def test_what_python_caches_is_no_difference(self, folder: Path) -> None:
        (folder / "__pycache__").mkdir()
        (folder / "__pycache__" / "a.pyc").write_bytes(b"")
        assert output.differences({"a.py": "1\n", "b/c.py": "2\n"}, folder) == []


class TestFormatted:
    def test_files_are_formatted_as_the_project_s_own_and_unused_imports_go(self) -> None:
        text = "import os\nimport attrs\nfrom comodit_client.wire import view\nx = ( attrs ,  view )\n"
        expected = "import attrs\n\nfrom comodit_client.wire import view\n\nx = (attrs, view)\n"
        assert output.formatted({"a.py": text}, OWN) == {"a.py": expected}

    def test_the_folder_that_the_command_is_started_in_does_not_matter(self, tmp_path: Path, monkeypatch) -> None:
        (tmp_path / "pyproject.toml").write_text("[tool.ruff]\nline-length = 20\n")
        monkeypatch.chdir(tmp_path)
        text = "import attrs\n\nfrom comodit_client.wire import view\n\nx = (attrs, view, attrs, view)\n"
        assert output.formatted({"a.py": text}, OWN) == {"a.py": text}

    def test_what_is_no_python_is_refused_with_its_place(self) -> None:
        with pytest.raises(SchemaError, match=r"ruff (check|format) failed on the generated code: (.|\n)*bad\.py:1:"):
            output.formatted({"bad.py": "def (:\n", "good.py": "x = 1\n"}, OWN)


class TestCommand:
    @pytest.fixture
    def run(self, tmp_path: Path, monkeypatch) -> Callable[..., int]:
        """Run the command on small trees, in the place of the real ones."""
        config = tmp_path / "generator.toml"
        config.write_text('package = "pets"\n')
        made = {
            tmp_path / "generated": {"wire/a.py": "a = 1\n", "api/b.py": "b = 1\n"},
            tmp_path / "docs": {"a.md": "# A\n"},
        }
        monkeypatch.setattr(command, "trees", lambda config: made)

        def run(*arguments: str) -> int:
            monkeypatch.setattr(sys, "argv", ["generator", "--config", str(config), *arguments])
            return command.main()

        return run

    def test_it_writes_the_trees(self, run, tmp_path: Path) -> None:
        assert run() == 0
        assert snapshot(tmp_path) == {
            "generator.toml": b'package = "pets"\n',
            "generated/wire/a.py": b"a = 1\n",
            "generated/api/b.py": b"b = 1\n",
            "docs/a.md": b"# A\n",
        }

    def test_it_takes_stale_files_away(self, run, tmp_path: Path) -> None:
        stale = tmp_path / "generated" / "pets" / "wire" / "old.py"
        stale.parent.mkdir(parents=True)
        stale.touch()
        run()
        assert not [name for name in snapshot(tmp_path) if "old" in name]

    def test_check_finds_nothing_after_a_run(self, run, capsys) -> None:
        run()
        assert run("--check") == 0
        assert capsys.readouterr() == ("", "")

    def test_check_finds_missing_stale_and_changed_files_and_writes_nothing(self, run, tmp_path: Path, capsys) -> None:
        run()
        (tmp_path / "generated" / "wire" / "a.py").unlink()
        (tmp_path / "generated" / "wire" / "old.py").touch()
        (tmp_path / "generated" / "api" / "b.py").write_text("b = 2\n")
        (tmp_path / "docs" / "a.md").write_text("# B\n")
        before = snapshot(tmp_path)
        assert run("--check") == 1
        assert capsys.readouterr().out.splitlines() == [
            "generated: missing: wire/a.py",
            "generated: stale: wire/old.py",
            "generated: differs: api/b.py",
            "docs: differs: a.md",
        ]
        assert snapshot(tmp_path) == before

    @pytest.mark.parametrize("arguments", [(), ("--check",)])
    def test_a_file_without_a_modeline_is_a_finding(self, run, tmp_path: Path, capsys, arguments) -> None:
        file = tmp_path / "schema" / "pets.yaml"
        file.parent.mkdir()
        file.write_text("tag: {}\n")
        assert run(*arguments) == 1
        assert capsys.readouterr().err.startswith("pets.yaml:1: the file does not name its JSON Schema: ")
        assert "generated/wire/a.py" not in snapshot(tmp_path)

    def test_check_in_an_empty_checkout_writes_nothing(self, run, tmp_path: Path) -> None:
        assert run("--check") == 1
        assert snapshot(tmp_path).keys() == {"generator.toml"}

    @pytest.mark.parametrize("arguments", [(), ("--check",)])
    def test_a_schema_that_is_wrong_is_told_and_leaves_all_as_it_was(
        self, run, tmp_path: Path, capsys, monkeypatch, arguments: tuple[str, ...]
    ) -> None:
        run()
        before = snapshot(tmp_path)

        def refuse(config: Config) -> None:
            raise SchemaError(["pets.yaml: wrong", "toys.yaml: wrong as well"])

        monkeypatch.setattr(command, "trees", refuse)
        assert run(*arguments) == 1
        assert capsys.readouterr() == ("", "pets.yaml: wrong\ntoys.yaml: wrong as well\n")
        assert snapshot(tmp_path) == before

    def test_an_unknown_option_is_refused(self, run, tmp_path: Path, capsys) -> None:
        with pytest.raises(SystemExit) as caught:
            run("--chekc")
        assert caught.value.code == 2
        assert snapshot(tmp_path).keys() == {"generator.toml"}
        assert "--chekc" in capsys.readouterr().err
