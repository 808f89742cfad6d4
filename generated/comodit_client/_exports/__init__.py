# Made by `python -m generator` from generator/exports.py. Do not edit: change that, then run `make generate`.
"""The names that the packages `api` and `aio` export. They load the tables on first use."""
