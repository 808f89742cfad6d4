"""The async API of Photo Shelf."""

from __future__ import annotations

from shelf_client.aio.client import Client as Client
