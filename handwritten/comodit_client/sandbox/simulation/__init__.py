"""Machines, and changes over time."""
