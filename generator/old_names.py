"""Import paths and names of the original client. They are written into the blocking API only."""

from __future__ import annotations

from generator.output import Tree

API = "comodit_client.api"
FUTURE = "from __future__ import annotations\n"


def _same(module: str, *names: str) -> dict[str, str]:
    return {name: f"{API}.{module}.{name}" for name in names}


#: Modules that no longer exist: the names that old scripts import from each, and their new import paths.
MODULES: dict[str, dict[str, str]] = {
    "OrchestrationContext": _same(
        "orchestration_context", "HostQueue", "HostQueues", "OrchestrationContext", "OrchestrationContextCollection"
    ),
    "OrchestrationHandler": _same("orchestration_handler", "OrchestrationHandler", "OrchestrationHandlerCollection"),
    "PipelineContext": _same(
        "pipeline_context",
        "PipelineContext",
        "PipelineContextCollection",
        "StageContext",
        "StageContexts",
        "StepContext",
        "StepContexts",
    ),
    "agentLog": _same("logs", "AgentLog", "AgentLogCollection"),
    "agent_log": _same("logs", "AgentLog", "AgentLogCollection"),
    "applicationOperation": _same("application_operation", "ApplicationOperation", "ServiceAction"),
    "applicationResourceProperty": _same(
        "application_resource_property", "ApplicationResourceProperty", "ApplicationResourcePropertyCollection"
    ),
    "audit": _same("logs", "AuditLog", "AuditLogCollection"),
    "auditLog": _same("logs", "AuditLog", "AuditLogCollection"),
    "audit_log": _same("logs", "AuditLog", "AuditLogCollection"),
    "flavors": _same("flavor", "Flavor", "FlavorCollection"),
    "hostGroup": _same("host_group", "HostGroup", "HostGroupCollection", "OrderedHost")
    | _same("orchestration", "OrderedHostGroup"),
    "notificationLog": _same("logs", "NotificationLog", "NotificationLogCollection"),
    "notification_log": _same("logs", "NotificationLog", "NotificationLogCollection"),
    "otherLog": _same("logs", "OtherLog", "OtherLogCollection"),
    "other_log": _same("logs", "OtherLog", "OtherLogCollection"),
}
#: Names that a module no longer has, and the import path of the replacement.
NAMES: dict[str, dict[str, str]] = {
    # The original client never used it. A view with any members is enough for a script that imports it.
    "host": {"PackageResource": "comodit_client.wire.view.View"},
    "settings": {"SettingImpactCollection": f"{API}.collection.Collection"},
}

#: Loading a module sets it as an attribute of its package, which would hide the class of the same name there.
PACKAGE = """
#: Modules of the original client that are named like a class: the package keeps the class under that name.
HIDDEN = {names}


class _Package(ModuleType):
    def __setattr__(self, name: str, value: object) -> None:
        if name not in HIDDEN:
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
"""


def add(files: Tree) -> Tree:
    """Add the old modules and names to the blocking API.

    Args:
        files: The text of each derived module, by its path within the package.

    Returns:
        The files with the old modules added, and with the old names added to existing modules.
    """
    old = {f"{module}.py": _module(names) for module, names in MODULES.items() if _homes(names) <= files.keys()}
    changed = {
        file: _with_names(files[file], names)
        for file, names in ((f"{module}.py", names) for module, names in NAMES.items())
        if file in files
    }
    package = {"__init__.py": _with_hidden(files["__init__.py"])} if "__init__.py" in files else {}
    return files | changed | old | package


def _homes(names: dict[str, str]) -> set[str]:
    return {f"{target.split('.')[-2]}.py" for target in names.values()}


def _module(names: dict[str, str]) -> str:
    homes = sorted(f"`{home.removesuffix('.py')}`" for home in _homes(names))
    header = (
        "# Made by `python -m generator` from generator/old_names.py.\n"
        "# Do not edit: change that, then run `make generate`.\n"
        f'"""Old import path of scripts for the original client. Use {" and ".join(homes)} instead."""\n\n'
    )
    return f"{header}{_imports(names)}\n__all__ = {sorted(names)!r}\n"


def _with_names(text: str, names: dict[str, str]) -> str:
    text = text.replace(FUTURE, f"{FUTURE}\n{_imports(names)}", 1)
    return text.replace("__all__ = [", "__all__ = [" + "".join(f"{name!r}, " for name in names), 1)


def _with_hidden(text: str) -> str:
    hidden = tuple(sorted(module for module in MODULES if module[0].isupper()))
    imports = "import sys\nfrom types import ModuleType\n"
    return text.replace(FUTURE, f"{FUTURE}\n{imports}", 1) + PACKAGE.format(names=hidden)


def _imports(names: dict[str, str]) -> str:
    lines = []
    for name, target in names.items():
        module, _, current = target.rpartition(".")
        lines.append(f"from {module} import {current}" + (f" as {name}" if name != current else ""))
    return "".join(f"{line}\n" for line in lines)
