"""The variables that the template of a file sees: keys of settings, and those that the server sets (S107, S108)."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from comodit_client.ansible.role_keys import RoleKeys
from comodit_client.ansible.roles.role import Role
from comodit_client.ansible.sources import Source
from comodit_client.disk.payloads import list_member

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
#: Those that the inventory gives to all hosts, also to those that are added later.
_ALWAYS = frozenset({"_host", "_host.name", "_host_name", "_org", "_org.name", "_org_name"})


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
            True if a setting, a parameter or the server gives it a value, or if a setting that the export does not show
            may do so (S96).
        """
        if self.keys.is_key(key) or key in self.triggers:
            return True
        return "." not in key and (key in _OF_HOSTS or key in self.own)

    def is_defined(self, key: str) -> bool:
        """Return whether a variable has a value on every host.

        Args:
            key: The key, or the name of a variable of the server.

        Returns:
            True if the role, the task or the inventory defines it.
        """
        return key in self.own or key in _ALWAYS or self.keys.is_defined(key)

    def kinds(self, key: str) -> frozenset[type]:
        """Return the types of the values of a variable.

        Args:
            key: The key, or the name of a variable of the server.

        Returns:
            The Python types; empty if they are not all known.
        """
        known = self.own.get(key) or _OF_HOSTS.get(key)
        return frozenset([known]) if known else self.keys.kinds(key)
