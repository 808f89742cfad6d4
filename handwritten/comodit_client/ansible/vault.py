"""Secrets, which are written to encrypted files only."""

from __future__ import annotations

import subprocess
from itertools import chain, count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from attrs import define, field

from comodit_client.ansible.commands import find_command
from comodit_client.ansible.output import Output
from comodit_client.ansible.sources import Source
from comodit_client.ansible.yaml_text import dump, literal
from comodit_client.rest.exceptions import ExportException

#: The scope that all hosts see.
ALL = "inventory/group_vars/all"
_COMMAND = "ansible-vault"
#: Why a secret is a loss.
LEFT_OUT = "it is secret, and no vault password file was given"


@define(eq=False)
class Vault:
    """The secrets of a conversion, by the folder of variables that they belong to.

    Args:
        password_file: The file with the password that encrypts them. Without it, they are left out.

    Attributes:
        secrets: The variables of each folder, such as `inventory/group_vars/all`.
    """

    password_file: Path | None = None
    secrets: dict[str, dict[str, Any]] = field(factory=dict, init=False, repr=False)
    _owners: dict[str, tuple[str, str]] = field(factory=dict, init=False, repr=False)

    def keep(self, scope: str, variable: str, value: Any, source: Source, member: str, name: str = "") -> str | None:
        """Keep a secret, or record that it is lost.

        Args:
            scope: The folder of variables that it belongs to, such as `inventory/group_vars/all`.
            variable: The variable for which it is the value.
            value: The value.
            source: The object that holds it.
            member: The member that holds it.
            name: The variable in the vault, without its prefix `vault_`. Default is the variable. A number follows it
                if another variable has the name, in any folder, as hosts see several folders.

        Returns:
            What to write in place of the value: a reference to the vault. None if secrets are left out.
        """
        if self.password_file is None:
            source.lose(member, f"{LEFT_OUT}; define {variable} in {scope}/vault.yml")
            return None
        kept = self._free(f"vault_{name or variable}", (variable, name))
        self.secrets.setdefault(scope, {})[kept] = literal(value)
        return f"{{{{ {kept} }}}}"

    def _free(self, wanted: str, owner: tuple[str, str]) -> str:
        numbered = (f"{wanted}_{number}" for number in count(2))
        kept = next(one for one in chain([wanted], numbered) if self._owners.get(one, owner) == owner)
        self._owners[kept] = owner
        return kept

    def write(self, output: Output) -> None:
        """Add an encrypted file for each folder with secrets.

        Args:
            output: The files.

        Raises:
            ExportException: A secret cannot be encrypted.
        """
        if self.secrets:
            texts = [dump(dict(sorted(secrets.items()))) for secrets in self.secrets.values()]
            for scope, text in zip(self.secrets, self._encrypt(texts), strict=True):
                output.add(f"{scope}/vault.yml", text, private=True)

    def _encrypt(self, texts: list[str]) -> list[str]:
        """Encrypt texts with one command, since it takes long to start. Only the current user may read its files."""
        with TemporaryDirectory() as home:
            files = [Path(home) / str(number) for number in range(len(texts))]
            for file, text in zip(files, texts, strict=True):
                file.write_text(text, encoding="utf-8")
            self._run(["encrypt", "--vault-password-file", str(self.password_file), *map(str, files)])
            return [file.read_text(encoding="ascii") for file in files]

    def _run(self, arguments: list[str]) -> None:
        command = find_command(_COMMAND)
        if command is None:
            raise ExportException(
                f"Cannot encrypt secrets: the command {_COMMAND} is not installed. Install ansible-core, or leave "
                "secrets out"
            )
        done = subprocess.run([command, *arguments], capture_output=True, check=False)  # noqa: S603
        if done.returncode:
            reason = " ".join(done.stderr.decode(errors="replace").strip().splitlines()[-1:])
            raise ExportException(f"Cannot encrypt secrets: {_COMMAND} failed: {reason}. Check the vault password file")


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
