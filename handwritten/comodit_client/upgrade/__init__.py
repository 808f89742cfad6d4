"""Rewrites scripts of the original client: `python -m comodit_client.upgrade PATH...`.

The command prints a diff, and advice for what it cannot rewrite. It reads the library's source and imports neither API.
"""
