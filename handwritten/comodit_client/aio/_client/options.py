"""The arguments of a client as a dictionary."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    import os

    from comodit_client.rest import _async_http
    from comodit_client.rest.options import Polling, RetryPolicy, Timeouts
    from comodit_client.rest.tls import Certificate, Verify
    from comodit_client.wire.drift import Drift


class ClientOptions(TypedDict, total=False):
    """The arguments of `Client`, all optional. `Client` documents them.

    `Client.from_config` takes them as keywords. A function that creates clients can take `**options:
    Unpack[ClientOptions]`, so that type checkers find misspelt names.
    """

    endpoint: str
    username: str | None
    password: str | None
    token: str | None
    insecure_upload: bool
    mfa: str | Callable[[], str] | None
    keep_login: bool | str | os.PathLike[str]
    timeout: Timeouts | float | None
    retries: RetryPolicy | None
    polling: Polling | None
    verify: Verify
    cert: Certificate | None
    proxy: str | None
    transport: _async_http.Transport | None
    http_client: _async_http.GivenPool | None
    max_response_size: int
    user_agent: str
    on_drift: Callable[[Drift], object] | None
