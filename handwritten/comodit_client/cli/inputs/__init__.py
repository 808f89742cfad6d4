"""What commands read: documents, files, confirmations."""
