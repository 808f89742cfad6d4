"""The async colour as users write it, read by the type checkers only."""

from typing import assert_type

from comodit_client.aio import ApplicationContext, Client, HostGroup, Job
from comodit_client.aio.distribution import Distribution
from comodit_client.aio.host import Host
from comodit_client.aio.platform import Image
from comodit_client.wire.hosts import HostState


async def main() -> None:
    async with Client("https://my.comodit.com/api", "UUU", "PPP") as client:
        host = await client.hosts("O", "E").create("h", settings=[{"key": "port", "value": 80}])
        context = await host.applications().create("Web", {"port": 80}, enabled=True)
        assert_type(context, ApplicationContext)
        assert_type(await client.jobs("O").create("Nightly", cron="0 2 * * *", enabled=True), Job)
        assert_type(await client.host_groups("O").create("Front", hosts=[{"host": "h"}]), HostGroup)
        assert_type(host, Host)
        assert_type(host.state, HostState | str | None)
        assert_type([h.name async for h in client.hosts("O", "E")], list[str])
        assert_type(await (await host.get_instance()).wait_for_address(), str)
        assert_type(await client.get_distribution("O", "D"), Distribution)
        assert_type(await (await client.get_platform("O", "P")).list_images(), list[Image])
        assert_type([f.name async for f in client.distributions("O").new("D").files()], list[str])
