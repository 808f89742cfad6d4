"""The variables of a template in Jinja2: those of Ansible, and those of loops."""

from __future__ import annotations

from types import NoneType

from attrs import define, field, frozen

from comodit_client.ansible.template_code import Code, Level
from comodit_client.ansible.template_names import Names

#: Names that Jinja2 or Ansible read otherwise in an expression.
_RESERVED = frozenset(
    (
        *("and", "else", "false", "False", "if", "in", "is", "none", "None", "not", "or", "recursive", "true", "True"),
        *("caller", "cycler", "dict", "joiner", "kwargs", "lipsum", "loop", "namespace", "range", "self", "super"),
        *("lookup", "now", "omit", "q", "query", "undef", "varargs", "vars"),
    )
)


@define
class LoopNames:
    """The variables of a loop.

    Attributes:
        depth: The number of loops around it, and itself.
        item: The loop variable.
        index: The Jinja2 variable of the index in the loops inside.
        has_next: That of the test for a next element.
        needed: Those of the two that loops inside use.
    """

    depth: int
    item: Code
    index: str
    has_next: str
    needed: set[str] = field(factory=set)


@frozen
class Scope:
    """The variables at some place of a template.

    Attributes:
        names: The variables of Ansible.
        taken: The Jinja2 variables that no loop may hide.
        used: The keys that the template uses.
        variables: The Ansible variables that it uses.
        depth: The number of loops around the place.
        own: The variables of these loops: the loop, and which of its variables it is.
    """

    names: Names
    taken: frozenset[str] = frozenset()
    used: set[str] = field(factory=set)
    variables: set[str] = field(factory=set)
    depth: int = 0
    own: dict[str, tuple[LoopNames, str]] = field(factory=dict)

    def find(self, key: str, use: str = "") -> Code | None:
        """Return the variable of a key or a loop, or None if there is none.

        Args:
            key: The name of the variable.
            use: What is used of it, if that is a member.
        """
        if key in self.own:
            return self._own(*self.own[key])
        return self.variable(key, use) if self.names.is_key(key) else None

    def is_known(self, key: str) -> bool:
        """Return whether a variable or a loop has a name."""
        return key in self.own or self.names.is_key(key)

    def variable(self, key: str, use: str = "") -> Code:
        """Return the Ansible variable of a key.

        Args:
            key: The key.
            use: What is used of it, if that is a member.
        """
        self.used.add(use or key)
        variable = self.names.variable(key)
        self.variables.add(variable)
        return self.known(Code(variable, undefined=True), key)

    def known(self, code: Code, path: str) -> Code:
        """Return an expression with what is known about the value of a path."""
        kinds = self.names.kinds(path) if path else frozenset()
        is_defined = bool(path) and self.names.is_defined(path)
        return Code(
            code.text,
            code.level,
            kinds - {NoneType} if is_defined else kinds,
            undefined=code.undefined and not is_defined,
            null=not is_defined and (not kinds or NoneType in kinds),
            path=path,
        )

    def enter(self, variable: str, items: Code) -> tuple[Scope, LoopNames]:
        """Return the scope of a loop's body, and the variables of the loop.

        Args:
            variable: The name of the loop variable.
            items: The list.
        """
        path = f"{items.path}[]" if items.path else ""
        ascii_name = variable if variable.isascii() else "item"
        item = self._free(ascii_name)
        loop = LoopNames(
            depth=self.depth + 1,
            item=self.known(Code(item), path),
            index=self._free(f"{ascii_name}_index"),
            has_next=self._free(f"{ascii_name}_has_next"),
        )
        own = {variable: (loop, "item"), f"{variable}_index": (loop, "index"), f"{variable}_has_next": (loop, "next")}
        scope = Scope(self.names, self.taken, self.used, self.variables, self.depth + 1, {**self.own, **own})
        return scope, loop

    def _own(self, loop: LoopNames, which: str) -> Code:
        if which == "item":
            return loop.item
        is_inside = self.depth != loop.depth
        if is_inside:
            loop.needed.add(which)
        if which == "index":
            return Code(loop.index if is_inside else "loop.index0", kinds=frozenset({int}))
        if is_inside:
            return Code(loop.has_next, kinds=frozenset({bool}))
        return Code("not loop.last", Level.NOT, frozenset({bool}))

    def _free(self, name: str) -> str:
        loops = [loop for loop, _ in self.own.values()]
        hidden = self.taken.union(*({loop.item.text, loop.index, loop.has_next} for loop in loops))
        while name in hidden or name in _RESERVED:
            name += "_"
        return name
