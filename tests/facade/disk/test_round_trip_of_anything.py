"""Whatever an organization holds comes back the same, names and contents of any kind included."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comodit_client.api import Client
from comodit_client.api.exporter import Export
from comodit_client.api.importer import Import

from .conftest import tree
from .test_round_trip import compared, rename

NUMBERS = count()
#: What is hard for file systems comes more often than by chance.
HARD = st.sampled_from(
    ["..x", "../../x", "a/b", "CON", "con.txt", "A", "a", "é", "e\u0301", "x.", " x", "%41", "a:b", "*"]
)
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
NAMES = HARD | st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).filter(
    lambda name: name.strip() and name not in (".", "..")
)
FILES = NAMES.filter(lambda name: "/" not in name)
KEYS = st.from_regex(r"[a-z][a-z0-9_.]{0,8}", fullmatch=True)
VALUES = st.recursive(
    st.booleans() | st.integers(-(2**40), 2**40) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)
SETTINGS = st.dictionaries(KEYS, VALUES, max_size=3).map(
    lambda found: [{"key": key, "value": value} for key, value in found.items()]
)
CONTENTS = st.none() | st.binary(max_size=40)
APPLICATIONS = st.fixed_dictionaries(
    {
        "description": TEXT,
        "packages": st.lists(st.fixed_dictionaries({"name": KEYS}), max_size=2),
        "parameters": st.dictionaries(NAMES, VALUES, max_size=2),
        "files": st.dictionaries(FILES, CONTENTS, max_size=3),
        "unknown": VALUES,
        "gits": st.sets(NAMES, max_size=2),
    }
)
ORGANIZATIONS = st.fixed_dictionaries(
    {
        "settings": SETTINGS,
        "applications": st.dictionaries(NAMES, APPLICATIONS, max_size=3),
        "environments": st.dictionaries(NAMES, st.tuples(SETTINGS, st.sets(NAMES, max_size=2)), max_size=2),
        "orchestrations": st.dictionaries(NAMES, TEXT, max_size=2),
    }
)


def make(client, name, wanted):
    organization = client.organizations().new(name)
    organization.set_json({"name": name, "settings": wanted["settings"]})
    organization.create()
    for app_name, described in wanted["applications"].items():
        make_application(organization.applications(), app_name, described)
    for environment_name, (values, hosts) in wanted["environments"].items():
        environment = organization.environments().new(environment_name)
        environment.set_json({"name": environment_name, "settings": values})
        environment.create()
        for host_name in sorted(hosts):
            host = environment.hosts()._new({"name": host_name})
            host.create()
            for app_name in wanted["applications"]:
                host.install(app_name)
    for orchestration, description in wanted["orchestrations"].items():
        organization.orchestrations().create(orchestration, description)
    return client.get_organization(name)


def make_application(applications, name, described):
    application = applications._new(
        {
            "name": name,
            "description": described["description"],
            "packages": described["packages"],
            "unknown": described["unknown"],
            "files": [{"name": file} for file in described["files"]],
            "parameters": [
                {"name": parameter, "key": f"k{number}", "value": value}
                for number, (parameter, value) in enumerate(described["parameters"].items())
            ],
        }
    )
    application.create()
    for file, content in described["files"].items():
        if content is not None:
            application.files()._new({"name": file}).set_content(content)
    for git in sorted(described["gits"]):
        application.gits().create(git, "https://example.net/x.git")


@pytest.fixture
def client(comodit_sandbox):
    with Client(comodit_sandbox.url, "UUU", "PPP") as client:
        yield client


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ORGANIZATIONS)
def test_whatever_is_exported_and_imported_is_the_same(client, wanted):
    with TemporaryDirectory() as home:
        one, two = Path(home, "one"), Path(home, "two")
        number = next(NUMBERS)
        export = Export(with_secrets=True)
        export.export_organization(make(client, f"Made{number}", wanted), one)
        rename(one, f"Copy{number}")
        Import().import_organization(client, one)
        export.export_organization(client.get_organization(f"Copy{number}"), two)
        assert compared(tree(two)) == compared(tree(one))
