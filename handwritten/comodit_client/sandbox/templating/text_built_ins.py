"""The built-ins of texts. Each takes the scope, the text and the arguments."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from comodit_client.freemarker.errors import TemplateError
from comodit_client.sandbox.templating.numbers import integer
from comodit_client.sandbox.templating.scopes import Scope

_SPACES = "".join(map(chr, range(33)))
_FLAGS = frozenset("if")


def _cap(change: Callable[[str], str], _scope: Scope, text: str) -> str:
    start = len(text) - len(text.lstrip())
    return text[:start] + change(text[start : start + 1]) + text[start + 1 :]


def _capitalize(_scope: Scope, text: str) -> str:
    return re.sub(r"[^ \t\r\n]+", lambda match: match[0][:1].upper() + match[0][1:].lower(), text)


def _length(_scope: Scope, text: str) -> int:
    # As Java counts: a character beyond 16 bits counts twice.
    return len(text) + sum(char > "\uffff" for char in text)


def _pad(is_left: bool, scope: Scope, text: str, length: Any, fill: str = " ") -> str:
    missing = integer(length) - len(text)
    if not fill:
        raise TemplateError("the fill of ?left_pad and ?right_pad cannot be empty")
    if missing <= 0:
        return text
    scope.budget.spend_characters(missing)
    start = 0 if is_left else len(text) % len(fill)
    filled = (fill * (missing // len(fill) + 2))[start : start + missing]
    return filled + text if is_left else text + filled


def _substring(_scope: Scope, text: str, start: Any, end: Any = None) -> str:
    first, last = integer(start), len(text) if end is None else integer(end)
    if not 0 <= first <= last <= len(text):
        raise TemplateError(f"?substring({first}, {last}) is outside of a text with {len(text)} characters")
    return text[first:last]


def _index_of(_scope: Scope, text: str, part: str, start: Any = 0) -> int:
    return text.find(part, min(max(0, integer(start)), len(text) + 1))


def _last_index_of(_scope: Scope, text: str, part: str, start: Any = None) -> int:
    if start is None:
        return text.rfind(part)
    return -1 if integer(start) < 0 else text.rfind(part, 0, integer(start) + len(part))


def _pattern(part: str, flags: str) -> re.Pattern[str]:
    if not _FLAGS.issuperset(flags):
        raise TemplateError(f"the flags '{flags}' are not supported; use i (ignore case) and f (first only)")
    return re.compile(re.escape(part), re.IGNORECASE if "i" in flags else 0)


def _replace(scope: Scope, text: str, old: str, new: str, flags: str = "") -> str:
    pattern = _pattern(old, flags)
    count = 1 if "f" in flags else 0
    found = len(pattern.findall(text)) if not count else 1
    scope.budget.spend_characters(found * len(new))
    return pattern.sub(lambda _: new, text, count=count)


def _split(_scope: Scope, text: str, separator: str, flags: str = "") -> list[str]:
    if not separator:
        return list(text)
    return _pattern(separator, flags).split(text)


def _keep_before(_scope: Scope, text: str, part: str, flags: str = "") -> str:
    found = _pattern(part, flags).search(text)
    return text[: found.start()] if found else text


def _keep_after(_scope: Scope, text: str, part: str, flags: str = "") -> str:
    found = _pattern(part, flags).search(text)
    return text[found.end() :] if found else ""


def _keep_after_last(_scope: Scope, text: str, part: str) -> str:
    found = text.rfind(part)
    return text[found + len(part) :] if found >= 0 else ""


def _keep_before_last(_scope: Scope, text: str, part: str) -> str:
    found = text.rfind(part)
    return text[:found] if found >= 0 else text


def _chop_linebreak(_scope: Scope, text: str) -> str:
    return text.removesuffix("\n").removesuffix("\r") if text.endswith("\n") else text.removesuffix("\r")


def _boolean(_scope: Scope, text: str) -> bool:
    if text not in ("true", "false"):
        raise TemplateError("the text before ?boolean must be true or false")
    return text == "true"


#: The built-ins by name.
TEXT_BUILT_INS: dict[str, Callable[..., Any]] = {
    "boolean": _boolean,
    "cap_first": partial(_cap, str.upper),
    "capitalize": _capitalize,
    "chop_linebreak": _chop_linebreak,
    "contains": lambda _scope, text, part: part in text,
    "ends_with": lambda _scope, text, part: text.endswith(part),
    "ensure_ends_with": lambda _scope, text, part: text if text.endswith(part) else text + part,
    "ensure_starts_with": lambda _scope, text, part: text if text.startswith(part) else part + text,
    "index_of": _index_of,
    "keep_after": _keep_after,
    "keep_after_last": _keep_after_last,
    "keep_before": _keep_before,
    "keep_before_last": _keep_before_last,
    "last_index_of": _last_index_of,
    "left_pad": partial(_pad, True),
    "length": _length,
    "lower_case": lambda _scope, text: text.lower(),
    "remove_beginning": lambda _scope, text, part: text.removeprefix(part),
    "remove_ending": lambda _scope, text, part: text.removesuffix(part),
    "replace": _replace,
    "right_pad": partial(_pad, False),
    "split": _split,
    "starts_with": lambda _scope, text, part: text.startswith(part),
    "substring": _substring,
    "trim": lambda _scope, text: text.strip(_SPACES),
    "uncap_first": partial(_cap, str.lower),
    "upper_case": lambda _scope, text: text.upper(),
    "word_list": lambda _scope, text: re.findall(r"[^ \t\r\n\f]+", text),
}
#: The arguments that are not text, by the names of the built-ins.
OTHER_ARGUMENTS = {
    **{"left_pad": {0}, "right_pad": {0}, "substring": {0, 1}},
    **{"index_of": {1}, "last_index_of": {1}},
}
