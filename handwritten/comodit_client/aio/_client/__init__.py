"""The parts of a client: connections, the session that sends requests, and navigation."""
