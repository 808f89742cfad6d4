"""A world in which everything exists that a path of the API can name, restored for each request."""

from __future__ import annotations

import sqlite3
from typing import Any

import httpx

from comodit_client.sandbox import Sandbox

O = "/organizations/OOO"  # noqa: E741
E = f"{O}/environments/Default"
H = f"{E}/hosts/web"
AUTH = ("UUU", "PPP")
_APPLICATION = {
    "name": "App",
    "packages": [{"name": "httpd"}],
    "services": [{"name": "httpd", "enabled": True}],
    "files": [{"name": "conf", "path": "/etc/app.conf"}],
    "handlers": [{"name": "restart", "do": [{"action": "restart", "resource": "service://httpd"}], "on": ["port"]}],
    "parameters": [{"key": "port", "name": "port"}],
    "rpmmodules": [{"name": "php", "enabled": True}],
}
#: What is created, in order: path and body.
_BODIES: list[tuple[str, Any]] = [
    ("/users/", {"username": "bob", "password": "not-a-secret", "email": "bob@example.org"}),
    (f"{O}/applications/", _APPLICATION),
    (f"{O}/applications/App/rpmmodules/", {"name": "php"}),
    (f"{O}/applications/App/gits/", {"name": "repo", "url": "https://git.example.org/repo"}),
    (f"{O}/platforms/", {"name": "Plat"}),
    (f"{O}/distributions/", {"name": "Dist"}),
    *((f"{O}/{kind}/files/", {"name": "conf"}) for kind in ("platforms/Plat", "distributions/Dist")),
    *(
        (f"{O}/{kind}/parameters/", {"key": "port", "name": "port"})
        for kind in ("platforms/Plat", "distributions/Dist")
    ),
    (f"{E}/hosts/", {"name": "web", "platform": "Plat", "distribution": "Dist", "applications": ["App"]}),
    (f"{H}/instance/", {}),
    (f"{O}/hostgroups/", {"name": "webs", "hosts": [{"environment": "Default", "host": "web"}]}),
    *(
        (f"{owner}/settings/", {"key": "port", "value": 80})
        for owner in (O, E, H, f"{H}/applications/App", f"{H}/platform", f"{H}/distribution", f"{O}/hostgroups/webs")
    ),
    *((f"{O}/{kind}/settings/", {"key": "port", "value": 80}) for kind in ("platforms/Plat", "distributions/Dist")),
    (f"{O}/applicationkeys/", {"name": "key"}),
    (f"{O}/webhooks/", {"name": "hook"}),
    (f"{O}/notifications/", {"name": "mail", "channel": "Email", "value": "{}"}),
    (
        f"{O}/jobs/",
        {"name": "job", "action": "DELETE_HOST", "input": "x", "date": "2999-01-01T00:00:00.000+0000", "enabled": True},
    ),
    (
        f"{O}/orchestrations/",
        {
            "name": "roll",
            "orderedHostGroup": [{"hostGroup": {"name": "webs"}}],
            "applicationsOperations": [{"application": "App", "handler": "restart", "position": 0}],
        },
    ),
    (f"{O}/orchestrations/roll/handlers/", {"name": "restart", "triggers": ["port"]}),
    (f"{O}/pipelines/", {"name": "pipe"}),
    (f"{O}/pipelines/pipe/stages/", {"name": "stage"}),
    (f"{O}/pipelines/pipe/stages/stage/steps/", {"name": "step", "orchestration": "roll"}),
    *(
        (f"{owner}/applications/App/{resource}/properties/release", {"value": "1", **about})
        for owner in (O, E, H, f"{O}/hostgroups/webs")
        for resource, about in (("packages/httpd", {"packageName": "httpd"}), ("rpmmodules/php", {"rpmModule": "php"}))
    ),
]
#: The names of the variables of paths that are always the same.
_NAMES = {
    "organization": "OOO",
    "environment": "Default",
    "host": "web",
    "application": "App",
    "property": "release",
    "setting": "port",
    "file": "conf",
    "orchestration": "roll",
    "pipeline": "pipe",
    "distribution": "Dist",
    "platform": "Plat",
    "package": "httpd",
    "host_group": "webs",
    "rpm_module": "php",
    "service": "httpd",
    "group": "admin",
    "parameter": "port",
    "stage": "stage",
    "handler": "restart",
    "git": "repo",
    "job": "job",
    "notification": "mail",
    "user": "bob",
    "webhook": "hook",
    "resource_kind": "packages",
    "resource": "httpd",
    "resource_path": "applications/App/packages/httpd",
    "collection": "hosts",
    "sensor": "hostname",
    "step": "step",
}


class World:
    """A sandbox whose state is filled once, and restored as often as needed.

    Args:
        sandbox: A sandbox in memory.
        client: A client of it. Default: one that uses its port.
    """

    def __init__(self, sandbox: Sandbox, client: httpx.Client | None = None) -> None:
        self.sandbox = sandbox
        self._kept = sqlite3.connect(":memory:", check_same_thread=False)
        self._names: dict[str, str] = dict(_NAMES)
        self._by_path: dict[str, str] = {}
        with client or httpx.Client(base_url=sandbox.url, auth=AUTH) as own:
            self._fill(own)
        with sandbox._store._lock:
            sandbox._store._connection.backup(self._kept)

    def restore(self) -> None:
        """Restore the state."""
        with self.sandbox._store._lock:
            self._kept.backup(self.sandbox._store._connection)

    def close(self) -> None:
        self._kept.close()

    def names(self, path: str) -> dict[str, str]:
        """Return an existing name for each variable of a path."""
        own = {
            name: found
            for place, found in self._by_path.items()
            if path.startswith(place)
            for name in ("context", "published", "purchase")
        }
        return {
            name: own.get(name, self._names.get(name, "")) for name in [*self._names, *own] if f"{{{name}}}" in path
        }

    def _fill(self, client: httpx.Client) -> None:
        def send(method: str, path: str, body: Any = None) -> Any:
            response = client.request(method, path, json=body)
            assert response.is_success, f"{method} {path}: {response.text}"
            return response.json() if response.content else None

        made = {path: send("POST", path, body) for path, body in _BODIES}
        for path in ("applications/App", "platforms/Plat", "distributions/Dist"):
            client.post(f"{O}/{path}/files/conf/content", files={"file": b"port ${port}"}).raise_for_status()
        for kind, name in (("applications", "App"), ("distributions", "Dist")):
            client.post(f"{O}/{kind}/{name}/thumb", files={"file": b"\x89PNG\r\n\x1a\n"}).raise_for_status()
            entry = send("POST", f"/store/{kind}/", {kind[:-1]: send("GET", f"{O}/{kind}/{name}")["uuid"]})
            self._by_path[f"/store/{kind}/"] = entry["uuid"]
            bought = send("POST", f"{O}/purchased/{kind}/", {"published": entry["uuid"], "name": f"{name} 2"})
            self._by_path[f"/organizations/{{organization}}/purchased/{kind}/"] = bought["uuid"]
        self.sandbox.deviate("OOO", "Default", "web", application="App", kind="packages", name="httpd")
        self._names["alert"] = str(self.sandbox.add_alert("OOO", "Default", "web", property="cpu")["timestamp"])
        self._names["application_key"] = made[f"{O}/applicationkeys/"]["name"]
        self._names["flavor"] = send("GET", "/flavors/")["items"][0]["name"]
        for kind, name in (("orchestrations", "roll"), ("pipelines", "pipe")):
            run = send("PUT", f"{O}/{kind}/{name}/_run")
            self._by_path[f"/organizations/{{organization}}/{kind}/"] = run["uuid"]
        self._names["change"] = str(send("GET", f"{H}/changes/?show_processed=true")["items"][0]["orderNum"])
