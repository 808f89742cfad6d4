"""Renders the cases with the real FreeMarker and writes `goldens.json`.

It needs a JDK and the engine's jar. On Debian:

    apt-get install -y default-jdk-headless libfreemarker-java
    python -m tests.freemarker.goldens.make /usr/share/java/freemarker.jar
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.freemarker.goldens.cases import CASES, MODEL

FOLDER = Path(__file__).parent


def main(jar: str) -> None:
    """Write the goldens: for each template its output with and without grouped numbers, or null for an error."""
    with tempfile.TemporaryDirectory() as classes:
        subprocess.run(["javac", "-cp", jar, "-d", classes, str(FOLDER / "Render.java")], check=True)
        request = json.dumps({"model": MODEL, "templates": CASES})
        run = ["java", "-cp", f"{jar}:{classes}", "Render"]
        response = subprocess.run(run, input=request, capture_output=True, check=True, encoding="utf-8")
    goldens = [
        _golden(template, plain, grouped)
        for template, (plain, grouped) in zip(CASES, json.loads(response.stdout), strict=True)
    ]
    text = ",\n".join(json.dumps(golden, ensure_ascii=True) for golden in goldens)
    (FOLDER / "goldens.json").write_text(f"[\n{text}\n]\n", encoding="utf-8")


def _golden(template: str, plain: list[Any], grouped: list[Any]) -> dict[str, Any]:
    golden = {"template": template, "output": plain[0]}
    if grouped[0] != plain[0]:
        golden["grouped"] = grouped[0]
    if plain[1]:
        golden["error"] = " ".join(plain[1].split())[:160]
    return golden


if __name__ == "__main__":
    main(sys.argv[1])
