# Made by `python -m generator` from schema/cli/. Do not edit: change that, then run `make generate`.
"""The commands below `users`."""

from __future__ import annotations

from typing import Any, Final

GROUP: Final[dict[str, Any]] = {
    "summary": "Users of the service",
    "commands": {
        "list": {"summary": "List the users.", "operation": "users.list", "traits": ["list", "all"], "result": "User"},
        "show": {
            "summary": "Get a user.",
            "operation": "users.get",
            "arguments": ["user"],
            "traits": ["show", "all"],
            "result": "User",
        },
        "add": {
            "summary": "Create a user.",
            "description": "Only a user with the role ADMIN may do this.",
            "operation": "users.create",
            "traits": ["create", "input", "writes", "all"],
            "result": "User",
            "body": "User",
        },
        "update": {
            "summary": "Update a user.",
            "description": "The body must contain the username. Only a user with the role ADMIN may change the role.",
            "operation": "users.update",
            "current": "users.get",
            "arguments": ["user"],
            "traits": ["update", "input", "writes", "all"],
            "result": "User",
            "body": "User",
        },
        "delete": {
            "summary": "Delete a user.",
            "description": "The server may not support this.",
            "operation": "users.delete",
            "arguments": ["user"],
            "traits": ["delete", "confirm", "writes", "all"],
            "question": "Delete a user",
        },
        "hosts": {
            "summary": "List the hosts that a user can reach.",
            "operation": "users.list_hosts",
            "arguments": ["user"],
            "traits": ["list", "all"],
            "result": "Host",
        },
    },
}
