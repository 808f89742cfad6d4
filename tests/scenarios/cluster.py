"""The three tiers of a web cluster: what each of them is made of."""

TIERS = {"lb": "Balancer", "web-1": "Web", "web-2": "Web", "web-3": "Web", "db": "Database"}


def restarting(file, service, *keys):
    """A handler that writes a file anew and restarts a service."""
    update, restart = ("update", f"file://{file}"), ("restart", f"service://{service}")
    return {"do": [{"action": action, "resource": resource} for action, resource in (update, restart)], "on": [*keys]}


#: What each tier is made of: package and service, its file, the file's template, its parameters by key.
APPLICATIONS = {
    "Balancer": (
        "haproxy",
        "haproxy.cfg",
        "listen shop\n<#list backends as backend>\n  server ${backend.name} ${backend.address}:80\n</#list>\n",
        {"backends": ("array", [])},
    ),
    "Web": (
        "httpd",
        "shop.conf",
        "database = ${db_address!'none'}\n<#if debug>\nlog = all\n</#if>\n",
        {"db_address": ("string", None), "debug": ("boolean", False)},
    ),
    "Database": ("postgresql", "pg.conf", "max_connections = ${connections}\n", {"connections": ("integer", 100)}),
}


def define(run, org, name):
    """Create an application and upload the template of its file."""
    daemon, file, template, parameters = APPLICATIONS[name]
    app = org.applications().new(name)
    app.packages = [{"name": daemon}]
    app.services = [{"name": daemon, "enabled": True}]
    app.files_f = [{"name": file, "path": f"/etc/{file}", "owner": "root", "group": "root", "mode": "644"}]
    app.parameters_f = [
        {"name": key, "key": key, "schema": {"type": kind}, **({} if value is None else {"value": value})}
        for key, (kind, value) in parameters.items()
    ]
    app.handlers = [restarting(file, daemon, *parameters)]
    run(app.create())
    run(run(app.get_file(file)).set_content(template.encode()))
    return app
