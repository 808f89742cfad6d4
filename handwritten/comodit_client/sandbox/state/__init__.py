"""What a sandbox holds: SQLite store, file contents, clock, ids and seed."""
