# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The types of JSON objects and keywords for account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    pass


class VerificationDict(TypedDict, total=False):
    """The JSON object of `Verification`. It may have other members too."""

    jwtToken: str | None


class VerificationMembers(TypedDict, total=False):
    """The keywords of `Verification`."""

    extra: Mapping[str, Any]
