"""The store: what organizations publish and purchase."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from comodit_client.cli import execute
from comodit_client.cli.commands.where import has_document
from comodit_client.cli.execute import plain, shown
from comodit_client.cli.exits import CONFLICT, NOT_FOUND, USAGE, Failure
from comodit_client.cli.wire_modules import wire_module

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call

#: The options that select the entries of the store.
SHELVES = ("public", "private", "featured")


def list_(app: App, call: Call) -> None:
    """List the entries of the store, sorted by name.

    Args:
        app: The client and the output.
        call: The command.
    """
    _check_shelf(call)
    query = call.query if "filter" in call.query else {**call.query, "filter": "public"}
    found = app.read_list(call.request().with_query(query))
    app.show(sorted(found, key=lambda entry: str(entry.get("name") or "")))


def show(app: App, call: Call) -> None:
    """Show an entry of the store.

    Args:
        app: The client and the output.
        call: The command.
    """
    _check_shelf(call)
    execute.show(app, call)


def publish(app: App, call: Call) -> None:
    """Publish an application or a distribution, and show its entry.

    Args:
        app: The client and the output.
        call: The command.

    Raises:
        Failure: It is already published.
    """
    found = _definition(app, call)
    if found.get("publishedAs"):
        raise Failure(
            f"Cannot publish {_name(call)}: it is already published as {found['publishedAs']}. "
            f"To update the store, run: comodit {call.words[0]} push.",
            CONFLICT,
        )
    shown(app, app.write(wire_module(call).create({_member(call): found["uuid"], **_document(app, call)})))


def unpublish(app: App, call: Call) -> None:
    """Ask, then remove the entry of an application or a distribution from the store.

    Args:
        app: The client and the output.
        call: The command.
    """
    uuid = _published(app, call)
    app.confirm(f"{call.spec.get('question')} {_name(call)}")
    shown(app, app.write(wire_module(call).delete(uuid)))


def push(app: App, call: Call) -> None:
    """Update the entry of the store to the current state of an application or a distribution.

    Args:
        app: The client and the output.
        call: The command.
    """
    uuid = _published(app, call)
    shown(app, app.write(wire_module(call).update(uuid, {"uuid": uuid})))


def pull(app: App, call: Call) -> None:
    """Update a purchased application or distribution to the state of its entry in the store.

    Args:
        app: The client and the output.
        call: The command.
    """
    uuid = _marked(app, call, "purchasedAs", "it was not purchased in the store")
    shown(app, app.write(wire_module(call).update(call.argument("organization"), uuid, {"uuid": uuid})))


def refresh(app: App, call: Call) -> None:
    """Update an entry of the store, or a purchase, by its uuid. A document is optional.

    Args:
        app: The client and the output.
        call: The command.
    """
    shown(app, app.write(call.request({"uuid": call.names[-1], **_document(app, call)})))


def update_authorized(app: App, call: Call) -> None:
    """Set the organizations that may see and purchase an entry of the store.

    Args:
        app: The client and the output.
        call: The command.

    Raises:
        Failure: The document is not a list of names.
    """
    from comodit_client.cli.inputs.documents import read_document

    uuid = _published(app, call)
    entry = wire_module(call).get(uuid, org_name=call.argument("organization"))
    names = read_document(app, call, lambda: plain(app.read(entry)).get("authorized") or [], expects=list)
    if not all(isinstance(name, str) for name in names):
        raise Failure(
            'Cannot set the organizations: the document is not a list of names. Give a list such as ["Acme"].', USAGE
        )
    shown(app, app.write(wire_module(call).update_authorized(uuid, names)))


def purchase(app: App, call: Call) -> None:
    """Purchase an entry of the store. Without a document, the copy has the name of the entry.

    Args:
        app: The client and the output.
        call: The command.
    """
    organization = call.argument("organization")
    document = _document(app, call)
    entry = _entry(app, call, call.argument("uuid"), organization)
    body = {"published": entry["uuid"], "name": entry.get("name"), **document}
    shown(app, app.write(wire_module(call).create(organization, body)))


def _entry(app: App, call: Call, wanted: str, organization: str) -> dict[str, Any]:
    """Find an entry of the store by its uuid, or by its name if no other entry has that name."""
    published = import_module(f"comodit_client.wire.published_{_family(call)}")
    entries = app.read_list(published.list(org_name=organization))
    by_uuid = [entry for entry in entries if str(entry.get("uuid")).casefold() == wanted.casefold()]
    found = by_uuid or [entry for entry in entries if entry.get("name") == wanted]
    if len(found) > 1:
        uuids = ", ".join(str(entry.get("uuid")) for entry in found)
        raise Failure(f"Cannot purchase {wanted!r}: several entries have that name. Give a uuid: {uuids}.", USAGE)
    # The list may leave out entries that can be read.
    entry: dict[str, Any] = found[0] if found else plain(app.read(published.get(wanted, org_name=organization)))
    return entry


def _check_shelf(call: Call) -> None:
    given = [name for name in SHELVES if call.option(name)]
    if len(given) > 1:
        raise Failure(f"Cannot use --{' and --'.join(given)} together. Give one of them.", USAGE)
    if given == ["private"] and not call.option("org"):
        raise Failure("Cannot use --private without --org: it needs the organization that views the store.", USAGE)


def _definition(app: App, call: Call) -> dict[str, Any]:
    get: Callable[..., Any] = import_module(f"comodit_client.wire.{_family(call)}").get
    found: dict[str, Any] = plain(app.read(get(call.argument("organization"), call.argument(_member(call)))))
    return found


def _published(app: App, call: Call) -> str:
    problem = f"it is not published. To publish it, run: comodit {call.words[0]} publish"
    return _marked(app, call, "publishedAs", problem)


def _marked(app: App, call: Call, mark: str, problem: str) -> str:
    uuid: str | None = _definition(app, call).get(mark)
    if not uuid:
        raise Failure(f"Cannot {call.words[-1]} {_name(call)}: {problem}.", NOT_FOUND)
    return uuid


def _document(app: App, call: Call) -> dict[str, Any]:
    from comodit_client.cli.inputs.documents import read_document

    return dict(read_document(app, call)) if has_document(call) else {}


def _family(call: Call) -> str:
    """Return `applications` or `distributions`, from an operation such as `published_applications.create`."""
    return call.operation.partition(".")[0].partition("_")[2]


def _member(call: Call) -> str:
    return _family(call).removesuffix("s")


def _name(call: Call) -> str:
    return f"{call.argument('organization')}/{call.argument(_member(call))}"
