"""The version of this library, and how its requests name it."""

from __future__ import annotations

from functools import cache
from sys import version as python

__version__ = "1.0.0rc1"


@cache
def user_agent(application: str) -> str:
    """Return the header User-Agent. Calling this imports httpx.

    Args:
        application: The application that uses the library, such as "deploy/2.1"; empty for none.
    """
    from comodit_client.rest.http import VERSION

    own = f"comodit-client/{__version__} python/{python.split()[0]} httpx/{VERSION}"
    return f"{application} {own}" if application else own
