"""The completion scripts of the shells."""
