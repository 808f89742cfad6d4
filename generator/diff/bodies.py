"""Compares the bodies of requests and responses."""

from __future__ import annotations

from attrs import frozen

from generator.diff.log import Log
from generator.diff.part import Part, named
from generator.diff.rules import REQUEST, RESPONSE, Directions
from generator.diff.schemas import Schemas


@frozen
class Bodies:
    """Compares the bodies of operations.

    Args:
        log: Where the changes are reported.
        schemas: Compares their schemas.
    """

    log: Log
    schemas: Schemas

    def compare_request(self, old: Part, new: Part) -> None:
        """Compare the bodies of two requests.

        Args:
            old: The old operation.
            new: The new operation.
        """
        before, after = old.get("requestBody"), new.get("requestBody")
        required = after is not None and after.target().flag("required")
        if before is not None and after is not None:
            was = before.target().flag("required")
            if was != required:
                text = "the body is required now" if required else "the body may be left out now"
                self.log.changed("became-required" if required else "became-optional", before, after, text, required)
            self._media(before, after, REQUEST)
        elif before is not None:
            self.log.removed("body-removed", before, "the request has no body any longer")
        elif after is not None:
            text = "the request has a body now" + (", which is required" if required else "")
            self.log.added("required-body-added" if required else "body-added", after, text, required)

    def compare_responses(self, old: Part, new: Part) -> None:
        """Compare the responses of an operation.

        Args:
            old: The old operation.
            new: The new operation.
        """
        before, after = old.under("responses"), new.under("responses")
        gone = [status for status in before if status not in after]
        fresh = [status for status in after if status not in before]
        self._successes(before, after, gone, fresh)
        failures = [status for status in fresh if not _is_success(status)]
        if failures:
            text = f"errors that are described now: {', '.join(failures)}"
            self.log.added("errors-added", after[failures[0]], text, place=f"{named(new)}.response")
        for status in before.keys() & after.keys():
            self._response(before[status], after[status])

    def _successes(self, before: dict[str, Part], after: dict[str, Part], gone: list[str], fresh: list[str]) -> None:
        gone, fresh = list(filter(_is_success, gone)), list(filter(_is_success, fresh))
        if len(gone) == 1 and len(fresh) == 1:
            text = f"the status code is {fresh[0]} instead of {gone[0]}"
            self.log.changed("status-changed", before[gone[0]], after[fresh[0]], text, True)
            self._response(before[gone[0]], after[fresh[0]])
            return
        for status in gone:
            self.log.removed("status-removed", before[status], f"the response {status} was removed")
        for status in fresh:
            self.log.added("status-added", after[status], f"the response {status} is new")

    def _response(self, old: Part, new: Part) -> None:
        before, after = old.target().under("headers"), new.target().under("headers")
        for name in before.keys() - after.keys():
            self.log.removed("header-removed", before[name], f"the response header {name} was removed")
        for name in after.keys() - before.keys():
            self.log.added("header-added", after[name], f"the response header {name} is new")
        self._media(old, new, RESPONSE)

    def _media(self, old: Part, new: Part, direction: str) -> None:
        directions: Directions = frozenset({direction})
        before, after = old.target().under("content"), new.target().under("content")
        for name, part in before.items():
            if name not in after:
                place = f"{named(old.target())}.{name}"
                self.log.removed("media-type-removed", part, f"the media type {name} was removed", place=place)
        for name, part in after.items():
            if name not in before:
                place = f"{named(new.target())}.{name}"
                self.log.added("media-type-added", part, f"the media type {name} is new", place=place)
        for name in before.keys() & after.keys():
            one, other = before[name].get("schema"), after[name].get("schema")
            if one is not None and other is not None:
                self.schemas.compare(one, other, directions)
            elif one is not None:
                self.log.removed("schema-dropped", one, "the schema of the body was removed", direction == RESPONSE)


def _is_success(status: str) -> bool:
    return status.startswith(("2", "3"))
