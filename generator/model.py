"""What the templates are given: the modules of the wire layer, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Shape = Literal["scalar", "any", "map", "view", "views", "values"]


@dataclass(frozen=True, slots=True)
class Kind:
    """The type of a member, parameter, body or answer.

    Args:
        shape: How the value is held in the JSON object.
        text: The type as an annotation; for lists that of an element.
        name: The view's or enumeration's name where there is one.
        module: The module that defines it.
    """

    shape: Shape
    text: str
    name: str | None = None
    module: str | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a JSON object, and the property that shows it."""

    wire: str
    name: str
    alias: str | None
    kind: Kind
    required: bool
    nullable: bool
    read_only: bool
    in_place: bool
    secret: bool
    description: str

    @property
    def sure(self) -> bool:
        """Whether the server always sends a value: it may be typed without None."""
        return self.required and not self.nullable

    @property
    def returns(self) -> str:
        """The annotation of the getter."""
        match self.kind.shape:
            case "view":
                return self.kind.text
            case "views":
                return f"ViewList[{self.kind.text}]"
            case "values":
                return f"BoundList[{self.kind.text}]"
            case "any":
                return "Any"
        return self.kind.text if self.sure else f"{self.kind.text} | None"

    @property
    def accepts(self) -> str:
        """The annotation of the setter's value."""
        match self.kind.shape:
            case "view":
                return f"{self.kind.text} | Mapping[str, Any] | None"
            case "views":
                return f"Iterable[{self.kind.text} | Mapping[str, Any]] | None"
            case "values":
                return f"Iterable[{self.kind.text}] | None"
        return self.returns


@dataclass(frozen=True, slots=True)
class ViewClass:
    """A JSON object of the schema, and the class that shows it."""

    name: str
    description: str
    members: list[Member]
    identity: str | None


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A named set of texts; others are values as well, for the server may learn new ones."""

    name: str
    description: str
    values: list[str]


@dataclass(frozen=True, slots=True)
class Parameter:
    """An argument of an operation.

    Args:
        wire: Its name in the schema.
        name: Its name in Python.
        text: Its type, as an annotation.
        required: Whether it must be given.
        description: What it is.
        slashes: Whether it is several segments of the path.
    """

    wire: str
    name: str
    text: str
    required: bool
    description: str
    slashes: bool = False


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation of the API, and the function that makes its request."""

    identity: str
    name: str
    method: str
    path: list[tuple[str, str | None]]
    summary: str
    description: str
    sources: list[str]
    inferred: bool
    path_parameters: list[Parameter]
    query: list[Parameter]
    headers: list[Parameter]
    body: Kind | None
    body_description: str
    upload: Parameter | None
    timeout_class: str
    answer: str
    result: Kind | None
    result_text: str
    result_description: str
    secret: list[str] = field(default_factory=list)

    @property
    def with_slashes(self) -> list[str]:
        """The names of the parameters that are several segments of the path."""
        return [parameter.name for parameter in self.path_parameters if parameter.slashes]


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the wire layer: a resource's views and operations."""

    name: str
    description: str
    enumerations: list[Enumeration] = field(default_factory=list)
    views: list[ViewClass] = field(default_factory=list)
    operations: list[Operation] = field(default_factory=list)
    collection_url: str | None = None

    @property
    def imports(self) -> dict[str, list[str]]:
        """The names that annotations need from other modules, by module."""
        found: dict[str, set[str]] = {}
        kinds = [member.kind for view in self.views for member in view.members]
        for operation in self.operations:
            kinds += [kind for kind in (operation.body, operation.result) if kind is not None]
        for kind in kinds:
            if kind.module is not None and kind.name is not None and kind.module != self.name:
                found.setdefault(kind.module, set()).add(kind.name)
        return {module: sorted(names) for module, names in sorted(found.items())}
