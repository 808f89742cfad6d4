"""The recorded imports of the original client: the same is sent, but where the original was wrong."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest

from comodit_client.api import Client
from comodit_client.disk.payloads import NOT_SENT, OF_THE_SERVER
from comodit_client.rest.exceptions import Forbidden, ImportException, ServerError, UnusableFile

HERE = Path(__file__).resolve().parent
RECORDED = HERE.parents[3] / "shared" / "wire" / "tools.jsonl"
SHOP = "/organizations/Acme/applications/Shop"
CONTENTS = {f"POST {SHOP}/files/shop.conf/content", f"POST {SHOP}/files/setup.sh/content"}
WHOLE_SHOP = {
    f"POST {SHOP.rpartition('/')[0]}",
    *CONTENTS,
    f"POST {SHOP}/thumb",
    f"POST {SHOP}/rpmmodules",
    f"POST {SHOP}/gits",
}
OTHER_PARTS = {
    "POST /organizations/Acme/distributions",
    "POST /organizations/Acme/distributions/CentOS 7/files/kickstart.cfg/content",
    "POST /organizations/Acme/distributions/CentOS 7/thumb",
    "POST /organizations/Acme/platforms",
    "POST /organizations/Acme/platforms/Cloud/files/userdata/content",
}
ENVIRONMENTS = "POST /organizations/Acme/environments"
HOSTS = f"{ENVIRONMENTS}/Prod/hosts"
CONTEXTS = {f"{HOSTS}/web1/{kind}" for kind in ("applications", "platform", "distribution")}
WITH_INSTANCE = {HOSTS, *CONTEXTS, f"{HOSTS}/web1/instance/properties"}
CENTOS = "/organizations/Acme/distributions/CentOS 7"
#: What is looked up so that nothing is missing, or that no conflict remains untold, before anything is sent.
LOOKED_UP = re.compile(
    r"GET /organizations/\w+/((applications|platforms|distributions)/[^/]+|environments/[^/]+/hosts/[^/]+)"
)
#: The runs in which something comes to an organization that has what it needs.
WITH_NEEDS = tuple(f"import.{kind}." for kind in ("environment", "host", "hostgroup", "orchestration", "organization"))
NEVER_SENT = OF_THE_SERVER.union(*NOT_SENT.values())


@dataclass
class Better:
    """How a recorded run goes now, where it went wrong."""

    raises: type[Exception] | None = None
    sends: set[str] = field(default_factory=set)
    omits: set[str] = field(default_factory=set)
    looks: bool = False  # the original stopped looking, or did not look at contents
    found: set[str] = field(default_factory=set)  # what the server has, which the original did not ask for


#: The original deleted without being asked, and all parameters.
DELETIONS = {f"DELETE {SHOP}/{part}" for part in ("files/gone.conf", "parameters/Old", "parameters/Port")}
CHANGES = {f"PUT {SHOP}", f"PUT {SHOP}/files/shop.conf", f"POST {SHOP}/files", f"POST {SHOP}/parameters"}
UPLOADS = CONTENTS | {f"POST {SHOP}/thumb"}
DEFECTS = {
    "application.no_folder": Better(raises=UnusableFile),
    # A file that never had a content has none in the folder either.
    "application.content_file_missing_on_disk": Better(),
    "application.create_refused_400": Better(raises=ImportException),
    "application.conflict_check_403": Better(raises=Forbidden),
    "application.declared_file_unknown_after_create": Better(sends=WHOLE_SHOP),
    "application.upload_refused_500": Better(
        raises=ImportException, omits={f"POST {SHOP}/files/setup.sh/content", f"POST {SHOP}/thumb"}
    ),
    "application.odd_names": Better(
        sends={"POST /organizations/Ünit & Co/applications/Front 100%/files/my file é.conf/content"}
    ),
    "application.conflict": Better(raises=ImportException, looks=True),
    "application.conflict_no_files_or_parameters": Better(raises=ImportException),
    "application.conflict_but_file_is_new": Better(raises=ImportException, looks=True, omits={f"POST {SHOP}/files"}),
    "application.conflict_skip_without_queue": Better(
        looks=True,
        found={f"{SHOP}/files/shop.conf/content", f"{SHOP}/thumb"},
        sends={
            f"POST {SHOP}/{part}" for part in ("files", "files/setup.sh/content", "parameters", "rpmmodules", "gits")
        },
    ),
    "application.conflict_queued": Better(raises=ImportException),
    "application.conflict_queued_skip": Better(
        looks=True,
        found={f"{SHOP}/files/setup.sh/content", f"{SHOP}/thumb"},
        sends={f"POST {SHOP}/files/shop.conf/content"},
    ),
    "application.queue_one_action_fails": Better(raises=ImportException, omits=CONTENTS),
    "application.queue_calls_without_queue_display": Better(raises=ImportException),
    "application.queue_calls_without_queue_execute": Better(raises=ImportException),
    "application.queue_calls_without_queue_no_conflict": Better(raises=ImportException),
    "application.update_existing_but_absent": Better(sends=WHOLE_SHOP),
    "application.update_existing_as_it_is": Better(
        looks=True,
        omits=DELETIONS,
        sends=CHANGES | UPLOADS | {f"POST {SHOP}/rpmmodules", f"POST {SHOP}/gits"},
    ),
    "application.update_existing_repaired": Better(omits=DELETIONS),
    "application.update_existing_queued": Better(
        sends=CHANGES | UPLOADS | {f"PUT {SHOP}/rpmmodules/postgresql", f"POST {SHOP}/gits"}
    ),
    "application.update_existing_queued_skip_as_it_is": Better(
        omits=DELETIONS,
        sends=UPLOADS | {f"PUT {SHOP}", f"PUT {SHOP}/files/shop.conf", f"PUT {SHOP}/rpmmodules/postgresql"},
    ),
    "application.update_existing_queued_skip_repaired": Better(omits=DELETIONS, sends=UPLOADS),
    "distribution.update_existing_repaired": Better(omits={f"DELETE {CENTOS}/parameters/Root password"}),
    "distribution.conflict_queued_skip": Better(
        looks=True, found={f"{CENTOS}/files/kickstart.cfg/content", f"{CENTOS}/thumb"}
    ),
    "platform.update_existing_repaired": Better(omits={"DELETE /organizations/Acme/platforms/Cloud/parameters/Flavor"}),
    "organization.conflicts_queued_skip": Better(
        looks=True,
        found={
            *(f"{SHOP}/{part}" for part in ("files/shop.conf/content", "files/setup.sh/content", "thumb")),
            *(f"{CENTOS}/{part}" for part in ("files/kickstart.cfg/content", "thumb")),
        },
    ),
    # Settings of a context that exists are changed one by one.
    "host.conflict_update_existing_repaired": Better(
        omits={f"PUT {HOSTS[5:]}/web1/platform", f"PUT {HOSTS[5:]}/web1/distribution"}
    ),
    "host.with_instances_check_fails_500": Better(raises=ServerError, omits=WITH_INSTANCE),
    "host.with_instances_no_properties": Better(raises=ServerError, omits={HOSTS, *CONTEXTS, f"{HOSTS}/web1/instance"}),
    "distribution.conflict": Better(raises=ImportException, looks=True),
    "platform.conflict": Better(raises=ImportException, looks=True),
    "platform.with_thumb_on_disk": Better(),
    "environment.conflict": Better(raises=ImportException, looks=True),
    "host.conflict": Better(raises=ImportException, looks=True),
    "host.conflict_update_existing_as_it_is": Better(looks=True, sends={f"PUT {HOSTS[5:]}/web1"} | CONTEXTS),
    "host.context_file_missing": Better(raises=ImportException, omits={HOSTS}),
    "host.with_instances_none_yet": Better(sends={f"{HOSTS}/web1/instance/properties"}),
    "job.conflict": Better(raises=ImportException),
    "orchestration.conflict": Better(raises=ImportException),
    "hostgroup.conflict": Better(raises=ImportException),
    "webhook.conflict": Better(raises=ImportException),
    "organization.conflict_not_queued": Better(raises=ImportException, looks=True),
    "organization.conflicts_queued": Better(raises=ImportException),
    "organization.with_notification_channels_folder": Better(sends={"POST /organizations/Tiny/notifications"}),
    "full_environment.host_without_platform": Better(sends={ENVIRONMENTS, HOSTS}),
    "full_environment.application_missing": Better(
        sends=WHOLE_SHOP | OTHER_PARTS | {ENVIRONMENTS, HOSTS} | CONTEXTS, looks=True
    ),
}


class Canned:
    """The responses of one run, and those to requests that the original did not make."""

    def __init__(self, case, better):
        self.asked = []
        self.answers = {}
        self.parts_are_there = case["id"].startswith(WITH_NEEDS)
        self.found = better.found
        for exchange in case["setup_exchanges"] + case["exchanges"]:
            self.answers.setdefault(line(exchange["request"]), []).append(exchange["response"])

    def __call__(self, request):
        path = path_of(request.url.raw_path.decode("ascii").partition("?")[0].removeprefix("/api"))
        asked = f"{request.method} {path}"
        self.asked.append((asked, request.content))
        answers = self.answers.get(asked)
        if not answers:
            there = request.method != "GET" or path in self.found
            there = there or (self.parts_are_there and LOOKED_UP.fullmatch(asked))
            return httpx.Response(200 if there else 404, json={} if there else {"error": ["Not found"]})
        found = answers.pop(0) if len(answers) > 1 else answers[0]
        if "json" in found:
            return httpx.Response(found["status"], json=found["json"])
        return httpx.Response(found.get("status", 200), content=bytes_of(found))


def path_of(path):
    return unquote(path).rstrip("/")


def line(request):
    return f"{request['method']} {path_of(request['path'])}"


def recorded():
    runs = map(json.loads, RECORDED.read_text(encoding="utf-8").splitlines())
    return {run["id"].removeprefix("import."): run for run in runs if run["id"].startswith("import.")}


def bytes_of(written):
    if "text" in written:
        return written["text"].encode()
    return base64.b64decode(written.get("base64", written.get("body_base64", "")))


def filled(case, folder):
    if case["folder"] != "absent":
        folder.mkdir()
    for name, written in case.get("input_tree", {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(bytes_of(written))
    return folder / case.get("folder_sub", "")


def is_same(sent, wanted, update):
    members = wanted.keys() if update else wanted.keys() | sent.keys()
    return {member for member in members if sent.get(member) != wanted.get(member)} <= NEVER_SENT


if RECORDED.exists():  # the recordings are not part of the project
    CASES = recorded()

    @pytest.mark.parametrize("name", CASES)
    def test_a_recorded_import(name, tmp_path):
        case, better = CASES[name], DEFECTS.get(name, Better())
        canned, folder = Canned(case, better), filled(case, tmp_path / "folder")
        with Client("http://comodit.test/api", "UUU", "PPP", transport=httpx.MockTransport(canned)) as client:
            names = {"client": client, "folder": str(folder)}
            exec(case["setup"].replace("Import(", "Import(parallel=1, "), names)
            canned.asked.clear()
            if better.raises:
                with pytest.raises(better.raises):
                    exec(case["python"], names)
            else:
                exec(case["python"], names)
        asked = {one for one, _ in canned.asked}
        wanted = {line(exchange["request"]) for exchange in case["exchanges"]}
        assert changes(asked) == (changes(wanted) | better.sends) - better.omits
        more = {one for one in asked - changes(asked) - wanted if not LOOKED_UP.fullmatch(one)}
        assert better.looks or more == set()
        check_bodies(case, canned)

    def test_every_defect_is_of_a_recorded_run():
        assert DEFECTS.keys() <= CASES.keys()
        ended = {name for name, case in CASES.items() if "exit" in case["result"] or "raised" in case["result"]}
        assert ended <= DEFECTS.keys()


def changes(asked):
    return {one for one in asked if not one.startswith("GET ")}


def check_bodies(case, canned):
    """What is sent is what was sent, but for what belongs to the server; an update holds what the folder lacks, too."""
    for exchange in case["exchanges"]:
        wanted = exchange["request"].get("json")
        if isinstance(wanted, dict):
            asked = line(exchange["request"])
            sent = [json.loads(content) for one, content in canned.asked if one == asked]
            assert not sent or any(is_same(found, wanted, asked.startswith("PUT ")) for found in sent), asked
