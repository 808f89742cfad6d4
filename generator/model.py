"""The modules of the wire layer as values, which the templates render."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from attrs import Factory, frozen

Shape = Literal["scalar", "any", "map", "view", "views", "values"]


@frozen
class Kind:
    """The Python type of a member, parameter, request body or response body.

    Args:
        shape: The representation of the value in the JSON object.
        text: The type as an annotation; for a list, the type of an element.
        name: The name of the view or enumeration, if it is one.
        module: The module that defines the view or enumeration.
    """

    shape: Shape
    text: str
    name: str | None = None
    module: str | None = None

    @property
    def typed_dict(self) -> str:
        """The name of the TypedDict for the JSON object of the view."""
        return f"{self.name}Dict"

    @property
    def written(self) -> str:
        """The annotation of a value that is written: the view or its JSON object."""
        return f"{self.text} | {self.typed_dict}"


@frozen
class Member:
    """A member of a JSON object, and the property for it. A date has a second one, `date_name`, which parses it."""

    wire: str
    name: str
    alias: str | None
    date_name: str | None
    place: str
    kind: Kind
    nullable: bool
    read_only: bool
    in_place: bool
    secret: bool
    description: str
    keyword: str = ""
    required: bool = False

    @property
    def sure(self) -> bool:
        """True if the server always sends a value, so that the type does not include None."""
        return self.required and not self.nullable

    @property
    def returns(self) -> str:
        """The annotation of the getter."""
        match self.kind.shape:
            case "view":
                return self.kind.text
            case "views":
                return f"ViewList[{self.kind.text}, {self.kind.written}]"
            case "values":
                return f"BoundList[{self.kind.text}]"
            case "any":
                return "Any"
        return self.kind.text if self.sure else f"{self.kind.text} | None"

    @property
    def accepts(self) -> str:
        """The annotation of the setter's value, and of the constructor's keyword."""
        match self.kind.shape:
            case "view":
                return f"{self.kind.written} | None"
            case "views":
                return f"Iterable[{self.kind.written}] | None"
            case "values":
                return f"Values[{self.kind.text}] | None"
        if self.date_name is not None:
            return f"{self.kind.text} | datetime" if self.sure else f"{self.kind.text} | datetime | None"
        return self.returns

    @property
    def holds(self) -> str:
        """The annotation of the value in the JSON object."""
        match self.kind.shape:
            case "view":
                return f"{self.kind.typed_dict} | None"
            case "views":
                return f"list[{self.kind.typed_dict}] | None"
            case "values":
                return f"list[{self.kind.text}] | None"
        return self.returns


@frozen
class ViewClass:
    """A JSON object of the schema, and the view class for it."""

    name: str
    place: str
    description: str
    members: list[Member]
    identity: str | None


@frozen
class Enumeration:
    """A named set of text values. Members accept other text too, because the server may add new values."""

    name: str
    place: str
    description: str
    values: list[str]


@frozen
class Parameter:
    """An argument of an operation.

    Args:
        wire: The name in the schema.
        name: The name in Python.
        text: The type as an annotation.
        required: True if the argument has no default.
        description: The text for the docstring.
        slashes: True if the value is several path segments.
    """

    wire: str
    name: str
    text: str
    required: bool
    description: str
    slashes: bool = False


@frozen
class Operation:
    """An operation of the API, and the function that returns its request."""

    identity: str
    place: str
    name: str
    method: str
    path: list[tuple[str, str | None]]
    summary: str
    description: str
    sources: list[str]
    confidence: str
    deprecated: bool
    path_parameters: list[Parameter]
    query: list[Parameter]
    headers: list[Parameter]
    body: Kind | None
    body_description: str
    upload: Parameter | None
    timeout_class: str
    response_kind: str
    result: Kind | None
    result_text: str
    result_description: str
    secret: list[str]

    @property
    def with_slashes(self) -> list[str]:
        """The names of the parameters that are several path segments."""
        return [parameter.name for parameter in self.path_parameters if parameter.slashes]


@frozen
class Module:
    """A module of the wire layer: the views and operations of a resource."""

    name: str
    place: str
    description: str
    enumerations: list[Enumeration] = Factory(list)
    views: list[ViewClass] = Factory(list)
    operations: list[Operation] = Factory(list)
    collection_url: str | None = None

    @property
    def owners(self) -> list[Parameter]:
        """The path parameters that name the owner of the collection; without a collection, those that all share."""
        paths = [operation.path_parameters for operation in self.operations]
        if self.collection_url is None:
            return list(_common_start(paths))
        count = self.collection_url.count("{}")
        return next(path[:count] for path in paths if len(path) >= count)

    @property
    def bound(self) -> list[Operation]:
        """The operations whose path begins with the names of the owner."""
        names = [owner.name for owner in self.owners]
        return [
            operation
            for operation in self.operations
            if [parameter.name for parameter in operation.path_parameters[: len(names)]] == names
        ]

    @property
    def has_dates(self) -> bool:
        """True if a view has a member that is a date."""
        return any(member.date_name is not None for view in self.views for member in view.members)

    @property
    def imports(self) -> dict[str, list[str]]:
        """The names that annotations use from other modules, by module."""
        found: dict[str, set[str]] = {}
        kinds = self._of_members
        for operation in self.operations:
            kinds += [kind for kind in (operation.body, operation.result) if kind is not None]
        for kind in kinds:
            if kind.module is not None and kind.name is not None and kind.module != self.name:
                found.setdefault(kind.module, set()).add(kind.name)
        return {module: sorted(names) for module, names in sorted(found.items())}

    @property
    def typed_dicts(self) -> dict[str, list[str]]:
        """The TypedDicts that annotations use, by module."""
        found: dict[str, set[str]] = {}
        for view in self.views:
            found.setdefault(self.name, set()).update((f"{view.name}Dict", f"{view.name}Members"))
        for kind in self._of_members:
            if kind.module is not None and kind.shape in ("view", "views"):
                found.setdefault(kind.module, set()).add(kind.typed_dict)
        return {module: sorted(names) for module, names in sorted(found.items())}

    @property
    def _of_members(self) -> list[Kind]:
        return [member.kind for view in self.views for member in view.members]


def _common_start(paths: list[list[Parameter]]) -> Iterator[Parameter]:
    for parameters in zip(*paths, strict=False):
        if len({parameter.name for parameter in parameters}) > 1:
            return
        yield parameters[0]
