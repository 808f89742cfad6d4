"""The behaviours that decide a response, and the warnings about its request."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.parity.behaviours import Behaviour
from comodit_client.sandbox.parity.catalogue import BEHAVIOURS
from comodit_client.sandbox.parity.questions import QUESTIONS

if TYPE_CHECKING:
    from comodit_client.sandbox.http.responses import ApiResponse
    from comodit_client.sandbox.state.world import World

_LOG = logging.getLogger("comodit_sandbox.parity")
_INVENTED = "X-Sandbox-Invented"
_WARNING = "X-Sandbox-Warning"
#: The length of the header with the warnings, and their number: a body may have any number of mistakes.
_MAX_HEADER = 1000
_MAX_WARNINGS = 5


@define
class Notes:
    """What is noted about one request.

    Attributes:
        behaviours: The behaviours that decide its response, in order; the values have no meaning.
        warnings: The mistakes in the request that the sandbox accepts.
    """

    behaviours: dict[str, None] = field(factory=dict)
    warnings: list[str] = field(factory=list)

    def invented(self) -> list[Behaviour]:
        """Return the behaviours that nothing shows of the real server."""
        return [found for name in self.behaviours if (found := BEHAVIOURS[name]).confidence == "invented"]


@define(eq=False)
class Parity:
    """The notes of a sandbox about the request in progress. Requests are handled one at a time.

    Attributes:
        strict: Whether requests fail whose response would be invented, or which have mistakes.
        warn: Whether invented responses say so in a header.
    """

    strict: bool = False
    warn: bool = False
    _current: Notes | None = field(default=None, init=False)

    @contextmanager
    def recording(self, notes: Notes) -> Iterator[None]:
        """Take notes about the request that the block handles.

        Args:
            notes: Receives the notes.

        Raises:
            ApiError: The response would be invented, in strict mode.
        """
        self._current = notes
        try:
            yield
        except ApiError as error:
            if error.behaviour:
                self.note(error.behaviour)
            self._check(notes)
            raise
        else:
            self._check(notes)
        finally:
            self._current = None

    def note(self, behaviour: str) -> None:
        """Note a behaviour; outside of requests, nothing happens."""
        if self._current is not None:
            self._current.behaviours[behaviour] = None

    def warn_of(self, mistakes: Iterable[str]) -> None:
        """Note mistakes that the real server may accept.

        Args:
            mistakes: The mistakes.

        Raises:
            ApiError: There is a mistake, in strict mode.
        """
        if self._current is None:
            return
        found = list(islice(mistakes, _MAX_WARNINGS))
        if found and self.strict:
            raise ApiError(400, *found)
        self._current.warnings += found

    def mention(self, mistakes: Iterable[str]) -> None:
        """Note what may be a mistake; strict mode accepts it."""
        if self._current is not None:
            self._current.warnings += islice(mistakes, _MAX_WARNINGS)

    def _check(self, notes: Notes) -> None:
        invented = notes.invented()
        if self.strict and invented:
            raise ApiError(501, *(_explanation(behaviour) for behaviour in invented)) from None

    def marked(self, response: ApiResponse, notes: Notes, request: str) -> ApiResponse:
        """Return a response with the headers for its notes, and log them.

        Args:
            response: The response.
            notes: The notes about its request.
            request: The method and the operation or the path, for the log.
        """
        invented = notes.invented() if self.warn and response.status != _REJECTED else []
        headers = {}
        if invented:
            headers[_INVENTED] = ", ".join(dict.fromkeys(behaviour.question for behaviour in invented))
            for behaviour in invented:
                _LOG.warning("%s: %s", request, _explanation(behaviour))
        if notes.warnings:
            headers[_WARNING] = header_text("; ".join(notes.warnings[:_MAX_WARNINGS]))
            _LOG.warning("%s: %s", request, headers[_WARNING])
        # The headers of an error may be shared by all errors of a kind.
        return evolve(response, headers={**response.headers, **headers}) if headers else response


_REJECTED = 501


def note(world: World, behaviour: str) -> None:
    """Note a behaviour that decides the response to the request in progress.

    Args:
        world: The sandbox.
        behaviour: The name of the behaviour in the catalogue.
    """
    world.parity.note(behaviour)


def header_text(text: str) -> str:
    """Return a text as the value of a header: ASCII, without control characters, and bounded."""
    plain = text.encode("ascii", "backslashreplace").decode()
    printable = "".join(letter if letter.isprintable() else " " for letter in plain)
    return printable if len(printable) <= _MAX_HEADER else f"{printable[: _MAX_HEADER - 3]}..."


def _explanation(behaviour: Behaviour) -> str:
    advice = f"Use {behaviour.switch}, or run" if behaviour.switch else "Run"
    return (
        f"{behaviour.question}: unknown is {QUESTIONS[behaviour.question]}. The sandbox does not guess in strict mode. "
        f"{advice} without --strict."
    )
