"""Documents that the user writes in an editor."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from comodit_client.cli.exits import DONE, USAGE, Failure, status_of
from comodit_client.cli.inputs.drafts import Draft
from comodit_client.cli.inputs.masks import check_masks
from comodit_client.cli.inputs.parsing import DocumentError, parse
from comodit_client.cli.inputs.terminal import is_interactive

if TYPE_CHECKING:
    from comodit_client.cli.app import App
    from comodit_client.cli.call import Call

#: The start of the lines that say why the editor was opened again. JSON has no comments: they are removed.
MARK = "#> "
ADVICE = "Correct it and save, or close the editor without saving to give up."
UNCHANGED = "Nothing was changed."
NAME = "the document"
#: Errors of the server that no other document avoids.
NOT_OF_DOCUMENT = (401, 403, 407, 429)


def edited(
    app: App,
    call: Call,
    initial: str | dict[str, Any] | list[Any],
    send: Callable[[Any], Any] | None = None,
    expects: type | None = dict,
    accept_unchanged: bool = False,
) -> Any:
    """Let the user write a document. An invalid one, or one that the server rejects, is opened again.

    Args:
        app: The client and the output. It keeps what was typed in a file if the command fails.
        call: The command.
        initial: What to begin with: a YAML text, or a JSON value.
        send: Sends the document. Default: the document itself is the result.
        expects: The type of the document: dict, list, or None for any.
        accept_unchanged: True if the document to begin with is a good one.

    Returns:
        What `send` returns.

    Raises:
        Failure: Standard input is not a terminal, the editor failed, or the user gave up.
        click.exceptions.Exit: Nothing was changed.
    """
    check_terminal("--file, --json or --set")
    as_json = call.style == "json"
    text = initial if isinstance(initial, str) else _written(initial, as_json)
    suffix = ".json" if as_json and not isinstance(initial, str) else ".yaml"
    return _Editing(app, text, suffix, expects, accept_unchanged).run(send or (lambda document: document))


def edited_content(app: App, content: bytes, suffix: str) -> bytes:
    """Let the user edit a text that is not a document.

    Args:
        app: The client and the output. It keeps what was typed in a file if the command fails.
        content: The text.
        suffix: The suffix of its file.

    Returns:
        The new text.

    Raises:
        Failure: The editor failed.
        click.exceptions.Exit: Nothing was changed.
    """
    app.draft = Draft(content, suffix)
    found = app.draft.edit()
    if found == content:
        unchanged(app)
    return found


def check_terminal(instead: str) -> None:
    """Check that an editor can be opened.

    Args:
        instead: What to use instead, for the message.

    Raises:
        Failure: Standard input is not a terminal.
    """
    if not is_interactive():
        raise Failure(f"Cannot open an editor: standard input is not a terminal. Use {instead}.", USAGE)


def unchanged(app: App) -> None:
    """End the command, because there is nothing to change.

    Args:
        app: The client and the output.

    Raises:
        click.exceptions.Exit: Always.
    """
    app.note(UNCHANGED)
    raise click.exceptions.Exit(DONE)


class _Editing:
    """Opens the editor until the document is accepted.

    Args:
        app: The client and the output.
        text: The text to begin with.
        suffix: The suffix of the file.
        expects: The type of the document.
        accept_unchanged: True if the text to begin with is a good document.
    """

    def __init__(self, app: App, text: str, suffix: str, expects: type | None, accept_unchanged: bool) -> None:
        self.app = app
        self.suffix = suffix
        self.expects = expects
        self.text = text
        self.draft = app.draft = Draft(text.encode(), suffix)
        self.error: Exception | None = None
        self.accept_unchanged = accept_unchanged

    def run(self, send: Callable[[Any], Any]) -> Any:
        while True:
            document = self._next()
            if self.error is None:
                try:
                    return send(document)
                except Exception as error:
                    if not _is_of_document(error):
                        raise
                    self.error = error
            self._explain()

    def _next(self) -> Any:
        """Open the editor; return the document, or set the error."""
        text = without_marks(_decoded(self.draft.edit()))
        is_fine = self.accept_unchanged and self.error is None
        if (text == self.text and not is_fine) or not _has_content(text):
            self._give_up()
        self.text, self.error = text, None
        try:
            document = parse(text, NAME, self.suffix, self.expects)
            check_masks(document, NAME)
            return document
        except DocumentError as error:
            self.error = error

    def _give_up(self) -> None:
        if self.error is None:
            unchanged(self.app)
        else:
            raise Failure(f"{self.error} {UNCHANGED}", status_of(self.error))

    def _explain(self) -> None:
        """Write the error on top of the document."""
        if isinstance(self.error, DocumentError):
            self.error = self.error.moved(len(_comments(self.error)))
        self.draft.path.write_bytes(("".join(_comments(self.error)) + self.text).encode())


def without_marks(text: str) -> str:
    """Remove the lines that said why the editor was opened again.

    Args:
        text: The text.
    """
    lines = text.splitlines(keepends=True)
    while lines and lines[0].startswith(MARK.rstrip()):
        del lines[0]
    return "".join(lines)


def _written(value: Any, as_json: bool) -> str:
    if as_json:
        return json.dumps(value, indent=4, ensure_ascii=False) + "\n"
    from comodit_client.disk.yaml_format import to_yaml

    return to_yaml(value)


def _comments(error: object) -> list[str]:
    return [f"{MARK}{line}\n" for line in [*str(error).splitlines(), ADVICE]]


def _has_content(text: str) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines())


def _is_of_document(error: Exception) -> bool:
    """Return whether another document may avoid an error."""
    code = getattr(error, "code", None)
    return isinstance(error, DocumentError) or (
        isinstance(code, int) and 400 <= code < 500 and code not in NOT_OF_DOCUMENT
    )


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Failure(f"Cannot read the document: line {line} is not UTF-8. Set the editor to UTF-8.", USAGE) from None
