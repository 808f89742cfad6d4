"""`make check-breaking` reports each kind of break in the API description with its line, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import bundle
from generator.config import read_config
from generator.diff.change import Change
from generator.diff.compare import compare
from generator.diff.fragment_lines import FragmentLines
from generator.diff.source import Source
from generator.gate import python_api
from generator.gate.layout import layout
from generator.gate.surface import Surface, load
from generator.paths import CONFIG, ROOT

LAYOUT = layout(read_config(CONFIG))

FILES = ("openapi.yaml", "flavors.yaml", "hosts.yaml", "settings.yaml")
FLAVOR_GET = "    get:\n      operationId: flavors.get\n"
#: The file, what is replaced, by what, the identifier of the break, and text of the line that is reported.
PLANTS = {
    "operation renamed": ("flavors", "flavors.get", "flavors.fetch", "operation-renamed flavors.get", "operationId"),
    "operation removed": (
        "hosts",
        "    delete:\n      operationId: hosts.clear\n",
        "    head:\n      operationId: hosts.peek\n",
        "operation-removed hosts.clear",
        "    delete:",
    ),
    "operation moved": (
        "flavors",
        "  /flavors/{flavor}:",
        "  /kinds/{flavor}:",
        "operation-moved flavors.get",
        "    get:",
    ),
    "member renamed": ("flavors", "        uuid:", "        identifier:", "member-renamed Flavor.uuid", "identifier:"),
    "member removed": (
        "flavors",
        "        uuid:\n          type: string\n"
        "          description: Unique identifier, 32 upper-case hexadecimal digits.\n"
        "          examples: [7D063010439111E2AD1EB0A1AC1F0299]\n          readOnly: true\n",
        "",
        "member-removed Flavor.uuid",
        "        uuid:",
    ),
    "enum value removed": ("hosts", ", ERROR", "", "enum-value-removed HostState.ERROR", "ERROR"),
    "member becomes required": (
        "flavors",
        "required: [name]",
        "required: [name, uuid]",
        "became-required Flavor.uuid",
        "uuid:",
    ),
    "member may be absent": ("flavors", "      required: [name]\n", "", "became-optional Flavor.name", "name:"),
    "type changes": (
        "flavors",
        "        uuid:\n          type: string",
        "        uuid:\n          type: integer",
        "type-changed Flavor.uuid",
        "uuid:",
    ),
    "items change": (
        "flavors",
        "items: {$ref: '#/components/schemas/Parameter'}",
        "items: {type: string}",
        "type-changed Flavor.parameters[]",
        "items:",
    ),
    "items of a list response change": (
        "flavors",
        "FlavorList: {x-list-of: Flavor}",
        "FlavorList: {x-list-of: Parameter}",
        "type-changed FlavorList.items[]",
        "FlavorList:",
    ),
    "required parameter added": (
        "flavors",
        FLAVOR_GET,
        f"{FLAVOR_GET}      parameters: [{{name: day, in: query, required: true, description: D., schema: {{}}}}]\n",
        "required-parameter-added flavors.get.day",
        "parameters:",
    ),
    "parameter removed": (
        "hosts",
        "        - name: flavor\n          in: query\n          description: Name of a flavor.\n"
        "          example: kickstart\n          schema: {type: string}\n",
        "",
        "parameter-removed hosts.create.flavor",
        "- name: flavor",
    ),
    "shared parameter renamed": (
        "openapi",
        "name: secret_only",
        "name: only_secret",
        "parameter-renamed hosts.get.secret_only",
        "secret_only",
    ),
    "Python name changes": (
        "flavors",
        "x-python-name: parameters_f",
        "x-python-name: params",
        "python-name-changed Flavor.parameters",
        "x-python-name",
    ),
    "operation of a mount renamed": (
        "settings",
        'operationId: "{tag}.list"',
        'operationId: "{tag}.all"',
        "operation-renamed host_settings.list",
        "operationId",
    ),
}


def source(folder: Path) -> Source:
    document = bundle.load(folder)
    return Source(document, FragmentLines(folder, document).locate)


def copied(folder: Path) -> Path:
    folder.mkdir()
    for name in FILES:
        shutil.copy(ROOT / "schema" / name, folder)
    return folder


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Source:
    return source(copied(tmp_path_factory.mktemp("base") / "schema"))


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_break_is_reported_with_file_and_line(name: str, base: Source, tmp_path: Path) -> None:
    stem, before, after, identifier, snippet = PLANTS[name]
    folder = copied(tmp_path / "schema")
    file = folder / f"{stem}.yaml"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")

    found = [change for change in compare(base, source(folder), strict=True) if change.breaking]

    change = {change.identifier: change for change in found}[identifier]
    assert snippet in Path(change.file).read_text(encoding="utf-8").splitlines()[change.line - 1]


def test_an_unchanged_description_has_no_changes(base: Source, tmp_path: Path) -> None:
    assert compare(base, source(copied(tmp_path / "schema")), strict=True) == []


PACKAGES = (
    *(f"generated/comodit_client/{name}" for name in ("api", "wire", "_exports")),
    *(f"handwritten/comodit_client/{name}" for name in ("aio", "rest", "config", "disk")),
)


@pytest.fixture(scope="module")
def real() -> Surface:
    return load(ROOT, LAYOUT)


def planted(root: Path) -> list[tuple[str, str]]:
    """Break the copy of the Python API in several ways, and return the identifier and the file of each break."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, root / package, ignore=shutil.ignore_patterns("__pycache__"))
    aio, api = "handwritten/comodit_client/aio", "generated/comodit_client/api"
    for package in (aio, api):
        replace(root / package / "flavor.py", "(Listable[Flavor], Gettable[Flavor])", "(Listable[Flavor])")
        replace(root / package / "host.py", "orchestration_name: str", "name: str")
        (root / package / "stage.py").unlink()
    rest = "handwritten/comodit_client/rest"
    replace(root / rest / "options.py", "attempts: int = attrs.field(default=3, ", "attempts: int = attrs.field(")
    replace(root / rest / "exceptions.py", '    "BadRequest",\n', "")
    wire = "generated/comodit_client/wire"
    replace(root / wire / "alerts.py", "def level(", "def severity(")
    return [
        ("base-removed api.flavor.FlavorCollection(Gettable)", f"{aio}/flavor.py"),
        ("parameter-removed api.host.Host.run_orchestration(orchestration_name)", f"{aio}/host.py"),
        ("module-removed api.stage", f"{aio}/stage.py"),
        ("became-required api.RetryPolicy.__init__(attempts)", f"{rest}/options.py"),
        ("removed api.exceptions.BadRequest", f"{rest}/failed_requests.py"),
        ("removed api.alert.MonitoringAlert.level", f"{wire}/alerts.py"),
    ]


def replace(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text, file
    file.write_text(text.replace(before, after), encoding="utf-8")


@pytest.mark.slow
def test_breaks_of_the_real_python_api_are_reported(real: Surface, tmp_path: Path) -> None:
    wanted = planted(tmp_path)

    found: dict[str, Change] = {
        change.identifier: change for change in python_api.breaking(real, load(tmp_path, LAYOUT))
    }

    assert {identifier: found[identifier].file for identifier, _ in wanted} == dict(wanted)


@pytest.mark.slow
def test_the_unchanged_python_api_has_no_changes(real: Surface) -> None:
    assert len(real.names) > 1000  # nothing would be found if nothing were loaded
    assert python_api.breaking(real, load(ROOT, LAYOUT)) == []
