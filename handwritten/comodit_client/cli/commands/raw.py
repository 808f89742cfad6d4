"""Requests to any path of the API."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, cast, get_args
from urllib.parse import parse_qs, quote, unquote

import click

from comodit_client.cli.commands.where import has_document
from comodit_client.cli.exits import USAGE, Failure

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call
    from comodit_client.wire.request import Method, Request

#: What stays as it is in a path; a percent sign that does not encode anything is encoded before.
SAFE = "/%:@!$&'()*+,;=~"
STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


def request(app: App, call: Call) -> None:
    """Send a request and write the body of its response.

    Args:
        app: The client and the output.
        call: The command.

    Raises:
        Failure: The method is unknown, or the path is not below the API root.
    """
    made = _request(app, call)
    reads = made.method in ("GET", "HEAD")
    content = app.client.session.run_or_none(made) if reads else app.write(made)
    if reads or not app.is_dry_run:
        _show(app, call, content or b"")


def _request(app: App, call: Call) -> Request[bytes]:
    from comodit_client.wire.request import NO_BODY, Method, Request, identity

    method = call.argument("method").upper()
    if method not in get_args(Method):
        raise Failure(
            f"{call.argument('method')!r} is not an HTTP method. Use one of {', '.join(get_args(Method))}.", USAGE
        )
    path, query = _split(call)
    body: Any = NO_BODY
    if has_document(call):
        from comodit_client.cli.inputs.documents import read_document

        body = read_document(app, call, expects=None)
    return Request("api", cast("Method", method), path, "bytes", identity, query=query, body=body)


def _split(call: Call) -> tuple[str, dict[str, list[str]]]:
    """Return the encoded path and the query."""
    given = call.argument("address")
    if re.match("[A-Za-z][A-Za-z0-9+.-]*://", given):
        given = _below_root(given, call)
    path, _, query = given.partition("?")
    path = quote(STRAY_PERCENT.sub("%25", f"/{path.lstrip('/')}"), safe=SAFE)
    # They would be resolved before the request is sent, and could address another resource or leave the API.
    if not {".", ".."}.isdisjoint(re.split(r"[/\\]", unquote(path))):
        raise Failure(f"Cannot send the path {given!r}: it contains the segment '.' or '..'. Remove it.", USAGE)
    return path, parse_qs(query, keep_blank_values=True)


def _below_root(url: str, call: Call) -> str:
    from comodit_client.cli.accounts import endpoint_of

    root = endpoint_of(call)
    if not url.startswith(f"{root}/"):
        raise Failure(
            f"Cannot send {url!r}: it is not below {root}, whose credentials would be sent to another "
            "server. Give a path, such as organizations/NAME, or choose the server with --api or --profile.",
            USAGE,
        )
    return url.removeprefix(root)


def _show(app: App, call: Call, content: bytes) -> None:
    """Write a body unchanged if nothing else is wanted and it holds no secrets."""
    from comodit_client.cli.output.secrets import advice, masked

    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        click.echo(content, nl=False)
        return
    if call.option("output") or call.option("raw") or call.option("query"):
        app.show(value)
        return
    safe, has_secrets = masked(value, "")
    if call.option("show-secrets") or not has_secrets:
        click.echo(content.rstrip(b"\n"))
    else:
        click.echo(json.dumps(safe, indent=4, ensure_ascii=False))
        app.note(advice(call))
