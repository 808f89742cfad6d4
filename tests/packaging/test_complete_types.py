"""What users import is typed throughout: pyright knows the type of each of its names, with nothing to guess."""

import json
import subprocess
import sys

import pytest


@pytest.mark.parametrize("package", ["api", "aio", "rest", "wire"])
def test_no_name_is_of_unknown_or_ambiguous_type(package):
    command = [sys.executable, "-m", "pyright", "--ignoreexternal", "--outputjson"]
    command += ["--verifytypes", f"comodit_client.{package}"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    symbols = json.loads(answer.stdout)["typeCompleteness"]["symbols"]
    assert len(symbols) > 100
    vague = {
        symbol["name"]: [finding["message"] for finding in symbol["diagnostics"]]
        for symbol in symbols
        if not symbol["isTypeKnown"] or symbol["isTypeAmbiguous"]
    }
    assert vague == {}
