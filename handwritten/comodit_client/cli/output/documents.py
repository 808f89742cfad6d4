"""JSON and YAML."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from comodit_client.wire.errors import UNPRINTABLE

#: What json.dumps does not escape although it acts on a terminal. It can only be within a text.
UNSAFE = re.compile(UNPRINTABLE.replace("\x00-\x1f", ""))


def as_json(value: Any, as_ascii: bool = False) -> str:
    """Return a value as a JSON document that is safe to print.

    Args:
        value: The value.
        as_ascii: True to escape all characters that are not in ASCII.
    """
    written = json.dumps(value, indent=4, ensure_ascii=as_ascii)
    return UNSAFE.sub(lambda found: json.dumps(found[0])[1:-1], written)


def as_yaml(value: Any, as_ascii: bool = False) -> str:
    """Return a value as a YAML document that is safe to print.

    Args:
        value: The value.
        as_ascii: True to escape all characters that are not in ASCII.
    """
    try:
        written = _dump(value, as_ascii, "CSafeDumper")
    except UnicodeEncodeError:  # it contains half a character
        written = _dump(value, as_ascii, "SafeDumper")
    if not as_ascii and UNSAFE.search(written):
        return as_yaml(value, as_ascii=True)
    return written.rstrip("\n").removesuffix("\n...")


def _dump(value: Any, as_ascii: bool, dumper: str) -> str:
    import yaml

    written: str = yaml.dump(
        value, Dumper=_dumper(dumper), sort_keys=False, allow_unicode=not as_ascii, default_flow_style=False
    )
    return written


@cache
def _dumper(name: str) -> type[Any]:
    import yaml

    # The one in C is several times as fast, but not in every installation.
    kind: type[Any] = getattr(yaml, name, yaml.SafeDumper)
    # A query can select a part twice, which JSON writes twice as well.
    return type("Dumper", (kind,), {"ignore_aliases": lambda _, __: True})
