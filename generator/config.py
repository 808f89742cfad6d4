"""The configuration: everything in the generated code that belongs to one service, read from a TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import Factory, evolve, frozen

from generator.config_grammar import CONFIG
from generator.errors import SchemaError
from generator.violations import findings

WIDTH = 120
#: The packages that every client has.
PACKAGES = ("wire", "schema", "_exports")


@frozen
class Facade:
    """The hand-written async API, from which the blocking one is derived.

    Args:
        folder: Its folder.
        name: The name of the async API, which is that of its folder.
        source: The folder as the configuration names it, for the first line of each file.
        blocking: The name of the blocking API.
        names: The names that differ between the two APIs, besides those that every API has.
        exports: Modules beside the folder whose classes are exported too, each with the module to import them from.
        private: Private modules of the facade, each with the class to export from it.
        beside: Packages beside the folder that its public classes come from.
        old_modules: Modules that no longer exist: the names that they had, each with its import path in the package.
        old_names: Names that modules no longer have, each with its import path in the package.
    """

    folder: Path
    name: str
    source: str
    blocking: str = "api"
    names: Mapping[str, str] = Factory(dict)
    exports: Mapping[str, str] = Factory(dict)
    private: Mapping[str, str] = Factory(dict)
    beside: tuple[str, ...] = ()
    old_modules: Mapping[str, Mapping[str, str]] = Factory(dict)
    old_names: Mapping[str, Mapping[str, str]] = Factory(dict)


@frozen
class Reference:
    """The pages of Markdown that describe the REST API.

    Args:
        folder: The folder to write them to.
        guide: The page, relative to the folder, that says how to send a request.
    """

    folder: Path
    guide: str


@frozen
class ModulePages:
    """The pages of Markdown that describe the Python modules.

    Args:
        folder: The folder with a folder for each API and for the wire layer.
        runtime: The modules of the wire layer that are not made from the schema, but have a page.
    """

    folder: Path
    runtime: tuple[str, ...] = ()


@frozen
class CommandLineFiles:
    """The command line.

    Args:
        folder: The folder of its description.
        source: That folder as the configuration names it, for the first line of each file.
        package: The name of the package for the table of commands.
        pages: The folder of the pages that describe the commands; None for none.
        manual: The folder of the manual pages; None for none.
    """

    folder: Path
    source: str
    package: str
    pages: Path | None = None
    manual: Path | None = None


@frozen
class Config:
    """The configuration of a generated package.

    Args:
        root: The folder of the configuration.
        file: The name of its file.
        package: The name of the package.
        schema: The folder of the schema.
        source: That folder as the configuration names it, for the first line of each file.
        output: The folder to write the package to.
        bundle: The name of the files that hold the whole schema.
        header: The sentences at the top of each file. `{source}` stands for what it is made from.
        wire_doc: The docstring of the wire layer.
        http_header_prefix: The start of the service's own HTTP headers, which the names of arguments leave out.
        base_exception: The name of the base class of all exceptions.
        colon_in_offset: True if dates are written with `+02:00`, as RFC 3339 requires; False for `+0200`.
        create_arguments: The members that the facade's `create` has arguments for, by the view; `*` for other views.
        ruff: The configuration that the code is formatted with; None for the generator's own.
        facade: The async API; None if the package has no facade.
        reference: The pages that describe the REST API; None for none.
        command_line: The command line; None if the package has none.
        module_pages: The pages that describe the Python modules; None for none.
    """

    root: Path
    file: str
    package: str
    schema: Path
    source: str
    output: Path
    bundle: str
    header: tuple[str, ...]
    wire_doc: str
    http_header_prefix: str
    base_exception: str
    colon_in_offset: bool
    create_arguments: Mapping[str, tuple[str, ...]]
    ruff: Path | None
    facade: Facade | None
    reference: Reference | None
    command_line: CommandLineFiles | None = None
    module_pages: ModulePages | None = None

    @property
    def folder(self) -> Path:
        """The folder of the generated package. Everything in it is generated."""
        return self.output.joinpath(*self.package.split("."))

    @property
    def wire(self) -> str:
        """The import path of the wire layer."""
        return f"{self.package}.wire"

    def notice(self, source: str) -> str:
        """Return what the top of a generated file says, as one line.

        Args:
            source: What the file is made from.
        """
        return " ".join(self.header).replace("{source}", source)

    def with_schema(self, folder: Path) -> Config:
        """Return a copy with another folder of the schema, and the command line that is in it, if any.

        Args:
            folder: The folder.
        """
        line = self.command_line
        if line is not None and line.folder.is_relative_to(self.schema):
            there = folder / line.folder.relative_to(self.schema)
            line = evolve(line, folder=there) if there.is_dir() else None
        return evolve(self, schema=folder, command_line=line)

    def head(self, source: str) -> str:
        """Return the comment at the top of a generated file.

        Args:
            source: What the file is made from.

        Returns:
            One line, or one for each sentence if that would be too long.
        """
        sentences = [sentence.replace("{source}", source) for sentence in self.header]
        line = f"# {' '.join(sentences)}"
        return "".join(f"{one}\n" for one in ([line] if len(line) <= WIDTH else [f"# {one}" for one in sentences]))


def read_config(file: Path) -> Config:
    """Read a configuration.

    Args:
        file: The file. Its paths are relative to its folder.

    Returns:
        The configuration.

    Raises:
        SchemaError: The file cannot be read, has a key or a value that is not supported, or the generated package
            would replace its own sources.
    """
    content = _content(file)
    found = findings(file.name, content, CONFIG)
    if found:
        raise SchemaError(found)
    config = _config(file, content)
    sources = [file.resolve(), config.schema, *([config.facade.folder] if config.facade else [])]
    found = [
        f"{file.name}: output: the package would replace {source}: choose another folder"
        for source in sources
        if source.is_relative_to(config.folder)
    ]
    if config.facade is not None:
        found += [f"{file.name}: facade > {text}" for text in _of_facade(config.facade)]
    if found:
        raise SchemaError(found)
    return config


def _of_facade(facade: Facade) -> Iterator[str]:
    if not facade.folder.is_dir():
        yield f"folder: {facade.folder} is not a folder: correct the path"
    for key, name in (("folder", facade.name), ("blocking", facade.blocking)):
        if name in PACKAGES:
            yield f"{key}: the package {name} is generated from the schema: choose another name"
    if facade.blocking == facade.name:
        yield f"blocking: {facade.name} is the async API: choose another name"


def _content(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise SchemaError([f"{file}: the file cannot be read ({error.strerror}): correct the path"]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SchemaError([f"{file.name}: the file is not TOML ({error}): correct it"]) from error


def _config(file: Path, content: dict[str, Any]) -> Config:
    root = file.resolve().parent
    package, facade, pages = content["package"], content.get("facade"), content.get("reference")
    line = content.get("command_line")
    source = content.get("schema", "schema")
    wire_doc = "The wire layer: a function for each operation of the API, and a typed view for each JSON object."
    return Config(
        root=root,
        file=file.name,
        package=package,
        schema=(root / source).resolve(),
        source=f"{source.rstrip('/')}/",
        output=(root / content.get("output", "generated")).resolve(),
        bundle=content.get("bundle", package.rpartition(".")[2]),
        header=tuple(content.get("header", ["Made by `python -m generator` from {source}.", "Do not edit."])),
        wire_doc=content.get("wire_doc", wire_doc),
        http_header_prefix=content.get("http_header_prefix", ""),
        base_exception=content.get("base_exception", "ClientError"),
        colon_in_offset=content.get("colon_in_offset", True),
        create_arguments={view: tuple(names) for view, names in content.get("create_arguments", {}).items()},
        ruff=(root / content["ruff"]).resolve() if "ruff" in content else None,
        facade=None if facade is None else _facade(root, package, facade),
        reference=None if pages is None else Reference((root / pages["folder"]).resolve(), pages["guide"]),
        command_line=None if line is None else _command_line(root, line),
        module_pages=_module_pages(root, content["module_pages"]) if "module_pages" in content else None,
    )


def _facade(root: Path, package: str, content: dict[str, Any]) -> Facade:
    blocking: str = content.get("blocking", "api")
    old_modules: dict[str, dict[str, list[str]]] = content.get("old_modules", {})
    old_names: dict[str, dict[str, str]] = content.get("old_names", {})
    folder = (root / content["folder"]).resolve()
    return Facade(
        folder=folder,
        name=folder.name,
        source=content["folder"].rstrip("/"),
        blocking=blocking,
        names=content.get("names", {}),
        exports=content.get("exports", {}),
        private=content.get("private", {}),
        beside=tuple(content.get("beside", ())),
        old_modules={
            module: {name: f"{package}.{blocking}.{home}.{name}" for home, names in homes.items() for name in names}
            for module, homes in old_modules.items()
        },
        old_names={
            module: {name: f"{package}.{target}" for name, target in names.items()}
            for module, names in old_names.items()
        },
    )


def _command_line(root: Path, content: dict[str, str]) -> CommandLineFiles:
    source = content["folder"].rstrip("/")
    pages, manual = ((root / content[key]).resolve() if key in content else None for key in ("pages", "manual"))
    return CommandLineFiles((root / source).resolve(), f"{source}/", content.get("package", "_commands"), pages, manual)


def _module_pages(root: Path, content: dict[str, Any]) -> ModulePages:
    return ModulePages((root / content["folder"]).resolve(), tuple(content.get("runtime", ())))
