"""Every kind of call, by its name."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any

from comodit_client import wire

Call = Callable[[Any], Any]
#: Of waits: each has time for one poll.
TIMEOUT = 0.05


def host(client: Any) -> Any:
    return client.hosts("A", "E").new("h")


def execution(client: Any) -> Any:
    return client.orchestration_contexts("A", "o").new({"uuid": "u"})


def instance(client: Any) -> Any:
    return host(client).instance().new()


def file(client: Any) -> Any:
    return client.applications("A").new("a").files().wrap({"name": "f"})


def pipeline_run(client: Any) -> Any:
    return client.pipeline_contexts("A", "p").new({"uuid": "u"})


CALLS: Mapping[str, Call] = {
    "get": lambda client: client.get_organization("A"),
    "list": lambda client: client.hosts("A", "E").list(),
    "iterate": lambda client: client.hosts("A", "E"),
    "count": lambda client: client.hosts("A", "E").count(),
    "exists": lambda client: client.hosts("A", "E").exists("h"),
    "create": lambda client: client.hosts("A", "E").create("h"),
    "update": lambda client: host(client).update(),
    "rename": lambda client: host(client).rename("other"),
    "refresh": lambda client: host(client).refresh(),
    "delete": lambda client: host(client).delete(),
    "clear": lambda client: host(client).changes().clear(),
    "action": lambda client: instance(client).start(),
    "action on an execution": lambda client: execution(client).pause(),
    "provision": lambda client: host(client).provision(),
    "clone": lambda client: host(client).clone(),
    "wait for a state": lambda client: host(client).wait_for_state("READY", TIMEOUT),
    "wait for hosts": lambda client: client.hosts("A", "E").wait_for_state("READY", timeout=TIMEOUT),
    "wait for changes": lambda client: host(client).wait_for_pending_changes(TIMEOUT),
    "wait for an address": lambda client: instance(client).wait_for_address(TIMEOUT),
    "wait for an orchestration": lambda client: execution(client).wait_finished(TIMEOUT),
    "wait for a pipeline": lambda client: pipeline_run(client).wait_finished(TIMEOUT),
    "upload": lambda client: file(client).set_content(io.BytesIO(b"content")),
    "download": lambda client: file(client).save_content(io.BytesIO()),
    "text": lambda client: host(client).applications().new("a").run_handler("n"),
    "link": lambda client: host(client).applications().new("a").get_file_link("f"),
    "bytes": lambda client: instance(client).get_file_content("/etc/hosts"),
    "sensor": lambda client: instance(client).get_status("host", "load"),
    "settings": lambda client: client.organizations().new("A").settings().list(),
    "a tree of settings": lambda client: client.organizations().new("A").tree(),
    "compliance": lambda client: host(client).compliance().list(),
    "orchestration": lambda client: host(client).run_orchestration("o"),
    "hosts everywhere": lambda client: client.organizations().new("A").all_hosts(),
    "a request of the wire layer": lambda client: client.run(wire.hosts.get("A", "E", "h")),
}
