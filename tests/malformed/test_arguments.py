"""Whatever a caller passes, each call ends with a result or with an exception of ours."""

from __future__ import annotations

from comodit_client.rest.exceptions import PythonApiException
from tests.each import each
from tests.malformed.arguments import ARGUMENTS

#: Arguments that the server or the network judges.
SENT = {
    "a wire request with a bad name",
    "a path of a file that is empty",
    "a body that is deep, but can be sent",
    "a header with a line end",
}


@each("name", ARGUMENTS)
def test_a_malformed_argument_is_an_exception_of_ours(client, server, run, name):
    server.forget()
    try:
        run(ARGUMENTS[name](client))
    except PythonApiException:
        assert name in SENT or not server.asked, "it was sent"
        return
    raise AssertionError("nothing was raised")
