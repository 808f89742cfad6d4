"""Record the HTTP traffic of a test once, without its secrets, and replay it offline.

The pytest fixture `comodit_cassette` is in `comodit_client.cassettes.pytest_plugin`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comodit_client.cassettes.cassette import Cassette

__all__ = ["Cassette"]


def __getattr__(name: str) -> object:
    """Import the class on first use: pytest loads the plugin of this package in every run."""
    if name != "Cassette":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from comodit_client._extras import extra

    with extra("test"):
        from comodit_client.cassettes.cassette import Cassette
    return Cassette
