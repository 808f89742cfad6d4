"""The words that our texts avoid: `python -m tests.prose` lists where one is used, `make lint` fails on it."""
