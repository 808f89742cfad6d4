"""An import that fails at any action reports what it did, and the next import continues from there."""

from __future__ import annotations

import threading

import httpx
import pytest

from comodit_client.api import Client
from comodit_client.api.exporter import Export
from comodit_client.api.importer import Import
from comodit_client.rest.exceptions import ImportException

from .conftest import PNG, tree
from .same import compared, rename


class Failing(httpx.HTTPTransport):
    """Fails the n-th request that changes something: it does not reach the server, or its response is lost."""

    def __init__(self):
        super().__init__()
        self.lock = threading.Lock()
        self.fail(0, False)

    def fail(self, last, lost):
        self.last, self.lost, self.asked = last, lost, 0

    def handle_request(self, request):
        if request.method == "GET":
            return super().handle_request(request)
        with self.lock:
            self.asked += 1
            strikes = self.asked == self.last
        if not strikes:
            return super().handle_request(request)
        if self.lost:
            super().handle_request(request).read()
        return httpx.Response(500, json={"error": ["out of order"]}, request=request)


@pytest.fixture
def failing():
    return Failing()


@pytest.fixture
def client(comodit_sandbox, failing):
    with Client(comodit_sandbox.url, "UUU", "PPP", transport=failing) as client:
        yield client


@pytest.fixture
def folder(client, tmp_path):
    """An organization with two of each kind of which one might come and the other not."""
    organization = client.get_organization("OOO")
    client.users().create("ann", password="x", email="ann@example.net", full_name="Ann")
    users = organization.groups().get("users")
    users.add_user("ann")
    users.update()
    organization.settings().create("zone", "eu")
    application = organization.get_application("Wordpress")
    application.gits().create("src", "https://git.example.net/x.git")
    application.rpm_modules().create("nodejs", "18")
    application.set_thumbnail_content(PNG)
    environment = organization.get_environment("Default")
    for name in ("web", "db"):
        host = environment.hosts().create(name, "", "Demo Platform", "Demo Distribution")
        host.install("Wordpress", {"wp_admin_password": "hush", "wp_admin_email": "a@b.c"})
        host.get_platform().settings().create("size", "L")
    organization.webhooks().create("Ping")
    organization.jobs().create("Nightly")
    organization.notifications().create("Slack", '{"webHookUrl": "https://example.net/hush"}', "Ops")
    group = organization.host_groups().new("Fronts")
    group.set_json({"name": "Fronts", "hosts": [{"environment": "Default", "host": name} for name in ("web", "db")]})
    group.create()
    orchestration = organization.orchestrations().new("Rolling")
    orchestration.set_json(
        {
            "name": "Rolling",
            "applicationsOperations": [{"application": "Wordpress", "handler": None, "position": 0}],
            "orderedHostGroup": [{"position": 0, "hostGroup": {"name": "Fronts"}}],
        }
    )
    orchestration.create()
    orchestration.handlers().create("on-change", ["zone"])
    stage = organization.pipelines().create("Release").stages.create("first")
    for name, member, target in (("roll", "orchestration", "Rolling"), ("call", "webhook", "Ping")):
        step = stage.steps.new(name)
        step.set_json({"name": name, member: target})
        step.create()
    organization.resource_properties.create("release", "Wordpress", package_name="httpd", value="2")
    Export(with_secrets=True).export_organization(organization, tmp_path / "o")
    return tmp_path / "o"


def exported(client, name, folder):
    """What the server has of an organization, as far as it is compared, under one name."""
    Export(with_secrets=True).export_organization(client.get_organization(name), folder)
    rename(folder, "Any")
    return {
        key: str(text).replace(f'"{name}"', '"Any"').replace(f"{name}/", "Any/")
        for key, text in compared(tree(folder)).items()
    }


def whole_import(client, failing, folder, parallel):
    """Import without a failure; the number of actions, and of requests that change something."""
    rename(folder, "Whole")
    failing.fail(0, False)
    importer = Import(parallel=parallel)
    importer.import_organization(client, folder)
    return len(importer.report.done), failing.asked


@pytest.mark.slow
@pytest.mark.parametrize(
    ("first", "parallel", "again", "lost"),
    [(1, 1, "update_existing", False), (2, 8, "update_existing", True), (3, 1, "skip_conflict", False)],
)
def test_it_goes_on_after_a_failure_at_any_action(client, failing, folder, tmp_path, first, parallel, again, lost):
    actions, requests = whole_import(client, failing, folder, parallel)
    whole = exported(client, "Whole", tmp_path / "whole")
    assert actions > 30
    # The administrator is in the group already, so one action sends nothing.
    for last in range(first, requests + 1, 3):  # each action fails in one of the three cases
        rename(folder, f"Part{last}")
        failing.fail(last, lost)
        with pytest.raises(ImportException, match="out of order") as caught:
            Import(parallel=parallel).import_organization(client, folder)
        report = caught.value.report
        assert report.failed
        assert len(report.done) + 1 + len(report.also_failed) + len(report.not_attempted) == actions
        assert parallel > 1 or last - 1 <= len(report.done) <= last
        failing.fail(0, False)
        importer = Import(**{again: True})
        importer.import_organization(client, folder)
        assert importer.report.failed == ""
        found = exported(client, f"Part{last}", tmp_path / f"part{last}")
        assert found.keys() == whole.keys()
        wrong = {name for name in found if found[name] != whole[name]}
        if again == "skip_conflict" and any("Add members" in text for text in importer.report.skipped):
            wrong.discard("groups/users/definition.json")  # nobody is given rights in what exists unless that is asked
        assert wrong == set(), (last, report.failed)
