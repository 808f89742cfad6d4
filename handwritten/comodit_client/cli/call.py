"""A command with its arguments and options."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from comodit_client.cli import table
from comodit_client.cli.wire_modules import operation_function

if TYPE_CHECKING:
    from collections.abc import Mapping

    from comodit_client.cli.table import CommandSpec
    from comodit_client.wire.request import Request


class Call:
    """A command with its arguments and options.

    Args:
        words: The words of the command.
        spec: The command.
        values: The values of its arguments and options. The names of options are their keys in the table.
    """

    def __init__(self, words: tuple[str, ...], spec: CommandSpec, values: Mapping[str, Any]) -> None:
        self.words = words
        self.spec = spec
        self.kind = spec["traits"][0]
        self._values = values

    @property
    def operation(self) -> str:
        """The id of the operation; empty if the command has none."""
        return self.spec.get("operation", "")

    @property
    def current(self) -> str:
        """The operation that reads what the command updates; empty if there is none."""
        return self.spec.get("current", "")

    @property
    def style(self) -> str:
        """The format of the result."""
        return "json" if self.option("raw") else self.option("output") or "table"

    def argument(self, name: str) -> str:
        """Return a required argument.

        Args:
            name: Its name.
        """
        value: str = self._values[argument_key(name)]
        return value

    def optional(self, name: str) -> str | None:
        """Return an argument; None if it is not given, or if the command does not have it.

        Args:
            name: Its name.
        """
        value: str | None = self._values.get(argument_key(name))
        return value

    def repeated(self, name: str) -> tuple[str, ...]:
        """Return the values of an argument that can be given several times.

        Args:
            name: Its name.
        """
        return tuple(self._values[argument_key(name)])

    def option(self, name: str) -> Any:
        """Return the value of an option.

        Args:
            name: Its key in the table.

        Returns:
            The value; True for a switch; None if it is not given, or if the command does not have the option.
        """
        return self._values.get(option_key(name)) or None

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The arguments that are parts of the operation's path, in order."""
        return tuple(self.argument(one["name"]) for one in table.arguments_of(self.spec) if one.get("in_path"))

    @cached_property
    def query(self) -> dict[str, Any]:
        """The query parameters, from fixed values, arguments and options."""
        found = dict(self.spec.get("query", {}))
        for argument in table.arguments_of(self.spec):
            value = self._values.get(argument_key(argument["name"]))
            if "query" in argument and value is not None:
                found[argument["query"]] = value
        for name, option, _ in table.options_of(self.spec):
            value = self.option(name)
            if value is not None and "parameter" in option:
                found[option["parameter"]] = value
            elif value is not None:
                found |= option.get("query", {})
        return found

    def request(self, *more: object, operation: str = "") -> Request[Any]:
        """Make the request of the command.

        Args:
            more: What follows the names: a body or an upload.
            operation: Another operation with the same path, such as the one that reads what an update changes. It gets
                no query parameters.

        Returns:
            The request.
        """
        make = operation_function(operation or self.operation)
        if operation:
            return make(*self.names)
        keywords = {
            one["keyword"]: self.argument(one["name"]) for one in table.arguments_of(self.spec) if "keyword" in one
        }
        return make(*self.names, *more, **keywords).with_query(self.query)

    @property
    def place(self) -> str:
        """The arguments as a path, for messages."""
        return "/".join(self.names)


def argument_key(name: str) -> str:
    """Return the name of an argument as click knows it.

    Args:
        name: Its name in the table.
    """
    return f"a_{name}"


def option_key(name: str) -> str:
    """Return the name of an option as click knows it.

    Args:
        name: Its key in the table.
    """
    return f"o_{name.replace('-', '_')}"
