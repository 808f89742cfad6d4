# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""Types of operating systems to base a distribution on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, Unpack

from comodit_client.wire.lazy import ViewList
from comodit_client.wire.request import Request, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import NULL, View

if TYPE_CHECKING:
    from comodit_client.wire.dicts.flavors import FlavorDict, FlavorListDict, FlavorListMembers, FlavorMembers
    from comodit_client.wire.dicts.parameters import ParameterDict
    from comodit_client.wire.parameters import Parameter


class FlavorList(View):
    """A list response: one page of Flavor objects."""

    __slots__ = ()

    MEMBERS: ClassVar[Mapping[str, str]] = {
        "count": "count",
        "offset": "offset",
        "total": "total",
        "items": "items",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }

    if TYPE_CHECKING:

        def __init__(self, json_data: FlavorListDict | None = None, **members: Unpack[FlavorListMembers]) -> None: ...

    @property
    def count(self) -> int | str | None:
        """Number of items on this page."""
        return self._data.get("count")

    @property
    def offset(self) -> int | None:
        """Position of the first item among all items."""
        return self._data.get("offset")

    @property
    def total(self) -> int | None:
        """Number of items on all pages."""
        return self._data.get("total")

    @property
    def items(self) -> ViewList[Flavor, Flavor | FlavorDict]:
        """The items; may be absent if there are none."""
        return self._views("items", Flavor)

    @items.setter
    def items(self, value: Iterable[Flavor | FlavorDict] | None) -> None:
        self._set_views("items", value)

    @items.deleter
    def items(self) -> None:
        self._data.pop("items", None)


class Flavor(View):
    """A type of operating system. Its parameters describe the settings that a new distribution needs."""

    __slots__ = ()

    IDENTITY: ClassVar[str | None] = "name"
    MEMBERS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "uuid": "uuid",
        "description": "description",
        "parameters": "parameters_f",
    }
    KEYWORDS: ClassVar[Mapping[str, str]] = {}

    if TYPE_CHECKING:

        def __init__(self, json_data: FlavorDict | None = None, **members: Unpack[FlavorMembers]) -> None: ...

    @property
    def name(self) -> str:
        """Name, unique on the whole service."""
        value: str = self._data.get("name", NULL)
        return value

    @property
    def uuid(self) -> str | None:
        """Unique identifier, 32 upper-case hexadecimal digits."""
        return self._data.get("uuid")

    @property
    def description(self) -> str | None:
        """Description of the flavor."""
        return self._data.get("description")

    @property
    def parameters_f(self) -> ViewList[Parameter, Parameter | ParameterDict]:
        """Parameters for the settings that a distribution of this flavor needs."""
        from comodit_client.wire.parameters import Parameter

        return self._views("parameters", Parameter)


def list() -> Request[FlavorList]:
    """List the flavors.

    Returns:
        The request. Its response is a FlavorList: the flavors.

    Facts: core.
    """
    return Request(
        "flavors.list",
        "GET",
        "/flavors/",
        "object",
        FlavorList,
    )


def get(
    flavor: str,
) -> Request[Flavor]:
    """Get the flavor.

    Args:
        flavor: Name of the flavor.

    Returns:
        The request. Its response is a Flavor: the flavor.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: core, recipes.
    """
    return Request(
        "flavors.get",
        "GET",
        f"/flavors/{segment('flavor', flavor)}",
        "object",
        Flavor,
    )


class Operations(Scope):
    """The operations of this module."""

    __slots__ = ()

    URL: ClassVar[str] = "flavors/"

    def list(self) -> Request[FlavorList]:
        """List the flavors."""
        return list()

    def get(self, flavor: str) -> Request[Flavor]:
        """Get the flavor."""
        return get(flavor)
