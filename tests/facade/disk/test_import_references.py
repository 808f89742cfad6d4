"""What entities refer to is found before anything is written: on the server, or made by the same import."""

from __future__ import annotations

import json

import pytest

from comodit_client.rest.exceptions import ImportException

AT = "/organizations/A"
OF_A = "organizations/A"


def put(folder, **members):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "definition.json").write_text(json.dumps({"name": folder.name, **members}))
    return folder


def group(name):
    return {"position": 0, "hostGroup": {"name": name}}


@pytest.fixture
def org(client):
    return client.organizations().new("A")


@pytest.fixture
def folder(tmp_path):
    """An organization whose parts name others, none of which is in the folder."""
    top = put(tmp_path / "A")
    hosts = [{"position": 0, "organization": "Old", "environment": "Prod", "host": "web"}]
    put(top / "hostgroups" / "Fronts", hosts=hosts)
    operations = [
        {"application": "Shop", "handler": "deploy", "serviceAction": None},
        {"application": "Shop", "handler": None, "serviceAction": {"name": "httpd", "action": "STOP"}},
    ]
    put(top / "orchestrations" / "Roll", applicationsOperations=operations, orderedHostGroup=[group("Backs")])
    put(top / "pipelines" / "Release" / "stages" / "one" / "steps" / "hook", webhook="Ping", orchestration=None)
    step = put(top / "pipelines" / "Release" / "stages" / "one" / "steps" / "roll", orchestration="Other")
    put(step, orchestration="Other", orderedHostGroups=[group("Backs"), group("Fronts")])
    put(top / "pipelines" / "Release" / "stages" / "one")
    put(top / "pipelines" / "Release")
    return top


def problems(make_import, client, run, folder, **options):
    with pytest.raises(ImportException, match="Nothing was imported") as caught:
        run(make_import(**options).import_organization(client, folder))
    return caught.value.problems


def written(server):
    return [line for line in server.lines if not line.startswith("GET")]


STEPS = f"{OF_A}/pipelines/Release/stages/one/steps"
MISSING = [
    f"{OF_A}/applications/Shop does not exist, but orchestration {OF_A}/orchestrations/Roll/ needs it",
    f"{OF_A}/environments/Prod/hosts/web does not exist, but hostgroup {OF_A}/hostgroups/Fronts/ needs it",
    f"{OF_A}/hostgroups/Backs does not exist, but orchestration {OF_A}/orchestrations/Roll/ needs it",
    f"{OF_A}/orchestrations/Other does not exist, but step {STEPS}/roll/ needs it",
    f"{OF_A}/webhooks/Ping does not exist, but step {STEPS}/hook/ needs it",
]


@pytest.mark.parametrize("parallel", [1, 8])
def test_all_that_is_missing_is_told_at_once_and_nothing_is_written(make_import, client, server, run, folder, parallel):
    assert problems(make_import, client, run, folder, parallel=parallel) == MISSING
    assert written(server) == []
    assert len(server.lines) == len(set(server.lines)) == 1 + len(MISSING)


def test_conflicts_are_told_along(make_import, client, server, run, folder):
    server.on("GET", AT, {"name": "A"})
    server.on("GET", f"{AT}/pipelines/Release", {"name": "Release"})
    conflicts = ["Create organization 'A'", "Create pipeline 'Release'"]
    assert problems(make_import, client, run, folder) == MISSING + conflicts
    assert problems(make_import, client, run, folder, skip_conflict=True) == MISSING


def test_what_the_import_makes_is_not_looked_for(make_import, client, server, run, folder):
    put(folder / "applications" / "Shop", handlers=[{"name": "deploy"}])
    put(folder / "environments" / "Prod")
    put(folder / "environments" / "Prod" / "hosts" / "web")
    for place in ("hostgroups/Backs", "orchestrations/Other", "webhooks/Ping"):
        put(folder / place)
    importer = make_import(queue_actions=True)
    run(importer.import_organization(client, folder))
    assert server.lines == [f"GET {AT}"]
    kinds = [action.get_summary().split()[1] for action in importer.actions]
    assert " ".join(kinds) == (
        "organization application environment host hostgroup hostgroup orchestration orchestration webhook "
        "pipeline stage step step"
    )


def test_what_an_earlier_import_queued_is_not_looked_for(make_import, org, server, run, folder):
    put(folder / "applications" / "Shop", handlers=[{"name": "deploy"}])
    importer = make_import(queue_actions=True)
    run(importer.import_hostgroup(org, put(folder / "hostgroups" / "Backs")))
    run(importer.import_application(org, folder / "applications" / "Shop"))
    run(importer.import_orchestrations(org, folder / "orchestrations" / "Roll"))
    assert [action.res_object.name for action in importer.actions] == ["Backs", "Shop", "Roll"]
    assert len(server.lines) == 3


def test_an_operation_needs_its_handler(make_import, org, server, run, folder):
    server.on("GET", f"{AT}/hostgroups/Backs", {"name": "Backs"})
    server.on("GET", f"{AT}/applications/Shop", {"name": "Shop", "handlers": [{"name": "other"}]})
    lacks = f"{OF_A}/applications/Shop has no handler 'deploy', but orchestration {OF_A}/orchestrations/Roll/ needs it"
    with pytest.raises(ImportException) as caught:
        run(make_import().import_orchestrations(org, folder / "orchestrations" / "Roll"))
    assert caught.value.problems == [lacks]
    server.on("GET", f"{AT}/applications/Shop", {"name": "Shop", "handlers": [{"do": []}, {"name": "deploy"}]})
    server.on("POST", f"{AT}/orchestrations/", {})
    run(make_import().import_orchestrations(org, folder / "orchestrations" / "Roll"))
    assert written(server) == [f"POST {AT}/orchestrations/"]


def test_an_update_needs_only_what_is_new_in_it(make_import, org, server, run, folder):
    there = json.loads((folder / "orchestrations" / "Roll" / "definition.json").read_text())
    server.on("GET", f"{AT}/orchestrations/Roll", there)
    server.on("PUT", f"{AT}/orchestrations/Roll", there)
    put(folder / "orchestrations" / "Roll", **{**there, "description": "Mine"})
    importer = make_import(update_existing=True)
    run(importer.import_orchestrations(org, folder / "orchestrations" / "Roll"))
    assert written(server) == [f"PUT {AT}/orchestrations/Roll"]
    put(folder / "orchestrations" / "Roll", **{**there, "orderedHostGroup": [group("New")]})
    with pytest.raises(ImportException, match="hostgroups/New does not exist"):
        run(importer.import_orchestrations(org, folder / "orchestrations" / "Roll"))


def test_what_the_import_deletes_is_missing(make_import, client, server, run, tmp_path):
    top = put(tmp_path / "A")
    put(top / "hostgroups" / "Fronts")
    put(top / "orchestrations" / "Roll", orderedHostGroup=[group("Backs")])
    server.on("GET", AT, {"name": "A"})
    server.on("GET", f"{AT}/hostgroups/", {"items": [{"name": "Backs"}, {"name": "Fronts"}]})
    server.on("GET", f"{AT}/hostgroups/Backs", {"name": "Backs"})
    server.on("GET", f"{AT}/orchestrations/", {"items": []})
    (found,) = problems(make_import, client, run, top, update_existing=True, delete_missing=True)
    assert found.startswith(f"{OF_A}/hostgroups/Backs does not exist")
    assert written(server) == []


def test_texts_that_need_not_be_names_are_not_looked_for(make_import, org, server, run, tmp_path):
    server.on("POST", f"{AT}/jobs/", {})
    server.on("POST", f"{AT}/applications/", {})
    job = put(tmp_path / "Clean", action="DELETE_HOST", input=f"{OF_A}/environments/E/hosts/gone")
    run(make_import().import_jobs(org, job))
    do = [{"action": "update", "resource": "file://elsewhere"}, {"action": "restart", "resource": "service://httpd"}]
    application = put(tmp_path / "Shop", handlers=[{"name": None, "do": do, "on": ["port"]}])
    run(make_import().import_application(org, application))
    assert server.lines == [
        f"GET {AT}/jobs/Clean",
        f"POST {AT}/jobs/",
        f"GET {AT}/applications/Shop",
        f"POST {AT}/applications/",
    ]


def test_what_cannot_be_a_name_is_missing(make_import, org, server, run, tmp_path):
    folder = put(tmp_path / "Roll", orderedHostGroup=[group(".."), group(None), {"hostGroup": None}, group("")])
    with pytest.raises(ImportException) as caught:
        run(make_import().import_orchestrations(org, folder))
    assert [problem.split(",")[0] for problem in caught.value.problems] == [f"{OF_A}/hostgroups/.. does not exist"]


def test_hosts_of_a_group_are_those_of_the_organization_that_it_comes_to(make_import, org, server, run, folder):
    server.on("GET", f"{AT}/environments/Prod/hosts/web", {"name": "web"})
    server.on("POST", f"{AT}/hostgroups/", {})
    run(make_import().import_hostgroup(org, folder / "hostgroups" / "Fronts"))
    assert server.last.json["hosts"] == [{"position": 0, "organization": "A", "environment": "Prod", "host": "web"}]


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("organizations/Old/environments/E/hosts/h", "organizations/A/environments/E/hosts/h"),
        ("/organizations/Old/environments/E/hosts/h", "organizations/A/environments/E/hosts/h"),
        ("organizations/Other/environments/E/hosts/h", "organizations/Other/environments/E/hosts/h"),
        ("anything", "anything"),
        (None, None),
    ],
)
def test_a_job_is_about_hosts_of_the_organization_that_it_comes_to(make_import, org, server, run, tmp_path, path, sent):
    (tmp_path / "definition.json").write_text(json.dumps({"name": "j", "organization": "Old", "input": path}))
    server.on("GET", "/organizations/A/jobs/j", (404, {}))
    server.on("POST", "/organizations/A/jobs/", lambda request: json.loads(request.content))
    run(make_import().import_job(org, tmp_path))
    assert server.last.json == {"name": "j", "input": sent}
