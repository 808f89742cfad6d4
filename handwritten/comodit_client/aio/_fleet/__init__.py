"""The engine of `fleet`: actions on many hosts, waits for them, and the reports."""
