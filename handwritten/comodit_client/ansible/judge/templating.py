"""Templates and variables as Ansible 2.19 evaluates them, with Jinja2."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from comodit_client._extras import extra
from comodit_client.ansible.judge.failure import Failure
from comodit_client.ansible.judge.filters import FILTERS
from comodit_client.ansible.yaml_text import Unsafe

with extra("ansible"):
    from jinja2 import StrictUndefined, Template, TemplateError, Undefined, UndefinedError, pass_context
    from jinja2.nativetypes import NativeEnvironment
    from jinja2.runtime import Context
    from jinja2.utils import missing

#: The name in a context under which its variables are found. No variable has it.
_VARIABLES = "\0variables"
_HEADER = "#jinja2:"
_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
#: What makes a text a template.
_MARKS = ("{{", "{%", "{#")


class _Undefined(StrictUndefined):
    """Members of an undefined value are undefined, too."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, key: Any) -> Any:
        return self


class _Context(Context):
    """Evaluates variables when a template uses them."""

    def resolve_or_missing(self, key: str) -> Any:
        if key not in self.vars and _VARIABLES in self.parent:
            found = self.parent[_VARIABLES].find(key)
            if found is not missing:
                return found
        return super().resolve_or_missing(key)


@pass_context
def _as_is(_context: Context, value: Any) -> Any:
    """Keep constants from being written while the template is compiled, which would make texts of them."""
    return value


def _undef(hint: str | None = None) -> Undefined:
    return _Undefined(hint)


def _environment() -> NativeEnvironment:
    made = NativeEnvironment(undefined=_Undefined, trim_blocks=True, finalize=_as_is, autoescape=False)
    made.context_class = _Context
    made.filters.update(FILTERS)
    made.globals["undef"] = _undef
    return made


_ENVIRONMENT = _environment()


class Variables:
    """Variables, which are evaluated when they are used, and then kept.

    Args:
        written: The variables as they are written.
        fixed: Variables that are not templates, such as those that Ansible sets. They override the others.
    """

    def __init__(self, written: Mapping[str, Any], fixed: Mapping[str, Any]) -> None:
        self._written = written
        self._found = dict(fixed)
        self._open: set[str] = set()

    def find(self, name: str) -> Any:
        """Return the value of a variable.

        Args:
            name: The variable.

        Returns:
            The value, an undefined value, or Jinja's `missing`.

        Raises:
            Failure: The value refers to itself, or is not a valid template.
        """
        if name not in self._found:
            if name not in self._written:
                return missing
            if name in self._open:
                raise Failure(f"the value of {name} refers to itself")
            self._open.add(name)
            try:
                self._found[name] = self.evaluate(self._written[name])
            finally:
                self._open.discard(name)
        return self._found[name]

    def evaluate(self, value: Any) -> Any:
        """Evaluate the templates in a value.

        Args:
            value: A value from a YAML file.

        Returns:
            The value. What cannot be evaluated is an undefined value.

        Raises:
            Failure: A text is not a valid template.
        """
        if isinstance(value, str):
            is_template = not isinstance(value, Unsafe) and any(mark in value for mark in _MARKS)
            return _rendered(_compiled(_escaped(value)), self) if is_template else value
        if isinstance(value, list):
            return [self.evaluate(item) for item in value]
        if isinstance(value, Mapping):
            return {name: self.evaluate(item) for name, item in value.items()}
        return value

    def render(self, text: str, arguments: Mapping[str, Any]) -> str:
        """Render a file as the module `template` does.

        Args:
            text: The template.
            arguments: The arguments of the module.

        Returns:
            The content.

        Raises:
            Failure: It is not a valid template, or uses an undefined value.
        """
        options = {name: arguments[name] for name in _OPTIONS if name in arguments}
        result = _rendered(_compiled(text, tuple(sorted(options.items()))), self)
        if isinstance(result, Undefined):
            raise _failure(result)
        if not isinstance(result, str):
            # A single value that is not a text loses the newlines that follow it.
            found = "" if result is None else str(result)
        else:
            # Jinja drops a newline at the end. Ansible restores it, unless the last value ends with one.
            found = result + "\n" * max(0, _newlines(text) - _newlines(result))
        return found


#: What an expression raises if a value has another type than it needs.
_FAILURES = (ArithmeticError, AttributeError, LookupError, RecursionError, TemplateError, TypeError, ValueError)
#: The arguments of the module `template` that Jinja knows.
_OPTIONS = (
    "block_start_string",
    "block_end_string",
    "variable_start_string",
    "variable_end_string",
    "comment_start_string",
    "comment_end_string",
    "trim_blocks",
    "lstrip_blocks",
    "newline_sequence",
)


@lru_cache(maxsize=4096)
def _compiled(text: str, options: tuple[tuple[str, Any], ...] = ()) -> Template:
    found = dict(options)
    if text.startswith(_HEADER):
        header, _, text = text[len(_HEADER) :].partition("\n")
        for part in header.split(","):
            name, _, value = part.partition(":")
            found[name.strip()] = ast.literal_eval(value.strip())
    environment = _ENVIRONMENT.overlay(**found) if found else _ENVIRONMENT
    try:
        return environment.from_string(text)
    except TemplateError as error:
        raise Failure(f"the template is not valid: {error}") from None


def _rendered(template: Template, variables: Variables) -> Any:
    """Return the only value in a template as it is, or a text of all values."""
    context = template.new_context({_VARIABLES: variables})
    try:
        nodes = [node for node in template.root_render_func(context) if node is not None]
        if len(nodes) <= 1:
            return nodes[0] if nodes else None
        return _joined(nodes)
    except UndefinedError as error:
        return _Undefined(str(error))
    except _FAILURES as error:
        # The text of an error may contain a value.
        raise Failure(f"an expression fails with {type(error).__name__}") from None


def _joined(nodes: Iterable[Any]) -> Any:
    texts = []
    for node in nodes:
        if isinstance(node, Undefined):
            return node
        texts.append(str(node))
    return "".join(texts)


def _failure(value: Undefined) -> Failure:
    try:
        str(value)
    except UndefinedError as error:
        return Failure(str(error))
    return Failure("a value is undefined")


def _escaped(text: str) -> str:
    """Return a value of a variable in whose expressions backslashes are no escapes."""
    return _EXPRESSION.sub(lambda found: found[0].replace("\\", "\\\\"), text) if "\\" in text else text


def _newlines(text: str) -> int:
    return len(text) - len(text.rstrip("\n"))
