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
    if value is None:
        setting.lose("value", f"it is secret, and the export left it out; define {variable} in {scope}/vault.yml")
        return None
    return project.vault.keep(scope, variable, value, setting, "value", name)
