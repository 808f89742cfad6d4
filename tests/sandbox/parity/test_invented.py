"""Each invented behaviour: 501 in strict mode without any change, and a header and a log entry with --warn."""

from __future__ import annotations

import logging

import httpx
import pytest

from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.dispatcher import Dispatcher, IncomingRequest
from comodit_client.sandbox.http.uploads import Upload
from comodit_client.sandbox.parity.catalogue import BEHAVIOURS
from comodit_client.sandbox.parity.questions import QUESTIONS
from comodit_client.sandbox.schema import load_schema
from tests.sandbox.parity.provocations import PROVOCATIONS
from tests.sandbox.parity.scene import E, Scene

LOG = "comodit_sandbox.parity"
INVENTED = [name for name, behaviour in BEHAVIOURS.items() if behaviour.confidence == "invented"]


def test_each_invented_behaviour_has_a_request() -> None:
    assert sorted(PROVOCATIONS) == sorted(INVENTED)


@pytest.mark.parametrize("name", INVENTED)
def test_an_invented_response(name: str, scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    request, behaviour = PROVOCATIONS[name](scene), BEHAVIOURS[name]
    scene.send("GET", E)  # does the work that is due
    before = scene.dump()

    scene.parity.strict = True
    rejected = scene.send(request.method, request.path, request.body, **request.more)
    assert rejected.status_code == 501, rejected.text
    texts = rejected.json()["error"]
    assert any(text.startswith(f"{behaviour.question}: ") for text in texts)
    assert any(QUESTIONS[behaviour.question] in text for text in texts)
    assert behaviour.switch in " ".join(texts)
    assert scene.dump() == before

    scene.parity.strict, scene.parity.warn = False, True
    caplog.clear()
    with caplog.at_level(logging.WARNING, LOG):
        marked = scene.send(request.method, request.path, request.body, **request.more)
    assert behaviour.question in marked.headers["X-Sandbox-Invented"].split(", ")
    logged = [record.getMessage() for record in caplog.records if record.name == LOG]
    assert any(f"{behaviour.question}: " in text for text in logged)


def test_a_chosen_switch_decides_the_question() -> None:
    with (
        Sandbox(strict=True, stale_versions="accept") as sandbox,
        httpx.Client(base_url=sandbox.url, auth=("UUU", "PPP")) as client,
    ):
        assert client.put(E, json={"name": "Default"}).status_code == 200
        assert client.put(E, json={"name": "Default", "version": 0}).status_code == 200


def test_known_behaviour_has_no_header_and_is_not_logged(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    scene.parity.strict = scene.parity.warn = True
    with caplog.at_level(logging.WARNING, LOG):
        response = scene.send("GET", E)
    assert response.status_code == 200
    assert not any(name.lower().startswith("x-sandbox") for name in response.headers)
    assert [record for record in caplog.records if record.name == LOG] == []


def test_without_warn_an_invented_response_is_not_marked(scene: Scene) -> None:
    response = scene.send("GET", "/flavors/")
    assert response.status_code == 200
    assert "X-Sandbox-Invented" not in response.headers


def test_commands_of_the_sandbox_are_not_requests(scene: Scene) -> None:
    scene.parity.strict = True
    scene.sandbox.make_hosts(1, provisioned=True)
    assert scene.send("GET", f"{E}/hosts/host-00000").status_code == 200


def test_requests_in_one_process_go_through_the_same_steps(scene: Scene) -> None:
    world = scene.sandbox._control.world
    scene.parity.strict = True
    headers = httpx.BasicAuth("UUU", "PPP")._auth_header
    request = IncomingRequest("GET", b"/flavors/", {}, {"Authorization": headers}, Upload(world.store.contents), "")
    assert Dispatcher(world, load_schema()).dispatch_blocking(request).status == 501
    scene.parity.strict, scene.parity.warn = False, True
    response = Dispatcher(world, load_schema()).dispatch_blocking(request)
    assert (response.status, response.headers["X-Sandbox-Invented"]) == (200, "Q33")
