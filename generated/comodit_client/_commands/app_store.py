# Made by `python -m generator` from schema/cli/. Do not edit: change that, then run `make generate`.
"""The commands below `app-store`."""

from __future__ import annotations

from typing import Any, Final

GROUP: Final[dict[str, Any]] = {
    "summary": "Published applications",
    "commands": {
        "list": {
            "summary": "List the applications offered in the store.",
            "operation": "published_applications.list",
            "run": "store.list_",
            "traits": ["list", "all"],
            "options": ["public", "private", "featured", "org", "with-org"],
            "result": "PublishedApplication",
        },
        "show": {
            "summary": "Get a store entry.",
            "operation": "published_applications.get",
            "run": "store.show",
            "arguments": ["published"],
            "traits": ["show", "all"],
            "options": ["secret", "non-secret", "obfuscate", "public", "private", "featured", "org"],
            "result": "PublishedApplication",
        },
        "purchase": {
            "summary": "Purchase a store entry.",
            "operation": "purchased_applications.create",
            "run": "store.purchase",
            "arguments": ["uuid", "organization"],
            "traits": ["create", "input", "writes", "all"],
            "result": "PurchasedEntity",
            "body": "PurchasedEntity",
        },
        "update": {
            "summary": "Push the current state of the application to the store.",
            "operation": "published_applications.update",
            "run": "store.refresh",
            "current": "published_applications.get",
            "arguments": ["published"],
            "traits": ["update", "input", "writes", "all"],
            "result": "PublishedApplication",
            "body": "PublishedApplication",
        },
        "delete-all": {
            "summary": "Remove all applications from the store.",
            "description": "The server may not support this.",
            "operation": "published_applications.clear",
            "traits": ["delete", "confirm", "writes", "all"],
            "question": "Remove all applications from the store",
        },
    },
    "groups": {
        "purchased": {
            "summary": "Purchased applications of an organization",
            "commands": {
                "list": {
                    "summary": "List the purchases.",
                    "operation": "purchased_applications.list",
                    "arguments": ["organization"],
                    "traits": ["list", "all"],
                    "result": "PurchasedEntity",
                },
                "show": {
                    "summary": "Get a purchase.",
                    "operation": "purchased_applications.get",
                    "arguments": ["organization", "purchase"],
                    "traits": ["show", "all"],
                    "result": "PurchasedEntity",
                },
                "update": {
                    "summary": "Update the organization's copy to the current state of the store entry.",
                    "operation": "purchased_applications.update",
                    "run": "store.refresh",
                    "current": "purchased_applications.get",
                    "arguments": ["organization", "purchase"],
                    "traits": ["update", "input", "writes", "all"],
                    "result": "PurchasedEntity",
                    "body": "PurchasedEntity",
                },
                "delete": {
                    "summary": "Delete a purchase.",
                    "description": "It is unknown whether the organization's copy is deleted too.",
                    "operation": "purchased_applications.delete",
                    "arguments": ["organization", "purchase"],
                    "traits": ["delete", "confirm", "writes", "all"],
                    "question": "Delete a purchase",
                },
                "delete-all": {
                    "summary": "Delete all purchases.",
                    "description": "The server may not support this.",
                    "operation": "purchased_applications.clear",
                    "arguments": ["organization"],
                    "traits": ["delete", "confirm", "writes", "all"],
                    "question": "Delete all purchases",
                },
            },
        }
    },
}
