"""Actions run in the processes of a Dask cluster."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from typing import Any

import pytest

from tests.fleet.conftest import carried_out

pytestmark = pytest.mark.slow


class Located(Executor):
    """Notes the processes in which another executor runs its jobs."""

    def __init__(self, executor):
        self.processes = set()
        self._executor = executor

    def submit(self, function, /, *arguments, **options):
        located, ended = self._executor.submit(_located, function, arguments), Future()

        def end(future):
            if future.exception() is not None:
                ended.set_exception(future.exception())
                return
            process, result = future.result()
            self.processes.add(process)
            ended.set_result(result)

        located.add_done_callback(end)
        return ended


def _located(function, arguments):
    return os.getpid(), function(*arguments)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory) -> Iterator[Any]:
    folder = str(tmp_path_factory.mktemp("dask"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DASK_CONFIG", folder)  # otherwise the import writes to the home directory
        import distributed

        with (
            distributed.LocalCluster(
                n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, local_directory=folder
            ) as cluster,
            distributed.Client(cluster) as client,
        ):
            yield client


@pytest.mark.parametrize("action", ["provision", "install"])
def test_actions_run_in_both_workers(fleet, make_hosts, sandbox, run, cluster, action):
    hosts = make_hosts(24, provisioned=action == "install")
    arguments, ending = {"provision": ((), "/instance"), "install": (("Wordpress",), "/applications")}[action]
    executor = Located(cluster.get_executor())
    assert run(getattr(fleet, action)(hosts, *arguments, parallel=4, executor=executor)).ok
    assert carried_out(sandbox, "POST", ending) == Counter(host.name for host in hosts)
    assert len(executor.processes) == 2
    assert os.getpid() not in executor.processes


def test_a_retry_runs_again(fleet, make_hosts, sandbox, run, cluster):
    sandbox.fail("500", method="POST", path="*/instance/", times=0)
    report = run(fleet.provision(make_hosts(2), executor=cluster.get_executor()))
    assert len(report.failed) == 2
    sandbox.end_faults()
    assert run(report.retry()).ok
