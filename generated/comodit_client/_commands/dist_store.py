# Made by `python -m generator` from schema/cli/. Do not edit: change that, then run `make generate`.
"""The commands below `dist-store`."""

from __future__ import annotations

from typing import Any, Final

GROUP: Final[dict[str, Any]] = {
    "summary": "Published distributions",
    "commands": {
        "list": {
            "summary": "List the distributions offered in the store.",
            "operation": "published_distributions.list",
            "run": "store.list_",
            "traits": ["list", "all"],
            "options": ["public", "private", "featured", "org", "with-org"],
            "result": "PublishedDistribution",
        },
        "show": {
            "summary": "Get a store entry.",
            "operation": "published_distributions.get",
            "run": "store.show",
            "arguments": ["published-2"],
            "traits": ["show", "all"],
            "options": ["secret", "non-secret", "obfuscate", "public", "private", "featured", "org"],
            "result": "PublishedDistribution",
        },
        "purchase": {
            "summary": "Purchase a store entry.",
            "operation": "purchased_distributions.create",
            "run": "store.purchase",
            "arguments": ["uuid", "organization"],
            "traits": ["create", "input", "writes", "all"],
            "result": "PurchasedEntity",
            "body": "PurchasedEntity",
        },
        "update": {
            "summary": "Push the current state of the distribution to the store.",
            "operation": "published_distributions.update",
            "run": "store.refresh",
            "current": "published_distributions.get",
            "arguments": ["published-2"],
            "traits": ["update", "input", "writes", "all"],
            "result": "PublishedDistribution",
            "body": "PublishedDistribution",
        },
        "delete-all": {
            "summary": "Remove all distributions from the store.",
            "description": "The server may not support this.",
            "operation": "published_distributions.clear",
            "traits": ["delete", "confirm", "writes", "all"],
            "question": "Remove all distributions from the store",
        },
    },
    "groups": {
        "purchased": {
            "summary": "Purchased distributions of an organization",
            "commands": {
                "list": {
                    "summary": "List the purchases.",
                    "operation": "purchased_distributions.list",
                    "arguments": ["organization"],
                    "traits": ["list", "all"],
                    "result": "PurchasedEntity",
                },
                "show": {
                    "summary": "Get a purchase.",
                    "operation": "purchased_distributions.get",
                    "arguments": ["organization", "purchase-2"],
                    "traits": ["show", "all"],
                    "result": "PurchasedEntity",
                },
                "update": {
                    "summary": "Update the organization's copy to the current state of the store entry.",
                    "operation": "purchased_distributions.update",
                    "run": "store.refresh",
                    "current": "purchased_distributions.get",
                    "arguments": ["organization", "purchase-2"],
                    "traits": ["update", "input", "writes", "all"],
                    "result": "PurchasedEntity",
                    "body": "PurchasedEntity",
                },
                "delete": {
                    "summary": "Delete a purchase.",
                    "description": "It is unknown whether the organization's copy is deleted too.",
                    "operation": "purchased_distributions.delete",
                    "arguments": ["organization", "purchase-2"],
                    "traits": ["delete", "confirm", "writes", "all"],
                    "question": "Delete a purchase",
                },
                "delete-all": {
                    "summary": "Delete all purchases.",
                    "description": "The server may not support this.",
                    "operation": "purchased_distributions.clear",
                    "arguments": ["organization"],
                    "traits": ["delete", "confirm", "writes", "all"],
                    "question": "Delete all purchases",
                },
            },
        }
    },
}
