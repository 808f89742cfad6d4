"""The building blocks of operations: routing, authentication, rights, requests and responses."""
