"""Build the documentation site, and check its links. Any warning fails."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import yaml

from website.links import dead_links, foreign_loads
from website.pages import read_all

ROOT = Path(__file__).resolve().parents[1]
CONFIG = "mkdocs.yml"


def main(root: Path = ROOT) -> int:
    """Build the site.

    Args:
        root: The folder of the configuration.

    Returns:
        The exit status: 0, or 1 if there is a warning or a dead link.
    """
    started = time.monotonic()
    config = yaml.safe_load((root / CONFIG).read_text(encoding="utf-8"))
    site = root / config["site_dir"]
    # The builder keeps pages whose source no longer exists.
    shutil.rmtree(site, ignore_errors=True)
    # Without --clean, the builder keeps the pages of modules whose docstrings have changed.
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict", "--config-file", CONFIG]
    built = subprocess.run(command, cwd=root, capture_output=True, text=True)  # noqa: S603
    # It takes warnings of Griffe, such as an argument that does not exist, for messages.
    warnings = [line for line in built.stderr.splitlines() if line.startswith("griffe:")]
    if built.returncode != 0 or warnings:
        sys.stderr.write(built.stdout + built.stderr)
        return 1
    pages = read_all(site)
    found = [*dead_links(pages, site, config["site_url"]), *foreign_loads(pages, site)]
    sys.stderr.writelines(f"{line}\n" for line in found)
    links = sum(len(page.links) + len(page.loads) for page in pages.values())
    anchors = sum(len(page.anchors) for page in pages.values())
    seconds = time.monotonic() - started
    sys.stdout.write(f"{config['site_dir']}/: {len(pages)} pages, {anchors} anchors, {links} links, {seconds:.0f} s\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
