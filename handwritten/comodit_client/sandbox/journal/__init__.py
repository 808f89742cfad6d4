"""The journal: the requests that a sandbox received, assertions on them, and the access log."""
