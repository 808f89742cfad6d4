"""The exceptions: one tree, one class for each status, and all of them can leave their process."""

from __future__ import annotations

import copy
import inspect
import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor

import pytest

from comodit_client.aio import exceptions as aio_names
from comodit_client.aio.change import Change
from comodit_client.api import collection as api_collection
from comodit_client.api import exceptions as api_names
from comodit_client.rest import exceptions
from comodit_client.rest.exceptions import (
    ApiException,
    BadRequest,
    ChangeFailed,
    Conflict,
    EntityNotFoundException,
    Forbidden,
    HostFailed,
    InvalidBody,
    InvalidDocument,
    InvalidEndpoint,
    InvalidName,
    PythonApiException,
    RequestTimeout,
    ServerError,
    TooManyRequests,
    TransportError,
    Unauthorized,
    UnusableFile,
    VersionConflict,
    WaitException,
    WaitTimeout,
    for_status,
)
from comodit_client.wire.request import segment

STATUSES = {
    300: ApiException,
    302: ApiException,
    400: BadRequest,
    401: Unauthorized,
    402: ApiException,
    403: Forbidden,
    404: EntityNotFoundException,
    405: ApiException,
    409: Conflict,
    412: VersionConflict,
    410: ApiException,
    418: ApiException,
    422: ApiException,
    429: TooManyRequests,
    500: ServerError,
    501: ServerError,
    503: ServerError,
    504: ServerError,
    599: ServerError,
}
CLASSES = [getattr(exceptions, name) for name in exceptions.__all__]
CHANGE = {"orderNum": 3, "tasks": [{"orderNum": 0, "status": "ERROR", "error": "no disk"}]}


def example(kind):
    """An exception of a class with all that it can carry."""
    if kind is InvalidName:
        return kind("host", "..")
    if kind is InvalidDocument:
        return kind("Host", [])
    if issubclass(kind, ApiException):
        return kind("no", 418, errors=["no", "never"], method="GET", url="https://h/x", body="{}", request_id="4711")
    if issubclass(kind, TransportError):
        return kind("gone", method="GET", url="https://h/x")
    if kind is ChangeFailed:
        return kind("failed", entity=object(), changes=[Change(None, CHANGE)])
    if kind is HostFailed:
        return kind("failed", entity=object(), last={"a": "ERROR"}, failed=["a"], late=["b"])
    if kind is WaitTimeout:
        return kind("late", entity=object(), last={"b": "UPDATING"}, late=["b"])
    if kind is WaitException:
        return kind("failed", entity=object(), last="UPDATING")
    return kind("failed")


def carried(error):
    """What an exception carries into another process; its entities stay, and the views on tasks are made anew."""
    state = {name: value for name, value in vars(error).items() if name not in ("entity", "changes")}
    if "tasks" in state:
        state["tasks"] = [task.get_json() for task in state["tasks"]]
    return type(error), error.args, str(error), state


@pytest.mark.parametrize("kind", CLASSES)
def test_an_exception_survives_pickling(kind):
    error = example(kind)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        made = pickle.loads(pickle.dumps(error, protocol))
        assert carried(made) == carried(error)
        assert getattr(made, "entity", None) is None


@pytest.mark.parametrize("kind", CLASSES)
def test_an_exception_can_be_copied(kind):
    error = example(kind)
    for made in (copy.copy(error), copy.deepcopy(error)):
        assert carried(made) == carried(error)
        assert [type(value) for value in vars(made).values()] == [type(value) for value in vars(error).values()]


def test_exceptions_come_back_from_a_pool_of_processes():
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        for error in map(example, CLASSES):
            assert carried(pool.submit(copy.copy, error).result()) == carried(error)
        with pytest.raises(InvalidName) as raised:
            pool.submit(segment, "host", "").result()
    assert raised.value.what == "host"


@pytest.mark.parametrize(("code", "kind"), STATUSES.items())
def test_a_status_has_its_exception(code, kind):
    assert for_status(code) is kind


def test_all_have_one_root():
    warnings = [exceptions.IncompleteList, exceptions.UnknownState]
    assert [kind for kind in CLASSES if not issubclass(kind, PythonApiException)] == warnings


def test_all_that_are_defined_are_listed():
    defined = {
        name for name, member in vars(exceptions).items() if inspect.isclass(member) and issubclass(member, Exception)
    }
    assert defined == set(exceptions.__all__)


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (InvalidName, ValueError),
        (InvalidDocument, TypeError),
        (InvalidBody, ValueError),
        (UnusableFile, ValueError),
        (InvalidEndpoint, ValueError),
        (RequestTimeout, TimeoutError),
        (WaitTimeout, TimeoutError),
    ],
)
def test_what_python_has_a_name_for_is_caught_by_it(kind, builtin):
    with pytest.raises(builtin):
        raise example(kind)


def test_the_tree_in_the_docstring_is_the_tree():
    lines = [line for line in exceptions.__doc__.splitlines() if line[:1] in "P├└│ " and line.strip()]
    parents: list[str] = []
    for line in lines:
        depth, name = (len(line) - len(line.lstrip("├└│─ "))) // 4, line.lstrip("├└│─ ").split()[0]
        parents[depth:] = [name]
        if depth:
            assert parents[depth - 1] in [base.__name__ for base in getattr(exceptions, name).__bases__]
    named = {line.lstrip("├└│─ ").split()[0] for line in lines}
    assert named | {"IncompleteList", "UnknownState"} == set(exceptions.__all__)


def test_old_names_lead_to_the_same_classes():
    for name in exceptions.__all__:
        assert getattr(api_names, name) is getattr(aio_names, name) is getattr(exceptions, name)
    assert api_collection.EntityNotFoundException is EntityNotFoundException


def test_an_api_exception_is_made_of_message_and_code():
    error = ApiException("no", 418)
    assert (error.message, error.code, error.errors, error.request_id) == ("no", 418, [], None)
    assert str(error) == "Error 418: no"


def test_a_refusal_tells_what_was_asked_and_what_to_do():
    error = Unauthorized("bad credentials", 401, method="GET", url="https://h/x")
    assert str(error) == (
        "GET https://h/x failed: the server returned 401: bad credentials "
        "(check the user name and password, or the application key)"
    )


def test_a_failed_change_tells_its_failed_tasks():
    error = example(ChangeFailed)
    assert [(task.order_num, task.error) for task in error.tasks] == [(0, "no disk")]
    assert [change.order_num for change in error.changes] == [3]
