"""Secret values of settings, which only vaults hold."""

from __future__ import annotations

from typing import Any

from comodit_client.ansible.project import Project
from comodit_client.ansible.sources import Source


def keep(project: Project, scope: str, variable: str, value: Any, setting: Source, name: str = "") -> Any:
    """Keep the secret value of a setting.

    Args:
        project: The conversion.
        scope: The folder of variables that it belongs to.
        variable: The variable of the setting.
        value: The value, or None if the export left it out.
        setting: The setting.
        name: The variable in the vault, without its prefix. Default is the variable.

    Returns:
        What to write as the value of the variable. None if the secret is left out.
    """
    setting.explain("key", "its value is secret, and was left out")
    is_own = not setting.peek("link") or (value is not None and value == setting.peek("value"))
    member = "value" if is_own else "link"
    if value is None:
        setting.lose(member, f"it is secret, and the export left it out; define {variable} in {scope}/vault.yml")
        return None
    if value == setting.peek("value"):
        setting.get("value")
    kept = project.vault.keep(scope, variable, value, setting, member, name)
    if kept is not None:
        setting.get("key")
    return kept
