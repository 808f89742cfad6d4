"""What has no colour: credentials, options, exceptions, and how an answer becomes data or an exception."""
