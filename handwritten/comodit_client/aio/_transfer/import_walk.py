"""Planning of an import: read a folder of definitions, compare it with the server, and return the actions."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import evolve

from comodit_client.aio._transfer.actions import (
    Action,
    Backup,
    CreateEntity,
    DeleteEntity,
    UpdateEntity,
    fetch_current,
)
from comodit_client.aio._transfer.export_walk import collection_of
from comodit_client.aio._transfer.group_descriptions import GroupPlanner
from comodit_client.aio._transfer.options import Options
from comodit_client.aio._transfer.parts import (
    MEMBERS,
    changed_settings,
    compare_part,
    find_addressable,
    find_unlisted,
    has_content,
    has_thumbnail,
    merge,
    parts_of,
)
from comodit_client.aio._transfer.references import References
from comodit_client.aio._transfer.uploads import UploadContent, UploadThumb
from comodit_client.disk.layout import APPLICATION, DISTRIBUTION, GROUP, INSTANCE, PLATFORM, Kind
from comodit_client.disk.names import file_name, find_entry
from comodit_client.disk.payloads import list_member, to_payload, with_organization
from comodit_client.disk.place import Place
from comodit_client.disk.plan import EntitySteps, Plan
from comodit_client.disk.reading import Found, FoundPart, FoundSingle, read
from comodit_client.rest._async_io import WorkerPool
from comodit_client.rest.exceptions import ImportException
from comodit_client.wire.request import segment

if TYPE_CHECKING:
    from comodit_client.aio._shared.singleton import SingletonEntity
    from comodit_client.aio.capabilities import EditableCollection
    from comodit_client.aio.editable import EditableEntity
    from comodit_client.aio.entity import Entity
    from comodit_client.aio.group import Group

ActionPlan: TypeAlias = Plan[Action]
#: The kinds whose entities do not refer to each other.
RECIPES = (APPLICATION, DISTRIBUTION, PLATFORM)


class ImportWalk:
    """One walk through folders. Requests run in parallel, but the order of the actions does not depend on that.

    Args:
        options: The options of the import.
        queued: Actions of earlier imports that are executed before those of this one.

    Attributes:
        left_out: The entities in the folders that are not imported, each with the reason.
    """

    def __init__(self, options: Options, queued: Sequence[Action] = ()) -> None:
        self.left_out: list[str] = []
        self._options = options
        self._plan: ActionPlan = Plan()
        self._deletions: ActionPlan = Plan()
        self._pool = WorkerPool(options.parallel)
        self._references = References(queued)
        self._queued = {action.res_object.url for action in queued if isinstance(action, CreateEntity)}
        self._missing: list[str] = []
        self._groups = GroupPlanner(options.update_existing, self.left_out)
        # A sync plans its deletions itself.
        self._deletes = options.delete_missing and options.wanted is None

    def add(self, kind: Kind, collection: EditableCollection[Any], place: Place, new: bool = False) -> None:
        """Plan an entity with its parts. The folder is read, but no request is sent yet.

        Args:
            kind: Its kind.
            collection: The collection that it belongs to.
            place: Its folder, or its file if the kind is flat.
            new: Whether to assume that the server does not have it.

        Raises:
            ImportException: An entity has no name, occurs twice, or is missing.
            InvalidName: The name of the entity cannot be part of a URL.
            UnusableFile: A file cannot be read, or is a symbolic link.
        """
        found = read(kind, place, self._options.with_instances)
        name = collection.wrap(to_payload(kind.name, found.document)).identifier
        if name:  # else the server assigns it
            segment(kind.name, name)
        self._add(found, collection, new, EntitySteps(self._plan.add_group(), self._deletions))

    def add_missing(self, kind: Kind, collection: EditableCollection[Any], folder: Place, names: Iterable[str]) -> None:
        """Plan the entities that the server does not have.

        Args:
            kind: Their kind.
            collection: The collection that they belong to.
            folder: The folder with a sub-folder for each.
            names: Their names.
        """
        siblings = self._plan.add_group()
        entries = cache(lambda: frozenset(folder.names()))  # nothing is missing, as a rule: then nobody lists it
        for name in dict.fromkeys(names):
            steps = EntitySteps(siblings, self._deletions)
            self._pool.add("", partial(self._add_if_missing, kind, collection, folder, entries, name, steps))

    async def finish(self) -> ActionPlan:
        """Compare with the server, and check all references.

        Returns:
            The actions. Deletions come last, the innermost first.

        Raises:
            ImportException: The targets of references are missing. `problems` lists them and all conflicts.
        """
        await self._pool.run()
        self.left_out.sort()
        descriptions = self._groups.descriptions()
        if descriptions is not None:
            self._plan.add(descriptions)
        for deletion in reversed(list(self._deletions)):
            self._plan.add(deletion)
        missing = sorted(self._missing) + await self._references.find_missing(self._plan, self._options.parallel)
        if missing:
            skip = self._options.skip_conflict
            conflicts = [action.get_summary() for action in self._plan if action.conflict() and not skip]
            raise ImportException(
                f"Nothing was imported: {'; '.join(missing)}. Create what is missing, then import again",
                problems=missing + conflicts,
            )
        return self._plan

    async def _add_if_missing(
        self,
        kind: Kind,
        collection: EditableCollection[Any],
        folder: Place,
        entries: Callable[[], Collection[str]],
        name: str,
        steps: EntitySteps[Action],
    ) -> None:
        if collection.wrap({"name": name}).url in self._queued or await collection.exists(name):
            return
        found = find_entry(name, entries())
        if found is None:
            self._missing.append(f"{collection.url}{name} does not exist, and {str(folder)!r} has no folder for it")
        else:
            self._add(read(kind, folder / found, self._options.with_instances), collection, True, steps)

    def _add(self, found: Found, collection: EditableCollection[Any], new: bool, steps: EntitySteps[Action]) -> None:
        kind, where = found.kind.name, collection.where
        found = evolve(found, document=with_organization(kind, found.document, where[0] if where else ""))
        entity: Any = collection.wrap(to_payload(kind, found.document))
        job: Callable[..., Awaitable[None]] = self._group if found.kind == GROUP else self._entity
        if self._options.has_url(kind, entity.identifier, self.left_out):
            self._pool.add("", partial(job, found, entity, new, steps))

    async def _entity(self, found: Found, entity: EditableEntity, new: bool, steps: EntitySteps[Action]) -> None:
        kind, sent = found.kind, self._options.sends(found.file)
        remote = None if new else await fetch_current(entity)
        if remote is None:
            if not sent:
                return  # the server deleted it
            steps.head.add(CreateEntity(False, entity, kind.name))
            self._upload(found, entity, steps.tail, all_files=True)
        elif not sent:
            self._upload(found, entity, steps.tail)
        elif self._options.update_existing:
            self._update(found, entity, remote, steps)
        else:
            self._conflict(found, entity, steps.tail)
        self._parts(found, entity, remote is None, steps)
        for single in found.singles:
            plan, deletions = steps.tail.add_group(), steps.deletions.add_group()
            job = self._attach if single.single == INSTANCE else self._single
            if remote is None or self._options.sends(single.file):
                self._pool.add("", partial(job, single, entity, remote is None, plan, deletions))

    def _update(self, found: Found, entity: EditableEntity, remote: EditableEntity, steps: EntitySteps[Action]) -> None:
        kind, plan, document = found.kind, steps.tail, found.document
        export = self._options.exports.get(kind.name)
        if self._options.backup is not None and export is not None:
            folder = self._options.backup / kind.folder / file_name(remote.identifier)
            plan.add(Backup(remote, kind.name, export, folder))
        skip_unchanged = self._options.wanted is not None
        for part in MEMBERS if kind.contents else ():  # new files come first, because handlers refer to them
            for item in find_addressable(entity, part, document, self._options, self.left_out):
                self._pool.add("", partial(self._update_part, entity, part, item, skip_unchanged, plan.add_group()))
        self._references.add_known(kind.name, remote)
        if merge(kind.name, entity, remote, document, whole=skip_unchanged) or not skip_unchanged:
            plan.add(UpdateEntity(entity, kind.name))
        for action in changed_settings(entity, remote, document):
            plan.add(action)
        self._upload(found, entity, plan)
        for member in parts_of(entity) if self._options.delete_missing else ():
            part = member.removesuffix("s")
            self._pool.add("", partial(self._delete_unlisted, entity, part, found, steps.deletions.add_group()))

    async def _update_part(
        self, owner: Entity, part: str, item: dict[str, Any], skip_unchanged: bool, plan: ActionPlan
    ) -> None:
        action = await compare_part(owner, part, item, True, skip_unchanged)
        if action is not None:
            plan.add(action)

    async def _delete_unlisted(
        self, owner: Entity, part: str, found: Found | FoundSingle, deletions: ActionPlan
    ) -> None:
        for action in await find_unlisted(owner, part, found.document, whole=self._options.wanted is not None):
            deletions.add(action)

    def _conflict(self, found: Found, entity: EditableEntity, plan: ActionPlan) -> None:
        kind = found.kind
        parts = plan.add_group()
        plan.add(CreateEntity(True, entity, kind.name))
        uploads = plan.add_group()
        for part in MEMBERS if kind.contents else ():
            for item in find_addressable(entity, part, found.document, self._options, self.left_out):
                content = found.contents.get(item.get("name", "")) if part == "file" else None
                places = parts.add_group(), uploads.add_group(parallel=True)
                self._pool.add("", partial(self._conflicting_part, entity, kind, part, item, content, *places))
        if found.thumbnail is not None:
            place = uploads.add_group(parallel=True)
            self._pool.add("", partial(self._conflicting_thumbnail, entity, kind, found.thumbnail, place))

    async def _conflicting_part(
        self,
        owner: Entity,
        kind: Kind,
        part: str,
        item: dict[str, Any],
        content: Place | None,
        plan: ActionPlan,
        uploads: ActionPlan,
    ) -> None:
        action = await compare_part(owner, part, item, update=False)
        conflict = action is not None and action.conflict()
        if action is not None:
            plan.add(action)
        if content is not None:
            # An interrupted import may have created the entity without its contents.
            conflict = conflict and not (self._options.skip_conflict and not await has_content(owner, item["name"]))
            uploads.add(UploadContent(conflict, content, owner, item["name"], kind.name))

    async def _conflicting_thumbnail(self, owner: Entity, kind: Kind, thumbnail: Place, uploads: ActionPlan) -> None:
        conflict = not (self._options.skip_conflict and not await has_thumbnail(owner))
        uploads.add(UploadThumb(conflict, thumbnail, owner, kind.name))

    def _upload(self, found: Found, entity: EditableEntity, plan: ActionPlan, all_files: bool = False) -> None:
        uploads = plan.add_group()
        for name, file in found.contents.items():
            wanted = all_files or self._options.sends(file)
            if wanted and self._options.has_url("file", name, self.left_out):
                uploads.add_parallel(UploadContent(False, file, entity, name, found.kind.name))
        thumbnail = found.thumbnail
        if thumbnail is not None and (all_files or self._options.sends(thumbnail)):
            uploads.add_parallel(UploadThumb(False, thumbnail, entity, found.kind.name))

    def _parts(self, found: Found, entity: EditableEntity, new: bool, steps: EntitySteps[Action]) -> None:
        recipes = steps.tail.add_group()
        for part in found.parts:
            if part.kind == GROUP and self._options.wanted is not None:
                continue
            collection = collection_of(entity, part.kind)
            siblings = recipes.add_group(parallel=True) if part.kind in RECIPES else steps.tail.add_group()
            for member in part.members.values():
                self._add(member, collection, new, EntitySteps(siblings, steps.deletions))
            if self._deletes and not new and part.kind != GROUP and part.has_folder:
                self._pool.add("", partial(self._delete_left_over, collection, part, steps.deletions.add_group()))

    async def _delete_left_over(
        self, collection: EditableCollection[Any], part: FoundPart, deletions: ActionPlan
    ) -> None:
        for left in await collection.list_complete():
            if part.kind.place(left.get_json()) not in part.members:
                deletions.add(DeleteEntity(left, part.kind.name))

    async def _single(self, found: FoundSingle, host: Any, new: bool, plan: ActionPlan, deletions: ActionPlan) -> None:
        single = found.single
        entity: SingletonEntity = getattr(host, single.collection)().wrap(to_payload(single.name, found.document))
        remote = None if new else await fetch_current(entity)
        if remote is not None and not self._options.update_existing:
            plan.add(CreateEntity(True, entity, single.name))
        elif remote is None or self._is_replaced(found, entity, remote):
            plan.add(CreateEntity(False, entity, single.name))  # creating one replaces the existing one (S120)
        else:
            for action in changed_settings(entity, remote, found.document):
                plan.add(action)
            if self._options.delete_missing:
                await self._delete_unlisted(entity, "setting", found, deletions)

    def _is_replaced(self, found: FoundSingle, entity: SingletonEntity, remote: SingletonEntity) -> bool:
        """Return whether a context has other members than the server; no request updates them."""
        kind, member = found.single.name, found.single.member
        if remote.get_json().get(member) != entity.get_json().get(member):
            return True
        if self._options.wanted is None or not merge(kind, entity, remote, found.document, whole=True):
            return False
        entity.set_json(to_payload(kind, entity.get_json()))
        return True

    async def _attach(self, found: FoundSingle, host: Any, new: bool, plan: ActionPlan, deletions: ActionPlan) -> None:
        instance: SingletonEntity = host.instance().wrap(to_payload(INSTANCE.name, found.document))
        if await fetch_current(instance) is not None:
            return
        if list_member(found.document, "properties"):
            plan.add(CreateEntity(False, instance, INSTANCE.name))
        else:
            self.left_out.append(f"{instance.url}: it has no properties, so no machine can be attached")

    async def _group(self, found: Found, group: Group, new: bool, steps: EntitySteps[Action]) -> None:
        await self._groups.plan(group, new, steps.tail)
