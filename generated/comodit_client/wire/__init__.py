# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The wire layer: a function per operation of the API, and a typed view per JSON object.

An operation makes a request and sends nothing; `client.run(request)` sends it, in either colour. A resource's module is loaded
when it is first named: `wire.hosts.get("Acme", "Default", "web-1")`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from comodit_client.wire.request import NO_BODY, Request
from comodit_client.wire.view import View

if TYPE_CHECKING:
    from comodit_client.wire import (
        account,
        alerts,
        application_context_settings,
        application_contexts,
        application_files,
        application_gits,
        application_keys,
        application_parameters,
        application_rpm_modules,
        applications,
        changes,
        distribution_context_settings,
        distribution_contexts,
        distribution_settings,
        distributions,
        environment_settings,
        environments,
        files,
        flavors,
        host_settings,
        hosts,
        instances,
        organization_settings,
        organizations,
        parameters,
        platform_context_settings,
        platform_contexts,
        platform_settings,
        platforms,
        setting_impacts,
        settings,
        settings_tree,
    )

__all__ = [
    "NO_BODY",
    "Request",
    "View",
    "account",
    "alerts",
    "application_context_settings",
    "application_contexts",
    "application_files",
    "application_gits",
    "application_keys",
    "application_parameters",
    "application_rpm_modules",
    "applications",
    "changes",
    "distribution_context_settings",
    "distribution_contexts",
    "distribution_settings",
    "distributions",
    "environment_settings",
    "environments",
    "files",
    "flavors",
    "host_settings",
    "hosts",
    "instances",
    "organization_settings",
    "organizations",
    "parameters",
    "platform_context_settings",
    "platform_contexts",
    "platform_settings",
    "platforms",
    "setting_impacts",
    "settings",
    "settings_tree",
]

if not TYPE_CHECKING:  # a checker that sees __getattr__ no longer sees a misspelt name

    def __getattr__(name: str) -> Any:
        if name in __all__:
            return import_module(f"{__name__}.{name}")
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
