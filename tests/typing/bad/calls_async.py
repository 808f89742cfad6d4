"""Calls that the server does not offer, in the async API."""

from comodit_client.aio import Client


async def main() -> None:
    async with Client("https://my.comodit.com/api", "UUU", "PPP") as client:
        host = await client.get_host("OOO", "Default", "web-1")
        change = await host.changes().get(1)
        await client.flavors().delete("Debian 12")  # type error
        await client.flavors().clear()  # type error
        await change.update()  # type error
        await host.compliance().create("httpd")  # type error
        await host.get_orchestrations().delete("Restart")  # type error
        await client.users().clear()  # type error
        await host.instance().clear()  # type error
        await host.wait_for_state("REDAY")  # type error
