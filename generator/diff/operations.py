"""Compares the operations of two documents."""

from __future__ import annotations

import re

from attrs import Factory, define, frozen

from generator.diff.bodies import Bodies
from generator.diff.log import Log
from generator.diff.parameters import Parameters
from generator.diff.part import Part, operations
from generator.diff.schemas import Schemas


@frozen(eq=False)
class Operation:
    """An operation and its address.

    Args:
        path: Its path.
        method: Its method.
        part: Its description.
        item: The description of its path.
    """

    path: str
    method: str
    part: Part
    item: Part

    @property
    def identity(self) -> str | None:
        """Its operationId, or None."""
        identity = self.part.value.get("operationId")
        return identity if isinstance(identity, str) else None

    @property
    def address(self) -> tuple[str, str]:
        """Its method and its path, without the names of path parameters, which no request holds."""
        return self.method, re.sub(r"{[^}]*}", "{}", self.path)


@define
class Operations:
    """Compares the operations of two documents.

    Args:
        old: The old document.
        new: The new document.
        log: Where the changes are reported.
        schemas: Compares their schemas.
    """

    old: Part
    new: Part
    log: Log
    schemas: Schemas
    _matched: set[int] = Factory(set)

    def compare(self) -> None:
        """Compare all operations. They match by operationId, or else by method and path."""
        old, new = _all(self.old), _all(self.new)
        by_identity = {operation.identity: operation for operation in new if operation.identity}
        by_address = {operation.address: operation for operation in new}
        known = {operation.identity for operation in old}
        pairs: list[tuple[Operation, Operation]] = []
        gone: list[Operation] = []
        for operation in old:
            other = by_identity.get(operation.identity or "")
            if other is None:
                other = by_address.get(operation.address)
                if other is not None and other.identity in known - {None}:
                    other = None
            if other is None:
                gone.append(operation)
            else:
                pairs.append((operation, other))
        for operation in gone:
            text = f"the operation {operation.method.upper()} {operation.path} was removed"
            self.log.removed("operation-removed", operation.part, text)
        for one, other in pairs:
            self._pair(one, other)
        paired = {other.part.path for _, other in pairs}
        for operation in new:
            if operation.part.path not in paired:
                text = f"the operation {operation.method.upper()} {operation.path} is new"
                self.log.added("operation-added", operation.part, text)

    def _pair(self, old: Operation, new: Operation) -> None:
        if old.identity != new.identity:
            self._renamed(old, new)
        if old.address != new.address:
            text = f"the address is {new.method.upper()} {new.path} instead of {old.method.upper()} {old.path}"
            self.log.changed("operation-moved", old.part, new.part, text, True)
        if new.part.flag("deprecated") and not old.part.flag("deprecated"):
            self.log.changed("operation-deprecated", old.part, new.part, "the operation is deprecated", False)
        Parameters(self.log, self.schemas).compare(old, new)
        bodies = Bodies(self.log, self.schemas)
        bodies.compare_request(old.part, new.part)
        bodies.compare_responses(old.part, new.part)
        self._security(old, new)

    def _renamed(self, old: Operation, new: Operation) -> None:
        if old.identity is None:
            text = f"the operation is called {new.identity} now"
            self.log.changed("operation-named", old.part, new.part, text, False)
        else:
            text = f"the operation is called {new.identity or 'by its path'} now"
            self.log.changed("operation-renamed", old.part, new.part.get("operationId") or new.part, text, True)

    def _security(self, old: Operation, new: Operation) -> None:
        # An empty list, as an empty alternative, is access without credentials.
        before, after = _alternatives(old), _alternatives(new)
        if not any(after) and after == [frozenset()]:
            return
        gone = [" and ".join(sorted(names)) or "no credentials" for names in before if names not in after]
        if gone:
            text = f"credentials that are not accepted any longer: {', '.join(gone)}"
            self.log.changed("security-changed", old.part, new.part, text, True)


def _all(document: Part) -> list[Operation]:
    items = document.under("paths")
    return [Operation(path, method, part, items[path].target()) for path, method, part in operations(document)]


def _alternatives(operation: Operation) -> list[frozenset[str]]:
    security = operation.part.value.get("security", operation.part.root.get("security"))
    if not isinstance(security, list):
        security = []
    return [frozenset(names) for names in security if isinstance(names, dict)] or [frozenset()]


def compare_security_schemes(old: Part, new: Part, log: Log) -> None:
    """Compare the ways of authentication.

    Args:
        old: The old document.
        new: The new document.
        log: Where the changes are reported.
    """
    before, after = old.under("components", "securitySchemes"), new.under("components", "securitySchemes")
    for name, part in before.items():
        if name not in after:
            log.removed("security-scheme-removed", part, f"the security scheme {name} was removed")
            continue
        for key in ("type", "scheme", "in", "name"):
            was, now = part.target().value.get(key), after[name].target().value.get(key)
            if was != now:
                log.changed("security-scheme-changed", part, after[name], f"{key} is {now} instead of {was}", True)
    for name in after.keys() - before.keys():
        log.added("security-scheme-added", after[name], f"the security scheme {name} is new")
