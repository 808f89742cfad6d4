"""HTTP without sync or async: credentials, options, exceptions, retries, and the decoding of responses."""
