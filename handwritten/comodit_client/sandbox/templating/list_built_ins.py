"""The built-ins of lists and objects. Each takes the scope, the value and the arguments."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from comodit_client.freemarker.errors import TemplateError
from comodit_client.freemarker.nodes import Nothing
from comodit_client.sandbox.templating.collating import sort_key
from comodit_client.sandbox.templating.numbers import decimal, integer, is_number
from comodit_client.sandbox.templating.scopes import MISSING, Scope
from comodit_client.sandbox.templating.values import kind_of, text_of


def _list(value: Any) -> list[Any]:
    if isinstance(value, Nothing):
        return []
    if not isinstance(value, list):
        raise TypeError
    return value


def _end(place: int, _scope: Scope, value: Any) -> Any:
    return _list(value)[place] if _list(value) else MISSING


def _size(_scope: Scope, value: Any) -> int:
    if not isinstance(value, list | dict | Nothing):
        raise TypeError
    return len(value)


def _join(scope: Scope, value: Any, separator: str, if_empty: str = "", end: str = "") -> str:
    texts = [text_of(item, scope) for item in _list(value) if item is not None]
    scope.budget.spend_characters(len(separator) * len(texts) + sum(map(len, texts)))
    return separator.join(texts) + end if texts else if_empty


def _sorted(items: list[Any], values: list[Any]) -> list[Any]:
    """Return items in the order of their values."""
    kinds = set(map(kind_of, values))
    if not kinds <= {"text", "number", "boolean"} or len(kinds) > 1:
        raise TemplateError("?sort and ?sort_by need texts, numbers or booleans only, all of the same kind")
    keys = [
        sort_key(value) if isinstance(value, str) else decimal(value) if is_number(value) else value for value in values
    ]
    return [items[place] for place in sorted(range(len(items)), key=keys.__getitem__)]


def _sort_by(_scope: Scope, value: Any, key: Any) -> list[Any]:
    items = _list(value)
    path = key if isinstance(key, list) else [key]
    values = items
    for name in path:
        if not all(isinstance(item, dict) and item.get(name) is not None for item in values):
            raise TemplateError(f"?sort_by needs objects that all have the member '{name}'")
        values = [item[name] for item in values]
    return _sorted(items, values)


def _same(left: Any, right: Any) -> bool:
    if kind_of(left) != kind_of(right) or isinstance(left, list | dict):
        return False
    return decimal(left) == decimal(right) if is_number(left) else bool(left == right)


def _index_of(_scope: Scope, value: Any, wanted: Any, start: Any = 0) -> int:
    first = max(0, integer(start))
    return next((place for place, item in enumerate(_list(value)) if place >= first and _same(item, wanted)), -1)


def _last_index_of(_scope: Scope, value: Any, wanted: Any, start: Any = None) -> int:
    items = _list(value) if start is None else _list(value)[: max(0, integer(start) + 1)]
    return next((place for place in range(len(items) - 1, -1, -1) if _same(items[place], wanted)), -1)


def _chunk(scope: Scope, value: Any, size: Any, fill: Any = None) -> list[list[Any]]:
    items, length = _list(value), integer(size)
    if length < 1:
        raise TemplateError("the size of ?chunk must be at least 1")
    chunks = [items[place : place + length] for place in range(0, len(items), length)]
    if chunks and fill is not None:
        missing = length - len(chunks[-1])
        scope.budget.spend(missing)
        chunks[-1] += [fill] * missing
    return chunks


def _extreme(choose: Callable[..., Any], _scope: Scope, value: Any) -> Any:
    items = [item for item in _list(value) if item is not None]
    if not all(map(is_number, items)):
        raise TypeError
    return choose(items, key=decimal) if items else MISSING


def _object(value: Any) -> dict[str, Any]:
    if isinstance(value, Nothing):
        return {}
    if not isinstance(value, dict):
        raise TypeError
    return value


#: The built-ins by name.
LIST_BUILT_INS: dict[str, Callable[..., Any]] = {
    "chunk": _chunk,
    "first": partial(_end, 0),
    "join": _join,
    "keys": lambda _scope, value: list(_object(value)),
    "last": partial(_end, -1),
    "max": partial(_extreme, max),
    "min": partial(_extreme, min),
    "reverse": lambda _scope, value: _list(value)[::-1],
    "seq_contains": lambda scope, value, wanted: _index_of(scope, value, wanted) >= 0,
    "seq_index_of": _index_of,
    "seq_last_index_of": _last_index_of,
    "size": _size,
    "sort": lambda _scope, value: _sorted(_list(value), _list(value)),
    "sort_by": _sort_by,
    "values": lambda _scope, value: list(_object(value).values()),
}
