"""The quick start in the async colour: the same names, each call awaited."""

import asyncio
import os

from comodit_client.aio import Client


async def main() -> None:
    """Provision a host, install Wordpress on it, print its address, and take everything down again."""
    async with Client(os.environ.get("COMODIT_API", "https://my.comodit.com/api"), "UUU", "PPP") as client:
        org = await client.get_organization("OOO")
        hosts = (await org.get_environment("Default")).hosts()
        host = await hosts.create("my-new-host", "", "Demo Platform", "Demo Distribution")
        await host.provision()
        await host.wait_for_state("READY")
        await host.install("Wordpress", {"wp_admin_password": "XXX", "wp_admin_email": "YYY@ZZZ"})
        await host.wait_for_pending_changes()
        instance = await host.get_instance()
        print(f"Wordpress available at http://{instance.get_property('publicDnsName')}/")
        await instance.delete()
        await host.delete()


asyncio.run(main())
