"""Secrets, which are written to encrypted files only."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from attrs import define, field

from comodit_client.ansible.output import Output
from comodit_client.ansible.sources import Source
from comodit_client.ansible.yaml_text import dump, literal
from comodit_client.rest.exceptions import ExportException

#: The scope that all hosts see.
ALL = "group_vars/all"
#: Why a secret is a loss.
LEFT_OUT = "it is secret, and no vault password file was given"


@define(eq=False)
class Vault:
    """The secrets of a conversion, by the folder of variables that they belong to.

    Args:
        password_file: The file with the password that encrypts them. Without it, they are left out.

    Attributes:
        secrets: The variables of each folder, such as `group_vars/all`.
    """

    password_file: Path | None = None
    secrets: dict[str, dict[str, Any]] = field(factory=dict, init=False, repr=False)

    def keep(self, scope: str, variable: str, value: Any, source: Source, member: str, name: str = "") -> str | None:
        """Keep a secret, or record that it is lost.

        Args:
            scope: The folder of variables that it belongs to, such as `group_vars/all`.
            variable: The variable for which it is the value.
            value: The value.
            source: The object that holds it.
            member: The member that holds it.
            name: The variable in the vault, without its prefix `vault_`. Default is the variable.

        Returns:
            What to write in place of the value: a reference to the vault. None if secrets are left out.
        """
        if self.password_file is None:
            source.lose(member, f"{LEFT_OUT}; define {variable} in {scope}/vault.yml")
            return None
        kept = f"vault_{name or variable}"
        self.secrets.setdefault(scope, {})[kept] = literal(value)
        return f"{{{{ {kept} }}}}"

    def write(self, output: Output) -> None:
        """Add an encrypted file for each folder with secrets.

        Args:
            output: The files.

        Raises:
            ExportException: A secret cannot be encrypted.
        """
        for scope, secrets in self.secrets.items():
            output.add(f"{scope}/vault.yml", self._encrypt(dump(dict(sorted(secrets.items())))), private=True)

    def _encrypt(self, text: str) -> str:
        command = ["ansible-vault", "encrypt", "--vault-password-file", str(self.password_file), "--output", "-"]
        try:
            done = subprocess.run(command, input=text.encode(), capture_output=True, check=False)  # noqa: S603
        except OSError as error:
            raise ExportException(
                f"Cannot encrypt secrets: the command ansible-vault cannot be run: {error.strerror}. Install "
                "ansible-core, or leave secrets out"
            ) from error
        if done.returncode:
            reason = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
            raise ExportException(f"Cannot encrypt secrets: ansible-vault failed: {' '.join(reason)}")
        return done.stdout.decode()


class OpenVault(Vault):
    """Secrets that are not encrypted, for an inventory that no file holds."""

    def keep(self, scope: str, variable: str, value: Any, source: Source, member: str, name: str = "") -> Any:
        """Return a secret as it is.

        Args:
            scope: The folder of variables that it belongs to.
            variable: The variable for which it is the value.
            value: The value.
            source: The object that holds it.
            member: The member that holds it.
            name: The variable in the vault.

        Returns:
            The value to write.
        """
        return literal(value)
