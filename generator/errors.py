"""What ends a generation: one exception that lists everything found wrong, so that one run shows all of it."""

from __future__ import annotations

from collections.abc import Iterable


class SchemaError(Exception):
    """The schema cannot be turned into code.

    Args:
        findings: What is wrong, each with its place in the schema.
    """

    def __init__(self, findings: Iterable[str]) -> None:
        self.findings = list(findings)
        super().__init__("\n".join(self.findings))
