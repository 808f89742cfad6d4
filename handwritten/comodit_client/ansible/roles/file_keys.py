"""The variables that the template of a file sees: keys of settings, and those that the server sets (S107, S108)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import frozen

from comodit_client.ansible.role_keys import RoleKeys
from comodit_client.ansible.roles.role import Role
from comodit_client.ansible.sources import Source
from comodit_client.disk.payloads import list_member

#: A key that is a variable as it is. Keys of settings do not begin with an underscore (S95).
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
#: The variables of the server that an inventory has, with the types of their values, members and elements.
_OF_HOSTS: Mapping[str, type] = {
    "_host": dict,
    "_host.name": str,
    "_host.uuid": str,
    "_host_name": str,
    "_org": dict,
    "_org.name": str,
    "_org.access_key": str,
    "_org.secret_key": str,
    "_org_name": str,
    "_env": dict,
    "_env.name": str,
    "_env_name": str,
    "_applications": dict,
    "_applications.packages": list,
    "_applications.packages[]": str,
    "_applications.services": list,
    "_applications.services[]": str,
}


@frozen(eq=False)
class FileKeys:
    """The variables that the template of a file sees.

    Args:
        keys: The keys of settings.
        own: The variables of the server that the role or the task defines, with the types of their values.
        triggers: The keys that trigger handlers of the application. Not all of them have a parameter.
    """

    keys: RoleKeys
    own: Mapping[str, type]
    triggers: frozenset[str]

    @classmethod
    def of(cls, role: Role, keys: RoleKeys, file: Source) -> FileKeys:
        """Return the variables of a file.

        Args:
            role: The role.
            keys: The keys of settings.
            file: The file.

        Returns:
            The variables.
        """
        definition = f"_{role.entity.kind.name}"
        members = {f"_{member}": file.peek(member) for member in ("path", "mode")}
        own = {name: type(value) for name, value in members.items() if value is not None}
        handlers = list_member(role.source.document, "handlers")
        triggers = frozenset(str(trigger) for handler in handlers for trigger in handler.get("on") or ())
        return cls(keys, {definition: dict, f"{definition}.name": str, **own}, triggers)

    def variable(self, key: str) -> str:
        """Return the variable of a key.

        Args:
            key: The key, or the name of a variable of the server.

        Returns:
            The variable.
        """
        return self.keys.variable(key)

    def is_key(self, key: str) -> bool:
        """Return whether there is such a variable.

        Args:
            key: The key, or the name of a variable of the server.

        Returns:
            True if a setting, a parameter or the server gives it a value, and for all plain names: settings can have
            keys that the export does not show (S96), and users of the role must be able to set them.
        """
        if self.keys.is_key(key) or key in self.triggers or _PLAIN.fullmatch(key):
            return True
        return "." not in key and (key in _OF_HOSTS or key in self.own)

    def is_defined(self, key: str) -> bool:
        """Return whether a variable has a value on every host. An inventory may lack those of the server.

        Args:
            key: The key, or the name of a variable of the server.

        Returns:
            True if the role or the task defines it.
        """
        return self.keys.is_defined(key) or key in self.own

    def kinds(self, key: str) -> frozenset[type]:
        """Return the types of the values of a variable.

        Args:
            key: The key, or the name of a variable of the server.

        Returns:
            The Python types; empty if they are not all known.
        """
        known = self.own.get(key) or _OF_HOSTS.get(key)
        return frozenset([known]) if known else self.keys.kinds(key)
