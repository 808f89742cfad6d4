"""The quick start with the async API: the same names, each call awaited."""

import asyncio
import os

from comodit_client.aio import Client


async def main() -> None:
    """Provision a host, install Wordpress on it, print its address, and delete everything again."""
    async with Client(os.environ.get("COMODIT_API", "https://my.comodit.com/api"), "UUU", "PPP") as client:
        org = await client.get_organization("OOO")
        hosts = (await org.get_environment("Default")).hosts()
        host = await hosts.create("my-new-host", "", "Demo Platform", "Demo Distribution")
        await host.provision()
        await host.wait_for_state("READY", timeout=1800)
        await host.install("Wordpress", {"wp_admin_password": "XXX", "wp_admin_email": "YYY@ZZZ"})
        await host.wait_for_pending_changes(timeout=600)
        instance = await host.get_instance()
        hostname = await instance.wait_for_property("publicDnsName", timeout=300)
        print(f"Wordpress available at http://{hostname}/")
        await instance.delete()
        await host.delete()


asyncio.run(main())
