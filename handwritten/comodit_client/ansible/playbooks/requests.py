"""The options of ansible.builtin.uri for the request of a webhook."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from comodit_client.ansible.names import variable_name
from comodit_client.ansible.playbooks.texts import quoted
from comodit_client.ansible.vault import ALL
from comodit_client.ansible.yaml_text import literal

if TYPE_CHECKING:
    from comodit_client.ansible.project import Project
    from comodit_client.ansible.sources import Source

#: Characters of a path that need no escape, or are one.
_PATH = "/%?=&;:@!$'()*+,~-._"


def request_options(project: Project, webhook: Source, prefix: str) -> tuple[dict[str, Any], bool]:
    """Return the options for the request of a webhook.

    Args:
        project: The conversion.
        webhook: The webhook.
        prefix: The beginning of the variables for its secrets.

    Returns:
        The options, and whether they refer to secrets.
    """
    secrets = _Secrets(project, prefix)
    options: dict[str, Any] = {"url": _url(webhook, secrets), "method": webhook.text("method") or "GET"}
    headers = _headers(webhook, secrets)
    if headers:
        options["headers"] = headers
    body = webhook.text("body")
    if body:
        options["body"] = literal(body)
    options |= _credentials(webhook, secrets)
    # ComodIT follows no redirects, and takes all below 400 for a success.
    options |= {"follow_redirects": "none", "status_code": "{{ range(200, 400) | list }}"}
    return options, secrets.used


def _headers(webhook: Source, secrets: _Secrets) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for item in webhook.items("headers"):
        if item.text("name") in found:
            item.lose("", "another header has the same name, and the module sends one of them")
        else:
            found[item.text("name")] = secrets.header(item)
    return found


def _url(webhook: Source, secrets: _Secrets) -> str:
    secure = webhook.text("protocol").upper() == "HTTPS"
    server = webhook.text("serverName").strip("[]")
    server = f"[{server}]" if ":" in server else server
    port = webhook.text("port")
    path = quote(webhook.text("path") or "/", safe=_PATH)
    # A brace in the name of a server is invalid, and would be a template.
    base = f"{'https' if secure else 'http'}://{server}{f':{port}' if port else ''}".replace("{", "%7B")
    query = "&".join(_parameter(item, secrets) for item in webhook.items("parameters"))
    separator = ("&" if "?" in path else "?") if query else ""
    return f"{base}{path}{separator}{query}"


def _parameter(item: Source, secrets: _Secrets) -> str:
    name = item.text("name")
    if not secrets.is_secret(item):
        return urlencode([(name, item.text("value"))])
    value = secrets.reference(item, "value", f"parameter_{name}")
    return f"{{{{ {{{quoted(name)}: {value}}} | urlencode }}}}"


def _credentials(webhook: Source, secrets: _Secrets) -> dict[str, Any]:
    method = webhook.text("authenticationMethod") or "NO_AUTH"
    if method == "BASIC_AUTH":
        password = f"{{{{ {secrets.reference(webhook, 'token', 'token')} }}}}"
        return {
            "url_username": literal(webhook.text("username")),
            "url_password": password,
            "force_basic_auth": True,
        }
    if method != "NO_AUTH":
        webhook.lose("authenticationMethod", "the conversion knows only NO_AUTH and BASIC_AUTH")
    for member in filter(webhook.peek, ("username", "token")):
        webhook.lose(member, f"requests with {method} do not use it")
    return {}


class _Secrets:
    """The secrets of a webhook, each in a variable of its own. It uses the variables of all hosts."""

    def __init__(self, project: Project, prefix: str) -> None:
        self._project = project
        self._prefix = prefix
        self._taken: set[str] = set()
        self.used = False

    def is_secret(self, item: Source) -> bool:
        """Return whether a value is secret, or missing because the export left out what may be secret."""
        return bool(item.get("secret")) or "value" not in item.document

    def header(self, item: Source) -> Any:
        """Return the value of a header as an option of the module."""
        if not self.is_secret(item):
            return literal(item.text("value"))
        variable = self.reference(item, "value", f"header_{item.text('name')}")
        return f"{{{{ {variable} }}}}"

    def reference(self, item: Source, member: str, name: str) -> str:
        """Return the variable for a secret, which the user defines if the conversion does not."""
        self.used = True
        variable = self._variable(name)
        value = item.get(member)
        if value is None:
            item.lose(member, f"the export has no value for it; define {variable} in {ALL}/vault.yml")
            return variable
        kept = self._project.vault.keep(ALL, variable, str(value), item, member)
        return re.sub(r"[{} ]", "", kept) if kept else variable

    def _variable(self, name: str) -> str:
        wanted = variable_name(f"{self._prefix}_{re.sub('[^a-z0-9]+', '_', name.lower()).strip('_')}")
        variable, number = wanted, 1
        while variable in self._taken:
            number += 1
            variable = f"{wanted}_{number}"
        self._taken.add(variable)
        return variable
