"""The recorded exports of the original client: the same requests, the same folder, but where the original was wrong."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest

from comodit_client.api import Client
from comodit_client.rest.exceptions import ExportException, Forbidden, ServerError

HERE = Path(__file__).resolve().parent
RECORDED = HERE.parents[3] / "shared" / "wire" / "tools.jsonl"
BLOB = b"\x89PNG\r\n\x1a\n\xff\xfe\x00end"
#: What an export of an organization asks for beyond what the original did; none of it is there in the recordings.
ADDED = ("notifications", "pipelines", "groups", "application_properties")
ADDED_IN_ACME = {f"/organizations/Acme/{kind}" for kind in ADDED} | {
    "/organizations/Acme/orchestrations/Rolling/handlers",
    "/organizations/Acme/hostgroups/Fronts/application_properties",
    "/organizations/Acme/environments/Prod/groups",
    "/organizations/Acme/environments/Prod/application_properties",
    "/organizations/Acme/environments/Prod/hosts/web1/groups",
    "/organizations/Acme/environments/Prod/hosts/web1/application_properties",
    "/organizations/Acme/environments/Prod/hosts/db1/groups",
    "/organizations/Acme/environments/Prod/hosts/db1/application_properties",
}

SLASHED = "/organizations/Acme/applications/Slashed"
#: What an original that gave up did not ask any more.
AFTERWARDS = {
    f"{SLASHED}/files/conf.d/a.conf/content": {"text": "x"},
    f"{SLASHED}/rpmmodules": {"status": 200, "json": {}},
    f"{SLASHED}/gits": {"status": 200, "json": {}},
}


@dataclass
class Better:
    """How a recorded run goes now, where it went wrong."""

    raises: type[Exception] | None = None
    tree: dict[str, bytes] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    asks: set[str] = field(default_factory=set)
    asks_more: bool = False  # the original gave up


DEFECTS = {
    "application.no_thumb_and_file_without_content": Better(gone={"files/setup.sh"}),
    "application.binary_file_content": Better(tree={"files/blob": BLOB}),
    "application.force_over_stale_data": Better(
        gone={"files/old.conf", "gits/old/definition.json", "readme.txt", "thumb"}, tree={"gits/": b""}
    ),
    "application.folder_not_empty": Better(raises=ExportException),
    "application.content_error_500": Better(raises=ServerError, asks_more=True),
    "application.thumb_error_403": Better(raises=Forbidden, asks_more=True),
    "application.file_name_with_slash": Better(
        gone={"files/"}, tree={"files/conf.d%2Fa.conf": b"x", "gits/": b"", "rpmmodules/": b""}, asks_more=True
    ),
    "host.instance_missing": Better(asks_more=True),
    "host.instance_error_500": Better(raises=ServerError),
    "host.platform_context_missing": Better(asks_more=True),
    "host.distribution_context_error_500": Better(raises=ServerError),
    "organization.full": Better(asks=ADDED_IN_ACME),
    "organization.empty": Better(asks={f"/organizations/Bare/{kind}" for kind in ADDED}),
    "organization.app_gone_meanwhile": Better(asks_more=True),
}
#: Of these the folder is that of a run that went well, without what had gone meanwhile.
WITHOUT = {
    "host.instance_missing": ("host.ready", "instance.json"),
    "host.platform_context_missing": ("host.ready", "platform.json"),
    "organization.app_gone_meanwhile": ("organization.full", "applications/"),  # there was no other
}


class Canned:
    """The responses of one run. Requests that it did not make get the responses of other runs."""

    def __init__(self, case, cases):
        self.asked = set()
        self.answers = {}
        for exchange in case["setup_exchanges"] + case["exchanges"]:
            self.answers.setdefault(path_of(exchange["request"]["path"]), exchange["response"])
        for other in cases.values():
            for exchange in other["setup_exchanges"] + other["exchanges"]:
                if exchange["response"]["status"] == 200:
                    self.answers.setdefault(path_of(exchange["request"]["path"]), exchange["response"])
        self.answers |= AFTERWARDS

    def __call__(self, request):
        path = path_of(request.url.raw_path.decode("ascii").removeprefix("/api"))
        assert request.method == "GET"
        self.asked.add(path)
        found = self.answers.get(path, {"status": 404, "json": {"error": ["Not found"]}})
        if "json" in found:
            return httpx.Response(found["status"], json=found["json"])
        content = found["text"].encode() if "text" in found else base64.b64decode(found.get("body_base64", ""))
        return httpx.Response(found.get("status", 200), content=content)


def path_of(path):
    return unquote(path).rstrip("/")


def recorded():
    runs = map(json.loads, RECORDED.read_text(encoding="utf-8").splitlines())
    return {run["id"].removeprefix("export."): run for run in runs if run["id"].startswith("export.")}


def bytes_of(written):
    if isinstance(written, str) or written is None:
        return (written or "").encode()
    return written["text"].encode() if "text" in written else base64.b64decode(written.get("base64", ""))


def tree_of(case):
    return {name: bytes_of(written) for name, written in (case["result"].get("tree") or {}).items()}


def filled(case, folder):
    if case["folder"] != "absent":
        folder.mkdir()
    for name, written in case.get("input_tree", {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(bytes_of(written))


def expected(name, cases):
    better = DEFECTS.get(name, Better())
    if better.raises and cases[name]["folder"] == "absent":
        return {}
    other, gone = WITHOUT.get(name, (name, None))
    found = {path: text for path, text in tree_of(cases[other]).items() if not gone or not path.startswith(gone)}
    found |= {path: text for path, text in tree_of(cases[name]).items() if path == "definition.json"}
    return {path: text for path, text in found.items() if path not in better.gone} | better.tree


if RECORDED.exists():  # the recordings are not part of the project
    CASES = recorded()

    @pytest.mark.parametrize("name", CASES)
    def test_a_recorded_export(name, tmp_path, read):
        case, better = CASES[name], DEFECTS.get(name, Better())
        canned, folder = Canned(case, CASES), tmp_path / "folder"
        filled(case, folder)
        with Client("http://comodit.test/api", "UUU", "PPP", transport=httpx.MockTransport(canned)) as client:
            names = {"client": client, "folder": str(folder)}
            setup = case["setup"].replace("Export()", "Export(with_secrets=True)")
            exec(setup.replace("Export(True)", "Export(True, with_secrets=True)"), names)
            canned.asked.clear()
            if better.raises:
                with pytest.raises(better.raises):
                    exec(case["python"], names)
            else:
                exec(case["python"], names)
        assert read(folder) == expected(name, CASES)
        assert [path for path in tmp_path.iterdir() if path != folder] == []
        wanted = {path_of(exchange["request"]["path"]) for exchange in case["exchanges"]} | better.asks
        assert canned.asked >= wanted if better.asks_more else canned.asked == wanted

    def test_every_defect_is_of_a_recorded_run():
        assert DEFECTS.keys() <= CASES.keys()
        ended = {name for name, case in CASES.items() if "exit" in case["result"] or "raised" in case["result"]}
        assert ended <= DEFECTS.keys()
