"""What lies where in a folder of definitions, as data: export, import and sync go through the same tables.

An entity has a folder with its `definition.json`; what hangs on it lies in sub-folders, one for each kind. The tables
follow the order in which things are written; what others refer to comes before those.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

#: The JSON object of an entity.
DEFINITION = "definition.json"
#: The folder with the contents of an entity's files, one file for each.
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


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity that has a folder of its own, or a file.

    Args:
        name: What messages call it.
        folder: The folder in that of the owner with a folder for each entity; empty for an organization.
        collection: The attribute of the owner that gives the collection, mostly a method.
        contents: Whether it has files, whose contents lie in `files/`.
        thumbnail: Whether it has a picture.
        parts: What hangs on it, in the order in which it is written.
        singles: What hangs on it and has a file of its own instead of a folder.
        flat: Whether each entity is a file, its name with `.json`, instead of a folder.
        always: Whether the folder is there even when there is nothing in it.
        added: Whether the original client left it out; its readers pass over it.
        listed: Whether a list holds all of the entity; where not, each is fetched.
        also: Other names of the folder that are read.
        place: Gives the names of the folders that lead from `folder` to the entity, not yet as names of files.
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


@dataclass(frozen=True, slots=True)
class Single:
    """What a host has one of, in one file.

    Args:
        name: What messages call it.
        file: The file's name.
        collection: The method of the host that gives the collection.
        member: The member of the host that tells whether there is one.
        absent: The values of that member that say that there is none.
    """

    name: str
    file: str
    collection: str
    member: str
    absent: tuple[str | None, ...] = (None, "")


RPM_MODULE = Kind("rpmmodule", "rpmmodules", "rpm_modules", always=True)
GIT = Kind("git", "gits", "gits", always=True)
#: What owners of settings set for packages and RPM modules: folder / application / packages / name / key.
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
#: Not in the folder that the original looked for: it broke on finding one.
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
