# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The JSON objects and the keywords of the views as TypedDicts, for type checkers: one module per resource."""
