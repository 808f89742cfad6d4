"""Mistakes in request bodies: rejected in strict mode, otherwise named in a header and a log entry."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from tests.sandbox.parity.scene import E, O, Scene

LOG = "comodit_sandbox.parity"
APPLICATIONS = f"{O}/applications/"


def application(action: str = "restart", resource: str = "service://httpd", on: str = "port") -> dict[str, Any]:
    return {
        "name": "App",
        "services": [{"name": "httpd"}],
        "files": [{"name": "conf"}],
        "parameters": [{"key": "port", "name": "port"}],
        "handlers": [{"name": "go", "do": [{"action": action, "resource": resource}], "on": [on]}],
    }


MISTAKES = [
    (application(action="updaet"), "'updaet'", "did you mean update?"),
    (application(resource="file://nope"), "no file 'nope'", ""),
    (application(resource="file://config"), "no file 'config'", "did you mean conf?"),
    (application(resource="package://httpd"), "unknown kind", "file://NAME or service://NAME"),
    (application(resource="conf"), "unknown kind", ""),
    ({"name": "App", "pakages": []}, "'pakages' is unknown", "did you mean packages?"),
    ({"name": "App", "services": [{"name": "x", "enable": True}]}, "'services[0].enable'", "did you mean enabled?"),
]


@pytest.mark.parametrize(("body", "text", "hint"), MISTAKES)
def test_a_mistake(scene: Scene, caplog: pytest.LogCaptureFixture, body: Any, text: str, hint: str) -> None:
    scene.parity.strict = True
    response = scene.send("POST", APPLICATIONS, body)
    assert response.status_code == 400
    assert text in response.json()["error"][0]
    assert hint in response.json()["error"][0]
    assert scene.send("GET", f"{APPLICATIONS}App").status_code == 404

    scene.parity.strict = False
    with caplog.at_level(logging.WARNING, LOG):
        response = scene.send("POST", APPLICATIONS, body)
    assert response.status_code == 200
    assert text in response.headers["X-Sandbox-Warning"]
    assert hint in response.headers["X-Sandbox-Warning"]
    assert [text in record.getMessage() for record in caplog.records if record.name == LOG] == [True]


def test_an_update_is_checked_against_the_files_that_stay(scene: Scene) -> None:
    scene.made("POST", APPLICATIONS, application())
    scene.parity.strict = True
    update = {**application(resource="file://conf"), "files": []}
    assert scene.send("PUT", f"{APPLICATIONS}App", update).status_code == 200
    assert scene.send("PUT", f"{APPLICATIONS}App", application(resource="file://gone")).status_code == 400
    handler = scene.made("GET", f"{APPLICATIONS}App")["handlers"][0]
    assert handler["do"][0]["resource"] == "file://conf"


def test_a_trigger_without_a_parameter_is_only_a_warning(scene: Scene) -> None:
    scene.parity.strict = True
    response = scene.send("POST", APPLICATIONS, application(on="prot"))
    assert response.status_code == 200
    assert "'prot'; did you mean port?" in response.headers["X-Sandbox-Warning"]


@pytest.mark.parametrize("trigger", ["port", "_install", "_uninstall", "file://conf"])
def test_a_trigger_that_can_fire(scene: Scene, trigger: str) -> None:
    response = scene.send("POST", APPLICATIONS, application(on=trigger))
    assert "X-Sandbox-Warning" not in response.headers


@pytest.mark.parametrize("action", ["update", "execute", "restart", "reload"])
def test_a_known_action(scene: Scene, action: str) -> None:
    scene.parity.strict = True
    response = scene.send("POST", APPLICATIONS, application(action=action))
    assert "X-Sandbox-Warning" not in response.headers


@pytest.mark.parametrize(
    "body",
    [
        {"name": "web", "uuid": "x", "version": 3, "state": "READY"},
        {"name": "web", "settings": [{"key": "k", "value": {"any": {"member": 1}}}]},
        {"name": "web", "description": None},
    ],
)
def test_read_only_members_and_free_values_are_known(scene: Scene, body: Any) -> None:
    scene.parity.strict = True
    response = scene.send("POST", f"{E}/hosts/", body)
    assert (response.status_code, response.headers.get("X-Sandbox-Warning")) == (200, None)


def test_the_header_is_bounded_and_ascii(scene: Scene) -> None:
    body = {"name": "web", **{f"é{'x' * 900}\n{index}": 1 for index in range(20)}}
    value = scene.send("POST", f"{E}/hosts/", body).headers["X-Sandbox-Warning"]
    assert value.isascii()
    assert value.isprintable()
    assert len(value) <= 1000


def test_sample_contents_and_read_entities_have_no_mistakes(scene: Scene) -> None:
    scene.parity.strict = True
    for path in ("applications/Wordpress", "platforms/Demo Platform", "distributions/Demo Distribution"):
        entity = scene.made("GET", f"{O}/{path}")
        response = scene.send("PUT", f"{O}/{path}", entity)
        assert (response.status_code, response.headers.get("X-Sandbox-Warning")) == (200, None), response.text
