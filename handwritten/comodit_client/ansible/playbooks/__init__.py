"""Playbooks of a conversion: for whole sites, orchestrations, pipelines, webhooks and jobs."""

from comodit_client.ansible.playbooks.adding import add_playbooks

__all__ = ["add_playbooks"]
