"""How a folder of definitions becomes actions: it is read and compared with the server, and nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from comodit_client.aio._transfer.actions import (
    Action,
    AddMembers,
    Backup,
    CreateEntity,
    DeleteEntity,
    UpdateEntity,
    UploadContent,
    UploadThumb,
    on_server,
)
from comodit_client.aio._transfer.export_walk import collection_of
from comodit_client.aio._transfer.group_descriptions import DescribeGroups
from comodit_client.aio._transfer.options import Options
from comodit_client.aio._transfer.parts import (
    MEMBERS,
    changed_settings,
    compared,
    has_content,
    has_thumbnail,
    merge,
    parts_of,
    unlisted,
)
from comodit_client.aio._transfer.references import References
from comodit_client.disk import tree
from comodit_client.disk.layout import APPLICATION, DISTRIBUTION, GROUP, INSTANCE, PLATFORM, Kind
from comodit_client.disk.names import file_name, found_as
from comodit_client.disk.payloads import list_member, to_payload, with_organization
from comodit_client.disk.plan import EntitySteps, Plan
from comodit_client.disk.reading import Found, FoundPart, FoundSingle, read
from comodit_client.rest._async_io import WorkerPool
from comodit_client.rest.exceptions import ImportException

if TYPE_CHECKING:
    from comodit_client.aio.collection import Collection
    from comodit_client.aio.entity import Entity

Steps: TypeAlias = Plan[Action]
#: The kinds whose entities need nothing of each other.
RECIPES = (APPLICATION, DISTRIBUTION, PLATFORM)


class ImportWalk:
    """One walk through folders. Much is looked up at the same time; the actions come in order all the same.

    Args:
        options: What the import may do.
        queued: Actions of earlier imports that are done before those of this one.

    Attributes:
        left_out: What is in the folders and is not imported, each with the reason.
    """

    def __init__(self, options: Options, queued: Sequence[Action] = ()) -> None:
        self.left_out: list[str] = []
        self._options = options
        self._steps: Steps = Plan()
        self._deletions: Steps = Plan()
        self._crew = WorkerPool(options.parallel)
        self._references = References(queued)
        self._queued = {action.res_object.url for action in queued if isinstance(action, CreateEntity)}
        self._missing: list[str] = []
        #: Groups that have a description: those of owners that are made, and those of others.
        self._groups: dict[bool, list[Entity]] = {True: [], False: []}
        # A sync knows by itself what was deleted.
        self._deletes = options.delete_missing and options.wanted is None

    def add(self, kind: Kind, collection: Collection[Any], place: Path, new: bool = False) -> None:
        """Plan an entity, with what hangs on it. The folder is read; no request is sent yet.

        Args:
            kind: Its kind.
            collection: Where it belongs.
            place: Its folder, or its file where the kind is flat.
            new: Whether it is known that the server does not have it.

        Raises:
            ImportException: Something has no name, is there twice, or is missing.
            UnusableFile: A file cannot be read, or is a symbolic link.
        """
        found = read(kind, place, self._options.with_instances)
        self._add(found, collection, new, EntitySteps(self._steps.add_group(), self._deletions))

    def add_missing(self, kind: Kind, collection: Collection[Any], folder: Path, names: Iterable[str]) -> None:
        """Plan those of some entities that the server does not have.

        Args:
            kind: Their kind.
            collection: Where they belong.
            folder: The folder with a folder for each.
            names: Their names.
        """
        siblings = self._steps.add_group()
        for name in dict.fromkeys(names):
            slot = EntitySteps(siblings, self._deletions)
            self._crew.add("", partial(self._add_if_missing, kind, collection, folder, name, slot))

    async def finish(self) -> Steps:
        """Compare with the server, and check that what is referred to is there.

        Returns:
            The actions; what is deleted stands last, the innermost first.

        Raises:
            ImportException: Something is missing; all that is missing is told, and all conflicts.
        """
        await self._crew.run()
        self.left_out.sort()
        made, present = (sorted(self._groups[new], key=lambda group: group.url) for new in (True, False))
        if made or present:
            self._steps.then(DescribeGroups(made, present))
        for deletion in reversed(list(self._deletions)):
            self._steps.then(deletion)
        missing = sorted(self._missing) + await self._references.missing(self._steps, self._options.parallel)
        if missing:
            skip = self._options.skip_conflict
            conflicts = [action.get_summary() for action in self._steps if action.conflict() and not skip]
            raise ImportException("nothing was imported: " + "; ".join(missing), problems=missing + conflicts)
        return self._steps

    async def _add_if_missing(
        self, kind: Kind, collection: Collection[Any], folder: Path, name: str, slot: EntitySteps[Action]
    ) -> None:
        if collection.wrap({"name": name}).url in self._queued or await collection.exists(name):
            return
        found = found_as(name, tree.entries(folder))
        if found is None:
            self._missing.append(f"{collection.url}{name} is not there, and {str(folder)!r} holds no such {kind.name}")
        else:
            self._add(read(kind, folder / found, self._options.with_instances), collection, True, slot)

    def _add(self, found: Found, collection: Collection[Any], new: bool, slot: EntitySteps[Action]) -> None:
        kind, where = found.kind.name, collection.where
        found = replace(found, document=with_organization(kind, found.document, where[0] if where else ""))
        entity: Entity = collection.wrap(to_payload(kind, found.document))
        job = self._group if found.kind == GROUP else self._entity
        self._crew.add("", partial(job, found, entity, new, slot))

    async def _entity(self, found: Found, entity: Entity, new: bool, slot: EntitySteps[Action]) -> None:
        kind, sent = found.kind, self._options.sends(found.file)
        remote = None if new else await on_server(entity)
        if remote is None:
            if not sent:
                return  # it was deleted on the server
            slot.head.then(CreateEntity(False, entity, kind.name))
            self._upload(found, entity, slot.tail, all_files=True)
        elif not sent:
            self._upload(found, entity, slot.tail)
        elif self._options.update_existing:
            self._update(found, entity, remote, slot)
        else:
            self._conflict(found, entity, slot.tail)
        self._parts(found, entity, remote is None, slot)
        for single in found.singles:
            steps, deletions = slot.tail.add_group(), slot.deletions.add_group()
            job = self._attach if single.single == INSTANCE else self._single
            if remote is None or self._options.sends(single.file):
                self._crew.add("", partial(job, single, entity, remote is None, steps, deletions))

    def _update(self, found: Found, entity: Entity, remote: Entity, slot: EntitySteps[Action]) -> None:
        kind, steps, document = found.kind, slot.tail, found.document
        export = self._options.exports.get(kind.name)
        if self._options.backup is not None and export is not None:
            folder = self._options.backup / kind.folder / file_name(remote.identifier)
            steps.then(Backup(remote, kind.name, export, folder))
        skip_unchanged = self._options.wanted is not None
        for part in MEMBERS if kind.contents else ():  # new files come first, for handlers refer to them
            for item in list_member(document, MEMBERS[part]):
                self._crew.add("", partial(self._part_of, entity, part, item, skip_unchanged, steps.add_group()))
        self._references.given(kind.name, remote)
        if merge(kind.name, entity, remote, document, whole=skip_unchanged) or not skip_unchanged:
            steps.then(UpdateEntity(entity, kind.name))
        for action in changed_settings(entity, remote, document):
            steps.then(action)
        self._upload(found, entity, steps)
        for member in parts_of(entity) if self._options.delete_missing else ():
            part = member.removesuffix("s")
            self._crew.add("", partial(self._unlisted, entity, part, found, slot.deletions.add_group()))

    async def _part_of(
        self, owner: Entity, part: str, item: dict[str, Any], skip_unchanged: bool, steps: Steps
    ) -> None:
        action = await compared(owner, part, item, True, skip_unchanged)
        if action is not None:
            steps.then(action)

    async def _unlisted(self, owner: Entity, part: str, found: Found | FoundSingle, deletions: Steps) -> None:
        for action in await unlisted(owner, part, found.document, whole=self._options.wanted is not None):
            deletions.then(action)

    def _conflict(self, found: Found, entity: Entity, steps: Steps) -> None:
        kind = found.kind
        parts = steps.add_group()
        steps.then(CreateEntity(True, entity, kind.name))
        uploads = steps.add_group()
        for part in MEMBERS if kind.contents else ():
            for item in list_member(found.document, MEMBERS[part]):
                content = found.contents.get(item.get("name", "")) if part == "file" else None
                places = parts.add_group(), uploads.add_group(parallel=True)
                self._crew.add("", partial(self._lacking, entity, kind, part, item, content, *places))
        if found.thumbnail is not None:
            place = uploads.add_group(parallel=True)
            self._crew.add("", partial(self._lacking_thumbnail, entity, kind, found.thumbnail, place))

    async def _lacking(
        self,
        owner: Entity,
        kind: Kind,
        part: str,
        item: dict[str, Any],
        content: Path | None,
        steps: Steps,
        uploads: Steps,
    ) -> None:
        action = await compared(owner, part, item, update=False)
        conflict = action is not None and action.conflict()
        if action is not None:
            steps.then(action)
        if content is not None:
            # An import that was interrupted may have made the entity and not come to its contents.
            conflict = conflict and not (self._options.skip_conflict and not await has_content(owner, item["name"]))
            uploads.then(UploadContent(conflict, content, owner, item["name"], kind.name))

    async def _lacking_thumbnail(self, owner: Entity, kind: Kind, thumbnail: Path, uploads: Steps) -> None:
        conflict = not (self._options.skip_conflict and not await has_thumbnail(owner))
        uploads.then(UploadThumb(conflict, thumbnail, owner, kind.name))

    def _upload(self, found: Found, entity: Entity, steps: Steps, all_files: bool = False) -> None:
        uploads = steps.add_group()
        for name, file in found.contents.items():
            if all_files or self._options.sends(file):
                uploads.add_parallel(UploadContent(False, file, entity, name, found.kind.name))
        thumbnail = found.thumbnail
        if thumbnail is not None and (all_files or self._options.sends(thumbnail)):
            uploads.add_parallel(UploadThumb(False, thumbnail, entity, found.kind.name))

    def _parts(self, found: Found, entity: Entity, new: bool, slot: EntitySteps[Action]) -> None:
        recipes = slot.tail.add_group()
        for part in found.parts:
            if part.kind == GROUP and self._options.wanted is not None:
                continue
            collection = collection_of(entity, part.kind)
            siblings = recipes.add_group(parallel=True) if part.kind in RECIPES else slot.tail.add_group()
            for member in part.members.values():
                self._add(member, collection, new, EntitySteps(siblings, slot.deletions))
            if self._deletes and not new and part.kind != GROUP and part.told:
                self._crew.add("", partial(self._left_over, collection, part, slot.deletions.add_group()))

    async def _left_over(self, collection: Collection[Any], part: FoundPart, deletions: Steps) -> None:
        for left in await collection.list():
            if part.kind.place(left.get_json()) not in part.members:
                deletions.then(DeleteEntity(left, part.kind.name))

    async def _single(self, found: FoundSingle, host: Any, new: bool, steps: Steps, deletions: Steps) -> None:
        single = found.single
        entity: Entity = getattr(host, single.collection)().wrap(to_payload(single.name, found.document))
        remote = None if new else await on_server(entity)
        if remote is not None and not self._options.update_existing:
            steps.then(CreateEntity(True, entity, single.name))
        elif remote is None or remote.get_json().get(single.member) != entity.get_json().get(single.member):
            steps.then(CreateEntity(False, entity, single.name))  # what is created replaces what is there (S120)
        else:
            for action in changed_settings(entity, remote, found.document):
                steps.then(action)
            if self._options.delete_missing:
                await self._unlisted(entity, "setting", found, deletions)

    async def _attach(self, found: FoundSingle, host: Any, new: bool, steps: Steps, deletions: Steps) -> None:
        instance: Entity = host.instance().wrap(to_payload(INSTANCE.name, found.document))
        if await on_server(instance) is not None:
            return
        if list_member(found.document, "properties"):
            steps.then(CreateEntity(False, instance, INSTANCE.name))
        else:
            self.left_out.append(f"{instance.url}: it has no properties, so a machine would have to be provisioned")

    async def _group(self, found: Found, group: Entity, new: bool, slot: EntitySteps[Action]) -> None:
        keys = [str(key.get("name")) for key in list_member(group.get_json(), "applicationKeys")]
        if keys:
            self.left_out.append(f"{group.url}: application keys are made anew, not imported: {', '.join(keys)}")
        users = {user.get("username") for user in list_member(group.get_json(), "users")}
        remote = None if new else await on_server(group)
        if remote is not None:
            users -= {user.get("username") for user in list_member(remote.get_json(), "users")}
        description = group.get_json().get("description")
        if description is not None and (
            new if remote is None else self._options.update_existing and description != remote.description
        ):
            self._groups[new].append(group)
        if users:
            slot.tail.then(AddMembers(not new and not self._options.update_existing, group, GROUP.name))
