"""The parts of an organization."""
