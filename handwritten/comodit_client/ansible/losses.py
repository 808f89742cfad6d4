"""What a conversion did not carry over, and the page that lists it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from comodit_client.ansible.sources import Loss, Source

if TYPE_CHECKING:
    from comodit_client.ansible.archive import Entity
    from comodit_client.ansible.judge import Verdict
    from comodit_client.ansible.project import Project

#: The reason for a member that nobody read.
UNREAD = "the conversion does not know the member"
#: The reason for an entity that nobody read.
UNREAD_ENTITY = "Ansible has no equivalent for the entity"
#: Why members that the server sets are not carried over. Only members that nobody read get these reasons.
SERVER_SET: Mapping[str, str] = {
    "uuid": "it identifies the entity on the ComodIT server",
    "version": "the ComodIT server counts the versions of the entity",
    "versionStamp": "the ComodIT server compares it with the version that is installed",
    "organization": "all files of the conversion belong to this organization",
    "environment": "the group of the environment contains the host",
    "host": "the folder of variables names the host",
    "canonicalName": "it names the entity on the ComodIT server",
    "state": "it is the state on the day of the export",
    "synapseState": "it is the state on the day of the export",
    "canPull": "it is a mark of ComodIT's store",
    "canPush": "it is a mark of ComodIT's store",
    "locked": "it is a mark of ComodIT's store",
    "publishedAs": "it is a mark of ComodIT's store",
    "purchasedAs": "it is a mark of ComodIT's store",
    "position": "the order in the playbooks carries it",
}
#: The parts of a host that have the name of another kind.
_CONTEXTS = frozenset({"distribution", "platform"})
#: The rows of the summary, so that it stays one page.
_MOST_REASONS = 30
_SERVER_REASONS = frozenset(SERVER_SET.values())
_BY_SERVER = "set by the ComodIT server"


def collect(project: Project) -> tuple[Loss, ...]:
    """Collect what was not carried over.

    Args:
        project: The conversion, after all its parts ran.

    Returns:
        The losses, in the order of the archive. An entity that no part of the conversion read is one loss.
    """
    copied = {id(content) for content in project.output.files.values() if not isinstance(content, str)}
    return tuple(loss for entity in project.archive for loss in _of_entity(entity, copied))


def render_losses(losses: Sequence[Loss], verdict: Verdict | None = None) -> str:
    """Write the page that lists losses.

    Args:
        losses: The losses.
        verdict: The result of the verification. Default: none was made.

    Returns:
        The page, in Markdown: a summary, the verification, then the losses by entity.
    """
    parts = [f"# What was not carried over\n\n{_introduction(losses)}"]
    if losses:
        parts.append(_summary(losses))
    if verdict is not None:
        parts.append(f"## Verification\n\n```text\n{str(verdict).rstrip()}\n```")
    by_entity: dict[str, list[Loss]] = defaultdict(list)
    for loss in losses:
        by_entity[loss.entity].append(loss)
    whole = {entity: found[0].reason for entity, found in by_entity.items() if [one.member for one in found] == [""]}
    others = {entity: found for entity, found in by_entity.items() if entity not in whole}
    parts += [f"## {_code(entity)}\n\n" + "\n".join(_lines(found)) for entity, found in others.items()]
    if whole:
        parts.append("## Entities as a whole\n\n" + "\n".join(_whole(whole)))
    return "\n\n".join(parts) + "\n"


def _of_entity(entity: Entity, copied: set[int]) -> Iterator[Loss]:
    for source in (entity.source, *entity.singles.values()):
        yield from _of_source(source)
    where = entity.source.entity
    if entity.thumbnail is not None and id(entity.thumbnail) not in copied:
        yield Loss(where, "thumb", "a role has no picture")
    if entity.source.is_untouched:
        return
    read = {str(file.peek("name")) for file in entity.source.opened("files") if not file.is_untouched}
    for name, content in entity.contents.items():
        if name not in read and id(content) not in copied:
            yield Loss(where, f"files/{name}", "no task writes the file")


def _of_source(source: Source) -> Iterator[Loss]:
    if source.is_untouched:
        yield Loss(source.entity, "", UNREAD_ENTITY)
        return
    for loss in source.losses(UNREAD):
        reason = SERVER_SET.get(loss.member.rpartition(".")[2]) if loss.reason == UNREAD else None
        yield evolve(loss, reason=reason) if reason else loss


def _introduction(losses: Sequence[Loss]) -> str:
    if not losses:
        return "The conversion carried over everything."
    entities = len({loss.entity for loss in losses})
    server = sum(map(_is_by_server, losses))
    return (
        f"{_count(len(losses), 'member')} of {_count(entities, 'entity', 'entities')} "
        f"{'is' if len(losses) == 1 else 'are'} not in the playbooks. The ComodIT server set {server} of them; "
        f"read the other {len(losses) - server}."
    )


def _summary(losses: Iterable[Loss]) -> str:
    members: Counter[str] = Counter()
    entities: dict[str, set[str]] = defaultdict(set)
    for loss in losses:
        reason = _BY_SERVER if _is_by_server(loss) else loss.reason
        members[reason] += 1
        entities[reason].add(loss.entity)
    rows = [f"| {_cell(one)} | {count} | {_places(entities[one])} |" for one, count in members.most_common()]
    if len(rows) > _MOST_REASONS:
        others = members.most_common()[_MOST_REASONS:]
        places = set().union(*(entities[one] for one, _ in others))
        total = sum(count for _, count in others)
        rows[_MOST_REASONS:] = [f"| {len(others)} other reasons | {total} | {_places(places)} |"]
    return "\n".join(["| Reason | Members | Entities |", "|---|---:|---|", *rows])


def _lines(losses: Iterable[Loss]) -> Iterator[str]:
    """Yield one line for each reason, and one for all members that the server set."""
    server: Counter[str] = Counter()
    others: dict[str, list[str]] = defaultdict(list)
    for loss in losses:
        if _is_by_server(loss):
            server[re.sub(r"(?<=\.)\d+(?=\.)", "*", loss.member)] += 1
        else:
            others[loss.reason].append(loss.member)
    for reason, members in others.items():
        named = ", ".join(_code(member) for member in members if member)
        yield f"- {named}: {_plain(reason)}" if named else f"- Everything: {_plain(reason)}"
    if server:
        found = ", ".join(_code(member) + (f" ({count})" if count > 1 else "") for member, count in server.items())
        yield f"- Set by the ComodIT server: {found}"


def _whole(reasons: Mapping[str, str]) -> Iterator[str]:
    """Yield one line for each reason for which whole entities were not carried over."""
    entities: dict[str, list[str]] = defaultdict(list)
    for entity, reason in reasons.items():
        entities[reason].append(entity)
    for reason, found in entities.items():
        yield f"- {', '.join(map(_code, found))}: {_plain(reason)}"


def _places(entities: set[str]) -> str:
    """Return an entity, or the number of entities of each kind."""
    if len(entities) == 1:
        return _code(next(iter(entities))).replace("|", r"\|")
    kinds = Counter(_kind(entity) for entity in entities)
    return _cell(", ".join(_count(count, kind, kinds_of) for (kind, kinds_of), count in sorted(kinds.items())))


def _kind(entity: str) -> tuple[str, str]:
    """Return the kind of an entity, and its plural: `host` and `hosts` for `environments/Prod/hosts/web-1`."""
    steps = entity.split("/")
    if len(steps) % 2 == 0:
        return steps[-2].removesuffix("s"), steps[-2]
    kind = f"{steps[-1]} context" if steps[-1] in _CONTEXTS else steps[-1]
    return kind, f"{kind}s"


def _is_by_server(loss: Loss) -> bool:
    return loss.reason in _SERVER_REASONS


def _count(number: int, one: str, several: str = "") -> str:
    return f"{number} {one if number == 1 else several or one + 's'}"


def _code(text: str) -> str:
    """Return a text as code. A name may contain any characters."""
    line = " ".join(text.split())
    longest = max(map(len, re.findall("`+", line)), default=0)
    mark, space = "`" * (longest + 1), " " if longest else ""
    return f"{mark}{space}{line}{space}{mark}"


def _plain(text: str) -> str:
    """Return a reason as text without markup."""
    return re.sub(r"([\\`*\[\]<>])", r"\\\1", " ".join(text.split()))


def _cell(text: str) -> str:
    return _plain(text).replace("|", r"\|")
