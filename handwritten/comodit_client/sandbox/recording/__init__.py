"""Calls of the API in files: recorded from one sandbox, and made at the start of another."""
