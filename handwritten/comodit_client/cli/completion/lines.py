"""Lines of bash: split into words as bash does, and candidates quoted for the place where they are inserted."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: What bash gives no meaning anywhere in a word.
PLAIN = re.compile(r"[^\x00-\x7f]|[A-Za-z0-9_./+,@%:=^-]")
#: The pieces of a line: quoted text, also without its end, and characters, blanks and redirections.
PIECES = re.compile(
    r"""
    ' (?P<single> [^']* ) (?P<single_end> '? )
    | " (?P<double> (?: [^"\\] | \\ . )* ) \\? (?P<double_end> "? )
    | \\ (?P<escaped> .? )
    | (?P<blank> [ \t\n]+ )
    | (?P<redirection> [<>&|]+ )
    | (?P<plain> . )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass
class Line:
    """A line up to the cursor.

    Readline replaces the end of the last word only: what follows the last unquoted word break, or the opening quote.

    Args:
        words: The words before the one at the cursor, without their quotes. Redirections are left out.
        current: The word at the cursor, without its quotes.
        kept: How many characters of it readline keeps.
        quote: The quote that is open at the cursor; empty if none is.
        is_file: Whether the word at the cursor is the file of a redirection.
    """

    words: list[str]
    current: str = ""
    kept: int = 0
    quote: str = ""
    is_file: bool = False

    def replacement(self, candidate: str) -> str:
        """Return what replaces the end of the last word.

        Args:
            candidate: The whole word, without quotes. It starts with the current one.
        """
        return quoted(candidate[self.kept :], self.quote)


def split(text: str, breaks: str) -> Line:
    """Split a line into words. Variables and commands in it stay as they are.

    Args:
        text: The line up to the cursor.
        breaks: The characters that end the part of a word that readline keeps.
    """
    line, begun = Line([]), False
    for piece in PIECES.finditer(text):
        kind = piece.lastgroup
        if kind in ("blank", "redirection"):
            if begun and not line.is_file:
                line.words.append(line.current)
            line.is_file = kind == "redirection" or (line.is_file and not begun)
            line.current, line.kept, begun = "", 0, False
            continue
        _add(line, piece, breaks)
        begun = True
    return line


def _add(line: Line, piece: re.Match[str], breaks: str) -> None:
    """Add a piece to the current word. Only the last piece of a line can be a quoted text without its end."""
    for name, quote in (("single", "'"), ("double", '"')):
        inner = piece[name]
        if inner is not None:
            if not piece[f"{name}_end"]:
                line.kept, line.quote = len(line.current), quote
            line.current += inner if name == "single" else re.sub(r'\\([$`"\\])', r"\1", inner)
            return
    if piece["escaped"] is not None:
        line.current += piece["escaped"]
        return
    line.current += piece["plain"]
    if piece["plain"] in breaks:
        line.kept = len(line.current)


def quoted(text: str, quote: str) -> str:
    """Quote a text for bash.

    Args:
        text: The text.
        quote: The quote that is open where it is inserted; empty if none is.
    """
    if quote == "'":
        return text.replace("'", r"'\''")
    if quote == '"':
        # Between double quotes, bash replaces an exclamation mark by a former command, even after a backslash.
        return re.sub(r'([$`"\\])', r"\\\1", text).replace("!", "\"'!'\"")
    return "".join(one if PLAIN.match(one) else f"\\{one}" for one in text)
