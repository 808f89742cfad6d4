"""Properties of packages and RPM modules of applications, as keys of settings."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from typing import TYPE_CHECKING, Any, Self

import attrs

from comodit_client.cli.wire_modules import owner_of_settings

if TYPE_CHECKING:
    from comodit_client.cli.call import Call
    from comodit_client.wire.request import Request

#: Such as `_application[Web].package[nginx].release`.
KEY = re.compile(r"_application\[(?P<application>.+)\]\.(?P<kind>package|rpmModule)\[(?P<resource>.+)\]\.(?P<name>.+)")
#: The part of the modules of the wire layer, and the member, for each kind of resource.
KINDS = {"package": ("package", "packageName"), "rpmModule": ("rpm_module", "rpmModule")}
#: The owners of such properties. The keys of other owners have no special meaning.
OWNERS = ("organization", "environment", "host", "host_group")


@attrs.frozen
class PropertyKey:
    """The key of a property.

    Args:
        application: The name of the application.
        kind: The kind of resource: package or rpmModule.
        resource: The name of the resource.
        name: The name of the property.
    """

    application: str
    kind: str
    resource: str
    name: str

    @classmethod
    def parse(cls, key: object) -> Self | None:
        """Read a key.

        Args:
            key: The key, or what stands in its place.

        Returns:
            Its parts; None if it is that of a setting.
        """
        found = KEY.fullmatch(key) if isinstance(key, str) else None
        return cls(**found.groupdict()) if found else None

    @classmethod
    def of(cls, call: Call) -> Self | None:
        """Read the key of a command.

        Args:
            call: The command.

        Returns:
            Its parts; None if it is that of a setting.
        """
        return cls.parse(call.argument("setting")) if owner_of_settings(call) in OWNERS else None

    @property
    def members(self) -> dict[str, str]:
        """The members of the property that are parts of the key."""
        return {"application": self.application, KINDS[self.kind][1]: self.resource, "key": self.name}


def property_request(call: Call, key: PropertyKey, function: str, *more: Any) -> Request[Any]:
    """Make a request for a property, with those parameters of the command that it has.

    Args:
        call: The command on a setting.
        key: The key of the property.
        function: The function of the wire layer.
        more: The body.

    Returns:
        The request.
    """
    module = import_module(f"comodit_client.wire.{owner_of_settings(call)}_{KINDS[key.kind][0]}_properties")
    make = getattr(module, function)
    owners = call.names if function == "create" else call.names[:-1]
    made: Request[Any] = make(*owners, key.application, key.resource, key.name, *more)
    known = inspect.signature(make).parameters
    return made.with_query({name: value for name, value in call.query.items() if name in known})
