"""The engines of export, import and sync."""
