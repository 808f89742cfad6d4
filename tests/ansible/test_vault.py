"""The names of secrets in vaults."""

from __future__ import annotations

from pathlib import Path

import pytest

from comodit_client.ansible.sources import Source
from comodit_client.ansible.vault import Vault

SOURCE = Source({"value": "x"}, "applications/Shop")


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "password")


def test_a_variable_has_one_name_in_all_folders(vault: Vault) -> None:
    for scope in ("group_vars/all", "host_vars/web"):
        assert vault.keep(scope, "token", scope, SOURCE, "value") == "{{ vault_token }}"
    assert vault.secrets == {
        "group_vars/all": {"vault_token": "group_vars/all"},
        "host_vars/web": {"vault_token": "host_vars/web"},
    }


@pytest.mark.parametrize("scope", ["group_vars/all", "host_vars/web"])
def test_secrets_of_different_variables_do_not_replace_each_other(vault: Vault, scope: str) -> None:
    of_role = vault.keep("group_vars/all", "token", "default", SOURCE, "value", "shop_token")
    of_setting = vault.keep(scope, "shop_token", "setting", SOURCE, "value")
    assert (of_role, of_setting) == ("{{ vault_shop_token }}", "{{ vault_shop_token_2 }}")
    assert vault.secrets["group_vars/all"]["vault_shop_token"] == "default"
    assert vault.secrets[scope]["vault_shop_token_2"] == "setting"
