"""The configuration is read strictly: a mistake is reported with its place and a fix."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.bundle import load
from generator.config import Config, read_config
from generator.errors import SchemaError
from generator.paths import CONFIG, RUNTIME


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "generator.toml"


def read(file: Path, text: str) -> Config:
    file.write_text(text, encoding="utf-8")
    return read_config(file)


def refused(file: Path, text: str) -> str:
    with pytest.raises(SchemaError) as caught:
        read(file, text)
    return str(caught.value)


class TestDefaults:
    def test_the_name_of_the_package_is_enough(self, file: Path) -> None:
        config = read(file, 'package = "zoo"')
        root = file.parent
        assert (config.schema, config.folder, config.bundle) == (root / "schema", root / "generated" / "zoo", "zoo")
        assert (config.facade, config.ruff, config.http_header_prefix) == (None, None, "")
        assert config.colon_in_offset is True
        assert config.create_arguments == {}

    def test_a_package_may_be_within_another(self, file: Path) -> None:
        config = read(file, 'package = "animals.zoo"\noutput = "src"')
        assert (config.folder, config.bundle) == (file.parent / "src" / "animals" / "zoo", "zoo")
        assert config.wire == "animals.zoo.wire"

    def test_paths_are_relative_to_the_file(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (file.parent / "facade" / "aio").mkdir(parents=True)
        file.write_text('package = "zoo"\nschema = "api/"\nruff = "ruff.toml"\n[facade]\nfolder = "facade/aio/"\n')
        monkeypatch.chdir(file.parent / "facade")
        config = read_config(Path("..") / "generator.toml")
        assert (config.schema, config.ruff) == (file.parent / "api", file.parent / "ruff.toml")
        assert config.source == "api/"
        assert config.facade is not None
        assert (config.facade.name, config.facade.source) == ("aio", "facade/aio")
        assert config.facade.folder == file.parent / "facade" / "aio"


class TestHead:
    def test_a_short_one_is_one_line(self, file: Path) -> None:
        config = read(file, 'package = "zoo"\nheader = ["Made from {source}.", "Leave it."]')
        assert config.head("schema/") == "# Made from schema/. Leave it.\n"

    def test_a_long_one_has_a_line_for_each_sentence(self, file: Path) -> None:
        config = read(file, 'package = "zoo"\nheader = ["Made from {source}.", "Leave it."]')
        assert config.head("x" * 97) == f"# Made from {'x' * 97}. Leave it.\n"
        assert config.head("x" * 98) == f"# Made from {'x' * 98}.\n# Leave it.\n"


class TestMistakes:
    @pytest.mark.parametrize(
        ("text", "finding"),
        [
            ("", "the key 'package' is missing: add it"),
            ('package = "my-zoo"', "package: 'my-zoo' is not valid: write an import path"),
            ('package = "zoo"\nbundle = "a/b"', "bundle: 'a/b' is not valid: use letters, digits, _ and -"),
            ('package = "zoo"\nheader = "Made."', "header: 'Made.' is not a list: write a list"),
            ('package = "zoo"\nheader = ["a\\nb"]', "header > 0: 'a\\nb' is not valid: write one line"),
            ('package = "zoo"\nheader = []', "header: the list is empty: fill it or remove it"),
            (
                'package = "zoo"\ncolon_in_offset = "no"',
                "colon_in_offset: 'no' is not true or false: write true or false",
            ),
            ('package = "zoo"\n[facade]', "facade: the key 'folder' is missing: add it"),
            (
                'package = "zoo"\n[create_arguments]\nPet = "name"',
                "create_arguments > Pet: 'name' is not a list: write a list",
            ),
            (
                'package = "zoo"\n[facade]\nfolder = "."\nnames = {"a-b" = "c", d = "e-f"}',
                "facade > names > d: 'e-f' is not valid: write a Python name",
            ),
        ],
    )
    def test_a_value_that_is_wrong_is_refused(self, file: Path, text: str, finding: str) -> None:
        assert refused(file, text) == f"generator.toml: {finding}"

    def test_a_key_that_is_wrong_is_refused(self, file: Path) -> None:
        told = refused(file, 'package = "zoo"\nshcema = "api"')
        assert told.startswith(
            "generator.toml: the key 'shcema' is not supported here: remove it, or use one of package, "
        )

    def test_a_facade_that_is_not_there_is_refused(self, file: Path) -> None:
        told = refused(file, 'package = "zoo"\n[facade]\nfolder = "aio"')
        assert told == f"generator.toml: facade > folder: {file.parent / 'aio'} is not a folder: correct the path"

    @pytest.mark.parametrize(
        ("folder", "blocking", "finding"),
        [
            ("wire", "api", "folder: the package wire is generated from the schema: choose another name"),
            ("aio", "schema", "blocking: the package schema is generated from the schema: choose another name"),
            ("aio", "aio", "blocking: aio is the async API: choose another name"),
        ],
    )
    def test_a_name_that_another_package_has_is_refused(
        self, file: Path, folder: str, blocking: str, finding: str
    ) -> None:
        (file.parent / folder).mkdir()
        told = refused(file, f'package = "zoo"\n[facade]\nfolder = "{folder}"\nblocking = "{blocking}"\n')
        assert told == f"generator.toml: facade > {finding}"

    @pytest.mark.parametrize("output", [".", "src/.."])
    def test_a_package_that_would_replace_its_sources_is_refused(self, file: Path, output: str) -> None:
        """Everything in the folder of the package is removed before it is written."""
        (file.parent / "zoo" / "aio").mkdir(parents=True)
        text = f'package = "zoo"\nschema = "zoo/schema"\noutput = "{output}"\n[facade]\nfolder = "zoo/aio"\n'
        assert refused(file, text).splitlines() == [
            f"generator.toml: output: the package would replace {file.parent / 'zoo' / name}: choose another folder"
            for name in ("schema", "aio")
        ]

    def test_a_configuration_in_the_package_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "zoo").mkdir()
        told = refused(tmp_path / "zoo" / "generator.toml", 'package = "zoo"\noutput = ".."')
        assert f"the package would replace {tmp_path / 'zoo' / 'generator.toml'}" in told

    def test_a_file_that_is_not_there_is_refused(self, file: Path) -> None:
        with pytest.raises(SchemaError) as caught:
            read_config(file)
        assert str(caught.value) == f"{file}: the file cannot be read (No such file or directory): correct the path"

    @pytest.mark.parametrize("content", [b"package = zoo", b'package = "zo\xff"'])
    def test_a_file_that_is_not_toml_is_refused(self, file: Path, content: bytes) -> None:
        file.write_bytes(content)
        with pytest.raises(SchemaError, match=r"^generator\.toml: the file is not TOML \(.*\): correct it$"):
            read_config(file)


class TestTheProjectsOwn:
    def test_a_view_with_arguments_of_its_own_exists(self) -> None:
        config = read_config(CONFIG)
        schemas = load(config.schema)["components"]["schemas"]
        assert {*config.create_arguments} - {"*", *schemas} == set()

    def test_what_it_exports_exists(self) -> None:
        facade = read_config(CONFIG).facade
        assert facade is not None
        files = [
            *(facade.folder.parent / path for path in facade.exports if not path.startswith("wire/")),
            *(RUNTIME.parent / path.replace("wire", "runtime") for path in facade.exports if path.startswith("wire/")),
            *(facade.folder / path for path in facade.private),
        ]
        assert len(files) == 6
        assert [file for file in files if not file.is_file()] == []
