"""A cassette: the HTTP traffic of one test, in a file beside it."""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import vcr
from vcr.persisters.filesystem import CassetteNotFoundError
from vcr.serialize import deserialize, serialize
from vcr.serializers import yamlserializer

from comodit_client.cassettes.masking import PLACEHOLDER, mask_interactions
from comodit_client.cassettes.matching import same_request, same_target
from comodit_client.config import client_options

#: Credentials for a replay: nothing checks them.
_ANY = {"username": "replayed", "password": "replayed"}
_REMEDY = "Record the test again: pytest --comodit-record=URL"
_DIFFERENT = {True: "its body differs from the recorded one", False: "no such request was recorded"}


class CassetteError(Exception):
    """A cassette is missing or does not fit its test."""


class Cassette:
    """The HTTP traffic of one test. The fixture `comodit_cassette` makes it.

    Args:
        path: The file.
        record_url: API root of the server to record; None to replay.

    Attributes:
        path: The file.
        is_recording: Whether the test talks to a real server and is recorded.
        url: API root for the test's client: that of the server, or a placeholder in a replay.
        succeeded: Whether the test passed. The recording of a failed test is discarded.
    """

    def __init__(self, path: Path, record_url: str | None) -> None:
        self.path = path
        self.is_recording = record_url is not None
        self.url = PLACEHOLDER if record_url is None else record_url.rstrip("/")
        self.succeeded = False
        self._tape: Any = None

    @property
    def credentials(self) -> dict[str, Any]:
        """Credentials for the test's client, as keyword arguments.

        When recording, they come from the environment or the default profile, as with `Client.from_config()`.

        Raises:
            ConfigException: None are configured.
        """
        if not self.is_recording:
            return dict(_ANY)
        found = client_options(None, {"endpoint": self.url})
        return {name: value for name, value in found.items() if name != "endpoint" and value is not None}

    @contextmanager
    def open(self) -> Iterator[None]:
        """Record or replay the requests to the server within a `with` block; others are sent as usual.

        Raises:
            CassetteError: The file to replay does not exist.
        """
        if not self.is_recording and not self.path.is_file():
            raise CassetteError(f"Cannot replay {self.path}: the file does not exist. {_REMEDY}")
        recorder = vcr.VCR(
            record_mode=vcr.mode.ALL if self.is_recording else vcr.mode.NONE,
            match_on=["comodit"],
            before_record_request=self._check_request,
            decode_compressed_response=True,
        )
        recorder.register_matcher("comodit", same_request)
        recorder.register_persister(self)
        with _quiet_log(), recorder.use_cassette(str(self.path)) as self._tape:
            yield

    def check(self) -> None:
        """Check that a test that passed used all of the recording.

        Raises:
            CassetteError: Requests of the recording were not sent.
        """
        if self.succeeded and not self.is_recording and not self._tape.all_played:
            unused = len(self._tape) - len(self._tape.play_counts)
            raise CassetteError(f"The test did not send {unused} of the requests in {self.path}. {_REMEDY}")

    def _check_request(self, request: Any) -> Any:
        """Skip other servers, and explain what a replay lacks: the advice of vcrpy does not fit the fixture."""
        if _origin(request.uri) != _origin(PLACEHOLDER if self._tape is None else self.url):
            return None
        if self._tape is None or self.is_recording:
            return request
        recorded = list(enumerate(self._tape.requests))
        alike = [number for number, other in recorded if same_request(request, other)]
        if all(self._tape.play_counts[number] for number in alike):
            near = any(same_target(request, other) for _, other in recorded)
            reason = "it was sent more often than recorded" if alike else _DIFFERENT[near]
            path = urlsplit(request.uri).path
            raise CassetteError(f"Cannot replay {request.method} {path} from {self.path}: {reason}. {_REMEDY}")
        return request

    def load_cassette(self, path: str, serializer: Any) -> Any:
        """Read the file for vcrpy.

        Args:
            path: The file's path.
            serializer: The serializer to use.

        Returns:
            The requests and their responses.

        Raises:
            CassetteNotFoundError: A recording starts from nothing.
        """
        if self.is_recording:
            raise CassetteNotFoundError
        return deserialize(Path(path).read_text(encoding="utf-8"), serializer)

    def save_cassette(self, path: str, cassette_dict: Mapping[str, Any], serializer: Any) -> None:
        """Write the file for vcrpy, without secrets. Nothing is written before, and nothing if the test failed.

        Args:
            path: The file's path.
            cassette_dict: The requests and their responses.
            serializer: The serializer to use.
        """
        if self.succeeded:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            text = serialize(cassette_dict, _MaskingSerializer(self.url))
            Path(path).write_text(text, encoding="utf-8")


class _MaskingSerializer:
    def __init__(self, endpoint: str) -> None:
        self._endpoint = endpoint

    def serialize(self, document: dict[str, Any]) -> str:
        masked = mask_interactions(document["interactions"], self._endpoint)
        text: str = yamlserializer.serialize(document | {"interactions": masked})
        return text


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.rpartition("@")[2]


def cassette_path(module: Path, test: str) -> Path:
    """Return the path of a test's cassette.

    Args:
        module: The test module.
        test: Name of the test within its module, such as "TestHosts::test_create[api]".

    Returns:
        The path, in the folder `cassettes` beside the module.
    """
    plain = test.replace("::", ".")
    name = re.sub(r"[^\w.\[\]-]", "_", plain)
    if name != plain or len(name) > 100:  # other tests may end up with the same name
        name = f"{name[:100]}-{hashlib.sha256(test.encode()).hexdigest()[:8]}"
    return module.parent / "cassettes" / f"{module.stem}.{name}.yaml"


@contextmanager
def _quiet_log() -> Iterator[None]:
    """Keep responses out of the log: vcrpy writes them at INFO, with their secrets."""
    logger = logging.getLogger("vcr")
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)
