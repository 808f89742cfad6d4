"""How well each behaviour of the sandbox is known of the real server, and what follows for responses."""
