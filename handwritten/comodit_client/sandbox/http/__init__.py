"""Routing, authentication, rights, requests and responses."""
