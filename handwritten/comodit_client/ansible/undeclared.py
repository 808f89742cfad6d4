"""The names in templates that may be keys of settings, although no parameter declares them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from comodit_client.ansible.archive import Entity
from comodit_client.disk.payloads import list_member
from comodit_client.disk.place import Place

_NAME = r"[^\W\d]\w*(?:\.[^\W\d]\w*)*"
#: A name in an expression, but not a built-in.
_USED = re.compile(rf"(?<![?.\w]){_NAME}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_TAG = re.compile(r"<#(?:if|elseif|list)\s+([^>]*)>")
_LOOP = re.compile(r"<#list\s+[^>]*\sas\s+(\w+)\s*>")
#: Words of expressions, and those between the list and the variable of a loop.
_WORDS = frozenset({"as", "false", "gt", "gte", "lt", "lte", "true"})


def undeclared_names(entity: Entity) -> frozenset[str]:
    """Return the names in the templates of a definition, without the variables of loops.

    Args:
        entity: The application, platform or distribution.

    Returns:
        The names, with dots as in ComodIT.
    """
    return frozenset(
        name
        for file in list_member(entity.source.document, "files")
        if (content := entity.contents.get(str(file.get("name")))) is not None
        for name in _in_template(_text(content), _start(file))
    )


def _in_template(text: str, start: str) -> Iterator[str]:
    loops = {found[1] for found in _LOOP.finditer(text)}
    own = loops | {f"{loop}{suffix}" for loop in loops for suffix in ("_index", "_has_next")}
    names = {found[1] for found in re.finditer(rf"{re.escape(start)}\s*({_NAME})", text)}
    for tag in _TAG.finditer(text):
        names.update(_USED.findall(_QUOTED.sub("", tag[1])))
    return (name for name in names if name.partition(".")[0] not in own and name not in _WORDS)


def _text(content: Place) -> str:
    with content.open() as opened:
        return opened.read().decode(errors="replace")


def _start(file: Mapping[str, Any]) -> str:
    delimiter = (file.get("template") or file).get("delimiter") or {}
    return delimiter.get("start") or "${"
