"""The classes of both APIs, by reflection: they correspond, and are documented and typed."""

from __future__ import annotations

import inspect
import re
import sys

from tests.each import differences, each
from tests.exercised import COLOURS, facade, own_functions

API, AIO = ({f"{kind.__module__.split('.')[2]}.{kind.__name__}": kind for kind in facade(colour)} for colour in COLOURS)
COLLECTION = {"api": API["collection.Collection"], "aio": AIO["collection.Collection"]}
ENTITIES = (API["entity.Entity"], AIO["entity.Entity"])
#: What `for`, `with` and their kin call has a name of its own in each colour.
SYNTAX = {"__iter__", "__aiter__", "__enter__", "__aenter__", "__exit__", "__aexit__"}
COLLECTIONS = [
    kind
    for colour, kinds in (("api", API), ("aio", AIO))
    for kind in kinds.values()
    if issubclass(kind, COLLECTION[colour]) and not kind.__subclasses__()
]


def blocking(text):
    """Return a signature of the async API as the blocking API spells it."""
    text = re.sub(r"\bAwaitable\[(.+?)\](?=[\]|,) ']|$)", r"\1", text)
    return re.sub(r"\bAsync(?=[A-Z])", "", text.replace("_async_http", "_sync_http").replace("_async_io", "_sync_io"))


def signatures(kind):
    found = {name: blocking(str(inspect.signature(function))) for name, function in own_functions(kind)}
    return {name: text for name, text in found.items() if name not in SYNTAX}


def without_type(function):
    """Return what a signature leaves without an annotation: names of arguments, and "return"."""
    signature = inspect.signature(function)
    untyped = [name for name, found in signature.parameters.items() if found.annotation is found.empty]
    untyped += ["return"] if signature.return_annotation is signature.empty else []
    return [name for name in untyped if name not in ("self", "cls")]


def docstring(kind, name):
    """Return a member's docstring; a property has that of its getter, an override may have that of its base."""
    return inspect.getdoc(getattr(kind, name.partition(".")[0]))


def test_both_colours_have_the_same_classes():
    assert list(API) == list(AIO)
    assert len(API) > 100 and len(COLLECTIONS) > 60


@each("name", API)
def test_the_colours_differ_by_await_only(name):
    assert differences(signatures(API[name]), signatures(AIO[name])) == {}
    assert [base.__name__ for base in API[name].__mro__] == [base.__name__ for base in AIO[name].__mro__]


@each("kind", COLLECTIONS)
def test_every_collection_has_a_url_and_an_entity_class(kind):
    inherited = COLLECTION[kind.__module__.split(".")[1]]
    assert kind.operations is not inherited.operations
    maker = next(base for base in kind.__mro__ if "wrap" in vars(base))
    made = inspect.signature(maker.wrap).return_annotation
    for name in made.split(" | "):
        assert issubclass(getattr(sys.modules[maker.__module__], name), ENTITIES)


@each("kind", [*API.values(), *AIO.values()])
def test_what_is_public_is_documented_and_annotated(kind):
    public = dict(own_functions(kind))
    assert kind.__doc__
    undocumented = [name for name in public if not name.startswith("_") and not docstring(kind, name)]
    untyped = [f"{name}: {text}" for name, function in public.items() for text in without_type(function)]
    assert (undocumented, untyped) == ([], [])
