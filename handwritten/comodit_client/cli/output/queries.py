"""Selects parts of results with JMESPath."""

from __future__ import annotations

from typing import Any

import jmespath
from jmespath.exceptions import JMESPathError
from jmespath.parser import ParsedResult

from comodit_client.cli.exits import USAGE, Failure


def select(value: Any, expression: str) -> Any:
    """Select a part of a JSON value.

    Args:
        value: The value.
        expression: The JMESPath expression.

    Returns:
        The part; None if there is none.

    Raises:
        Failure: The expression is not valid.
    """
    try:
        return compiled(expression).search(value)
    except JMESPathError as error:
        raise _failure(expression, error) from error


def compiled(expression: str) -> ParsedResult:
    """Compile an expression.

    Args:
        expression: The JMESPath expression.

    Raises:
        Failure: The expression is not valid.
    """
    try:
        return jmespath.compile(expression)
    except JMESPathError as error:
        raise _failure(expression, error) from error


def _failure(expression: str, error: JMESPathError) -> Failure:
    reason = str(error).splitlines()[0].rstrip(":. ")
    return Failure(f"Cannot use --query {expression!r}: {reason}. Correct the JMESPath expression.", USAGE)
