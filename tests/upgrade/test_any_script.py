"""Scripts in any layout: the upgrade keeps all tokens but those that it means to change."""

from __future__ import annotations

import ast
import io
import tokenize

from hypothesis import given
from hypothesis import strategies as st

from tests.upgrade.test_cases import upgraded

HEAD = 'from comodit_client.api import Client\nhost = Client("", "", "").get_host("é", "E", "h")\n'
#: White space and comments between the parts of a call.
SPACE = st.sampled_from(["", " ", "\n", "  # (é, ')\n", "\n\n    "])
ARGUMENT = st.sampled_from(
    ["'READY'", "('READY')", "(('é'), 1)", "x='a)'", "time_out=5", "timeout=5", "f(1, 2)", "**{}", "[\n1]", "lambda: 0"]
)
METHOD = st.sampled_from(
    ["host.wait_for_state", "host.wait_for_pending_changes", "(host.wait_for_state)", "other.wait_for_state",
     "host.get_instance().wait_for_address"]
)  # fmt: skip


@st.composite
def calls(draw: st.DrawFn) -> str:
    """Return a call with any arguments, comments and brackets."""
    arguments = draw(st.lists(ARGUMENT, max_size=3, unique=True).map(lambda found: sorted(found, key=_is_named)))
    inside = ",".join(f"{draw(SPACE)}{argument}{draw(SPACE)}" for argument in arguments)
    comma = "," if arguments and draw(st.booleans()) else ""
    return f"é = [{draw(METHOD)}({inside}{comma}{draw(SPACE)})]; {draw(METHOD)}()\n"


def _is_named(argument: str) -> int:
    return 2 if argument.startswith("**") else int("=" in argument.partition("(")[0] and "lambda" not in argument)


def is_valid(text: str) -> bool:
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


def comments(text: str) -> list[str]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [token.string for token in tokens if token.type == tokenize.COMMENT]


@given(st.lists(calls().filter(is_valid), min_size=1, max_size=3).map("".join), st.sampled_from(["\n", "\r\n"]))
def test_only_arguments_change(body: str, end: str) -> None:
    before = (HEAD + body).replace("\n", end)
    after = upgraded(before, timeout=60).text
    assert comments(after) == comments(before)
    assert after.count(end) == before.count(end)
    assert upgraded(after, timeout=60).text == after
    assert ast.dump(without_timeouts(before)) == ast.dump(without_timeouts(after))
    assert is_complete(ast.parse(after))


class Timeouts(ast.NodeTransformer):
    """Removes timeouts from calls, whichever name they have."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        node.keywords = [each for each in node.keywords if each.arg not in ("timeout", "time_out")]
        return node


def without_timeouts(text: str) -> ast.AST:
    return Timeouts().visit(ast.parse(text))  # type: ignore[no-any-return]


def is_complete(tree: ast.Module) -> bool:
    """Return whether all waits of the host have a timeout, unless a star may stand for one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and "wait_for" in (name := ast.unparse(node.func)) and name.startswith("host"):
            names = {each.arg for each in node.keywords}
            most = 0 if name.endswith(("changes", "address")) else 1
            if not names & {"timeout", None} and len(node.args) <= most:
                return False
    return True
