"""The state of a sandbox: SQLite store, file contents, users, logs, clock and identifiers."""
