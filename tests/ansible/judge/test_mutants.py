"""The verdict on a correct conversion, and on conversions with one mistake each."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from comodit_client.ansible.judge import Verdict
from comodit_client.rest.exceptions import ExportException

from . import made

Judge = Callable[..., Verdict]
SHOP, NAMES = "roles/shop/templates/shop.conf.j2", "roles/shop/templates/names.j2"
ALL = "inventory/group_vars/all/vars.yml"
PROD = "inventory/group_vars/environment_Prod/vars.yml"
BOTH = {"Prod/web-1", "Prod/web-2"}


def test_a_correct_conversion_has_no_differences(judge: Judge) -> None:
    verdict = judge(made.ARCHIVE, made.OUTPUT)
    assert (verdict.differing, verdict.unrendered, verdict.notes) == ((), (), ())
    assert verdict.equal == 7  # three files on two hosts, and one of the distribution
    assert verdict.ok()


@pytest.mark.parametrize(
    ("path", "old", "new", "file", "hosts", "reason"),
    [
        (SHOP, "port ", "Port ", "shop.conf", BOTH, "line 1: both write"),
        (SHOP, "_host.name }}\n", "_host.name }}", "shop.conf", BOTH, "ComodIT writes a newline more"),
        (SHOP, "{{ '{{' }} literally }}", "{{ literally }}", "shop.conf", BOTH, "'literally' is undefined"),
        (SHOP, "{% endif %}\n", "{% endif +%}\n", "shop.conf", BOTH, "ComodIT writes"),
        (SHOP, "{% endfor %}", "", "shop.conf", BOTH, "the template is not valid"),
        (SHOP, "| default('${unknown}')", "", "shop.conf", BOTH, "'unknown' is undefined"),
        (SHOP, "{{ port }}", "{{ port | nonsense }}", "shop.conf", BOTH, "No filter named 'nonsense'"),
        (SHOP, "{{ port }}", "{{ port + 'x' }}", "shop.conf", BOTH, "an expression fails with TypeError"),
        (NAMES, "${port}", "{{ port }}", "names", BOTH, "line 1"),
        (NAMES, "\n", "\r\n", "names", set(), ""),
        ("roles/shop/files/logo.png", "PNG", "png", "logo.png", BOTH, "line 1"),
        ("roles/shop/defaults/main.yml", "[a.example]", "[b.example]", "shop.conf", BOTH, "both write 11 bytes"),
        ("roles/shop/defaults/main.yml", "false", '"false"', "shop.conf", {"Prod/web-1"}, "line 3"),
        ("roles/shop/defaults/main.yml", "debug: false\n", "", "shop.conf", {"Prod/web-1"}, "'debug' is undefined"),
        (ALL, '!unsafe "Hello {{ you }}"', '"Hello {{ you }}"', "shop.conf", BOTH, "'you' is undefined"),
        (ALL, "ntp_server: ntp.acme\n", "", "shop.conf", BOTH, "ComodIT writes 23 bytes, Ansible 28"),
        (ALL, "vault__org_secret_key", "vault_other", "names", BOTH, "'vault_other' is undefined"),
        (PROD, "port: 9090", 'port: "0x90"', "shop.conf", {"Prod/web-1"}, "line 1"),
        ("inventory/group_vars/hostgroup_Web/vars.yml", "true", "false", "shop.conf", {"Prod/web-2"}, "line 3"),
        ("inventory/hosts.yml", "hostgroup_Web: {hosts: {web-2: {}}", "hostgroup_Web: {hosts: {}", "shop.conf",
         {"Prod/web-2"}, "line 3"),
        ("inventory/host_vars/web-1/vars.yml", "name: web-1", "name: web-x", "shop.conf", {"Prod/web-1"}, "no host"),
        ("site.yml", "        port: 9092\n", "        other: 9092\n", "shop.conf", {"Prod/web-2"}, "line 1"),
        ("site.yml", "hosts: web-1", "hosts: web-2", "names", {"Prod/web-1"}, "no play applies the role shop to web-1"),
        ("roles/shop/tasks/main.yml", '    _mode: "640"', "    _mode: 640", "shop.conf", set(), ""),
        ("roles/shop/tasks/main.yml", '    _mode: "640"', "    _mode: '0640'", "shop.conf", BOTH, "Ansible 9"),
        ("roles/shop/tasks/main.yml", "dest: /etc/names", "dest: /etc/name", "names", BOTH, "no task of the role shop"),
        ("roles/shop/tasks/main.yml", "src: names.j2", "src: other.j2", "names", BOTH, "other.j2 is missing"),
        ("roles/shop/vars/main.yml", "name: Shop", "name: Stop", "names", BOTH, "no role has _application"),
        ("roles/distribution_linux/defaults/main.yml", "CET", "UTC", "kick:start", {"Prod/web-1"}, "line 1"),
    ],
)  # fmt: skip
def test_a_mistake_is_found_where_it_is(
    judge: Judge, path: str, old: str, new: str, file: str, hosts: set[str], reason: str
) -> None:
    output = dict(made.OUTPUT)
    content = output[path]
    data = content if isinstance(content, bytes) else content.encode()
    assert data.count(old.encode()) >= 1
    output[path] = data.replace(old.encode(), new.encode(), 1)
    verdict = judge(made.ARCHIVE, output)
    found = {difference.host: difference.reason for difference in verdict.differing if difference.file == file}
    assert set(found) == hosts
    assert all(reason in text for text in found.values()), found
    assert verdict.ok() == (not hosts)


def test_swapped_precedence_is_found(judge: Judge) -> None:
    output = dict(made.OUTPUT)
    # Ansible ignores the priority of a group in group_vars, and "environment" comes before "hostgroup" by name.
    output["inventory/group_vars/environment_Prod/vars.yml"] = "_env: {name: Prod}\n_env_name: Prod\ndebug: false\n"
    output["inventory/hosts.yml"] = str(output["inventory/hosts.yml"]).replace(
        "web-2: {}}}\n    host", "web-2: {}}, vars: {ansible_group_priority: 3}}\n    host"
    )
    verdict = judge(made.ARCHIVE, output)
    assert {one.host for one in verdict.differing if one.reason.startswith("line 3")} == {"Prod/web-2"}


def test_defaults_of_another_role_in_the_play_show(judge: Judge) -> None:
    output = dict(made.OUTPUT)
    output["roles/other/defaults/main.yml"] = "unknown: value\n"
    output["site.yml"] = str(output["site.yml"]).replace(
        "  tasks:\n", "  tasks:\n    - name: Other\n      ansible.builtin.import_role: {name: other}\n", 1
    )
    verdict = judge(made.ARCHIVE, output)
    assert [(one.host, one.file) for one in verdict.differing] == [("Prod/web-1", "shop.conf")]
    included = {**output, "site.yml": str(output["site.yml"]).replace("import_role: {", "include_role: {")}
    assert judge(made.ARCHIVE, included).ok()


def test_private_variables_of_another_role_do_not_show(judge: Judge) -> None:
    output = dict(made.OUTPUT)
    output["roles/other/defaults/main.yml"] = "unknown: value\n"
    output["ansible.cfg"] = "[defaults]\nprivate_role_vars = True\n"
    output["site.yml"] = str(output["site.yml"]).replace(
        "  tasks:\n", "  tasks:\n    - name: Other\n      ansible.builtin.import_role: {name: other}\n", 1
    )
    assert judge(made.ARCHIVE, output).ok()
    assert not judge(made.ARCHIVE, {**output, "ansible.cfg": "[defaults]\n"}).ok()


def test_a_file_that_comodit_does_not_render_is_not_a_difference(judge: Judge) -> None:
    archive = deepcopy(made.ARCHIVE)
    archive["applications/Shop/files/names"] = "<#macro x>\n"
    verdict = judge(archive, made.OUTPUT)
    assert verdict.ok()
    assert verdict.equal == 5
    assert [(one.host, one.file) for one in verdict.unrendered] == [("Prod/web-1", "names"), ("Prod/web-2", "names")]
    assert "macro" in verdict.unrendered[0].reason


def test_no_text_of_the_verdict_contains_a_secret(judge: Judge) -> None:
    archive = deepcopy(made.ARCHIVE)
    archive["applications/Shop/files/names"] = "<#if password>\n</#if>\n"
    output = {**made.OUTPUT, SHOP: made.TEMPLATE.replace("password {{", "passwort {{")}
    verdict = judge(archive, output)
    assert {one.file for one in verdict.differing} == {"shop.conf"}
    assert {one.file for one in verdict.unrendered} == {"names"}
    assert "pass-" not in repr(verdict)
    assert "pass-" not in str(verdict)


def test_without_a_password_file_secrets_are_missing_on_both_sides(judge: Judge) -> None:
    output = dict(made.OUTPUT)
    for host in ("web-1", "web-2"):
        path = f"inventory/host_vars/{host}/vars.yml"
        output[path] = str(output[path]).replace("password: pass", "#")
    output[ALL] = str(output[ALL]).replace(', access_key: AK, secret_key: "{{ vault__org_secret_key }}"', "")
    del output["inventory/group_vars/all/vault.yml"]
    output[NAMES] = str(output[NAMES]).replace("secret_key", "secret_key | default('[[_org.secret_key]]')")
    verdict = judge(made.ARCHIVE, output, with_secrets=False)
    assert verdict.differing == ()
    assert verdict.equal == 7
    assert "Secrets have no value" in verdict.notes[0]


def test_files_without_a_path_are_counted(judge: Judge) -> None:
    archive = deepcopy(made.ARCHIVE)
    del archive["applications/Shop/definition.json"]["files"][2]["path"]
    verdict = judge(archive, made.OUTPUT)
    assert verdict.equal == 5
    assert verdict.notes == ("2 files without a path are skipped, since no machine gets them.",)


def test_an_output_that_cannot_be_read_is_an_error(judge: Judge) -> None:
    with pytest.raises(ExportException, match="not valid YAML in line 3"):
        judge(made.ARCHIVE, {**made.OUTPUT, "site.yml": "---\n- [\n"})
    with pytest.raises(ExportException, match="secrets do not belong"):
        judge(made.ARCHIVE, {**made.OUTPUT, "inventory/host_vars/web-1/vault.yml": "$ANSIBLE_VAULT;1.1\n"})


def test_an_archive_that_cannot_be_loaded_is_an_error(judge: Judge) -> None:
    archive: dict[str, Any] = deepcopy(made.ARCHIVE)
    archive["applications/Shop/definition.json"]["files"].append({"name": "names", "path": "/x"})
    with pytest.raises(ExportException, match=r"Cannot verify the conversion: .*two of the files have the same name"):
        judge(archive, made.OUTPUT)
