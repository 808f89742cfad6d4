"""Settings: owners, precedence, links and triggers."""

from __future__ import annotations

import pytest

WEB = {
    "name": "Web",
    "files": [{"name": "web.conf"}],
    "services": [{"name": "httpd"}],
    "parameters": [
        {"name": "Port", "key": "port", "value": 80, "schema": {"type": "integer"}},
        {"name": "Secret", "key": "secret", "schema": {"type": "string", "secret": True}},
        {"name": "Old", "key": "old", "schema": {"type": "string", "password": True}},
    ],
    "handlers": [
        {
            "do": [
                {"action": "update", "resource": "file://web.conf"},
                {"action": "restart", "resource": "service://httpd"},
            ],
            "on": ["port"],
        },
        {"do": [{"action": "restart", "resource": "service://httpd"}], "on": ["secret", "arch"]},
    ],
}
TASKS = ["update file web.conf", "restart service httpd"]


@pytest.fixture
def host(api) -> str:
    api("POST", f"{api.O}/applications/", WEB)
    return api.ready_host(applications=["Web"])


@pytest.fixture(
    params=[
        "",
        "/environments/Default",
        "/environments/Default/hosts/web",
        "/environments/Default/hosts/web/applications/Web",
        "/environments/Default/hosts/web/platform",
        "/environments/Default/hosts/web/distribution",
        "/platforms/Demo Platform",
        "/distributions/Own",
    ]
)
def owner(api, host: str, request) -> str:
    api("POST", f"{api.O}/distributions/", {"name": "Own"})
    return f"{api.O}{request.param}"


def origin(api, host: str, key: str) -> tuple[str, object]:
    found = api("GET", f"{host}/applications/Web/origin-settings/{key}")
    return found["from"], found.get("value")


def test_the_collection_at_every_owner(api, owner: str) -> None:
    path = f"{owner}/settings/"
    assert api.items(path) == []
    made = api("POST", path, {"key": "k", "value": {"a": [1, None, "x"]}, "note": "mine", "schema": {"secret": True}})
    assert made == {"key": "k", "value": {"a": [1, None, "x"]}, "note": "mine", "version": 0}
    assert api("GET", f"{path}k") == made
    api("POST", path, {"key": "k"}, status=409)
    changed = api("PUT", f"{path}k", {**made, "value": False})
    assert changed == {**made, "value": False, "version": 1}
    api("PUT", f"{path}nope", {"key": "nope"}, status=404)
    api("POST", path, {"key": "l", "value": None})
    assert api("GET", f"{path}l") == {"key": "l", "version": 0}
    assert [setting["key"] for setting in api.items(path)] == ["k", "l"]
    assert [setting["key"] for setting in api.items(path, key="l")] == ["l"]
    assert [setting["key"] for setting in api("GET", owner)["settings"]] == ["k", "l"]
    api("DELETE", f"{path}k")
    api("DELETE", f"{path}k", status=404)
    api("DELETE", path)
    assert api.items(path) == []


@pytest.mark.parametrize(
    "body", [{}, {"key": ""}, {"key": "_x"}, {"key": 5}, [], {"value": 1}, {"key": "k", "link": 5}, {"key": None}]
)
def test_invalid_settings(api, owner: str, body) -> None:
    api("POST", f"{owner}/settings/", body, status=400)
    api("POST", f"{owner}/settings/", {"key": "good", "value": 1})
    api("PUT", f"{owner}/settings/good", body, status=400)
    assert api.items(f"{owner}/settings/") == [{"key": "good", "value": 1, "version": 0}]


def test_replacing_all_settings(api, owner: str) -> None:
    path = f"{owner}/settings/"
    for key in ("a", "b"):
        api("POST", path, {"key": key, "value": 0})
    change = {"newOrUpdatedSettings": [{"key": "b", "link": "organizations/OOO/settings/x"}, {"key": "c", "value": 1}]}
    api("PUT", path, change, no_delete="true", status=200)
    assert [setting["key"] for setting in api.items(path)] == ["a", "b", "c"]
    assert api("GET", f"{path}b") == {"key": "b", "link": "organizations/OOO/settings/x", "version": 1}
    api("PUT", path, change, no_delete="False", status=200)
    assert [setting["key"] for setting in api.items(path)] == ["b", "c"]
    rejected = {"newOrUpdatedSettings": [{"key": "d"}, {"key": "_e"}]}
    api("PUT", path, rejected, no_delete="False", status=400)
    assert [setting["key"] for setting in api.items(path)] == ["b", "c"]


def test_a_key_can_be_renamed(api) -> None:
    path = f"{api.O}/settings/"
    for key in ("a", "b"):
        api("POST", path, {"key": key})
    api("PUT", f"{path}a", {"key": "b"}, status=409)
    api("PUT", f"{path}a", {"key": "c"})
    assert [setting["key"] for setting in api.items(path)] == ["c", "b"]


def test_secrets_are_filtered_and_masked(api, host: str) -> None:
    path = f"{host}/settings/"
    values = {"port": 81, "secret": "s1", "old": "s2", "free": "x"}
    for key, value in values.items():
        api("POST", path, {"key": key, "value": value})
    shown = {setting["key"]: setting["value"] for setting in api.items(path)}
    assert shown == values
    assert api("GET", f"{path}secret")["schema"] == {"type": "string", "secret": True}
    assert "schema" not in api("GET", f"{path}free")
    assert [setting["key"] for setting in api.items(path, secret_only="True")] == ["secret", "old"]
    assert [setting["key"] for setting in api.items(path, no_secret="True")] == ["port", "free"]
    masked = {setting["key"]: setting["value"] for setting in api.items(path, obfuscate="True")}
    assert masked == {"port": 81, "secret": "********", "old": "********", "free": "x"}
    assert api("GET", f"{path}secret", obfuscate=True)["value"] == "********"
    api("GET", f"{path}secret", no_secret=True, status=404)
    assert [setting["key"] for setting in api("GET", host, no_secret=True)["settings"]] == ["port", "free"]


def test_precedence(api, host: str) -> None:
    """S88: each level hides the lower ones; deleting one reveals the next; each step queues a change."""
    levels = [api.O, api.E, host, f"{host}/applications/Web"]
    paths = ["organizations/OOO/applications/Web", *(level[1:] for level in levels)]
    assert origin(api, host, "port") == (paths[0], 80)
    for number, level in enumerate(levels, start=1):
        api("POST", f"{level}/settings/", {"key": "port", "value": number})
        assert origin(api, host, "port") == (paths[number], number)
        assert api.tasks(host) == [TASKS]
    for number in (4, 3, 2, 1):
        api("DELETE", f"{levels[number - 1]}/settings/port")
        assert origin(api, host, "port") == (paths[number - 1], number - 1 or 80)
        assert api.tasks(host) == [TASKS]
    api("GET", f"{host}/applications/Web/origin-settings/nope", status=404)
    api("GET", f"{host}/applications/Nope/origin-settings/port", status=404)


def test_origin_of_a_secret(api, host: str) -> None:
    api("POST", f"{api.E}/settings/", {"key": "secret", "value": "s"})
    path = f"{host}/applications/Web/origin-settings/secret"
    found = api("GET", path)
    assert found["schema"] == {"type": "string", "secret": True}
    assert found["value"] == "s"
    assert api("GET", path, obfuscate=True)["value"] == "********"
    api("GET", path, no_secret=True, status=404)


def test_a_hidden_setting_triggers_nothing(api, host: str) -> None:
    api("POST", f"{host}/settings/", {"key": "port", "value": 1})
    api.tasks(host)
    api("POST", f"{api.O}/settings/", {"key": "port", "value": 2})
    api("PUT", f"{host}/settings/port", {"key": "port", "value": 1})
    assert api.tasks(host) == []
    api("PUT", f"{host}/settings/port", {"key": "port", "value": True})
    assert api.tasks(host) == [TASKS], "1 and true are not the same"


def test_one_change_per_host_and_request(api, host: str) -> None:
    settings = [{"key": "port", "value": 1}, {"key": "secret", "value": "s"}, {"key": "arch", "value": "arm"}]
    api("PUT", f"{api.E}/settings/", {"newOrUpdatedSettings": settings}, no_delete=False)
    (change,) = api.pending(host)
    assert change["description"] == "Update settings arch, port, secret"
    assert api.tasks(host) == [TASKS], "what two handlers ask for is done once"
    api("DELETE", f"{api.E}/settings/")
    assert api.tasks(host) == [TASKS]


def test_only_affected_hosts_are_changed(api, host: str) -> None:
    other = api.ready_host("other")
    api("POST", f"{api.O}/environments/", {"name": "Prod"})
    api("POST", f"{api.O}/environments/Prod/hosts/", {"name": "far", "applications": ["Web"]})
    far = f"{api.O}/environments/Prod/hosts/far"
    api("POST", f"{far}/instance/properties", [])
    defined = api.host("defined", applications=["Web"])
    api("POST", f"{api.E}/settings/", {"key": "port", "value": 1})
    assert [api.tasks(path) for path in (host, other, far, defined)] == [[TASKS], [], [], []]
    api("POST", f"{api.O}/settings/", {"key": "port", "value": 2})
    assert [api.tasks(path) for path in (host, other, far, defined)] == [[], [], [TASKS], []]
    api("POST", f"{api.O}/settings/", {"key": "unknown", "value": 2})
    assert [api.tasks(path) for path in (host, other, far, defined)] == [[], [], [], []]


def test_handlers_can_be_switched_off(api, host: str) -> None:
    api("POST", f"{host}/settings/", {"key": "port", "value": 1}, trigger_application_handler="false")
    api("PUT", f"{host}/settings/port", {"key": "port", "value": 2}, trigger_application_handler="false")
    api("DELETE", f"{host}/settings/port", trigger_application_handler="false")
    assert api.tasks(host) == []


def test_links(api, host: str) -> None:
    """S90 to S94."""
    target = "organizations/OOO/environments/Prod/settings/shared"
    api("POST", f"{api.O}/environments/", {"name": "Prod"})
    api("POST", f"{host}/settings/", {"key": "port", "link": target, "value": 7})
    assert origin(api, host, "port")[1] == 7, "a missing target gives the default"
    assert api.tasks(host) == [TASKS]
    api("POST", f"{api.O}/environments/Prod/settings/", {"key": "shared", "value": 8})
    assert origin(api, host, "port")[1] == 8
    assert api.tasks(host) == [TASKS], "a change of the target triggers handlers here"
    api("POST", f"{api.O}/settings/", {"key": "last", "value": 9})
    assert api.tasks(host) == []
    link = {"key": "shared", "link": "organizations/OOO/settings/last", "value": 10}
    api("PUT", f"{api.O}/environments/Prod/settings/shared", link)
    assert origin(api, host, "port")[1] == 9, "chains are followed, and a plain setting can become a link"
    api("DELETE", f"{api.O}/settings/last")
    assert origin(api, host, "port")[1] == 10
    api.tasks(host)
    api("PUT", f"{host}/settings/port", {"key": "port", "value": 11, "link": ""})
    assert "link" not in api("GET", f"{host}/settings/port")
    assert origin(api, host, "port")[1] == 11
    assert api.tasks(host) == [TASKS]


def test_links_to_contexts(api, host: str) -> None:
    base = "organizations/OOO/environments/Default/hosts/web"
    for owner in ("platform", "distribution", "applications/Web"):
        api("POST", f"{host}/{owner}/settings/", {"key": "there", "value": owner})
        setting = {"key": "port", "link": f"{base}/{owner}/settings/there"}
        api("PUT", f"{host}/settings/", {"newOrUpdatedSettings": [setting]}, no_delete=False)
        assert origin(api, host, "port")[1] == owner


@pytest.mark.parametrize(
    "link", ["x", "organizations/OOO", "organizations/OOO/settings", "/", "organizations//settings/k"]
)
def test_links_without_a_target(api, host: str, link: str) -> None:
    api("POST", f"{host}/settings/", {"key": "port", "link": link, "value": "default"})
    assert origin(api, host, "port")[1] == "default"


def test_a_loop_of_links(api, host: str) -> None:
    """S92: the value is the default of the one link in the loop that has one."""
    for key, target, default in (("a", "b", ""), ("b", "c", "found"), ("c", "a", "")):
        api(
            "POST", f"{api.O}/settings/", {"key": key, "link": f"organizations/OOO/settings/{target}", "value": default}
        )
    for key in ("a", "b", "c"):
        assert origin(api, host, key)[1] == "found"


def test_property_settings(api, host: str) -> None:
    api("POST", f"{host}/settings/", {"key": "port", "property": "ip.eth0"})
    properties = {item["key"]: item["value"] for item in api("GET", f"{host}/instance/")["properties"]}
    assert origin(api, host, "port")[1] == properties["ip.eth0"]
    api("PUT", f"{host}/settings/port", {"key": "port", "property": "nope"})
    assert origin(api, host, "port")[1] is None


def test_a_linked_property_is_read_from_the_targets_machine(api, host: str) -> None:
    other = api.ready_host("other")
    api("POST", f"{other}/settings/", {"key": "address", "property": "ip.eth0"})
    link = "organizations/OOO/environments/Default/hosts/other/settings/address"
    api("POST", f"{host}/settings/", {"key": "port", "link": link})
    properties = {item["key"]: item["value"] for item in api("GET", f"{other}/instance/")["properties"]}
    assert origin(api, host, "port")[1] == properties["ip.eth0"]


def test_impact(api, host: str) -> None:
    other = api.ready_host("other", applications=["Web"])
    api.host("defined", applications=["Web"])

    def impact(owner: str, key: str) -> list[object]:
        found = api("GET", f"{owner}/settings/{key}/impact")
        assert found.keys() == {
            "settingHandlerContexts",
            "orchestrationHandlerExecution",
            "otherResources",
            "packageResources",
            "rpmModuleResources",
        }
        return found["settingHandlerContexts"]

    (entry,) = impact(api.O, "port")
    assert entry["application"] == "Web"
    assert entry["noAccessToAllResources"] is False
    assert entry["hosts"] == [{"name": name, "environment": "Default"} for name in ("web", "other")]
    assert entry["handlers"] == [{"do": WEB["handlers"][0]["do"]}]
    assert [item["name"] for item in impact(host, "port")[0]["hosts"]] == ["web"]
    assert impact(api.E, "nope") == []
    api("POST", f"{other}/settings/", {"key": "port", "value": 1})
    assert [item["name"] for item in impact(api.E, "port")[0]["hosts"]] == ["web"], "the other hides it"
    assert len(impact(other, "port")) == 1


def test_trees(api, host: str) -> None:
    for owner in (
        api.O,
        api.E,
        host,
        f"{host}/applications/Web",
        f"{host}/distribution",
        f"{api.O}/platforms/Demo Platform",
    ):
        api("POST", f"{owner}/settings/", {"key": "k", "value": owner[-3:]})
    api("POST", f"{host}/settings/", {"key": "secret", "value": "s"})

    def keys(node) -> list[str]:
        return [setting["key"] for setting in node["settings"]]

    tree = api("GET", f"{api.O}/tree/settings/")
    assert tree["organization"] == "OOO"
    assert keys(tree) == ["k"]
    (environment,) = tree["environments"]
    assert (environment["environment"], keys(environment)) == ("Default", ["k"])
    (node,) = environment["hosts"]
    assert (node["host"], keys(node)) == ("web", ["k", "secret"])
    assert [(item["application"], keys(item)) for item in node["applications"]] == [("Web", ["k"])]
    assert (node["distribution"]["distribution"], keys(node["distribution"])) == ("Demo Distribution", ["k"])
    assert [(item["platform"], keys(item)) for item in tree["platforms"]] == [("Demo Platform", ["k"]), ("Cloud", [])]
    assert [(item["distribution"], keys(item)) for item in tree["distributions"]] == [
        ("Demo Distribution", ["cmdline"])
    ]

    def host_keys(owner: str, **query) -> list[str]:
        return keys(api("GET", f"{owner}/tree/settings/", **query)["environments"][0]["hosts"][0])

    assert host_keys(api.O, secret_only="True", no_secret="False") == ["secret"]
    assert host_keys(api.O, no_secret="True") == ["k"]
    assert host_keys(api.O, key="secret") == ["secret"]
    assert host_keys(api.E) == host_keys(host) == ["k", "secret"]
    assert keys(api("GET", f"{host}/tree/settings/")) == []
    bare = api("POST", f"{api.E}/hosts/", {"name": "bare"})["name"]
    assert "distribution" not in api("GET", f"{api.E}/hosts/{bare}/tree/settings/")["environments"][0]["hosts"][0]


def test_a_host_group_ranks_between_environment_and_host(api, host: str) -> None:
    """No fact says where it ranks. It queues changes only on hosts in the group for which the setting is effective."""
    other = api.ready_host("other", applications=["Web"])
    entry = {"position": 0, "organization": "OOO", "environment": "Default", "host": "web"}
    api("POST", f"{api.O}/hostgroups/", {"name": "front", "hosts": [entry]})
    group = f"{api.O}/hostgroups/front/settings/"
    api("POST", f"{api.E}/settings/", {"key": "port", "value": 1})
    assert (api.tasks(host), api.tasks(other)) == ([TASKS], [TASKS])
    api("POST", group, {"key": "port", "value": 2})
    assert (api.tasks(host), api.tasks(other)) == ([TASKS], [])
    assert origin(api, host, "port") == ("organizations/OOO/hostgroups/front", 2)
    assert origin(api, other, "port") == ("organizations/OOO/environments/Default", 1)
    api("POST", f"{host}/settings/", {"key": "port", "value": 3})
    api.tasks(host)
    api("PUT", f"{group}port", {"key": "port", "value": 4})
    assert api.tasks(host) == [], "the host's own hides it"
    api("DELETE", f"{host}/settings/port")
    assert origin(api, host, "port")[1] == 4


@pytest.mark.parametrize(
    "place",
    ["", "/environments/Default", "/environments/Default/hosts/web", "/hostgroups/Fronts", "/distributions/Own"],
)
def test_each_change_of_settings_increments_the_owners_version(api, host: str, place: str) -> None:
    """S16; contexts have no version."""
    api("POST", f"{api.O}/hostgroups/", {"name": "Fronts"})
    api("POST", f"{api.O}/distributions/", {"name": "Own"})
    owner = f"{api.O}{place}"
    versions = [api("GET", owner)["version"]]
    for method, path, body in (
        ("POST", "settings/", {"key": "k", "value": 1}),
        ("PUT", "settings/k", {"key": "k", "value": 2}),
        ("DELETE", "settings/k", None),
        ("DELETE", "settings/", None),
    ):
        api(method, f"{owner}/{path}", body)
        versions.append(api("GET", owner)["version"])
    assert versions == [versions[0] + more for more in range(5)]
