"""Plans as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.cli.output.colors import GREEN, PLAIN, RED, YELLOW
from comodit_client.wire.errors import escaped

if TYPE_CHECKING:
    from comodit_client.api.planner import ChangePlan

#: The colors of lines, by the sign that they begin with.
COLORS = {"+": GREEN, "~": YELLOW, "±": RED, "-": RED}


def plan_lines(plan: ChangePlan, in_color: bool) -> str:
    """Return a plan as text that is safe to print.

    Args:
        plan: The plan.
        in_color: Whether the lines of the changes have colors. The lines of members have none.
    """
    lines = escaped(str(plan), keep="\n").split("\n")
    return "\n".join(map(_painted, lines) if in_color else lines)


def _painted(line: str) -> str:
    color = COLORS.get(line[:1])
    return f"{color}{line}{PLAIN}" if color else line
