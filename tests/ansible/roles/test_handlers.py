"""Handlers: their triggers, their actions, and the order of tasks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from comodit_client.sandbox.simulation.handlers import install_tasks, uninstall_tasks
from tests.ansible.roles.exports import Roles

Shop = Callable[..., Roles]
MAIN, UNINSTALL, HANDLERS = "shop/tasks/main.yml", "shop/tasks/uninstall.yml", "shop/handlers/main.yml"
CONTENTS = {"shop.conf": "port=${http.port}", "other.conf": "x=${other}", "run.sh": "#!/bin/sh\n"}
FILES = [{"name": name, "path": f"/etc/{name}", "mode": "755"} for name in CONTENTS]
SERVICES = [{"name": "httpd", "enabled": "true"}, {"name": "cron", "enabled": False}, {"name": "bare"}]
RESTART = "Restart service httpd of Shop"


def do(*actions: str) -> list[dict[str, str]]:
    return [{"action": verb, "resource": resource} for verb, resource in map(str.split, actions)]


def handler(on: list[str], *actions: str, **members: Any) -> dict[str, Any]:
    return {"on": on, "do": do(*actions), **members}


def with_handlers(shop: Shop, *handlers: dict[str, Any], **members: Any) -> Roles:
    return shop(CONTENTS, files=FILES, services=SERVICES, handlers=list(handlers), **members)


def notified(roles: Roles) -> dict[str, list[str]]:
    """Return the handlers that each file notifies."""
    found = [*roles.whole("ansible.builtin.template"), *roles.whole("ansible.builtin.copy")]
    return {task["name"].removeprefix("Write file "): task["notify"] for task in found if "notify" in task}


def test_services(shop: Shop) -> None:
    roles = with_handlers(shop)
    state = "{{ 'restarted' if shop_is_new else 'started' }}"
    assert roles.tasks("ansible.builtin.service") == [
        {"name": "httpd", "enabled": True, "state": state},
        {"name": "cron", "enabled": False, "state": state},
        {"name": "bare", "state": state},
    ]
    stopped = [task["name"] for task in roles.tasks("ansible.builtin.service", UNINSTALL)]
    assert stopped == ["bare", "cron", "httpd"]


def test_key_in_a_template_notifies(shop: Shop) -> None:
    roles = with_handlers(shop, handler(["http.port"], "update file://shop.conf", "restart service://httpd"))
    assert notified(roles) == {"shop.conf": [RESTART]}
    assert roles.yaml(HANDLERS) == [
        {
            "name": RESTART,
            "ansible.builtin.service": {"name": "httpd", "state": "restarted"},
            "when": "not shop_is_new",
        }
    ]
    assert not roles.losses
    assert not roles.unread


def test_beginning_of_a_dotted_key_notifies(shop: Shop) -> None:
    roles = with_handlers(shop, handler(["http"], "reload service://httpd"), handler(["htt"], "execute file://run.sh"))
    assert notified(roles) == {"shop.conf": ["Reload service httpd of Shop"]}
    assert list(roles.losses) == ["handlers.1.on.0"]


def test_file_as_trigger(shop: Shop) -> None:
    roles = with_handlers(shop, handler(["file://run.sh", "file://none"], "execute file://run.sh"))
    assert notified(roles) == {"run.sh": ["Execute file run.sh of Shop"]}
    [task] = roles.yaml(HANDLERS)
    assert task["ansible.builtin.command"] == {"argv": ["/etc/run.sh"]}
    assert task["changed_when"] is True
    assert list(roles.losses) == ["handlers.0.on.1"]


def test_each_action_is_one_handler(shop: Shop) -> None:
    handlers = [
        handler(["http.port", "other"], "restart service://httpd", "execute file://run.sh"),
        handler(["other"], "restart service://httpd", "reload service://cron"),
    ]
    roles = with_handlers(shop, *handlers)
    names = [RESTART, "Execute file run.sh of Shop", "Reload service cron of Shop"]
    assert roles.names(HANDLERS) == names
    assert notified(roles) == {"shop.conf": names[:2], "other.conf": names}


def test_key_that_no_template_uses_is_recorded(shop: Shop) -> None:
    parameters = [{"name": "Level", "key": "log-level", "value": "info"}]
    roles = with_handlers(shop, handler(["log-level", "unknown"], "restart service://httpd"), parameters=parameters)
    [task] = [task for task in roles.yaml(MAIN) if task["name"] == "Record the value of log-level"]
    assert task["notify"] == [RESTART]
    assert "log_level is defined" in task["ansible.builtin.copy"]["content"]
    assert "a change of 'unknown' runs nothing" in roles.losses["handlers.0.on.1"]
    assert list(roles.losses) == ["handlers.0.on.1"]


def test_actions_on_installation_run_once(shop: Shop) -> None:
    installation = handler(
        ["_install"],
        "update file://shop.conf",
        "execute file://run.sh",
        "restart service://httpd",
        "reload service://cron",
    )
    roles = with_handlers(shop, installation, handler(["_install", "http.port"], "execute file://run.sh"))
    [block] = [task for task in roles.yaml(MAIN) if "block" in task]
    assert block["when"] == "shop_is_new"
    assert [task["name"] for task in block["block"]] == ["Execute file run.sh", "Reload service cron"]
    assert roles.yaml("shop/vars/main.yml") == {
        "_application": {"name": "Shop"},
        "shop_is_new": "{{ shop_run_install and not shop_marker.stat.exists }}",
    }
    assert roles.yaml("shop/defaults/main.yml") == {
        "shop_state_folder": "/var/lib/ansible-comodit/shop",
        "shop_run_install": True,
    }


def test_role_without_services_and_handlers_keeps_no_state(shop: Shop) -> None:
    roles = shop({"a": "x"}, files=[{"name": "a", "path": "/a"}], handlers=[handler([], "update file://a")])
    assert roles.names(MAIN) == ["Write file a"]
    assert roles.names(UNINSTALL) == ["Remove file a"]
    assert "shop/handlers/main.yml" not in roles
    assert "shop/defaults/main.yml" not in roles


def test_named_handlers_are_files(shop: Shop) -> None:
    roles = with_handlers(
        shop,
        handler([], "update file://shop.conf", "restart service://httpd", name="Refresh all"),
        handler([], "execute file://run.sh", name="Refresh all"),
        handler([], "restart service://none", name="refresh-all"),
    )
    assert roles.names("shop/tasks/handler_refresh_all.yml") == [
        "Write file shop.conf",
        "Restart service httpd",
        "Execute file run.sh",
    ]
    [nothing] = roles.yaml("shop/tasks/handler_refresh_all_2.yml")
    assert nothing["ansible.builtin.meta"] == "noop"
    assert "`tasks/handler_refresh_all.yml`" in roles.text("shop/README.md")


def test_actions_that_lead_nowhere_are_losses(shop: Shop) -> None:
    lost = ["restart service://none", "update file://none", "restart file://run.sh", "shout service://httpd", "x y"]
    roles = with_handlers(
        shop, handler(["_install", "_upgrade"], *lost), handler(["_upgrade"], "reload service://cron")
    )
    assert set(roles.losses) == {*(f"handlers.0.do.{number}" for number in range(5)), "handlers.1.on.0"}
    assert not [task for task in roles.yaml(MAIN) if "block" in task]


def test_order_is_that_of_the_server(shop: Shop) -> None:
    """The tasks come in the order in which the server's change has them (S72)."""
    members: dict[str, Any] = {
        "packages": [{"name": "p"}],
        "users": [{"name": "u"}],
        "groups": [{"name": "g"}],
        "directories": [{"name": "d", "path": "/d"}],
        "repositories": [{"name": "r", "location": "http://r.test"}],
        "rpmmodules": [{"name": "m", "enabled": True}],
        "gits": [{"name": "s", "endpoint": "http://s.test"}],
        "files": [{"name": "run.sh", "path": "/f"}],
        "services": [{"name": "httpd"}],
        "handlers": [handler(["_install", "_uninstall"], "execute file://run.sh")],
    }
    roles = shop({"run.sh": "x"}, **members)
    document = {"name": "Shop", **members}
    assert _resources(roles, MAIN) == _without_verbs(install_tasks(document))
    assert _resources(roles, UNINSTALL) == _without_verbs(uninstall_tasks(document, with_handlers=True))


def _without_verbs(tasks: list[str]) -> list[str]:
    return [task.split(" ", 1)[1] for task in tasks]


def _resources(roles: Roles, path: str) -> list[str]:
    """Return the kinds and names of the resources of tasks, as the server writes them."""
    words = {"the packages": "package p", "out s": "git s", "the checkout of s": "git s"}
    tasks = [inner["name"] for task in roles.yaml(path) for inner in task.get("block", [task])]
    found = [words.get(text, text) for text in _without_verbs(tasks)]
    return [text for text in found if "install" not in text and "folder" not in text]
