"""How requests reach the API: through sockets, or in this process."""
