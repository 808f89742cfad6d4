"""Conversion of an organization to Ansible."""
