"""The exception that ends a generation. It lists all problems, so that one run shows every one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager


class SchemaError(Exception):
    """Problems in the schema or the async facade that prevent the generation.

    Args:
        findings: The problems, each with its place and, where it helps, a fix.
    """

    def __init__(self, findings: Iterable[str]) -> None:
        self.findings = list(findings)
        super().__init__("\n".join(self.findings))


@contextmanager
def located(place: str) -> Iterator[None]:
    """Add a place to the findings of a SchemaError.

    Args:
        place: The file, operation or member that the block deals with.

    Yields:
        Once, to run the block.

    Raises:
        SchemaError: The block raised it.
    """
    try:
        yield
    except SchemaError as error:
        raise SchemaError(f"{place}: {finding}" for finding in error.findings) from error
