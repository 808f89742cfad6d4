"""All roles of a conversion."""

from __future__ import annotations

from comodit_client.ansible.project import Project
from comodit_client.ansible.roles.application import add_application
from comodit_client.ansible.roles.dependencies import check_dependencies
from comodit_client.ansible.roles.files import require_contents
from comodit_client.ansible.roles.provisioning import add_provisioning
from comodit_client.ansible.texts import one_line
from comodit_client.disk import layout
from comodit_client.rest.exceptions import ExportException


def add_roles(project: Project) -> None:
    """Add a role for each application, and one for the files of each platform and distribution.

    Args:
        project: The conversion.

    Raises:
        ExportException: A file has no content, a template does not parse, applications depend on each other in a
            cycle, or two roles have the same name.
    """
    applications = project.archive.of(layout.APPLICATION)
    others = (*project.archive.of(layout.PLATFORM), *project.archive.of(layout.DISTRIBUTION))
    check_dependencies(project)
    if not project.options.keep_going:
        require_contents((*applications, *others))
    for entity in applications:
        add_application(project, entity)
    for entity in others:
        add_provisioning(project, entity)
    if project.broken and not project.options.keep_going:
        raise ExportException(
            f"Cannot convert: {'; '.join(map(one_line, project.broken))}. Correct the templates, or convert the rest "
            "with keep_going=True"
        )
