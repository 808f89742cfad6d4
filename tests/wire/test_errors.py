"""The exceptions of the wire layer: what they tell, and that they can leave their process."""

from __future__ import annotations

import copy
import pickle
import threading

import pytest

from comodit_client.wire.errors import InvalidDocument, InvalidName, PythonApiException


class OfAUser(PythonApiException):
    """An exception of somebody's script, with arguments of its own."""

    def __init__(self, host, *, reason):
        super().__init__(f"{host}: {reason}")
        self.host = host
        self.reason = reason


@pytest.mark.parametrize(
    "error",
    [
        PythonApiException("x"),
        PythonApiException(),
        InvalidName("host", "a\nb"),
        InvalidName("host", None),
        InvalidName("host", threading.Lock()),
        InvalidDocument("Host", ["secret"]),
        InvalidDocument("Host", b"", "Cannot load x.json: it does not hold JSON"),
    ],
    ids=lambda error: str(error)[:30],
)
@pytest.mark.parametrize("clone", [lambda error: pickle.loads(pickle.dumps(error)), copy.copy, copy.deepcopy])
def test_an_exception_survives_pickling_and_copying(error, clone):
    made = clone(error)
    assert type(made) is type(error)
    assert made.args == error.args
    assert str(made) == str(error)
    assert vars(made) == vars(error)


def test_an_exception_of_a_user_survives_copying():
    made = copy.copy(OfAUser("web-1", reason="x"))
    assert (made.host, made.reason, str(made)) == ("web-1", "x", "web-1: x")


def test_the_message_does_not_quote_the_document():
    assert "secret" not in str(InvalidDocument("Host", ["secret"]))
    assert "list" in str(InvalidDocument("Host", ["secret"]))


def test_old_scripts_find_the_message():
    assert PythonApiException("x").message == "x"
    assert InvalidName("host", "").message == str(InvalidName("host", ""))
