"""The command `python -m comodit_client.ansible`: what it writes, and what it rejects before it writes anything."""

from __future__ import annotations

import json
import stat
import sys

import pytest

from comodit_client.ansible.__main__ import main
from comodit_client.ansible.command_line import DIFFERS, FAILED, OK

from .made import SHOP, SHOP_FILES, write


@pytest.fixture
def shop(tmp_path):
    return write(tmp_path / "shop", SHOP, SHOP_FILES)


def changed(folder, **members):
    definition = folder / "definition.json"
    definition.write_text(json.dumps({**json.loads(definition.read_text()), **members}))


def rejected(capsys, tmp_path, *arguments):
    """The message of a conversion that fails, which leaves nothing behind."""
    before = sorted(tmp_path.rglob("*"))
    assert main(list(map(str, arguments))) == FAILED
    assert sorted(tmp_path.rglob("*")) == before
    return capsys.readouterr().err


def test_an_application_becomes_a_role(shop, tmp_path, capsys):
    out = tmp_path / "out"
    assert main([str(shop), str(out)]) == OK
    assert (out / "roles" / "web_shop" / "tasks" / "main.yml").is_file()
    assert (out / "LOSSES.md").is_file()
    assert capsys.readouterr().out.startswith(f"1 role in {out}. Not carried over: ")


def test_a_folder_of_applications(tmp_path):
    for name in ("web", "db"):
        write(tmp_path / "all" / name, {**SHOP, "name": name}, SHOP_FILES)
    assert main([str(tmp_path / "all"), str(tmp_path / "out")]) == OK
    assert sorted(path.name for path in (tmp_path / "out" / "roles").iterdir()) == ["db", "web"]


def test_verified(shop, tmp_path, capsys):
    assert main([str(shop), str(tmp_path / "out"), "--verify"]) == OK
    assert "4 of 4 files" in capsys.readouterr().out
    assert "4 of 4 files" in (tmp_path / "out" / "LOSSES.md").read_text()


def test_a_verdict_that_is_not_good(shop, tmp_path, monkeypatch):
    from comodit_client.ansible import judge

    class Bad:
        def ok(self):
            return False

    monkeypatch.setattr(judge, "verify", lambda *_: Bad())
    monkeypatch.setattr("comodit_client.ansible.convert.render_losses", lambda *_: "")
    assert main([str(shop), str(tmp_path / "out"), "--verify"]) == DIFFERS


def test_an_earlier_result_is_replaced_as_a_whole(shop, tmp_path, capsys):
    out = tmp_path / "out"
    assert main([str(shop), str(out)]) == OK
    (out / "old.yml").touch()
    (out / ".git").mkdir()
    assert "already exists" in rejected(capsys, tmp_path, shop, out)
    assert main([str(shop), str(out), "--force"]) == OK
    assert not (out / "old.yml").exists()
    assert (out / ".git").is_dir()


def test_a_folder_that_is_no_result_is_not_replaced(shop, tmp_path, capsys):
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.tex").touch()
    assert "holds no LOSSES.md" in rejected(capsys, tmp_path, shop, out, "--force")


@pytest.mark.parametrize("below", ["", "shop", "shop/out", "."])
def test_one_folder_in_the_other(shop, tmp_path, capsys, below):
    assert "one is in the other" in rejected(capsys, tmp_path, shop, tmp_path / below)


def test_no_folder(tmp_path, capsys):
    assert "does not exist" in rejected(capsys, tmp_path, tmp_path / "nothing", tmp_path / "out")


def test_a_folder_that_is_no_export(tmp_path, capsys):
    (tmp_path / "notes").mkdir()
    assert "contains no definition.json" in rejected(capsys, tmp_path, tmp_path / "notes", tmp_path / "out")


def test_a_definition_of_nothing_known(tmp_path, capsys):
    write(tmp_path / "odd", {"name": "x", "cron": "0 0 * * *"}, {})
    (tmp_path / "odd" / "files").rmdir()
    assert "is none of an organization" in rejected(capsys, tmp_path, tmp_path / "odd", tmp_path / "out")


def test_a_host_alone(tmp_path):
    host = {"name": "web", "organization": "Demo", "environment": "Prod", "applications": [], "state": "DEFINED"}
    write(tmp_path / "web", {**host, "settings": [{"key": "zone", "value": "eu"}]}, {})
    assert main([str(tmp_path / "web"), str(tmp_path / "out")]) == OK
    assert "zone: eu" in (tmp_path / "out" / "inventory" / "host_vars" / "web" / "vars.yml").read_text()


def test_a_host_group_alone(tmp_path, capsys):
    write(tmp_path / "webs", {"name": "webs", "organization": "Demo", "hosts": [{"host": "web"}]}, {})
    assert "is none of an organization" in rejected(capsys, tmp_path, tmp_path / "webs", tmp_path / "out")


def test_a_definition_that_is_no_json(shop, tmp_path, capsys):
    (shop / "definition.json").write_text("{")
    assert "it is not JSON" in rejected(capsys, tmp_path, shop, tmp_path / "out")


def test_missing_contents_are_all_named(shop, tmp_path, capsys):
    for name in SHOP_FILES:
        (shop / "files" / name).unlink()
    message = rejected(capsys, tmp_path, shop, tmp_path / "out")
    assert "httpd.conf" in message
    assert "setup.sh" in message


def test_missing_contents_can_be_ignored(shop, tmp_path):
    (shop / "files" / "setup.sh").unlink()
    assert main([str(shop), str(tmp_path / "out"), "--keep-going"]) == OK
    assert "setup.sh" in (tmp_path / "out" / "LOSSES.md").read_text()


def test_a_name_that_no_role_can_have(shop, tmp_path, capsys):
    changed(shop, name="店")
    assert "'' is not a valid name of a role" in rejected(capsys, tmp_path, shop, tmp_path / "out")
    assert main([str(shop), str(tmp_path / "out"), "--name", "applications/店=shop"]) == OK
    assert (tmp_path / "out" / "roles" / "shop").is_dir()


def test_two_applications_of_one_role(tmp_path, capsys):
    for folder, name in (("a", "Web Shop"), ("b", "web-shop")):
        write(tmp_path / "all" / folder, {**SHOP, "name": name}, SHOP_FILES)
    message = rejected(capsys, tmp_path, tmp_path / "all", tmp_path / "out")
    assert "'applications/Web Shop' and 'applications/web-shop' would both be the role 'web_shop'" in message


def test_two_settings_of_one_variable(shop, tmp_path, capsys):
    key = {"name": "Other", "key": "admin_mail", "schema": {"type": "string"}}
    changed(shop, parameters=[*SHOP["parameters"], key])
    message = rejected(capsys, tmp_path, shop, tmp_path / "out")
    assert "would both be the variable 'admin_mail'" in message


def test_the_same_application_twice(tmp_path, capsys):
    for folder in ("a", "b"):
        write(tmp_path / "all" / folder, SHOP, SHOP_FILES)
    assert "contains application 'Web Shop' twice" in rejected(capsys, tmp_path, tmp_path / "all", tmp_path / "out")


def test_applications_that_depend_on_each_other(tmp_path, capsys):
    for name, other in (("a", "b"), ("b", "a")):
        write(tmp_path / "all" / name, {**SHOP, "name": name, "dependencies": [other]}, SHOP_FILES)
    assert "depend on each other" in rejected(capsys, tmp_path, tmp_path / "all", tmp_path / "out")


def test_a_name_for_nothing(shop, tmp_path, capsys):
    message = rejected(capsys, tmp_path, shop, tmp_path / "out", "--name", "applications/Shop=shop")
    assert "nothing is called 'applications/Shop'" in message


def test_a_password_file_that_is_missing(shop, tmp_path, capsys):
    message = rejected(capsys, tmp_path, shop, tmp_path / "out", "--vault-password-file", tmp_path / "none")
    assert "vault password file" in message


def test_unknown_members_are_listed(shop, tmp_path):
    changed(shop, flavour={"sweet": True})
    assert main([str(shop), str(tmp_path / "out")]) == OK
    assert "flavour" in (tmp_path / "out" / "LOSSES.md").read_text()


def test_a_template_that_does_not_parse(shop, tmp_path, capsys):
    (shop / "files" / "httpd.conf").write_text("<#if port>\nListen ${port}\n")
    assert "applications/Web Shop: httpd.conf: line 1" in rejected(capsys, tmp_path, shop, tmp_path / "out")
    assert main([str(shop), str(tmp_path / "out"), "--keep-going"]) == OK
    assert "httpd.conf" in (tmp_path / "out" / "LOSSES.md").read_text()


def test_links_are_not_followed(shop, tmp_path, capsys):
    (shop / "files" / "setup.sh").unlink()
    (shop / "files" / "setup.sh").symlink_to("/etc/hostname")
    assert "symbolic link" in rejected(capsys, tmp_path, shop, tmp_path / "out")


def test_files_with_secrets_are_private(shop, tmp_path):
    secret = {"name": "Key", "key": "api_key", "value": "s3cret", "schema": {"type": "string", "secret": True}}
    changed(shop, parameters=[*SHOP["parameters"], secret])
    password = tmp_path / "password"
    password.write_text("open sesame")
    assert main([str(shop), str(tmp_path / "out"), "--vault-password-file", str(password)]) == OK
    vault = tmp_path / "out" / "inventory" / "group_vars" / "all" / "vault.yml"
    assert vault.read_text().startswith("$ANSIBLE_VAULT;")
    assert stat.S_IMODE(vault.stat().st_mode) == 0o600
    written = [path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert not any(b"s3cret" in content for content in written)


def test_a_missing_package_is_named(shop, tmp_path, capsys, monkeypatch):
    for name in [name for name in sys.modules if name.startswith("comodit_client.ansible.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "yaml", None)
    assert main([str(shop), str(tmp_path / "out")]) == FAILED
    assert "comodit-client[ansible]" in capsys.readouterr().err
