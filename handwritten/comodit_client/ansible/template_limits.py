"""The limits of Jinja2, which compiles a template to Python."""

from __future__ import annotations

from comodit_client.freemarker.errors import TemplateError
from comodit_client.freemarker.nodes import Expression

#: Python allows 20 nested blocks.
MAX_LOOPS = 15
_MAX_DEPTH = 50


def check_depth(expression: Expression) -> None:
    """Check that Jinja2 can compile an expression.

    Raises:
        TemplateError: It is nested too deeply.
    """
    depth, nodes = 0, [expression.root]
    while nodes:
        depth += 1
        if depth > _MAX_DEPTH:
            raise TemplateError(f"an expression is nested more than {_MAX_DEPTH} levels deep")
        nodes = [operand for node in nodes for operand in node.operands]
