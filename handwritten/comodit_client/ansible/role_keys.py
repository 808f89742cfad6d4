"""The keys of settings as the templates of one application see them."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from comodit_client.ansible.archive import Entity
from comodit_client.ansible.keys import Keys
from comodit_client.ansible.names import variable_name
from comodit_client.ansible.undeclared import undeclared_names
from comodit_client.disk.payloads import list_member

#: The variables of the server (S108).
SERVER = frozenset(
    [
        "_application",
        "_applications",
        "_distribution",
        "_env",
        "_env_name",
        "_host",
        "_host_name",
        "_mode",
        "_org",
        "_org_name",
        "_path",
        "_platform",
    ]
)


@frozen(eq=False)
class RoleKeys:
    """The keys as the templates of one application see them.

    Args:
        keys: All keys.
        variables: The variable of each key.
        defaults: The keys of the parameters of the application that have a default.
        undeclared: The names in its templates, if settings with such keys may exist outside of the archive.
    """

    keys: Keys
    variables: Mapping[str, str]
    defaults: frozenset[str]
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
        return cls(
            keys,
            variables,
            frozenset(str(one.get("key")) for one in parameters if one.get("value") is not None),
            frozenset() if keys.is_complete else undeclared_names(application),
        )

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
        if key in SERVER or key in self.keys.values:
            return True
        steps = key.split(".")
        beginnings = {".".join(steps[:length]) for length in range(1, len(steps))}
        return key in self.undeclared and beginnings.isdisjoint(SERVER | self.keys.values.keys())

    def is_defined(self, key: str) -> bool:
        """Return whether the key has a value on every host.

        Args:
            key: The key.

        Returns:
            True if the application has a default for it, and no setting takes the value away.
        """
        return key in self.defaults and key not in self.keys.varying

    def kinds(self, key: str) -> frozenset[type]:
        """Return the types of the values of a key.

        Args:
            key: The key.

        Returns:
            The Python types; empty if they are not all known.
        """
        return self.keys.types(key)
