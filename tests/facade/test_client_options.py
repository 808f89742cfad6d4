"""`ClientOptions` has the arguments of `Client`, and `from_config` takes no others."""

from __future__ import annotations

import inspect

import pytest

from comodit_client.rest.exceptions import WrongType

GIVEN = {"endpoint": "https://h/api", "username": "U", "password": "hush"}


def test_the_options_are_the_arguments_of_a_client(colour):
    options = colour.module("_client.options").ClientOptions
    taken = inspect.signature(colour.module("client").Client).parameters
    assert {name: kind.__forward_arg__ for name, kind in options.__annotations__.items()} == {
        name: parameter.annotation for name, parameter in taken.items()
    }
    assert options.__required_keys__ == frozenset()


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("timout", "timeout"),
        ("user", "username"),
        ("pasword", "password"),
        ("profil", "profile"),
        ("api_token", "token"),
        ("max_responsesize", "max_response_size"),
    ],
)
def test_a_misspelt_option_is_a_type_error_with_a_suggestion(colour, name, meant):
    with pytest.raises(WrongType, match=f"Client has no argument '{name}'. Did you mean '{meant}'") as raised:
        colour.module("client").Client.from_config(**GIVEN, **{name: 3})
    assert isinstance(raised.value, TypeError)
    assert "hush" not in str(raised.value)


def test_an_unknown_option_gets_the_list_of_all(colour):
    with pytest.raises(WrongType, match=r"no argument 'xyzzy'\. Its arguments are endpoint, username, .*user_agent"):
        colour.module("client").Client.from_config(**GIVEN, xyzzy=1)


def test_the_old_client_takes_fewer(colour):
    kind = colour.module("_client.http_client").HttpClient
    assert kind.from_config(**GIVEN, insecure_upload=False).endpoint == "https://h/api"
    with pytest.raises(WrongType, match="HttpClient has no argument 'timeout'"):
        kind.from_config(**GIVEN, timeout=3)


def test_a_subclass_may_take_more(colour):
    class Own(colour.module("client").Client):
        def __init__(self, *args, team="", **options):
            super().__init__(*args, **options)
            self.team = team

    class Strict(colour.module("client").Client):
        def __init__(self, endpoint, username, password, team):
            super().__init__(endpoint, username, password)
            self.team = team

    assert Own.from_config(**GIVEN, team="red", timeout=3).team == "red"
    assert Strict.from_config(**GIVEN, team="red").team == "red"
    with pytest.raises(WrongType, match=r"Strict has no argument 'teem'\. Did you mean 'team'"):
        Strict.from_config(**GIVEN, teem="red")
