"""Arguments and attributes of plans that do not exist or have another type."""

from comodit_client import aio
from comodit_client.api import ChangePlan, Client, Planner
from comodit_client.disk.desired import desired

client = Client("https://my.comodit.com/api", "UUU", "PPP")

Planner()  # type error
Planner("state", target=["applications/Shop"])  # type error
Planner("state", targets=5)  # type error
Planner("state", prune="yes")  # type error
Planner("state", True)  # type error
plan = Planner("state").plan()  # type error
plan = Planner("state").plan(client)
plan.apply()  # type error
plan.apply(client, 4)  # type error
plan.apply(client, timeout="1m")  # type error
plan.wait_for_hosts(client, timeout="1m")  # type error
print(plan.change)  # type error
print(plan.changes[0].members[0].before)  # type error
plan.save(5)  # type error
print(ChangePlan.load("plan.json").kinds)  # type error
desired("state", {"port": 80})  # type error


async def mix(async_client: aio.Client) -> None:
    """Mix both APIs."""
    Planner("state").plan(async_client)  # type error
    await aio.Planner("state").plan(client)  # type error
    print((await aio.Planner("state").plan(async_client)).apply(async_client).done)  # type error
