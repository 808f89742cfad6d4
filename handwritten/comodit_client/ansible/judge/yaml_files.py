"""The YAML files of a conversion as Ansible reads them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from comodit_client._extras import extra
from comodit_client.ansible.yaml_text import Unsafe
from comodit_client.rest.exceptions import ExportException

with extra("ansible"):
    import yaml

#: The beginning of a file that ansible-vault encrypted.
_ENCRYPTED = "$ANSIBLE_VAULT"


class _Loader(yaml.SafeLoader):
    """Reads texts that Ansible must not template."""


def _unsafe(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return Unsafe(loader.construct_scalar(node))
    if isinstance(node, yaml.SequenceNode):
        return _marked(loader.construct_sequence(node, deep=True))
    assert isinstance(node, yaml.MappingNode)
    return _marked(loader.construct_mapping(node, deep=True))


def _marked(value: Any) -> Any:
    if isinstance(value, str):
        return Unsafe(value)
    if isinstance(value, list):
        return [_marked(item) for item in value]
    return {name: _marked(item) for name, item in value.items()} if isinstance(value, dict) else value


_Loader.add_constructor("!unsafe", _unsafe)


@frozen
class YamlFiles:
    """Reads the YAML files in the folder of a conversion.

    Args:
        folder: The folder.
        secrets: The variables in encrypted files, by the folders of these files.
    """

    folder: Path
    secrets: Mapping[str, Mapping[str, Any]]

    def read(self, path: str) -> Any:
        """Read a file.

        Args:
            path: The path of the file in the folder.

        Returns:
            Its document. None if it does not exist.

        Raises:
            ExportException: The file is not valid YAML, or its secrets are not known.
        """
        file = self.folder / path
        if not file.is_file():
            return None
        text = file.read_text("utf-8")
        if text.startswith(_ENCRYPTED):
            scope = path.rpartition("/")[0]
            if scope not in self.secrets:
                raise ExportException(
                    f"Cannot verify {str(file)!r}: its secrets do not belong to this conversion. Convert again to an "
                    "empty folder"
                )
            return self.secrets[scope]
        try:
            return yaml.load(text, _Loader)  # noqa: S506  it derives from the safe loader
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            where = f" in line {mark.line + 1}" if mark else ""
            raise ExportException(f"Cannot verify {str(file)!r}: it is not valid YAML{where}") from None

    def mapping(self, path: str) -> dict[str, Any]:
        """Read a file with variables.

        Args:
            path: The path of the file in the folder.

        Returns:
            The variables; none if the file does not exist or is empty.

        Raises:
            ExportException: The file is not valid YAML, or its secrets are not known.
        """
        found = self.read(path)
        return dict(found) if isinstance(found, Mapping) else {}

    def list(self, path: str) -> list[dict[str, Any]]:
        """Read a file with a list of mappings, such as tasks or plays.

        Args:
            path: The path of the file in the folder.

        Returns:
            The mappings; none if the file does not exist or is empty.

        Raises:
            ExportException: The file is not valid YAML.
        """
        found = self.read(path)
        return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []

    def variables(self, scope: str) -> dict[str, Any]:
        """Read the variables of a group or a host: those of a file, or of all files in a folder.

        Args:
            scope: The path of the folder, or of the file without `.yml`.

        Returns:
            The variables. Of two files in a folder, the later one by name wins.

        Raises:
            ExportException: A file is not valid YAML, or its secrets are not known.
        """
        found = self.mapping(f"{scope}.yml")
        folder = self.folder / scope
        if folder.is_dir():
            for file in sorted(folder.glob("*.yml")):
                found |= self.mapping(f"{scope}/{file.name}")
        return found
