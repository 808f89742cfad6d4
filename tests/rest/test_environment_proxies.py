"""The proxy that the environment names for a URL: which variable, and for which servers."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comodit_client.rest.exceptions import InvalidEndpoint
from comodit_client.rest.proxies import check_proxy, proxy_for

PROXY = "http://proxy.test:3128"


@pytest.fixture
def environment(monkeypatch):
    for name in os.environ:
        if name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.delenv("REQUEST_METHOD", raising=False)

    def environment(**variables):
        for name, value in variables.items():
            monkeypatch.setenv(name, value)

    return environment


#: Variables, and the proxies for an http URL and an https URL.
VARIABLES = [
    ({}, None, None),
    ({"http_proxy": PROXY}, PROXY, None),
    ({"HTTP_PROXY": PROXY}, PROXY, None),
    ({"https_proxy": PROXY}, None, PROXY),
    ({"HTTPS_PROXY": PROXY}, None, PROXY),
    ({"all_proxy": PROXY}, PROXY, PROXY),
    ({"ALL_PROXY": PROXY}, PROXY, PROXY),
    ({"ALL_PROXY": "http://other.test:1", "HTTP_PROXY": PROXY}, PROXY, "http://other.test:1"),
    ({"HTTP_PROXY": "http://other.test:1", "http_proxy": PROXY}, PROXY, None),
    ({"HTTP_PROXY": PROXY, "http_proxy": ""}, None, None),
    ({"HTTP_PROXY": ""}, None, None),
    ({"HTTP_PROXY": "  "}, None, None),
    ({"HTTP_PROXY": "  ", "ALL_PROXY": PROXY}, PROXY, PROXY),
    ({"HTTP_PROXY": f" {PROXY}\n"}, PROXY, None),
    ({"HTTP_PROXY": PROXY, "REQUEST_METHOD": "GET"}, None, None),
    ({"http_proxy": PROXY, "REQUEST_METHOD": "GET"}, PROXY, None),
    ({"HTTP_PROXY": "proxy.test:3128"}, PROXY, None),
    ({"HTTP_PROXY": "joe:hush@proxy.test:3128"}, "http://joe:hush@proxy.test:3128", None),
    ({"HTTP_PROXY": "http://joe:hu%2Fsh@[::1]:3128/"}, "http://joe:hu%2Fsh@[::1]:3128/", None),
    ({"ALL_PROXY": "socks5h://proxy.test"}, "socks5h://proxy.test", "socks5h://proxy.test"),
    ({"ftp_proxy": PROXY}, None, None),
]


@pytest.mark.parametrize(("variables", "plain", "secure"), VARIABLES, ids=lambda value: str(value)[:60])
def test_the_environment_names_a_proxy_for_each_scheme(environment, variables, plain, secure):
    environment(**variables)
    assert (proxy_for("http://comodit.test/api"), proxy_for("https://comodit.test/api")) == (plain, secure)


#: Values of NO_PROXY, a server, and whether it is reached without the proxy.
EXCEPTIONS = [
    ("", "http://a.test", False),
    ("*", "http://a.test", True),
    ("*", "http://10.0.0.1", True),
    ("b.test, *", "http://a.test", True),
    ("a.test", "http://a.test/api", True),
    ("A.Test", "http://a.TEST", True),
    ("a.test.", "http://a.test", True),
    ("a.test", "http://a.test.", True),
    ("a.test", "http://x.y.a.test", True),
    (".a.test", "http://x.a.test", True),
    (".a.test", "http://a.test", True),
    ("*.a.test", "http://x.a.test", True),
    ("a.test", "http://ba.test", False),
    (".a.test", "http://ba.test", False),
    ("a.test", "http://a.test.evil", False),
    ("a.test:8080", "http://a.test:8080", True),
    ("a.test:8080", "http://x.a.test:8080", True),
    ("a.test:8080", "http://a.test", False),
    ("a.test:80", "http://a.test", True),
    ("a.test:443", "https://a.test", True),
    ("a.test:443", "http://a.test", False),
    ("*:8080", "http://a.test:8080", True),
    ("a.test:none", "http://a.test", False),
    ("a.test:" + "9" * 5000, "http://a.test", False),
    ("http://a.test", "http://a.test", True),
    ("https://a.test", "http://a.test", False),
    ("café.test", "http://xn--caf-dma.test", True),
    ("xn--caf-dma.test", "http://café.test", True),
    (" b.test ,  a.test ", "http://a.test", True),
    ("b.test a.test", "http://a.test", True),
    (",, ,a.test,", "http://a.test", True),
    (",", "http://a.test", False),
    (".", "http://a.test", False),
    ("10.0.0.1", "http://10.0.0.1:99", True),
    ("10.0.0.1:99", "http://10.0.0.1:99", True),
    ("10.0.0.1:98", "http://10.0.0.1:99", False),
    ("10.0.0.10", "http://10.0.0.1", False),
    ("0.0.1", "http://10.0.0.1", False),
    ("0.1", "http://10.0.0.1", False),
    ("10.0.0.0/8", "http://10.200.0.1", True),
    ("10.1.2.3/8", "http://10.200.0.1", True),
    ("10.0.0.0/255.0.0.0", "http://10.200.0.1", True),
    ("10.0.0.0/8:99", "http://10.200.0.1:99", True),
    ("10.0.0.0/8", "http://11.0.0.1", False),
    ("10.0.0.0/8", "http://10.test", False),
    ("10.0.0.0/33", "http://10.0.0.1", False),
    ("0.0.0.0/0", "http://10.0.0.1", True),
    ("0.0.0.0/0", "http://[fd00::1]", False),
    ("fd00::1", "http://[fd00::1]", True),
    ("[fd00::1]", "http://[fd00::1]:99", True),
    ("fd00:0:0::0001", "http://[FD00::1]", True),
    ("[fd00::1]:99", "http://[fd00::1]:99", True),
    ("[fd00::1]:98", "http://[fd00::1]:99", False),
    ("fd00::/8", "http://[fd12::1]", True),
    ("[fd00::]/8", "http://[fd12::1]", True),
    ("[fd00::/8]", "http://[fd12::1]", True),
    ("[fd00::/8]:99", "http://[fd12::1]:99", True),
    ("fd00::/8", "http://[fe80::1]", False),
    ("fd00::/129", "http://[fd00::1]", False),
    ("fe80::1%eth0", "http://[fe80::1%25eth0]", True),
    ("fe80::1", "http://[fe80::1%25eth0]", True),
    ("fe80::%eth0/10", "http://[fe80::1]", True),
    ("fe80::/10", "http://[fe80::1%eth0]", True),
    ("10.0.0.0/8", "http://[::ffff:10.0.0.1]", True),
    ("localhost,127.0.0.0/8,::1/128", "http://a.test", False),
    ("localhost,127.0.0.0/8,::1/128,a.test", "http://a.test", True),
    ("[,],[],[:,:::,%,/,//,://,a b,\x00,é..é,xn--,a.test", "http://a.test", True),
    # A host that is this machine needs no entry.
    ("", "http://localhost:8000", True),
    ("", "http://LOCALHOST.", True),
    ("", "http://api.localhost", True),
    ("", "http://localhost.test", False),
    ("", "http://notlocalhost", False),
    ("", "http://127.0.0.1:8000/api", True),
    ("", "http://127.9.8.7", True),
    ("", "http://128.0.0.1", False),
    ("", "https://[::1]:8000", True),
    ("", "http://[::ffff:127.0.0.1]", True),
    ("", "http://[::2]", False),
]


@pytest.mark.parametrize(("exceptions", "url", "direct"), EXCEPTIONS, ids=lambda value: repr(value)[:40])
@pytest.mark.parametrize("name", ["no_proxy", "NO_PROXY"])
def test_the_environment_names_the_servers_that_need_no_proxy(environment, monkeypatch, name, exceptions, url, direct):
    # os.environ does not take a null character.
    variables = {"ALL_PROXY": PROXY, name: exceptions}
    monkeypatch.setattr("urllib.request.os.environ", variables)
    assert proxy_for(url) == (None if direct else PROXY)


@given(st.text(alphabet="[]:/%.,*@# 019afx\u00e9\x00", max_size=30))
@settings(max_examples=500, deadline=None)
def test_an_entry_that_cannot_be_understood_is_ignored(entry):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("urllib.request.os.environ", {"ALL_PROXY": PROXY, "NO_PROXY": f"{entry},a.test"})
        assert proxy_for("http://a.test") is None


#: URLs that cannot be used.
MALFORMED = [
    "ftp://joe:hush@proxy.test",
    "socks4://joe:hush@proxy.test",
    "://joe:hush@proxy.test",
    "http://",
    "http://joe:hush@",
    "http://joe:hush@:3128",
    "http://joe:hush@proxy.test:port",
    "http://joe:hush@proxy.test:99999",
    "http://joe:hush@proxy.test:0",
    "http://joe:hush@[::1",
    "http://joe:hush@[hush]",
    "http://joe:12/hush@proxy.test",
    "http://joe:12?hush@proxy.test",
    "http://joe:12#hush@proxy.test",
    "http://joe:hush@proxy test",
    "http://joe:hush@proxy\ttest",
    "http://joe:hush@1.2.3.400",
]


@pytest.mark.parametrize("proxy", MALFORMED)
@pytest.mark.parametrize("name", ["https_proxy", "HTTPS_PROXY", "all_proxy"])
def test_a_malformed_proxy_is_an_error_that_names_its_variable(environment, proxy, name):
    environment(**{name: proxy, "NO_PROXY": "b.test"})
    assert proxy_for("https://b.test") is None
    with pytest.raises(InvalidEndpoint, match=f"Cannot use the proxy of {name}: ") as raised:
        proxy_for("https://comodit.test/api")
    assert "hush" not in str(raised.value)
    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__ or raised.value.__context__ is None


@pytest.mark.parametrize("proxy", [5, b"http://proxy.test", ("http://proxy.test",)])
def test_a_proxy_is_text(proxy):
    with pytest.raises(InvalidEndpoint, match="Cannot use the proxy of the argument: a URL is text, not "):
        check_proxy(proxy, "the argument")
