"""Flavors: their parameters tell what a distribution needs."""

from __future__ import annotations

import pytest

from comodit_client.rest.exceptions import UnsupportedOperation


def test_the_parameters_of_a_flavor_have_no_url_of_their_own(client, colour, server, run):
    server.on("GET", "/flavors/CentOS", {"name": "CentOS", "parameters": [{"name": "Kernel", "key": "kernel"}, "odd"]})
    flavor = run(client.get_flavor("CentOS"))
    parameter, odd = flavor.parameters_f
    assert type(parameter) is colour.module("parameters").Parameter
    assert (parameter.name, parameter.key, parameter.value, odd) == ("Kernel", "kernel", None, "odd")
    with pytest.raises(UnsupportedOperation, match="part of another response"):
        run(parameter.update())


def test_a_flavor_without_parameters_has_none(client, server, run):
    server.on("GET", "/flavors/CentOS", {"name": "CentOS"})
    assert run(client.get_flavor("CentOS")).parameters_f == []
