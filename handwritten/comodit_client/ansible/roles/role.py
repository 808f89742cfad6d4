"""A role under construction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import define, field, frozen

from comodit_client.ansible.archive import Entity
from comodit_client.ansible.names import definition_role, role_name
from comodit_client.ansible.project import Project
from comodit_client.ansible.sources import Source
from comodit_client.ansible.vault import ALL
from comodit_client.ansible.yaml_text import dump
from comodit_client.disk import layout
from comodit_client.disk.place import Place


def role_of(project: Project, entity: Entity) -> str:
    """Return the role of an application, a platform or a distribution.

    Args:
        project: The conversion.
        entity: The application, platform or distribution.

    Returns:
        The name of the role.
    """
    if entity.kind == layout.APPLICATION:
        return project.names.roles[entity.name]
    return definition_role(entity.kind, entity.name)


@frozen
class Option:
    """A variable of a role that is not the key of a setting.

    Attributes:
        name: The variable.
        description: What it does.
        default: Its default. None if it has none.
        secret: Whether its values are secret.
    """

    name: str
    description: str
    default: Any = None
    secret: bool = False


@define(eq=False)
class Role:
    """A role under construction.

    Args:
        project: The conversion.
        entity: The application, platform or distribution.
        name: The name of the role.

    Attributes:
        options: The variables of the role that are not keys of settings.
        notes: What users of the role must know.
    """

    project: Project
    entity: Entity
    name: str
    options: list[Option] = field(factory=list, init=False)
    notes: list[str] = field(factory=list, init=False)
    _slugs: dict[tuple[str, str], str] = field(factory=dict, init=False)

    @property
    def source(self) -> Source:
        """The definition."""
        return self.entity.source

    def variable(self, suffix: str) -> str:
        """Return a variable that begins with the name of the role.

        Args:
            suffix: The rest of its name.

        Returns:
            The variable. It is not the variable of a key.
        """
        name = f"{self.name}_{suffix}"
        while name in self.project.names.variables.values():
            name += "_"
        return name

    def slug(self, kind: str, name: str) -> str:
        """Return a part of a variable's name that stands for a resource.

        Args:
            kind: The kind of the resource, such as `user`.
            name: The name of the resource.

        Returns:
            The kind and lower-case letters, digits and underscores, unique in the role.
        """
        if (kind, name) not in self._slugs:
            slug = f"{kind}_{role_name(name) or 'unnamed'}"
            while slug in self._slugs.values():
                slug += "_"
            self._slugs[kind, name] = slug
        return self._slugs[kind, name]

    def option(self, suffix: str, description: str, default: Any = None, secret: bool = False) -> str:
        """Add a variable that users may set.

        Args:
            suffix: The rest of its name after that of the role.
            description: What it does.
            default: Its default. None for a variable without one.
            secret: Whether its values are secret.

        Returns:
            The variable.
        """
        option = Option(self.variable(suffix), description, default, secret)
        if option not in self.options:
            self.options.append(option)
        return option.name

    def note(self, text: str) -> None:
        """Add something that users of the role must know.

        Args:
            text: A sentence.
        """
        if text not in self.notes:
            self.notes.append(text)

    def keep_secret(self, variable: str, value: Any, source: Source, member: str) -> str | None:
        """Keep a secret in the vault, under a name that no other role has.

        Args:
            variable: The variable that refers to it.
            value: The secret.
            source: The object that holds it.
            member: The member that holds it.

        Returns:
            The reference to it. None if secrets are left out.
        """
        name = variable if variable.startswith(f"{self.name}_") else f"{self.name}_{variable}"
        return self.project.vault.keep(ALL, variable, value, source, member, name)

    def add(self, path: str, content: str | Place) -> None:
        """Add a file.

        Args:
            path: Its path in the role.
            content: Its text, or a local file to copy.

        Raises:
            ExportException: Another role has the same name.
        """
        self.project.output.add(f"roles/{self.name}/{path}", content)

    def add_tasks(self, path: str, tasks: Iterable[Mapping[str, Any]]) -> None:
        """Add a file with tasks, unless there are none.

        Args:
            path: Its path in the role.
            tasks: The tasks.

        Raises:
            ExportException: Another role has the same name.
        """
        texts = [dump([one]).removeprefix("---\n") for one in tasks]
        if texts:
            self.add(path, "---\n" + "\n".join(texts))

    def add_yaml(self, path: str, document: Any) -> None:
        """Add a YAML file, unless the document is empty.

        Args:
            path: Its path in the role.
            document: The document.

        Raises:
            ExportException: Another role has the same name.
        """
        if document:
            self.project.output.add_yaml(f"roles/{self.name}/{path}", document)
