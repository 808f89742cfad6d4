"""Behaviour that several resources share."""
