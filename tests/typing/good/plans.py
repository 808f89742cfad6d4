"""Plan and apply a desired state."""

from pathlib import Path

from comodit_client import aio
from comodit_client.api import ChangePlan, Client, Planner
from comodit_client.api.exceptions import FleetFailed, PlanException, PlanOutdated
from comodit_client.api.planner import MemberChange, PlannedChange
from comodit_client.disk.desired import desired
from comodit_client.disk.desired_variables import read_variables
from comodit_client.rest.progress import Count


def shown(count: Count) -> None:
    """Print the progress."""
    print(count.done, count.total)


def described(change: PlannedChange) -> str:
    """Describe a change in one line."""
    members: tuple[MemberChange, ...] = change.members
    is_destructive = change.action in ("replace", "delete")
    return f"{is_destructive} {change.kind} {change.path} {[member.member for member in members]}"


folder = Path.home() / "state"
client = Client("https://my.comodit.com/api", "UUU", "PPP")

with desired(folder, {**read_variables(folder / "values.yaml"), "goods": "tea"}) as state:
    planner = Planner(state, prune=True, targets=["applications/*"], parallel=4, progress=shown)
    plan = planner.plan(client)
print(planner.left_out, plan.counts["replaced"], plan.is_empty, plan.to_json()["changes"])
plan.save(folder.with_name("plan.json"))

if plan:
    print("\n".join(map(described, plan.changes)))
    loaded = ChangePlan.load(str(folder.with_name("plan.json")))
    try:
        report = loaded.apply(client, parallel=4, progress=shown, wait=True, timeout=600)
        print(report.done, report.failed)
        loaded.wait_for_hosts(client, 600)
    except PlanOutdated as error:
        print(", ".join(error.paths))
    except (PlanException, FleetFailed) as error:
        print(error)


async def plan_and_apply(async_client: aio.Client) -> tuple[str, ...]:
    """Plan and apply with the async API."""
    found: aio.ChangePlan = await aio.Planner(folder).plan(async_client)
    await found.wait_for_hosts(async_client, timeout=60)
    return (await found.apply(async_client, wait=False)).done
