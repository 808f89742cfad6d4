"""Where the entities of free YAML documents belong: their kinds, their owners, and their names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from comodit_client.disk.desired_nodes import unusable
from comodit_client.disk.desired_values import Document
from comodit_client.disk.layout import ORGANIZATION, Kind, Single
from comodit_client.rest.exceptions import UnusableFile

#: The names that identify an entity among those of its kind and owner.
Names: TypeAlias = tuple[str, ...]
#: The kinds and the names that lead from the organization to an entity.
Key: TypeAlias = tuple[tuple[str, Names], ...]
#: The kinds of an entity's owners, from the organization down.
Owners: TypeAlias = tuple[Kind, ...]
#: The members that name an owner, where they differ from the name of its kind.
MEMBERS = {"hostgroup": "hostGroup"}


def _owners(kind: Kind, above: Owners) -> Iterator[tuple[Kind | Single, Owners]]:
    for part in kind.parts:
        yield part, above
        yield from _owners(part, (*above, part))
    for single in kind.singles:
        yield single, above


def _by_kind() -> dict[str, tuple[Kind | Single, list[Owners]]]:
    found: dict[str, tuple[Kind | Single, list[Owners]]] = {ORGANIZATION.name: (ORGANIZATION, [()])}
    for kind, above in _owners(ORGANIZATION, ()):
        found.setdefault(kind.name, (kind, []))[1].append(above)
    return found


#: The kinds of documents, by name, each with its possible owners.
KINDS = _by_kind()


def kind_of(document: Document) -> Kind | Single:
    """Return the kind of a document.

    Args:
        document: The document.

    Returns:
        The kind that its member `kind` names.

    Raises:
        UnusableFile: The kind is unknown.
    """
    name = document.members.get("kind")
    if not isinstance(name, str) or name not in KINDS:
        raise mistake(document, f"the kind {name!r} is unknown. Use one of: {', '.join(sorted(KINDS))}")
    return KINDS[name][0]


def key_of(document: Document) -> Key:
    """Return the place of the entity of a document, and remove the members that only name the place.

    Args:
        document: The document.

    Returns:
        The kinds and names that lead to the entity; nothing for the organization.

    Raises:
        UnusableFile: The kind is unknown, or members that name the place are missing.
    """
    kind = kind_of(document)
    names = _names(document, kind)
    if kind is ORGANIZATION:
        return ()
    above = _chosen(document, kind)
    key = tuple((owner.name, (_text(document, _member(owner)),)) for owner in above)
    for owner in above:
        del document.members[_member(owner)]
    return (*key, (kind.name, names))


def described(key: Key) -> str:
    """Return the place of an entity as text, for messages.

    Args:
        key: The place.

    Returns:
        The text, such as `host 'web-1'`.
    """
    if not key:
        return ORGANIZATION.name
    kind, names = key[-1]
    return f"{kind} {'/'.join(names)!r}" if names else kind


def mistake(document: Document, reason: str) -> UnusableFile:
    """Return the error for a mistake in a document.

    Args:
        document: The document.
        reason: What is wrong, and what to do next.

    Returns:
        The error.
    """
    return unusable(document.file, document.line, reason)


def _names(document: Document, kind: Kind | Single) -> Names:
    if isinstance(kind, Single):
        return ()
    members = {
        "application context": ["application"],
        "resource property": [
            "application",
            "rpmModule" if document.members.get("rpmModule") else "packageName",
            "key",
        ],
    }.get(kind.name, ["name"])
    missing = [member for member in members if not document.members.get(member)]
    if missing:
        raise mistake(document, f"the {kind.name} has no {' and no '.join(missing)}. Add it")
    for member in members:
        _text(document, member)
    return kind.place(document.members)


def _chosen(document: Document, kind: Kind | Single) -> Owners:
    """Return the owners that a document names."""
    choices = KINDS[kind.name][1]
    known = {_member(owner) for above in choices for owner in above}
    given = {member for member in known if document.members.get(member) is not None}
    for above in sorted(choices, key=len):
        needed = {_member(owner) for owner in above}
        if given == needed:
            return above
        if given < needed:
            missing = " and no ".join(_member(owner) for owner in above if _member(owner) not in given)
            raise mistake(document, f"the {kind.name} has no {missing}, which says where it belongs. Add it")
    raise mistake(document, f"the {kind.name} cannot have {' and '.join(sorted(given))} at once. Remove one of them")


def _text(document: Document, member: str) -> str:
    value = document.members.get(member)
    if not isinstance(value, str) or not value:
        raise mistake(document, f"{member} is not a text. Put quotes around it")
    return value


def _member(owner: Kind) -> str:
    return MEMBERS.get(owner.name, owner.name)
