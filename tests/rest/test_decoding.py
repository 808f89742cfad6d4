"""Bodies are decoded within a limit of memory; what is damaged or ends early raises."""

from __future__ import annotations

import gzip
import zlib

import httpx
import pytest

from comodit_client import wire
from comodit_client.rest.decoding import RATIO, STEP, SUSPICIOUS, Body, DamagedBody, Decoder
from comodit_client.rest.exceptions import BadRequest, InvalidResponse

READ = wire.organizations.get("A")
PATH = "/organizations/A"
TEXT = b'{"name": "A"}' * 50_000


def raw_deflate(data):
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


ENCODINGS = {
    "": TEXT,
    "identity": TEXT,
    "gzip": gzip.compress(TEXT),
    "GZIP ": gzip.compress(TEXT),
    "x-gzip": gzip.compress(TEXT),
    "identity, gzip": gzip.compress(TEXT),
    "deflate": zlib.compress(TEXT),
}
PACKED = {name: data for name, data in ENCODINGS.items() if data != TEXT} | {
    "deflate without header": raw_deflate(TEXT)
}


def decoded(encoding, data, size):
    decoder = Decoder(encoding.removesuffix(" without header"))
    found = [piece for start in range(0, len(data), size) for piece in decoder.decode(data[start : start + size])]
    decoder.end()
    return found


@pytest.mark.parametrize("size", [1, 7, 1 << 16, 1 << 30])
@pytest.mark.parametrize("encoding", [*ENCODINGS, "deflate without header"])
def test_every_encoding_in_pieces_of_any_size(encoding, size):
    data = (ENCODINGS | PACKED)[encoding]
    assert b"".join(decoded(encoding, data, size)) == TEXT


@pytest.mark.parametrize("encoding", PACKED)
def test_pieces_stay_small(encoding):
    assert max(map(len, decoded(encoding, PACKED[encoding], 1 << 30))) <= STEP


@pytest.mark.parametrize("encoding", PACKED)
@pytest.mark.parametrize("cut", [1, 4, 9, 100])
def test_a_body_that_ends_early_raises(encoding, cut):
    with pytest.raises(DamagedBody, match="ends early"):
        decoded(encoding, PACKED[encoding][:-cut], 1000)


@pytest.mark.parametrize("encoding", [name for name in PACKED if "without" not in name])  # that has no checksum
def test_a_damaged_body_raises(encoding):
    data = bytearray(PACKED[encoding])
    for place in range(len(data) // 3, len(data) // 3 + 100):
        data[place] ^= 255
    with pytest.raises(DamagedBody):
        decoded(encoding, bytes(data), 1000)


@pytest.mark.parametrize("encoding", PACKED)
def test_an_empty_body_is_no_damage(encoding):
    assert decoded(encoding, b"", 10) == []


def test_several_gzip_files_in_a_row_are_one_body_and_zeros_are_padding():
    data = gzip.compress(b"one") + gzip.compress(b"two") + b"\0" * 20
    for size in (1, 5, 1000):
        assert b"".join(decoded("gzip", data, size)) == b"onetwo"


def test_garbage_after_the_end_raises():
    with pytest.raises(DamagedBody):
        decoded("gzip", gzip.compress(b"one") + b"garbage", 1000)


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "gzip, br", "nonsense"])
def test_an_encoding_that_no_request_asks_for_raises(encoding):
    with pytest.raises(DamagedBody, match=f"encoded as '{encoding}'"):
        Decoder(encoding)


def test_what_exceeds_the_limit_raises_or_is_left_out():
    with pytest.raises(DamagedBody, match="max_response_size=10 bytes"):
        Body("", 10).add(b"x" * 11)
    assert Body("", 10).add(b"x" * 10)
    body = Body("", 10, cut=True)
    assert not body.add(b"x" * 11)
    assert body.content(complete=False) == b"x" * 10


def test_a_bomb_raises_long_before_it_is_unpacked():
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(b" " * SUSPICIOUS) for _ in range(10)) + packer.flush()
    body, added = Body("gzip", 1 << 40), 0
    with pytest.raises(DamagedBody, match=f"more than {RATIO} times"):
        for added in range(0, len(bomb), 1000):
            body.add(bomb[added : added + 1000])
    assert added < len(bomb) / 5


@pytest.fixture
def packed(server):
    def on(status, encoding, data):
        server.on("GET", PATH, httpx.Response(status, headers={"Content-Encoding": encoding}, stream=Raw(data)))

    return on


class Raw(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body as it is on the wire; httpx would decode other streams at once."""

    def __init__(self, data):
        self.data = data

    def __iter__(self):
        yield self.data

    async def __aiter__(self):
        yield self.data


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_compressed_response_is_read(client, packed, run, encoding, server):
    packed(200, encoding, (gzip if encoding == "gzip" else zlib).compress(b'{"name": "A"}'))
    assert run(client.run(READ)).name == "A"
    assert server.last.headers["Accept-Encoding"] == "gzip, deflate"


@pytest.mark.parametrize(
    ("encoding", "data", "reason"),
    [
        ("gzip", gzip.compress(TEXT)[:-1], "ends early"),
        ("gzip", b"not gzip", "is damaged"),
        ("br", b"whatever", "no request asks for"),
    ],
)
def test_a_damaged_success_says_its_status_and_is_sent_once(client, packed, run, server, encoding, data, reason):
    packed(200, encoding, data)
    with pytest.raises(InvalidResponse, match=reason) as raised:
        run(client.run(READ))
    assert raised.value.code == 200
    assert len(server.asked) == 1


def test_the_limit_is_the_clients_option(make_client, server, run):
    server.on("GET", PATH, {"name": "A" * 100})
    with pytest.raises(InvalidResponse, match="max_response_size=50 bytes"):
        run(make_client(max_response_size=50).run(READ))
    assert len(run(make_client(max_response_size=500).run(READ)).name) == 100


def test_an_error_of_any_size_is_read_in_part_only(make_client, server, run):
    server.on("GET", PATH, (400, {"error": ["x" * 10_000_000]}))
    with pytest.raises(BadRequest) as raised:
        run(make_client(max_response_size=1).run(READ))
    assert len(raised.value.body) <= 500
    assert len(str(raised.value)) < 1000
