"""Calls of the async API without await, and the other way round."""

from comodit_client.aio import Client


async def main() -> None:
    async with Client("https://my.comodit.com/api", "UUU", "PPP") as client:
        hosts = client.hosts("OOO", "Default")
        host = await hosts.get("web-1")
        host.provision()  # type error
        host.delete()  # type error
        client.close()  # type error
        print(hosts.get("web-1").name)  # type error
        print(host.get_instance().get_property("publicIp"))  # type error
        print((await host.get_instance()).wait_for_address().upper())  # type error
        print([found.name for found in hosts])  # type error
        print(len(hosts))  # type error
        print("web-1" in hosts)  # type error
        print(hosts["web-1"])  # type error
        print(hosts.list()[0])  # type error
        print(host.settings().create("site_title", "Our shop").value)  # type error
        print(1 + hosts.count())  # type error
        await host.name  # type error
        await client.hosts("OOO", "Default")  # type error
        for _ in host.changes():  # type error
            pass


with Client("https://my.comodit.com/api", "UUU", "PPP") as client:  # type error
    pass
