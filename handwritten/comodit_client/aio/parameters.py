"""Parameters: the settings that an application, a platform or a distribution expects, with their defaults."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from importlib import import_module
from typing import Any, ClassVar

from comodit_client.aio.collection import OwnedCollection
from comodit_client.aio.entity import Entity
from comodit_client.wire import parameters as views
from comodit_client.wire.lazy import ViewList
from comodit_client.wire.parameters import ParameterSchema
from comodit_client.wire.view import View, unwrapped

__all__ = ["HasParameters", "Parameter", "ParameterCollection", "ParameterSchema"]


class Parameter(views.Parameter, Entity):
    """A setting that its owner expects, with its default (S97). Its URL has its name, templates have its key."""

    __slots__ = ()


class ParameterCollection(OwnedCollection[Parameter]):
    """The parameters of one owner, by their names."""

    __slots__ = ()

    def wrap(self, json_data: dict[str, Any] | None = None) -> Parameter:
        return Parameter(self, json_data)

    def new(self, name: str, key: str, description: str | None = "", default_value: Any = None) -> Parameter:
        """Describe a parameter; nothing is sent.

        Args:
            name: Its name.
            key: The key of the setting; it may not begin with an underscore (S95).
            description: Free text.
            default_value: The value when there is no such setting, any JSON value; None for none.

        Returns:
            The parameter, to `create`.
        """
        return self.wrap({"name": name, "key": key, "description": description, "value": unwrapped(default_value)})

    async def create(self, name: str, key: str, description: str | None = "", default_value: Any = None) -> Parameter:
        """Create a parameter.

        Args:
            name: Its name, unique among the parameters of the owner.
            key: The key of the setting; it may not begin with an underscore (S95).
            description: Free text.
            default_value: The value when there is no such setting, any JSON value; None for none.

        Returns:
            The parameter.

        Raises:
            Conflict: There is one with that name.
        """
        parameter = self.new(name, key, description, default_value)
        await parameter.create()
        return parameter


class HasParameters(Entity):
    """An owner of parameters: an application, a platform or a distribution."""

    __slots__ = ()

    #: The module of the wire layer that has the operations on the parameters.
    PARAMETERS_API: ClassVar[str]

    def parameters(self) -> ParameterCollection:
        """The parameters. Costs no request."""
        api = import_module(f"comodit_client.wire.{self.PARAMETERS_API}")
        return ParameterCollection(self.client, self._names, api)

    async def get_parameter(self, name: str) -> Parameter:
        """Get a parameter.

        Args:
            name: Its name, not its key.

        Returns:
            The parameter.

        Raises:
            EntityNotFoundException: There is none.
        """
        return await self.parameters().get(name)

    @property
    def parameters_f(self) -> ViewList[Parameter]:
        """The parameters as the entity's JSON object lists them. The server looks at them on creation only (S111)."""
        return self._views("parameters", partial(Parameter, None if self._collection is None else self.parameters()))

    @parameters_f.setter
    def parameters_f(self, value: Iterable[View | Mapping[str, Any]] | None) -> None:
        self._set_list("parameters", value)

    @parameters_f.deleter
    def parameters_f(self) -> None:
        self._data.pop("parameters", None)

    def add_parameter(self, parameter: views.Parameter) -> None:
        """Add a parameter to what `create` sends.

        Args:
            parameter: The parameter.
        """
        self.parameters_f.append(parameter)
