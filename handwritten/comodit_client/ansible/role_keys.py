"""The keys of settings as the templates of one application see them."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from comodit_client.ansible.archive import Entity
from comodit_client.ansible.keys import Keys
from comodit_client.ansible.names import variable_name
from comodit_client.disk.payloads import list_member


@frozen(eq=False)
class RoleKeys:
    """The keys as the templates of one application see them.

    Args:
        keys: All keys.
        variables: The variable of each key.
        defaults: The keys of the parameters of the application that have a default.
    """

    keys: Keys
    variables: Mapping[str, str]
    defaults: frozenset[str]

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
            keys, variables, frozenset(str(one.get("key")) for one in parameters if one.get("value") is not None)
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
        """Return whether a setting or a parameter has the key.

        Args:
            key: The key.

        Returns:
            True if there is one anywhere.
        """
        return key in self.keys.values

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
