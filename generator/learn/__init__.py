"""Drafts the edits of schema/ that recorded exchanges or a drift report ask for, as a patch to review."""
