"""What is configured: arguments before the environment, that before a profile, and mistakes told with their place."""

from __future__ import annotations

import pytest

from comodit_client.config import Config, ConfigException, client_options

FILE = """
[client]
default_profile = mine
[mine]
api = https://mine/api
username = me
password = 50%-hush
vnc_viewer_call = vinagre %h:%p
[keyed]
api = https://keyed/api
token = hush-token
"""


@pytest.fixture(autouse=True)
def nothing_configured(tmp_path, monkeypatch):
    for name in ("API", "USERNAME", "PASSWORD", "TOKEN", "PROFILE"):
        monkeypatch.delenv(f"COMODIT_{name}", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / ".comoditrc"
    path.write_text(FILE)
    return path


MINE = {"endpoint": "https://mine/api", "username": "me", "password": "50%-hush", "token": None}


@pytest.mark.parametrize(
    ("profile", "environment", "given", "found"),
    [
        (None, {}, {}, MINE),
        ("mine", {}, {"timeout": 3, "mfa": None}, {**MINE, "timeout": 3}),
        ("keyed", {}, {}, {"endpoint": "https://keyed/api", "token": "hush-token", "username": None}),
        (None, {"PROFILE": "keyed"}, {}, {"endpoint": "https://keyed/api", "token": "hush-token"}),
        ("mine", {"PROFILE": "keyed"}, {}, MINE),
        (None, {"API": "https://env/api"}, {}, {**MINE, "endpoint": "https://env/api"}),
        (None, {"API": "https://env/api"}, {"endpoint": "https://arg/api"}, {**MINE, "endpoint": "https://arg/api"}),
        (None, {"PASSWORD": "env"}, {}, {**MINE, "password": "env"}),
        (None, {"USERNAME": "me"}, {}, {"username": "me", "password": "50%-hush"}),
        (None, {"TOKEN": "env"}, {}, {"endpoint": "https://mine/api", "token": "env"}),
        (None, {"TOKEN": "env"}, {"username": "me"}, {"username": "me", "password": "50%-hush"}),
        (None, {"TOKEN": "env"}, {"token": "arg"}, {"token": "arg"}),
        ("keyed", {"USERNAME": "you", "PASSWORD": "p"}, {}, {"username": "you", "password": "p"}),
    ],
)
def test_what_goes_before_what(file, monkeypatch, profile, environment, given, found):
    for name, value in environment.items():
        monkeypatch.setenv(f"COMODIT_{name}", value)
    options = client_options(profile, given)
    assert {name: options.get(name) for name in found} == found
    if "username" in given:
        assert not options.get("token")


def test_a_password_of_another_user_is_not_taken(file):
    assert client_options(None, {"username": "you"}).get("password") is None


def test_the_environment_alone_is_enough(monkeypatch):
    for name, value in {"API": "https://env/api", "USERNAME": "u", "PASSWORD": "p", "TOKEN": ""}.items():
        monkeypatch.setenv(f"COMODIT_{name}", value)
    assert client_options(None, {}) == {"endpoint": "https://env/api", "username": "u", "password": "p"}


def test_a_client_is_made_of_it(file, colour):
    client = colour.module("client").Client.from_config("keyed", timeout=3)
    assert (client.endpoint, client.session.timeouts.read) == ("https://keyed/api", 3)
    with pytest.raises(ConfigException, match="Cannot find profile 'other'"):
        colour.module("client").Client.from_config("other")


def test_nothing_configured_is_told(colour):
    with pytest.raises(ConfigException, match=r"Cannot read a profile: none of the config files exists .*comoditrc"):
        colour.module("client").Client.from_config()
    with pytest.raises(ConfigException, match="none of the config files exists"):
        colour.module("client").Client.from_config(endpoint="https://h/api")


def test_the_first_file_counts(file, tmp_path):
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf" / "comodit-client.conf").write_text(FILE.replace("mine/api", "nearest/api"))
    assert Config().get_api(None) == "https://nearest/api"
    assert Config(file).get_api(None) == "https://mine/api"
    assert Config("~/.comoditrc").path == file


def test_what_old_scripts_ask_of_a_config(file):
    config = Config()
    assert config.default_profile_name == "mine"
    assert config.default_profile["username"] == "me"
    assert (config.get_username(None), config.get_password("mine"), config.get_token("keyed")) == (
        "me",
        "50%-hush",
        "hush-token",
    )
    assert config.get_vnc_viewer_call("keyed") == "vinagre %h:%p"  # no credential: the default profile's will do
    assert config.get_username("keyed") is None
    assert "hush" not in repr(config)
    with pytest.raises(ConfigException, match="Cannot read 'other' of profile 'keyed': it is not set") as raised:
        config.get_value("keyed", "other")
    assert raised.value.msg == str(raised.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("hush = 1\n", "Cannot parse the config file .*MissingSectionHeaderError in line 1"),
        ("[client]\ndefault_profile = a\n[a]\nhush\n", "Cannot parse the config file .*ParsingError in line 4"),
        ("[a]\napi = b\n[a]\n", "Cannot parse the config file .*DuplicateSectionError in line 3"),
        ("[a]\napi = hush\n", r"it has no section \[client\]"),
        ("[client]\n[a]\n", r"section \[client\] has no default_profile"),
        ("[client]\ndefault_profile = a\n", "it has no section for default profile 'a'"),
        ("[client]\ndefault_profile = a\n[a]\ntoken = hush\n", "Cannot use profile 'a' in .*: it has no 'api'"),
        (
            "[client]\ndefault_profile = a\n[a]\napi = b\npassword = hush\n",
            "Cannot use profile 'a' in .*: its credentials are incomplete",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place_and_without_secrets(file, content, said):
    file.write_text(content)
    with pytest.raises(ConfigException, match=said) as raised:
        Config()
    assert str(file) in str(raised.value)
    assert "hush" not in str(raised.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    with pytest.raises(ConfigException, match=r"Cannot read the config file .*nowhere"):
        Config(tmp_path / "nowhere")
    (tmp_path / "bytes").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigException, match=r"Cannot read the config file .*bytes"):
        Config(tmp_path / "bytes")


@pytest.mark.parametrize(("member", "default"), [("token", "hush-token"), ("username", "me"), ("password", "pw")])
def test_a_profile_does_not_inherit_the_credentials_of_the_default_profile(file, member, default):
    file.write_text(
        "[client]\ndefault_profile = all\n[all]\napi = https://all/api\nusername = me\npassword = pw\n"
        "token = hush-token\n[keyed]\napi = https://keyed/api\ntoken = mine\n"
        "[named]\napi = https://named/api\nusername = you\npassword = yours\n"
    )
    lacking = "named" if member == "token" else "keyed"
    assert Config().get_value("all", member) == default
    assert Config().get_value(lacking, member, optional=True) is None
    assert client_options(lacking, {}).get(member) is None
    with pytest.raises(ConfigException, match=f"Cannot read '{member}' of profile '{lacking}': it is not set"):
        Config().get_value(lacking, member)
