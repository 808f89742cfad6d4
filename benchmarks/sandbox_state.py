"""Measures the state of the sandbox as a whole: a restore, a reset and many hosts, against plain SQLite."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from benchmarks.measure import Ratio, compare, cpu
from comodit_client.sandbox import ManualClock, Sandbox

#: Of a host with an application: the host, its contexts and its instance.
ROWS_PER_HOST = 5
ENTITIES = 5_000
HOSTS = 5_000
ROUNDS = 9
#: A restore may take as long as a plain backup of the same size, times this.
RESTORE_BOUND = 2.0
#: The most CPU time of a restore and of a reset, in milliseconds.
RESTORE, RESET = 5.0, 3.0
#: Many hosts may take as long as the rows in a table with a key, times this.
HOSTS_BOUND = 20.0

_INSERT = "INSERT INTO node VALUES (?, ?, ?, ?, ?, ?)"
_TABLE = "CREATE TABLE node (id INTEGER PRIMARY KEY, parent INTEGER, kind TEXT, name TEXT, doc TEXT, data TEXT)"


def run() -> list[Ratio]:
    """Run the measurements and return their ratios."""
    with closing(Sandbox(clock=ManualClock())) as sandbox:
        return [_restore(sandbox), _reset(sandbox), _many_hosts(sandbox)]


def _restore(sandbox: Sandbox) -> Ratio:
    _make_hosts(sandbox, ENTITIES // ROWS_PER_HOST)
    sandbox.snapshot("state")
    with closing(_plain()) as source, closing(_plain()) as target:
        sandbox._store._connection.backup(source)

        def restored() -> float:
            return cpu(lambda: sandbox.restore("state"))

        def copied() -> float:
            return cpu(lambda: source.backup(target))

        what = f"sandbox restores {ENTITIES} entities / sqlite3 backup"
        return compare(what, restored, copied, ROUNDS, RESTORE_BOUND, limit=RESTORE)


def _reset(sandbox: Sandbox) -> Ratio:
    sandbox.reset()
    with closing(_plain()) as source, closing(_plain()) as target:
        sandbox._store._connection.backup(source)
        what = "sandbox resets / sqlite3 backup"
        return compare(
            what,
            lambda: cpu(sandbox.reset),
            lambda: cpu(lambda: source.backup(target)),
            ROUNDS,
            float("inf"),
            limit=RESET,
        )


def _many_hosts(sandbox: Sandbox) -> Ratio:
    _make_hosts(sandbox, HOSTS)
    rows = sandbox._store._connection.execute("SELECT * FROM node").fetchall()

    def made() -> float:
        sandbox.reset()
        return cpu(lambda: _make_hosts(sandbox, HOSTS))

    def inserted() -> float:
        with closing(_plain()) as connection:
            connection.execute(_TABLE)
            connection.execute("BEGIN")
            return cpu(lambda: connection.executemany(_INSERT, rows))

    return compare(f"sandbox makes {HOSTS} hosts / executemany of the rows", made, inserted, 3, HOSTS_BOUND)


def _make_hosts(sandbox: Sandbox, count: int) -> None:
    sandbox.make_hosts(count, applications=["Wordpress"], provisioned=True)


def _plain() -> sqlite3.Connection:
    return sqlite3.connect("", isolation_level=None)
