"""The state of a conversion, which all its parts share."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from attrs import field, frozen

from comodit_client.ansible.archive import Archive
from comodit_client.ansible.keys import Keys
from comodit_client.ansible.names import Names
from comodit_client.ansible.output import Output
from comodit_client.ansible.vault import Vault
from comodit_client.rest.exceptions import ExportException

#: How links between settings are written: as the value at the end, or as a reference to it.
Links = Literal["resolve", "reference"]


@frozen
class Options:
    """The options of a conversion.

    Attributes:
        links: Whether to write the value of a linked setting, or a reference to the setting that it links to.
        vault_password_file: The file with the password that encrypts secrets. Without it, secrets are left out.
        names: Names to use in Ansible instead of those that are chosen, such as `{"applications/My App": "my_app"}`.
        keep_going: Whether to convert the rest if files have no content or do not parse, instead of failing.
    """

    links: Links = "resolve"
    vault_password_file: Path | None = None
    names: Mapping[str, str] = field(factory=dict)
    keep_going: bool = False


@frozen(eq=False)
class Project:
    """What is converted, and the files that result.

    Attributes:
        archive: The definitions.
        options: The options.
        keys: The keys of all settings.
        names: The names in Ansible.
        output: The files.
        vault: The secrets.
        broken: The files whose templates do not parse, each with the reason.
    """

    archive: Archive
    options: Options
    keys: Keys
    names: Names
    output: Output = field(factory=Output)
    vault: Vault = field(factory=Vault)
    broken: list[str] = field(factory=list)

    @classmethod
    def of(cls, archive: Archive, options: Options) -> Project:
        """Start a conversion.

        Args:
            archive: The definitions.
            options: The options.

        Returns:
            The conversion, without any files.

        Raises:
            ExportException: Two entities would get the same name, an entity has no possible name, or the vault
                password file does not exist.
        """
        password = options.vault_password_file
        if password is not None and not password.is_file():
            raise ExportException(
                f"Cannot encrypt secrets: the vault password file {str(password)!r} does not exist. Create it, or "
                "leave secrets out"
            )
        keys = Keys.of(archive)
        names = Names.of(archive, keys, options.names)
        return cls(archive, options, keys, names, vault=Vault(options.vault_password_file))
