"""The profile of a call: all layers do the same, and each file belongs to a package."""

from __future__ import annotations

import pytest

from benchmarks.layers import layers
from benchmarks.loopback import NAMES, plain_server
from benchmarks.profile_call import BASE, lines, package_of, shares


def test_each_layer_reads_the_host_that_is_asked_for():
    with plain_server() as root, layers(root) as gets:
        assert BASE in gets
        for get in gets.values():
            assert [get(name) for name in NAMES[:3] * 2] == NAMES[:3] * 2


def test_a_line_compares_with_the_layer_below_and_with_httpx():
    found = {"socket": [9.0, 10.0, 12.0], BASE: [100.0, 100.0, 100.0], "ours": [75.0, 75.0, 80.0]}
    assert [line.split() for line in lines(found)] == [
        ["socket", "10", "10", "..", "11", "+10", "0.10"],
        [BASE, "100", "100", "..", "100", "+90", "1.00"],
        ["ours", "75", "75", "..", "78", "-25", "0.75"],
    ]


@pytest.mark.parametrize(
    ("file", "package"),
    [
        ("/v/lib/python3.11/site-packages/httpx/_client.py", "httpx"),
        ("/v/lib/python3.11/site-packages/httpcore/_sync/http11.py", "httpcore"),
        ("/v/lib/python3.11/site-packages/httpcore/_backends/sync.py", "socket"),
        ("/v/lib/python3.11/site-packages/comodit_client/rest/http.py", "comodit_client.rest"),
        ("/home/me/handwritten/comodit_client/rest/http.py", "comodit_client.rest"),
        ("/usr/lib/python3.11/json/decoder.py", "json"),
        ("/usr/lib/python3.11/threading.py", "standard library"),
    ],
)
def test_a_file_belongs_to_a_package(file, package):
    assert package_of(file) == package


def test_the_shares_are_of_the_whole():
    found = shares(lambda: [package_of(str(number)) for number in range(1000)])
    assert sum(share for _, share in found) == pytest.approx(1)
