"""The store: publishing, who may see an entry, purchasing, and keeping both sides up to date."""

from __future__ import annotations

import httpx
import pytest

from comodit_client.rest.exceptions import (
    ApiException,
    Conflict,
    EntityNotFoundException,
    InvalidName,
    NoCollection,
    UnsupportedOperation,
)

UUID, SOURCE, PURCHASE = "5E5E5E5E439111E2AD1EB0A1AC1F0299", "0B063010439111E2AD1EB0A1AC1F0299", "8888"
KINDS = {
    "application": (lambda c: c.app_store(), lambda c: c.applications("A"), lambda o: o.purchased_apps()),
    "distribution": (lambda c: c.dist_store(), lambda c: c.distributions("A"), lambda o: o.purchased_dists()),
}


@pytest.fixture(params=KINDS)
def kind(request):
    """What is published: an application or a distribution."""
    return request.param


@pytest.fixture
def store(client, kind):
    return KINDS[kind][0](client)


@pytest.fixture
def purchases(client, kind):
    return KINDS[kind][2](client.organizations().new("A"))


@pytest.fixture
def thing(client, kind):
    """What is published, or was purchased, as the server gave it."""
    return KINDS[kind][1](client).wrap({"name": "W", "uuid": SOURCE, "publishedAs": UUID, "purchasedAs": PURCHASE})


@pytest.fixture
def entry(kind):
    return {"uuid": UUID, "name": "W", kind: SOURCE, "authorized": [], "definition": {"name": "W"}}


def test_an_entry_of_the_store_is_known_by_its_uuid(store, kind, entry, server, run):
    server.on("GET", f"/store/{kind}s/{UUID}", entry)
    found = run(store.get(UUID))
    assert (found.identifier, found.uuid, found.name) == (UUID, UUID, "W")
    assert found.label == f"{UUID} - W"
    assert found.url == f"store/{kind}s/{UUID}/"
    assert getattr(found, kind) == SOURCE
    assert UUID in repr(found)


def test_the_description_of_an_entry_can_be_set(store, kind, entry, server, run):
    published = store.wrap(entry)
    published.description = "For blogs"
    server.on("PUT", f"/store/{kind}s/{UUID}", entry)
    run(published.update())
    assert server.last.json["description"] == published.description == "For blogs"


def test_the_definition_of_an_entry_is_read_as_what_it_is(store, kind, entry):
    definition = store.wrap(entry).definition
    assert type(definition).__name__.lower() == kind
    assert definition.name == "W"
    definition.description = "changed in place"
    assert entry["definition"]["description"] == "changed in place"
    assert definition.collection is None
    with pytest.raises(NoCollection, match="has no URL"):
        _ = definition.url


def test_the_store_is_looked_at_with_the_eyes_of_an_organization(store, kind, entry, client, server, run):
    server.on("GET", f"/store/{kind}s/{UUID}", entry)
    server.on("GET", f"/store/{kind}s/", {"items": [entry]})
    run(store.get(UUID, {"filter": "private"}, "Zoë & Co"))
    assert server.last.query == {"filter": "private", "org_name": "Zoë & Co"}
    run(store.get(UUID))
    assert server.last.query == {}, "an organization is not remembered"
    assert [found.uuid for found in run(store.list(which="private", org_name="A"))] == [UUID]
    assert server.last.query == {"filter": "private", "org_name": "A"}
    get = client.get_published_app if kind == "application" else client.get_published_dist
    assert run(get(UUID, "A")).uuid == UUID
    assert server.last.query == {"org_name": "A"}


@pytest.mark.parametrize("names", [None, [], ["B", "C"]])
def test_publishing_names_the_source_and_who_may_see_it(store, kind, entry, server, run, names):
    server.on("POST", f"/store/{kind}s/", entry)
    published = run(store.create(SOURCE, names))
    assert server.last.json == {kind: SOURCE, "authorized": names}
    assert published.uuid == UUID


def test_who_may_see_an_entry_is_sent_as_a_bare_list(store, kind, entry, server, run):
    server.on("PUT", f"/store/{kind}s/{UUID}/organizations", {**entry, "authorized": ["B"]})
    published = store.wrap({"uuid": UUID})
    run(published.update_authorized(iter(["B"])))
    assert server.last.json == ["B"]
    assert published.authorized == ["B"]
    server.on("PUT", f"/store/{kind}s/{UUID}/organizations", httpx.Response(204))
    run(published.update_authorized([]))
    assert server.last.json == []
    assert published.authorized == ["B"], "an empty answer leaves what is here"


def test_an_application_or_distribution_publishes_itself(thing, kind, entry, server, run):
    server.on("POST", f"/store/{kind}s/", entry)
    published = run(thing.publish(["B"]))
    assert server.last.json == {kind: SOURCE, "authorized": ["B"]}
    assert published.uuid == UUID


def test_push_and_pull_go_to_the_entry_and_to_the_purchase(thing, kind, server, run):
    server.on("PUT", f"/store/{kind}s/{UUID}", {"uuid": UUID})
    server.on("PUT", f"/organizations/A/purchased/{kind}s/{PURCHASE}", {"uuid": PURCHASE})
    run(thing.push())
    assert server.last.json == {"uuid": UUID}
    run(thing.pull())
    assert server.last.json == {"uuid": PURCHASE}
    assert server.lines == [f"PUT /store/{kind}s/{UUID}", f"PUT /organizations/A/purchased/{kind}s/{PURCHASE}"]


@pytest.mark.parametrize(
    ("call", "says"), [("publish", "no uuid"), ("push", "not in the store"), ("pull", "not from the store")]
)
@pytest.mark.parametrize("absent", [{}, {"uuid": None, "publishedAs": None, "purchasedAs": None}, {"uuid": ""}])
def test_what_has_no_link_to_the_store_says_so_and_asks_nothing(client, kind, server, run, call, says, absent):
    thing = KINDS[kind][1](client).wrap({"name": "W", **absent})
    with pytest.raises(UnsupportedOperation, match=says):
        run(getattr(thing, call)())
    assert server.asked == []


def test_a_purchase_is_known_by_its_uuid(purchases, kind, server, run):
    bought = {"uuid": PURCHASE, "name": "Mine", "published": UUID, "purchasedVersion": 3, "forceUpdate": False}
    path = f"/organizations/A/purchased/{kind}s/"
    server.on("POST", path, bought)
    server.on("GET", path, {"count": "1", "items": [bought]})
    server.on("GET", path + PURCHASE, bought)
    server.on("PUT", path + PURCHASE, bought)
    server.on("DELETE", path + PURCHASE, httpx.Response(204))
    purchase = run(purchases.create(UUID, "Mine"))
    assert server.last.json == {"published": UUID, "name": "Mine"}
    assert (purchase.identifier, purchase.label, purchase.purchased_version) == (PURCHASE, f"{PURCHASE} - Mine", 3)
    assert [found.published for found in run(purchases.list())] == [UUID]
    purchase.name = "Theirs"
    run(purchase.update())
    assert server.last.json["name"] == "Theirs"
    run(purchase.delete())
    assert server.lines == [
        f"POST {path}",
        f"GET {path}",
        f"PUT {path}{PURCHASE}",
        f"DELETE {path}{PURCHASE}",
    ]


def test_a_purchase_that_is_not_made_yet_has_no_identifier(purchases):
    purchase = purchases.wrap()
    assert (purchase.identifier, purchase.name, purchase.label) == ("", "", " - ")
    purchase.name = "Mine"
    del purchase.name
    assert purchase.get_json() == {}


def test_an_organization_gives_its_purchases(client, kind, server, run):
    organization = client.organizations().new("A")
    server.on("GET", f"/organizations/A/purchased/{kind}s/{PURCHASE}", {"uuid": PURCHASE})
    get = organization.get_purchased_app if kind == "application" else organization.get_purchased_dist
    assert run(get(PURCHASE)).uuid == PURCHASE


@pytest.mark.parametrize("uuid", ["", ".", ".."])
def test_a_uuid_that_would_mean_another_resource_is_refused_here(store, purchases, server, run, uuid):
    for collection in (store, purchases):
        for call in (collection.get, collection.delete):
            with pytest.raises(InvalidName):
                run(call(uuid))
    with pytest.raises(InvalidName):
        run(store.wrap({"uuid": uuid}).update_authorized([]))
    assert server.asked == []


def test_a_uuid_that_does_not_exist_is_told_and_its_deletion_is_silent(store, purchases, server, run):
    for collection in (store, purchases):
        with pytest.raises(EntityNotFoundException, match="404"):
            run(collection.get("00"))
        with pytest.raises(EntityNotFoundException):
            run(collection.wrap({"uuid": "00"}).update())
        assert run(collection.exists("00")) is False
        run(collection.delete("00"))
    assert len(server.asked) == 8


def test_refusals_of_the_store_are_handed_on_and_lose_nothing(store, purchases, kind, server, run):
    server.on("POST", f"/store/{kind}s/", (400, {"error": ["there is nothing with that uuid"]}))
    server.on("POST", f"/organizations/A/purchased/{kind}s/", (409, {"error": ["the name is taken"]}))
    published = store.new("nothing", ["B"])
    with pytest.raises(ApiException, match="there is nothing with that uuid"):
        run(published.create())
    assert published.get_json() == {kind: "nothing", "authorized": ["B"]}
    with pytest.raises(Conflict, match="the name is taken"):
        run(purchases.create(UUID, "W"))


def test_the_classes_are_where_old_scripts_import_them(colour):
    store, purchased = colour.module("store"), colour.module("purchased")
    assert issubclass(colour.module("application").Application, store.IsStoreCapable)
    assert issubclass(colour.module("distribution").Distribution, store.IsStoreCapable)
    assert issubclass(store.PublishedApplication, store.PublishedEntity)
    assert purchased.PurchasedEntity.__name__ == "PurchasedEntity"
