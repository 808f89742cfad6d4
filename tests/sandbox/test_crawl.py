"""Every operation, as every role, in the caller's own organization and in another one, against the documented table."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.sandbox.crawl_plant import Planted, plant
from tests.sandbox.crawl_requests import ALL_OPERATIONS, crawl
from tests.sandbox.crawl_server import Operation, Server

pytestmark = pytest.mark.slow

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "the-sandbox.md"
GROUPS = ["no access", "readonly", "auditors", "users", "admin"]
NOTHING, READ, AUDIT, WRITE, ADMIN = range(5)
FOREIGN = re.compile(r"Foreign[\w-]*")


class Role(NamedTuple):
    """A sender of requests.

    Attributes:
        headers: The credentials.
        rights: The rights in the organization, the environment and the host.
        is_user: Whether this is a user, not an application key.
        is_administrator: Whether this is an administrator of the service.
        sees_closed: Whether there is a right in the environment that is closed to members of groups.
    """

    headers: dict[str, str]
    rights: tuple[int, int, int]
    is_user: bool = True
    is_administrator: bool = False
    sees_closed: bool = False


class Rule(NamedTuple):
    patterns: list[str]
    least: str
    where: str


def rules() -> list[Rule]:
    """Return the documented table of rights."""
    section = PAGE.read_text(encoding="utf-8").split("\n## Know who may do what\n")[1].split("\n## ")[0]
    rows = [row.strip("|").split("|") for row in section.splitlines() if row.startswith("|")]
    return [
        Rule(re.findall(r"`(.+?)`", row[0]) or [row[0].strip()], row[1].strip().strip("`"), row[2].strip())
        for row in rows[2:]
    ]


RULES = rules()


@cache
def rule_of(operation_id: str, method: str) -> Rule:
    kind = "other reading" if method == "GET" else "other changes"
    return next(rule for rule in RULES if any(p == kind or fnmatchcase(operation_id, p) for p in rule.patterns))


def owner_level(operation: Operation) -> int:
    """Return the index of the last owner in a path: organization, environment or host."""
    return max((i for i, word in enumerate(("organization", "environment", "host")) if f"{{{word}}}" in operation.path),
               default=0)  # fmt: skip


def is_allowed(role: Role, operation: Operation) -> bool:
    """Return whether the documentation allows an operation in the organization of the role."""
    rule, level = rule_of(operation.id, operation.method), owner_level(operation)
    if rule.least == "any credentials":
        return True
    if rule.least == "a user":
        return role.is_user
    if rule.least == "an administrator of the service":
        return role.is_administrator
    needed = GROUPS.index(rule.least)
    rights: dict[str, Callable[[], int]] = {
        "in the owner": lambda: role.rights[level],
        "in the owner or below it": lambda: max(role.rights[level:]),
        "in the owner above": lambda: role.rights[level - 1],
        "in the owner and in all that is deleted": lambda: _with_closed(role, level == 1, level),
        "in the owner and in all hosts": lambda: _with_closed(role, False, level),
        "in the organization of `org_name`, if given": lambda: role.rights[0],
        "in the organization that publishes": lambda: role.rights[0],
    }
    return rights[rule.where]() >= needed


def _with_closed(role: Role, is_open: bool, level: int) -> int:
    return role.rights[level] if is_open or role.sees_closed else NOTHING


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture(scope="module")
def own(server: Server) -> Planted:
    return plant(server, "Own")


@pytest.fixture(scope="module")
def foreign(server: Server) -> Planted:
    return plant(server, "Foreign")


def basic(name: str, password: str = "p") -> dict[str, str]:
    return {"Authorization": f"Basic {b64encode(f'{name}:{password}'.encode()).decode()}"}


@pytest.fixture(scope="module")
def roles(server: Server, own: Planted, foreign: Planted) -> dict[str, Role]:
    found = {}
    top = "/organizations/Own"
    owners = [top, f"{top}/environments/Own-env", f"{top}/environments/Own-env/hosts/Own-host"]
    closed: list[str] = []

    def user(name: str, rights: tuple[int, int, int], owner: str | None, group: str = "", **more: Any) -> None:
        server.add_user(name, "p", role=more.pop("role", "USER"))
        if owner is not None:
            path = f"{owner}/groups/{group}"
            users = [*server.admin("GET", path)["users"], {"username": name}]
            server.admin("PUT", path, {"name": group, "users": users})
        if owner == top and group != "admin":
            closed.append(name)
        found[name] = Role(basic(name), rights, **more)

    for right, group in enumerate(GROUPS):
        user(f"Own-{group}", (right, right, right), top, group, sees_closed=group == "admin")
    user("Own-of-environment", (NOTHING, WRITE, WRITE), owners[1], "users")
    user("Own-reader-of-environment", (NOTHING, READ, READ), owners[1], "readonly")
    user("Own-of-host", (NOTHING, NOTHING, WRITE), owners[2], "users")
    user("Own-reader-of-host", (NOTHING, NOTHING, READ), owners[2], "readonly")
    user("Own-stranger", (NOTHING, NOTHING, NOTHING), None)
    user("Own-administrator", (NOTHING, NOTHING, NOTHING), None, role="ADMIN", is_administrator=True)
    members = [{"username": "root"}, {"username": "Foreign-member"}]
    server.admin("PUT", "/organizations/Foreign/groups/admin", {"name": "admin", "users": members})
    found["Foreign-member"] = Role(basic("Foreign-member"), (NOTHING, NOTHING, NOTHING))
    group_of_closed = f"{top}/environments/Own-closed/groups/no access".replace(" ", "%20")
    server.admin("PUT", group_of_closed, {"name": "no access", "users": [{"username": name} for name in closed]})
    for right, group in enumerate(GROUPS):
        key = server.admin("POST", f"{top}/applicationkeys/", {"name": f"Own-key-{group}", "group": group})
        headers = {"X-ComodIT-AppKey": key["token"]}
        found[f"key of {group}"] = Role(headers, (right, right, right), is_user=False, sees_closed=right > NOTHING)
    return found


def generated(server: Server, organization: str) -> set[str]:
    """Return the identifiers and secrets that the server made for an organization."""
    store = server.world.store
    above = [node for node in store.children(0, "organizations") if node.name == organization]
    found: set[str] = set()
    while above:
        node = above.pop()
        found |= set(re.findall(r"[0-9A-Za-z]{24,}", json.dumps([node.doc, node.data, node.name])))
        kinds = store._connection.execute("SELECT DISTINCT kind FROM node WHERE parent = ?", (node.id,))
        above += [child for (kind,) in list(kinds) for child in store.children(node.id, kind)]
    return found


ROLES = [
    *(f"Own-{group}" for group in GROUPS),
    *(f"key of {group}" for group in GROUPS),
    *("Own-of-environment", "Own-reader-of-environment", "Own-of-host", "Own-reader-of-host"),
    *("Own-stranger", "Own-administrator", "Foreign-member"),
]
#: The operations that the state of the planted organization does not allow, whoever asks.
CONFLICTS = 41


def test_an_administrator_of_everything_may_do_everything(server, own) -> None:
    """Otherwise the other tests would prove little: most requests are valid, and none fails for another reason."""
    statuses = {operation.id: reply.status for operation, reply in crawl(server, own, {"X-ComodIT-AppKey": "token"})}
    assert len(statuses) == len(ALL_OPERATIONS) > 400
    assert [f"{one.id}: {statuses[one.id]}" for one in ALL_OPERATIONS if not one.lists(statuses[one.id])] == []
    others = {name: status for name, status in statuses.items() if status >= 300}
    assert set(others.values()) <= {409, 424}, others
    assert len(others) < CONFLICTS, others


@pytest.mark.parametrize("credentials", [{}, basic("root", "wrong"), {"X-ComodIT-AppKey": "wrong"}])
def test_nothing_without_credentials(server, own, credentials) -> None:
    replies = list(crawl(server, own, credentials))
    assert {reply.status for _, reply in replies} == {401}
    assert [operation.id for operation, reply in replies if not operation.lists(reply.status)] == []


def may_know_foreign(role: str, operation: Operation) -> bool:
    """Return whether a role may see something of the other organization, or users of it."""
    return role == "Foreign-member" or (role == "Own-administrator" and operation.id.startswith("users."))


@pytest.mark.parametrize("name", ROLES)
def test_the_own_organization(server, own, foreign, roles, name: str) -> None:
    role, wrong = roles[name], []
    strange = generated(server, "Foreign")
    keys = {key["token"] for key in server.admin("GET", "/organizations/Own/applicationkeys/")["items"]}
    access = server.admin("GET", "/organizations/Own/access")["secretKey"]
    for operation, reply in crawl(server, own, role.headers):
        if (reply.status not in (401, 403)) is not is_allowed(role, operation) or reply.status >= 500:
            wrong.append((operation.id, reply.status, reply.text[:200]))
        if not operation.lists(reply.status):
            wrong.append((operation.id, reply.status, "is not listed in the schema"))
        words = set(re.findall(r"[0-9A-Za-z]{24,}", reply.text))
        shown = [] if may_know_foreign(name, operation) else [*FOREIGN.findall(reply.text), *words & strange]
        level = owner_level(operation)
        if role.rights[level] < ADMIN:
            shown += words & keys
        if role.rights[0] < WRITE:
            shown += words & {access}
        if max(role.rights[level:]) < WRITE:
            shown += re.findall(r"secret-Own[\w-]*", reply.text)
        # An error may name what the request itself has named.
        if not role.sees_closed and reply.status != 400:
            shown += re.findall(r"Own-closed[\w-]*", reply.text)
        if shown:
            wrong.append((operation.id, "shows", shown[:4]))
    assert wrong == []


@pytest.mark.parametrize("name", ROLES[:-1])
def test_another_organization(server, own, foreign, roles, name: str) -> None:
    role, wrong = roles[name], []
    strange = generated(server, "Foreign")
    outside = Role(role.headers, (NOTHING, NOTHING, NOTHING), role.is_user, role.is_administrator)
    for operation, reply in crawl(server, foreign, role.headers):
        if (reply.status not in (401, 403)) is not is_allowed(outside, operation) or reply.status >= 500:
            wrong.append((operation.id, reply.status, reply.text[:200]))
        known = foreign.values()
        shown = {word for word in FOREIGN.findall(reply.text) if word not in known}
        shown |= set(re.findall(r"[0-9A-Za-z]{24,}", reply.text)) & strange - known
        if shown and not may_know_foreign(name, operation):
            wrong.append((operation.id, "shows", sorted(shown)[:4]))
    assert wrong == []


def test_the_table_has_no_row_that_applies_to_nothing() -> None:
    used = {id(rule_of(operation.id, operation.method)) for operation in ALL_OPERATIONS}
    assert [rule.patterns for rule in RULES if id(rule) not in used] == []
    for rule in RULES[:-2]:
        for pattern in rule.patterns:
            assert any(fnmatchcase(operation.id, pattern) for operation in ALL_OPERATIONS), pattern
