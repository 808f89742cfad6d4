"""What some commands need besides the world: documents and names that fit it, and what happens before."""

from __future__ import annotations

from typing import Any

from tests.sandbox.world import E, H, O

_MEMBERS = {"name": "admin", "users": [{"username": "UUU"}]}
_HOSTS = [{"environment": "Default", "host": "web"}]
#: The documents of commands, where the example of the schema names what the world does not have.
DOCUMENTS: dict[str, Any] = {
    "organizations groups update": _MEMBERS,
    "environments groups update": _MEMBERS,
    "hosts groups update": _MEMBERS,
    "organizations orchestrations update": {"name": "roll", "description": "By night"},
    "organizations pipelines stages steps add": {"name": "next", "orchestration": "roll"},
    "organizations pipelines stages steps update": {"name": "step", "orchestration": "roll"},
    "organizations hostgroups add": {"name": "others", "hosts": _HOSTS},
    "organizations hostgroups update": {"name": "webs", "hosts": _HOSTS},
    "hosts add": {"name": "web-2"},
    "hosts update": {"name": "web", "description": "A web server"},
    "hosts distribution add": {"distribution": "Dist"},
    "hosts platform add": {"platform": "Plat"},
    "applications parameters update": {"key": "port", "name": "port"},
    "platforms parameters add": {"key": "user", "name": "user"},
    "platforms parameters update": {"key": "port", "name": "port"},
    "app-store update": {"description": "A web server"},
    "users update": {"username": "bob", "fullname": "Bob"},
    "applications update-authorized": ["OOO"],
    "distributions update-authorized": ["OOO"],
    "hosts applications install": {"application": "App"},
    "app-store purchase": {"name": "App 3"},
    "dist-store purchase": {"name": "Dist 3"},
}
DOCUMENTS |= {
    f"{owner} settings change": [{"key": "port", "value": 81}]
    for owner in (
        *("organizations", "organizations hostgroups", "environments", "hosts", "distributions", "platforms"),
        *(f"hosts {part}" for part in ("applications", "distribution", "platform")),
    )
}
#: Commands that need no document, by their functions.
WITHOUT_DOCUMENT = {
    *("raw.request", "entities.copy", "machines.provision", "runs.restart"),
    *("store.publish", "store.push", "store.pull"),
}
_ADDITIONS = [
    f"{owner} {kind}-properties add"
    for owner in ("organizations", "organizations hostgroups", "environments", "hosts")
    for kind in ("package", "rpm-module")
]
#: The names that commands create.
NAMES: dict[str, dict[str, str]] = {
    **{words: {"property": "new"} for words in _ADDITIONS},
    "api": {"method": "PUT", "address": "organizations/OOO/applications/App/_clone?name=copy"},
    "applications pull": {"application": "App 2"},
    "distributions pull": {"distribution": "Dist 2"},
}
#: A request: method, path and body. {context} stands for the execution of the path.
Sent = tuple[str, str, Any]
_NO_MACHINE: list[Sent] = [("DELETE", f"{H}/instance", None)]
_NO_HOSTS: list[Sent] = [*_NO_MACHINE, ("DELETE", f"{E}/hosts/", None)]
_OF_JOB = {
    "name": "job",
    "action": "DELETE_HOST",
    "input": "organizations/OOO/environments/Default/hosts/web",
    "enabled": True,
    "date": "2999-01-01T00:00:00.000+0000",
}
#: PORT is the port of a server that responds.
_OF_WEBHOOK = {"name": "hook", "method": "GET", "protocol": "HTTP", "serverName": "127.0.0.1", "port": "PORT"}
_ROLL, _PIPE = f"{O}/orchestrations/roll/contexts/{{context}}", f"{O}/pipelines/pipe/contexts/{{context}}"
_CANCELLED: list[Sent] = [("PUT", f"{_ROLL}/_cancel", None)]
#: An execution fails if the change that it waits for is deleted.
_NO_CHANGES: list[Sent] = [("DELETE", f"{H}/changes/?processed_only=false", None)]
_FAILED: list[Sent] = [*_NO_CHANGES, ("PUT", f"{_ROLL}/_pause", None), ("PUT", f"{_ROLL}/_resume", None)]
#: The pipeline failed, since its orchestration was running.
_PIPELINE_RUNS: list[Sent] = [*_CANCELLED, ("PUT", f"{_PIPE}/_restart", {"skipError": False})]
#: The requests that are sent before a command.
BEFORE: dict[str, list[Sent]] = {
    **{
        f"{words} {verb}": _NO_HOSTS
        for words in ("organizations", "environments", "applications", "distributions", "platforms")
        for verb in ("delete", "delete-all")
    },
    "hosts delete": _NO_MACHINE,
    "hosts delete-all": _NO_MACHINE,
    "hosts distribution add": [*_NO_MACHINE, ("DELETE", f"{H}/distribution", None)],
    "hosts platform add": [*_NO_MACHINE, ("DELETE", f"{H}/platform", None)],
    "organizations jobs run": [*_NO_MACHINE, ("PUT", f"{O}/jobs/job", _OF_JOB)],
    "organizations orchestrations delete": _CANCELLED,
    "organizations orchestrations-logs delete": _CANCELLED,
    "organizations orchestrations actions resume": [("PUT", f"{_ROLL}/_pause", None)],
    "organizations pipelines actions pause": _PIPELINE_RUNS,
    "organizations orchestrations actions run": _CANCELLED,
    "organizations orchestrations actions continue": _FAILED,
    "organizations pipelines actions run": _CANCELLED,
    "organizations pipelines actions continue": _CANCELLED,
    "hosts actions run": _CANCELLED,
    "hosts provision": _NO_MACHINE,
    "hosts instance start": [("PUT", f"{H}/instance/_off", None)],
    "hosts instance resume": [("PUT", f"{H}/instance/_pause", None)],
    "hosts applications install": [("DELETE", f"{H}/applications/App", None)],
    "wait pipeline": _PIPELINE_RUNS,
    "organizations webhooks actions run": [("PUT", f"{O}/webhooks/hook", _OF_WEBHOOK)],
    "applications unlock": [("POST", f"{O}/applications/App/lock", None)],
    "distributions unlock": [("POST", f"{O}/distributions/Dist/lock", None)],
    "hosts instance unlock": [("POST", f"{H}/instance/lock", None)],
    "applications publish": [("DELETE", "/store/applications/{published}", None)],
    "distributions publish": [("DELETE", "/store/distributions/{published}", None)],
    "organizations pipelines actions resume": [*_PIPELINE_RUNS, ("PUT", f"{_PIPE}/_pause", None)],
}
#: Commands before which so much time passes that all changes and executions end.
AT_THE_END = {"wait hosts", "wait changes", "wait orchestration", "wait pipeline"}
#: The functions of commands that read a folder, which holds an export.
READING_FOLDERS = {"imports.import_", "syncs.status", "syncs.pull", "syncs.push"}
#: Those of them that end with another status if the export differs from the server.
COMPARING = {"plans.plan", "plans.drift"}
#: The functions of commands that read a plan, which changes the organization.
READING_PLANS = {"plans.apply"}
#: What a command needs besides its arguments.
MORE: dict[str, list[str]] = {"inventory": ["OOO", "--list"]}
#: Functions that need a terminal. The editor adds a line.
ON_TERMINAL = {"files.edit"}
#: Commands that run until they are interrupted, so that they cannot run here, each with the tests that run it.
SERVING = {"sandbox": "tests/cli/login/test_sandbox.py"}
#: Commands whose result cannot be shown as JSON, each with the reason. A test fails when one of them can.
NOT_IN_JSON = {
    f"{kind} show-thumbnail": "It is an image, which is no text." for kind in ("applications", "distributions")
}
