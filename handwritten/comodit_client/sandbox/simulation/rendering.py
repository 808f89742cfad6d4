"""Rendering of a host's files from templates (S99 to S109)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from attrs import frozen

from comodit_client.freemarker.errors import TemplateError
from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation.resolution import Resolver
from comodit_client.sandbox.state.contents import FILE
from comodit_client.sandbox.state.definitions import MASK, definition_of, secret_keys
from comodit_client.sandbox.templating.scopes import MISSING

if TYPE_CHECKING:
    from comodit_client.sandbox.http.rights import Rights
    from comodit_client.sandbox.state.contents import StoredContent
    from comodit_client.sandbox.state.places import Place
    from comodit_client.sandbox.state.store import Document, Node
    from comodit_client.sandbox.state.world import World

#: The keys of an organization, by their names in templates.
_ACCESS = {"access_key": "accessKey", "secret_key": "secretKey"}
#: The size of a template, which is held in memory while it is rendered.
_MAX_SIZE = 32 << 20


@frozen
class Hidden:
    """The secrets that a reader of files may not see.

    Attributes:
        settings: Whether secret settings are masked.
        access: Whether the keys of the organization are masked.
    """

    settings: bool
    access: bool

    @classmethod
    def of(cls, rights: Rights, place: Place) -> Hidden:
        """Return the secrets of a host's files that a caller may not see."""
        return cls(rights.hides_secrets(place.host), rights.hides_secrets(place.organization))


def render(world: World, place: Place, context: Node, name: str, hidden: Hidden) -> bytes | StoredContent:
    """Render a file of a context's definition for a host.

    Args:
        world: The sandbox.
        place: The host.
        context: The context of the definition on the host.
        name: The name of the file.
        hidden: The secrets to mask.

    Raises:
        ApiError: The file does not exist, has no content yet, or its template is invalid.
    """
    # Many sandboxes render nothing, and loading the engine takes a fifth of the time of a start.
    from comodit_client.sandbox.templating.templates import is_template, render_template

    definition = definition_of(world.store, place.organization, context)
    files = definition.doc["files"] if definition else []
    file = next((file for file in files if file["name"] == name), None)
    if definition is None or file is None:
        raise ApiError(404, f"File {name} does not exist")
    content = world.store.contents.find(definition.id, FILE, name)
    if content is None:
        raise ApiError(404, f"File {name} has no content yet")
    delimiter: Document = file.get("template", file)["delimiter"]
    if not is_template(content, delimiter["start"]):
        return content
    if context.kind != "applications":
        note(world, "settings.definitions")
    lookup = _lookup(world, place, context, file, hidden)
    if content.size > _MAX_SIZE:
        raise ApiError(400, f"File {name} has more than {_MAX_SIZE} bytes, which is too large for a template")
    try:
        text = content.read().decode()
        rendered = render_template(
            text, delimiter["start"], delimiter["end"], lookup, world.grouped_numbers, world.parity.note
        )
        return rendered.encode(errors="replace")
    except TemplateError as error:
        how = ", with secrets masked" if hidden.settings else ""
        raise ApiError(
            400, f"File {name} cannot be rendered for host {place.host.name}{how}: {str(error)[:500]}"
        ) from None


def _lookup(world: World, place: Place, context: Node, file: Document, hidden: Hidden) -> Callable[[str], Any]:
    """Return a function of variables: those of the server, which cannot be overridden (S107), then the settings."""
    masked = secret_keys(world.store, place.organization) if hidden.settings else frozenset()
    resolver = Resolver(world.store, world.now())
    levels = resolver.levels(place, context)
    own = _own_variables(world, place, context, file, hidden)

    def value_of(name: str) -> Any:
        if name in own:
            return own[name]
        found = resolver.find(levels, name, place.host)
        if found is None or found.value is None:
            return MISSING
        if found.is_of_host_group:
            note(world, "settings.host-groups")
        return found.value if masked.isdisjoint(found.keys) else _masked(found.value)

    return value_of


def _masked(value: Any) -> Any:
    """Mask a secret value; lists and objects keep their structure."""
    if isinstance(value, list):
        return [_masked(item) for item in value]
    if isinstance(value, dict):
        return {name: _masked(item) for name, item in value.items()}
    return MASK


def _own_variables(world: World, place: Place, context: Node, file: Document, hidden: Hidden) -> Document:
    """Return the known variables of the server (S108)."""
    access, host = place.organization.data["access"], place.host
    return {
        "_host": {"name": host.name, "uuid": host.doc["uuid"]},
        "_host_name": host.name,
        # An archive without secrets has no keys.
        "_org": {"name": place.organization.name}
        | {name: MASK if hidden.access else access[key] for name, key in _ACCESS.items() if key in access},
        "_org_name": place.organization.name,
        "_env": {"name": place.environment.name},
        "_env_name": place.environment.name,
        f"_{context.kind.removesuffix('s')}": {"name": context.name},
        "_applications": _installed(world, place),
        **{f"_{member}": file[member] for member in ("path", "mode") if member in file},
    }


def _installed(world: World, place: Place) -> Document:
    """Return the packages and services of a host's applications, as kickstart files list them (S45, S108)."""
    contexts = world.store.children(place.host.id, "applications")
    found = [definition_of(world.store, place.organization, context) for context in contexts]
    return {
        member: list(dict.fromkeys(item["name"] for node in found if node for item in node.doc.get(member, [])))
        for member in ("packages", "services")
    }
