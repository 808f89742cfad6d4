"""A small package, and its changes."""

from __future__ import annotations

EXCEPTIONS = """\
__all__ = ["Conflict", "Failure"]


class Failure(Exception):
    pass


class Conflict(Failure, ValueError):
    pass
"""
OPTIONS = """\
import attrs
from attrs import field, frozen


@frozen
class Retries:
    attempts: int
    base: float = 0.5
    statuses: frozenset[int] = attrs.field(factory=frozenset)
    _seen: int = field(default=0, init=False)
"""
ZOO = """\
from __future__ import annotations

from typing import Any, overload

from comodit_client.aio._base import Base
from comodit_client.wire.pets import Pet as View

SOUNDS = {"dog": "woof"}


class Named:
    name: str = ""


class Gettable:
    async def get(self, name: str, *, timeout: float | None = None) -> Any:
        return None


class Pet(View, Base, Named):
    def feed(self, food: str, amount: int = 1, times: int = 1) -> None: ...

    async def call(self, *, loud: bool = False) -> str:
        return ""

    @property
    def owner(self) -> str | None: ...

    @owner.setter
    def owner(self, value: str) -> None: ...

    @property
    def parents(self) -> list[Pet]: ...


class Pets(Gettable):
    @overload
    def new(self, name: str) -> Pet: ...
    @overload
    def new(self, name: str, *, weight: int) -> Pet: ...
    def new(self, name: str, **more: Any) -> Pet: ...


def hello(name: str) -> str:
    return name


def _private(name: str) -> str:
    return name
"""
FILES = {
    "handwritten/comodit_client/rest/exceptions.py": EXCEPTIONS,
    "handwritten/comodit_client/rest/options.py": OPTIONS,
    "handwritten/comodit_client/aio/zoo.py": ZOO,
    "handwritten/comodit_client/aio/keeper.py": "class Keeper:\n    pass\n",
    "handwritten/comodit_client/aio/_base.py": "class Base:\n    def refresh(self, force: bool = False) -> None: ...\n",
    "handwritten/comodit_client/aio/exceptions.py": (
        "from comodit_client.rest.exceptions import __all__ as __all__\n"
        "from comodit_client.rest.exceptions import Conflict as Conflict\n"
        "from comodit_client.rest.exceptions import Failure as Failure\n"
    ),
    "handwritten/comodit_client/aio/__init__.py": (
        "from comodit_client._exports.aio import *\nfrom comodit_client._exports.aio import __all__ as __all__\n"
    ),
    "generated/comodit_client/_exports/aio.py": (
        "from comodit_client.aio.zoo import Pet\nfrom comodit_client.rest.options import Retries\n"
        '__all__ = ["Pet", "Retries"]\n'
    ),
    "generated/comodit_client/wire/pets.py": (
        "class Pet:\n    @property\n    def name(self) -> str | None: ...\n\n"
        "    @name.setter\n    def name(self, value: str) -> None: ...\n\n"
        "    @name.deleter\n    def name(self) -> None: ...\n\n"
        "    @property\n    def uuid(self) -> str | None: ...\n"
    ),
}
AIO = "handwritten/comodit_client/aio/zoo.py"
BASE = "handwritten/comodit_client/aio/_base.py"
REST = "handwritten/comodit_client/rest/exceptions.py"
OPTIONS_FILE = "handwritten/comodit_client/rest/options.py"
WIRE = "generated/comodit_client/wire/pets.py"
SETTER = "    @name.setter\n    def name(self, value: str) -> None: ...\n\n"
DELETER = "    @name.deleter\n    def name(self) -> None: ...\n\n"
#: The file, what is replaced, by what, the identifier of the break, and text of the line that is reported.
PLANTS = {
    "method removed": (AIO, "def feed", "def _feed", "removed api.zoo.Pet.feed", "def feed"),
    "method renamed": (AIO, "def call", "def shout", "removed api.zoo.Pet.call", "def call"),
    "method of a private base removed": (
        BASE,
        "def refresh",
        "def renew",
        "removed api.zoo.Pet.refresh",
        "def refresh",
    ),
    "parameter of a private base renamed": (
        BASE,
        "force:",
        "always:",
        "parameter-removed api.zoo.Pet.refresh(force)",
        "always",
    ),
    "property of the view dropped": (WIRE, "def uuid", "def guid", "removed api.zoo.Pet.uuid", "def uuid"),
    "setter removed": (WIRE, SETTER + DELETER, "", "setter-removed api.zoo.Pet.name", "def name"),
    "deleter removed": (WIRE, DELETER, "", "deleter-removed api.zoo.Pet.name", "def name"),
    "parameter renamed": (AIO, "food: str", "meal: str", "parameter-removed api.zoo.Pet.feed(food)", "def feed"),
    "parameter removed": (AIO, ", times: int = 1", "", "parameter-removed api.zoo.Pet.feed(times)", "def feed"),
    "parameter made required": (
        AIO,
        "amount: int = 1",
        "amount: int",
        "became-required api.zoo.Pet.feed(amount)",
        "feed",
    ),
    "required parameter added": (
        AIO,
        "loud: bool = False",
        "loud: bool = False, to: str",
        "required-parameter-added api.zoo.Pet.call(to)",
        "def call",
    ),
    "parameters reordered": (
        AIO,
        "amount: int = 1, times: int = 1",
        "times: int = 1, amount: int = 1",
        "parameter-moved api.zoo.Pet.feed(amount)",
        "def feed",
    ),
    "parameter only by keyword": (
        AIO,
        "food: str, ",
        "*, food: str, ",
        "parameter-kind-changed api.zoo.Pet.feed(food)",
        "feed",
    ),
    "default changed": (
        AIO,
        "loud: bool = False",
        "loud: bool = True",
        "default-changed api.zoo.Pet.call(loud)",
        "def call",
    ),
    "parameter accepts less": (
        AIO,
        "timeout: float | None",
        "timeout: float",
        "type-changed api.zoo.Gettable.get(timeout)",
        "get",
    ),
    "parameter of an overload removed": (
        AIO,
        "weight: int",
        "mass: int",
        "parameter-removed api.zoo.Pets.new(weight)",
        "**more",
    ),
    "method returns another type": (
        AIO,
        "loud: bool = False) -> str",
        "loud: bool = False) -> int",
        "type-changed api.zoo.Pet.call",
        "call",
    ),
    "property returns another type": (AIO, "-> list[Pet]", "-> Pet", "type-changed api.zoo.Pet.parents", "parents"),
    "property becomes a method": (
        AIO,
        "    @property\n    def parents",
        "    def parents",
        "kind-changed api.zoo.Pet.parents",
        "parents",
    ),
    "class renamed": (AIO, "class Pets(", "class Animals(", "removed api.zoo.Pets", "class Pets"),
    "capability removed": (
        AIO,
        "class Pets(Gettable)",
        "class Pets",
        "base-removed api.zoo.Pets(Gettable)",
        "class Pets",
    ),
    "builtin base removed": (
        REST,
        "Failure, ValueError",
        "Failure",
        "base-removed api.exceptions.Conflict(ValueError)",
        "Conflict",
    ),
    "exception no longer exported": (REST, '"Conflict", ', "", "removed api.exceptions.Conflict", "class Conflict"),
    "class no longer exported": (
        "generated/comodit_client/_exports/aio.py",
        '["Pet", "Retries"]',
        '["Retries"]',
        "removed api.Pet",
        "class Pet(",
    ),
    "function removed": (AIO, "def hello", "def _hello", "removed api.zoo.hello", "def hello"),
    "parameter of a function removed": (
        AIO,
        "hello(name: str)",
        "hello(who: str)",
        "parameter-removed api.zoo.hello(name)",
        "hello",
    ),
    "constant removed": (AIO, "SOUNDS", "_SOUNDS", "removed api.zoo.SOUNDS", "SOUNDS"),
    "attribute removed": (AIO, '    name: str = ""', "    pass", "removed api.zoo.Named.name", "name: str"),
    "field of an attrs class made required": (
        OPTIONS_FILE,
        "base: float = 0.5",
        "base: float",
        "became-required api.Retries.__init__(base)",
        "@frozen",
    ),
    "default of an attrs class changed": (
        OPTIONS_FILE,
        "base: float = 0.5",
        "base: float = 1.0",
        "default-changed api.Retries.__init__(base)",
        "@frozen",
    ),
    "module removed": (
        "handwritten/comodit_client/aio/keeper.py",
        None,
        "",
        "module-removed api.keeper",
        "class Keeper",
    ),
}
HARMLESS = {
    "optional parameter added": (
        AIO,
        "times: int = 1",
        "times: int = 1, slowly: bool = False",
        "parameter-added api.zoo.Pet.feed(slowly)",
    ),
    "method added": (AIO, "    def feed", "    def wash(self) -> None: ...\n\n    def feed", "added api.zoo.Pet.wash"),
    "class added": (AIO, "class Pets(", "class Cage:\n    pass\n\n\nclass Pets(", "added api.zoo.Cage"),
    "base added": (AIO, "class Pets(Gettable)", "class Pets(Gettable, Named)", "base-added api.zoo.Pets(Named)"),
    "parameter accepts more": (AIO, "food: str", "food: str | list[str]", None),
    "method returns more": (AIO, "loud: bool = False) -> str", "loud: bool = False) -> str | None", None),
    "private function changed": (AIO, "def _private(name", "def _private(who", None),
    "subclass in place of a class": (
        AIO,
        "Pet(View, Base, Named)",
        "Pet(View, Base, Named, Gettable)",
        "base-added api.zoo.Pet(Gettable)",
    ),
    "docstring added": (AIO, "class Named:\n", 'class Named:\n    """Things with names."""\n\n', None),
}
