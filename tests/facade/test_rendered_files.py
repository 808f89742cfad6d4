"""Rendered files and their links, as the three contexts of a host give them."""

from __future__ import annotations

import pytest

from comodit_client.rest.exceptions import BadRequest, EntityNotFoundException, PythonApiException

HOST = "/organizations/A/environments/E/hosts/h"
CONTEXTS = {
    "application": (lambda host: host.applications().new("Wiki"), f"{HOST}/applications/Wiki/files"),
    "platform": (lambda host: host.platform().new("P"), f"{HOST}/platform/files"),
    "distribution": (lambda host: host.distribution().new("D"), f"{HOST}/distribution/files"),
}


@pytest.fixture(params=CONTEXTS)
def context(request, client):
    reach, _ = CONTEXTS[request.param]
    return reach(client.hosts("A", "E").new("h"))


@pytest.fixture
def files(request, context):
    return CONTEXTS[request.node.callspec.params["context"]][1]


def test_a_rendered_file_is_bytes(context, files, server, run):
    server.on("GET", f"{files}/a%2Fb.conf", b"key = \xff\x00")
    assert run(context.render_file("a/b.conf")) == b"key = \xff\x00"
    assert server.lines == [f"GET {files}/a%2Fb.conf"]


def test_what_cannot_be_rendered_is_told_as_the_server_says_it(context, files, server, run):
    server.on("GET", f"{files}/x", (400, {"error": ["<#if a> has no end"]}))
    with pytest.raises(BadRequest, match="<#if a> has no end"):
        run(context.render_file("x"))
    with pytest.raises(EntityNotFoundException):
        run(context.render_file("y"))


@pytest.mark.parametrize("name", ["", ".", "..", None])
def test_what_is_no_name_is_refused_and_nothing_is_sent(context, server, run, name):
    for ask in (context.render_file, context.get_file_link):
        with pytest.raises(PythonApiException, match="Invalid file"):
            run(ask(name))
    assert server.asked == []


def test_a_link_is_asked_for(context, files, server, run):
    server.on("GET", f"{files}/f/link", {"url": "https://my.comodit.com/x"})
    assert run(context.get_file_link("f")) == "https://my.comodit.com/x"
    assert server.last.query == {"short": "false"}
    run(context.get_file_link("f", True))
    assert server.last.query == {"short": "true"}


@pytest.mark.parametrize("answer", [{}, {"url": None}, {"url": ""}])
def test_a_link_that_the_answer_lacks_is_told(context, files, server, run, answer):
    server.on("GET", f"{files}/f/link", answer)
    with pytest.raises(PythonApiException, match="has no URL"):
        run(context.get_file_link("f"))
