"""The filters of Ansible that a conversion uses, beside those of Jinja2."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from comodit_client._extras import extra

with extra("ansible"):
    from jinja2 import Undefined, UndefinedError

_TRUE = frozenset({True, "true", "yes", "on", "1", "y", "t"})


def _to_json(value: Any, **options: Any) -> str:
    known = {name: options[name] for name in ("ensure_ascii", "indent", "separators", "sort_keys") if name in options}
    return json.dumps(value, default=_undefined, **known)


def _undefined(value: Any) -> Any:
    if isinstance(value, Undefined):
        str(value)  # raises the error that names it
    raise UndefinedError("a value has no form in JSON")


def _bool(value: Any) -> Any:
    if value is None or isinstance(value, bool):
        return value
    return (value.lower() if isinstance(value, str) else value) in _TRUE


def _regex_replace(value: Any, pattern: str = "", replacement: str = "", ignorecase: bool = False) -> str:
    return re.sub(pattern, replacement, str(value), flags=re.IGNORECASE if ignorecase else 0)


def _ternary(value: Any, if_true: Any, if_false: Any, if_none: Any = None) -> Any:
    if value is None and if_none is not None:
        return if_none
    return if_true if value else if_false


def _combine(value: Mapping[str, Any], *others: Mapping[str, Any]) -> dict[str, Any]:
    return {name: item for one in (value, *others) for name, item in one.items()}


#: The filters by their names.
FILTERS: Mapping[str, Callable[..., Any]] = {
    f"{prefix}{name}": function
    for prefix in ("", "ansible.builtin.")
    for name, function in (
        ("bool", _bool),
        ("combine", _combine),
        ("from_json", json.loads),
        ("regex_replace", _regex_replace),
        ("ternary", _ternary),
        ("to_json", _to_json),
    )
}
