"""All files of a conversion outside of roles and inventory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.ansible.playbooks.guide import add_guide
from comodit_client.ansible.playbooks.host_sets import Uses
from comodit_client.ansible.playbooks.jobs import add_jobs
from comodit_client.ansible.playbooks.orchestrations import add_orchestrations
from comodit_client.ansible.playbooks.pipelines import add_pipelines
from comodit_client.ansible.playbooks.site import add_site
from comodit_client.ansible.playbooks.unsupported import lose_unsupported
from comodit_client.ansible.playbooks.webhooks import add_webhooks

if TYPE_CHECKING:
    from comodit_client.ansible.project import Project


def add_playbooks(project: Project) -> None:
    """Add the playbooks, the configuration of Ansible and the guide to the output.

    Args:
        project: The conversion.

    Raises:
        ExportException: Another part of the conversion wrote one of the files already.
    """
    uses = Uses.of(project)
    add_site(project, uses)
    add_orchestrations(project, uses)
    add_webhooks(project)
    add_pipelines(project)
    add_jobs(project)
    lose_unsupported(project)
    add_guide(project)
