"""The tables of exported names are made from the modules themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from generator.config import read_config
from generator.errors import SchemaError
from generator.exports import exports
from generator.paths import CONFIG

WIRE = {
    "hosts.py": "HostState: TypeAlias = Literal['A'] | str\n_Own: TypeAlias = int\nclass Host(View): ...\n",
    "packages.py": "class PackageDict(TypedDict, total=False): ...\nclass _X(TypedDict): ...\nSIZE: int = 3\n",
}
FACADE = {
    "aio/__init__.py": "class Hidden: ...\n",
    "aio/a.py": "__all__ = ['User', 'Package', 'helper']\n",
    "aio/b.py": "__all__ = ['Package']\nclass Package: ...\n",
    "aio/user.py": "class User: ...\nclass _Own: ...\ndef helper(): ...\n",
    "aio/_client/options.py": "class ClientOptions: ...\nclass Unlisted: ...\n",
    "rest/options.py": "class Polling: ...\nclass _Within: ...\n",
    "rest/exceptions.py": "__all__ = ['Failed']\nfrom x import Failed\nclass Base: ...\n",
}


def homes(folder: Path, api: str, wire: dict[str, str]) -> dict[str, str]:
    for path, text in FACADE.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    names: dict[str, dict[str, str]] = {}
    own = read_config(CONFIG)
    exec(exports(evolve(own.facade, folder=folder / "aio"), wire, own)[f"{api}.py"], names)
    assert [*names["__all__"]] == sorted(names["HOMES"])
    return names["HOMES"]


@pytest.mark.parametrize("api", ["aio", "api"])
def test_each_public_class_has_a_home(tmp_path, api) -> None:
    assert homes(tmp_path, api, WIRE) == {
        "ClientOptions": f"comodit_client.{api}._client.options",
        "Drift": "comodit_client.wire.drift",
        "DriftReport": "comodit_client.wire.drift",
        "Failed": f"comodit_client.{api}.exceptions",
        "HostState": "comodit_client.wire.hosts",
        "Package": f"comodit_client.{api}.b",
        "PackageDict": "comodit_client.wire.packages",
        "Polling": "comodit_client.rest.options",
        "User": f"comodit_client.{api}.user",
    }


def test_a_name_of_two_wire_modules_is_an_error(tmp_path) -> None:
    more = {"others.py": "HostState: TypeAlias = str\n"}
    with pytest.raises(SchemaError, match=r"wire/others.py: hosts has a HostState too"):
        homes(tmp_path, "aio", WIRE | more)
