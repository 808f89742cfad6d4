# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The OpenAPI description of ComodIT's API: `comodit.yaml` to read, `comodit.json` to load fast."""
