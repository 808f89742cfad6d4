"""The one module that imports httpx: a move to its successor is an edit of this file."""

from __future__ import annotations

import ssl
from functools import cache
from typing import TypeAlias

import httpx

AsyncPool: TypeAlias = httpx.AsyncClient
BlockingPool: TypeAlias = httpx.Client
AsyncTransport: TypeAlias = httpx.AsyncBaseTransport
BlockingTransport: TypeAlias = httpx.BaseTransport
Auth: TypeAlias = httpx.Auth
BasicAuth: TypeAlias = httpx.BasicAuth
HttpRequest: TypeAlias = httpx.Request
HttpResponse: TypeAlias = httpx.Response
HttpTimeout: TypeAlias = httpx.Timeout
TimeoutFault: TypeAlias = httpx.TimeoutException
#: Whatever can go wrong between a request and its answer.
Faults = (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL)


@cache
def tls_context() -> ssl.SSLContext:
    """Make the TLS context that all clients share: making one costs more than a request.

    Returns:
        A context that checks certificates against the known authorities.
    """
    return httpx.create_ssl_context()
