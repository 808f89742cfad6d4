"""The routes of the page: its files, their headers, and the conditions of a request."""

from __future__ import annotations

import re
from importlib.resources import files

import httpx
import pytest

from comodit_client.sandbox import Sandbox
from comodit_client.sandbox.faults.kinds import KINDS
from tests.sandbox.page.conftest import PLAIN, read

STATIC = {file.name for file in files("comodit_client.sandbox.page").joinpath("static").iterdir()}
DATA = ("events", "page/options", "page/owner?organization=OOO")
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "connect-src": "'self'",
    "img-src": "'self' data:",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}


def get(sandbox: Sandbox, path: str, method: str = "GET", **headers: str) -> httpx.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    # A stream does not end: only its headers are read.
    with httpx.stream(method, f"{sandbox.base_url}/sandbox{path}", headers=named, verify=PLAIN) as response:
        if not response.headers["Content-Type"].startswith("text/event-stream"):
            response.read()
        return response


def is_protected(response: httpx.Response) -> bool:
    headers = response.headers
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    return (
        policy == POLICY and headers["X-Content-Type-Options"] == "nosniff" and headers["Cache-Control"] == "no-store"
    )


@pytest.mark.parametrize("path", ["", "/"])
def test_the_page(sandbox: Sandbox, path: str) -> None:
    response = get(sandbox, path)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "<h1>ComodIT sandbox</h1>" in response.text
    assert is_protected(response)


@pytest.mark.parametrize("name", sorted(STATIC))
def test_static_files(sandbox: Sandbox, name: str) -> None:
    response = get(sandbox, f"/page/static/{name}")
    kind = {"css": "text/css", "html": "text/html", "js": "text/javascript"}[name.rpartition(".")[2]]
    assert response.headers["Content-Type"] == f"{kind}; charset=utf-8"
    assert is_protected(response)


@pytest.mark.parametrize("name", ["none.js", "..%2f__init__.py", "__init__.py", "page.py", "%2e%2e"])
def test_other_files_do_not_exist(sandbox: Sandbox, name: str) -> None:
    response = get(sandbox, f"/page/static/{name}")
    assert response.status_code in (400, 404)
    assert "import" not in response.text


def test_the_page_refers_to_its_own_files_only(sandbox: Sandbox) -> None:
    page = get(sandbox, "/").text
    assert set(re.findall(r'(?:src|href)="([^"#]+)"', page)) == {
        "data:,",
        "/sandbox/page/static/page.css",
        "/sandbox/page/static/page.js",
    }
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?! type=\"module\" src)", page)
    scripts = [get(sandbox, f"/page/static/{name}").text for name in STATIC if name.endswith(".js")]
    imported = {name for script in scripts for name in re.findall(r'from "([^"]+)"', script)}
    assert {name.removeprefix("./") for name in imported} <= STATIC
    assert not [
        script for script in scripts if re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write", script)
    ]


def test_the_stream_is_protected_as_well(sandbox: Sandbox) -> None:
    assert is_protected(get(sandbox, "/events"))
    assert is_protected(get(sandbox, "/page/options"))
    assert is_protected(get(sandbox, "/page/owner"))


def test_a_head_request_to_the_stream_ends(sandbox: Sandbox) -> None:
    response = httpx.head(f"{sandbox.base_url}/sandbox/events", timeout=5, verify=PLAIN)
    assert response.headers["Content-Type"].startswith("text/event-stream")


@pytest.mark.parametrize("path", ["", "page/static/page.js", *DATA])
def test_requests_of_other_sites_are_rejected(sandbox: Sandbox, path: str) -> None:
    assert get(sandbox, f"/{path}", Host="evil.example").status_code == 403
    assert get(sandbox, f"/{path}", Origin="http://evil.example").status_code == 403
    assert get(sandbox, f"/{path}", Sec_Fetch_Site="cross-site").status_code == 403
    assert get(sandbox, f"/{path}", Sec_Fetch_Site="same-site").status_code == 403
    assert get(sandbox, f"/{path}", Sec_Fetch_Site="same-origin").status_code == 200
    assert get(sandbox, f"/{path}", Sec_Fetch_Site="none", Origin=sandbox.base_url).status_code == 200


@pytest.mark.parametrize("path", DATA)
def test_data_needs_the_token(guarded: Sandbox, path: str) -> None:
    missing = get(guarded, f"/{path}")
    assert (missing.status_code, missing.headers["WWW-Authenticate"]) == (401, "Bearer")
    assert get(guarded, f"/{path}", Authorization="Bearer wrong").status_code == 401
    assert get(guarded, f"/{path}", Authorization="Bearer t0ken").status_code == 200


def test_the_page_itself_needs_no_token(guarded: Sandbox) -> None:
    assert get(guarded, "/").status_code == 200
    assert {get(guarded, f"/page/static/{name}").status_code for name in STATIC} == {200}


@pytest.mark.parametrize("path", ["/", "/events", "/page/options", "/page/static/page.js"])
def test_nothing_can_be_sent(sandbox: Sandbox, path: str) -> None:
    assert get(sandbox, path, "POST").status_code in (405, 415)


def test_options(sandbox: Sandbox) -> None:
    options = read(sandbox, "options")
    assert options["kinds"] == dict(KINDS)
    assert {option["type"] for option in options["options"]} == {"bool", "float", "int", "str"}
    assert {"name": "times", "type": "int", "default": 1} in options["options"]
    assert {"name": "served", "type": "bool", "default": None} in options["options"]


def test_other_data_does_not_exist(sandbox: Sandbox) -> None:
    assert "owner, definition, file" in read(sandbox, "other", 404)["error"][0]
