"""A whole organization, exported from the sandbox: every kind has its place, and nothing is left out."""

from __future__ import annotations

import json


def test_every_kind_has_its_place(organization, make_export, run, read, tmp_path):
    seen = []
    run(make_export(progress=seen.append).export_organization(organization, tmp_path / "o"))
    written = read(tmp_path / "o")
    assert {
        "definition.json",
        "applications/Wordpress/gits/src/definition.json",
        "applications/Wordpress/rpmmodules/nodejs/definition.json",
        "applications/Wordpress/files/wp-config.php",
        "application_properties/Wordpress/packages/httpd/release/definition.json",
        "distributions/Demo Distribution/files/kickstart",
        "platforms/Demo Platform/files/user_data",
        "environments/Default/hosts/web/applications/Wordpress.json",
        "environments/Default/hosts/web/instance.json",
        "environments/Default/hosts/web/platform.json",
        "environments/Default/hosts/web/distribution.json",
        "environments/Default/groups/admin/definition.json",
        "groups/admin/definition.json",
        "hostgroups/Fronts/definition.json",
        "notifications/Ops/definition.json",
        "orchestrations/Rolling/definition.json",
        "orchestrations/Rolling/handlers/on-change/definition.json",
        "pipelines/Release/stages/first/steps/only/definition.json",
    } <= written.keys()
    assert seen[-1].done == seen[-1].total == len(seen)
    assert not [name for name, text in written.items() if b"hush" in text]
    assert json.loads(written["groups/admin/definition.json"])["users"]


def test_the_number_of_requests_at_a_time_does_not_matter(organization, make_export, run, read, tmp_path):
    run(make_export(parallel=1).export_organization(organization, tmp_path / "one"))
    run(make_export(parallel=16).export_organization(organization, tmp_path / "many"))
    assert read(tmp_path / "one") == read(tmp_path / "many")


def test_with_secrets_all_of_it_is_there(organization, make_export, run, read, tmp_path):
    export = make_export(with_secrets=True)
    run(export.export_organization(organization, tmp_path / "o"))
    assert json.loads(read(tmp_path / "o")["definition.json"]) == organization.get_json()
    assert b"hush" in read(tmp_path / "o")["notifications/Ops/definition.json"]


def test_a_pipeline_is_exported_with_all_that_is_in_it(organization, make_export, run, read, tmp_path):
    (pipeline,) = run(organization.pipelines().list())
    run(make_export(complete=False).export_pipeline(pipeline, tmp_path / "p"))
    assert list(read(tmp_path / "p")) == [
        "definition.json",
        "stages/first/definition.json",
        "stages/first/steps/only/definition.json",
    ]


def test_what_the_original_left_out_can_be_left_out(organization, make_export, run, read, tmp_path):
    run(make_export(complete=False).export_organization(organization, tmp_path / "o"))
    added = {"pipelines", "notifications", "groups", "application_properties", "handlers"}
    assert not [name for name in read(tmp_path / "o") if added & set(name.split("/"))]
