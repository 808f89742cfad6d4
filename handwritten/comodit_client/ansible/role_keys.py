"""The keys of settings as the templates of one application see them."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from comodit_client.ansible.archive import Entity
from comodit_client.ansible.key_paths import is_never_null, types_at
from comodit_client.ansible.keys import Keys
from comodit_client.ansible.names import variable_name
from comodit_client.ansible.undeclared import undeclared_names
from comodit_client.disk.payloads import list_member

#: The variables of the server, which every host has, and their members. Others may be missing.
_OF_EVERY_HOST = frozenset({"_host", "_host.name", "_host_name", "_org", "_org.name", "_org_name"})
#: The other variables of the server, apart from that for the definition itself (S108).
_OF_SOME = frozenset({"_applications", "_env", "_env_name", "_mode", "_path"})


@frozen(eq=False)
class RoleKeys:
    """The keys as the templates of one application see them.

    Args:
        keys: All keys.
        variables: The variable of each key.
        defaults: The keys of the parameters of the application that have a default.
        own: The variable of the server that describes the application, such as `_application`.
        undeclared: The names in its templates, if settings with such keys may exist outside of the archive.
    """

    keys: Keys
    variables: Mapping[str, str]
    defaults: frozenset[str]
    own: str = ""
    undeclared: frozenset[str] = frozenset()

    @classmethod
    def of(cls, keys: Keys, variables: Mapping[str, str], application: Entity) -> RoleKeys:
        """Return the keys as an application sees them.

        Args:
            keys: All keys.
            variables: The variable of each key.
            application: The application.

        Returns:
            The keys.
        """
        parameters = list_member(application.source.document, "parameters")
        defaults = frozenset(str(one.get("key")) for one in parameters if one.get("value") is not None)
        undeclared = frozenset() if keys.is_complete else undeclared_names(application)
        return cls(keys, variables, defaults, f"_{application.kind.name}", undeclared)

    def variable(self, key: str) -> str:
        """Return the variable of a key.

        Args:
            key: The key, or the name of a variable of the server, such as `_host`.

        Returns:
            The variable.
        """
        return self.variables.get(key) or variable_name(key)

    def is_key(self, key: str) -> bool:
        """Return whether a setting or a parameter may have the key, or whether it is a variable of the server.

        Args:
            key: The key.

        Returns:
            True if there is one anywhere, or if a setting that the archive does not contain may have it.
        """
        if key.startswith("_"):
            return key == self.own or (key in _OF_EVERY_HOST | _OF_SOME and "." not in key)
        if key in self.keys.values:
            return True
        steps = key.split(".")
        beginnings = {".".join(steps[:length]) for length in range(1, len(steps))}
        is_member = not beginnings.isdisjoint(self.keys.values.keys())
        if key not in self.undeclared or is_member:
            return False
        return not any(known.startswith(f"{key}.") for known in self.keys.names)

    def is_defined(self, key: str) -> bool:
        """Return whether the key has a value on every host.

        Args:
            key: The key, or the path of a member or an element of its value.

        Returns:
            True if the application has a default for it, and no setting takes the value away.
        """
        if key in _OF_EVERY_HOST or key in (self.own, f"{self.own}.name"):
            return True
        if key in self.keys.values:
            return key in self.defaults and key not in self.keys.varying
        return is_never_null(self.keys, key)

    def kinds(self, key: str) -> frozenset[type]:
        """Return the types of the values of a key.

        Args:
            key: The key, or the path of a member or an element of its value.

        Returns:
            The Python types; empty if they are not all known.
        """
        if key.startswith("_"):
            return frozenset({str}) if key.endswith(("name", ".uuid", "_key", "_path", "_mode")) else frozenset()
        return types_at(self.keys, key)
