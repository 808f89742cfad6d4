"""The recorded exchanges, where they lie beside the project: the library agrees with all of them."""

import json
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

from comodit_client.sandbox.errors import ApiError
from comodit_client.sandbox.http.routing import Router
from generator.exchanges import read_exchanges

REPLAY = Path(__file__).resolve().parents[3] / "shared" / "wire" / "replay.py"
#: What is otherwise on purpose: bytes that are not UTF-8 were dropped, and now raise unless `errors="ignore"` is given.
#: `install` returned None, and returns the context to wait for. A wait that finds ERROR reads the reasons.
CHANGED = {
    "host": ["host.install", "host.install_settings", "host.wait_for_state_error_state"],
    "recipes": ["application_file.read_content.undecodable"],
}
RECORDINGS = sorted((REPLAY.parent / "vectors").glob("*.jsonl"))


if REPLAY.exists():  # the recordings are not part of the project

    @pytest.mark.slow
    @pytest.mark.parametrize("recording", RECORDINGS, ids=lambda recording: recording.stem)
    def test_the_library_agrees_with_every_recording(tmp_path, recording):
        outcome = tmp_path / "outcome.json"
        command = [sys.executable, str(REPLAY), "--json", str(outcome), str(recording)]
        ended = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
        found = json.loads(outcome.read_text())
        assert len(found) == len(recording.read_text(encoding="utf-8").splitlines()) > 100
        assert sorted(name for name, differences in found.items() if differences) == CHANGED.get(recording.stem, []), (
            ended.stdout
        )

    def test_all_recordings_are_there():
        assert [recording.stem for recording in RECORDINGS] == ["core", "host", "organization", "recipes"]

    def test_every_status_of_an_error_is_listed_for_its_operation():
        document = json.loads(resources.files("comodit_client.schema").joinpath("comodit.json").read_text())
        router, found, missing = Router(document), set(), []
        for exchange in (exchange for recording in RECORDINGS for exchange in read_exchanges(recording)):
            if 400 <= exchange.status < 500 and (operation := _operation(router, exchange)):
                found.add((operation["operationId"], exchange.status))
                if str(exchange.status) not in operation["responses"]:
                    missing.append((operation["operationId"], exchange.status))
        assert missing == []
        assert len(found) > 100
        assert {status for _, status in found} == {400, 401, 403, 404, 405, 409}

    def _operation(router, exchange):
        """Return the operation of a request; none if it has an invented path."""
        try:
            return router.find(exchange.method, exchange.path.encode()).operation
        except ApiError:
            return None
