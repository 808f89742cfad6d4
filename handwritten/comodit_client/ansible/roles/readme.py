"""The page of a role: what it sets up, its variables, and what its handlers do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comodit_client.ansible.names import handler_slug
from comodit_client.ansible.roles.actions import Handler
from comodit_client.ansible.roles.parameters import Parameter
from comodit_client.ansible.roles.role import Role
from comodit_client.ansible.texts import cell, code, one_line, paragraphs


def readme_of(role: Role, parameters: Sequence[Parameter], handlers: Sequence[Handler] = ()) -> str:
    """Return the page of a role.

    Args:
        role: The role, with all of its options.
        parameters: The parameters of its definition.
        handlers: The handlers of the application.

    Returns:
        The page, in Markdown.
    """
    parts = [f"# {one_line(role.entity.name)}", paragraphs(role.source.text("description"))]
    parts += _facts(role)
    parts += _section("Documentation", paragraphs(role.source.text("documentation")))
    parts += _section("Notes", "\n".join(f"- {cell(note)}" for note in role.notes))
    parts += _section("Variables", _variables(role, parameters))
    parts += _section("Handlers", _handlers(role, handlers))
    parts += _section("License", paragraphs(role.source.text("license")))
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(title: str, body: str) -> list[str]:
    return [f"## {title}", body] if body else []


def _facts(role: Role) -> Iterator[str]:
    facts = [(title, role.source.text(member)) for title, member in (("Website", "url"), ("Price", "price"))]
    rules = [f"{rule.text('type')} {rule.text('version')}".strip() for rule in role.source.items("compatibility")]
    facts.append(("Compatible with", ", ".join(rules)))
    yield "\n".join(f"- {title}: {one_line(text)}" for title, text in facts if text)


def _variables(role: Role, parameters: Sequence[Parameter]) -> str:
    rows = [f"| {code(one.variable)} | {cell(one.text)} |" for one in parameters]
    rows += [f"| {code(option.name)} | {cell(option.description)} |" for option in role.options]
    note = "The defaults are in `defaults/main.yml`."
    return "\n".join(["| Variable | Description |", "|---|---|", *rows, "", note]) if rows else ""


def _handlers(role: Role, handlers: Sequence[Handler]) -> str:
    rows = [
        f"| {cell(handler.name)} | {', '.join(map(code, handler.triggers))} | "
        f"{', '.join(cell(action.text) for action in handler.actions)} | {_file(role, handler)} |"
        for handler in handlers
    ]
    if not rows:
        return ""
    notes = (
        "A handler runs when one of its triggers fires: `_install` after the first installation, `_uninstall` before\n"
        "a removal, any other when a file that uses the setting changes. Another change of the file runs it as well.\n"
        "If no file uses the setting, the role records its value, and a change of the value runs the handler."
    )
    return "\n".join(["| Name | Triggers | Actions | Tasks |", "|---|---|---|---|", *rows, "", notes])


def _file(role: Role, handler: Handler) -> str:
    return code(f"tasks/handler_{handler_slug(role.entity, handler.name)}.yml") if handler.name else ""
