"""Compares two OpenAPI documents and classifies the changes by whether they break callers."""
