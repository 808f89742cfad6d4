"""What a script does with a server, from nothing to nothing: it must hold for the sandbox and for a real server."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from comodit_client.rest.exceptions import ApiException, EntityNotFoundException
from tests.scenarios.both.conftest import Scene

#: The seconds that a real provisioning or change may take.
PATIENCE = 3600
HOST = "scenario-web"


@pytest.fixture
def environment(scene: Scene, run: Callable[[Any], Any]) -> Any:
    organization = run(scene.client.get_organization(scene.organization))
    return run(organization.get_environment(scene.environment))


@pytest.fixture
def host(scene: Scene, environment: Any, run: Callable[[Any], Any]) -> Any:
    return run(environment.hosts().create(HOST, "A scenario", scene.platform, scene.distribution))


def test_a_host_is_defined_and_deleted(scene: Scene, environment: Any, host: Any, run: Callable[[Any], Any]) -> None:
    assert (host.name, host.description, host.state) == (HOST, "A scenario", "DEFINED")
    assert run(host.get_platform()).platform == scene.platform
    host.description = "Another description"
    run(host.update())
    assert run(environment.hosts().get(HOST)).description == "Another description"
    assert HOST in [found.name for found in run(environment.hosts().list())]
    with pytest.raises(ApiException):
        run(environment.hosts().create(HOST))
    run(host.delete())
    with pytest.raises(EntityNotFoundException):
        run(environment.hosts().get(HOST))


def test_a_host_and_its_environment_have_settings_of_their_own(
    environment: Any, host: Any, run: Callable[[Any], Any]
) -> None:
    for owner, value in ((environment, "below"), (host, "above")):
        run(owner.settings().create("scenario_key", value))
    assert run(host.settings().get("scenario_key")).value == "above"
    setting = run(environment.settings().get("scenario_key"))
    setting.value = ["a", {"list": True}]
    run(setting.update())
    assert run(environment.settings().get("scenario_key")).value == ["a", {"list": True}]
    run(setting.delete())
    run(host.delete())
    assert "scenario_key" not in [found.key for found in run(environment.settings().list())]


def test_a_machine_gets_the_files_of_an_application(
    scene: Scene, environment: Any, host: Any, run: Callable[[Any], Any]
) -> None:
    organization = run(scene.client.get_organization(scene.organization))
    application = organization.applications().new("scenario-app")
    application.files_f = [{"name": "motd", "path": "/etc/motd", "owner": "root", "group": "root", "mode": "644"}]
    application.parameters_f = [{"name": "greeting", "key": "greeting", "schema": {"type": "string"}, "value": "Hello"}]
    run(application.create())
    run(run(application.get_file("motd")).set_content(b"${greeting} from ${_host.name}\n"))
    run(host.provision())
    run(host.wait_for_state("READY", timeout=PATIENCE))
    run(host.install("scenario-app", {"greeting": "Welcome"}))
    run(host.wait_for_pending_changes(timeout=PATIENCE))
    context = run(host.get_application("scenario-app"))
    assert run(context.render_file("motd")) == f"Welcome from {HOST}\n".encode()
    run(host.uninstall("scenario-app"))
    run(host.wait_for_pending_changes(timeout=PATIENCE))
    run(run(host.get_instance()).delete())
    run(host.delete())
    run(application.delete())
    assert HOST not in [found.name for found in run(environment.hosts().list())]
