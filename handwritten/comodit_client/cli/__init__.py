"""The command `comodit`. Importing a module of it imports neither the facade nor httpx; a command that runs does."""
