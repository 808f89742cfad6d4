# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The properties of an environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from comodit_client.wire.request import Request, drop_none, segment
from comodit_client.wire.scope import Scope

if TYPE_CHECKING:
    from comodit_client.wire.application_properties import ApplicationResourcePropertyList


def list(
    organization: str,
    environment: str,
    *,
    secret_only: bool | None = None,
    no_secret: bool | None = None,
    obfuscate: bool | None = None,
    key: str | None = None,
) -> Request[ApplicationResourcePropertyList]:
    """List the properties that an environment sets for packages and RPM modules of applications.

    Args:
        organization: Name of the organization.
        environment: Name of the environment.
        secret_only: Whether to return only secret settings.
        no_secret: Whether to leave out secret settings.
        obfuscate: Whether to mask the values of secret settings.
        key: Key of the settings to return. Default: all settings.

    Returns:
        The request. Its response is an ApplicationResourcePropertyList: the properties.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, recipes, S2.
    """
    from comodit_client.wire.application_properties import ApplicationResourcePropertyList

    return Request(
        "environment_application_properties.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/environments/{segment('environment', environment)}/application_properties/",
        "object",
        ApplicationResourcePropertyList,
        query=drop_none(
            {
                "secret_only": secret_only,
                "no_secret": no_secret,
                "obfuscate": obfuscate,
                "key": key,
            }
        ),
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_environment", "_organization")

    URL: ClassVar[str] = "organizations/{}/environments/{}/application_properties/"

    def __init__(self, organization: str, environment: str) -> None:
        self._organization = organization
        self._environment = environment

    def list(
        self,
        *,
        secret_only: bool | None = None,
        no_secret: bool | None = None,
        obfuscate: bool | None = None,
        key: str | None = None,
    ) -> Request[ApplicationResourcePropertyList]:
        """List the properties that an environment sets for packages and RPM modules of applications."""
        return list(
            self._organization,
            self._environment,
            secret_only=secret_only,
            no_secret=no_secret,
            obfuscate=obfuscate,
            key=key,
        )
