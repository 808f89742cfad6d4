"""An organization with one member of everything, and markers in everything."""

from __future__ import annotations

import json
from typing import NamedTuple
from urllib.parse import quote

from tests.sandbox.crawl_server import Operation, Server

PNG = b"\x89PNG\r\n\x1a\n"
SECRET = {"type": "string", "secret": True}


class Planted(NamedTuple):
    """An organization with one member of everything.

    Attributes:
        name: Its name.
        names: The path variables, by name.
        by_operation: The path variables that differ for some tags.
    """

    name: str
    names: dict[str, str]
    by_tag: dict[str, dict[str, str]]

    def path(self, operation: Operation) -> str:
        """Return the path of an operation in this organization."""
        names = {**self.names, **self.by_tag.get(operation.id.partition(".")[0], {})}
        path = operation.path
        for name, value in names.items():
            path = path.replace(f"{{{name}}}", quote(value, safe="/" if name == "resource_path" else ""))
        return path

    def values(self) -> set[str]:
        """Return all names that paths contain."""
        return {*self.names.values(), *(name for names in self.by_tag.values() for name in names.values())}


def plant(server: Server, name: str) -> Planted:
    """Create an organization in which every name begins with the name, and every text and secret contains it.

    Secrets begin with `secret-`, secrets of keys are generated, and the environment `closed` has a marker of its own.
    """
    send, mark = server.admin, f"{name}-text"
    top = f"/organizations/{name}"
    send("POST", "/organizations/", {"name": name, "description": mark})
    server.add_user(f"{name}-member", "p", fullname=mark)
    for environment in ("env", "closed"):
        environments = {"name": f"{name}-{environment}", "description": f"{name}-{environment}-text"}
        send("POST", f"{top}/environments/", environments)
    platform, distribution, application = (f"{name}-{word}" for word in ("platform", "distribution", "application"))
    _define(server, name, platform, distribution, application)
    env, closed = f"{top}/environments/{name}-env", f"{top}/environments/{name}-closed"
    host, hidden = f"{env}/hosts/{name}-host", f"{closed}/hosts/{name}-closed-host"
    for owner, path in ((env, host), (closed, hidden)):
        body = {
            "name": path.rpartition("/")[2],
            "description": mark,
            "platform": platform,
            "distribution": distribution,
        }
        send("POST", f"{owner}/hosts/", body)
        send("POST", f"{path}/instance/", {})
        send("POST", f"{path}/applications/", {"application": application})
    for owner in (top, env, host, f"{host}/applications/{application}", f"{host}/platform", f"{host}/distribution"):
        _add_settings(server, name, owner)
    _add_settings(server, f"{name}-closed", closed)
    _add_settings(server, f"{name}-closed", hidden)
    names = [name, f"{name}-env", f"{name}-host"]
    server.add_alert(*names, timestamp=1, output=mark)
    server.put_file(*names, "/tmp/file", mark)
    groups = [
        {"environment": f"{name}-{where}", "host": f"{name}-{what}"}
        for where, what in (("env", "host"), ("closed", "closed-host"))
    ]
    send("POST", f"{top}/hostgroups/", {"name": f"{name}-hosts", "description": mark, "hosts": groups})
    _add_settings(server, name, f"{top}/hostgroups/{name}-hosts")
    _add_properties(server, name, application, (top, env, host, f"{top}/hostgroups/{name}-hosts"))
    contexts = _automate(server, name, application)
    # After everything that starts work, since a task at the same time or later would repair it.
    server.advance(1)
    server.deviate(*names, application=application, kind="services", name=f"{name}-service")
    keys = {"name": f"{name}-key", "description": mark, "group": "admin"}
    send("POST", f"{top}/applicationkeys/", keys)
    published = {
        word: send(
            "POST",
            f"/store/{word}s/",
            {word: send("GET", f"{top}/{word}s/{name}-{word}")["uuid"], "authorized": [name]},
        )["uuid"]
        for word in ("application", "distribution")
    }
    purchased = {
        word: send("POST", f"{top}/purchased/{word}s/", {"published": uuid, "name": f"{name}-bought-{word}"})["uuid"]
        for word, uuid in published.items()
    }
    variables = {
        "organization": name, "environment": f"{name}-env", "host": f"{name}-host", "application": application,
        "platform": platform, "distribution": distribution, "file": f"{name}-file", "parameter": "password",
        "setting": "password", "host_group": f"{name}-hosts", "group": "users", "application_key": f"{name}-key",
        "job": f"{name}-job", "notification": f"{name}-channel", "webhook": f"{name}-webhook",
        "orchestration": f"{name}-orchestration", "handler": f"{name}-handler", "pipeline": f"{name}-pipeline",
        "stage": f"{name}-stage", "step": f"{name}-step", "change": "0", "alert": "1", "rpm_module": f"{name}-module",
        "git": f"{name}-git", "package": f"{name}-package", "property": "release", "service": f"{name}-service",
        "resource_kind": "services", "resource": f"{name}-service", "collection": "hosts", "sensor": "cpu",
        "resource_path": f"applications/{application}/packages/{name}-package", "flavor": "CentOS 7",
        "user": f"{name}-member", "context": contexts["orchestration"],
    }  # fmt: skip
    by_tag = {
        "pipeline_contexts": {"context": contexts["pipeline"]},
        **{f"published_{word}s": {"published": uuid} for word, uuid in published.items()},
        **{f"purchased_{word}s": {"purchase": uuid} for word, uuid in purchased.items()},
    }
    return Planted(name, variables, by_tag)


def _define(server: Server, name: str, platform: str, distribution: str, application: str) -> None:
    send, mark, top = server.admin, f"{name}-text", f"/organizations/{name}"
    parameter = {"name": "password", "key": "password", "description": mark, "schema": SECRET}
    shared = {
        "description": mark,
        "files": [{"name": f"{name}-file", "path": "/etc/file"}],
        "parameters": [{**parameter, "value": f"secret-{name}-default"}],
    }
    settings = [{"key": "password", "value": f"secret-{name}-setting"}, {"key": "plain", "value": mark}]
    driver = {"className": "com.guardis.cortex.server.driver.AmazonEc2Driver"}
    send("POST", f"{top}/platforms/", {**shared, "name": platform, "driver": driver, "settings": settings})
    send("POST", f"{top}/distributions/", {**shared, "name": distribution, "settings": settings})
    handler = {
        "name": f"{name}-handler",
        "do": [{"action": "restart", "resource": f"service://{name}-service"}],
        "on": ["password"],
    }
    body = {
        **shared, "name": application, "services": [{"name": f"{name}-service"}], "handlers": [handler],
        "packages": [{"name": f"{name}-package"}], "users": [{"name": "u", "password": f"secret-{name}-user"}],
    }  # fmt: skip
    send("POST", f"{top}/applications/", body)
    git = {"name": f"{name}-git", "endpoint": mark, "token": f"secret-{name}-git"}
    send("POST", f"{top}/applications/{application}/gits/", git)
    send("POST", f"{top}/applications/{application}/rpmmodules/", {"name": f"{name}-module"})
    template = f"{mark} ${{password}} ${{_org.secret_key}}".encode()
    for kind, definition in (("platforms", platform), ("distributions", distribution), ("applications", application)):
        send("POST", f"{top}/{kind}/{definition}/files/{name}-file/content", template)
        if kind != "platforms":
            send("POST", f"{top}/{kind}/{definition}/thumb", PNG + mark.encode())


def _add_settings(server: Server, name: str, owner: str) -> None:
    server.admin("POST", f"{owner}/settings/", {"key": "password", "value": f"secret-{name}-setting"})
    server.admin("POST", f"{owner}/settings/", {"key": "plain", "value": f"{name}-text"})


def _add_properties(server: Server, name: str, application: str, owners: tuple[str, ...]) -> None:
    for owner in owners:
        for kind in (f"packages/{name}-package", f"rpmmodules/{name}-module"):
            path = f"{owner}/applications/{application}/{kind}/properties/release"
            server.admin("POST", path, {"value": f"{name}-text"})


def _automate(server: Server, name: str, application: str) -> dict[str, str]:
    """Create orchestrations, pipelines, webhooks, channels and jobs; return the identifiers of two executions."""
    send, mark, top = server.admin, f"{name}-text", f"/organizations/{name}"
    header = {"name": "X-Key", "value": f"secret-{name}-header", "secret": True}
    webhook = {"name": f"{name}-webhook", "description": mark, "token": f"secret-{name}-webhook", "headers": [header]}
    send("POST", f"{top}/webhooks/", webhook)
    value = json.dumps({"webHookUrl": f"http://127.0.0.1:9/secret-{name}-channel"})
    channel = {"name": f"{name}-channel", "description": mark, "channel": "Slack", "value": value}
    send("POST", f"{top}/notifications/", channel)
    send(
        "POST",
        f"{top}/jobs/",
        {
            "name": f"{name}-job",
            "description": mark,
            "action": "DELETE_HOST",
            "input": f"organizations/{name}/environments/{name}-env/hosts/{name}-host",
        },
    )
    groups = [{"position": 0, "hostGroup": {"name": f"{name}-hosts"}}]
    action = {"application": application, "handler": f"{name}-handler", "position": 0}
    orchestration = {
        "name": f"{name}-orchestration",
        "description": mark,
        "orderedHostGroup": groups,
        "applicationsOperations": [action],
    }
    send("POST", f"{top}/orchestrations/", orchestration)
    handler = {"name": f"{name}-handler", "triggers": ["password"]}
    send("POST", f"{top}/orchestrations/{name}-orchestration/handlers/", handler)
    send("POST", f"{top}/pipelines/", {"name": f"{name}-pipeline", "description": mark})
    stages = f"{top}/pipelines/{name}-pipeline/stages/"
    send("POST", stages, {"name": f"{name}-stage", "description": mark})
    step = {"name": f"{name}-step", "orchestration": f"{name}-orchestration", "orderedHostGroups": groups}
    send("POST", f"{stages}{name}-stage/steps/", step)
    contexts = {}
    for kind in ("orchestration", "pipeline"):
        contexts[kind] = send("PUT", f"{top}/{kind}s/{name}-{kind}/_run")["uuid"]
        send("GET", "/flavors/")  # The execution ends.
    return contexts
