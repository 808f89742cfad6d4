# Made by `python -m generator` from handwritten/comodit_client/aio/flavor.py.
# Do not edit: change that, then run `make generate`.
"""Flavors: the kinds of operating systems that the server knows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Unpack

from comodit_client.api.capabilities import Gettable, Listable
from comodit_client.api.editable import CanRefresh
from comodit_client.api.parameters import Parameter
from comodit_client.wire import flavors as views
from comodit_client.wire.lazy import ViewList

if TYPE_CHECKING:
    from comodit_client.wire.dicts.flavors import FlavorMembers
    from comodit_client.wire.dicts.parameters import ParameterDict
    from comodit_client.wire.parameters import Parameter as ParameterView


class Flavor(views.Flavor, CanRefresh):
    """A kind of operating system. Its parameters define the settings of a new distribution."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: FlavorCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[FlavorMembers],
        ) -> None: ...

        @property
        def collection(self) -> FlavorCollection: ...

    @property
    def parameters_f(self) -> ViewList[Parameter, ParameterView | ParameterDict]:
        """The settings that a distribution of this flavor needs. They have no URL of their own."""
        return self._views("parameters", partial(Parameter, None))


class FlavorCollection(Listable[Flavor], Gettable[Flavor]):
    """The flavors of the server, which are read-only."""

    __slots__ = ()

    @property
    def operations(self) -> views.Operations:
        return self._bound(views.Operations)

    def wrap(self, json_data: dict[str, Any] | None = None) -> Flavor:
        return Flavor(self, json_data)
