"""What a role knows of its earlier runs: a folder on the machine, with a marker once the application is installed."""

from __future__ import annotations

from attrs import frozen

from comodit_client.ansible.roles.role import Role
from comodit_client.ansible.roles.steps import Task, task

#: The folder above those of all roles.
_FOLDER = "/var/lib/ansible-comodit"


@frozen
class State:
    """The variables that distinguish an installation from a later run.

    Attributes:
        folder: The variable with the folder on the machine.
        found: The variable with the status of the marker.
        is_new: The variable that says whether this run installs the application.
    """

    folder: str
    found: str
    is_new: str

    @classmethod
    def of(cls, role: Role) -> State:
        """Return the variables of a role.

        Args:
            role: The role.

        Returns:
            The variables.
        """
        return cls(*(role.variable(suffix) for suffix in ("state_folder", "marker", "is_new")))

    @property
    def marker(self) -> str:
        """The path of the marker, as an expression."""
        return f"{{{{ {self.folder} }}}}/installed"

    def declare(self, role: Role) -> dict[str, str]:
        """Add the variables that users may set.

        Args:
            role: The role.

        Returns:
            The variables of the role that users may not set.
        """
        role.option(
            "state_folder", "The folder on the machine in which the role keeps what it did.", f"{_FOLDER}/{role.name}"
        )
        install = role.option(
            "run_install",
            "Whether the actions of an installation run where the role did not run before. Set it to false for "
            "machines on which ComodIT installed the application.",
            True,
        )
        return {self.is_new: f"{{{{ {install} and not {self.found}.stat.exists }}}}"}

    def read(self) -> Task:
        """Return the task that reads the status of the marker.

        Returns:
            The task.
        """
        return task("Find out whether the application is installed", "stat", {"path": self.marker}, register=self.found)

    def write(self, others: list[Task]) -> list[Task]:
        """Return the tasks that record an installation.

        Args:
            others: Tasks that write other files to the folder. They come before the marker.

        Returns:
            The tasks.
        """
        folder = {"path": f"{{{{ {self.folder} }}}}", "state": "directory", "mode": "0700"}
        marker = {"content": "", "dest": self.marker, "mode": "0600"}
        return [
            task("Create the folder for the state of the role", "file", folder),
            *others,
            task("Record that the application is installed", "copy", marker),
        ]

    def remove(self) -> Task:
        """Return the task that removes the folder with the marker.

        Returns:
            The task.
        """
        return task(
            "Forget that the application is installed", "file", {"path": f"{{{{ {self.folder} }}}}", "state": "absent"}
        )
