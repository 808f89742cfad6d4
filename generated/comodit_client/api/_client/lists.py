# Made by `python -m generator` from handwritten/comodit_client/aio/_client/lists.py.
# Do not edit: change that, then run `make generate`.
"""Reads whole lists, page by page where the server returns them in pages."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Hashable, Iterator
from typing import TYPE_CHECKING, Any

import attrs

from comodit_client.rest.exceptions import IncompleteList, IncompleteListError, InvalidArgument
from comodit_client.rest.shapes import Shape, problem_of, with_check
from comodit_client.rest.warn import warn_caller
from comodit_client.wire.errors import escaped
from comodit_client.wire.view import View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from comodit_client.api.client import Client
    from comodit_client.wire.request import Request

#: The query parameters that ask for a part of a list. Their names are a guess (S3).
PAGE_PARAMETERS = frozenset({"offset", "limit", "count"})
#: The number of requests for one list.
MAX_PAGES = 10_000
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

    @property
    def is_distinct(self) -> bool:
        """Whether the identity of an item differs from that of all others."""
        return self.identity is not None and self.identity not in NOT_UNIQUE


class _Progress:
    """How far a list was read.

    Args:
        page: The first page.
        spec: What the items have in common.
    """

    def __init__(self, page: dict[str, Any], spec: ItemSpec) -> None:
        self.page = page
        self.spec = spec
        self.total: int = _total(page)
        self.count: int = 0
        #: What identifies the items that were read.
        self.keys: set[Hashable] = set()
        #: Why the list cannot be continued; empty if it can.
        self.problem: str = _objection(page, 0)
        self.add(page)

    @property
    def is_over(self) -> bool:
        """Whether there is nothing more to read."""
        return bool(self.problem) or self.count >= self.total

    def add(self, page: dict[str, Any]) -> None:
        """Count the items of a page.

        Args:
            page: The page.
        """
        items = _items(page)
        self.page = page
        self.count += len(items)
        self.keys.update(_key(item, self.spec) for item in items)
        self.keys.discard(None)


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


def documents(
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
        found = _read_once(client, request, spec)
        if found.problem != CHANGED:
            break
    if found.problem:
        _report(request, len(found.items), found.total, found.problem, complete)
    return found.items


def stream(client: Client, request: Request[Any], spec: ItemSpec) -> Iterator[builtins.list[dict[str, Any]]]:
    """Read a list to its end, in parts that are handed out as they are read.

    If the list changes while it is read, the rest is read at once, so that each item is handed out once.

    Args:
        client: The client.
        request: The list request. If its query asks for a part of the list, only that is read.
        spec: What the items have in common. They must be distinct.

    Yields:
        The JSON objects of some items.
    """
    checked = _checked(request, spec)
    page = (client.run(checked)).get_json()
    yield _items(page)
    if _is_whole(request, page, len(_items(page))):
        return
    progress = _Progress(page, spec)
    del page  # the first page is not needed any longer
    for items in _continued(client, checked, progress):
        yield items
    if progress.problem == CHANGED:
        yield [item for item in documents(client, request, spec) if _key(item, spec) not in progress.keys]
    elif progress.problem:
        _report(request, progress.count, progress.total, progress.problem)


def _report(request: Request[Any], found: int, total: int, problem: str, complete: bool = False) -> None:
    from urllib.parse import unquote

    url = unquote(request.path.removeprefix("/"))
    what = escaped(f"{total - found} of the {total} items of {url} are missing: {problem}.")
    if complete:
        raise IncompleteListError(
            f"Cannot go on with a part of a list. {what} Try again later.", url=url, found=found, total=total
        )
    warn_caller(IncompleteList(f"{what} Try again, or read the list in parts with the parameter offset."))


def read_total(client: Client, request: Request[Any], spec: ItemSpec) -> int:
    """Return the number of items of a list. Sends one request.

    Args:
        client: The client.
        request: The list request.
        spec: What the items have in common.
    """
    page = client.run(_checked(request, spec))
    return max(_total(page.get_json()), len(_items(page.get_json())))


def first_page(client: Client, request: Request[Any], spec: ItemSpec) -> Listing:
    """Read the first page of a list. Sends one request.

    Args:
        client: The client.
        request: The list request.
        spec: What the items have in common.

    Returns:
        The items of the page. `problem` says how many others there are.
    """
    page = (client.run(_checked(request, spec))).get_json()
    items = builtins.list(_items(page))
    total = max(_total(page), len(items))
    return Listing(items, total, f"{total - len(items)} of {total} items were not read" if total > len(items) else "")


def _read_once(client: Client, request: Request[Any], spec: ItemSpec) -> Listing:
    request = _checked(request, spec)
    page = (client.run(request)).get_json()
    items = builtins.list(_items(page))
    if _is_whole(request, page, len(items)):
        return Listing(items, len(items))
    progress = _Progress(page, spec)
    for more in _continued(client, request, progress):
        items += more
    return Listing(items, max(progress.total, len(items)), progress.problem)


def _is_whole(request: Request[Any], page: dict[str, Any], count: int) -> bool:
    return count >= _total(page) or any(request.query.get(name) is not None for name in PAGE_PARAMETERS)


def _continued(client: Client, request: Request[Any], progress: _Progress) -> Iterator[builtins.list[dict[str, Any]]]:
    for _ in range(MAX_PAGES - 1):
        if progress.is_over:
            return
        page = (client.run(request.with_query({"offset": progress.count}))).get_json()
        progress.problem = _objection(page, progress.count) or _change(page, progress)
        if not progress.problem:
            progress.add(page)
            yield _items(page)
    if not progress.is_over:
        progress.problem = f"it has more than {MAX_PAGES} pages"


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


def _change(page: dict[str, Any], progress: _Progress) -> str:
    if _items(page) == _items(progress.page):
        return "the server returns the same page again"
    known = any(_key(item, progress.spec) in progress.keys for item in _items(page))
    return CHANGED if known or _total(page) != progress.total else ""


def _key(item: dict[str, Any], spec: ItemSpec) -> Hashable:
    name = None if spec.identity is None or spec.identity in NOT_UNIQUE else item.get(spec.identity)
    found = item.get("uuid") or name
    return found if isinstance(found, (str, int)) else None
