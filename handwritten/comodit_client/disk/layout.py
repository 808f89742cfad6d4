"""The layout of a folder of definitions, as tables that export, import and sync share.

An entity has a folder with its `definition.json`. Its parts lie in sub-folders, one for each kind. The tables have the
order of an export: kinds that others refer to come first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

#: The JSON object of an entity.
DEFINITION = "definition.json"
#: The folder with the contents of an entity's files.
CONTENTS = "files"
#: The picture of an entity.
THUMBNAIL = "thumb"


def _by_name(document: Mapping[str, Any]) -> tuple[str, ...]:
    return (document.get("name", ""),)


def _by_application(document: Mapping[str, Any]) -> tuple[str, ...]:
    return (document.get("application", ""),)


def _by_resource(document: Mapping[str, Any]) -> tuple[str, ...]:
    folder, member = ("packages", "packageName") if document.get("packageName") else ("rpmmodules", "rpmModule")
    return (document.get("application", ""), folder, document.get(member, ""), document.get("key", ""))


@frozen
class Kind:
    """A kind of entity that has a folder of its own, or a file.

    Args:
        name: The name of the kind in messages.
        folder: The sub-folder of the owner's folder; empty for an organization.
        collection: The attribute of the owner that returns or is the collection.
        contents: Whether it has files, whose contents lie in `files/`.
        thumbnail: Whether it has a picture.
        parts: The kinds of its parts, in the order in which they are written.
        singles: Its parts that have a file of their own instead of a folder.
        flat: Whether each entity is a file, its name with `.json`, instead of a folder.
        always: Whether the folder is written even if it is empty.
        added: Whether the original client did not export it. Its readers skip the folder.
        listed: Whether a list holds whole entities; otherwise each is fetched.
        also: Other names of the folder that readers accept.
        place: Returns the names that lead from `folder` to the entity, not yet as file names.
    """

    name: str
    folder: str
    collection: str
    contents: bool = False
    thumbnail: bool = False
    parts: tuple[Kind, ...] = ()
    singles: tuple[Single, ...] = ()
    flat: bool = False
    always: bool = False
    added: bool = False
    listed: bool = True
    also: tuple[str, ...] = ()
    place: Callable[[Mapping[str, Any]], tuple[str, ...]] = _by_name


@frozen
class Single:
    """A part that a host has at most one of, in one file.

    Args:
        name: The name of the part in messages.
        file: The name of the file.
        collection: The method of the host that returns the collection.
        member: The member of the host that shows whether the part exists.
        absent: The values of that member if the part does not exist.
    """

    name: str
    file: str
    collection: str
    member: str
    absent: tuple[str | None, ...] = (None, "")


RPM_MODULE = Kind("rpmmodule", "rpmmodules", "rpm_modules", always=True)
GIT = Kind("git", "gits", "gits", always=True)
#: Properties of packages and RPM modules: folder / application / packages / name / key.
RESOURCE_PROPERTY = Kind(
    "resource property", "application_properties", "application_properties", added=True, place=_by_resource
)
#: The groups of an organization, an environment or a host, with their members.
GROUP = Kind("group", "groups", "groups", added=True)

APPLICATION = Kind(
    "application",
    "applications",
    "applications",
    contents=True,
    thumbnail=True,
    parts=(RPM_MODULE, GIT),
    listed=False,
)
DISTRIBUTION = Kind("distribution", "distributions", "distributions", contents=True, thumbnail=True)
PLATFORM = Kind("platform", "platforms", "platforms", contents=True)

JOB = Kind("job", "jobs", "jobs")
ORCHESTRATION_HANDLER = Kind("orchestration handler", "handlers", "handlers", added=True)
ORCHESTRATION = Kind("orchestration", "orchestrations", "orchestrations", parts=(ORCHESTRATION_HANDLER,))
HOST_GROUP = Kind("hostgroup", "hostgroups", "host_groups", parts=(RESOURCE_PROPERTY,))
WEBHOOK = Kind("webhook", "webhooks", "webhooks")
#: Not in the folder that the original client expected: it failed on finding one.
NOTIFICATION = Kind("notification", "notifications", "notifications", added=True, also=("notification-channels",))
STEP = Kind("step", "steps", "steps", added=True)
STAGE = Kind("stage", "stages", "stages", parts=(STEP,), added=True)
PIPELINE = Kind("pipeline", "pipelines", "pipelines", parts=(STAGE,), added=True)

APPLICATION_CONTEXT = Kind(
    "application context", "applications", "applications", flat=True, always=True, place=_by_application
)
INSTANCE = Single("host instance", "instance.json", "instance", "state", ("DEFINED",))
PLATFORM_CONTEXT = Single("platform context", "platform.json", "platform", "platform")
DISTRIBUTION_CONTEXT = Single("distribution context", "distribution.json", "distribution", "distribution")
HOST = Kind(
    "host",
    "hosts",
    "hosts",
    parts=(APPLICATION_CONTEXT, RESOURCE_PROPERTY, GROUP),
    singles=(PLATFORM_CONTEXT, DISTRIBUTION_CONTEXT, INSTANCE),
)
ENVIRONMENT = Kind("environment", "environments", "environments", parts=(HOST, RESOURCE_PROPERTY, GROUP))

ORGANIZATION = Kind(
    "organization",
    "",
    "organizations",
    parts=(
        APPLICATION,
        DISTRIBUTION,
        PLATFORM,
        JOB,
        ORCHESTRATION,
        HOST_GROUP,
        WEBHOOK,
        ENVIRONMENT,
        NOTIFICATION,
        PIPELINE,
        RESOURCE_PROPERTY,
        GROUP,
    ),
)
