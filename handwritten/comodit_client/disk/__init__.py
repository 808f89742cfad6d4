"""The folder format of exports: layout, file names, secrets, and changes. Nothing here sends a request."""
