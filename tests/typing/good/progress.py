"""Show the progress of waits, exports and imports of both APIs."""

import asyncio
import sys
from typing import Any

from comodit_client import aio
from comodit_client.api import Client
from comodit_client.api.background_operation import BackgroundOperation
from comodit_client.api.exporter import Export
from comodit_client.api.importer import Import
from comodit_client.progress import Display, live
from comodit_client.rest.progress import Count, ProgressObserver

client = Client("https://my.comodit.com/api", "UUU", "PPP")
hosts = client.hosts("OOO", "Default")
host = hosts.get("web-1")

host.wait_for_state("READY", timeout=1800, progress=live())
hosts.wait_for_state("READY", timeout=1800, progress=live(sys.stdout))
host.wait_for_pending_changes(progress=live(file=sys.stderr))
host.wait_for_change_terminated("key", 60, live())
host.provision().wait(progress=live())
host.install("Wordpress").wait(progress=live())
host.get_instance().wait_for_state("RUNNING", progress=live())
host.get_instance().wait_for_property("hostname", progress=live())
host.get_instance().wait_for_address(progress=live())

with live() as display:
    host.run_orchestration("Restart").wait_finished(progress=display)
    client.get_organization("OOO").pipelines().get("Release").run().wait(progress=display)
    Export(progress=display).export_host(host, "web-1")
    Import(progress=display)


def finish(operation: BackgroundOperation, shown: Display) -> str | None:
    """Functions that take any operation can show it."""
    operation.wait(progress=shown)
    return operation.state


class Log:
    """A callback of the caller's own, which learns of the start and the end."""

    def __call__(self, progress: Any) -> None:
        if isinstance(progress, Count):
            print(progress.item)
        else:
            print(progress.state, dict(progress.parts), progress.failed, progress.late)

    def started(self, title: str) -> None:
        print(title)

    def ended(self, error: BaseException | None) -> None:
        print(error or "done")


observer: ProgressObserver = Log()
host.wait_for_state("READY", progress=Log())
host.wait_for_state("READY", progress=lambda result: print(result.parts.get("web"), result.failed, result.late))


async def main() -> None:
    async with aio.Client("https://my.comodit.com/api", "UUU", "PPP") as remote:
        found = await remote.hosts("OOO", "Default").wait_for_state("READY", progress=live())
        await found[0].wait_for_pending_changes(progress=live())
        await (await found[0].run_orchestration("Restart")).wait(progress=live())


asyncio.run(main())
