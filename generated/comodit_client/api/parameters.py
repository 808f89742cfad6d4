# Made by `python -m generator` from handwritten/comodit_client/aio/parameters.py.
# Do not edit: change that, then run `make generate`.
"""Parameters: the settings that applications, platforms and distributions expect, with their defaults."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, Unpack

from comodit_client.api._shared.owned_operations import ParameterOperations
from comodit_client.api.capabilities import Clearable, EditableCollection
from comodit_client.api.collection import OwnedCollection
from comodit_client.api.editable import RenamableEntity
from comodit_client.api.entity import Entity
from comodit_client.wire import parameters as views
from comodit_client.wire.lazy import ViewList
from comodit_client.wire.parameters import ParameterSchema
from comodit_client.wire.view import unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.dicts.parameters import ParameterDict, ParameterMembers, ParameterOptions

__all__ = ["HasParameters", "Parameter", "ParameterCollection", "ParameterSchema"]


class Parameter(views.Parameter, RenamableEntity):
    """A setting that its owner expects, with its default. URLs hold its name, templates its key."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            collection: ParameterCollection | None = None,
            json_data: dict[str, Any] | None = None,
            **members: Unpack[ParameterMembers],
        ) -> None: ...

        @property
        def collection(self) -> ParameterCollection: ...


class ParameterCollection(
    OwnedCollection[Parameter, ParameterOperations], EditableCollection[Parameter], Clearable[Parameter]
):
    """The parameters of one owner, by name."""

    __slots__ = ()

    def wrap(self, json_data: dict[str, Any] | None = None) -> Parameter:
        return Parameter(self, json_data)

    def new(
        self,
        name: str,
        key: str,
        description: str | None = "",
        default_value: Any = None,
        **members: Unpack[ParameterOptions],
    ) -> Parameter:
        """Build a parameter without sending it.

        Args:
            name: The name.
            key: The key of the setting. It must not begin with an underscore.
            description: Free text.
            default_value: The value if the setting does not exist, any JSON value. None means no default.
            members: Other members, as keywords of `Parameter`. `value` replaces `default_value`.

        Returns:
            The parameter, ready for `create`.

        Facts: S95.
        """
        described = {"name": name, "key": key, "description": description, "value": unwrapped(default_value)}
        return self.build(described, members)

    def create(
        self,
        name: str,
        key: str,
        description: str | None = "",
        default_value: Any = None,
        **members: Unpack[ParameterOptions],
    ) -> Parameter:
        """Create a parameter.

        Args:
            name: The name, unique among the parameters of the owner.
            key: The key of the setting. It must not begin with an underscore.
            description: Free text.
            default_value: The value if the setting does not exist, any JSON value. None means no default.
            members: Other members, as keywords of `Parameter`. `value` replaces `default_value`.

        Returns:
            The parameter.

        Raises:
            Conflict: The name is already in use.

        Facts: S95.
        """
        parameter = self.new(name, key, description, default_value, **members)
        parameter.create()
        return parameter


class HasParameters(Entity):
    """Base class of owners of parameters: applications, platforms and distributions."""

    __slots__ = ()

    @property
    def _parameter_operations(self) -> Callable[..., ParameterOperations]:
        raise NotImplementedError

    def parameters(self) -> ParameterCollection:
        """Return the parameters. Sends no request."""
        return ParameterCollection(self.client, self._names, self._parameter_operations)

    def get_parameter(self, name: str) -> Parameter:
        """Get a parameter.

        Args:
            name: The name, not the key.

        Returns:
            The parameter.

        Raises:
            EntityNotFoundException: It does not exist.
        """
        return self.parameters().get(name)

    @property
    def parameters_f(self) -> ViewList[Parameter, views.Parameter | ParameterDict]:
        """The parameters in the entity's JSON object. The server reads them only when the entity is created."""
        return self._views("parameters", partial(Parameter, None if self._collection is None else self.parameters()))

    @parameters_f.setter
    def parameters_f(self, value: Iterable[views.Parameter | ParameterDict] | None) -> None:
        self._set_views("parameters", value)

    @parameters_f.deleter
    def parameters_f(self) -> None:
        self._data.pop("parameters", None)

    def add_parameter(self, parameter: views.Parameter) -> None:
        """Add a parameter for `create` to send.

        Args:
            parameter: The parameter.
        """
        self.parameters_f.append(parameter)
