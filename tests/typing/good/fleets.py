"""Actions on many hosts, in both APIs."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from comodit_client import aio
from comodit_client.aio import fleet as aio_fleet
from comodit_client.api import Client, FleetReport, Host, HostResult, fleet


def healthy(hosts: list[Host]) -> bool:
    return all(host.state == "READY" for host in hosts)


async def healthy_soon(hosts: list[aio.Host]) -> bool:
    return all(host.state == "READY" for host in hosts)


def roll_out(client: Client, path: Path) -> dict[str, float]:
    hosts = client.hosts("Acme", "Production")
    report: FleetReport = fleet.provision(hosts, parallel=4, timeout=600, batch=2, check=healthy, max_failures=3)
    report = fleet.install(list(hosts), "Web", {"port": 80}, save_to=path)
    with ThreadPoolExecutor() as pool:
        report = fleet.configure(hosts, {"zone": "north"}, executor=pool, wait=False)
    report = fleet.run_handler(hosts, "Web", "Restart", progress=lambda poll: print(poll.parts["a"], poll.failed))
    report = fleet.start(hosts).retry(parallel=2)
    fleet.stop(host for host in hosts).raise_for_failures()
    fleet.delete(hosts)
    fleet.wait(hosts, "READY", timeout=60)
    result: HostResult = report.failed[0]
    print(result.path, result.error, result.diagnosis.reasons if result.diagnosis else None)
    return fleet.FleetReport.load(path, client, client).retry(settings={"port": 80}).durations


async def roll_out_async(client: aio.Client) -> aio.FleetReport:
    hosts = client.hosts("Acme", "Production")
    report = await aio_fleet.provision(hosts, batch=2, check=healthy_soon)
    report = await aio_fleet.wait([host async for host in hosts])
    try:
        report.raise_for_failures()
    except aio.FleetFailed as error:
        return await error.report.retry()
    return report
