"""What plans show: no secrets, and the names of files as the user knows them."""

from __future__ import annotations

import json

import pytest

from comodit_client.api.planner import ChangePlan, MemberChange, PlannedChange, Planner
from comodit_client.disk.desired import desired
from comodit_client.rest.exceptions import ImportException, PlanException, PlanOutdated

from .conftest import change, edit, paths, write


def test_secrets_are_never_shown(folder, client):
    edit(folder)
    plan = Planner(folder).plan(client)
    shown = (str(plan), repr(plan), json.dumps(plan.to_json()), repr(plan.files))
    assert not any("s3cret" in text for text in shown)
    assert "value: ********" in str(plan)
    broken = client.get_application("OOO", "Wordpress")
    broken.lock()
    with pytest.raises(ImportException) as error:
        plan.apply(client)
    assert "s3cret" not in f"{error.value} {error.value.report}"


def test_secrets_are_in_no_message(folder, client, tmp_path):
    edit(folder)
    plan = Planner(folder).plan(client)
    broken = client.get_application("OOO", "Wordpress")
    broken.description = "somebody else's"
    broken.update()
    with pytest.raises(PlanOutdated) as outdated:
        plan.apply(client)
    file = tmp_path / "plan.json"
    plan.save(file)
    found = json.loads(file.read_text())
    assert "s3cret" in file.read_text()
    texts = [str(outdated.value), repr(outdated.value), str(outdated.value.paths)]
    for members in ({"server": "https://elsewhere.test"}, {"files": "s3cret"}, {"changes": [found["files"][0]]}):
        file.write_text(json.dumps({**found, **members}))
        with pytest.raises(PlanException) as error:
            ChangePlan.load(file).apply(client)
        texts += [str(error.value), repr(error.value)]
    for key in range(len(found["files"])):
        broken_files = [one for number, one in enumerate(found["files"]) if number != key]
        file.write_text(json.dumps({**found, "files": [*broken_files, {**found["files"][key], "names": 1}]}))
        with pytest.raises(PlanException) as error:
            ChangePlan.load(file)
        texts += [str(error.value), repr(error.value)]
    assert not any("s3cret" in text for text in texts)


def test_secrets_of_applications_that_are_not_in_the_folder_are_not_shown(folder, client):
    edit(folder)
    Planner(folder, targets=["applications"]).plan(client).apply(client)
    write(
        folder / "environments/Default/hosts/x/definition.json",
        name="x",
        settings=[{"key": "api_key", "value": "s3cret"}],
    )
    change(folder / "environments/Default/definition.json", settings=[{"key": "api_key", "value": "s3cret"}])
    plan = Planner(folder / "environments/Default").plan(client)
    assert paths(plan) == [
        "create setting settings/api_key",
        "replace platform context hosts/web/platform",
        "create host hosts/x",
    ]
    assert "s3cret" not in f"{plan} {plan!r} {plan.to_json()}"


def test_a_changed_secret_is_masked_on_both_sides(folder, client):
    edit(folder)
    Planner(folder).plan(client).apply(client)
    host = folder / "environments/Prod/hosts/web-1/definition.json"
    change(host, settings=[{"key": "port", "value": 81}, {"key": "api_key", "value": "s3cret-other"}])
    assert Planner(folder).plan(client).changes == (
        PlannedChange(
            "update", "setting", "environments/Prod/hosts/web-1/settings/port", (MemberChange("value", 80, 81),)
        ),
        PlannedChange(
            "update",
            "setting",
            "environments/Prod/hosts/web-1/settings/api_key",
            (MemberChange("value", "********", "********"),),
        ),
    )


YAML = """
kind: organization
name: OOO
---
kind: application
name: Shop
files:
- {name: a.conf, content: text}
parameters: PARAMETERS
---
kind: host
environment: Default
name: n
platform: PLATFORM
---
kind: platform context
environment: Default
host: n
platform: Demo Platform
"""


@pytest.mark.parametrize(
    ("parameters", "platform", "reason"),
    [
        ("[{}]", "Demo Platform", "more/shop.yaml, line 5 has an item of parameters without a name"),
        ("[]", "Other", "more/shop.yaml, line 11 and more/shop.yaml, line 16 name different values of platform"),
    ],
)
def test_mistakes_name_the_yaml_file(client, tmp_path, parameters, platform, reason):
    (tmp_path / "more").mkdir()
    text = YAML.replace("PARAMETERS", parameters).replace("PLATFORM", platform)
    (tmp_path / "more" / "shop.yaml").write_text(f"# A comment{text}")
    write(tmp_path / "environments/Default/definition.json", name="Default")
    with desired(tmp_path) as folder, pytest.raises(ImportException) as error:
        Planner(folder).plan(client)
    assert reason in str(error.value)
    assert "comodit-desired" not in str(error.value)


def test_a_file_without_a_name_has_no_content_and_is_reported(folder, client):
    change(folder / "applications/Wordpress/definition.json", files=[{"path": "/x"}])
    with pytest.raises(ImportException, match=r"applications/Wordpress/definition\.json has an item of files without"):
        Planner(folder).plan(client)


def test_reports_name_files_by_their_paths_in_the_folder(folder, client):
    (folder / "applications/Wordpress/files/wp-config.php").write_bytes(b"edited")
    (folder / "applications/Wordpress/thumb").write_bytes(b"\x89PNG\r\n\x1a\nnew")
    assert Planner(folder).plan(client).apply(client).done == (
        "Upload file 'wp-config.php' of application 'Wordpress' from 'applications/Wordpress/files/wp-config.php'",
        "Upload thumbnail of application 'Wordpress' from 'applications/Wordpress/thumb'",
    )
