"""What a client is made of: its connections, the session that sends requests, and its navigation."""
