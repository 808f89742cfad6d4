"""Writes the outcome of benchmarks as a table and as JSON."""

from __future__ import annotations

import math
import os
import platform
from collections.abc import Iterable, Mapping
from importlib import metadata
from typing import Any

import attrs

from benchmarks.measure import Ratio

#: The packages whose speed is compared, and those below httpx.
PACKAGES = (
    "comodit-client", "httpx", "httpcore", "h11", "openapi-python-client", "hcloud", "python-gitlab", "requests",
    "urllib3", "aiohttp",
)  # fmt: skip
WIDTH = 52


def header() -> str:
    """Return the heading of the table."""
    return f"{'':{WIDTH}} {'':9} {'ours':>12} {'base':>12} {'ratio':>7} {'quartiles':>13} {'bound':>7}"


def line(ratio: Ratio) -> str:
    """Return the line of the table for a comparison.

    Args:
        ratio: The comparison.
    """
    spread = "" if ratio.lower is None or ratio.upper is None else f"{ratio.lower:.2f} .. {ratio.upper:.2f}"
    sizes = f"{_size(ratio.ours, ratio.unit)} {_size(ratio.base, ratio.unit)}"
    verdict = "  exceeded" if ratio.is_exceeded else ""
    return (
        f"{ratio.what:{WIDTH}} {ratio.quantity:9} {sizes} {ratio.ratio:>7.2f} {spread:>13} {_bound(ratio):>7}{verdict}"
    )


def document(ratios: Iterable[Ratio], seconds: Mapping[str, float]) -> dict[str, Any]:
    """Return the outcome of a run as a JSON object.

    Args:
        ratios: The comparisons.
        seconds: How long each module took.
    """
    return {
        "machine": {
            "cores": os.cpu_count(),
            "platform": platform.platform(),
            "python": platform.python_version(),
        },
        "packages": {name: version for name in PACKAGES if (version := _version(name))},
        "seconds": {name: round(duration, 1) for name, duration in seconds.items()},
        "ratios": [{**_finite(attrs.asdict(ratio)), "is_exceeded": ratio.is_exceeded} for ratio in ratios],
    }


def _size(value: float, unit: str) -> str:
    return f"{value:>8.1f} {unit:3}"


def _bound(ratio: Ratio) -> str:
    if ratio.limit < math.inf:
        return f"{ratio.limit:g} {ratio.unit}"
    return f"{ratio.bound:.2f}" if ratio.bound < math.inf else ""


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _finite(members: dict[str, Any]) -> dict[str, Any]:
    """Replace what JSON lacks: an absent bound is null."""
    return {
        name: None if isinstance(value, float) and not math.isfinite(value) else value
        for name, value in members.items()
    }
