"""Old import path of scripts for the original client. Use `comodit_client.api.Client` instead."""

from comodit_client.api._client.http_client import HttpClient

__all__ = ["HttpClient"]
