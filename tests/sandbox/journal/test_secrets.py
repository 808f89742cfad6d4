"""Secrets are in the attributes of a recorded request, and nowhere that people read."""

from __future__ import annotations

import logging

import pytest

O = "/organizations/OOO"  # noqa: E741
HOSTS = f"{O}/environments/Default/hosts/"
SECRET = "hush-hush"

BODIES = [
    ("POST", "/users/", {"username": "joe", "password": SECRET}),
    ("POST", f"{O}/applications/Wordpress/gits/", {"name": "g", "endpoint": "e", "token": SECRET}),
    ("POST", f"{O}/webhooks/", {"name": "w", "headers": [{"name": "X", "value": SECRET, "secret": True}]}),
    ("POST", f"{O}/webhooks/", {"name": "w", "parameters": [{"name": "X", "value": SECRET}]}),
    ("POST", f"{O}/settings/", {"key": "db.Password", "value": SECRET}),
    ("POST", f"{O}/settings/", {"key": "API_TOKEN", "value": [SECRET]}),
    ("POST", f"{O}/settings/", {"key": "x", "value": SECRET, "schema": {"secret": True}}),
    ("POST", f"{O}/settings/", {"key": "x", "value": {"deep": [{"client_secret": SECRET}]}}),
    ("POST", f"{O}/settings/", {"key": "hidden", "value": SECRET}),
    ("PUT", f"{O}/settings/hidden", {"value": SECRET}),
    ("PUT", f"{O}/settings/?no_delete=true", {"newOrUpdatedSettings": [{"key": "hidden", "value": SECRET}]}),
    ("POST", HOSTS, {"name": "h", "settings": [{"key": "hidden", "value": SECRET}]}),
    ("POST", HOSTS, {"name": "", "settings": [{"key": "hidden", "value": SECRET}]}),
    ("POST", f"{O}/applications/", {"name": "a", "parameters": [
        {"key": "k", "name": "k", "value": SECRET, "schema": {"secret": True, "default": SECRET}}]}),
    ("POST", f"{O}/applications/", {"name": "a", "parameters": [
        {"key": "k.password", "name": "k", "value": SECRET, "schema": {"default": SECRET}}]}),
    ("POST", HOSTS, {"name": "h", "my_password": SECRET}),
]  # fmt: skip


@pytest.fixture
def hidden(api, sandbox):
    """Mark the key `hidden` as secret by a parameter of an application."""
    parameter = {"key": "hidden", "name": "hidden", "schema": {"type": "string", "secret": True}}
    api("POST", f"{O}/applications/", {"name": "Secretive", "parameters": [parameter]})
    sandbox.clear_requests()
    return sandbox


@pytest.mark.parametrize(("method", "path", "body"), BODIES)
def test_secrets_are_masked(api, hidden, caplog, method: str, path: str, body) -> None:
    caplog.set_level(logging.DEBUG, "comodit_client")
    api.client.request(method, path, json=body)
    # Later, the definition no longer says that the key is secret.
    api("DELETE", f"{O}/applications/Secretive")
    request = hidden.requests[0]
    assert request.body == body
    texts = [repr(request), str(request), str(request.document()), caplog.text]
    texts.append(api.client.get(f"{hidden.base_url}/sandbox/requests").text)
    for assertion in (hidden.assert_nothing_changed, hidden.assert_no_unexpected):
        try:
            assertion()
        except AssertionError as error:
            texts.append(str(error))
    for member in {*body} - {"my_password"}:
        with pytest.raises(AssertionError) as caught:
            hidden.assert_called(request.operation, times=5, **{member: body[member]})
        texts.append(str(caught.value))
    assert len(texts) > 6
    assert "********" in texts[0]
    assert [text for text in texts if SECRET in text] == []


def test_a_value_with_an_escaped_name_is_masked(api, hidden) -> None:
    content = b'{"key": "hidden", "val\\u0075e": "hush"}'
    api.client.post(f"{O}/settings/", content=content, headers={"Content-Type": "application/json"})
    assert hidden.requests[0].masked_body() == {"key": "hidden", "value": "********"}


def test_values_that_are_not_secret_are_shown(api, hidden) -> None:
    api("POST", f"{O}/settings/", {"key": "port", "value": 80, "schema": {"secret": False, "password": False}})
    api("POST", f"{O}/webhooks/", {"name": "w", "headers": [{"name": "X", "value": "plain", "secret": False}]})
    setting, webhook = hidden.requests
    assert setting.masked_body() == setting.body
    assert webhook.masked_body() == webhook.body


def test_an_expected_secret_is_masked_without_a_request(hidden) -> None:
    for operation, members in (
        ("users.create", {"password": SECRET}),
        ("organization_settings.create", {"key": "a.password", "value": SECRET}),
        ("organization_settings.update", {"setting": "a.password", "value": SECRET}),
        ("hosts.create", {"settings": [{"key": "token", "value": SECRET}]}),
    ):
        with pytest.raises(AssertionError) as caught:
            hidden.assert_called(operation, **members)
        assert "********" in str(caught.value)
        assert SECRET not in str(caught.value)


def test_a_secret_that_differs_is_not_compared_in_the_message(api, hidden) -> None:
    api("POST", f"{O}/settings/", {"key": "hidden", "value": SECRET})
    with pytest.raises(AssertionError) as caught:
        hidden.assert_called("organization_settings.create", value="another")
    assert str(caught.value) == (
        "organization_settings.create(value=********) was not called.\n"
        "Other calls of organization_settings.create:\n"
        "  POST organization_settings.create OOO/hidden: value is ********, expected another value"
    )


def test_secrets_of_a_query_are_masked(api, hidden) -> None:
    api("GET", HOSTS, password=SECRET)
    (request,) = hidden.requests
    assert request.query == {"password": SECRET}
    assert request.document()["query"] == {"password": "********"}
    assert SECRET not in repr(request)


def test_a_reset_forgets_the_secret_keys(api, hidden) -> None:
    api("POST", f"{O}/settings/", {"key": "hidden", "value": "first"})
    (before,) = hidden.requests
    hidden.reset()
    api("POST", f"{O}/settings/", {"key": "hidden", "value": "second"})
    assert before.masked_body()["value"] == "********"
    assert hidden.requests[0].masked_body()["value"] == "second"
