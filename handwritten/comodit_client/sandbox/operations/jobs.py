"""Jobs: actions that run at a date, by a cron line or on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comodit_client.sandbox.errors import ApiError, conflict
from comodit_client.sandbox.http.calls import Call
from comodit_client.sandbox.http.documents import with_boolean
from comodit_client.sandbox.http.responses import ApiResponse, no_content
from comodit_client.sandbox.http.rights import CHANGE
from comodit_client.sandbox.http.routing import operation
from comodit_client.sandbox.operations.named import NamedCollection
from comodit_client.sandbox.parity.recorder import note
from comodit_client.sandbox.simulation.agenda import runner, schedule, unschedule
from comodit_client.sandbox.simulation.cron import parse_cron
from comodit_client.sandbox.simulation.notifications import notify
from comodit_client.sandbox.state.logs import log
from comodit_client.sandbox.state.places import Place, find_place
from comodit_client.sandbox.state.timestamps import parse_timestamp

if TYPE_CHECKING:
    from comodit_client.sandbox.state.store import Document, Node, Store
    from comodit_client.sandbox.state.world import World


def _stored(call: Call, organization: Node, body: Document) -> tuple[Document, Document]:
    """Validate the schedule of a job, so that an invalid cron line or date is reported at once."""
    _next(body, call.world.now())
    place = _target(call.world.store, organization, body)
    if place is not None:
        call.rights().require(place.host, CHANGE)
    return with_boolean({"enabled": True, **body}, "enabled"), {}


def _target(store: Store, organization: Node, doc: Document) -> Place | None:
    """Return the host that a job of an organization deletes, or None if there is none."""
    parts = (doc.get("input") or "").strip("/").split("/")
    if len(parts) != 6 or parts[::2] != ["organizations", "environments", "hosts"] or parts[1] != organization.name:
        return None
    environment = store.find(organization.id, "environments", parts[3])
    host = store.find(environment.id, "hosts", parts[5]) if environment else None
    return Place(organization, environment, host) if environment and host else None


def _document(call: Call, job: Node) -> Document:
    return {**job.doc, "organization": call.names["organization"]}


def _schedule_next(call: Call, job: Node) -> None:
    next_run = _next(job.doc, call.world.now()) if job.doc["enabled"] else None
    if next_run is None:
        unschedule(call.world.store, job, "job")
    else:
        schedule(call.world.store, job, "job", next_run)


JOBS = NamedCollection(
    "jobs", "jobs", "job", Call.organization, _document, to_stored=_stored, after_change=_schedule_next
)
JOBS.bind()


def _next(doc: Document, now: float) -> float | None:
    """Return the next run of a job; None if its date has passed.

    Raises:
        ApiError: The cron line or the date is invalid.
    """
    moments = [parse_cron(doc["cron"]).after(now)] if doc.get("cron") else []
    if doc.get("date"):
        moments.append(parse_timestamp(doc["date"]))
    return min((moment for moment in moments if moment > now), default=None)


@runner("job", catches_up=False)
def _due(world: World, job: Node) -> float | None:
    """Run a job that is due. Missed runs are not repeated, as after an outage of the real server."""
    try:
        run_job(world, job)
    except ApiError as error:
        organization = world.store.get(job.parent)
        log(world, "other", f"Job {job.name} failed: {error.texts[0]}", organization)
        notify(world, "NOTIFY_ERROR", f"Job {job.name} failed: {error.texts[0]}", organization)
    return _next(job.doc, world.now())


def run_job(world: World, job: Node) -> None:
    """Run the action of a job.

    Raises:
        ApiError: The sandbox does not support the action, or its target does not exist.
    """
    action, path = job.doc.get("action"), job.doc.get("input") or ""
    if action != "DELETE_HOST":
        raise conflict(
            f"Job {job.name} has an action that the sandbox does not support; use DELETE_HOST", "jobs.action"
        )
    parts = path.strip("/").split("/")
    if len(parts) != 6 or parts[::2] != ["organizations", "environments", "hosts"]:
        raise conflict(f"The input of job {job.name} must be organizations/O/environments/E/hosts/H")
    organization = world.store.get(job.parent)
    if parts[1] != organization.name:
        raise conflict(f"Job {job.name} may only delete hosts of {organization.name}")
    place = find_place(world.store, *parts[1::2])
    note(world, "jobs.with-instance" if world.store.provisioned_hosts(place.host) else "jobs.run")
    world.store.delete([place.host])
    log(world, "other", f"Job {job.name} deleted host {place.host.name}", organization, place.environment, place.host)


@operation("jobs.run")
def _run(call: Call) -> ApiResponse:
    """Run a job now; it takes no time, so `wait` makes no difference."""
    job = JOBS.find(call)
    place = _target(call.world.store, call.organization(), job.doc)
    if place is not None:
        call.rights().require(place.host, CHANGE)
    if not job.doc["enabled"]:
        raise conflict(f"Job {job.name} is disabled", "jobs.disabled")
    run_job(call.world, job)
    return no_content()


@operation("jobs.clear")
def _clear(call: Call) -> ApiResponse:
    call.world.store.delete(call.world.store.children(call.organization().id, "jobs"))
    return no_content()
