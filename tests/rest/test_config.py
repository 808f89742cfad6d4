"""What is configured: arguments before the environment, that before a profile, and mistakes told with their place."""

from __future__ import annotations

import pytest

from comodit_client.config import Config, ConfigException, client_options
from comodit_client.rest.exceptions import InvalidArgument, InvalidEndpoint, MissingCredentials

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
    for profile in ("other", "client", 5, ["mine"]):
        with pytest.raises(ConfigException, match="Cannot find profile "):
            colour.module("client").Client.from_config(profile)


def test_nothing_configured_is_told(colour):
    with pytest.raises(ConfigException, match=r"Cannot read a profile: none of the config files exists .*comoditrc"):
        colour.module("client").Client.from_config()
    with pytest.raises(ConfigException, match="none of the config files exists"):
        colour.module("client").Client.from_config(endpoint="https://h/api")


@pytest.mark.parametrize(
    ("variables", "given", "missing"),
    [
        ((), {}, "COMODIT_API and COMODIT_USERNAME and COMODIT_PASSWORD"),
        (("API",), {}, "COMODIT_USERNAME and COMODIT_PASSWORD"),
        (("API", "PASSWORD"), {}, "COMODIT_USERNAME"),
        (("USERNAME",), {}, "COMODIT_API and COMODIT_PASSWORD"),
        (("USERNAME", "PASSWORD"), {}, "COMODIT_API"),
        (("TOKEN",), {}, "COMODIT_API"),
        ((), {"endpoint": "https://h/api", "password": "hush"}, "COMODIT_USERNAME"),
    ],
)
def test_a_variable_that_is_missing_is_named(monkeypatch, variables, given, missing):
    for name in variables:
        monkeypatch.setenv(f"COMODIT_{name}", "hush")
    with pytest.raises(ConfigException, match=rf"Create one, or set {missing}\.$") as raised:
        client_options(None, given)
    assert "hush" not in str(raised.value)


def test_an_empty_password_of_a_profile_is_missing(file):
    file.write_text(FILE.replace("50%-hush", ""))
    with pytest.raises(MissingCredentials, match=r"profile 'mine' in .* names a user without a password"):
        client_options(None, {})


def test_the_first_file_counts(file, tmp_path, monkeypatch):
    other = tmp_path / "other.conf"
    other.write_text(FILE.replace("mine/api", "other/api"))
    monkeypatch.setattr("comodit_client.config.files.FILES", ("~/.comoditrc", str(other)))
    assert Config().get_api(None) == "https://mine/api"
    assert Config(other).get_api(None) == "https://other/api"
    assert Config("~/.comoditrc").path == file
    file.unlink()
    assert Config().get_api(None) == "https://other/api"


@pytest.mark.parametrize("home", ["home", ".", "", "~"])
def test_nothing_is_read_from_the_working_directory(tmp_path, monkeypatch, home):
    for folder in (".", "home", "conf", "~", "~/conf"):
        (tmp_path / folder).mkdir(exist_ok=True)
        for name in (".comoditrc", "comodit-client.conf"):
            (tmp_path / folder / name).write_text(FILE)
    monkeypatch.setenv("HOME", home)
    assert Config().path is None


def nobody(number):
    raise KeyError(number)


def test_a_user_without_a_home_folder_has_no_file_there(monkeypatch, colour, tmp_path):
    monkeypatch.delenv("HOME")
    monkeypatch.setattr("pwd.getpwuid", nobody)
    (tmp_path / "~").mkdir()
    (tmp_path / "~" / ".comoditrc").write_text(FILE)
    assert Config().path is None
    kind = colour.module("client").Client
    with pytest.raises(ConfigException, match="none of the config files exists"):
        kind.from_config(endpoint="https://h/api")
    given = {"endpoint": "https://h/api", "username": "u", "password": "p"}
    assert kind.from_config(**given).endpoint == "https://h/api"
    with pytest.raises(ConfigException, match="Cannot find the config file ~/x"):
        Config("~/x")


def test_a_home_folder_that_must_not_be_entered_has_no_file(monkeypatch, file):
    def refuse(self):
        raise PermissionError(13, "no")

    monkeypatch.setattr("pathlib.Path.is_file", refuse)
    assert Config().path is None


@pytest.mark.parametrize("path", ["", " ", 5, b"file", "a\x00b", True, ["file"]])
def test_the_path_of_a_file_is_checked(path):
    with pytest.raises(ConfigException, match="Cannot read the config file: "):
        Config(path)


def test_a_byte_order_mark_is_accepted(file):
    file.write_bytes(b"\xef\xbb\xbf" + FILE.lstrip().encode())
    assert Config().get_username(None) == "me"


#: Variables that are wrong, and what the message says beside the variable.
WRONG = [
    ({"API": "env/api"}, InvalidEndpoint, "neither http nor https"),
    ({"API": "https://env/api "}, InvalidEndpoint, "a blank"),
    ({"API": "https://joe:hush@env:x/"}, InvalidEndpoint, "malformed"),
    ({"USERNAME": "hush:me", "PASSWORD": "p"}, MissingCredentials, "a colon"),
    ({"USERNAME": "me\n", "PASSWORD": "p"}, MissingCredentials, "a line break"),
    ({"PASSWORD": "hush\n"}, MissingCredentials, "a line break"),
    ({"TOKEN": "hush\x01"}, MissingCredentials, "printable ASCII"),
    ({"TOKEN": " "}, MissingCredentials, "printable ASCII"),
    ({"USERNAME": "you"}, MissingCredentials, "without a password"),
    ({"USERNAME": "you", "API": "https://env/api"}, MissingCredentials, "or set COMODIT_PASSWORD"),
    ({"PROFILE": "nowhere"}, ConfigException, "Cannot find profile 'nowhere'"),
]


@pytest.mark.parametrize(("variables", "kind", "said"), WRONG)
def test_a_variable_that_is_wrong_is_named(file, monkeypatch, variables, kind, said):
    for name, value in variables.items():
        monkeypatch.setenv(f"COMODIT_{name}", value)
    with pytest.raises(kind, match=f"COMODIT_{next(iter(variables))}") as raised:
        client_options(None, {})
    assert said in str(raised.value)
    assert "hush" not in str(raised.value)


@pytest.mark.parametrize(
    ("line", "other", "kind"),
    [
        ("api = https://mine/api", "api = mine/api", InvalidEndpoint),
        ("username = me", "username = m:e", MissingCredentials),
        ("username = me", "token = \u00e9", MissingCredentials),
        ("password = 50%-hush", "password = \x1bhush", MissingCredentials),
    ],
)
def test_a_profile_that_is_wrong_is_named_with_its_file(file, line, other, kind):
    file.write_text(FILE.replace(line, other))
    with pytest.raises(kind, match=f"The value is from profile 'mine' in {file}") as raised:
        client_options(None, {})
    assert "hush" not in str(raised.value)


def test_an_argument_that_is_wrong_is_not_laid_to_a_variable(monkeypatch, file, colour):
    monkeypatch.setenv("COMODIT_API", "https://env/api")
    with pytest.raises(InvalidEndpoint) as raised:
        colour.module("client").Client.from_config(endpoint="given")
    assert "COMODIT" not in str(raised.value)


@pytest.mark.parametrize("options", [{"timeout": "5"}, {"timeout": -1}, {"retries": 3}, {"keep_login": ""}])
def test_other_options_are_checked_too(file, colour, options):
    with pytest.raises(InvalidArgument, match=f"Cannot use {next(iter(options))}"):
        colour.module("client").Client.from_config(**options)


def test_an_empty_token_in_a_profile_is_none(file):
    file.write_text(FILE.replace("username = me", "username = me\ntoken ="))
    assert client_options(None, {})["username"] == "me"


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
        ("[client]\ndefault_profile = a\n[a]\napi =\ntoken = hush\n", "Cannot use profile 'a' in .*: it has no 'api'"),
        (
            "[client]\ndefault_profile = a\n[a]\napi = b\nusername =\npassword = hush\ntoken =\n",
            "Cannot use profile 'a' in .*: its credentials are incomplete",
        ),
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
    assert raised.value.__context__ is None  # the parser's exception quotes the line


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
