"""A request for each invented behaviour, whose response rests on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from tests.sandbox.parity.scene import E, H, O, Scene


class Request(NamedTuple):
    """What to send; the last part has further arguments of httpx."""

    method: str
    path: str
    body: Any = None
    more: Mapping[str, Any] = {}


#: Prepares a state, and returns the request that rests on the behaviour.
Provocation = Callable[[Scene], Request]

PROVOCATIONS: dict[str, Provocation] = {}


def provokes(behaviour: str) -> Callable[[Provocation], Provocation]:
    def bind(function: Provocation) -> Provocation:
        PROVOCATIONS[behaviour] = function
        return function

    return bind


# ---- several resources


@provokes("errors.stale-version")
def _stale(scene: Scene) -> Request:
    scene.made("PUT", E, {"name": "Default"})
    return Request("PUT", E, {"name": "Default", "version": 0})


@provokes("errors.if-match")
def _condition(scene: Scene) -> Request:
    return Request("PUT", E, {"name": "Default"}, {"headers": {"If-Match": '"9"'}})


@provokes("credentials.any-code")
def _code(scene: Scene) -> Request:
    return Request("GET", E, None, {"headers": {"X-ComodIT-TotpToken": "123456"}})


@provokes("rights.auditors")
def _auditor(scene: Scene) -> Request:
    scene.member("auditors")
    return Request("GET", E)


@provokes("rights.no-gain")
def _gain(scene: Scene) -> Request:
    scene.host()
    scene.sandbox.add_user("bob", "pass", email="bob@example.org")
    scene.made("PUT", f"{O}/groups/users", {"name": "users", "users": [{"username": "bob"}]})
    scene.made("PUT", f"{H}/groups/readonly", {"name": "readonly", "users": [{"username": "bob"}]})
    scene.auth = ("bob", "pass")
    return Request("PUT", f"{E}/_clone", None, {"params": {"name": "Copy"}})


@provokes("rights.secret-kept")
def _secret(scene: Scene) -> Request:
    scene.application(parameters=[{"key": "word", "name": "word", "schema": {"type": "string", "secret": True}}])
    scene.member("auditors")
    return Request("DELETE", f"{O}/applications/App")


def _with_host_group(scene: Scene) -> None:
    scene.application()
    scene.host(applications=["App"])
    scene.made("POST", f"{O}/hostgroups/", {"name": "webs", "hosts": [{"environment": "Default", "host": "web"}]})
    scene.made("POST", f"{O}/hostgroups/webs/settings/", {"key": "port", "value": 80})


@provokes("settings.host-groups")
def _host_group(scene: Scene) -> Request:
    _with_host_group(scene)
    return Request("GET", f"{H}/applications/App/origin-settings/port")


@provokes("settings.impact")
def _impact(scene: Scene) -> Request:
    return Request("GET", f"{E}/settings/port/impact")


@provokes("templates.numbers")
def _number(scene: Scene) -> Request:
    scene.template(b"port ${port}", 8080)
    return Request("GET", f"{H}/applications/App/files/conf")


@provokes("templates.undefined")
def _undefined(scene: Scene) -> Request:
    scene.template(b"port ${port}")
    return Request("GET", f"{H}/applications/App/files/conf")


@provokes("changes-of-hosts.no-machine")
def _no_machine(scene: Scene) -> Request:
    scene.application(handlers=[{"name": "go", "do": [{"action": "restart", "resource": "service://httpd"}], "on": []}])
    scene.host(applications=["App"])
    return Request("PUT", f"{H}/applications/App/handler/go/_run")


# ---- hosts and machines


@provokes("hosts.move-with-instance")
def _move(scene: Scene) -> Request:
    scene.host(ready=True)
    scene.made("POST", f"{O}/environments/", {"name": "Other"})
    return Request("PUT", H, {"name": "web", "environment": "Other"})


@provokes("instances.one-at-a-time")
def _one(scene: Scene) -> Request:
    scene.host()
    scene.made("POST", f"{H}/instance/", {})
    return Request("POST", f"{scene.host('other')}/instance/", {})


@provokes("instances.twice")
def _twice(scene: Scene) -> Request:
    scene.host(ready=True)
    return Request("POST", f"{H}/instance/", {})


@provokes("instances.force-locked")
def _force_locked(scene: Scene) -> Request:
    scene.host(ready=True)
    scene.made("POST", f"{H}/instance/lock")
    return Request("DELETE", f"{H}/instance", None, {"params": {"force": "true"}})


@provokes("instances.wrong-state")
def _wrong_state(scene: Scene) -> Request:
    scene.host(ready=True)
    return Request("PUT", f"{H}/instance/_start")


@provokes("instances.no-agent")
def _no_agent(scene: Scene) -> Request:
    scene.host(ready=True)
    scene.made("PUT", f"{H}/instance/_off")
    return Request("GET", f"{H}/instance/files", None, {"params": {"path": "/etc/hosts"}})


@provokes("instances.other-sensors")
def _sensor(scene: Scene) -> Request:
    scene.host(ready=True)
    return Request("GET", f"{H}/instance/status/disks/free")


@provokes("instances.system-files")
def _system_file(scene: Scene) -> Request:
    scene.host(ready=True)
    return Request("GET", f"{H}/instance/files", None, {"params": {"path": "/etc/hosts"}})


@provokes("instances.image")
def _image(scene: Scene) -> Request:
    scene.host(ready=True)
    return Request("PUT", f"{H}/instance/_create_image", {"name": "image"})


@provokes("compliance.rebuild")
def _rebuild(scene: Scene) -> Request:
    scene.host(ready=True)
    return Request("PUT", f"{H}/compliance/_rebuild")


@provokes("hosts.resource-impact")
def _resource_impact(scene: Scene) -> Request:
    scene.application(packages=[{"name": "httpd"}])
    scene.host(applications=["App"])
    return Request("GET", f"{H}/applications/App/packages/httpd/impact")


# ---- organizations and definitions


@provokes("organizations.delete-with-hosts")
def _organization(scene: Scene) -> Request:
    scene.host()
    return Request("DELETE", O)


@provokes("organizations.clear")
def _organizations(scene: Scene) -> Request:
    return Request("DELETE", "/organizations/")


@provokes("application_keys.method")
def _key(scene: Scene) -> Request:
    scene.made("POST", f"{O}/applicationkeys/", {"name": "key", "method": "TOKEN"})
    return Request("PUT", f"{O}/applicationkeys/key", {"name": "key", "method": "BASIC_AUTH"})


@provokes("applications.in-use")
def _in_use(scene: Scene) -> Request:
    scene.application()
    scene.host(applications=["App"])
    return Request("DELETE", f"{O}/applications/App")


@provokes("applications.thumbnail")
def _thumbnail(scene: Scene) -> Request:
    scene.application()
    return Request("POST", f"{O}/applications/App/thumb", None, {"files": {"file": b"GIF89a"}})


@provokes("platforms.unknown-driver")
def _driver(scene: Scene) -> Request:
    return Request("POST", f"{O}/platforms/", {"name": "Plat", "driver": {"className": "org.example.OtherDriver"}})


@provokes("platforms.driver-settings")
def _driver_settings(scene: Scene) -> Request:
    driver = {"className": "com.guardis.cortex.server.driver.OpenStackDriver"}
    return Request("POST", f"{O}/platforms/", {"name": "Plat", "driver": driver}, {"params": {"default": "true"}})


@provokes("platforms.images")
def _images(scene: Scene) -> Request:
    return Request("GET", f"{O}/platforms/Demo Platform/images")


@provokes("distributions.flavor")
def _flavor(scene: Scene) -> Request:
    name = scene.made("GET", "/flavors/")["items"][0]["name"]
    return Request("POST", f"{O}/distributions/", {"name": "Dist"}, {"params": {"flavor": name}})


@provokes("flavors.names")
def _flavors(scene: Scene) -> Request:
    return Request("GET", "/flavors/")


# ---- the store


def _published(scene: Scene) -> str:
    scene.application()
    uuid = scene.made("GET", f"{O}/applications/App")["uuid"]
    entry: str = scene.made("POST", "/store/applications/", {"application": uuid})["uuid"]
    return entry


@provokes("purchased_applications.force")
def _force(scene: Scene) -> Request:
    entry = _published(scene)
    return Request("POST", f"{O}/purchased/applications/", {"published": entry, "name": "App", "forceUpdate": True})


@provokes("purchased_applications.pull")
def _pull(scene: Scene) -> Request:
    bought = scene.made("POST", f"{O}/purchased/applications/", {"published": _published(scene), "name": "Copy"})
    return Request("PUT", f"{O}/purchased/applications/{bought['uuid']}", {})


@provokes("published_applications.push")
def _push(scene: Scene) -> Request:
    return Request("PUT", f"/store/applications/{_published(scene)}", {})


@provokes("published_applications.featured")
def _featured(scene: Scene) -> Request:
    return Request("GET", "/store/applications/", None, {"params": {"filter": "featured"}})


def _property(scene: Scene) -> str:
    scene.application(packages=[{"name": "httpd"}])
    scene.host(applications=["App"], ready=True)
    return f"{O}/applications/App/packages/httpd/properties/release"


@provokes("organization_package_properties.change")
def _property_change(scene: Scene) -> Request:
    return Request("POST", _property(scene), {"value": "1", "packageName": "httpd"})


@provokes("organization_package_properties.impact")
def _property_impact(scene: Scene) -> Request:
    return Request("GET", f"{_property(scene)}/impact")


# ---- automation


def _job(scene: Scene, **members: Any) -> Request:
    job = {"name": "job", "action": "DELETE_HOST", "input": H[1:], "date": "2999-01-01T00:00:00.000+0000", **members}
    scene.made("POST", f"{O}/jobs/", job)
    return Request("PUT", f"{O}/jobs/job/_run")


@provokes("jobs.with-instance")
def _job_with_instance(scene: Scene) -> Request:
    scene.host(ready=True)
    return _job(scene)


@provokes("jobs.action")
def _job_action(scene: Scene) -> Request:
    return _job(scene, action="REBOOT")


@provokes("jobs.disabled")
def _job_disabled(scene: Scene) -> Request:
    return _job(scene, enabled=False)


def _orchestration(scene: Scene) -> str:
    scene.application(handlers=[{"name": "go", "do": [{"action": "restart", "resource": "service://httpd"}], "on": []}])
    scene.host(applications=["App"], ready=True)
    scene.made("POST", f"{O}/hostgroups/", {"name": "webs", "hosts": [{"environment": "Default", "host": "web"}]})
    operations = [{"application": "App", "handler": "go", "position": 0}]
    groups = [{"hostGroup": {"name": "webs"}}]
    body = {"name": "roll", "orderedHostGroup": groups, "applicationsOperations": operations}
    scene.made("POST", f"{O}/orchestrations/", body)
    return f"{O}/orchestrations/roll"


@provokes("orchestrations.active")
def _active(scene: Scene) -> Request:
    path = f"{_orchestration(scene)}/_run"
    scene.made("PUT", path)
    return Request("PUT", path)


@provokes("orchestration_contexts.control")
def _control(scene: Scene) -> Request:
    path = _orchestration(scene)
    run = scene.made("PUT", f"{path}/_run")
    return Request("PUT", f"{path}/contexts/{run['uuid']}/_pause")


@provokes("pipelines.incomplete")
def _incomplete(scene: Scene) -> Request:
    scene.made("POST", f"{O}/pipelines/", {"name": "pipe"})
    return Request("PUT", f"{O}/pipelines/pipe/_run")


@provokes("pipeline_contexts.control")
def _pipeline(scene: Scene) -> Request:
    _orchestration(scene)
    for path, body in (("", {"name": "pipe"}), ("pipe/stages/", {"name": "stage"})):
        scene.made("POST", f"{O}/pipelines/{path}", body)
    scene.made("POST", f"{O}/pipelines/pipe/stages/stage/steps/", {"name": "step", "orchestration": "roll"})
    run = scene.made("PUT", f"{O}/pipelines/pipe/_run")
    return Request("PUT", f"{O}/pipelines/pipe/contexts/{run['uuid']}/_pause")


@provokes("webhooks.run")
def _webhook(scene: Scene) -> Request:
    scene.made("POST", f"{O}/webhooks/", {"name": "hook", "url": "http://127.0.0.1:9/none"})
    return Request("PUT", f"{O}/webhooks/hook/_run")


@provokes("notifications.unnamed")
def _unnamed(scene: Scene) -> Request:
    return Request("POST", f"{O}/notifications/", {"channel": "Email", "value": "{}"})


@provokes("notifications.run")
def _message(scene: Scene) -> Request:
    scene.made("POST", f"{O}/notifications/", {"name": "mail", "channel": "Email", "value": "{}"})
    return Request("PUT", f"{O}/notifications/mail/_run")


@provokes("organization_other_logs.texts")
def _logs(scene: Scene) -> Request:
    scene.host()
    return Request("GET", f"{O}/audit/")
