"""The folders of the checkout."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "schema"
GENERATED = ROOT / "generated" / "comodit_client"
HANDWRITTEN = ROOT / "handwritten" / "comodit_client"
RUNTIME = Path(__file__).resolve().parent / "runtime"
TEMPLATES = Path(__file__).resolve().parent / "templates"
REFERENCE = ROOT / "docs" / "rest-api"
