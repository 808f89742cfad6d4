"""Verification of a conversion: what Ansible writes is compared with what ComodIT writes, byte by byte."""

from comodit_client.ansible.judge.verdict import Check, Difference, Verdict
from comodit_client.ansible.judge.verification import compare, verify

__all__ = ["Check", "Difference", "Verdict", "compare", "verify"]
