"""The parts of a host."""
