"""Links of settings end at the organization that defines them."""

from __future__ import annotations

import httpx
import pytest

from tests.sandbox.conftest import Api

SECRET = "not-to-be-seen"
TEMPLATE = b"${link} ${further}"
MINE = "/organizations/Mine"
HOST = f"{MINE}/environments/Default/hosts/web"


@pytest.fixture
def mine(api) -> Api:
    """Return the API for the owner of another organization, which has a host with an application."""
    for owner in (api.O, api.E, api.host("theirs", applications=["Wordpress"])):
        api("POST", f"{owner}/settings/", {"key": "secret", "value": SECRET})
    api("POST", f"{api.E}/hosts/theirs/applications/Wordpress/settings/", {"key": "secret", "value": SECRET})
    api("POST", f"{api.O}/platforms/Demo%20Platform/settings/", {"key": "secret", "value": SECRET})
    api("POST", f"{api.E}/hosts/theirs/platform/settings/", {"key": "secret", "value": SECRET})
    api("POST", f"{api.E}/hosts/theirs/instance/", {})
    api.sandbox.advance(20)
    api.sandbox.add_user("eve", "e")
    client = httpx.Client(base_url=api.sandbox.url, auth=("eve", "e"))
    own = Api(client, api.sandbox)
    own("POST", "/organizations/", {"name": "Mine"}, populate=True)
    own.upload(f"{MINE}/applications/Wordpress/files/wp-config.php/content", TEMPLATE)
    body = {"name": "web", "platform": "Demo Platform", "distribution": "Demo Distribution"}
    own("POST", f"{MINE}/environments/Default/hosts/", {**body, "applications": ["Wordpress"]})
    yield own
    client.close()


def seen(own: Api) -> str:
    """Return what a rendered file and the origin of a setting show."""
    context = f"{HOST}/applications/Wordpress"
    rendered = own("GET", f"{context}/files/wp-config.php").decode()
    return f"{rendered} {own('GET', f'{context}/origin-settings/link')}"


@pytest.mark.parametrize(
    "path",
    [
        "organizations/OOO/settings/secret",
        "/organizations/OOO/settings/secret/",
        "organizations/OOO/environments/Default/settings/secret",
        "organizations/OOO/environments/Default/hosts/theirs/settings/secret",
        "organizations/OOO/environments/Default/hosts/theirs/applications/Wordpress/settings/secret",
        "organizations/OOO/environments/Default/hosts/theirs/platform/settings/secret",
        "organizations/OOO/platforms/Demo Platform/settings/secret",
        "organizations/Mine/organizations/OOO/settings/secret",
        "organizations/Mine/../OOO/settings/secret",
        "organizations",
        "organizations/",
        "/",
        "settings/secret",
        "users/UUU",
    ],
)
@pytest.mark.parametrize("owner", [MINE, f"{MINE}/environments/Default", HOST, f"{HOST}/applications/Wordpress"])
def test_a_link_to_another_organization_has_its_default(mine: Api, path: str, owner: str) -> None:
    mine("POST", f"{owner}/settings/", {"key": "link", "link": path, "value": "default"})
    chain = {"key": "further", "link": f"{owner.removeprefix('/')}/settings/link", "value": "other"}
    mine("POST", f"{owner}/settings/", chain)
    assert SECRET not in seen(mine)
    assert seen(mine).startswith("default default ")


def test_a_property_of_a_host_of_another_organization(api, mine: Api) -> None:
    api("POST", f"{api.E}/hosts/theirs/settings/", {"key": "ip", "property": "ip.eth0", "value": "none"})
    path = "organizations/OOO/environments/Default/hosts/theirs/settings/ip"
    mine("POST", f"{MINE}/settings/", {"key": "link", "link": path, "value": "default"})
    assert "default" in seen(mine)


def test_a_machine_and_one_time_links(mine: Api) -> None:
    mine("POST", f"{MINE}/settings/", {"key": "link", "link": "organizations/OOO/settings/secret", "value": "default"})
    mine("POST", f"{HOST}/instance/", {})
    mine.sandbox.advance(20)
    file = mine("GET", f"{HOST}/instance/files", path="/etc/wordpress/wp-config.php")
    url = mine("GET", f"{HOST}/applications/Wordpress/files/wp-config.php/link")["url"]
    assert (file, httpx.get(url).content) == (b"default ${further}",) * 2


def test_a_link_with_a_copy_from_the_store(api, mine: Api) -> None:
    """A purchased distribution has the publisher's links; in the copy they have no target."""
    api("POST", f"{api.O}/distributions/", {"name": "D", "files": [{"name": "f"}]})
    api.upload(f"{api.O}/distributions/D/files/f/content", b"${link}")
    link = {"key": "link", "link": "organizations/OOO/settings/secret", "value": "default"}
    api("POST", f"{api.O}/distributions/D/settings/", link)
    uuid = api("GET", f"{api.O}/distributions/D")["uuid"]
    entry = api("POST", "/store/distributions/", {"distribution": uuid})["uuid"]
    mine("POST", f"{MINE}/purchased/distributions/", {"published": entry, "name": "D"})
    mine("POST", f"{HOST}/distribution/", {"distribution": "D"})
    assert mine("GET", f"{HOST}/distribution/files/f") == b"default"


def test_another_organization_does_not_notice_a_change(api, mine: Api) -> None:
    link = {"key": "wp_admin_email", "link": "organizations/OOO/settings/secret", "value": "x"}
    mine("POST", f"{MINE}/settings/", link)
    mine("POST", f"{HOST}/instance/", {})
    mine.sandbox.advance(20)
    api("PUT", f"{api.O}/settings/secret", {"key": "secret", "value": "new"})
    assert mine.items(f"{HOST}/changes/", show_processed=True) == []


def test_links_in_the_own_organization_work(mine: Api) -> None:
    mine("POST", f"{MINE}/settings/", {"key": "target", "value": "reached"})
    mine("POST", f"{MINE}/settings/", {"key": "link", "link": "organizations/Mine/settings/target", "value": "default"})
    assert seen(mine).startswith("reached ")
    mine("PUT", MINE, {"name": "Renamed"})
    renamed = HOST.replace("Mine", "Renamed")
    assert mine("GET", f"{renamed}/applications/Wordpress/files/wp-config.php").startswith(b"default ")
