"""The variables that templates see."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ansible.roles.exports import Roles

Shop = Callable[..., Roles]


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("${_application.name}", "{{ _application.name }}"),
        ("${_path}", "{{ _path }}"),
        ("${_host.name}", "{{ _host.name | default('${_host.name}') }}"),
        ("${_org_name}", "{{ _org_name | default('${_org_name}') }}"),
        ("${_distribution.name}", "${_distribution.name}"),
        ("${_mode}", "${_mode}"),
        ("${_unknown}", "${_unknown}"),
    ],
)
def test_variables_of_the_server(shop: Shop, template: str, expected: str) -> None:
    roles = shop({"c": template}, files=[{"name": "c", "path": "/c"}])
    assert roles.text("shop/templates/c.j2") == expected


def test_key_that_no_parameter_declares(shop: Shop) -> None:
    """Somebody who uses the role can set it; without a value its source stays in the file."""
    text = shop({"c": "${level}"}, files=[{"name": "c", "path": "/c"}]).text("shop/templates/c.j2")
    assert "{{" in text
    assert "level" in text.replace("${level}", "")
    assert "${level}" in text
