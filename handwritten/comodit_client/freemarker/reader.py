"""Reading of the tokens of an expression, or of the arguments of a directive."""

from __future__ import annotations

from comodit_client.freemarker.errors import TemplateError
from comodit_client.freemarker.tokens import tokenize


class Reader:
    """The tokens of an expression, with the place of the next one.

    Args:
        source: The text of the expression.

    Attributes:
        source: The text of the expression.

    Raises:
        TemplateError: The text contains something that is not a token.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self._tokens = tokenize(source)
        self._next = 0

    @property
    def size(self) -> int:
        """The number of tokens; a text in quotes counts more, since it may contain expressions."""
        return len(self._tokens) + sum(len(token.word) // 4 for token in self._tokens if token.kind == "text")

    @property
    def place(self) -> int:
        """The place in the text after the last token that was read."""
        return self._tokens[self._next - 1].end if self._next else 0

    def kind(self, ahead: int = 0) -> str | None:
        """Return the kind of a token, or None at the end."""
        place = self._next + ahead
        return self._tokens[place].kind if place < len(self._tokens) else None

    def word(self, ahead: int = 0) -> str:
        """Return a token, or an empty text at the end."""
        place = self._next + ahead
        return self._tokens[place].word if place < len(self._tokens) else ""

    def advance(self) -> str:
        """Return the next token and pass it."""
        self._next += 1
        return self._tokens[self._next - 1].word

    def peek(self, *words: str) -> bool:
        """Return whether one of some signs or keywords is next."""
        return self.kind() in ("sign", "name") and self.word() in words

    def take(self, *words: str) -> str:
        """Pass one of some signs or keywords and return it, or an empty text if none of them is next."""
        return self.advance() if self.peek(*words) else ""

    def expect(self, *words: str) -> str:
        """Pass one of some signs or keywords and return it.

        Raises:
            TemplateError: None of them is next.
        """
        if not self.peek(*words):
            raise self.error()
        return self.advance()

    def expect_name(self) -> str:
        """Pass a name and return it.

        Raises:
            TemplateError: No name is next.
        """
        if self.kind() != "name":
            raise self.error()
        return self.advance()

    def expect_end(self) -> None:
        """Check that all tokens were read.

        Raises:
            TemplateError: There are more.
        """
        if self.kind():
            raise self.error()

    def error(self) -> TemplateError:
        """Return the error that the next token is invalid."""
        where = f"at '{self.word()}'" if self.kind() else "at its end"
        return TemplateError(f"the expression '{self.source}' is invalid {where}")
