"""The files and folders of the generator."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONFIG = ROOT / "generator.toml"
RUNTIME = Path(__file__).resolve().parent / "runtime"
TEMPLATES = Path(__file__).resolve().parent / "templates"
