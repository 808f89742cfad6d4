"""The rights of users and groups."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from comodit_client.sandbox.errors import ApiError
from tests.sandbox.conftest import Api


@pytest.fixture
def bob(api) -> Api:
    """Return the API for another user, who is in no group."""
    api.sandbox.add_user("bob", "b", fullname="Bob Martin", email="bob@example.org")
    client = httpx.Client(base_url=api.sandbox.url, auth=("bob", "b"))
    yield Api(client, api.sandbox)
    client.close()


@pytest.fixture
def put(api) -> Callable[..., Any]:
    """Return a function that adds bob to a group of an owner."""

    def into(group: str, owner: str = Api.O, *names: str, status: int | None = None) -> Any:
        users = [{"username": name} for name in names or ("bob",)]
        return api("PUT", f"{owner}/groups/{group}", {"name": group, "users": users}, status=status)

    return into


def test_a_user_without_a_group_sees_nothing(api, bob: Api) -> None:
    assert bob.items("/organizations/") == []
    for path in (api.O, api.E, f"{api.O}/settings/", f"{api.O}/audit/"):
        bob("GET", path, status=403)
    bob("GET", "/organizations/Nope", status=404)
    assert len(bob.items("/flavors/")) == 3


def test_readonly(api, bob: Api, put) -> None:
    host = api.host()
    put("readonly")
    (organization,) = bob.items("/organizations/")
    assert "access" not in organization
    assert "access" in api("GET", api.O)
    assert [item["name"] for item in bob.items(f"{api.E}/hosts/")] == ["web"]
    bob("GET", f"{api.O}/access", status=403)
    (text,) = bob("PUT", host, {"name": "x"}, status=403)["error"]
    assert text == "bob may not change host web"
    bob("POST", f"{api.O}/settings/", {"key": "k", "value": 1}, status=403)
    assert api.items(f"{api.O}/settings/") == []


def test_users_may_do_everything_except_change_memberships(api, bob: Api, put) -> None:
    put("users")
    bob.host()
    assert bob("GET", f"{api.O}/access")["accessKey"]
    members = {"name": "admin", "users": [{"username": "bob"}]}
    bob("PUT", f"{api.O}/groups/admin", members, status=403)
    bob("PUT", f"{api.E}/groups/admin", members, status=403)
    bob("DELETE", f"{api.E}/hosts/web")
    bob("DELETE", api.E)
    bob("DELETE", api.O, status=403)


def test_an_admin_may_change_memberships(api, bob: Api, put) -> None:
    put("admin", api.O, "UUU", "bob")
    bob("PUT", f"{api.O}/groups/admin", {"name": "admin", "users": [{"username": "bob"}]})
    api("GET", api.O, status=403)
    assert api.items("/organizations/") == []
    bob("DELETE", api.O)


def test_the_creator_is_admin(api, bob: Api) -> None:
    organization = bob("POST", "/organizations/", {"name": "Bobs"})
    assert organization["access"]["secretKey"]
    assert [user["username"] for user in bob("GET", "/organizations/Bobs/groups/admin")["users"]] == ["bob"]
    assert [item["name"] for item in bob.items("/organizations/")] == ["Bobs"]
    assert [item["name"] for item in api.items("/organizations/")] == ["OOO"]
    api("GET", "/organizations/Bobs", status=403)
    bob("DELETE", "/organizations/")
    assert bob.items("/organizations/") == []
    assert api.items("/organizations/") != []


def test_a_right_to_one_environment(api, bob: Api, put) -> None:
    api("POST", f"{api.O}/environments/", {"name": "Other"})
    put("users", api.E)
    assert [item["name"] for item in bob.items("/organizations/")] == ["OOO"]
    assert [item["name"] for item in bob.items(f"{api.O}/environments/")] == ["Default"]
    bob("POST", f"{api.E}/hosts/", {"name": "web"})
    assert [item["name"] for item in bob.items(f"{api.O}/environments/Default/hosts/")] == ["web"]
    bob("GET", f"{api.O}/environments/Other", status=403)
    bob("POST", f"{api.O}/environments/", {"name": "x"}, status=403)
    bob("GET", f"{api.O}/applications/", status=403)


def test_a_right_to_one_host(api, bob: Api, put) -> None:
    api.host("a")
    b = api.host("b")
    put("readonly", b)
    assert [item["name"] for item in bob.items(f"{api.E}/hosts/")] == ["b"]
    assert bob("GET", b)["name"] == "b"
    bob("PUT", b, {"name": "x"}, status=403)
    bob("GET", f"{api.E}/hosts/a", status=403)
    assert [item["name"] for item in bob.items("/users/bob/hosts/")] == ["b"]


def test_the_nearest_owner_decides(api, bob: Api, put) -> None:
    put("users")
    put("readonly", api.E)
    bob("POST", f"{api.E}/hosts/", {"name": "x"}, status=403)
    bob("POST", f"{api.O}/environments/", {"name": "Other"})
    put("no access", f"{api.O}/environments/Other")
    bob("GET", f"{api.O}/environments/Other", status=403)
    assert [item["name"] for item in bob.items(f"{api.O}/environments/")] == ["Default"]


@pytest.fixture
def host(api) -> str:
    """A host, an environment, an organization and an application, each with a secret setting and another one."""
    path = api.host(applications=["Wordpress"])
    for owner in (api.O, api.E, path, f"{path}/applications/Wordpress"):
        api("POST", f"{owner}/settings/", {"key": "wp_admin_password", "value": "not-to-be-seen"})
        api("POST", f"{owner}/settings/", {"key": "wp_admin_email", "value": "x@y.example"})
    return path


def secrets(response: Any) -> list[str]:
    """Return the values of the secret settings in a response, at any depth."""
    inside = response.values() if isinstance(response, dict) else response if isinstance(response, list) else []
    own = [response["value"]] if isinstance(response, dict) and response.get("key") == "wp_admin_password" else []
    return own + [text for item in inside for text in secrets(item)]


def test_auditors_have_the_rights_of_users_but_see_no_secrets(api, bob: Api, put, host: str) -> None:
    put("auditors")
    context = f"{host}/applications/Wordpress"
    for path, count in {
        "/organizations/": 1,
        api.O: 1,
        f"{api.O}/settings/": 1,
        f"{api.O}/settings/wp_admin_password": 1,
        f"{api.O}/hosts/": 1,
        f"{api.O}/tree/settings/": 4,
        f"{api.O}/environments/": 1,
        api.E: 1,
        f"{api.E}/hosts/": 1,
        host: 1,
        f"{host}/settings/wp_admin_password": 1,
        f"{host}/applications/": 1,
        context: 1,
        f"{context}/settings/": 1,
        f"{context}/origin-settings/wp_admin_password": 1,
        "/users/bob/hosts/": 1,
    }.items():
        assert secrets(bob("GET", path)) == ["********"] * count, path
    assert set(secrets(api("GET", f"{api.O}/tree/settings/"))) == {"not-to-be-seen"}
    assert bob("GET", f"{host}/settings/wp_admin_email")["value"] == "x@y.example"
    assert bob("GET", f"{api.O}/access")["accessKey"]
    setting = {"key": "wp_admin_password", "value": "new"}
    assert secrets(bob("PUT", f"{host}/settings/wp_admin_password", setting)) == ["********"]
    changes = {"newOrUpdatedSettings": [setting]}
    assert secrets(bob("PUT", f"{api.E}/settings", changes, no_delete=True)) == ["********"]
    assert api("GET", f"{host}/settings/wp_admin_password")["value"] == "new"


def test_the_nearest_owner_decides_if_a_user_is_an_auditor(api, bob: Api, put, host: str) -> None:
    put("users")
    put("auditors", api.E)
    other = api.host("other", settings=[{"key": "wp_admin_password", "value": "seen"}])
    put("users", other)
    assert secrets(bob("GET", api.O)) == ["not-to-be-seen"]
    assert secrets(bob("GET", api.E)) == ["********"]
    assert secrets(bob("GET", f"{api.E}/hosts/")) == ["********", "seen"]
    assert secrets(bob("GET", f"{api.O}/tree/settings/")).count("********") == 3
    put("admin", api.O, "UUU", "bob")
    assert "********" not in secrets(bob("GET", f"{api.O}/tree/settings/"))


def test_a_user_who_is_also_an_auditor_sees_secrets(api, bob: Api, put, host: str) -> None:
    put("auditors")
    put("users")
    assert secrets(bob("GET", host)) == ["not-to-be-seen"]


def test_an_application_key_of_auditors_sees_no_secrets(api, host: str) -> None:
    key = api("POST", f"{api.O}/applicationkeys/", {"name": "k", "group": "auditors"})
    with httpx.Client(base_url=api.sandbox.url, headers={"X-ComodIT-AppKey": key["token"]}) as client:
        assert secrets(client.get(host).json()) == ["********"]


TEMPLATE = b"${wp_admin_email} ${wp_admin_password} ${alias!'none'} ${wp_admin_password!'none'} ${_org_name}"
SEEN = b"x@y.example not-to-be-seen not-to-be-seen not-to-be-seen OOO"
MASKED = b"x@y.example ******** ******** ******** OOO"


@pytest.fixture
def file(api, host: str) -> str:
    """A file of the host with secrets, one of them through a link."""
    api("POST", f"{host}/settings/", {"key": "further", "link": "organizations/OOO/settings/wp_admin_password"})
    api("POST", f"{host}/settings/", {"key": "alias", "link": f"{host}/settings/further"})
    api.upload(f"{api.O}/applications/Wordpress/files/wp-config.php/content", TEMPLATE)
    return f"{host}/applications/Wordpress/files/wp-config.php"


def test_auditors_see_secrets_masked_in_rendered_files(api, bob: Api, put, host: str, file: str) -> None:
    put("auditors")
    assert (api("GET", file), bob("GET", file)) == (SEEN, MASKED)
    api("POST", f"{host}/instance/", {})
    api.sandbox.advance(20)
    on_machine = f"{host}/instance/files"
    assert api("GET", on_machine, path="/etc/wordpress/wp-config.php") == SEEN
    assert bob("GET", on_machine, path="/etc/wordpress/wp-config.php") == MASKED
    key = api("POST", f"{api.O}/applicationkeys/", {"name": "k", "group": "auditors"})
    with httpx.Client(base_url=api.sandbox.url, headers={"X-ComodIT-AppKey": key["token"]}) as client:
        assert client.get(file).content == MASKED
    put("users", host)
    assert bob("GET", file) == SEEN


def test_links_to_files_show_what_their_creator_may_see(api, bob: Api, put, file: str) -> None:
    put("auditors")
    of_auditor, of_admin = bob("GET", f"{file}/link")["url"], api("GET", f"{file}/link")["url"]
    put("users")
    of_user = bob("GET", f"{file}/link")["url"]
    assert [httpx.get(url).content for url in (of_auditor, of_admin, of_user)] == [MASKED, SEEN, SEEN]


def test_auditors_see_no_secrets_through_links(api, bob: Api, put, host: str, file: str) -> None:
    put("auditors")
    origin = f"{host}/applications/Wordpress/origin-settings/alias"
    assert (api("GET", origin)["value"], bob("GET", origin)["value"]) == ("not-to-be-seen", "********")


@pytest.mark.parametrize(
    ("value", "template", "masked"),
    [
        (["a", "b"], "<#list wp_admin_password as x>[${x}]</#list>", b"[********][********]"),
        ({"user": "u", "more": [1]}, "${wp_admin_password.user} ${wp_admin_password.more[0]}", b"******** ********"),
        ("s", "<#if wp_admin_password == 's'>right<#else>wrong</#if>", b"wrong"),
        (90, "${(wp_admin_password > 80)?c}", None),
    ],
)
def test_templates_with_masked_secrets(api, bob: Api, put, value: Any, template: str, masked: bytes | None) -> None:
    put("auditors")
    host = api.host(applications=["Wordpress"], settings=[{"key": "wp_admin_password", "value": value}])
    api.upload(f"{api.O}/applications/Wordpress/files/wp-config.php/content", template.encode())
    file = f"{host}/applications/Wordpress/files/wp-config.php"
    if masked is None:
        (text,) = bob("GET", file, status=400)["error"]
        assert ", with secrets masked: " in text
    else:
        assert bob("GET", file) == masked
    assert b"*" not in api("GET", file)


def test_an_admin_of_the_organization_is_an_admin_everywhere(api, put) -> None:
    put("no access", api.E, "UUU")
    api("POST", f"{api.E}/hosts/", {"name": "web"})


def test_groups(api, bob: Api, put) -> None:
    names = ["admin", "users", "readonly", "auditors", "no access"]
    for owner in (api.O, api.E, api.host()):
        assert [group["name"] for group in api.items(f"{owner}/groups/")] == names
    group = put("users", api.E)
    assert group["users"] == [{"username": "bob", "fullname": "Bob Martin", "email": "bob@example.org"}]
    assert api("GET", f"{api.E}/groups/users") == group
    uuids = {group["uuid"] for group in [*api.items(f"{api.O}/groups/"), *api.items(f"{api.E}/groups/")]}
    assert len(uuids) == 10
    assert put("users", api.E, "bob", "bob")["users"] == group["users"]
    api("PUT", f"{api.E}/groups/users", {"name": "users", "users": []})
    assert api("GET", f"{api.E}/groups/users")["users"] == []
    assert "nobody" in put("users", api.O, "nobody", status=400)["error"][0]
    api("GET", f"{api.O}/groups/ghosts", status=404)


def test_trees(api, bob: Api, put) -> None:
    a, _ = api.host("a"), api.host("b")
    put("readonly", a)
    put("users", api.E)
    tree = api("GET", f"{api.O}/groups/tree")
    assert [group["name"] for group in tree["groupViews"]] == ["admin"]
    (environment,) = tree["environmentGroupViews"]
    assert (environment["environment"], environment["groupViews"][0]["name"]) == ("Default", "users")
    assert [branch["host"] for branch in environment["hostGroupViews"]] == ["a"]
    assert api("GET", f"{api.E}/groups/tree") == environment
    assert api("GET", f"{a}/groups/tree") == environment["hostGroupViews"][0]


def test_the_audit_log_names_the_user(api, bob: Api, put) -> None:
    put("users")
    bob.host()
    entry = api.items(f"{api.O}/audit/")[-1]
    assert (entry["username"], entry["userFullName"]) == ("bob", "Bob Martin")


def test_users(api, bob: Api) -> None:
    assert [user["username"] for user in api.items("/users/")] == ["UUU", "bob"]
    assert [user["username"] for user in bob.items("/users/")] == ["bob"]
    created = api("POST", "/users/", {"username": "eve", "password": "not-to-be-seen"})
    assert created == {"username": "eve", "fullname": "", "email": "eve@sandbox.example", "role": "USER"}
    bob("POST", "/users/", {"username": "x", "password": "x"}, status=403)
    bob("GET", "/users/eve", status=403)
    api("PUT", "/users/eve", {**created, "role": "ADMIN"})
    with httpx.Client(base_url=api.sandbox.url, auth=("eve", "not-to-be-seen")) as client:
        assert len(client.get("/users/").json()["items"]) == 3
    api("DELETE", "/users/eve")
    api("GET", "/users/eve", status=404)
    api("DELETE", "/users/UUU", status=409)
    api("PUT", "/users/UUU", api("GET", "/users/UUU"), status=409)


def test_users_may_change_themselves_except_for_their_role(bob: Api) -> None:
    body = bob("GET", "/users/bob")
    bob("PUT", "/users/bob", {"fullname": "x"}, status=400)
    bob("PUT", "/users/bob", {**body, "username": "rob"}, status=400)
    bob("PUT", "/users/bob", {**body, "role": "ADMIN"}, status=403)
    changed = bob("PUT", "/users/bob", {**body, "fullname": "Robert", "password": "new"})
    assert (changed["fullname"], changed["role"]) == ("Robert", "USER")
    bob("GET", "/users/bob", status=401)


@pytest.mark.parametrize(
    "members",
    [
        {"username": "bob", "password": "x"},
        {"username": "UUU", "password": "x"},
        {"username": "x:y", "password": "x"},
        {"username": "x"},
        {"username": "x", "password": "x", "email": "bob@example.org"},
        {"username": "x", "password": "x", "role": "KING"},
    ],
)
def test_invalid_users(api, bob: Api, members: dict[str, str]) -> None:
    response = httpx.post(f"{api.sandbox.base_url}/sandbox/user", json=members)
    assert response.status_code in (400, 409)
    assert len(api.items("/users/")) == 2


def test_a_token_has_the_rights_of_its_user(api, bob: Api) -> None:
    headers = {"X-ComodIT-JwtToken": bob("GET", "/account/_verify")["jwtToken"]}
    assert httpx.get(f"{api.sandbox.url}/organizations/", headers=headers).json()["items"] == []
    api("DELETE", "/users/bob")
    assert httpx.get(f"{api.sandbox.url}/organizations/", headers=headers).status_code == 401


def test_a_token_ends_with_the_password(api, bob: Api) -> None:
    headers = {"X-ComodIT-JwtToken": bob("GET", "/account/_verify")["jwtToken"]}
    url = f"{api.sandbox.url}/users/bob"
    api("PUT", "/users/bob", {"username": "bob", "fullname": "Bob"})
    assert httpx.get(url, headers=headers).status_code == 200
    api("PUT", "/users/bob", {"username": "bob", "password": "new"})
    assert httpx.get(url, headers=headers).status_code == 401
    api("DELETE", "/users/bob")
    api.sandbox.add_user("bob", "other")
    assert httpx.get(url, headers=headers).status_code == 401


def test_a_deleted_user_leaves_all_groups(api, bob: Api, put) -> None:
    put("users")
    api("DELETE", "/users/bob")
    assert api("GET", f"{api.O}/groups/users")["users"] == []
    with pytest.raises(ApiError, match="password"):
        api.sandbox.add_user("bob", "")
    api.sandbox.add_user("bob", "b")
    bob("GET", api.O, status=403)
