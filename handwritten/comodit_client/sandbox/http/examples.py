"""Responses made of the examples in the schema, for operations that the sandbox does not implement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from comodit_client.sandbox.http.responses import ApiResponse, to_json

#: The header of a response that is an example: it does not depend on the state of the sandbox.
HEADER = "X-Sandbox-Example"


def example_response(operation: Mapping[str, Any]) -> ApiResponse | None:
    """Return the example of an operation's successful response.

    Args:
        operation: The operation of the schema.

    Returns:
        The response, with a header that marks it; None if the schema has no example.
    """
    for status, response in operation["responses"].items():
        if status.startswith("2"):
            for media_type, media in response.get("content", {}).items():
                if "example" in media:
                    example = media["example"]
                    content = to_json(example) if media_type == "application/json" else str(example).encode()
                    return ApiResponse(int(status), content, media_type, {HEADER: "true"})
    return None
