"""Definitions on disk, as far as it has no colour: what lies where, how names become file names, what is secret."""
