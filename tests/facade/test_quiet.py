"""The library neither prints nor ends the process; only methods whose purpose is printing, such as `show`, print."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import comodit_client
from tests.each import each

PARTS = ("wire", "rest", "disk", "config", "aio", "api")
SOURCES = [
    source
    for portion in comodit_client.__path__
    for part in PARTS
    for source in sorted((Path(portion) / part).rglob("*.py"))
]
PRINTING = {
    ("view.py", "print_json"),
    ("view.py", "show"),
    ("actions.py", "display"),
    ("queue.py", "display_actions"),
}


def dotted(node):
    """Return the name that an expression consists of, such as sys.stdout.write; empty for other expressions."""
    if isinstance(node, ast.Attribute):
        left = dotted(node.value)
        return f"{left}.{node.attr}" if left else ""
    return node.id if isinstance(node, ast.Name) else ""


def calls(tree, inside=""):
    """Yield each call in a piece of code, with the function that it stands in."""
    for node in ast.iter_child_nodes(tree):
        within = node.name if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) else inside
        if isinstance(node, ast.Call):
            yield within, dotted(node.func)
        yield from calls(node, within)


@pytest.mark.slow
@each("source", SOURCES)
def test_nothing_prints_asks_or_ends_the_process(source):
    tree = ast.parse(source.read_text(encoding="utf-8"))
    found = {
        (inside, called)
        for inside, called in calls(tree)
        if called.split(".")[0] in ("print", "input", "exit", "quit", "breakpoint", "getpass", "pprint")
        or (called.startswith(("sys.", "os._exit", "os.abort", "os.kill", "signal.")) and called != "sys._getframe")
    }
    assert {(source.name, inside) for inside, _ in found} <= PRINTING
    assert {called for _, called in found} <= {"print"}
    names = {dotted(node) for node in ast.walk(tree)}
    assert not names & {"sys.exit", "SystemExit", "sys.stdout", "sys.stderr", "sys.argv"}


def test_all_layers_are_looked_at():
    assert {source.parent.name for source in SOURCES} >= {*PARTS}
    assert len(SOURCES) > 200


def test_a_session_of_work_prints_nothing(client, server, run, capfd):
    base = "/organizations/A/environments/E/hosts"
    server.on("POST", f"{base}/", {"name": "h", "state": "DEFINED"})
    server.on("POST", f"{base}/h/instance/", (202, None))
    server.on("GET", f"{base}/h", {"name": "h", "state": "READY"})
    server.on("DELETE", f"{base}/h", (404, {"error": ["gone"]}))
    host = run(client.hosts("A", "E").create("h"))
    run(host.provision())
    run(host.wait_for_state("READY"))
    run(host.delete())
    assert capfd.readouterr() == ("", "")
