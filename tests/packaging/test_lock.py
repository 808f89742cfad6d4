"""uv.lock: what pyproject.toml asks for, from the public index, with a hash of each file."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from tests.packaging.wheels import ROOT

HOW = "run make lock"
OWN = "comodit-client"
INDEX = "https://pypi.org/simple"


@pytest.fixture(scope="module")
def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def packages():
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    found = {}
    for package in lock["package"]:
        found.setdefault(package["name"], []).append(package)
    return found


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted(project, extra):
    """What an extra needs, with the extras that it includes, as (name, specifier); "" is the library itself."""
    extras = project["optional-dependencies"]
    for text in extras[extra] if extra else project["dependencies"]:
        requirement = Requirement(text)
        if requirement.name == OWN:
            for other in requirement.extras:
                yield from wanted(project, other)
        else:
            yield normal(requirement.name), requirement.specifier


def locked(packages, extra):
    """The same, as the lock has it."""
    marker = f"extra == '{extra}'"
    for requirement in packages[OWN][0]["metadata"]["requires-dist"]:
        if marker in requirement.get("marker", "") if extra else "marker" not in requirement:
            yield requirement["name"], SpecifierSet(requirement.get("specifier", ""))


def test_it_names_all_extras(project, packages):
    assert set(packages[OWN][0]["metadata"]["provides-extras"]) == set(project["optional-dependencies"]), HOW


def test_it_agrees_with_the_dependencies_of_each_extra(project, packages):
    for extra in ("", *project["optional-dependencies"]):
        assert set(locked(packages, extra)) == set(wanted(project, extra)), f"{extra}: {HOW}"


def test_each_version_is_an_allowed_one(project, packages):
    needed = {pair for extra in ("", *project["optional-dependencies"]) for pair in wanted(project, extra)}
    assert len(needed) > 20
    assert [
        f"{name} {package['version']}: {HOW}"
        for name, specifier in needed
        for package in packages[name]
        if not specifier.contains(package["version"], prereleases=True)
    ] == []


def test_it_is_for_the_supported_versions_of_python(project):
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    assert lock["requires-python"] == project["requires-python"], HOW


def test_each_file_is_on_the_public_index_and_has_a_hash(packages):
    files = 0
    for name, versions in packages.items():
        for package in versions:
            if name == OWN:
                assert package["source"] == {"editable": "."}
                continue
            assert package["source"] == {"registry": INDEX}
            for file in (*package.get("wheels", ()), *([package["sdist"]] if "sdist" in package else ())):
                assert file["url"].startswith("https://files.pythonhosted.org/packages/")
                assert re.fullmatch(r"sha256:[0-9a-f]{64}", file["hash"])
                files += 1
    assert files > 200
