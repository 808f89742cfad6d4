"""Conversion of exported definitions to playbooks, roles and an inventory of Ansible. Ansible itself is not needed."""
