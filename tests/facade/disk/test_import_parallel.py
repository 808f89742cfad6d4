"""As many requests of an import are under way as allowed, and never more; what a failure does then."""

from __future__ import annotations

import json
import shutil
import threading

import pytest

from comodit_client.disk.plan import Plan
from comodit_client.rest.exceptions import ImportException

from .conftest import PNG

AT = "/organizations/A"


@pytest.fixture
def folder(tmp_path):
    """An organization with eight applications, of one content and one picture each."""
    top = tmp_path / "A"
    (top / "applications").mkdir(parents=True)
    (top / "definition.json").write_text('{"name": "A"}')
    for number in range(8):
        place = top / "applications" / f"app{number}"
        (place / "files").mkdir(parents=True)
        (place / "definition.json").write_text(json.dumps({"name": place.name, "files": [{"name": "a"}]}))
        (place / "files" / "a").write_bytes(b"x")
        (place / "thumb").write_bytes(PNG)
    return top


def applications(lines, verb):
    return [line for line in lines if line.startswith(f"{verb} {AT}/applications/") and line.count("/") == 4]


def test_look_ups_are_under_way_at_the_same_time(make_import, meeting, met, run, folder):
    meeting.answers[f"GET {AT}"] = 200, {"name": "A"}
    meeting.meets = lambda line: line.startswith("GET") and line != f"GET {AT}"
    run(make_import(parallel=4, queue_actions=True, skip_conflict=True).import_organization(met, folder))
    assert len(applications(meeting.lines, "GET")) == 8
    assert meeting.most == 4


def test_what_is_referred_to_is_looked_up_at_the_same_time(make_import, meeting, met, run, tmp_path):
    groups = [{"position": number, "hostGroup": {"name": f"g{number}"}} for number in range(4)]
    (tmp_path / "definition.json").write_text(json.dumps({"name": "Roll", "orderedHostGroup": groups}))
    meeting.meets = lambda line: "/hostgroups/" in line
    with pytest.raises(ImportException) as caught:
        run(make_import(parallel=4).import_orchestrations(met.organizations().new("A"), tmp_path))
    assert [problem.split()[0][-2:] for problem in caught.value.problems] == ["g0", "g1", "g2", "g3"]
    assert meeting.most == 4


def test_uploads_of_all_entities_are_under_way_at_the_same_time(make_import, meeting, met, run, folder):
    meeting.meets = lambda line: line.endswith(("/content", "/thumb"))
    importer = make_import(parallel=4)
    run(importer.import_organization(met, folder))
    assert meeting.most == 4
    assert len(meeting.lines) == 2 + 8 * 3
    created = [text for text in importer.report.done if text.startswith("Create application")]
    assert created == [f"Create application 'app{number}'" for number in range(8)]


def test_siblings_are_created_in_their_order(make_import, client, server, run, folder):
    for path in (f"{AT[:14]}/", f"{AT}/applications/"):
        server.on("POST", path, {})
    for number in range(8):
        for part in ("files/a/content", "thumb"):
            server.on("POST", f"{AT}/applications/app{number}/{part}", {})
    run(make_import().import_organization(client, folder))
    created = [request.json["name"] for request in server.asked if str(request) == f"POST {AT}/applications/"]
    assert created == [f"app{number}" for number in range(8)]
    for number in range(8):
        at = f"POST {AT}/applications/app{number}"
        create = [i for i, line in enumerate(server.lines) if line == f"POST {AT}/applications/"][number]
        assert all(server.lines.index(f"{at}/{part}") > create for part in ("files/a/content", "thumb"))


def test_one_at_a_time_is_one_at_a_time(make_import, meeting, met, run, folder):
    run(make_import(parallel=1).import_organization(met, folder))
    assert meeting.most == 1


def test_nothing_is_begun_after_a_failure(make_import, meeting, met, run, folder):
    meeting.answers[f"POST {AT}/applications/app3/thumb"] = 413, {"error": ["too large"]}
    importer = make_import(parallel=4)
    with pytest.raises(ImportException, match="too large") as caught:
        run(importer.import_organization(met, folder))
    report = caught.value.report
    sent = [line for line in meeting.lines if line.startswith("POST")]
    assert report.failed.startswith("Upload thumbnail of application 'app3'")
    assert report.also_failed == ()
    assert len(report.done) == len(sent) - 1
    assert len(report.done) + 1 + len(report.not_attempted) == 1 + 8 * 3
    assert not {*report.done} & {*report.not_attempted}


def test_what_was_under_way_is_told_as_done_or_failed(make_import, meeting, met, run, folder):
    shutil.rmtree(folder / "applications" / "app1")
    for number in range(2, 8):
        shutil.rmtree(folder / "applications" / f"app{number}")
    application = folder / "applications" / "app0"
    for name in ("b", "c"):
        (application / "files" / name).write_bytes(b"x")
    document = {"name": "app0", "files": [{"name": name} for name in "abc"]}
    (application / "definition.json").write_text(json.dumps(document))
    meeting.meets = lambda line: line.endswith(("/content", "/thumb"))
    for part in ("files/b/content", "thumb"):
        meeting.answers[f"POST {AT}/applications/app0/{part}"] = 500, {"error": ["disk full"]}
    importer = make_import(parallel=4, queue_actions=True)
    run(importer.import_organization(met, folder))
    with pytest.raises(ImportException, match=r"Upload .* failed: .*; Upload .* failed: .* 4 of 6 actions") as caught:
        run(importer.execute_queue())
    report = caught.value.report
    failed = sorted((report.failed, *report.also_failed))
    assert [text.split(" from ")[0] for text in failed] == [
        "Upload file 'b' of application 'app0'",
        "Upload thumbnail of application 'app0'",
    ]
    assert [text.split(" from ")[0] for text in report.done] == [
        "Create organization 'A'",
        "Create application 'app0'",
        "Upload file 'a' of application 'app0'",
        "Upload file 'c' of application 'app0'",
    ]
    assert report.not_attempted == ()
    assert sorted(action.get_summary() for action in importer.actions) == failed


def test_progress_is_told_in_the_callers_thread(make_import, met, run, folder):
    seen = []
    run(
        make_import(
            parallel=4, progress=lambda count: seen.append((count.done, count.total, threading.get_ident()))
        ).import_organization(met, folder)
    )
    assert seen == [(number, 25, threading.get_ident()) for number in range(1, 26)]


def test_what_is_done_leaves_the_queue_even_when_progress_fails(make_import, met, run, folder):
    def fail(count):
        raise KeyError(count.item)

    importer = make_import(queue_actions=True, parallel=1, progress=fail)
    run(importer.import_organization(met, folder))
    with pytest.raises(KeyError, match="organization"):
        run(importer.execute_queue())
    assert len(importer.actions) == 24


def test_backups_are_bounded_as_well(make_import, meeting, met, run, folder, tmp_path):
    meeting.answers[f"GET {AT}"] = 200, {"name": "A"}
    for number in range(8):
        at = f"GET {AT}/applications/app{number}"
        meeting.answers[at] = 200, {"name": f"app{number}"}
        for part in ("files/", "gits/", "rpmmodules/"):
            meeting.answers[f"{at}/{part}"] = 200, {"items": [{"name": f"x{item}"} for item in range(6)]}
    meeting.meets = lambda line: "/files/x" in line
    run(make_import(update_existing=True, backup=tmp_path / "b", parallel=4).import_organization(met, folder))
    assert len([line for line in meeting.lines if meeting.meets(line)]) == 8 * 6
    assert meeting.most == 4


def test_a_plan_is_read_in_its_order_and_drops_what_is_empty():
    plan: Plan[int] = Plan()
    add_group = plan.add_group(parallel=True)
    plan.add(3)
    plan.add_group().add_group()
    plan.add_parallel(4)
    add_group.add(1)
    add_group.add_parallel(2)
    assert list(plan) == [1, 2, 3, 4]
    assert [isinstance(step, Plan) for step, _ in plan.filter(bool).steps] == [True, False, False]
    assert list(plan.filter(lambda number: number > 2)) == [3, 4]
    assert plan.filter(lambda number: number > 2).steps == [(3, False), (4, True)]
