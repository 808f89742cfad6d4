"""A live table gives the terminal back, however the wait ends."""

from __future__ import annotations

import gc
import io
import subprocess
import sys
import textwrap

import pytest

from comodit_client.progress import live
from comodit_client.progress.display import Display
from tests.progress.conftest import HIDE, Result, Terminal


def test_a_table_ends_with_the_goal(terminal: Terminal) -> None:
    display = live(terminal)
    display(Result(False, {"a": "UPDATING"}))
    assert HIDE in terminal.getvalue()
    assert not terminal.is_released
    display(Result(True, {"a": "READY"}))
    assert terminal.is_released
    assert "done" in terminal.getvalue()


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_block_ends_the_table(terminal: Terminal, error: type[BaseException]) -> None:
    with pytest.raises(error), live(terminal) as display:
        display(Result(False, {"a": "UPDATING"}))
        raise error
    assert terminal.is_released


def test_a_callback_that_is_dropped_ends_the_table(terminal: Terminal) -> None:
    display = live(terminal)
    display(Result(False, {"a": "UPDATING"}))
    del display
    gc.collect()
    assert terminal.is_released


def test_a_process_that_ends_gives_the_terminal_back() -> None:
    program = """
        import io, sys, os
        from comodit_client.progress import live

        class Terminal(io.StringIO):
            def isatty(self):
                return True

            def write(self, text):
                return os.write(1, text.encode())

        class Result:
            reached, state = False, "UPDATING"

        display = live(Terminal())
        display(Result())
        raise SystemExit("the end")
    """
    ended = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, check=False
    )
    terminal = Terminal(ended.stdout)
    assert ended.stderr == "the end\n"
    assert terminal.is_released


def test_no_color_is_obeyed(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    colors = ("\x1b[31m", "\x1b[1;31m")
    live(terminal)(Result(True, {"a": "ERROR"}))
    assert any(color in terminal.getvalue() for color in colors)
    monkeypatch.setenv("NO_COLOR", "1")
    plain = Terminal()
    live(plain)(Result(True, {"a": "ERROR"}))
    assert "ERROR" in plain.getvalue()
    assert not any(color in plain.getvalue() for color in colors)


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_dumb_terminal_gets_lines(terminal: Terminal, monkeypatch: pytest.MonkeyPatch, term: str) -> None:
    monkeypatch.setenv("TERM", term)
    live(terminal)(Result(True, "READY"))
    assert terminal.getvalue() == "0:00 READY\n0:00 done\n"


def test_without_rich_a_terminal_gets_lines(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "comodit_client.progress.table", raising=False)
    monkeypatch.setitem(sys.modules, "rich.console", None)
    live(terminal)(Result(True, "READY"))
    assert terminal.getvalue() == "0:00 READY\n0:00 done\n"


def test_standard_error_is_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    live()(Result(True, "READY"))
    assert capsys.readouterr() == ("", "0:00 READY\n0:00 done\n")


def test_neither_rich_nor_a_client_is_loaded_for_lines() -> None:
    program = """
        import sys
        from comodit_client.progress import live

        class Result:
            reached, state = True, "READY"

        live()(Result())
        found = ("rich", "httpx", "comodit_client.api", "comodit_client.aio")
        print([name for name in found if name in sys.modules])
    """
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"


def test_a_title_begins_another_display(terminal: Terminal) -> None:
    display = Display(terminal)
    display.started("Waiting for a")
    display.started("Waiting for b")
    display.ended(None)
    assert terminal.is_released
    assert terminal.getvalue().count(HIDE) == 2


def test_output_of_the_script_stays_where_it_goes(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stdout", pipe)
    with live(terminal) as display:
        display(Result(False, "UPDATING"))
        print("a result")
    assert pipe.getvalue() == "a result\n"
