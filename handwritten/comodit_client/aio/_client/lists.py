"""Reads whole lists, page by page where the server returns them in pages."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

import attrs

from comodit_client.rest.exceptions import IncompleteList, IncompleteListError, InvalidArgument
from comodit_client.rest.shapes import Shape, problem_of, with_check
from comodit_client.rest.warn import warn_caller
from comodit_client.wire.errors import escaped
from comodit_client.wire.view import View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from comodit_client.aio.client import Client
    from comodit_client.wire.request import Request

#: The query parameters that ask for a part of a list. Their names are a guess (S3).
PAGE_PARAMETERS = frozenset({"offset", "limit", "count"})
#: The number of requests for one list.
MAX_PAGES = 1000
#: Two items may share them.
NOT_UNIQUE = frozenset({"timestamp"})
#: How often a list is read from its start because it changed.
MAX_READS = 3
CHANGED = "it changed while it was read"


@attrs.frozen
class Listing:
    """A list as it was read.

    Args:
        items: The JSON objects.
        total: The number of items that the server says there are, at least those that came.
        problem: Why items are missing; empty if none is.
    """

    items: builtins.list[dict[str, Any]]
    total: int
    problem: str = ""


@attrs.frozen
class ItemSpec:
    """What the items of a list have in common.

    Args:
        identity: The member that identifies an item that has no uuid; None if there is none.
        shape: The members that the library reads.
    """

    identity: str | None = None
    shape: Mapping[str, Shape] = attrs.Factory(dict)


def spec_of(request: Request[Any]) -> ItemSpec:
    """Return what the items of a list have in common, as the schema describes it.

    Args:
        request: The list request.

    Raises:
        InvalidArgument: The result of the operation is not a list of objects.
    """
    page: Any = request.read
    if not (isinstance(page, type) and issubclass(page, View) and "items" in page.MEMBERS):
        raise InvalidArgument(
            f"Cannot read a list with {request.operation}: its result is not a list of objects. Use client.run instead."
        )
    item: View = page({"items": [{}]}).items[0]  # type: ignore[attr-defined]  # a list view has items
    return ItemSpec(item.IDENTITY)


async def documents(
    client: Client, request: Request[Any], spec: ItemSpec, complete: bool = False
) -> builtins.list[dict[str, Any]]:
    """Read a list to its end.

    Args:
        client: The client.
        request: The list request. If its query asks for a part of the list, only that is read.
        spec: What the items have in common.
        complete: If True, raise an exception instead of warning when items are missing.

    Returns:
        The JSON objects of the items.

    Raises:
        IncompleteListError: The server does not continue the list, or it changes again and again.
    """
    found = Listing([], 0)
    for _ in range(MAX_READS):
        found = await _read_once(client, request, spec)
        if found.problem != CHANGED:
            break
    if found.problem:
        _report(request, found, complete)
    return found.items


def _report(request: Request[Any], found: Listing, complete: bool) -> None:
    from urllib.parse import unquote

    url = unquote(request.path.removeprefix("/"))
    missing = found.total - len(found.items)
    what = escaped(f"{missing} of the {found.total} items of {url} are missing: {found.problem}.")
    if complete:
        raise IncompleteListError(
            f"Cannot go on with a part of a list. {what} Try again later.",
            url=url,
            found=len(found.items),
            total=found.total,
        )
    warn_caller(IncompleteList(f"{what} Try again, or read the list in parts with the parameter offset."))


async def read_total(client: Client, request: Request[Any], spec: ItemSpec) -> int:
    """Return the number of items of a list. Sends one request.

    Args:
        client: The client.
        request: The list request.
        spec: What the items have in common.
    """
    page = await client.run(_checked(request, spec))
    return max(_total(page.get_json()), len(_items(page.get_json())))


async def first_page(client: Client, request: Request[Any], spec: ItemSpec) -> Listing:
    """Read the first page of a list. Sends one request.

    Args:
        client: The client.
        request: The list request.
        spec: What the items have in common.

    Returns:
        The items of the page. `problem` says how many others there are.
    """
    page = (await client.run(_checked(request, spec))).get_json()
    items = builtins.list(_items(page))
    total = max(_total(page), len(items))
    return Listing(items, total, f"{total - len(items)} of {total} items were not read" if total > len(items) else "")


async def _read_once(client: Client, request: Request[Any], spec: ItemSpec) -> Listing:
    request = _checked(request, spec)
    page = (await client.run(request)).get_json()
    items, total = builtins.list(_items(page)), _total(page)
    if len(items) >= total or any(request.query.get(name) is not None for name in PAGE_PARAMETERS):
        return Listing(items, len(items))
    keys = {_key(item, spec) for item in items} - {None}
    problem = _objection(page, 0)
    for _ in range(MAX_PAGES - 1):
        if problem or len(items) >= total:
            break
        before, page = page, (await client.run(request.with_query({"offset": len(items)}))).get_json()
        problem = _objection(page, len(items)) or _change(before, page, total, keys, spec)
        if not problem:
            items += _items(page)
            keys |= {_key(item, spec) for item in _items(page)} - {None}
    else:
        problem = problem or f"it has more than {MAX_PAGES} pages"
    return Listing(items, max(total, len(items)), problem)


def _checked(request: Request[Any], spec: ItemSpec) -> Request[Any]:
    return with_check(request, lambda page: _envelope_problem(page) or problem_of(_items(page), [spec.shape], "items"))


def _envelope_problem(page: dict[str, Any]) -> str:
    total = page.get("total")
    if total is not None and not (type(total) is int and 0 <= total <= sys.maxsize):
        return "total is not a number of items"
    items = page.get("items")
    return "" if items is None or isinstance(items, (builtins.list, dict)) else problem_of(items, [{}], "items")


def _items(page: dict[str, Any]) -> builtins.list[Any]:
    """Return the items of a page. The server may omit an empty `items` or send a single object."""
    items = page.get("items")
    if isinstance(items, builtins.list):
        return items
    return [] if items is None else [items]


def _total(page: dict[str, Any]) -> int:
    total: int = page.get("total") or 0
    return total


def _objection(page: dict[str, Any], offset: int) -> str:
    """Return why a page does not show how the list continues after it, or does not continue it (S2)."""
    items, count = _items(page), page.get("count")
    if not items:
        return "the server returns no further items"
    # A boolean or a fraction compares equal to a number, but is none.
    if type(page.get("offset")) is not int or page["offset"] != offset:
        return "the server does not continue the list" if offset else "the server does not say how the list continues"
    return "" if count is None or str(count) == str(len(items)) else "the server counts the items of a page wrongly"


def _change(before: dict[str, Any], page: dict[str, Any], total: int, keys: set[Hashable], spec: ItemSpec) -> str:
    if _items(page) == _items(before):
        return "the server returns the same page again"
    known = any(_key(item, spec) in keys for item in _items(page))
    return CHANGED if known or _total(page) != total else ""


def _key(item: dict[str, Any], spec: ItemSpec) -> Hashable:
    name = None if spec.identity is None or spec.identity in NOT_UNIQUE else item.get(spec.identity)
    found = item.get("uuid") or name
    return found if isinstance(found, (str, int)) else None
