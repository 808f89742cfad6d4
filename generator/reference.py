"""Writes the REST reference: a page of Markdown for each file of the schema, and an index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from generator.bundle import operations
from generator.config import Config
from generator.fragments import Document, Fragment
from generator.markdown import anchors, cell, prose
from generator.model import Module
from generator.output import Tree
from generator.places import Bundle
from generator.reference_links import Links
from generator.reference_parts import Row, Source, examples, object_part, operation_part
from generator.render import templates

INDEX = "index.md"
#: The headings of the index, above those of the shared objects.
INDEX_HEADINGS = ("REST API", "Send a request", "Authenticate", "Resources", "Errors")
#: Stands for the owner in the texts of a family.
OWNER = "an owner"


@frozen
class Page:
    """What a page describes.

    Args:
        name: Its file.
        source: The file of the schema.
        title: The heading.
        description: What the page is about, as Markdown.
        owners: The rows of the owners of a family; empty if it is none.
        sources: The operations.
        schemas: The named schemas.
    """

    name: str
    source: str
    title: str
    description: str
    owners: list[Row]
    sources: list[Source]
    schemas: list[str]

    @property
    def anchors(self) -> list[str]:
        """The anchors of the operations, and then those of the named schemas."""
        summaries = [source.summary.rstrip().removesuffix(".") for source in self.sources]
        found = anchors([self.title, *summaries, "Objects", *self.schemas])
        return [*found[1 : len(summaries) + 1], *found[len(summaries) + 2 :]]


def reference(document: Bundle, modules: list[Module], config: Config) -> Tree:
    """Write the reference.

    Args:
        document: The bundle.
        modules: The modules that are built from it.
        config: The configuration.

    Returns:
        The text of each page, by its file.
    """
    pages = list(_pages(document, modules))
    targets = {
        name: (page.name, anchor)
        for page in pages
        for name, anchor in zip(page.schemas, page.anchors[len(page.sources) :], strict=True)
    }
    shared = [name for name in document["components"]["schemas"] if name not in targets]
    found = anchors([*INDEX_HEADINGS, *shared])[len(INDEX_HEADINGS) :]
    targets |= {name: (INDEX, anchor) for name, anchor in zip(shared, found, strict=True)}
    tree = {page.name: _text(page, document, modules, targets) for page in pages}
    tree[INDEX] = _index(pages, document, Links(document, INDEX, targets), shared, config)
    return tree


def _pages(document: Bundle, modules: list[Module]) -> Iterator[Page]:
    sources = _sources(document, modules)
    schemas = document["components"]["schemas"]
    tags = {tag["name"]: tag["description"] for tag in document["tags"]}
    for file, fragment in document.fragments.items():
        own = [name for name, schema in schemas.items() if schema.get("x-module") == fragment.module]
        if file in sources or own:
            title = fragment.module.replace("_", " ").capitalize()
            yield Page(
                f"{fragment.module}.md",
                file,
                title,
                prose(_description(fragment)),
                [_owner(mount, tags[mount["tag"]]) for mount in fragment.mounts],
                sources.get(file, []),
                own,
            )


def _description(fragment: Fragment) -> str:
    if fragment.tag is not None:
        return str(fragment.tag["description"])
    name = fragment.module.replace("_", " ")
    owners = list(dict.fromkeys(mount["of"] for mount in fragment.mounts))
    if not owners:
        return f"The objects of {name}."
    return f"The {name} of {', '.join(owners[:-1])}{' or ' if len(owners) > 1 else ''}{owners[-1]}."


def _owner(mount: Document, description: str) -> Row:
    return Row([f"`{mount['owner']}`", f"`{mount['tag']}`", cell(description)])


def _sources(document: Bundle, modules: list[Module]) -> dict[str, list[Source]]:
    """Return the operations by their file. Those of a family are one operation, with a function for each owner."""
    functions = {operation.identity: operation for module in modules for operation in module.operations}
    places: dict[tuple[str, Any], list[Document]] = {}
    for path, method, operation in operations(document):
        places.setdefault(document.origins["paths", path, method], []).append(operation)
    found: dict[str, list[Source]] = {}
    for (file, (_, path, method)), described in places.items():
        raw = document.fragments[file].paths[path][method]
        source = Source(
            method=method,
            path=path,
            summary=raw["summary"].replace("{of}", OWNER),
            description=raw.get("description", "").replace("{of}", OWNER),
            operations=described,
            functions=[functions[operation["operationId"]] for operation in described],
        )
        found.setdefault(file, []).append(source)
    return found


def _text(page: Page, document: Bundle, modules: list[Module], targets: dict[str, tuple[str, str]]) -> str:
    links = Links(document, page.name, targets)
    views = {view.name: view for module in modules for view in module.views}
    parts = [operation_part(source, links) for source in page.sources]
    schemas = document["components"]["schemas"]
    objects = [object_part(name, schemas[name], views.get(name), links) for name in page.schemas]
    contents = [
        Row([f"[{part.heading}](#{anchor})", part.request])
        for part, anchor in zip(parts, page.anchors[: len(parts)], strict=True)
    ]
    return rendered("reference_page.md.jinja", page=page, contents=contents, operations=parts, objects=objects)


def _index(pages: list[Page], document: Bundle, links: Links, shared: list[str], config: Config) -> str:
    components = document["components"]
    errors = [
        (name, prose(response["description"]), list(examples(response)))
        for name, response in components["responses"].items()
    ]
    return rendered(
        "reference_index.md.jinja",
        headings=INDEX_HEADINGS,
        about=[prose(paragraph) for paragraph in document["info"].get("description", "").split("\n\n")],
        servers=[(server["url"], prose(server.get("description", ""))) for server in document.get("servers", [])],
        schemes=[(name, cell(scheme["description"])) for name, scheme in components.get("securitySchemes", {}).items()],
        resources=[(f"[{page.title}]({page.name})", cell(page.description)) for page in pages],
        errors=errors,
        objects=[object_part(name, components["schemas"][name], None, links) for name in shared],
        package=config.package,
        guide=config.reference.guide if config.reference else "",
    )


def rendered(template: str, **parts: Any) -> str:
    """Render a page.

    Args:
        template: The template.
        parts: What it shows.
    """
    text = templates().get_template(template).render(**parts)
    # An empty part leaves several blank lines.
    return re.sub(r"\n{3,}", "\n\n", text).rstrip() + "\n"
