"""The handler of --verbose."""

from __future__ import annotations

import logging

from comodit_client.sandbox import ManualClock
from comodit_client.sandbox.journal.console import logged_to_console


def test_transitions_have_the_time_of_the_sandbox_and_are_written_once(capsys) -> None:
    clock, parent = ManualClock(), logging.getLogger("comodit_client")
    above = logging.StreamHandler()
    parent.addHandler(above)
    try:
        with logged_to_console(clock.now):
            transitions = logging.getLogger("comodit_sandbox.transitions")
            transitions.info("OOO/Default/web-1: PROVISIONING")
            clock.advance(90)
            transitions.info("OOO/Default/web-1: READY")
            transitions.debug("detail")
    finally:
        parent.removeHandler(above)
    assert capsys.readouterr().err == (
        "2023-11-14T22:13:20.000+0000 OOO/Default/web-1: PROVISIONING\n"
        "2023-11-14T22:14:50.000+0000 OOO/Default/web-1: READY\n"
    )


def test_the_loggers_are_as_before_afterwards(capsys) -> None:
    logger = logging.getLogger("comodit_sandbox")
    before = (logger.level, logger.propagate, list(logger.handlers))
    with logged_to_console(ManualClock().now):
        pass
    assert (logger.level, logger.propagate, list(logger.handlers)) == before
    logging.getLogger("comodit_sandbox.access").info("line")
    assert capsys.readouterr().err == ""
