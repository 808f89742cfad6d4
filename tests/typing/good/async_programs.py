"""The async twin: each call awaited."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from comodit_client.aio import Client
from comodit_client.aio.exceptions import ChangeFailed, EntityNotFoundException
from comodit_client.aio.host import Host, HostCollection


@asynccontextmanager
async def machine(hosts: HostCollection, name: str) -> AsyncGenerator[Host, None]:
    """Provision a host, and delete it at the end."""
    host = await hosts.create(name, "", "Demo Platform", "Demo Distribution")
    await host.provision()
    await host.wait_for_state("READY", timeout=1800)
    try:
        yield host
    finally:
        await (await host.get_instance()).delete(force=True)
        await host.delete()


async def deploy(host: Host) -> str:
    """Install an application and return its address."""
    await host.install("Wordpress", {"wp_admin_password": "XXX"})
    try:
        await host.wait_for_pending_changes(timeout=600, progress=lambda result: print(result.state))
    except ChangeFailed as error:
        return "; ".join(str(task.error) for task in error.tasks)
    return await (await host.get_instance()).wait_for_address(timeout=300)


async def main() -> None:
    """Deploy three hosts at the same time."""
    async with Client("https://my.comodit.com/api", "UUU", "PPP") as client:
        org = await client.get_organization("OOO")
        hosts = (await org.get_environment("Default")).hosts()
        async with asyncio.TaskGroup() as group, machine(hosts, "web-1") as first, machine(hosts, "web-2") as second:
            tasks = [group.create_task(deploy(host)) for host in (first, second)]
        print([task.result() for task in tasks])

        found = await asyncio.gather(*(hosts.get(name) for name in ("web-1", "web-2")), return_exceptions=True)
        print([host.state for host in found if isinstance(host, Host)])
        print(await hosts.count(), await hosts.exists("web-1"), [host.name async for host in hosts])
        async for change in hosts.new("web-1").changes():
            print(change.label, change.are_tasks_pending())
        ready = await hosts.wait_for_state("READY", names=["web-1"], timeout=60)
        for host in ready:
            host.description = "ready"
            await host.update()
            setting = await host.settings().create("site_title", "Our shop")
            setting.value = "Your shop"
            await setting.update()
        try:
            await hosts.get("web-9")
        except EntityNotFoundException as error:
            print(error.code)
        execution = await (await client.orchestration("OOO", "Restart")).run()
        await execution.wait_finished(timeout=60)


asyncio.run(main())
