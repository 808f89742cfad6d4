"""What a script writes to the files that it opens: text and bytes are different types in Python 3."""

from __future__ import annotations

import ast

from comodit_client.upgrade.values import Values

#: The place of the mode among the arguments of `open`.
MODE = 1


def written(tree: ast.Module, values: Values) -> dict[ast.expr, bool]:
    """Find what is written to files whose mode is known.

    Args:
        tree: The syntax tree of the script.
        values: The values of the script: those of a name are everything that is bound to it.

    Returns:
        For each argument of a `write`, whether the file is binary.
    """
    found: dict[ast.expr, bool] = {}
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr="write", value=file), args=[content], keywords=[]):
                files = values.sources(file) if isinstance(file, ast.Name) else [file]
                modes = {_is_binary(each, values) for each in files}
                mode = modes.pop() if len(modes) == 1 else None
                if mode is not None:
                    found[content] = mode
    return found


def _is_binary(file: ast.expr, values: Values) -> bool | None:
    """Return whether an expression opens a binary file; None if it is not a call of `open` with a known mode."""
    match file:
        case ast.Call(func=ast.Name(id="open") as function) if not values.is_bound(function):
            given = [keyword.value for keyword in file.keywords if keyword.arg == "mode"]
            mode = (file.args[MODE:] or given or [ast.Constant("r")])[0]
            return "b" in mode.value if isinstance(mode, ast.Constant) and isinstance(mode.value, str) else None
    return None
