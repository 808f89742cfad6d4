"""Directories, files and their contents."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from comodit_client.disk.place import Place
from comodit_client.rest.exceptions import ExportException
from tests.ansible.roles.exports import Roles

Shop = Callable[..., Roles]
UNINSTALL = "shop/tasks/uninstall.yml"


def file(name: str = "shop.conf", **members: Any) -> dict[str, Any]:
    return {"name": name, "path": f"/etc/{name}", **members}


def test_directory(shop: Shop) -> None:
    members = {"path": "/var/log/gate/", "owner": "root", "group": "adm", "mode": "755"}
    roles = shop(directories=[{"name": "logs", **members}, {"name": "bare", "path": "/bare"}, {"name": "nowhere"}])
    assert roles.tasks("ansible.builtin.file") == [
        {"path": "/var/log/gate/", "state": "directory", "owner": "root", "group": "adm", "mode": "0755"},
        {"path": "/bare", "state": "directory", "mode": "0755"},
    ]
    removals = roles.whole("ansible.builtin.file", UNINSTALL)
    assert [task["ansible.builtin.file"]["path"] for task in removals] == ["/bare", "/var/log/gate/"]
    assert {task["when"] for task in removals} == {"shop_remove_directories"}
    assert roles.losses == {"directories.2": "it has no path"}


@pytest.mark.parametrize(
    ("mode", "expected"),
    [("644", "0644"), ("0644", "0644"), ("1777", "01777"), ("0", "0000"), (600, "0600"), ("", "0644"), (None, "0644")],
)
def test_mode(shop: Shop, mode: Any, expected: str) -> None:
    roles = shop({"shop.conf": "plain"}, files=[file(mode=mode)])
    assert roles.tasks("ansible.builtin.copy")[0]["mode"] == expected
    assert not roles.losses


def test_unusable_mode(shop: Shop) -> None:
    roles = shop({"shop.conf": "plain"}, files=[file(mode="u=rw")])
    assert roles.tasks("ansible.builtin.copy")[0]["mode"] == "0644"
    assert "octal" in roles.losses["files.0.mode"]


@pytest.mark.parametrize("content", [b"plain", b"", b"{{ jinja }}", b"\xff${port}", b"$ {port} < #if"])
def test_content_without_a_template_is_copied(shop: Shop, content: bytes) -> None:
    roles = shop({"shop.conf": content}, files=[file()])
    assert roles.tasks("ansible.builtin.copy") == [{"src": "shop.conf", "dest": "/etc/shop.conf", "mode": "0644"}]
    copied = roles.project.output.files["roles/shop/files/shop.conf"]
    assert isinstance(copied, Place)
    assert copied.path.read_bytes() == content


def test_template(shop: Shop) -> None:
    parameters = [{"name": "Port", "key": "http.port", "value": 80}]
    conf = file(owner="root", group="www", template={"name": "shop.conf", "delimiter": {"start": "${", "end": "}"}})
    roles = shop({"shop.conf": "listen ${http.port}\n"}, files=[conf], parameters=parameters)
    assert roles.text("shop/templates/shop.conf.j2").startswith("listen {{ http_port")
    [task] = roles.whole("ansible.builtin.template")
    assert task == {
        "name": "Write file shop.conf",
        "ansible.builtin.template": {
            "src": "shop.conf.j2",
            "dest": "/etc/shop.conf",
            "owner": "root",
            "group": "www",
            "mode": "0644",
        },
    }
    assert roles.tasks("ansible.builtin.file", UNINSTALL) == [{"path": "/etc/shop.conf", "state": "absent"}]
    assert not roles.losses
    assert not roles.unread


@pytest.mark.parametrize("member", ["template", "delimiter"])
def test_delimiters(shop: Shop, member: str) -> None:
    marks = {"start": "##", "end": "##"}
    members = {"template": {"delimiter": marks}} if member == "template" else {"delimiter": marks}
    roles = shop({"shop.conf": "##port## ${port}"}, files=[file(**members)], parameters=[{"key": "port", "value": 1}])
    text = roles.text("shop/templates/shop.conf.j2")
    assert text.startswith("{{ port")
    assert text.endswith(" ${port}")


def test_variables_of_the_file(shop: Shop) -> None:
    contents = {"a": "${_path} ${_mode}", "b": "${_path}", "c": "${port}"}
    files = [file("a", mode="600"), file("b"), file("c")]
    roles = shop(contents, files=files, parameters=[{"key": "port", "value": 1}])
    found = [task.get("vars") for task in roles.whole("ansible.builtin.template")]
    assert found == [{"_path": "/etc/a", "_mode": "600"}, {"_path": "/etc/b"}, None]


def test_problems_of_a_template_are_losses(shop: Shop) -> None:
    roles = shop({"shop.conf": "<#macro x>\n</#macro>\n"}, files=[file()])
    assert "line 1" in roles.losses["files.0.content"]


def test_names_of_files_are_safe(shop: Shop) -> None:
    names = ["../../evil", "A", "{{ x }}"]
    roles = shop(dict.fromkeys(names, "x"), files=[file(name) for name in names])
    sources = [task["src"] for task in roles.tasks("ansible.builtin.copy")]
    assert sources == ["..%2F..%2Fevil", "A", "!unsafe {{ x }}"]
    assert roles.names("shop/tasks/main.yml")[2] == "Write file { { x }}"


def test_missing_contents_are_named_together(shop: Shop) -> None:
    with pytest.raises(ExportException) as caught:
        shop({"here": "x"}, files=[file("one"), file("here"), file("two")])
    assert str(caught.value).startswith("Cannot convert: 2 files have no content: applications/Shop: one,")
    assert "applications/Shop: two" in str(caught.value)


def test_missing_contents_can_be_left_out(shop: Shop) -> None:
    roles = shop({"here": "x"}, files=[file("one"), file("here")], options={"keep_going": True})
    assert [task["dest"] for task in roles.tasks("ansible.builtin.copy")] == ["/etc/here"]
    assert roles.losses["files.0"] == "the export has no content for it"


def test_file_without_a_path(shop: Shop) -> None:
    roles = shop({"lost": "x"}, files=[{"name": "lost"}])
    assert roles.losses["files.0"] == "it has no path"
    assert not any("lost" in path for path in roles.project.output.files)


def test_members_of_old_exports_are_losses_with_a_reason(shop: Shop) -> None:
    old = [{"key": "port"}]
    template = {"name": "a", "parameters": old}
    files = [{"name": "a", "path": "/a", "template": template}, {"name": "b", "path": "/b", "parameters": old}]
    roles = shop({"a": "x", "b": "y"}, files=files, actions=[{"name": "go"}], commands=[{"x": 1}])
    assert set(roles.losses) == {"files.0.template.parameters", "files.1.parameters", "actions", "commands"}
    assert not roles.unread
