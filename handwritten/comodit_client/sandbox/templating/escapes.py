"""The built-ins that escape text for other languages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from urllib.parse import quote

from comodit_client.sandbox.templating.scopes import Scope

_MARKUP = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}
_HTML = str.maketrans(_MARKUP)
_XML = str.maketrans({**_MARKUP, "'": "&apos;"})
_SHORT = {"\n": "\\n", "\r": "\\r", "\f": "\\f", "\b": "\\b", "\t": "\\t"}
_FIRST_PRINTABLE = " "


def _url(safe: str, _scope: Scope, text: str) -> str:
    return quote(text, safe=f"!~*'(){safe}", errors="replace")


def _java(_scope: Scope, text: str) -> str:
    return "".join(map(_java_char, text))


def _java_char(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    return _SHORT.get(char) or (char if char >= _FIRST_PRINTABLE else f"\\u{ord(char):04x}")


def _script(is_json: bool, _scope: Scope, text: str) -> str:
    """Escape a text for JavaScript or JSON in HTML: it contains no `</`, `<!`, `]]>` and `-->`."""
    return "".join(_script_char(text, place, char, is_json) for place, char in enumerate(text))


def _script_char(text: str, place: int, char: str, is_json: bool) -> str:
    short = _SHORT.get(char)
    if short:
        return short
    if char in '"\\' or (char == "'" and not is_json) or (char == "/" and text[place - 1 : place] in ("", "<")):
        return f"\\{char}"
    if char == ">" and text[max(0, place - 2) : place] in ("", "-", "]", "--", "]]"):
        return _code(char, is_json) if is_json else "\\>"
    is_open = char == "<" and text[place + 1 : place + 2] in ("", "!", "?")
    if is_open or char < _FIRST_PRINTABLE or "\x7f" <= char <= "\x9f" or char in "\u2028\u2029":
        return _code(char, is_json)
    return char


def _code(char: str, is_json: bool) -> str:
    number = ord(char)
    return f"\\u{number:04X}" if is_json or number > 0xFF else f"\\x{number:02X}"


#: The built-ins by name.
ESCAPES: dict[str, Callable[[Scope, str], str]] = {
    "html": lambda _scope, text: text.translate(_HTML),
    "j_string": _java,
    "js_string": partial(_script, False),
    "json_string": partial(_script, True),
    "url": partial(_url, ""),
    "url_path": partial(_url, "/"),
    "xml": lambda _scope, text: text.translate(_XML),
}
