"""The scenarios run live against the sandbox, and from cassettes; `--record` makes the cassettes anew."""

import subprocess
import sys
from pathlib import Path

import pytest
import vcr

from comodit_client.rest.options import Polling

CASSETTES = Path(__file__).resolve().parent / "cassettes"
PUBLIC = "https://my.comodit.com/api"
SECRETS = ("authorization", "x-comodit-appkey", "x-comodit-jwttoken", "x-comodit-totptoken")
PASSWORD, MASK = b'"XXX"', b'"***"'  # of one length: the headers tell it
QUICK = Polling(initial_interval=0.02, multiplier=1.5, max_interval=0.1)


def pytest_addoption(parser):
    parser.addoption("--record", action="store_true", help="record the cassettes anew, against the sandbox")


@pytest.fixture
def record(request):
    return request.config.getoption("--record")


@pytest.fixture(scope="session")
def endpoint():
    """The API root of a sandbox in a process of its own."""
    command = [sys.executable, "-m", "comodit_client.sandbox", "--port", "0"]
    command += ["--provision-time", "0.1", "--change-time", "0.1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as sandbox:
        try:
            yield f"http://127.0.0.1:{sandbox.stdout.readline().split()[-1]}/api"
        finally:
            sandbox.terminate()
            sandbox.stdout.close()


@pytest.fixture
def polling():
    return QUICK


@pytest.fixture
def cassette(request, record):
    """A cassette, and the API root that goes with it: the public one, which nothing reaches, or that of the sandbox."""
    endpoint = request.getfixturevalue("endpoint") if record else PUBLIC

    def published(recorded):
        recorded.uri = recorded.uri.replace(endpoint, PUBLIC)
        recorded.body = recorded.body and recorded.body.replace(PASSWORD, MASK)
        return recorded

    def masked(response):
        response["body"]["string"] = response["body"]["string"].replace(PASSWORD, MASK)
        return response

    recorder = vcr.VCR(
        record_mode="all" if record else "none",
        filter_headers=[*SECRETS, "user-agent"],
        match_on=["method", "scheme", "host", "path", "query", "body"],
        before_record_request=published,
        before_record_response=masked,
        decode_compressed_response=True,
    )
    file = CASSETTES / f"{request.node.name.removeprefix('test_')}.yaml"
    if record:
        file.unlink(missing_ok=True)
    with recorder.use_cassette(str(file)) as tape:
        yield endpoint
    assert record or tape.all_played
