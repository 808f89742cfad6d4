"""The guide to the output, and the configuration of Ansible and ansible-lint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.ansible.playbooks.jobs import PATH as CRONTAB
from comodit_client.ansible.playbooks.orchestrations import HOSTS
from comodit_client.ansible.playbooks.renamed import names_section
from comodit_client.ansible.playbooks.site import TO_REMOVE

if TYPE_CHECKING:
    from comodit_client.ansible.project import Project

_CONFIGURATION = """\
[defaults]
inventory = inventory
roles_path = roles
# The applications of ComodIT do not see each other's parameters.
private_role_vars = True
"""
_LINT = """\
---
profile: production
kinds:
  - playbook: "orchestrations/*.yml"
  - playbook: "pipelines/*.yml"
  - playbook: "webhooks/*.yml"
# Variables keep the keys of the settings in ComodIT, with their capital letters.
var_naming_pattern: "^[a-zA-Z_][a-zA-Z0-9_]*$"
skip_list:
  # Several roles share the keys of settings.
  - var-naming[no-role-prefix]
"""
_INTRODUCTION = """\
# Playbooks converted from ComodIT

This folder configures the same hosts with Ansible. It needs ansible-core 2.15 or later on the control node, and no
collections. Run all commands in this folder, because `ansible.cfg` is read from the current folder.

Read `LOSSES.md` first. It lists everything in the definitions that has no equivalent here, with the reason.
"""
_VAULT = """\
## Secrets

Secrets are in the files `vault.yml`, encrypted with the password file that you gave to the conversion. Pass the same
file to each command with `--vault-password-file FILE`, or set `vault_password_file` in `ansible.cfg`.
"""
_NO_VAULT = """\
## Secrets

Secrets were left out, because no password file was given to the conversion. `LOSSES.md` names the variable of each.
Define them in the files that it names, and encrypt these with `ansible-vault encrypt FILE`.
"""
_HOSTS = """\
## Add hosts

The export has no hosts. Add yours to `inventory/hosts.yml`. If the export has several applications, put each host into
the groups `application_ROLE` of its applications.
"""
_SITE = """\
## Configure hosts

1. Check that all hosts are reachable: `ansible all -m ansible.builtin.ping`
2. Show what would change: `ansible-playbook site.yml --check --diff`
3. Configure one host: `ansible-playbook site.yml --limit HOST`
4. Configure all hosts: `ansible-playbook site.yml`

Tasks run as root. Pass `--ask-become-pass` if sudo asks for a password.

The first run of a role also runs the handlers of the installation. On machines where ComodIT ran them, set the variable
`ROLE_run_install` to `false` before, with the name of each role.
"""
_UNINSTALL = f"""\
## Remove an application

`ansible-playbook uninstall.yml -e {TO_REMOVE}=ROLE` removes one application from all its hosts.
`-e '{TO_REMOVE}=*'` removes all applications. Add `--limit HOST` for a single host.
"""
_PROVISION = """\
## Provision machines

`ansible-playbook provision.yml` renders the files of platforms and distributions in `provisioning/HOST/`. Pass them to
the tool that creates your machines. Ansible does not create machines here.
"""
_ORCHESTRATIONS = f"""\
## Run orchestrations

Each works on one host after the other, and stops at the first failure. `-e {HOSTS}=HOST,HOST` selects other hosts.
"""
_PIPELINES = """\
## Run pipelines

Each runs orchestrations and webhooks in order, and stops at the first failure.
"""
_WEBHOOKS = """\
## Call webhooks

The control node sends the requests.
"""
_JOBS = f"""\
## Schedule jobs

`{CRONTAB}` has a commented line for each job. Adapt it before you install it.
"""


def add_guide(project: Project) -> None:
    """Add README.md, ansible.cfg and .ansible-lint. The guide describes the files that the output has so far.

    Args:
        project: The conversion.
    """
    project.output.add("ansible.cfg", _CONFIGURATION)
    project.output.add(".ansible-lint", _LINT)
    project.output.add("README.md", "\n".join(_sections(project)))


def _sections(project: Project) -> list[str]:
    files = project.output.files
    sections = [_INTRODUCTION]
    if not project.archive.hosts:
        sections.append(_HOSTS)
    sections.append(_VAULT if project.options.vault_password_file else _NO_VAULT)
    for path, section in (("site.yml", _SITE), ("uninstall.yml", _UNINSTALL), ("provision.yml", _PROVISION)):
        if path in files:
            sections.append(section)
    for folder, section in (
        ("orchestrations", _ORCHESTRATIONS),
        ("pipelines", _PIPELINES),
        ("webhooks", _WEBHOOKS),
    ):
        paths = [path for path in project.output if path.startswith(f"{folder}/")]
        if paths:
            sections.append(section + "\n" + "".join(f"- `ansible-playbook {path}`\n" for path in paths))
    if CRONTAB in files:
        sections.append(_JOBS)
    names = names_section(project)
    return [*sections, names] if names else sections
