"""Selects parts of results with JMESPath."""

from __future__ import annotations

from typing import Any

import jmespath
from jmespath.exceptions import JMESPathError

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
        return jmespath.search(expression, value)
    except JMESPathError as error:
        raise Failure(f"Cannot use --query {expression!r}: {error}. Correct the JMESPath expression.", USAGE) from error
