"""The recorded syncs of the original client: the same differences, requests and folder, but where it was wrong."""

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
from comodit_client.disk.place import Place
from comodit_client.disk.stamps import set_export_time
from comodit_client.rest.exceptions import SyncException

HERE = Path(__file__).resolve().parent
WIRE = HERE.parents[3] / "shared" / "wire"
RECORDED = WIRE / "tools.jsonl"
#: What the original compared one by one lies in files: contents and pictures by name, all else in the definition.
OF_A_CONTENT = ("set_file_content", "delete_file_content")
OF_A_PICTURE = ("set_thumb", "delete_thumb")
NEVER_SENT = OF_THE_SERVER.union(*NOT_SENT.values())
PARTS = re.compile(r"/(files|parameters|settings|rpmmodules|gits)/?")
SHOP = "/organizations/Acme/applications/Shop"


@dataclass
class Better:
    """How a recorded run goes now, where it went wrong."""

    because: tuple[str, ...]  # the beginnings of lines of the defects
    raises: type[Exception] | None = None
    differs: set[str] | None = None
    sends: set[str] = field(default_factory=set)
    omits: set[str] = field(default_factory=set)
    tree: dict[str, bytes | None] = field(default_factory=dict)
    folder: dict[str, dict[str, str]] = field(default_factory=dict)  # what is in it instead of what was recorded
    options: str = ""


#: The beginnings of the lines that tell what was wrong.
UPDATE_BROKEN = "Always breaks with TypeError at the first update() since 2022"
TEXT_WRITTEN = "Writes bytes into text files: TypeError on Python 3"
TEXT_COMPARED = "Compares bytes from the server with text from disk"
ABSENT_BREAKS = "Expects EntityNotFoundException, but content and thumbnail raise ApiException on 404"
NO_PICTURE_BREAKS = "Platforms lack the thumbnail methods the engine calls"
MISSING_LIST_BREAKS = "A files field that is missing on the source side breaks the comparison"
NULL_COUNTS = "null and absent are the same on one side but not symmetric"
ALL_MADE_ANEW = "Any difference in files, parameters or settings deletes the whole collection and makes it again"
HANDLERS_EMPTIED = "Handlers are emptied first"
LISTED_NOT_DONE = "Removed contents and thumbnails are listed as differences but never removed"
NEEDLESS_PUT = "Sends PUT (twice when there are handlers) even when nothing differs"
NO_FOLDER_MADE = "Rewrites definition.json even when nothing differs, does not make files/"
NO_VERSION = "No use of the version field: concurrent changes on the server are overwritten silently"

#: The folder is as it was, whatever the run left of it when it ended early.
SAME: dict[str, bytes | None] = {}
NEW_FILES: dict[str, bytes | None] = {"files/setup.sh": b"#!/bin/sh\r\necho ok\r\n", "files/shop.conf": b"never read"}
REMADE_FILES = [("POST", ""), ("DELETE", "/shop.conf"), ("DELETE", "/setup.sh")]
PUT = {f"PUT {SHOP}"}
CENTOS = "/organizations/Acme/distributions/CentOS 7"
#: Only what is no longer in the folder is deleted, and what is in both is updated where it differs.
MADE_ANEW = {f"DELETE {SHOP}/files/shop.conf", f"DELETE {SHOP}/parameters/Port"}
UPDATED = {f"PUT {SHOP}/parameters/Port"}
DECIDED = ", on_conflict='folder'"  # the server's version is another one by now
DEFECTS = {
    **{
        f"{method}.identical_as_it_is": Better((TEXT_COMPARED,))
        for method in ("pull", "pull_dry_run", "push", "push_dry_run")
    },
    **{
        f"{method}.identical_text_thumb_as_it_is": Better((TEXT_COMPARED, TEXT_WRITTEN), differs=set(), tree=SAME)
        for method in ("pull", "pull_dry_run", "push", "push_dry_run")
    },
    **{
        f"{method}.no_remote_thumb_as_it_is": Better((ABSENT_BREAKS,))
        for method in ("pull", "pull_dry_run", "push", "push_dry_run")
    },
    "push.identical_repaired": Better((NEEDLESS_PUT,), omits=PUT),
    "push.many_differences_repaired": Better(
        (NO_VERSION, ALL_MADE_ANEW, HANDLERS_EMPTIED),
        options=DECIDED,
        omits=MADE_ANEW,
        sends=UPDATED,
        folder={"thumb": {"text": "GIF89a, for a picture is looked at before it is sent"}},
    ),
    "push.as_it_is_with_handlers": Better(
        (UPDATE_BROKEN, NO_VERSION, LISTED_NOT_DONE),
        options=DECIDED,
        sends=PUT
        | UPDATED
        | {f"POST {SHOP}/{part}" for part in ("files", "parameters", "files/shop.conf/content")}
        | {f"POST {SHOP}/files/local-only.conf/content"}
        | {f"DELETE {SHOP}/{part}" for part in ("files/setup.sh", "parameters/Secret")},
    ),
    "push.as_it_is_without_handlers": Better(
        (UPDATE_BROKEN, NO_VERSION, ALL_MADE_ANEW), options=DECIDED, omits=MADE_ANEW, sends=PUT | UPDATED
    ),
    "push.file_mode_changed_repaired": Better(
        (ALL_MADE_ANEW, NEEDLESS_PUT),
        omits=PUT | {f"{method} {SHOP}/files{name}" for method, name in REMADE_FILES},
        sends={f"PUT {SHOP}/files/shop.conf"},
    ),
    "push.file_content_changed_repaired": Better((NEEDLESS_PUT,), omits=PUT),
    "push.files_field_absent_locally_repaired": Better(
        (MISSING_LIST_BREAKS,),
        differs={"definition.json", "files/shop.conf", "files/setup.sh"},
        sends={f"DELETE {SHOP}/files/{name}" for name in ("shop.conf", "setup.sh")},
    ),
    "push.parameters_removed_repaired": Better((NEEDLESS_PUT, HANDLERS_EMPTIED), omits=PUT),
    "push.thumb_new_repaired": Better((NEEDLESS_PUT,), omits=PUT),
    "push.thumb_gone_locally_repaired": Better((LISTED_NOT_DONE, NEEDLESS_PUT), omits=PUT),
    "push.content_gone_locally_repaired": Better((LISTED_NOT_DONE, NEEDLESS_PUT), omits=PUT),
    "pull.remote_content_missing_as_it_is": Better(
        (ABSENT_BREAKS,), differs={"files/setup.sh"}, tree={"files/setup.sh": None}
    ),
    "pull.no_files_folder_repaired": Better((NO_FOLDER_MADE,), tree=NEW_FILES),
    "pull_dry_run.null_fields": Better((NULL_COUNTS,), differs=set()),
    "push.distribution_settings_repaired": Better(
        (ALL_MADE_ANEW, NEEDLESS_PUT),
        omits={f"PUT {CENTOS}", f"DELETE {CENTOS}/settings/kickstartName", f"POST {CENTOS}/settings"},
        sends={f"PUT {CENTOS}/settings/kickstartName"},
    ),
    "push.platform_as_it_is": Better((NO_PICTURE_BREAKS,)),
}


class Canned:
    """The responses of one run.

    What is read differs from what the original read: a sync fetches the entity anew, lists its files, modules and git
    resources, reads each content once instead of up to three times, and fetches all of it again after a push, to note
    what the server made of it. So reads that were not recorded are answered as the recorded ones imply.
    """

    def __init__(self, case):
        self.asked = []
        self.folder = case.get("input_tree", {})
        self.answers = {}
        same = CASES.get(f"pull.{case['id'].rpartition('.')[2]}", case)
        for exchange in same["exchanges"] + case["setup_exchanges"] + case["exchanges"]:
            self.answers.setdefault(line(exchange["request"]), exchange["response"])

    def __call__(self, request):
        path = unquote(request.url.raw_path.decode("ascii").partition("?")[0].removeprefix("/api")).rstrip("/")
        asked = f"{request.method} {path}"
        self.asked.append((asked, request.content))
        listed = request.method == "GET" and PARTS.search(path) and not path.endswith("/content")
        found = (None if listed else self.answers.get(asked)) or self.implied(request.method, path)
        if "json" in found:
            return httpx.Response(found["status"], json=found["json"])
        return httpx.Response(found.get("status", 200), content=bytes_of(found))

    def implied(self, method, path):
        if method != "GET":
            return {"status": 200, "json": {}}
        if path.endswith(("/thumb", "/content")):  # never looked at, so it is as in the folder
            name = "thumb" if path.endswith("/thumb") else f"files/{path.split('/')[-2]}"
            return self.folder.get(name, {"text": "never read"})
        owner, *below = PARTS.split(path)
        listed = self.answers[f"GET {owner}"]["json"].get(below[0], []) if below else []
        if below and not below[1]:
            return {"status": 200, "json": {"items": listed}}
        for item in listed:
            if item.get("name", item.get("key")) == below[1]:
                return {"status": 200, "json": item}
        return {"status": 404, "json": {"error": ["Not found"]}}


def line(request):
    return f"{request['method']} {unquote(request['path']).rstrip('/')}"


def recorded():
    runs = map(json.loads, RECORDED.read_text(encoding="utf-8").splitlines())
    return {run["id"].removeprefix("sync."): run for run in runs if run["id"].startswith("sync.")}


def bytes_of(written):
    if "text" in written:
        return written["text"].encode()
    return base64.b64decode(written.get("base64", written.get("body_base64", "")))


def filled(case, folder):
    if case["folder"] != "absent":
        folder.mkdir()
    for name, written in case.get("input_tree", {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if not name.endswith("/"):
            (folder / name).write_bytes(bytes_of(written))
    return folder


def files_of(folder):
    paths = sorted(folder.rglob("*")) if folder.exists() else []
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in paths
        if path.is_file() and not path.name.startswith(".")
    }


def differing(diffs):
    found = set()
    for diff in diffs:
        content = f"files/{diff['key']}" if diff["type"] in OF_A_CONTENT else None
        found.add(content or ("thumb" if diff["type"] in OF_A_PICTURE else "definition.json"))
    return found


def changes(asked):
    return {one for one in asked if not one.startswith("GET ")}


def meaning(name, content):
    if name != "definition.json":
        return content
    return {member: value for member, value in json.loads(content).items() if value is not None}


def run(case, folder, options=""):
    canned = Canned(case)
    with Client("http://comodit.test/api", "UUU", "PPP", transport=httpx.MockTransport(canned)) as client:
        names = {"client": client, "folder": str(folder)}
        exec(case["setup"], names)
        canned.asked.clear()
        # The original wrote secrets, and knew no options.
        code = case["python"].strip().replace("SyncEngine(folder)", f"SyncEngine(folder, with_secrets=True{options})")
        return eval(code, names), canned


def wanted_tree(name, case, better):
    """The recorded one, but that a run that ended early ends now."""
    tree = case["input_tree"] if better.tree is SAME else case["result"]["tree"] | better.folder
    found = {file: bytes_of(written) for file, written in tree.items() if not file.endswith("/")} | better.tree
    if name.startswith("pull."):
        found["definition.json"] = json.dumps(case["setup_exchanges"][-1]["response"]["json"]).encode()
    return {file: meaning(file, content) for file, content in found.items() if content is not None}


if RECORDED.exists():  # the recordings are not part of the project
    CASES = recorded()
    KNOWN = Better(())

    @pytest.mark.parametrize("name", [name for name, case in CASES.items() if case["folder"] == "input"])
    def test_a_recorded_sync(name, tmp_path):
        """A pull finds the folder as an export left it; before a push somebody edited it."""
        better = DEFECTS.get(name, KNOWN)
        case = {**CASES[name], "input_tree": CASES[name]["input_tree"] | better.folder}
        folder = filled(case, tmp_path / "folder")
        if name.startswith("pull"):
            set_export_time(Place.at(folder))
        diffs, canned = run(case, folder, better.options)
        recorded_diffs = differing(case["result"]["diffs"])
        assert {diff.key for diff in diffs} == (recorded_diffs if better.differs is None else better.differs)
        sent = [one for one, _ in canned.asked if not one.startswith("GET ")]
        wanted = {line(exchange["request"]) for exchange in case["exchanges"]}
        assert set(sent) == ({one for one in wanted if not one.startswith("GET ")} | better.sends) - better.omits
        assert len(set(sent)) == len(sent)
        check_bodies(case, canned)
        found = {file: meaning(file, content) for file, content in files_of(folder).items()}
        assert found == wanted_tree(name, case, better)

    @pytest.mark.parametrize("name", [name for name in CASES if name.startswith("pull.")])
    def test_a_recorded_pull_overwrites_nothing_that_was_edited(name, tmp_path):
        """Listed as a defect: "overwrites local edits without asking"."""
        case = CASES[name]
        folder = filled(case, tmp_path / "folder")
        before = files_of(folder)
        try:
            run(case, folder)
        except SyncException as error:
            assert error.conflicts
            assert files_of(folder) == before
        after = files_of(folder)
        assert {file: after.get(file) for file in before} == before

    @pytest.mark.parametrize("name", [name for name, case in CASES.items() if case["folder"] != "input"])
    def test_a_folder_without_an_export_is_refused(name, tmp_path):
        with pytest.raises(SyncException, match=r"does not (exist|contain an entity definition)"):
            run(CASES[name], filled(CASES[name], tmp_path / "folder"))

    def test_every_difference_is_a_listed_defect_of_a_recorded_run():
        text = re.sub(r"\s+", " ", (WIRE / "tools.yaml").read_text(encoding="utf-8")).replace("what: '", "what: ")
        assert all(f"what: {line}" in text for better in DEFECTS.values() for line in better.because)
        assert all(better.because for better in DEFECTS.values())
        assert DEFECTS.keys() <= CASES.keys()
        ended = {name for name, case in CASES.items() if "raised" in case["result"] and case["folder"] == "input"}
        assert ended <= DEFECTS.keys()


def check_bodies(case, canned):
    """What is sent is what is in the folder, but for what belongs to the server."""
    document = json.loads(case["input_tree"]["definition.json"]["text"])
    for asked, content in canned.asked:
        parts = PARTS.split(asked)
        if asked.startswith("PUT ") and len(parts) == 1:
            sent = json.loads(content)
            wrong = {member for member in document.keys() | sent.keys() if sent.get(member) != document.get(member)}
            assert wrong <= NEVER_SENT
        elif asked.startswith(("PUT ", "POST ")) and parts[1:] and not asked.endswith("/content"):
            sent = json.loads(content)
            name = sent.get("name", sent.get("key"))
            (wanted,) = (one for one in document[parts[1]] if one.get("name", one.get("key")) == name)
            assert sent.items() >= {key: value for key, value in wanted.items() if key not in NEVER_SENT}.items()
        elif asked.startswith("POST "):
            name = "thumb" if asked.endswith("/thumb") else f"files/{asked.split('/')[-2]}"
            assert bytes_of(case["input_tree"][name]) in content
