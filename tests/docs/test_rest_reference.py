"""The pages of the REST reference: links lead somewhere, and the Python calls build the requests that they name.

`python -m generator --check` compares the pages with the schema. The checks of other pages do not apply: a call needs
the request body of its section.
"""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from comodit_client import wire
from comodit_client.wire.request import NO_BODY, Request, Upload
from tests.docs.conftest import ROOT, Page
from tests.docs.test_links import LINK, anchors

FOLDER = ROOT / "docs" / "reference" / "rest-api"
DOCUMENT = json.loads(resources.files("comodit_client.schema").joinpath("comodit.json").read_text(encoding="utf-8"))
OPERATIONS = {
    operation["operationId"]: (method.upper(), path)
    for path, item in DOCUMENT["paths"].items()
    for method, operation in item.items()
}
#: Only an old path of several names may hold a slash.
WITH_SLASHES = {name for name, one in DOCUMENT["components"]["parameters"].items() if one.get("x-slashes")}
KILOBYTES = 100


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    return [Page(path) for path in sorted(FOLDER.glob("*.md"))]


def calls(page: Page) -> list[tuple[str, Any]]:
    """Return the calls of a page, each with the request body that its section shows."""
    found = []
    for section in page.text.split("\n## ")[1:]:
        about_body = section.partition("**Request body**")[2].partition("| Status |")[0]
        shown = re.search(r"^```json\n(.*?)^```$", about_body, re.MULTILINE | re.DOTALL)
        body = json.loads(shown.group(1)) if shown else {}
        for block in re.findall(r"^```python\n(.*?)^```$", section, re.MULTILINE | re.DOTALL):
            found += [(ast.unparse(statement), body) for statement in ast.parse(block).body]
    return found


def pattern(path: str) -> str:
    parts = re.split(r"{([^}]*)}", path)
    names = [".+" if name in WITH_SLASHES else "[^/]+" for name in parts[1::2]]
    return "".join(re.escape(text) + name for text, name in zip(parts[::2], [*names, ""], strict=True))


def test_each_operation_has_a_call_that_builds_its_request(pages: list[Page]) -> None:
    seen: Counter[str] = Counter()
    upload = Upload(b"", "file")
    for page in pages:
        for line, body in calls(page):
            request = eval(line, {"wire": wire, "body": body, "upload": upload})
            assert isinstance(request, Request)
            method, path = OPERATIONS[request.operation]
            assert line.startswith(f"wire.{request.operation}(")
            assert request.method == method
            assert re.fullmatch(pattern(path), request.path), line
            assert request.body == (body if "body" in line.partition("(")[2] else NO_BODY)
            seen[request.operation] += 1
    assert seen == dict.fromkeys(OPERATIONS, 1)


def test_each_section_names_its_operations_and_their_path(pages: list[Page]) -> None:
    named = [name for page in pages for line in re.findall(r"^Operations?: (.*)\.$", page.text, re.MULTILINE)
             for name in re.findall(r"`([\w.]+)`", line)]  # fmt: skip
    assert sorted(named) == sorted(OPERATIONS)
    for page in pages:
        owners = re.findall(r"^\| `(/\S*)` \| `\w+` \|", page.text, re.MULTILINE) or [""]
        for section in page.text.split("\n## ")[1:]:
            request = re.search(r"^`([A-Z]+) (\S+)`$", section, re.MULTILINE)
            names = re.search(r"^Operations?: (.*)\.$", section, re.MULTILINE)
            if request and names:
                expected = {OPERATIONS[name] for name in re.findall(r"`([\w.]+)`", names.group(1))}
                assert {(request[1], request[2].replace("{owner}", owner)) for owner in owners} >= expected


def test_the_links_lead_somewhere(pages: list[Page]) -> None:
    known = cache(anchors)
    count = 0
    for page in pages:
        for link in LINK.findall(page.prose):
            name, _, fragment = link.partition("#")
            path = (FOLDER / name).resolve() if name else page.path
            assert path.exists(), f"{page.name}: {link}"
            assert not fragment or fragment in known(path), f"{page.name}: {link}"
            count += 1
    assert count > len(OPERATIONS)


def test_the_index_leads_to_every_page_and_the_pages_back(pages: list[Page]) -> None:
    index = (FOLDER / "index.md").read_text(encoding="utf-8")
    others = [page for page in pages if page.path.name != "index.md"]
    assert [page.name for page in others if f"]({page.path.name})" not in index] == []
    assert [page.name for page in others if "](index.md)" not in page.text] == []


def test_every_object_has_a_section_with_all_its_members(pages: list[Page]) -> None:
    sections = {
        part.partition("\n")[0]: part for page in pages for part in page.text.split("\n## ")[-1].split("\n### ")[1:]
    }
    schemas = DOCUMENT["components"]["schemas"]
    assert sections.keys() == schemas.keys()
    for name, schema in schemas.items():
        rows = re.findall(r"^\| `([^`]+)` \|", sections[name], re.MULTILINE)
        assert rows == list(schema.get("properties", {})), name
        assert all(f"`{value}`" in sections[name] for value in schema.get("enum", []))


def test_each_section_shows_the_examples_of_its_first_operation(pages: list[Page]) -> None:
    for page in pages:
        for section in page.text.split("\n## ")[1:]:
            if names := re.search(r"^Operations?: `([\w.]+)`", section, re.MULTILINE):
                method, path = OPERATIONS[names[1]]
                operation = DOCUMENT["paths"][path][method.lower()]
                shown = re.findall(r"^```json\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
                assert [json.loads(block) for block in shown] == examples(operation), names[1]


def examples(operation: dict[str, Any]) -> list[Any]:
    """Return the JSON examples of the request and the responses that the operation has of its own."""
    holders = (operation.get("requestBody", {}), *operation["responses"].values())
    media = [holder.get("content", {}).get("application/json", {}) for holder in holders]
    return [one["example"] for one in media if "example" in one]


def test_pages_are_short_and_say_what_made_them(pages: list[Page]) -> None:
    for page in pages:
        assert len(page.text.encode()) <= KILOBYTES * 1024, page.name
        assert re.match(r"<!-- Made by `python -m generator` from schema/\S*\. Do not edit", page.text), page.name


def test_tables_have_as_many_cells_as_columns(pages: list[Page]) -> None:
    for page in pages:
        for table in re.findall(r"(?:^\|.*\n)+", page.text, re.MULTILINE):
            counts = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
            assert len(counts) == 1, f"{page.name}: {table[:200]}"


def test_the_reference_is_linked_from_the_other_pages() -> None:
    for name in ("README.md", "docs/how-to/low-level.md"):
        assert "rest-api/index.md)" in Path(ROOT, name).read_text(encoding="utf-8")
