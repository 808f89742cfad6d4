"""Compares the working tree with the last release: the API description, and the Python API of `api` and `aio`."""
