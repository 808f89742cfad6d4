"""Draw quick-start.svg, the picture of `make demo` in README.md.

Run it by hand after a change of the quick start: python docs/images/quick_start.py
It runs examples/demo.py against a new sandbox, and draws what it prints.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from rich.text import Text
from terminal import draw

PICTURE = Path(__file__).with_name("quick-start.svg")
DEMO = Path(__file__).resolve().parents[2] / "examples" / "demo.py"
PROMPT = "$ make demo"


def output() -> str:
    """Run the demo and return what it prints."""
    command = [sys.executable, str(DEMO)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own program


def picture(printed: str) -> str:
    """Return the picture as SVG.

    Args:
        printed: What the demo printed.
    """
    text = Text(f"{PROMPT}\n{printed.rstrip()}")
    text.highlight_regex(r"^\$ .*", "bold")
    text.highlight_regex(r"(?m)^\[ *[\d.]+ s\]", "green")
    text.highlight_regex(r"http://\S+", "cyan")
    return draw(
        text,
        name="quick-start",
        window="comodit-client",
        title="The output of make demo",
        description="The demo starts a sandbox, provisions a host, installs Wordpress, prints its address, and deletes"
        " everything within a few seconds.",
        height=12,
    )


if __name__ == "__main__":
    PICTURE.write_text(picture(output()), encoding="utf-8")
