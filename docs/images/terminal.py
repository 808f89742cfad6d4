"""Draw a terminal as an SVG picture that screen readers can read, for light and dark pages."""

from __future__ import annotations

import html
import io
import re

from rich.console import Console, RenderableType
from rich.terminal_theme import TerminalTheme

#: The window has a background of its own, so the picture is the same on light and dark pages.
BACKGROUND, TEXT = (24, 28, 36), (236, 239, 244)
BLACK, RED, GREEN, YELLOW = (92, 99, 112), (255, 123, 125), (140, 214, 120), (240, 200, 90)
BLUE, MAGENTA, CYAN, WHITE = (122, 178, 255), (214, 153, 240), (100, 214, 214), TEXT
COLORS = [BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE]
THEME = TerminalTheme(BACKGROUND, TEXT, COLORS, COLORS)


def draw(content: RenderableType, *, name: str, window: str, title: str, description: str, height: int) -> str:
    """Return the picture as SVG.

    Args:
        content: What the terminal shows.
        name: The prefix of the identifiers in the picture.
        window: The title of the window.
        title: What the picture shows, for screen readers.
        description: The same in detail, for screen readers.
        height: The number of lines.
    """
    console = Console(file=io.StringIO(), record=True, force_terminal=True, width=90, height=height, highlight=False)
    console.print(content)
    drawn = console.export_svg(title=window, theme=THEME, unique_id=name)
    # The fonts of the picture are on another server; any font of fixed width serves.
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    start = f'<svg role="img" aria-labelledby="{name}-name {name}-about"'
    labels = f'<title id="{name}-name">{html.escape(title)}</title>'
    labels += f'<desc id="{name}-about">{html.escape(description)}</desc>'
    drawn = re.sub(r"<svg([^>]*)>", rf"{start}\1>{labels}", drawn, count=1)
    return re.sub(r"[ \t]+$", "", drawn, flags=re.MULTILINE)
