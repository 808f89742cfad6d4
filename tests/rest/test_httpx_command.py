"""httpx loads its own command line where click and rich are installed. A script that uses this library does not."""

from __future__ import annotations

import json
import subprocess
import sys

OURS = "import sys; from comodit_client.rest import http; import httpx"
COMMAND = {"httpx._main", "click", "rich", "pygments"}


def run(code, **options):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, **options)


def loaded(code):
    done = run(f"{code}\nimport json; print(json.dumps([*sys.modules]))", check=True)
    return set(json.loads(done.stdout))


def test_the_command_line_of_httpx_is_not_loaded():
    assert not loaded(OURS) & COMMAND
    assert loaded("import sys, httpx") >= COMMAND  # they are installed here


def test_the_command_of_httpx_still_runs():
    done = run(f"{OURS}; httpx.main(['--help'])", check=True)
    assert "Usage" in done.stdout
    assert "URL" in done.stdout


def test_the_command_line_of_httpx_can_be_imported_afterwards():
    assert run(f"{OURS}; from httpx._main import main; print(main.name)", check=True).stdout == "main\n"


def test_without_click_the_command_raises_the_error_of_its_import():
    done = run(f"{OURS}; sys.modules['click'] = None; httpx.main()")
    assert done.returncode == 1
    assert "ModuleNotFoundError: import of click halted" in done.stderr


def test_httpx_keeps_its_command_if_it_was_imported_before():
    code = "import httpx; main = httpx.main; from comodit_client.rest import http; assert httpx.main is main"
    assert run(code).returncode == 0


def test_a_command_that_others_disabled_stays_disabled():
    code = f"import sys; sys.modules['httpx._main'] = None; {OURS}; print(sys.modules['httpx._main'])"
    assert run(code, check=True).stdout == "None\n"
