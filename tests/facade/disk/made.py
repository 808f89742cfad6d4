"""An organization of `anything` is made on a server, by the blocking client."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from comodit_client.api import Client

from .anything import GROUPS

Document = Mapping[str, Any]


def make(client: Client, name: str, wanted: Document) -> Any:
    """Make an organization.

    Args:
        client: The client.
        name: Its name.
        wanted: What hypothesis made.

    Returns:
        The organization, as the server has it.
    """
    organization = add(client.organizations(), {**wanted["body"], "name": name})
    for kind in ("applications", "distributions", "platforms"):
        for made in wanted[kind]:
            definition(getattr(organization, kind)(), made)
    for name_of_environment, made in wanted["environments"].items():
        environment = add(organization.environments(), {**made["body"], "name": name_of_environment})
        for host_name, described in made["hosts"].items():
            host(add(environment.hosts(), {**described["body"], "name": host_name}), described)
        owned(environment, made)
    automation(organization, wanted)
    owned(organization, wanted)
    for kind in ("applications", "distributions"):  # at the end: what is locked cannot be changed
        for made in wanted[kind]:
            if made["locked"]:
                getattr(organization, kind)().wrap(made["body"]).lock()
    return client.get_organization(name)


def automation(organization: Any, wanted: Document) -> None:
    """Make what works on hosts."""
    for body, properties in wanted["host_groups"]:
        add_all(add(organization.host_groups(), body).application_properties, properties)
    add_all(organization.webhooks(), wanted["webhooks"])
    for body, handlers in wanted["orchestrations"]:
        add_all(add(organization.orchestrations(), body).handlers(), handlers)
    add_all(organization.jobs(), wanted["jobs"])
    add_all(organization.notifications(), wanted["notifications"])
    for body, stages in wanted["pipelines"]:
        pipeline = add(organization.pipelines(), body)
        for stage, (steps, runs) in stages.values():
            add_all(add(pipeline.stages, stage).steps, [{**step, **runs} for step in steps])


def definition(collection: Any, made: Document) -> None:
    """Make an application, a distribution or a platform."""
    entity = add(collection, made["body"])
    for file, content in made["contents"].items():
        if content is not None:
            entity.files().wrap({"name": file}).set_content(content)
    if made["picture"] is not None and hasattr(entity, "set_thumbnail_content"):
        entity.set_thumbnail_content(made["picture"])
    for part in ("rpm_modules", "gits"):
        if part in made:
            add_all(getattr(entity, part)(), made[part])


def host(entity: Any, made: Document) -> None:
    """Make what hangs on a host. Now and then an application is taken off again, and put back as the last."""
    add_all(entity.applications(), made["contexts"])
    for body in made["contexts"][made["uninstalled"] :][:1]:
        entity.uninstall(body["application"])
        add(entity.applications(), body)
    for single in ("platform", "distribution"):
        if made[single] is not None:
            add(getattr(entity, single)(), made[single])
    owned(entity, made)
    if isinstance(made["machine"], list):
        add(entity.instance(), {"properties": made["machine"]})
    elif has_machine(made):
        instance = entity.provision()
        if instance.refresh() or instance.state == "STOPPED":  # as libvirt leaves it; the rest follows
            instance.start()


def owned(owner: Any, made: Document) -> None:
    """Make what organizations, environments and hosts have alike."""
    add_all(owner.application_properties, made["properties"])
    for name, wanted in made["members"].items():
        group = owner.groups().get(name)
        for user in wanted["users"]:
            group.add_user(user)
        if wanted["description"] is not None:
            group.description = wanted["description"]
        group.update()


def add(collection: Any, body: Document) -> Any:
    """Create an entity."""
    entity = collection.wrap(dict(body))
    entity.create()
    return entity


def add_all(collection: Any, bodies: Iterable[Document]) -> None:
    """Create entities."""
    for body in bodies:
        add(collection, body)


def counted(wanted: Document) -> Counter[str]:
    """Count what an export of what was made must hold, by the name of the file or of its kind's folder."""
    hosts = [made for environment in wanted["environments"].values() for made in environment["hosts"].values()]
    owners = [wanted, *wanted["environments"].values(), *hosts]
    definitions = [made for kind in ("applications", "distributions", "platforms") for made in wanted[kind]]
    stages = [stage for _, found in wanted["pipelines"] for stage in found.values()]
    pictures = [made for made in (*wanted["applications"], *wanted["distributions"]) if made["picture"] is not None]
    properties = [found for owner in owners for found in owner["properties"]]
    properties += [found for _, of_group in wanted["host_groups"] for found in of_group]
    found = Counter(
        {kind: len(wanted[kind]) for kind in ("environments", "webhooks", "jobs", "notifications", "pipelines")}
        | {kind: len(wanted[kind]) for kind in ("applications", "distributions", "platforms", "orchestrations")}
    )
    found["hostgroups"] = len(wanted["host_groups"])
    found["hosts"] = len(hosts)
    found["groups"] = len(GROUPS) * len(owners)
    found["files"] = sum(content is not None for made in definitions for content in made["contents"].values())
    found["thumb"] = len(pictures)
    found["rpmmodules"] = sum(len(made["rpm_modules"]) for made in wanted["applications"])
    found["gits"] = sum(len(made["gits"]) for made in wanted["applications"])
    found["contexts"] = sum(len(made["contexts"]) for made in hosts)
    found["application_properties"] = len(properties)
    found["handlers"] = sum(len(handlers) for _, handlers in wanted["orchestrations"])
    found["stages"] = len(stages)
    found["steps"] = sum(len(steps) for _, (steps, _) in stages)
    for single in ("platform", "distribution"):
        found[f"{single}.json"] = sum(made[single] is not None for made in hosts)
    found["instance.json"] = sum(map(has_machine, hosts))
    return +found


def has_machine(made: Document) -> bool:
    """Return whether a host that was made has a machine."""
    machine = made["machine"]
    return isinstance(machine, list) or (machine is not None and bool(made["platform"] and made["distribution"]))


def counted_in(written: Iterable[str]) -> Counter[str]:
    """Count what an export holds in the same way."""
    return Counter(_counts_as(name.split("/")) for name in written if name[-1] != "/" and name != "definition.json")


def _counts_as(path: list[str]) -> str:
    if "application_properties" in path:
        return "application_properties"
    if path[-1] == "definition.json":
        return path[-3]
    if path[-2] == "applications":
        return "contexts"
    return path[-2] if path[-2] == "files" else path[-1]
