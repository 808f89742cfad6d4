"""Renders converted templates as Ansible does, and knows the keys of a test."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import jinja2
from attrs import field, frozen

from comodit_client.ansible.templates import Converted, convert_template
from comodit_client.sandbox.templating.scopes import MISSING
from comodit_client.sandbox.templating.templates import render_template


class _Undefined(jinja2.StrictUndefined):
    """Ansible's undefined value: its members are undefined, and anything else is an error."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, name: Any) -> Any:
        return self


ENVIRONMENT = jinja2.Environment(
    trim_blocks=True, keep_trailing_newline=True, newline_sequence="\n", undefined=_Undefined, autoescape=False
)
ENVIRONMENT.filters["to_json"] = json.dumps


@frozen
class Keys:
    """The names of a set of values, as the conversion asks for them.

    Attributes:
        values: The values of the keys that have one on a host.
        optional: The keys that have no value on some host; their values here count for the kinds only.
        typed: Whether the kinds are known.
    """

    values: Mapping[str, Any]
    optional: frozenset[str] = field(default=frozenset(), converter=frozenset)
    typed: bool = True

    def variable(self, key: str) -> str:
        return key.replace(".", "_").replace("-", "_").replace(" ", "_")

    def is_key(self, key: str) -> bool:
        return key in self.values or key in self.optional

    def is_defined(self, key: str) -> bool:
        return self.values.get(key) is not None and key not in self.optional

    def kinds(self, key: str) -> frozenset[type]:
        if not self.typed:
            return frozenset()
        if key.endswith("[]"):
            found = self.values.get(key.removesuffix("[]"))
            return frozenset(map(type, found)) if isinstance(found, list) else frozenset()
        return frozenset({type(self.values[key])}) if key in self.values else frozenset()


def in_sandbox(template: str, values: Mapping[str, Any], start: str = "${", end: str = "}") -> str:
    return render_template(template, start, end, lambda key: values.get(key, MISSING))


def in_jinja(text: str, values: Mapping[str, Any], keys: Keys) -> str:
    return ENVIRONMENT.from_string(text).render({keys.variable(key): value for key, value in values.items()})


def converted(template: str, keys: Keys, start: str = "${", end: str = "}") -> Converted:
    return convert_template(template, start, end, keys)


def hosts(values: Mapping[str, Any], optional: frozenset[str]) -> list[dict[str, Any]]:
    """Return the values of two hosts: one with all values, and one without the optional ones."""
    return [dict(values), {key: value for key, value in values.items() if key not in optional}]
