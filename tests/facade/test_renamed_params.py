"""`params` was called `parameters`: the old name works everywhere, with a warning."""

from __future__ import annotations

import inspect

import pytest

from tests.exercised import facade, original

HOSTS = "/organizations/A/environments/E/hosts"
PROPERTY = "/organizations/A/applications/W/packages/n/properties/release"
PUBLISHED = "/store/applications"


def calls(client):
    """Every method that takes `params`: the function, its other arguments, the request, and the server's response."""
    hosts = client.hosts("A", "E")
    host = hosts.new("h")
    instance = host.instance().new()
    context = host.applications().new("W")
    owner = client.organizations().new("A")
    prop = owner.resource_properties.new("release", "W", "n", value="1")
    store = client.app_store()
    job = client.jobs("A").new("j")
    item, items = {"name": "h"}, {"items": []}
    return {
        "Enumerable.list": (hosts.list, (), f"GET {HOSTS}/", items),
        "Gettable.get": (hosts.get, ("h",), f"GET {HOSTS}/h", item),
        "Gettable.refresh": (hosts.refresh, (host,), f"GET {HOSTS}/h", item),
        "Deletable.delete": (hosts.delete, ("h",), f"DELETE {HOSTS}/h", (204, None)),
        "Clearable.clear": (hosts.clear, (), f"DELETE {HOSTS}/", (204, None)),
        "CanRefresh.refresh": (host.refresh, (), f"GET {HOSTS}/h", item),
        "CanCreate.create": (host.create, (), f"POST {HOSTS}/", item),
        "CanUpdate.update": (host.update, (), f"PUT {HOSTS}/h", item),
        "CanDelete.delete": (host.delete, (), f"DELETE {HOSTS}/h", (204, None)),
        "ChangeCollection.list": (host.changes().list, (), f"GET {HOSTS}/h/changes/", items),
        "ChangeCollection.clear": (host.changes().clear, (), f"DELETE {HOSTS}/h/changes/", (204, None)),
        "LogCollection.list": (owner.agent_logs().list, (), "GET /organizations/A/agent/", items),
        "AuditLogCollection.list": (owner.audit_logs().list, (), "GET /organizations/A/audit/", items),
        "Installation.create": (context.create, (), f"POST {HOSTS}/h/applications/", {"application": "W"}),
        "Instance.create": (instance.create, (), f"POST {HOSTS}/h/instance/", {}),
        "Instance.delete": (instance.delete, (), f"DELETE {HOSTS}/h/instance/", (204, None)),
        "ApplicationContext.setting_origin": (
            context.setting_origin,
            ("k",),
            f"GET {HOSTS}/h/applications/W/origin-settings/k",
            {},
        ),
        "StoreCollection.get": (store.get, ("5E",), f"GET {PUBLISHED}/5E", {"uuid": "5E"}),
        "StoreCollection.list": (store.list, (), f"GET {PUBLISHED}/", items),
        "Job.run": (job.run, (), "PUT /organizations/A/jobs/j/_run", (204, None)),
        "ApplicationResourceProperty.refresh": (prop.refresh, (), f"GET {PROPERTY}", prop.get_json()),
        "ApplicationResourceProperty.create": (prop.create, (), f"POST {PROPERTY}", prop.get_json()),
        "ApplicationResourceProperty.update": (prop.update, (), f"PUT {PROPERTY}", prop.get_json()),
        "ApplicationResourceProperty.delete": (prop.delete, (), f"DELETE {PROPERTY}", (204, None)),
    }


def renamed_methods(package):
    """Return the names of all methods of a facade that take `params` and accept its old name."""
    return {
        f"{kind.__name__}.{name}"
        for kind in facade(package)
        for name, function in vars(kind).items()
        if inspect.isfunction(function)
        and hasattr(original(function), "__wrapped__")
        and "params" in inspect.signature(function).parameters
    }


def test_all_are_tested_below(client, colour):
    assert renamed_methods(colour.package) == set(calls(client))


def test_the_old_name_means_the_new_one(client, server, run):
    for name, (call, arguments, line, response) in calls(client).items():
        server.on(*line.split(), response)
        for keyword in ("params", "parameters"):
            server.forget()
            if keyword == "params":
                run(call(*arguments, params={"x": "1"}))
            else:
                with pytest.warns(DeprecationWarning, match="'parameters' is deprecated; use 'params' instead"):
                    run(call(*arguments, parameters={"x": "1"}))
            assert server.lines == [line], name
            assert server.last.query.get("x") == "1", name
