"""Makes the client that openapi-python-client generates from the shipped document, with its own templates."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from importlib import metadata
from pathlib import Path

HOME = Path(__file__).parents[1]
DOCUMENT = HOME / "generated" / "comodit_client" / "schema" / "comodit.yaml"
CACHE = HOME / ".cache" / "benchmarks"
PACKAGE = "stock_client"
#: No other program runs after it: formatting changes nothing at run time.
CONFIG = f"package_name_override: {PACKAGE}\npost_hooks: []\n"


def stock_client() -> Path:
    """Return the folder to import the package from; it is generated once for each document and version."""
    version = metadata.version("openapi-python-client")
    digest = hashlib.sha256(DOCUMENT.read_bytes() + version.encode() + CONFIG.encode()).hexdigest()
    folder = CACHE / f"stock-{digest[:16]}"
    if not folder.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as temporary:
            made = Path(temporary) / "made"
            _generate(Path(temporary) / "config.yaml", made / PACKAGE)
            made.rename(folder)
    return folder


def _generate(config: Path, output: Path) -> None:
    config.write_text(CONFIG)
    output.parent.mkdir()
    code = "from openapi_python_client.cli import app; app()"
    options = ["--path", str(DOCUMENT), "--meta", "none", "--config", str(config), "--output-path", str(output)]
    subprocess.run(
        [sys.executable, "-c", code, "generate", *options], check=True, cwd=output.parent, stdout=subprocess.DEVNULL
    )
