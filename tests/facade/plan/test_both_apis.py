"""Both APIs plan and apply."""

from __future__ import annotations

from comodit_client.sandbox import Sandbox

from .conftest import change


def test_a_folder_is_planned_saved_and_applied(colour, run, make_client, tmp_path):
    with Sandbox(provision_time=0, change_time=0) as sandbox:
        client = make_client(sandbox.url, "UUU", "PPP", transport=None)
        application = run(client.get_application("OOO", "Wordpress"))
        run(colour.module("exporter").Export().export_application(application, tmp_path / "app"))
        change(tmp_path / "app" / "definition.json", description="edited", x_list=[1])
        planner = colour.module("planner")
        plan = run(planner.Planner(tmp_path / "app").plan(client))
        assert str(plan) == (
            "~ update application .\n"
            '    description: "Blog on Apache" -> "edited"\n'
            "    x_list: [1]\n"
            "application Wordpress: 1 updated"
        )
        assert (bool(plan), plan.is_empty, plan.counts["updated"]) == (True, False, 1)
        plan.save(tmp_path / "plan.json")
        loaded = planner.ChangePlan.load(tmp_path / "plan.json")
        assert loaded.to_json() == plan.to_json()
        report = run(loaded.apply(client, wait=True, timeout=5))
        assert report.done == ("Update application 'Wordpress'",)
        assert not run(planner.Planner(tmp_path / "app", prune=True).plan(client))
        error = colour.module("exceptions").PlanOutdated("x", paths=["a"])
        assert (error.paths, isinstance(error, colour.module("exceptions").PlanException)) == (["a"], True)


def test_pruning_deletes_what_the_folder_lacks(colour, run, make_client, tmp_path):
    with Sandbox(provision_time=0, change_time=0) as sandbox:
        client = make_client(sandbox.url, "UUU", "PPP", transport=None)
        organization = run(client.get_organization("OOO"))
        run(colour.module("exporter").Export().export_organization(organization, tmp_path / "o"))
        hosts = run(organization.environments().create("Old", "")).hosts()
        host = run(hosts.create("web", "", "Demo Platform", "Demo Distribution"))
        run(host.provision())
        run(host.wait_for_state("READY", timeout=5))
        run(organization.webhooks().create("Old", server_name="example.net"))
        planner = colour.module("planner")
        assert not run(planner.Planner(tmp_path / "o").plan(client))
        plan = run(planner.Planner(tmp_path / "o", prune=True).plan(client))
        assert [str(change).splitlines()[0] for change in plan.changes] == [
            "- delete webhook webhooks/Old",
            "- delete host environments/Old/hosts/web",
            "- delete environment environments/Old",
        ]
        assert len(run(plan.apply(client, parallel=4)).done) == 3
        run(plan.wait_for_hosts(client, timeout=5))
        assert not run(planner.Planner(tmp_path / "o", prune=True).plan(client))
