"""A playbook for each webhook, which sends its request from the control node."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comodit_client.ansible.names import unique_slugs
from comodit_client.ansible.playbooks.json_paths import expression
from comodit_client.ansible.playbooks.requests import request_options
from comodit_client.ansible.texts import label
from comodit_client.ansible.yaml_text import Unsafe, literal
from comodit_client.disk import layout

if TYPE_CHECKING:
    from comodit_client.ansible.archive import Entity
    from comodit_client.ansible.project import Project
    from comodit_client.ansible.sources import Source

#: The variable that holds the response.
_RESPONSE = "comodit_response"


def add_webhooks(project: Project) -> None:
    """Add a playbook for each webhook with a server.

    Args:
        project: The conversion.
    """
    paths = webhook_paths(project)
    for webhook in project.archive.of(layout.WEBHOOK):
        source = webhook.source
        source.get("name")
        if webhook.name in paths:
            comment = source.text("description")
            project.output.add_yaml(paths[webhook.name], [_play(project, webhook)], comment)
        else:
            source.lose("", "it has no serverName, so it cannot be sent")


def webhook_paths(project: Project) -> dict[str, str]:
    """Return the paths of the playbooks of webhooks.

    Args:
        project: The conversion.

    Returns:
        The paths, by the names of the webhooks. Webhooks without a server have none.
    """
    webhooks = project.archive.of(layout.WEBHOOK)
    slugs = unique_slugs(one.name for one in webhooks)
    return {one.name: f"webhooks/{slugs[one.name]}.yml" for one in webhooks if one.source.peek("serverName")}


def _play(project: Project, webhook: Entity) -> dict[str, Any]:
    slug = webhook_paths(project)[webhook.name].removeprefix("webhooks/").removesuffix(".yml")
    options, has_secrets = request_options(project, webhook.source, f"comodit_webhook_{slug}")
    request: dict[str, Any] = {
        "name": f"Send the request of {label(webhook.name)}",
        "ansible.builtin.uri": options,
        "register": _RESPONSE,
        # The module would print the request.
        **({"no_log": True} if has_secrets else {}),
    }
    found = _properties(webhook.source)
    keep = {
        "name": "Keep the values of the response",
        "ansible.builtin.set_fact": {f"comodit_webhook_{slug}": found},
    }
    show = {"name": "Show the values of the response", "ansible.builtin.debug": {"var": f"comodit_webhook_{slug}"}}
    return {
        "name": f"Call webhook {label(webhook.name)}",
        "hosts": "localhost",
        "connection": "local",
        "gather_facts": False,
        "tasks": [request, *([keep, show] if found else [])],
    }


def _properties(webhook: Source) -> dict[str, str]:
    expressions: dict[str, str] = {}
    for item in webhook.items("properties"):
        name, path = item.text("name"), item.text("jsonPath") or "$"
        found = expression(f"{_RESPONSE}.json", path)
        if found is None:
            item.lose("jsonPath", "the conversion supports $.name, $['name'] and $[0] only")
        elif isinstance(literal(name), Unsafe):
            item.lose("name", "Ansible would take it for a template")
        elif name in expressions:
            item.lose("", "another property has the same name")
        else:
            expressions[name] = f"{{{{ {found} | default('') }}}}"
    return expressions
